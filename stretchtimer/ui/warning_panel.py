"""The warnings over the progress page. The upper ones are put away by a deliberate confirmation only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.advice.warning_words import confirmation_words, tier_name, warning_source, warning_words
from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.language import _
from stretchtimer.ui.sentence_tick import SentenceTick
from stretchtimer.ui.theme import sized

WIDTH_EM, HEIGHT_EM = 32, 20
"""How wide the warnings of the dialog are, and how high at most before they scroll, in heights of a line."""


class WarningPanel(QWidget):
    """A card for each warning, the most urgent first; hidden if there is none."""

    put_away = Signal(object)
    """The warnings that the person put away; those that need it after a deliberate confirmation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warnings: tuple[Warning, ...] = ()
        self._cards: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.fontMetrics().height() // 2)
        self.hide()

    def show_warnings(self, warnings: tuple[Warning, ...]) -> None:
        """Show ``warnings``."""
        if warnings != self._warnings:
            self._warnings = warnings
            for card in self._cards:
                self._column.removeWidget(card)
                card.deleteLater()
            self._cards = [self._card(each) for each in warnings]
            for card in self._cards:
                self._column.addWidget(card)
        self.setVisible(bool(warnings))

    def _card(self, warning: Warning) -> QWidget:
        card = QWidget()
        card.setProperty("role", "card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        em = self.fontMetrics().height()
        column = QVBoxLayout(card)
        column.setContentsMargins(em, em * 3 // 4, em, em * 3 // 4)
        column.setSpacing(em // 3)
        title, *others = warning_labels(warning)
        deliberate = warning.tier.needs_confirmation
        button = QPushButton(_("I have read this…") if deliberate else _("Put away"))
        button.setAutoDefault(True)
        button.setAccessibleDescription(warning_words(warning))
        button.clicked.connect(self._ask if deliberate else lambda: self.put_away.emit((warning,)))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(button)
        column.addLayout(head)
        for label in others:
            column.addWidget(label)
        return card

    def _ask(self) -> None:
        dialog = ConfirmationDialog([each for each in self._warnings if each.tier.needs_confirmation], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self.put_away)
        dialog.open()


class ConfirmationDialog(QDialog):
    """Shows ``warnings`` and asks to tick a sentence and then to press a button, which no single key does."""

    confirmed = Signal(object)
    """The warnings that were shown."""

    def __init__(self, warnings: Sequence[Warning], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warnings = tuple(warnings)
        self.setWindowTitle(tier_name(warnings[0].tier))
        em = self.fontMetrics().height()
        self.setMinimumWidth(em * (WIDTH_EM + 3))
        column = QVBoxLayout(self)
        column.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        column.setSpacing(em // 2)
        column.addWidget(_scrolling(warnings, em))
        self._tick = SentenceTick(confirmation_words(warnings[0].tier))
        column.addSpacing(em // 2)
        column.addWidget(self._tick)
        buttons = QDialogButtonBox()
        self._confirm = buttons.addButton(_("Put away"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._confirm.setEnabled(False)
        back = buttons.addButton(_("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
        # Enter leaves the warning where it is.
        self._confirm.setAutoDefault(False)
        back.setDefault(True)
        self._tick.toggled.connect(self._confirm.setEnabled)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._tick.setFocus()

    def accept(self) -> None:
        """Close, and tell what was confirmed."""
        self.confirmed.emit(self._warnings)
        super().accept()


def _scrolling(warnings: Sequence[Warning], em: int) -> QScrollArea:
    """Return all ``warnings``, as high as they are but not so high that the buttons leave a small screen."""
    content, scroll = QWidget(), QScrollArea()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    for warning in warnings:
        for label in warning_labels(warning):
            column.addWidget(label)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setAccessibleName(_("Warnings"))
    scroll.setWidgetResizable(True)
    scroll.setWidget(content)
    scroll.setMinimumHeight(min(column.totalHeightForWidth(WIDTH_EM * em), HEIGHT_EM * em))
    return scroll


def warning_labels(warning: Warning) -> tuple[QLabel, QLabel, QLabel]:
    """Return what to do, why, and where the rule comes from."""
    title, words, source = (
        QLabel(tier_name(warning.tier)),
        QLabel(warning_words(warning)),
        QLabel(warning_source(warning)),
    )
    title.setFont(sized(title.font(), 1.15, bold=True))
    if warning.tier.needs_confirmation:
        title.setProperty("role", "danger")
    source.setProperty("role", "muted")
    for label in (title, words, source):
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return title, words, source
