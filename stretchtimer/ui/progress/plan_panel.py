"""The plan of the week in words, each line with its why; and how regularly each hip was looked after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.advice.advice import Advice
from stretchtimer.core.advice.plan import Plan
from stretchtimer.core.advice.plan_words import Line, extra_set_offer, plan_lines
from stretchtimer.core.language import _
from stretchtimer.core.progress.adherence import adherence_words, habit_rule
from stretchtimer.ui.progress.plan_dialog import PlanDialog
from stretchtimer.ui.theme import sized

BESIDE_EM = 52
"""From this width on, in heights of a line, the habits stand beside the plan."""


class PlanPanel(QWidget):
    """A card with the plan; hidden while there is nothing to advise."""

    changed = Signal(object)
    """The `PlanChoice` of the person."""
    extra_set_wanted = Signal(bool)
    """Whether sessions are to give the hip of the plan its extra set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._routines: Mapping[str, str] = {}
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        em = self.fontMetrics().height()
        self._extra = QCheckBox()
        self._extra.setToolTip(_("In every session, one set more of each hold that stretches the front of this hip"))
        self._extra.clicked.connect(self.extra_set_wanted)
        self._lines, self._habits = _Lines(em), _Lines(em)
        self._lines.column.addWidget(self._extra)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(em // 2)
        for lines in (self._lines, self._habits):
            self._columns.addWidget(lines, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em * 3 // 4, em, em * 3 // 4)
        column.setSpacing(em // 3)
        self._waits = QLabel(_("The plan waits: first read the warning above."))
        self._waits.setProperty("role", "danger")
        self._waits.setWordWrap(True)
        column.addLayout(self._head())
        column.addWidget(self._waits)
        column.addLayout(self._columns)
        self.hide()

    def show_advice(self, advice: Advice, routines: Mapping[str, str]) -> None:
        """Show the plan of ``advice``; ``routines`` are the names of all routines by their ids."""
        self._plan, self._routines = advice.plan, routines
        lines = plan_lines(advice.plan, lambda id: routines.get(id, id)) if advice.plan else ()
        self._lines.show_lines(lines)
        self._habits.show_lines([Line(adherence_words(each), habit_rule()) for each in advice.adherence])
        self._waits.setVisible(advice.locks_sessions and bool(lines))
        self._change.setVisible(advice.plan is not None)
        self._extra.setText(extra_set_offer(advice.plan) if advice.plan else "")
        self._extra.setVisible(bool(self._extra.text()))
        self._extra.setChecked(advice.extra_set)
        self.setVisible(bool(lines or advice.adherence))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set the habits below the plan where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_EM * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def _head(self) -> QHBoxLayout:
        title = QLabel(_("Your plan for a week"))
        title.setFont(sized(self.font(), 1.15, bold=True))
        why = QPushButton(_("Why"))
        why.setToolTip(_("Show the source, the rule and the numbers of each line"))
        why.setProperty("role", "chip")
        why.setCheckable(True)
        for lines in (self._lines, self._habits):
            why.toggled.connect(lines.show_whys)
        self._change = QPushButton(_("Change…"))
        self._change.setToolTip(_("Overrule a part of the plan; it stays as you choose"))
        self._change.setProperty("role", "chip")
        self._change.clicked.connect(self._ask)
        for button in (why, self._change):
            button.setAutoDefault(True)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(why)
        head.addWidget(self._change)
        return head

    def _ask(self) -> None:
        if self._plan is None:
            return
        dialog = PlanDialog(self._plan.choice, self._routines, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.changed)
        dialog.open()


class _Lines(QWidget):
    """Sentences, each with its why below it once that is asked for. A screen reader tells it at once."""

    def __init__(self, em: int) -> None:
        super().__init__()
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._whys = False
        self._place = QVBoxLayout()
        self._place.setSpacing(em // 4)
        self.column = QVBoxLayout(self)
        """What else belongs to the sentences comes below them."""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(em // 4)
        self.column.addLayout(self._place)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show ``lines``; of several with the same why only the last says it."""
        while len(self._rows) < len(lines):
            self._rows.append(self._new_row())
        for (words, why), line, following in zip_longest(self._rows, lines, lines[1:]):
            words.setText(line.words if line else "")
            words.setAccessibleDescription(line.why if line else "")
            why.setText(line.why if line and not (following and following.why == line.why) else "")
        self.show_whys(self._whys)

    def show_whys(self, shown: bool) -> None:
        """Show why, or no longer."""
        self._whys = shown
        for words, why in self._rows:
            words.setVisible(bool(words.text()))
            why.setVisible(shown and bool(why.text()))

    def _new_row(self) -> tuple[QLabel, QLabel]:
        words, why = QLabel(), QLabel()
        why.setProperty("role", "muted")
        for label in (words, why):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._place.addWidget(label)
        return words, why
