"""The handout's page: always one, on its paper, with all words, as large as they fit."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QRectF

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.paper import Paper
from stretchtimer.core.picking.handout import Handout, handout_of
from stretchtimer.core.session.timeline import Pacing
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.handout.layout import READABLE, Arrangement, Layout, best_layout
from stretchtimer.ui.handout.page import handout_pdf
from stretchtimer.ui.handout.words import Paragraph, Words
from stretchtimer.ui.pdf import pdf_writer
from tests.reported import text_of
from tests.samples import exercise, routine

pytestmark = pytest.mark.usefixtures("qapp")
ALBUM = Album(Poses())
PICTURE = Picture(poses=("half-kneeling",))
PAGE = QRectF(0, 0, 8600, 11000)
MILLIMETRE = 1200 / 25.4


def handout(count: int, **changes: object) -> Handout:
    """Return the handout of so many exercises, each with a picture."""
    items: dict[str, Exercise] = {}
    for number in range(count):
        item = exercise(f"stretch-{number + 1}", picture=PICTURE, **changes)
        items[item.id] = item
    return handout_of(routine(*items), items, Pacing())


def drawn(made: Handout, paper: Paper = Paper.A4) -> bytes:
    return handout_pdf(made, ALBUM.motion, paper)


@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
@pytest.mark.parametrize("count", [1, 4, 13, 30])
def test_it_is_one_page_with_every_exercise(count: int, paper: Paper, points: tuple[int, int]) -> None:
    pdf = drawn(handout(count), paper)
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(points, abs=1)
    (text,) = text_of(pdf)
    assert text.startswith("Sample")
    for number in range(1, count + 1):
        assert f"{number}. Stretch {number}" in text
    assert text.count("30 s, 3 sets, each side") == count
    assert "Source: 004.txt" in text


def test_few_exercises_have_all_their_steps_and_many_the_shortest_words() -> None:
    (few,) = text_of(drawn(handout(2)))
    (many,) = text_of(drawn(handout(16)))
    assert few.count("Tuck the tailbone.") == 2
    assert few.count("Right hip; then change sides.") == 2
    assert many.count("Tuck the tailbone.") == 0
    assert many.count("Right knee down, left foot in front") == 16
    assert "change sides" in many


def test_it_has_the_pictures() -> None:
    made = handout(1)
    (panel,) = made.panels
    without = replace(panel, exercise=replace(panel.exercise, picture=None))
    assert len(drawn(made)) > len(drawn(replace(made, panels=(without,)))) + 1000


def words_of(*texts: str) -> list[Words]:
    writer = pdf_writer(QBuffer(), "", Paper.A4)
    return [Words(writer, [Paragraph(text=text, colour="#000000")]) for text in texts]


def best(details: Sequence[Sequence[Words]]) -> Layout:
    return best_layout(details, PAGE, 300, MILLIMETRE)


def test_short_words_are_large_and_long_ones_make_room_for_the_short_way() -> None:
    assert best([words_of("Kneel."), words_of("K.")]).detail == 0
    assert best([words_of("Kneel."), words_of("K.")]).points >= READABLE
    assert best([words_of("Kneel on the right knee. " * 300), words_of("Kneel.")]).detail == 1


def test_words_that_never_fit_have_the_smallest_letters() -> None:
    layout = best([words_of("Kneel on the right knee. " * 3000)])
    assert layout.points == 5


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_nothing_overlaps_or_leaves_the_page(columns: int, beside: bool) -> None:
    arrangement = Arrangement(columns=columns, beside=beside, share=0.4, gap=300)
    places = list(arrangement.places(PAGE, 7))
    parts = [part for place in places for part in (arrangement.picture(place), arrangement.words(place))]
    slack = PAGE.adjusted(-1, -1, 1, 1)
    assert all(slack.contains(part) for part in parts)
    assert not any(one.intersects(other) for i, one in enumerate(parts) for other in parts[i + 1 :])


def test_a_word_that_is_wider_than_its_place_does_not_fit() -> None:
    (words,) = words_of("Hüftbeugermuskeldehnung")
    assert words.fits(20_000, 1000, 12)
    assert not words.fits(500, 1000, 12)
    assert not words.fits(20_000, 50, 12)
