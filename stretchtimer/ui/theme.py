"""Colours, type and style sheet of the window: light and dark, following the system, at any font size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.ui.form_style import form_rules
from stretchtimer.ui.palette import DARK, LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

__all__ = ["DARK", "LIGHT", "Palette", "Theme", "sized", "style_sheet"]


MIDDLE_GREY = 128
"""Of lightness from 0 to 255."""


class Theme(QObject):
    """The theme in use. Widgets that paint themselves read `palette` and repaint on `changed`."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self.palette = LIGHT
        # Qt's own palette tells what the system has. Its colour scheme says so too, but asking for that loads the
        # whole Qt namespace, a tenth of the time to the first paint.
        self._system_is_dark = self._began_dark = application.palette().window().color().lightness() < MIDDLE_GREY
        QDir.setSearchPaths("marks", [str(Path(__file__).with_name("marks"))])
        self._apply()

    def follow_system(self) -> None:
        """From now on follow the system's change between light and dark, and let title bars and file dialogs follow."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_scheme)
        self._ask_system()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.palette is DARK

    def choose(self, choice: ThemeChoice) -> None:
        """Use light or dark colours, or those of the system."""
        if choice is not self._choice:
            self._choice = choice
            self._ask_system()
            self._apply()

    def _ask_system(self) -> None:
        """Have what the system draws look as chosen, and learn how it looks if that is left to it."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - slow, and not needed for the first paint

        hints, schemes = QGuiApplication.styleHints(), Qt.ColorScheme
        hints.setColorScheme(
            {
                ThemeChoice.SYSTEM: schemes.Unknown,
                ThemeChoice.LIGHT: schemes.Light,
                ThemeChoice.DARK: schemes.Dark,
            }[self._choice]
        )
        # A system that looks otherwise than what was chosen until now says so in a moment.
        self._take_scheme(hints.colorScheme())

    def _take_scheme(self, scheme: Qt.ColorScheme) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - slow, and not needed for the first paint

        if self._choice is not ThemeChoice.SYSTEM:
            return  # it is what was asked for, and says nothing of the system
        dark = self._began_dark if scheme == Qt.ColorScheme.Unknown else scheme == Qt.ColorScheme.Dark
        if dark is not self._system_is_dark:
            self._system_is_dark = dark
            self._apply()

    def _apply(self) -> None:
        dark = self._choice is ThemeChoice.DARK or (self._choice is ThemeChoice.SYSTEM and self._system_is_dark)
        self.palette = DARK if dark else LIGHT
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(style_sheet(self.palette))
        self.changed.emit()


def sized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return ``font`` ``factor`` times as large, so that everything follows the system's font size."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    else:
        result.setPixelSize(round(font.pixelSize() * factor))
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result


