"""The statements over the chart: how each hip did in its latest tests, and the present week."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.progress import HipStanding, ProgressView, chance_notice, dose_source, dose_words
from stretchtimer.core.progress.trend import Label
from stretchtimer.core.progress.trend_words import asymmetry_words, basis_words, label_name, trend_words
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.selftest import hip_title, hip_words, outcome_name
from stretchtimer.ui.dates import day_words, minutes_words
from stretchtimer.ui.outcome_mark import mark_pixmap
from stretchtimer.ui.theme import Theme, sized


class ProgressCards(QWidget):
    """Three cards: left hip, right hip, this week."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right, self._week = _Card(theme), _Card(theme), _Card(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height())
        for card in (self._left, self._right, self._week):
            row.addWidget(card, 1)

    def set_view(self, view: ProgressView) -> None:
        """Show the statements of ``view``."""
        note = asymmetry_words(view.asymmetry) if view.asymmetry else ""
        for card, hip in ((self._left, view.left), (self._right, view.right)):
            tighter = view.asymmetry is not None and view.asymmetry.tighter is hip.side
            card.show_words(hip_title(hip.side), *_hip_words(hip, note if tighter else ""), _basis(hip), _mark(hip))
        left, right = view.this_week.left_min, view.this_week.right_min
        shown = [minutes_words(minutes) for minutes in (left, right)]
        headline = _("{left} and {right} min").format(left=shown[0], right=shown[1])
        detail = "\n".join((dose_words(Side.LEFT, left, shown[0]), dose_words(Side.RIGHT, right, shown[1])))
        self._week.show_words(_("This week, left and right hip"), headline, detail, dose_source())


class _Card(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._outcome: Outcome | None = None
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._headline, self._detail, self._mark = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "muted")
        self._headline.setFont(sized(self.font(), 1.5, bold=True))
        em = self.fontMetrics().height()
        head = QHBoxLayout()
        head.setSpacing(em // 2)
        head.addWidget(self._mark)
        head.addWidget(self._headline, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em * 3 // 4, em, em * 3 // 4)
        column.setSpacing(em // 4)
        column.addWidget(self._title)
        column.addLayout(head)
        column.addWidget(self._detail)
        column.addStretch(1)
        for label in (self._title, self._headline, self._detail):
            label.setWordWrap(True)
        theme.changed.connect(self._paint_mark)

    def show_words(self, title: str, headline: str, detail: str, source: str, outcome: Outcome | None = None) -> None:
        """Show the words; ``source`` on demand, and the mark of ``outcome`` before the headline."""
        self._title.setText(title)
        self._headline.setText(headline)
        self._detail.setText(detail)
        self.setToolTip(source)
        self.setAccessibleName(f"{title}: {headline}. {detail}")
        self.setAccessibleDescription(source)
        self._outcome = outcome
        self._paint_mark()

    def _paint_mark(self) -> None:
        self._mark.setVisible(self._outcome is not None)
        if self._outcome is not None:
            size = self._headline.fontMetrics().height() * 3 // 4
            self._mark.setPixmap(mark_pixmap(self._outcome, self._theme.palette, size, self.devicePixelRatioF()))


def _hip_words(standing: HipStanding, note: str) -> tuple[str, str]:
    """Return the headline and the detail of one hip; ``note`` is what else is to be said of it."""
    if standing.latest is None or standing.latest_test is None:
        return _("Not tested yet"), _("The self-test takes two minutes.")
    trend = standing.trend
    latest = hip_words(standing.latest_test, standing.side)
    lines = [_("{result} on {day}").format(result=latest, day=day_words(standing.latest_test.at.local.date()))]
    if standing.latest_test.after_stretching:
        lines[0] = _("{day}, after stretching, which flatters").format(day=lines[0])
    if standing.of > 1 and (trend is None or trend.baseline_deg is None):
        lines.append(_("Passed {n} of the last {m} tests").format(n=standing.passed, m=standing.of))
    if trend is None or trend.label is Label.TOO_EARLY:
        headline = outcome_name(standing.latest)
        said = _("{label}: {words}").format(label=label_name(trend.label), words=trend_words(trend)) if trend else ""
        lines.append(said)
        return _capitalized(headline), "\n".join(filter(None, lines))
    lines[0] = _("Last: {result}").format(result=lines[0])
    return label_name(trend.label), "\n".join(filter(None, (trend_words(trend), *lines, note)))


def _mark(standing: HipStanding) -> Outcome | None:
    """Return the mark before the headline: the outcome's, where that is the headline."""
    early = standing.trend is None or standing.trend.label is Label.TOO_EARLY
    return standing.latest if early else None


def _basis(standing: HipStanding) -> str:
    return basis_words(standing.trend) if standing.trend else chance_notice()


def _capitalized(words: str) -> str:
    return words[:1].upper() + words[1:]
