"""Whether the figure may move: the person's choice, and the system's."""

from __future__ import annotations

from PySide6.QtWidgets import QStyle, QWidget


def may_move(widget: QWidget, *, wanted: bool) -> bool:
    """Whether to animate ``widget``: the person has ``wanted`` it, and the system's own widgets are animated too.

    Qt has no word of its own for reduced motion; its style tells whether the platform's effects are on.
    """
    return wanted and bool(widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, widget))
