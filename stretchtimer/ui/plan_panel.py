"""The plan of the week in words, each line with its why; and how regularly each hip was looked after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.adherence import adherence_words, habit_rule
from stretchtimer.core.advice import Advice
from stretchtimer.core.language import _
from stretchtimer.core.plan import Plan
from stretchtimer.core.plan_words import Line, extra_set_offer, plan_lines
from stretchtimer.ui.plan_dialog import PlanDialog
from stretchtimer.ui.theme import sized


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
        self._rows: list[_Row] = []
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        em = self.fontMetrics().height()
        title = QLabel(_("Your plan for a week"))
        title.setFont(sized(self.font(), 1.15, bold=True))
        self._change = QPushButton(_("Change…"))
        self._change.setToolTip(_("Overrule a part of the plan; it stays as you choose"))
        self._change.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._change)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(em, em * 3 // 4, em, em * 3 // 4)
        self._column.setSpacing(em // 4)
        self._column.addLayout(head)
        self._rows_place = QVBoxLayout()
        self._rows_place.setSpacing(em // 4)
        self._column.addLayout(self._rows_place)
        self._extra = QCheckBox()
        self._extra.setToolTip(_("In every session, one set more of each hold that stretches the front of this hip"))
        self._extra.clicked.connect(self.extra_set_wanted)
        self._column.addWidget(self._extra)
        self.hide()

    def show_advice(self, advice: Advice, routines: Mapping[str, str]) -> None:
        """Show the plan of ``advice``; ``routines`` are the names of all routines by their ids."""
        self._plan, self._routines = advice.plan, routines
        lines = plan_lines(advice.plan, lambda id: routines.get(id, id)) if advice.plan else ()
        habits = tuple(Line(adherence_words(each), "") for each in advice.adherence)
        lines = (*lines, *habits, *((Line("", habit_rule()),) if habits else ()))
        while len(self._rows) < len(lines):
            self._rows.append(self._new_row())
        for row, line in zip(self._rows, (*lines, *[Line("", "")] * (len(self._rows) - len(lines))), strict=True):
            for label, words in zip(row, line, strict=True):
                label.setText(words)
                label.setVisible(bool(words))
        self._change.setVisible(advice.plan is not None)
        self._extra.setText(extra_set_offer(advice.plan) if advice.plan else "")
        self._extra.setVisible(bool(self._extra.text()))
        self._extra.setChecked(advice.extra_set)
        self.setVisible(bool(lines))

    def _new_row(self) -> _Row:
        row = _Row(QLabel(), QLabel())
        row.why.setProperty("role", "muted")
        for label in row:
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rows_place.addWidget(label)
        return row

    def _ask(self) -> None:
        if self._plan is None:
            return
        dialog = PlanDialog(self._plan.choice, self._routines, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.changed)
        dialog.open()


class _Row(NamedTuple):
    words: QLabel
    why: QLabel
