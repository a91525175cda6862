"""Where the person overrules the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from stretchtimer.core.advice.plan_choice import ExtraSet, Level, PlanChoice
from stretchtimer.core.advice.plan_words import level_name
from stretchtimer.core.language import _


class PlanDialog(QDialog):
    """Asks for each part of the plan. In the answer, what follows the results is None."""

    chosen = Signal(object)
    """The `PlanChoice` that the person keeps."""

    def __init__(self, current: PlanChoice, routines: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change the plan"))
        em = self.fontMetrics().height()
        self.setMinimumWidth(em * 28)
        follow = _("As the results say")
        self._level = _Choice({None: follow, **{level: level_name(level) for level in Level}}, current.level)
        self._routine = _Choice({None: follow, **routines}, current.routine)
        extra = {ExtraSet.NONE: _("None"), ExtraSet.LEFT: _("Left hip"), ExtraSet.RIGHT: _("Right hip")}
        self._extra = _Choice({None: follow, **extra}, current.extra)
        form = QFormLayout()
        for words, box in (
            (_("How often and how long"), self._level),
            (_("Routine"), self._routine),
            (_("One more set for"), self._extra),
        ):
            form.addRow(words, box)
        note = QLabel(_("What you choose stays, whatever later results say, until you change it back."))
        note.setWordWrap(True)
        note.setProperty("role", "muted")
        buttons = QDialogButtonBox()
        keep = buttons.addButton(_("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("role", "primary")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        column.setSpacing(em * 3 // 4)
        column.addLayout(form)
        column.addWidget(note)
        column.addWidget(buttons)

    @property
    def choice(self) -> PlanChoice:
        """What the person chose."""
        return PlanChoice(level=self._level.value, routine=self._routine.value, extra=self._extra.value)

    def _keep(self) -> None:
        self.chosen.emit(self.choice)
        self.accept()


class _Choice(QComboBox):
    """A choice between values, which stay outside of Qt: it would give an enum back as a plain text."""

    def __init__(self, words: Mapping[Any, str], current: Any) -> None:
        super().__init__()
        self._values = tuple(words)
        self.addItems(list(words.values()))
        self.setCurrentIndex(self._values.index(current) if current in self._values else 0)

    @property
    def value(self) -> Any:
        return self._values[self.currentIndex()]
