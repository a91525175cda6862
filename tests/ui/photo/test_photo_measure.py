"""Measuring on a photograph, with the mouse and by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.selftest.photo_angle import Landmark
from stretchtimer.ui.photo.photo_canvas import STEP_PX, PhotoCanvas
from stretchtimer.ui.photo.photo_measure import PhotoMeasure
from stretchtimer.ui.theme import Theme
from tests.ui.photo.photographs import COLOURS, ORIENTATIONS, centre_of, photograph, write_jpeg

Key = Qt.Key


@pytest.fixture
def widget(theme: Theme, qtbot: QtBot) -> PhotoMeasure:
    widget = PhotoMeasure(theme, keep_in="/somewhere/photographs")
    qtbot.addWidget(widget)
    widget.resize(1000, 760)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    return widget


def canvas_of(widget: PhotoMeasure) -> PhotoCanvas:
    return widget.findChild(PhotoCanvas)


def button(widget: PhotoMeasure, text: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text)


def shown(widget: PhotoMeasure) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def paste(widget: PhotoMeasure, picture: QImage) -> None:
    QGuiApplication.clipboard().setImage(picture)
    QTest.keyClick(widget.focusWidget() or widget, Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def click_landmarks(widget: PhotoMeasure) -> None:
    """Click where the landmarks are seen, in their order."""
    canvas = canvas_of(widget)
    seen = canvas.grab().toImage()
    for place in [centre_of(colour, seen) for colour in COLOURS.values()]:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place.toPoint())


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_clicks_on_a_jpeg_measure_its_angle_however_the_camera_was_held(
    widget: PhotoMeasure, orientation: int, tmp_path: Path
) -> None:
    write_jpeg(photograph(12.5), tmp_path / "photo.jpg", orientation)
    widget.open_file(tmp_path / "photo.jpg")
    click_landmarks(widget)
    assert widget.angle == pytest.approx(12.5, abs=0.5)


@pytest.mark.parametrize(
    ("angle", "tilt", "scale", "head_right"),
    [
        (0.0, 0.0, 1.0, False),
        (12.5, 9.0, 0.6, True),
        (-21.0, -33.0, 1.0, False),
        (30.0, 90.0, 1.0, True),
        (7.5, 180.0, 4.0, False),
        (-4.0, -120.0, 2.0, True),
    ],
)
def test_the_angle_holds_in_pictures_turned_scaled_and_mirrored(
    widget: PhotoMeasure, angle: float, tilt: float, scale: float, head_right: bool
) -> None:
    paste(widget, photograph(angle, tilt=tilt, scale=scale, head_right=head_right))
    click_landmarks(widget)
    assert widget.angle == pytest.approx(angle, abs=0.5)


def test_words_guide_from_point_to_point_and_tell_the_angle(widget: PhotoMeasure) -> None:
    assert "straight from the side" in shown(widget)
    paste(widget, photograph(12.5))
    canvas = canvas_of(widget)
    for number, (word, place) in enumerate(
        zip(("hip", "knee", "floor", "second"), ((500, 300), (700, 250), (200, 400), (800, 400)), strict=True), start=1
    ):
        assert f"{number} of 4" in shown(widget) and word in shown(widget)
        assert word in canvas.accessibleDescription()
        assert not button(widget, "Use this angle").isEnabled()
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(*place))
    assert "14.0° above the horizontal" in shown(widget)


def test_the_angle_is_taken_over_to_a_tenth(widget: PhotoMeasure, qtbot: QtBot) -> None:
    paste(widget, photograph(12.5))
    click_landmarks(widget)
    assert widget.angle is not None
    with qtbot.waitSignal(widget.measured) as taken:
        QTest.mouseClick(button(widget, "Use this angle"), Qt.MouseButton.LeftButton)
    assert taken.args == [round(widget.angle, 1)]


def test_a_point_is_dragged_and_the_angle_follows(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    click_landmarks(widget)
    canvas, before = canvas_of(widget), widget.angle
    knee = canvas.place.shown(canvas.points[1]).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=knee)
    for way in (20, 40, 60):
        QTest.mouseMove(canvas, knee - QPoint(0, way))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=knee - QPoint(0, 60))
    moved = canvas.place.shown(canvas.points[1]).toPoint()
    assert (moved - (knee - QPoint(0, 60))).manhattanLength() <= 1
    assert before is not None and widget.angle is not None and widget.angle > before + 5
    assert len(canvas.points) == 4


def test_a_click_on_a_point_takes_hold_of_it_instead_of_placing_another(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    for _again in range(2):
        QTest.mouseClick(canvas_of(widget), Qt.MouseButton.LeftButton, pos=QPoint(500, 300))
    assert len(canvas_of(widget).points) == 1


def test_everything_can_be_done_by_keys(widget: PhotoMeasure, qtbot: QtBot) -> None:
    paste(widget, photograph(12.5))
    canvas = canvas_of(widget)
    assert canvas.hasFocus()
    for way in ((), (Key.Key_Right,) * 20, (Key.Key_Down,) * 10, (Key.Key_Left,) * 30):
        for key in (Key.Key_Return, *way) if not canvas.points else way:
            QTest.keyClick(canvas, key)
        QTest.keyClick(canvas, Key.Key_Return)
    assert len(canvas.points) == 4
    assert widget.angle == pytest.approx(0, abs=1e-6)
    QTest.keyClick(canvas, Key.Key_2)
    for _step in range(4):
        QTest.keyClick(canvas, Key.Key_Up)
    risen = widget.angle
    assert risen is not None and risen > 10
    QTest.keyClick(canvas, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert 0 < widget.angle - risen < 1
    use = button(widget, "Use this angle")
    while QGuiApplication.focusObject() is not use:
        QTest.keyClick(widget.window().focusWidget(), Key.Key_Tab)
    with qtbot.waitSignal(widget.measured):
        QTest.keyClick(use, Key.Key_Space)


def test_keys_zoom_for_precision(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    click_landmarks(widget)
    canvas, points = canvas_of(widget), canvas_of(widget).points
    whole = canvas.place
    QTest.keyClick(canvas, Key.Key_1)
    for _press in range(5):
        QTest.keyClick(canvas, Key.Key_Plus)
    assert canvas.place.scale > 2.9 * whole.scale
    assert canvas.points == points
    QTest.keyClick(canvas, Key.Key_Left)
    assert points[0].x - canvas.points[0].x == pytest.approx(STEP_PX / canvas.place.scale)
    QTest.keyClick(canvas, Key.Key_0)
    assert canvas.place == whole


def test_the_last_point_is_undone_and_all_are_started_again(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    click_landmarks(widget)
    canvas = canvas_of(widget)
    QTest.keyClick(canvas, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(canvas.points) == 3 and widget.angle is None and "4 of 4" in shown(widget)
    QTest.mouseClick(button(widget, "Undo"), Qt.MouseButton.LeftButton)
    assert len(canvas.points) == 2
    QTest.mouseClick(button(widget, "Start again"), Qt.MouseButton.LeftButton)
    assert canvas.points == () and "1 of 4" in shown(widget)


def test_a_move_is_undone_as_a_whole_and_the_points_stay(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    click_landmarks(widget)
    canvas, placed = canvas_of(widget), canvas_of(widget).points
    knee = canvas.place.shown(canvas.points[1]).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=knee)
    for way in (20, 40, 60):
        QTest.mouseMove(canvas, knee - QPoint(0, way))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=knee - QPoint(0, 60))
    dragged = canvas.points
    for _press in range(3):
        QTest.keyClick(canvas, Key.Key_Right)
    assert len({placed, dragged, canvas.points}) == 3
    QTest.keyClick(canvas, Key.Key_Backspace)
    assert canvas.points == dragged
    QTest.mouseClick(button(widget, "Undo"), Qt.MouseButton.LeftButton)
    assert canvas.points == placed


def test_starting_again_is_undone(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    click_landmarks(widget)
    before = widget.angle
    QTest.mouseClick(button(widget, "Start again"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(widget, "Undo"), Qt.MouseButton.LeftButton)
    assert before is not None and widget.angle == before
    paste(widget, photograph(3))
    assert not button(widget, "Undo").isEnabled()


@pytest.mark.parametrize("turns", [1, 2, 3, 4])
def test_a_turned_photograph_keeps_its_points_and_its_angle(widget: PhotoMeasure, turns: int) -> None:
    paste(widget, photograph(12.5))
    click_landmarks(widget)
    canvas, before = canvas_of(widget), widget.angle
    for _turn in range(turns):
        QTest.mouseClick(button(widget, "Turn"), Qt.MouseButton.LeftButton)
    assert canvas.picture.size().toTuple() == ((1200, 900) if turns % 2 == 0 else (900, 1200))
    assert widget.angle == pytest.approx(before)
    for point, colour in zip(canvas.points, COLOURS.values(), strict=True):
        assert canvas.picture.pixelColor(round(point.x), round(point.y)) == colour


def test_the_loupe_shows_what_is_under_the_mouse_larger(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    canvas = canvas_of(widget)
    disc = centre_of(COLOURS[Landmark.KNEE], canvas.grab().toImage()).toPoint()
    assert disc.x() > canvas.width() // 2
    QTest.mouseMove(canvas, disc)
    corner = canvas.grab(QRect(0, 0, 200, 200)).toImage()
    green = [(x, y) for x in range(200) for y in range(200) if corner.pixelColor(x, y) == COLOURS[Landmark.KNEE]]
    assert max(x for x, _y in green) - min(x for x, _y in green) > 3 * 28 * canvas.place.scale
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=disc)
    after = canvas.grab(QRect(0, 0, 200, 200)).toImage()
    assert all(after.pixelColor(x, y) != COLOURS[Landmark.KNEE] for x, y in green)


def test_the_name_of_a_point_at_the_edge_is_written_on_its_other_side(widget: PhotoMeasure) -> None:
    picture = QImage(1200, 900, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    paste(widget, picture)
    canvas = canvas_of(widget)
    low = canvas.height() - 3
    hip, floor = QPoint(600, 3), QPoint(200, low)
    for place in (hip, QPoint(800, 300), floor, QPoint(400, low)):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    seen, surface = canvas.grab().toImage(), QColor(canvas._theme.palette.surface)
    for place in (hip, floor):
        beside = [seen.pixelColor(place.x() - 20, row) for row in range(seen.height())]
        assert beside.count(surface) > 8


def test_a_file_that_is_no_picture_is_told_and_leaves_the_one_before(widget: PhotoMeasure, tmp_path: Path) -> None:
    paste(widget, photograph(12.5))
    click_landmarks(widget)
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    widget.open_file(tmp_path / "notes.txt")
    assert "notes.txt is no photograph" in shown(widget)
    assert widget.angle is not None


def test_points_that_give_no_angle_are_told(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    for place in ((500, 300), (700, 250), (200, 300), (800, 300)):
        QTest.mouseClick(canvas_of(widget), Qt.MouseButton.LeftButton, pos=QPoint(*place))
    assert "on the floor line" in shown(widget)
    assert not button(widget, "Use this angle").isEnabled()


def test_a_floor_line_above_the_hip_is_asked_about(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    for place in ((500, 300), (700, 250), (200, 100), (800, 100)):
        QTest.mouseClick(canvas_of(widget), Qt.MouseButton.LeftButton, pos=QPoint(*place))
    assert "upside down" in shown(widget)


def test_the_photograph_is_kept_only_if_asked(widget: PhotoMeasure) -> None:
    paste(widget, photograph(12.5))
    assert "not the photograph" in shown(widget) and widget.picture_to_keep is None
    box = widget.findChild(QCheckBox)
    box.click()
    assert "photographs" in shown(widget) and "stays on this computer" in shown(widget)
    kept = widget.picture_to_keep
    assert kept is not None and kept.size().toTuple() == (1200, 900)
    widget.clear()
    assert widget.picture_to_keep is None and canvas_of(widget).picture.isNull() and not box.isChecked()


def test_no_copy_is_offered_where_none_can_be_kept(theme: Theme, qtbot: QtBot) -> None:
    widget = PhotoMeasure(theme)
    qtbot.addWidget(widget)
    assert widget.findChild(QCheckBox).isHidden()


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of WCAG 2 between two colours."""

    def luminance(colour: QColor) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", ["#000000", "#808080", "#d9a07a", "#ffffff"])
def test_a_mark_is_seen_on_any_photograph(widget: PhotoMeasure, ground: str) -> None:
    picture = QImage(1200, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    paste(widget, picture)
    canvas, place = canvas_of(widget), QPointF(480, 300)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place.toPoint())
    seen = canvas.grab().toImage()
    row = [seen.pixelColor(x, round(place.y())) for x in range(round(place.x()) - 14, round(place.x()) + 14)]
    assert max(contrast(colour, QColor(ground)) for colour in row) >= 3
