"""Checking a parsed file against a type and the rules for it, with every mistake in it named.

msgspec stops at the first mistake of a value. So the tables and lists that it refuses are walked here, and each value
in them is given to msgspec alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct, inspect
from msgspec.structs import FieldInfo, asdict, fields

from stretchtimer.core.catalog.routine import Fault
from stretchtimer.core.catalog.rules import Known, Rules
from stretchtimer.core.language import _

NO_RULES: Rules = {}


def faults(value: object, hint: Any, place: str = "", rules: Rules = NO_RULES) -> Iterator[Fault]:
    """Yield every mistake in ``value``, which should be a ``hint``: a type, as a field of a Struct is annotated.

    ``rules`` tell what must hold within its tables, and are asked of every table as far as its fields are right.
    """
    try:
        sound = msgspec.convert(value, hint)
    except msgspec.ValidationError:
        # Looking field by field takes ten times as long: only what has mistakes is looked through for all of them.
        named = tuple(_named_faults(value, hint, place, rules))
        yield from named or (Fault(place, describe(hint), shown(value)),)
    else:
        yield from _broken_rules(sound, place, rules)


def _named_faults(value: object, hint: Any, place: str, rules: Rules) -> Iterator[Fault]:
    bare = _bare(hint)
    if isinstance(bare, type) and issubclass(bare, Struct) and isinstance(value, dict):
        yield from _table_faults(value, bare, place, rules)
    elif get_origin(bare) is tuple and isinstance(value, list):
        yield from _list_faults(value, hint, get_args(bare)[0], place, rules)


def _table_faults(value: dict[str, Any], struct: type[Struct], place: str, rules: Rules) -> Iterator[Fault]:
    named = {field.encode_name: field for field in fields(struct)}
    known: dict[str, Any] = {}
    for key in value:
        if key not in named:
            yield Fault(_inside(place, key), _instead(key, value, named), _("an unknown key"))
    for key, field in named.items():
        if key in value:
            yield from faults(value[key], field.type, _inside(place, key), rules)
            with suppress(msgspec.ValidationError):
                known[field.name] = msgspec.convert(value[key], field.type)
        elif field.default is not NODEFAULT:
            known[field.name] = field.default
        elif field.default_factory is NODEFAULT:
            yield Fault(_inside(place, key), describe(field.type), _("nothing"))
    yield from _rule_faults(struct, known, place, rules)


def _list_faults(value: list[Any], hint: Any, item: Any, place: str, rules: Rules) -> Iterator[Fault]:
    kind = _without_metadata(inspect.type_info(hint))
    if isinstance(kind, inspect.VarTupleType) and len(value) < (kind.min_length or 0):
        yield Fault(place, describe(hint), _("an empty list"))
    for number, each in enumerate(value):
        yield from faults(each, item, f"{place}[{number}]", rules)


def _broken_rules(value: object, place: str, rules: Rules) -> Iterator[Fault]:
    """Yield the mistakes in a ``value`` that is right in each of its parts."""
    if isinstance(value, Struct):
        known = asdict(value)
        for key, each in known.items():
            yield from _broken_rules(each, _inside(place, key), rules)
        yield from _rule_faults(type(value), known, place, rules)
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _broken_rules(each, f"{place}[{number}]", rules)


def _rule_faults(struct: type[Struct], known: Known, place: str, rules: Rules) -> Iterator[Fault]:
    if struct in rules:
        for fault in rules[struct](known):
            yield Fault(_inside(place, fault.place), fault.expected, fault.found)


def _inside(place: str, key: str) -> str:
    return ".".join(filter(None, (place, key)))


def _instead(key: str, value: dict[str, object], known: dict[str, FieldInfo]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - large, and only needed for a key that is not known

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
