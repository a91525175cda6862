"""The answer for one hip, to be chosen and changed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Outcome
from stretchtimer.core.selftest.measurement import Protocol
from stretchtimer.core.selftest.selftest import hip_title, outcome_word
from stretchtimer.ui.outcome_mark import mark_pixmap
from stretchtimer.ui.theme import Palette, Theme, sized


class OutcomeChoice(QWidget):
    """The hip's name over its three outcomes; the chosen one, pressed again, is taken back."""

    chosen = Signal(object)
    """An `Outcome`, or None when it was taken back."""

    def __init__(self, theme: Theme, side: Side, *, size: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._side = theme, side
        title = QLabel(hip_title(side))
        title.setFont(sized(self.font(), 1.2 * size, bold=True))
        title.setProperty("role", "stretched" if side is Side.LEFT else "accent")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        layout.addWidget(title)
        self._buttons: dict[Outcome, _ChoiceButton] = {}
        for outcome in Outcome:
            button = _ChoiceButton(outcome, sized(self.font(), size))
            button.clicked.connect(lambda _checked=False, outcome=outcome: self._press(outcome))
            layout.addWidget(button)
            self._buttons[outcome] = button
        self.set_protocol(Protocol.FLOOR)
        theme.changed.connect(self._paint_marks)
        self._paint_marks()

    @property
    def outcome(self) -> Outcome | None:
        """What is chosen."""
        return next((outcome for outcome, button in self._buttons.items() if button.isChecked()), None)

    def set_protocol(self, protocol: Protocol) -> None:
        """Say the outcomes as they are in ``protocol``."""
        for outcome, button in self._buttons.items():
            words = outcome_word(outcome, protocol)
            button.set_words(words)
            button.setAccessibleName(_("{hip}: {outcome}").format(hip=hip_title(self._side), outcome=words))

    def focus_first(self) -> None:
        """Put the focus on the first outcome."""
        next(iter(self._buttons.values())).setFocus()

    def choose(self, outcome: Outcome | None) -> None:
        """Show ``outcome`` as chosen, without telling."""
        for each, button in self._buttons.items():
            button.setChecked(each is outcome)

    def _press(self, pressed: Outcome) -> None:
        self.choose(pressed if self._buttons[pressed].isChecked() else None)
        self.chosen.emit(self.outcome)

    def _paint_marks(self) -> None:
        for button in self._buttons.values():
            button.paint_mark(self._theme.palette)


class _ChoiceButton(QPushButton):
    """A button with a mark, whose words go on in a second line where there is no room."""

    def __init__(self, outcome: Outcome, font: QFont) -> None:
        super().__init__()
        self._outcome = outcome
        self._mark, self._words = QLabel(), QLabel()
        self._words.setFont(font)
        self._words.setWordWrap(True)
        air = self._words.fontMetrics().height() // 2
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(air * 3 // 2, air, air * 3 // 2, air)
        row.setSpacing(air)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        for label in (self._mark, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("role", "choice")
        self.setCheckable(True)
        # Else it would be what Enter presses in a dialog: an answer that nobody gave.
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: str) -> None:
        """Show ``words``."""
        self._words.setText(words)

    def paint_mark(self, palette: Palette) -> None:
        """Draw the mark in the colours of ``palette``."""
        size = self._words.fontMetrics().height()
        self._mark.setPixmap(mark_pixmap(self._outcome, palette, size, self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._row.sizeHint().width(), self._one_line())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._row.minimumSize().width(), self._one_line())

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._row.heightForWidth(width)

    def _one_line(self) -> int:
        """Return the least height. What more lines need follows from the width; to ask for it in any width left a gap
        under the form, and a page that scrolled for nothing.
        """
        margins = self._row.contentsMargins()
        return margins.top() + self._words.fontMetrics().height() + margins.bottom()
