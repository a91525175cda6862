"""The dialog in which the person chooses once where the self-test is taken and how it is measured."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.language import _
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.selftest.measurement import Method, Protocol
from stretchtimer.core.selftest.measurement_words import method_name, method_summary, protocol_name, protocol_summary
from stretchtimer.ui.theme import sized


class ApproachDialog(QDialog):
    """Shows the approach of ``measuring``; `chosen` is what the person made of it."""

    def __init__(self, measuring: Measuring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measuring = measuring
        self.setWindowTitle(_("How the self-test is taken"))
        em = self.fontMetrics().height()
        methods = self._column(_("How is it measured?"))
        self._methods = {each: self._choice(methods, method_name(each), method_summary(each)) for each in Method}
        protocols = self._column(_("Where is it taken?"))
        self._protocols = {
            each: self._choice(protocols, protocol_name(each), protocol_summary(each)) for each in Protocol
        }
        self._methods[measuring.method].setChecked(True)
        self._protocols[measuring.protocol].setChecked(True)
        choices = QHBoxLayout()
        choices.setSpacing(em * 2)
        for group in (methods, protocols):
            group.addStretch(1)
            # Radio buttons of one parent exclude each other.
            side = QWidget()
            side.setLayout(group)
            choices.addWidget(side, 1)
        notice = QLabel(
            _("Results of one method or place are never compared with those of another: stay with one if you can.")
        )
        notice.setProperty("role", "muted")
        notice.setWordWrap(True)
        buttons = QDialogButtonBox()
        use = buttons.addButton(_("Use this"), QDialogButtonBox.ButtonRole.AcceptRole)
        use.setProperty("role", "primary")
        use.setDefault(True)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        column.setSpacing(em)
        column.addLayout(choices, 1)
        column.addWidget(notice)
        column.addWidget(buttons)
        width = min(em * 50, round(self.screen().availableSize().width() * 0.92))
        self.resize(width, column.totalHeightForWidth(width))
        self._methods[measuring.method].setFocus()

    @property
    def chosen(self) -> Measuring:
        """The measuring with the approach that is chosen."""
        return replace(
            self._measuring,
            method=next(method for method, button in self._methods.items() if button.isChecked()),
            protocol=next(protocol for protocol, button in self._protocols.items() if button.isChecked()),
        )

    def _column(self, question: str) -> QVBoxLayout:
        heading = QLabel(question)
        heading.setFont(sized(self.font(), 1.15, bold=True))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        column.addWidget(heading)
        return column

    def _choice(self, column: QVBoxLayout, name: str, summary: str) -> QRadioButton:
        button = QRadioButton(name)
        button.setAccessibleDescription(summary)
        words = QLabel(summary)
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setIndent(self.fontMetrics().height() * 2)
        words.setBuddy(button)
        column.addWidget(button)
        column.addWidget(words)
        return button
