"""One number of a dosage: what it is, the number, and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

from stretchtimer.core.catalog.exercise import Amount
from stretchtimer.core.catalog.exercise_words import origin_words
from stretchtimer.core.language import _
from stretchtimer.ui.theme import sized


class AmountField(QWidget):
    """A number within the limits of an `Amount`."""

    changed = Signal()

    def __init__(self, name: str, *, seconds: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amount: Amount | None = None
        em = self.fontMetrics().height()
        label = QLabel(name)
        self._box = _Number()
        self._box.setMinimumWidth(em * 6)
        self._box.setAccessibleName(name)
        if seconds:
            self._box.setSuffix(_(" s"))
        self._box.valueChanged.connect(self.changed)
        label.setBuddy(self._box)
        self._origin = QLabel()
        self._origin.setProperty("role", "muted")
        self._origin.setFont(sized(self.font(), 0.9))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 4)
        for widget in (label, self._box, self._origin):
            column.addWidget(widget)

    @property
    def value(self) -> int:
        """The number that is shown."""
        return self._box.value()

    @property
    def differs(self) -> bool:
        """Whether the number is another than the exercise's own."""
        return self._amount is not None and self.value != self._amount.default

    def show_amount(self, amount: Amount, *, even: bool = False) -> None:
        """Show ``amount`` with its limits and its origin; ``even`` numbers only if asked for."""
        self._amount = amount
        with QSignalBlocker(self._box):
            self._box.even = even
            self._box.setRange(amount.min + amount.min % 2 * even, amount.max - amount.max % 2 * even)
            self._box.setSingleStep(2 if even else 1)
        self._origin.setText(origin_words(amount.origin))
        explained = _("{least} to {most} ({origin}). {note}").format(
            least=amount.min, most=amount.max, origin=origin_words(amount.limits), note=_(amount.note)
        )
        self.setToolTip(explained)
        self._box.setAccessibleDescription(
            _("{origin}. Limits: {limits}").format(origin=origin_words(amount.origin), limits=explained)
        )
        self.reset()

    def reset(self) -> None:
        """Show the exercise's own number again, without a signal."""
        if self._amount is not None:
            with QSignalBlocker(self._box):
                self._box.setValue(self._amount.default)


class _Number(QSpinBox):
    """Scrolls with the page instead of changing under the wheel, until it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.even = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Change by the wheel only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def valueFromText(self, text: str) -> int:  # noqa: N802
        """Return the number in ``text``, or the one below it where it must be even."""
        value = super().valueFromText(text)
        return value - value % 2 if self.even else value
