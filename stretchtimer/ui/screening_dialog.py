"""The question before the first session: who should ask a professional first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Safety
from stretchtimer.ui.sentence_tick import SentenceTick
from stretchtimer.ui.theme import sized


class ScreeningDialog(QDialog):
    """Asks which conditions apply. `answer` gives what to keep; a rejected dialog keeps nothing and comes again."""

    def __init__(self, current: Safety, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self.setWindowTitle(_("Safety first"))
        em = self.fontMetrics().height()
        self.setMinimumWidth(em * 30)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        layout.setSpacing(em * 3 // 4)
        question = QLabel(safety.screening_question())
        question.setFont(sized(self.font(), 1.2, bold=True))
        question.setWordWrap(True)
        layout.addWidget(question)
        self._boxes: dict[Condition, SentenceTick] = {}
        for condition in Condition:
            box = SentenceTick(safety.condition_words(condition))
            box.setChecked(condition in current.conditions)
            box.toggled.connect(self._show_advice)
            layout.addWidget(box)
            self._boxes[condition] = box
        self._cleared = SentenceTick(_("A professional has cleared me for these exercises"))
        self._cleared.setChecked(current.cleared)
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        self._advice.setMinimumHeight(self._advice.fontMetrics().height() * 5)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._advice)
        layout.addWidget(self._cleared)
        layout.addStretch(1)
        buttons = QDialogButtonBox()
        self._go_on = buttons.addButton(_("None of these"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go_on.setProperty("role", "primary")
        self._go_on.setDefault(True)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._show_advice()

    @property
    def answer(self) -> Safety:
        """What the person answered."""
        conditions = tuple(condition for condition, box in self._boxes.items() if box.isChecked())
        return Safety(
            welcomed=self._current.welcomed,
            screened=True,
            conditions=conditions,
            cleared=bool(conditions) and self._cleared.isChecked(),
        )

    def _show_advice(self) -> None:
        any_applies = any(box.isChecked() for box in self._boxes.values())
        self._advice.setText(safety.consult_advice() if any_applies else safety.stop_rule())
        self._cleared.setEnabled(any_applies)
        self._go_on.setText(_("I have read this") if any_applies else _("None of these"))
        self._grow()

    def _grow(self) -> None:
        """Be as high as the words need in this width: Qt lets a longer text run into what stands below it."""
        needed = self._column.totalHeightForWidth(self.width())
        if self.height() < needed:
            self.resize(self.width(), needed)
