"""The pages of the window, and the column in which a person chooses one."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.ui.theme import sized

ROOM_FOR_TITLE_PX = 180
"""A fifth of the smallest window. In letters so large that it would need more, the program's name takes two lines."""


class PageName(StrEnum):
    """The pages of the column."""

    STRETCH = "stretch"
    SELF_TEST = "self_test"
    PROGRESS = "progress"
    SETTINGS = "settings"


def page_title(name: PageName) -> str:
    """Return the name of a page in the person's language."""
    return {
        PageName.STRETCH: _("Stretch"),
        PageName.SELF_TEST: _("Self-test"),
        PageName.PROGRESS: _("Progress"),
        PageName.SETTINGS: _("Settings"),
    }[name]


class PageColumn(QFrame):
    """The pages to choose from, at the left edge."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "column")
        layout = QVBoxLayout(self)
        em = self.fontMetrics().height()
        layout.setContentsMargins(em * 3 // 4, em * 3 // 2, em * 3 // 4, em)
        layout.setSpacing(em // 3)
        title = QLabel("Stretch Timer")
        title.setFont(sized(self.font(), 1.2, bold=True))
        title.setContentsMargins(em * 3 // 4, 0, em * 3 // 4, em)
        title.setWordWrap(True)
        policy = title.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        title.setSizePolicy(policy)
        layout.addWidget(title)
        margins = layout.contentsMargins()
        self.setMinimumWidth(min(title.sizeHint().width() + margins.left() + margins.right(), ROOM_FOR_TITLE_PX))
        self._buttons: dict[PageName, QPushButton] = {}
        group = QButtonGroup(self)
        for number, name in enumerate(PageName, start=1):
            if name is PageName.SETTINGS:
                layout.addStretch(1)
            button = QPushButton(page_title(name))
            button.setProperty("role", "navigation")
            button.setCheckable(True)
            button.setToolTip(f"Ctrl+{number}")
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[name] = button

    def mark(self, name: PageName) -> None:
        """Mark ``name`` as the page that is shown."""
        self._buttons[name].setChecked(True)
