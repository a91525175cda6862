"""The ring paints no more than what changed, keeps its digits still, and tells its value to a screen reader."""

from collections.abc import Iterator
from math import ceil, floor

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QBrush, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.session.ring import CountdownRing, RingLook, RingView
from stretchtimer.ui.session.tabular_figure import TabularFigure
from stretchtimer.ui.theme import DARK, LIGHT, Palette, Theme

VIEW = RingView(look=RingLook.WORK, title="Hold", figure=20, whole=30, fraction=20 / 30)


class Painted(QObject):
    """Keeps which rectangles of a widget were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.rects.append(event.rect())
        return False


@pytest.fixture
def ring(qapp: QApplication, qtbot: QtBot) -> Iterator[CountdownRing]:
    theme = Theme(qapp, ThemeChoice.DARK)
    ring = CountdownRing(theme)
    qtbot.addWidget(ring)
    ring.resize(400, 400)
    ring.show_view(VIEW)
    with qtbot.waitExposed(ring):
        ring.show()
    # Nothing of the first picture is still to come.
    ring.repaint()
    yield ring
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def painted(ring: CountdownRing) -> Painted:
    painted = Painted()
    ring.installEventFilter(painted)
    return painted


def picture(ring: CountdownRing) -> QImage:
    return ring.grab().toImage()


def test_a_change_of_less_than_a_pixel_paints_nothing(ring: CountdownRing, monkeypatch: pytest.MonkeyPatch) -> None:
    step = round(VIEW.fraction * ring.steps)
    ring.show_view(replace(VIEW, fraction=step / ring.steps))
    updates: list[object] = []
    monkeypatch.setattr(ring, "update", lambda *area: updates.append(area))
    ring.show_view(replace(VIEW, fraction=(step + 0.2) / ring.steps))
    assert updates == []
    ring.show_view(replace(VIEW, fraction=(step - 1) / ring.steps))
    assert len(updates) == 1


def test_a_moving_end_paints_only_its_surroundings(ring: CountdownRing, painted: Painted, qtbot: QtBot) -> None:
    ring.show_view(replace(VIEW, fraction=VIEW.fraction - 0.01))
    qtbot.waitUntil(lambda: bool(painted.rects))
    assert all(rect.width() * rect.height() < 400 * 400 / 20 for rect in painted.rects)


@pytest.mark.parametrize("fraction", [0.66, 0.61, 0.4, 0.02])
def test_what_is_painted_covers_all_that_changed(
    ring: CountdownRing, painted: Painted, qtbot: QtBot, fraction: float
) -> None:
    before = picture(ring)
    painted.rects.clear()
    ring.show_view(replace(VIEW, fraction=fraction))
    qtbot.waitUntil(lambda: bool(painted.rects))
    repainted = QRegion()
    for rect in painted.rects:
        repainted += rect
    after = picture(ring)
    points = [QPoint(x, y) for x in range(400) for y in range(400)]
    # Another arc has its seams elsewhere, which shades single pixels of its edges by a little.
    changed = [point for point in points if abs(before.pixelColor(point).red() - after.pixelColor(point).red()) > 40]
    assert changed
    assert all(repainted.contains(point) for point in changed)


def test_the_ring_tells_what_it_counts_by_word_and_colour(ring: CountdownRing) -> None:
    seen = {look: arc_colour(ring, look) for look in RingLook}
    assert seen == {RingLook.WORK: DARK.stretched, RingLook.BETWEEN: DARK.accent, RingLook.PAUSED: DARK.muted}


def arc_colour(ring: CountdownRing, look: RingLook) -> str:
    ring.show_view(replace(VIEW, look=look))
    return picture(ring).pixelColor(390, 200).name()


def test_a_full_and_an_empty_ring(ring: CountdownRing) -> None:
    ring.show_view(replace(VIEW, fraction=1.0))
    assert picture(ring).pixelColor(10, 200).name() == DARK.stretched
    ring.show_view(replace(VIEW, fraction=0.0, figure=0))
    assert picture(ring).pixelColor(10, 200).name() == DARK.track


def test_a_screen_reader_reads_value_and_name(ring: CountdownRing) -> None:
    interface = QAccessible.queryAccessibleInterface(ring)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Name) == "Hold"
    value = interface.valueInterface()
    assert (value.currentValue(), value.maximumValue()) == (20, 30)


def columns_with_ink(number: int, room: QRectF) -> list[int]:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    TabularFigure(QApplication.font()).paint(painter, number, room, QBrush(Qt.GlobalColor.black))
    painter.end()
    return [x for x in range(400) if any(image.pixelColor(x, y).value() < 128 for y in range(0, 200, 2))]


@pytest.mark.usefixtures("qapp")
def test_digits_keep_their_place_while_others_change() -> None:
    room = QRectF(0, 20, 400, 160)
    tens = [[x for x in columns_with_ink(number, room) if x < 200] for number in (20, 21, 27, 28)]
    assert tens[0] == tens[1] == tens[2] == tens[3]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("number", [0, 9, 44, 111, 888])
def test_a_number_stays_in_its_room(number: int) -> None:
    ink = columns_with_ink(number, QRectF(100, 20, 200, 160))
    assert min(ink) >= 99
    assert max(ink) <= 301


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_texts_and_rings_have_the_contrast_of_wcag(palette: Palette) -> None:
    for text in (palette.text, palette.muted, palette.accent, palette.stretched, palette.danger):
        assert contrast(text, palette.ground) >= 4.5
        assert contrast(text, palette.surface) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    for arc in (palette.stretched, palette.accent, palette.muted):
        assert contrast(arc, palette.track) >= 3


@pytest.mark.parametrize("title", ["Keep moving", "Hold", "Next exercise"])
def test_no_title_is_cut_at_any_size(ring: CountdownRing, title: str) -> None:
    ring.show_view(replace(VIEW, title=title))
    for diameter in range(200, 560, 7):
        ring.resize(diameter, diameter)
        room = ring._title_room
        image = ring.grab().toImage()
        for y in (ceil(room.top()), floor(room.bottom())):
            assert len({image.pixel(x, y) for x in range(ceil(room.left()), floor(room.right()))}) == 1, diameter
