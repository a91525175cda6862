"""The question that comes once, when the window is closed while reminders are on: keep reminding, or quit?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.core.preferences import OnClose
from stretchtimer.ui.theme import sized

WIDTH_EMS = 30


class StayDialog(QDialog):
    """Asks, or if it was answered already only says that the window is minimised because there is no tray."""

    chosen = Signal(object)
    """An `OnClose`. A dialog that is put aside chooses nothing, and the window stays open."""

    def __init__(self, *, asks: bool, has_tray: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keep reminding?") if asks else _("Still reminding"))
        em = self.fontMetrics().height()
        width = em * WIDTH_EMS
        self.setMinimumWidth(width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em * 3 // 2, em * 3 // 2, em * 3 // 2, em)
        layout.setSpacing(em * 3 // 4)
        heading = QLabel(
            _("Go on reminding you to take breaks?") if asks else _("Stretch Timer goes on reminding you.")
        )
        heading.setFont(sized(self.font(), 1.2, bold=True))
        stays = (
            _("The icon in the tray opens this window again.")
            if has_tray
            else _("This desktop shows no tray, so the window is minimised. It opens again from the list of windows.")
        )
        where = QLabel(stays)
        later = QLabel(_("Your answer is kept. You can change it in the settings."))
        later.setProperty("role", "muted")
        for label in (heading, where, *([later] if asks else [])):
            label.setWordWrap(True)
            layout.addWidget(label)
        buttons = QDialogButtonBox()
        keep = buttons.addButton(_("Keep reminding") if asks else _("Minimise"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("role", "primary")
        keep.setDefault(True)
        keep.clicked.connect(lambda: self._choose(OnClose.REMIND))
        if asks:
            leave = buttons.addButton(_("Quit"), QDialogButtonBox.ButtonRole.DestructiveRole)
            leave.clicked.connect(lambda: self._choose(OnClose.QUIT))
        layout.addWidget(buttons)
        # What wraps is as high as its width lets it be, which the size that Qt begins with does not know.
        self.resize(width, layout.totalHeightForWidth(width))

    def _choose(self, choice: OnClose) -> None:
        self.accept()
        self.chosen.emit(choice)
