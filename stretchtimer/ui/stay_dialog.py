"""The question that comes once, when the window is closed while reminders are on: keep reminding, or quit?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.preferences import OnClose
from stretchtimer.ui.theme import sized


class StayDialog(QDialog):
    """Asks, or if it was answered already only says that the window is minimised because there is no tray."""

    chosen = Signal(object)
    """An `OnClose`. A dialog that is put aside chooses nothing, and the window stays open."""

    def __init__(self, *, asks: bool, has_tray: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keep reminding?") if asks else _("Still reminding"))
        em = self.fontMetrics().height()
        self.setMinimumWidth(em * 26)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        layout.setSpacing(em * 3 // 4)
        heading = QLabel(
            _("Shall Stretch Timer go on reminding you of breaks?") if asks else _("Stretch Timer goes on reminding.")
        )
        heading.setFont(sized(self.font(), 1.2, bold=True))
        stays = (
            _("Its icon stays in the tray and opens the window again.")
            if has_tray
            else _("This desktop shows no tray, so the window is minimised and opens again from the list of windows.")
        )
        where = QLabel(stays)
        later = QLabel(_("The settings keep your answer, and change it."))
        later.setProperty("role", "muted")
        for label in (heading, where, *([later] if asks else [])):
            label.setWordWrap(True)
            layout.addWidget(label)
        buttons = QDialogButtonBox()
        keep = buttons.addButton(_("Keep reminding"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("role", "primary")
        keep.setDefault(True)
        keep.clicked.connect(lambda: self._choose(OnClose.REMIND))
        if asks:
            leave = buttons.addButton(_("Quit"), QDialogButtonBox.ButtonRole.DestructiveRole)
            leave.clicked.connect(lambda: self._choose(OnClose.QUIT))
        layout.addWidget(buttons)

    def _choose(self, choice: OnClose) -> None:
        self.accept()
        self.chosen.emit(choice)
