"""Every sentence reaches the translators, and comes back to the person in their language."""

from __future__ import annotations

import io
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from stretchtimer.core import language
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _, ngettext
from stretchtimer.storage.catalog import load_catalog
from stretchtimer.storage.poses import Poses
from stretchtimer.storage.translations import load

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "extract_messages.py"
POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Your own exercises and routines"
msgstr "Twoje ćwiczenia i zestawy"

msgid "{n} exercise"
msgid_plural "{n} exercises"
msgstr[0] "{n} ćwiczenie"
msgstr[1] "{n} ćwiczenia"
msgstr[2] "{n} ćwiczeń"

msgid "Upright scissor lunge"
msgstr "Wykrok nożycowy"

msgid "{other} foot in front, {stretched} leg straight behind"
msgstr "{other} stopa z przodu, {stretched} noga prosto z tyłu"

msgid "left"
msgstr "lewa"

msgid "right"
msgstr "prawa"
"""


@pytest.fixture(scope="module")
def template() -> Catalog:
    catalog: Catalog = runpy.run_path(str(SCRIPT))["collect"](ROOT)
    return catalog


@pytest.fixture
def translations(tmp_path: Path) -> Iterator[Path]:
    """Return a folder with a translation into Polish, and speak English again afterwards."""
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "stretchtimer.mo").open("wb") as stream:
        write_mo(stream, read_po(io.StringIO(POLISH), locale="pl"))
    yield tmp_path
    language.use(load("", tmp_path / "none"))


def test_the_template_has_the_sentences_of_code_and_of_files(template: Catalog) -> None:
    wanted = [message.id for message in read_po(io.StringIO(POLISH)) if message.id]
    assert len(wanted) == 6
    assert [message for message in wanted if message not in template] == []


def test_the_committed_template_has_the_sentences_that_there_are(template: Catalog) -> None:
    with (ROOT / "assets" / "translations" / "stretchtimer.pot").open("rb") as stream:
        committed = read_po(stream)
    there, known = ({message.id for message in catalog if message.id} for catalog in (template, committed))
    assert (there - known, known - there) == (set(), set()), "make translations brings the template up to date"


def test_collecting_twice_gives_the_same(template: Catalog) -> None:
    again: Catalog = runpy.run_path(str(SCRIPT))["collect"](ROOT)
    assert again.creation_date == template.creation_date
    assert [(message.id, message.locations) for message in again] == [
        (message.id, message.locations) for message in template
    ]


def test_every_text_of_every_exercise_is_in_the_template(template: Catalog) -> None:
    for exercise in load_catalog([ROOT / "assets"]).exercises.values():
        texts = [exercise.name, exercise.stretches, exercise.set_up, exercise.cue, exercise.dosage.sets.note]
        for text in (*texts, *exercise.steps, *exercise.cautions, *exercise.props):
            assert not text or text in template, text


def test_what_every_pose_shows_is_in_the_template(template: Catalog) -> None:
    poses = Poses()
    assert len(poses) > 50
    assert [pose.id for pose in poses.values() if pose.description not in template] == []


def test_ids_are_not_for_translators(template: Catalog) -> None:
    assert "s2-1-scissor-lunge" not in template
    assert "static_hold" not in template


def test_a_sentence_a_number_and_an_exercise_are_said_in_polish(translations: Path) -> None:
    language.use(load("pl", translations))
    assert _("Your own exercises and routines") == "Twoje ćwiczenia i zestawy"
    counted = [ngettext("{n} exercise", "{n} exercises", n).format(n=n) for n in (1, 2, 5, 22)]
    assert counted == ["1 ćwiczenie", "2 ćwiczenia", "5 ćwiczeń", "22 ćwiczenia"]
    lunge = load_catalog([ROOT / "assets"]).exercises["s2-1-scissor-lunge"]
    assert _(lunge.name) == "Wykrok nożycowy"
    assert lunge.say(lunge.cue, Side.LEFT) == "Prawa stopa z przodu, lewa noga prosto z tyłu"


def test_the_language_of_the_system_is_found(translations: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")  # not LANGUAGE, which the C library would follow and remember
    assert load("", translations).gettext("left") == "lewa"


def test_a_language_that_is_not_there_leaves_the_english(translations: Path) -> None:
    assert load("de", translations).gettext("left") == "left"


def test_a_broken_translation_leaves_the_english(translations: Path) -> None:
    (translations / "pl" / "LC_MESSAGES" / "stretchtimer.mo").write_bytes(b"\xde\x12\x04\x95 and no more")
    assert load("pl", translations).gettext("left") == "left"
