"""The last step of the self-test: the answers, to be given, changed and saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.selftest.selftest import SelfTest, flattered_notice, stopped_advice
from stretchtimer.ui.selftest.selftest_form import SIDES, SelfTestForm
from stretchtimer.ui.theme import Theme, sized


class SelfTestReview(QWidget):
    """The form under the title scrolls; the buttons stay in sight."""

    back_pressed = Signal()
    discarded = Signal()
    saved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = SelfTestForm(theme, size=1.3)
        self.form.changed.connect(self._check)
        self._title, self._text, self._flattered, self._advice = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setFont(sized(self.font(), 2.0, bold=True))
        self._text.setFont(sized(self.font(), 1.2))
        self._flattered.setProperty("role", "muted")
        self._advice.setProperty("role", "danger")
        self._advice.setFont(sized(self.font(), 1.2, bold=True))
        for label in (self._title, self._text, self._flattered, self._advice):
            label.setWordWrap(True)
        self._save = QPushButton(_("Save"))
        self._save.setToolTip(_("Enter or Ctrl+Enter"))
        self._save.setProperty("role", "primary")
        self._discard = QPushButton(_("Discard"))
        self._back = QPushButton(_("Back to the test"))
        self._back.setToolTip(_("Page Up"))
        for button, signal in (
            (self._save, self.saved),
            (self._discard, self.discarded),
            (self._back, self.back_pressed),
        ):
            # The style sheet's weight alone would not count when the button asks for its room.
            button.setFont(sized(self.font(), 1.0, bold=button is self._save))
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self._lay_out()

    def show_test(self, test: SelfTest, *, flattered: bool) -> None:
        """Show the answers of ``test``."""
        self._title.setText(test.step.title)
        self._text.setText(test.step.text)
        for side in SIDES:
            self.form.choose(side, test.outcome(side))
        self._advice.setText(stopped_advice())
        self._advice.setVisible(test.stopped)
        self._flattered.setText(flattered_notice())
        self._flattered.setVisible(flattered)
        self._check()

    def point_to_readings(self) -> None:
        """Put the focus where the first number belongs."""
        self.form.focus_readings()
        self._scroll.ensureWidgetVisible(self.focusWidget())

    def point_to_trouble(self) -> bool:
        """Put the focus where something is wrong or has to be confirmed, and return whether there is such a place."""
        found = self.form.point_to_trouble()
        if found:
            self._scroll.ensureWidgetVisible(self.focusWidget())
        return found

    def point_to_discard(self) -> None:
        """Put the focus on the button that throws the answers away: one more key then does it."""
        self._discard.setFocus()

    def _check(self) -> None:
        """Allow saving once there is something to keep, or to mend."""
        self._save.setEnabled(not self.form.empty)

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        page, foot = QWidget(), QWidget()
        page.setObjectName("page")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(page)
        # Tab goes from field to field; the page follows.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot.setProperty("role", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(em * 2, em * 3 // 4, em * 2, em * 3 // 4)
        buttons.setSpacing(em)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._discard)
        buttons.addWidget(self._save)
        column = QVBoxLayout(page)
        column.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 3 // 2)
        column.setSpacing(em * 5 // 4)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._advice)
        column.addWidget(self.form)
        column.addWidget(self._flattered)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)
