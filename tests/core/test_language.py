from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from stretchtimer.core import language
from stretchtimer.core.catalog.exercise import Side, fill_sides
from stretchtimer.core.selftest.selftest_steps import steps
from stretchtimer.core.session.cues import CueSettings, cues_for
from stretchtimer.core.session.events import HalfTime
from tests.core.session.phases import first_work

GERMAN = {"left": "links", "right": "rechts", "Half-time.": "Halbzeit.", "Lie down": "Hinlegen"}


class German(NullTranslations):
    """A catalogue of a few words."""

    def gettext(self, message: str) -> str:
        return GERMAN.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{n} Satz" if n == 1 else "{n} Sätze"


@pytest.fixture
def german() -> Iterator[None]:
    language.use(German())
    yield
    language.use(NullTranslations())


def test_without_a_catalogue_the_words_are_those_of_the_source() -> None:
    assert language._("Half-time.") == "Half-time."
    assert [language.ngettext("{n} set", "{n} sets", n) for n in (1, 2)] == ["{n} set", "{n} sets"]


@pytest.mark.usefixtures("german")
def test_words_are_translated_when_they_are_asked_for() -> None:
    cue = cues_for(HalfTime(first_work("kneeling")), CueSettings())
    assert cue is not None
    assert cue.words == "Halbzeit."
    assert steps()[0].title == "Hinlegen"
    assert fill_sides("{stretched}, {other}", Side.LEFT) == "Links, rechts"
    assert language.ngettext("{n} set", "{n} sets", 2) == "{n} Sätze"


def test_nothing_stays_nothing_though_gettext_would_return_its_header() -> None:
    class Header(NullTranslations):
        def gettext(self, message: str) -> str:
            return message or "Project-Id-Version: ..."

    language.use(Header())
    try:
        assert language._("") == ""
    finally:
        language.use(NullTranslations())


@pytest.mark.usefixtures("german")
def test_marking_leaves_the_words_as_they_are() -> None:
    assert language.mark("left") == "left"


def test_a_voice_speaks_english_where_nothing_is_translated() -> None:
    assert language.code() == "en"
