"""The dialog that adds a self-test by hand, or corrects one."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from msgspec.structs import replace
from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Moment, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest import SelfTestDraft
from stretchtimer.ui.outcome_choice import OutcomeChoice
from stretchtimer.ui.theme import Theme, sized


class ResultEditor(QDialog):
    """Asks for the time, the results and a note. ``test`` is the one to correct; without it a new one is added."""

    def __init__(
        self, theme: Theme, now: Moment, test: SelfTestRecord | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._test = test
        title = _("Add a self-test") if test is None else _("Correct a self-test")
        self.setWindowTitle(title)
        self._shown_at = _minute((test.at if test else now).local)
        self._when = QDateTimeEdit(self._shown_at)
        self._when.setCalendarPopup(True)
        # Translators: Qt's date and time format.
        self._when.setDisplayFormat(_("d MMM yyyy HH:mm"))
        self._when.setMaximumDateTime(max(self._shown_at, _minute(now.local)))
        self._when.setAccessibleName(_("Taken on"))
        self._choices = {side: OutcomeChoice(theme, side) for side in (Side.LEFT, Side.RIGHT)}
        for side, choice in self._choices.items():
            choice.choose(test.result_of(side) if test else None)
            choice.chosen.connect(lambda _outcome: self._check())
        self._note = QLineEdit(test.note if test else "")
        self._note.setPlaceholderText(_("Note, if you like"))
        self._note.setAccessibleName(_("Note"))
        self._after = QCheckBox(_("Taken after stretching on the same day"))
        self._after.setChecked(bool(test and test.after_stretching))
        self._after.setVisible(test is not None)
        self._lay_out(title)
        self._check()

    @property
    def draft(self) -> SelfTestDraft:
        """The test to add."""
        return SelfTestDraft(
            at=self._moment(),
            results=tuple(
                ResultRecord(side=side, outcome=choice.outcome)
                for side, choice in self._choices.items()
                if choice.outcome
            ),
            note=self._note.text().strip(),
        )

    def corrected(self, test: SelfTestRecord) -> SelfTestRecord:
        """Return ``test`` with what the person changed."""
        outcomes = {side: choice.outcome for side, choice in self._choices.items()}
        return replace(
            test,
            at=self._moment(),
            results=tuple(ResultRecord(side=side, outcome=outcome) for side, outcome in outcomes.items() if outcome),
            note=self._note.text().strip(),
            after_stretching=self._after.isChecked(),
        )

    def _lay_out(self, title: str) -> None:
        em = self.fontMetrics().height()
        self.setMinimumWidth(em * 34)
        heading = QLabel(title)
        heading.setFont(sized(self.font(), 1.3, bold=True))
        when = QHBoxLayout()
        when.addWidget(QLabel(_("Taken on")))
        when.addWidget(self._when)
        when.addStretch(1)
        hips = QHBoxLayout()
        hips.setSpacing(em * 3 // 2)
        for choice in self._choices.values():
            hips.addWidget(choice, 1)
        buttons = QDialogButtonBox()
        self._save: QPushButton = buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setProperty("role", "primary")
        self._save.setDefault(True)
        self._save.setShortcut("Ctrl+Return")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        column.setSpacing(em)
        column.addWidget(heading)
        column.addLayout(when)
        column.addLayout(hips)
        column.addWidget(self._note)
        column.addWidget(self._after)
        column.addStretch(1)
        column.addWidget(buttons)

    def _check(self) -> None:
        """Allow saving once there is a result to keep."""
        complete = any(choice.outcome for choice in self._choices.values())
        self._save.setEnabled(complete)
        self._save.setToolTip("" if complete else _("Choose a result for at least one hip."))

    def _moment(self) -> Moment:
        """Return the chosen time; a test whose time was not touched keeps its own, to the millisecond."""
        chosen = self._when.dateTime()
        if self._test is not None and chosen == self._shown_at:
            return self._test.at
        day, time = chosen.date(), chosen.time()
        zone = timezone(timedelta(seconds=chosen.offsetFromUtc()))
        return Moment.of(datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=zone))


def _minute(when: datetime) -> QDateTime:
    """Return the wall clock time of ``when``, without its seconds, as the editor shows it."""
    return QDateTime(QDate(when.year, when.month, when.day), QTime(when.hour, when.minute))
