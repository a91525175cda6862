"""The line over each part of the chart: what it shows, and what its marks and bars stand for."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsTextItem, QGraphicsWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.progress_bins import Grain
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.measurement import Protocol
from stretchtimer.core.selftest.measurement_words import sign_convention
from stretchtimer.core.selftest.selftest import hip_title, outcome_name
from stretchtimer.ui.outcome_mark import mark_colour
from stretchtimer.ui.theme import Palette

GLYPHS = {Outcome.PASSED: "●", Outcome.LIFTED: "△", Outcome.STOPPED: "✕"}
ANGLES = {Side.LEFT: "●", Side.RIGHT: "■"}
BARS = {Side.LEFT: "■", Side.RIGHT: "□"}


class Caption(QGraphicsWidget):
    """Rich text over the whole width, on as many lines as it needs. Part of the scene, so that a saved chart has it."""

    def __init__(self) -> None:
        super().__init__()
        self._text = QGraphicsTextItem(self)
        self._text.document().setDocumentMargin(2)
        self._shown: tuple[str, QFont, str] | None = None

    def show_text(self, html: str, font: QFont, colour: str) -> None:
        """Show ``html``."""
        if (html, font, colour) == self._shown:
            return
        self._shown = (html, font, colour)
        self._text.setFont(font)
        self._text.setDefaultTextColor(QColor(colour))
        self._text.setHtml(html)

    def height_for(self, width: float) -> float:
        """Lay the text out over ``width``, and return how high it is then."""
        self._text.setTextWidth(width)
        return self._text.boundingRect().height()


def lanes_caption(palette: Palette, grain: Grain | None) -> str:
    """Return what the upper part shows when tests are taken together by ``grain``; None is each by itself."""
    entries = [(GLYPHS[each], mark_colour(each, palette).name(), outcome_name(each)) for each in Outcome]
    heading = {
        None: _("Self-test"),
        Grain.WEEK: _("Self-tests of each week: the larger the mark, the more of them"),
        Grain.MONTH: _("Self-tests of each month: the larger the mark, the more of them"),
        Grain.QUARTER: _("Self-tests of each quarter: the larger the mark, the more of them"),
        Grain.YEAR: _("Self-tests of each year: the larger the mark, the more of them"),
    }[grain]
    return _caption(heading, entries)


def angles_caption(palette: Palette, grain: Grain | None, protocols: Collection[Protocol]) -> str:
    """Return what the plots of angles show when results are taken together by ``grain``.

    ``protocols`` are those that were measured in; the sign of an angle is told for them.
    """
    heading = {
        None: _("Angle of the thigh"),
        Grain.WEEK: _("Angle of the thigh, median of each week"),
        Grain.MONTH: _("Angle of the thigh, median of each month"),
        Grain.QUARTER: _("Angle of the thigh, median of each quarter"),
        Grain.YEAR: _("Angle of the thigh, median of each year"),
    }[grain]
    colours = {Side.LEFT: palette.stretched, Side.RIGHT: palette.right}
    entries = [(ANGLES[side], colours[side], hip_title(side)) for side in ANGLES]
    entries.append(("○□", palette.text, _("inside the error band around the start")))
    entries.append(("◦", palette.muted, _("not used for the trend")))
    return _caption(heading, entries, " ".join(map(sign_convention, sorted(protocols))))


def felt_caption(palette: Palette) -> str:
    """Return what the lane of tightness and pain shows."""
    entries = [("○□", palette.text, _("tightness")), ("●■", palette.text, _("pain"))]
    return _caption(_("Tightness and pain, 0 to 10"), entries)


def weeks_caption(palette: Palette, grain: Grain) -> str:
    """Return what the lower part shows when a pair of bars is the average week of ``grain``."""
    colours = {Side.LEFT: palette.stretched, Side.RIGHT: palette.right}
    heading = {
        Grain.WEEK: _("Minutes of stretching a week"),
        Grain.MONTH: _("Minutes of stretching a week, average of each month"),
        Grain.QUARTER: _("Minutes of stretching a week, average of each quarter"),
        Grain.YEAR: _("Minutes of stretching a week, average of each year"),
    }[grain]
    return _caption(heading, [(BARS[side], colours[side], hip_title(side)) for side in BARS])


def _caption(heading: str, entries: list[tuple[str, str, str]], remark: str = "") -> str:
    marks = "".join(
        f'&nbsp;&nbsp;&nbsp; <span style="color: {colour}">{glyph}</span>&nbsp;{escape(words).replace(" ", "&nbsp;")}'
        for glyph, colour, words in entries
    )
    return f"<b>{escape(heading)}</b>{marks}{f'&nbsp;&nbsp;&nbsp; {escape(remark)}' if remark else ''}"
