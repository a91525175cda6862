from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.theme import DARK, LIGHT, Palette, Theme, sized

TEXTS = [
    ("text", "ground"),
    ("text", "surface"),
    ("text", "accent_soft"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("muted", "track"),
    ("accent", "ground"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("stretched", "ground"),
    ("stretched", "surface"),
    ("good", "surface"),
    ("good", "good_soft"),
    ("danger", "ground"),
    ("danger", "surface"),
]
MARKS = [("muted", "surface"), ("accent", "surface"), ("accent", "track"), ("right", "surface")]
"""What is drawn, not read: WCAG 2.2 asks 3 to 1 of it (1.4.11)."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXTS)
def test_every_text_can_be_read_on_its_ground(palette: Palette, front: str, back: str) -> None:
    assert contrast(getattr(palette, front), getattr(palette, back)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), MARKS)
def test_every_mark_can_be_seen_on_its_ground(palette: Palette, front: str, back: str) -> None:
    assert contrast(getattr(palette, front), getattr(palette, back)) >= 3


class System(QObject):
    """A desktop whose colours a test can change: the screen of the tests has no desktop.

    As with a real one, what is asked of it takes effect a moment later.
    """

    colorSchemeChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self._own = self._effective = Qt.ColorScheme.Light
        self.asked = Qt.ColorScheme.Unknown

    def styleHints(self) -> System:  # noqa: N802
        return self

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self._effective

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:  # noqa: N802
        self.asked = scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self._own = scheme
        self.settle()

    def settle(self) -> None:
        before, self._effective = self._effective, self._own if self.asked == Qt.ColorScheme.Unknown else self.asked
        if self._effective != before:
            self.colorSchemeChanged.emit(self._effective)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    system = System()
    monkeypatch.setattr("stretchtimer.ui.theme.QGuiApplication", system)
    return system


@pytest.fixture
def theme(qapp: QApplication, system: System) -> Iterator[Theme]:
    before = qapp.palette(), qapp.styleSheet()
    qapp.setPalette(QPalette(QColor("#efefef")))
    theme = Theme(qapp)
    theme.follow_system()
    yield theme
    theme.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


@pytest.mark.parametrize(("choice", "palette"), [(ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)])
def test_a_chosen_theme_colours_the_whole_application(
    theme: Theme, qtbot: QtBot, qapp: QApplication, choice: ThemeChoice, palette: Palette
) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(choice)
    assert theme.palette is palette
    assert theme.dark is (palette is DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(palette.ground)
    assert palette.surface in qapp.styleSheet()


def test_it_follows_the_system_live_unless_the_person_chose(theme: Theme, system: System, qtbot: QtBot) -> None:
    assert not theme.dark
    with qtbot.waitSignal(theme.changed):
        system.turn(Qt.ColorScheme.Dark)
    assert theme.dark
    theme.choose(ThemeChoice.LIGHT)
    system.turn(Qt.ColorScheme.Light)
    system.turn(Qt.ColorScheme.Dark)
    assert not theme.dark
    theme.choose(ThemeChoice.SYSTEM)
    system.settle()
    assert theme.dark


def test_what_the_system_draws_looks_as_chosen(theme: Theme, system: System, qapp: QApplication) -> None:
    seen = []
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT, ThemeChoice.SYSTEM):
        theme.choose(choice)
        seen.append(system.asked)
    assert seen == [Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Unknown]
    kept = Theme(qapp, ThemeChoice.DARK)
    assert system.asked == Qt.ColorScheme.Unknown, "asking takes time that the first paint does not have"
    kept.follow_system()
    assert system.asked == Qt.ColorScheme.Dark
    kept.deleteLater()


@pytest.mark.parametrize("own", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_choice_of_colours_is_not_taken_for_the_system(
    theme: Theme, system: System, own: Qt.ColorScheme, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    system.settle()
    system.turn(own)
    theme.choose(ThemeChoice.SYSTEM)
    system.settle()
    assert theme.dark is (own == Qt.ColorScheme.Dark)


@pytest.mark.parametrize(("ground", "dark"), [("#efefef", False), ("#303030", True)])
def test_before_the_first_paint_and_where_the_desktop_names_no_scheme_its_palette_tells(
    theme: Theme, system: System, qapp: QApplication, ground: str, dark: bool
) -> None:
    qapp.setPalette(QPalette(QColor(ground)))
    another = Theme(qapp)
    assert another.dark is dark
    system.turn(Qt.ColorScheme.Unknown)
    another.follow_system()
    assert another.dark is dark
    another.deleteLater()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_picture_that_the_style_sheet_names_can_be_drawn(
    theme: Theme, qapp: QApplication, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    names = set(re.findall(r"url\((.+?)\)", qapp.styleSheet()))
    assert len(names) == 3
    for name in names:
        image = QIcon(name).pixmap(32, 32).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("role", ["", "primary", "danger", "chip", "choice", "navigation"])
@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.usefixtures("theme")
def test_the_button_that_has_the_focus_is_framed_otherwise(qtbot: QtBot, role: str, checked: bool) -> None:
    button = QPushButton("Words")
    button.setProperty("role", role)
    button.setCheckable(True)
    button.setChecked(checked)
    button.resize(120, 40)
    qtbot.addWidget(button)
    edges = [edge_of(button, focused) for focused in (False, True)]
    # WCAG 2.2 only asks that it can be seen (2.4.7): a line that is merely thicker is overlooked.
    assert contrast(*edges) >= 2.5


def edge_of(button: QPushButton, focused: bool) -> str:
    """Return the colour of the frame of ``button`` at its left."""
    option = QStyleOptionButton()
    button.ensurePolished()
    button.initStyleOption(option)
    if focused:
        option.state |= QStyle.StateFlag.State_HasFocus
    picture = QImage(button.size(), QImage.Format.Format_RGB32)
    picture.fill(button.palette().window().color())
    painter = QPainter(picture)
    button.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, button)
    painter.end()
    return picture.pixelColor(0, button.height() // 2).name()


def test_sizes_follow_the_font_in_points_or_in_pixels() -> None:
    points, pixels = QFont(), QFont()
    points.setPointSizeF(10)
    pixels.setPixelSize(20)
    assert sized(points, 1.5).pointSizeF() == 15
    assert sized(pixels, 1.5).pixelSize() == 30
    assert sized(points, 1, bold=True).weight() == QFont.Weight.DemiBold
    assert points.pointSizeF() == 10
