"""The whole history as one JSON document, out and in."""

from __future__ import annotations

from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from stretchtimer.core.language import _
from stretchtimer.core.records import SelfTestRecord, SelfTestRevision, SessionRecord
from stretchtimer.storage.history import Added, History
from stretchtimer.storage.rows import decode_moment, encode_moment

FORMAT = "stretchtimer-history"
VERSION = 2
"""Version 1 had tests by eye only; it is read as it is. A program that knows no other refuses this one."""

Document = TypeVar("Document", bound=Struct)


class BadExchange(ValueError):
    """A file that cannot be imported. Its text is one line that names the place, for the person."""


class Header(Struct, frozen=True, kw_only=True):
    """What tells this format from any other."""

    format: str
    version: Annotated[int, Meta(ge=1)]


class Archive(Struct, frozen=True, kw_only=True):
    """All that a history holds."""

    format: str = FORMAT
    version: int = VERSION
    sessions: tuple[SessionRecord, ...] = ()
    self_tests: tuple[SelfTestRecord, ...] = ()
    revisions: tuple[SelfTestRevision, ...] = ()


def export_json(history: History) -> bytes:
    """Return all of ``history`` as JSON. Raises StorageTrouble if it cannot be read."""
    archive = Archive(sessions=history.sessions(), self_tests=history.tests(), revisions=history.revisions())
    return msgspec.json.format(msgspec.json.encode(archive, enc_hook=encode_moment), indent=2) + b"\n"


def import_json(history: History, data: bytes) -> Added:
    """Add to ``history`` what `export_json` wrote and it does not have yet, and return how much that was.

    Raises BadExchange for anything else, and StorageTrouble if it cannot be written; nothing is added then.
    """
    header = _decode(data, Header)
    if header.format != FORMAT:
        raise BadExchange(_("format: expected {expected}, found {found}").format(expected=FORMAT, found=header.format))
    if header.version > VERSION:
        raise BadExchange(_("version: a later version of Stretch Timer made this file. Please update the program."))
    archive = _decode(data, Archive)
    return history.merge(archive.sessions, archive.self_tests, archive.revisions)


def _decode(data: bytes, kind: type[Document]) -> Document:
    try:
        return msgspec.json.decode(data, type=kind, dec_hook=decode_moment)
    except msgspec.DecodeError as error:  # a ValidationError too
        raise BadExchange(" ".join(str(error).split())) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise BadExchange(_("not JSON in UTF-8")) from error
