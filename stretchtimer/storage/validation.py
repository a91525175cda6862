"""Checking a parsed file against a type, with every mistake in it named.

msgspec stops at the first mistake of a value. So the tables and lists are walked here, and each value in them is given
to msgspec alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct, inspect
from msgspec.structs import FieldInfo, fields

from stretchtimer.core.language import _
from stretchtimer.core.routine import Fault


def faults(value: object, hint: Any, place: str = "") -> Iterator[Fault]:
    """Yield every mistake in ``value``, which should be a ``hint``: a type, as a field of a Struct is annotated."""
    bare = _bare(hint)
    if isinstance(bare, type) and issubclass(bare, Struct):
        yield from _table_faults(value, bare, place)
    elif get_origin(bare) is tuple:
        yield from _list_faults(value, hint, get_args(bare)[0], place)
    else:
        try:
            msgspec.convert(value, hint)
        except msgspec.ValidationError:
            yield Fault(place, describe(hint), shown(value))


def _table_faults(value: object, struct: type[Struct], place: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(place, _("a table"), shown(value))
        return
    known = {field.encode_name: field for field in fields(struct)}
    for key in value:
        if key not in known:
            yield Fault(_inside(place, key), _instead(key, value, known), _("an unknown key"))
    for key, field in known.items():
        if key in value:
            yield from faults(value[key], field.type, _inside(place, key))
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            yield Fault(_inside(place, key), describe(field.type), _("nothing"))


def _list_faults(value: object, hint: Any, item: Any, place: str) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(place, describe(hint), shown(value))
        return
    kind = _without_metadata(inspect.type_info(hint))
    if isinstance(kind, inspect.VarTupleType) and len(value) < (kind.min_length or 0):
        yield Fault(place, describe(hint), _("an empty list"))
    for number, each in enumerate(value):
        yield from faults(each, item, f"{place}[{number}]")


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _instead(key: str, value: dict[str, object], known: dict[str, FieldInfo]) -> str:
    missing = [name for name in known if name not in value]
    near = get_close_matches(key, missing, n=1)
    if near:
        return _("perhaps {key}").format(key=near[0])
    return _("one of {keys}").format(keys=", ".join(known))


def _bare(hint: Any) -> Any:
    """Return ``hint`` without its limits and without None, which TOML does not have."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _bare(get_args(hint)[0])
    if origin in (Union, UnionType):
        present = [arm for arm in get_args(hint) if arm is not type(None)]
        return _bare(present[0]) if len(present) == 1 else hint
    return hint


def _without_metadata(kind: inspect.Type) -> inspect.Type:
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    return kind


def describe(hint: Any) -> str:
    """Return in words what a value of the type ``hint`` is."""
    return _describe(inspect.type_info(hint))


def _describe(kind: inspect.Type) -> str:
    match kind:
        case inspect.Metadata(type=inner):
            return _describe(inner)
        case inspect.UnionType(types=arms):
            return _(" or ").join(_describe(arm) for arm in arms if not isinstance(arm, inspect.NoneType))
        case inspect.EnumType(cls=enum):
            return _("one of {values}").format(values=", ".join(str(member.value) for member in enum))
        case inspect.BoolType():
            return _("true or false")
        case inspect.IntType(ge=low, le=high) if low is not None and high is not None:
            return _("a whole number from {low} to {high}").format(low=low, high=high)
        case inspect.FloatType(ge=low, le=high) if low is not None and high is not None:
            return _("a number from {low} to {high}").format(low=low, high=high)
        case inspect.StrType(pattern=str(pattern)):
            return _("text of the form {pattern}").format(pattern=pattern)
        case inspect.StrType(min_length=int(least)) if least > 0:
            return _("text that is not empty")
        case inspect.StrType():
            return _("text")
        case inspect.VarTupleType(min_length=int(least)) if least > 0:
            return _("a list that is not empty")
        case inspect.VarTupleType():
            return _("a list")
    return _("a table")


def shown(value: object) -> str:
    """Return ``value`` on one short line, about as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() if value.bit_length() > 64:
            return _("a number beyond all limits")  # Python refuses to write such a number out
        case str():
            text = f'"{value}"'
        case list():
            return _("a list")
        case dict():
            return _("a table")
        case _:
            text = str(value)
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    return line if len(line) <= 60 else f"{line[:59]}…"
