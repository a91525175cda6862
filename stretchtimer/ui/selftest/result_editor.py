"""The dialog that adds a self-test by hand, or corrects one."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QDate, QDateTime, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.language import _
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.records import Moment, SelfTestRecord
from stretchtimer.core.selftest.measurement import Method, Protocol
from stretchtimer.core.selftest.measurement_words import method_name, protocol_name
from stretchtimer.core.selftest.selftest import SelfTestDraft
from stretchtimer.core.selftest.selftest_steps import Approach
from stretchtimer.ui.flow_layout import FlowLayout
from stretchtimer.ui.selftest.selftest_form import SelfTestForm
from stretchtimer.ui.theme import Theme, sized

Choice = TypeVar("Choice", bound=StrEnum)


class ResultEditor(QDialog):
    """Asks for the time and the results. ``test`` is the one to correct; without it a new one is added."""

    photograph_requested = Signal(object)
    """The `HipForm` that wants an angle."""

    def __init__(
        self,
        theme: Theme,
        now: Moment,
        test: SelfTestRecord | None = None,
        *,
        measuring: Measuring = Measuring(),  # noqa: B008 - a frozen value
        parent: QWidget | None = None,
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
        self._form = SelfTestForm(theme)
        if test is None:
            self._form.clear(measuring, None)
        else:
            self._form.load(test)
        self._protocol = _box(_("Where it was taken"), {each: protocol_name(each) for each in Protocol})
        self._method = _box(_("How it was measured"), {each: method_name(each) for each in Method})
        self._protocol.setCurrentIndex(list(Protocol).index(self._form.approach.protocol))
        self._method.setCurrentIndex(list(Method).index(self._form.approach.method))
        for box in (self._protocol, self._method):
            box.currentIndexChanged.connect(self._use_approach)
        self._form.changed.connect(self._check)
        self._form.photograph_requested.connect(self.photograph_requested)
        self._lay_out(title)
        self._check()

    @property
    def draft(self) -> SelfTestDraft:
        """The test to add."""
        return self._form.draft(self._moment())

    def corrected(self, test: SelfTestRecord) -> SelfTestRecord:
        """Return ``test`` with what the person changed."""
        return self._form.corrected(test, self._moment())

    def accept(self) -> None:
        """Close, unless something is wrong or has to be confirmed first."""
        if self._form.point_to_trouble():
            self._scroll.ensureWidgetVisible(self.focusWidget())
        else:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Save at Enter only where the form has no other use for it."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if not (entered and self._form.enter_at(self.focusWidget())):
            super().keyPressEvent(event)

    def _use_approach(self) -> None:
        self._form.set_approach(Approach(Protocol(self._protocol.currentData()), Method(self._method.currentData())))
        self._check()

    def _lay_out(self, title: str) -> None:
        em = self.fontMetrics().height()
        heading = QLabel(title)
        heading.setFont(sized(self.font(), 1.3, bold=True))
        how = FlowLayout(spacing=em // 2)
        for widget in (self._when, self._protocol, self._method):
            how.addWidget(widget)
        buttons = QDialogButtonBox()
        self._save: QPushButton = buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setProperty("role", "primary")
        self._save.setDefault(True)
        self._save.setShortcut("Ctrl+Return")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        page = QWidget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        inner.setSpacing(em)
        inner.addWidget(heading)
        inner.addLayout(how)
        inner.addWidget(self._form)
        inner.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(page)
        # Tab goes from field to field; the page follows.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QVBoxLayout()
        foot.setContentsMargins(em * 3 // 2, em // 2, em * 3 // 2, em)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        wanted = QSize(em * 48, page.sizeHint().height() + foot.sizeHint().height() + em)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.92))

    def _check(self) -> None:
        """Allow saving once there is a result to keep, or to mend."""
        self._save.setEnabled(not self._form.empty)
        self._save.setToolTip(_("Choose a result for at least one hip.") if self._form.empty else "")

    def _moment(self) -> Moment:
        """Return the chosen time; a test whose time was not touched keeps its own, to the millisecond."""
        chosen = self._when.dateTime()
        if self._test is not None and chosen == self._shown_at:
            return self._test.at
        day, time = chosen.date(), chosen.time()
        zone = timezone(timedelta(seconds=chosen.offsetFromUtc()))
        return Moment.of(datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=zone))


def _box(name: str, choices: dict[Choice, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for choice, words in choices.items():
        box.addItem(words, choice.value)
    return box


def _minute(when: datetime) -> QDateTime:
    """Return the wall clock time of ``when``, without its seconds, as the editor shows it."""
    return QDateTime(QDate(when.year, when.month, when.day), QTime(when.hour, when.minute))
