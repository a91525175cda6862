"""Text in lines that are easy to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from stretchtimer.ui.theme import sized

LONGEST_LINE = 75
"""Characters. Longer lines lose the eye on its way back."""


class Prose(QLabel):
    """Plain text, from the top, in lines of at most 75 characters; ``factor`` and ``bold`` are of its font."""

    def __init__(self, text: str = "", *, factor: float = 1.0, bold: bool = False, role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(sized(self.font(), factor, bold=bold))
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMaximumWidth(LONGEST_LINE * self.fontMetrics().averageCharWidth())
        if role:
            self.setProperty("role", role)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height in the width that the label takes: a layout asks with the width that it could give."""
        return super().heightForWidth(min(width, self.maximumWidth()))
