"""What is asked before a report is written: which time, which paper, which file."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.language import _
from stretchtimer.core.paper import Paper
from stretchtimer.ui.save_place import in_documents

_DAYS = (None, 365, 91, 28)
"""How far back the report goes."""


class ReportDialog(QDialog):
    """Asks on the day ``today``, and stays until it is accepted or left."""

    file_chosen = Signal(str)
    """The file to write. Answer with `accept`, or with `refuse` if it could not be written."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(_("Report"))
        em = self.fontMetrics().height()
        purpose = QLabel(
            _(
                "One or two pages for a physiotherapist: the tests of each hip, the minutes of stretching, pain and a "
                "chart, as a PDF. It is no diagnosis, and it stays on this computer unless you pass it on."
            )
        )
        self._trouble = QLabel()
        self._trouble.setProperty("role", "danger")
        for label in (purpose, self._trouble):
            label.setWordWrap(True)
        self._time, self._paper = QComboBox(), QComboBox()
        for words in (_("Everything"), _("The last year"), _("The last three months"), _("The last four weeks")):
            self._time.addItem(words)
        for paper, words in ((Paper.A4, _("A4")), (Paper.LETTER, _("Letter"))):
            self._paper.addItem(words, paper.value)
        american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        self._paper.setCurrentIndex(int(american))
        form = QFormLayout()
        form.addRow(_("Time"), self._time)
        form.addRow(_("Paper"), self._paper)
        buttons = QDialogButtonBox()
        save = buttons.addButton(_("Save as PDF…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("role", "primary")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._ask_file)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 3 // 2)
        column.setSpacing(em)
        column.addWidget(purpose)
        column.addLayout(form)
        column.addWidget(self._trouble)
        column.addWidget(buttons)
        self._trouble.hide()
        self.resize(em * 32, self.sizeHint().height())

    @property
    def first(self) -> date | None:
        """The first day of the report; None for the first record."""
        days = _DAYS[self._time.currentIndex()]
        return None if days is None else self._today - timedelta(days=days - 1)

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        return Paper(self._paper.currentData())

    def refuse(self, why: str) -> None:
        """Say ``why`` there is no report, and ask again."""
        self._trouble.setText(why)
        self._trouble.show()

    def _ask_file(self) -> None:
        name, _chosen = QFileDialog.getSaveFileName(
            self, _("Save the report"), in_documents(_("hip-report.pdf")), _("PDF document (*.pdf)")
        )
        if name:
            self.file_chosen.emit(name if name.lower().endswith(".pdf") else f"{name}.pdf")