def _qt_palette(colours: Palette) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette(QColor(colours.ground))
    for role, colour in {
        roles.Window: colours.ground,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.ground,
        roles.Button: colours.surface,
        roles.ToolTipBase: colours.surface,
        roles.Text: colours.text,
        roles.WindowText: colours.text,
        roles.ButtonText: colours.text,
        roles.ToolTipText: colours.text,
        roles.PlaceholderText: colours.muted,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.on_accent,
        roles.Link: colours.accent,
        roles.Mid: colours.line,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette


def style_sheet(colours: Palette) -> str:
    """Return the style sheet: sizes in em-like units of the font (ex), so that larger fonts keep their air.

    A widget opts in by its dynamic property ``role``: "title", "heading", "muted", "card", "primary", "chip", "danger",
    "choice", "navigation", "column", "notice", "offer", "foot", "step".
    """
    return f"""
    QMainWindow, QDialog, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget#page {{
        background: {colours.ground};
    }}
    QScrollArea {{ border: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollArea#detail {{ border: 2px solid transparent; }}
    QScrollArea#detail:focus {{ border-color: {colours.accent}; }}
    QSplitter::handle:horizontal {{ border-left: 1px solid {colours.line}; margin-left: 4px; }}
    QSplitter::handle:horizontal:hover {{ border-left: 1px solid {colours.accent}; }}
    QToolTip {{ background: {colours.surface}; color: {colours.text}; border: 1px solid {colours.line}; padding: 4px; }}
    QLabel[role="muted"] {{ color: {colours.muted}; }}
    QLabel[role="danger"] {{ color: {colours.danger}; }}
    QLabel[role="stretched"] {{ color: {colours.stretched}; }}
    QLabel[role="accent"] {{ color: {colours.accent}; }}
    *[role="notice"] {{ background: {colours.accent_soft}; border-bottom: 1px solid {colours.line}; }}
    *[role="offer"] {{ background: {colours.accent_soft}; }}
    *[role="foot"] {{ border-top: 1px solid {colours.line}; }}
    *[role="column"] {{ border-right: 1px solid {colours.line}; }}
    *[role="card"] {{ background: {colours.surface}; border: 1px solid {colours.line}; border-radius: 10px; }}
    QAbstractButton[role="card"]:hover {{ border-color: {colours.accent}; }}
    QAbstractButton[role="card"]:focus {{ border: 2px solid {colours.accent}; }}
    QAbstractButton[role="step"] {{ border: 2px solid transparent; border-radius: 8px; }}
    QAbstractButton[role="step"]:hover, QAbstractButton[role="step"]:focus {{ background: {colours.accent_soft}; }}
    QAbstractButton[role="step"]:focus {{ border-color: {colours.accent}; }}
    QPushButton, QToolButton {{
        background: {colours.surface}; color: {colours.text}; border: 1px solid {colours.line}; border-radius: 9px;
        padding: 1.1ex 2.2ex; outline: none;
    }}
    QPushButton:hover, QToolButton:hover {{ border-color: {colours.accent}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {colours.accent_soft}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {colours.accent}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {colours.muted}; background: {colours.ground}; }}
    QPushButton[role="primary"] {{
        background: {colours.accent}; color: {colours.on_accent}; border: 2px solid {colours.accent}; font-weight: 600;
    }}
    QPushButton[role="primary"]:focus {{ border-color: {colours.text}; }}
    QPushButton[role="primary"]:disabled {{
        background: {colours.track}; color: {colours.muted}; border-color: {colours.track};
    }}
    QPushButton[role="danger"] {{ color: {colours.stretched}; border-color: {colours.stretched}; font-weight: 600; }}
    QPushButton[role="danger"]:focus {{ border-color: {colours.text}; }}
    QPushButton[role="chip"] {{ border-radius: 1.5ex; padding: 0.6ex 1.6ex; color: {colours.muted}; }}
    QPushButton[role="chip"]:checked {{
        background: {colours.accent_soft}; color: {colours.accent}; border-color: {colours.accent};
    }}
    QPushButton[role="chip"]:focus {{ border-color: {colours.text}; }}
    QPushButton[role="chip"]:checked:disabled {{
        background: {colours.track}; color: {colours.muted}; border-color: {colours.track};
    }}
    QPushButton[role="choice"] {{ padding: 0; border: 2px solid {colours.line}; }}
    QPushButton[role="choice"]:hover {{ border-color: {colours.accent}; }}
    QPushButton[role="choice"]:checked {{ background: {colours.accent_soft}; border-color: {colours.accent}; }}
    QPushButton[role="choice"]:focus {{ border-color: {colours.text}; }}
    QPushButton[role="navigation"] {{
        border: 2px solid transparent; background: transparent; text-align: left; padding: 1.2ex 1.6ex;
        color: {colours.muted};
    }}
    QPushButton[role="navigation"]:hover {{ color: {colours.text}; }}
    QPushButton[role="navigation"]:checked {{
        background: {colours.accent_soft}; color: {colours.accent}; font-weight: 600;
    }}
    QPushButton[role="navigation"]:focus {{ border-color: {colours.accent}; }}
    QListView, QTableView, QTreeView {{
        background: {colours.ground}; border: none; outline: none; selection-background-color: {colours.accent_soft};
        selection-color: {colours.text};
    }}
    QHeaderView::section {{
        background: {colours.ground}; color: {colours.muted}; border: none; border-bottom: 1px solid {colours.line};
        padding: 0.8ex 1ex; font-weight: 600;
    }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{
        background: {colours.line}; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 2px;
    }}
    QScrollBar::handle:hover {{ background: {colours.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    {form_rules(colours)}
    """
