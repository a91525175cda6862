"""The foot of the picker: how long it takes, and Start; when it is due, the offer of the self-test."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.session.captions import duration_words
from stretchtimer.ui.prose import Prose
from stretchtimer.ui.stretch.exercise_detail import WIDEST_EM
from stretchtimer.ui.theme import sized

BESIDE_EM = 28
"""From this width on, in heights of a line, the offer takes one row."""


class StartBar(QWidget):
    """Emits `started` for what is chosen, and `test_chosen` if the person takes the offer."""

    started = Signal()
    test_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        em = self.fontMetrics().height()
        self.setProperty("role", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offer = self._make_offer(em)
        self._total = Prose(factor=1.15)
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._start = QPushButton(_("Start"))
        self._start.setObjectName("start")
        self._start.setProperty("role", "primary")
        self._start.setFont(sized(self.font(), 1.35, bold=True))
        self._start.setToolTip(_("Enter in the list, or Ctrl+Enter"))
        self._start.setMinimumWidth(em * 7)
        self._start.clicked.connect(self.started)
        bar = QWidget()
        bar.setMaximumWidth(em * WIDEST_EM)
        row = QHBoxLayout(bar)
        row.setContentsMargins(em * 3 // 2, em * 2 // 3, em * 3 // 2, em)
        row.setSpacing(em)
        row.addStretch(0)
        row.addWidget(self._total, 1)
        row.addWidget(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._offer)
        column.addWidget(bar)

    def show_total(self, seconds: float | None) -> None:
        """Show how long the session takes; None for the self-test, which is no session."""
        self._total.setText("" if seconds is None else duration_words(seconds))
        self._start.setText(_("Begin the test") if seconds is None else _("Start"))

    def show_offer(self, words: str) -> None:
        """Offer the self-test with ``words``; empty ones offer nothing."""
        self._offer_words.setText(words)
        self._offer.setVisible(bool(words))

    def press(self) -> None:
        """Start, as if the button were pressed."""
        self._start.click()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set the offer's button below its words where there is no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_EM * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._offer_row.setDirection(direction)

    def _make_offer(self, em: int) -> QWidget:
        offer = QWidget()
        offer.setProperty("role", "offer")
        offer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        test = QPushButton(_("Take the self-test"))
        test.setProperty("role", "chip")
        test.clicked.connect(self.test_chosen)
        self._offer_words = QLabel()
        self._offer_words.setWordWrap(True)
        row = QWidget()
        row.setMaximumWidth(em * WIDEST_EM)
        self._offer_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        self._offer_row.setContentsMargins(em * 3 // 2, em // 2, em * 3 // 2, em // 2)
        self._offer_row.setSpacing(em // 2)
        self._offer_row.addWidget(self._offer_words, 1)
        self._offer_row.addWidget(test, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(offer)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        offer.hide()
        return offer
