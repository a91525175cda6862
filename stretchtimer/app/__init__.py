"""The composition root of the window: the one place that knows every layer."""

from __future__ import annotations

from stretchtimer.app.run import run_window

__all__ = ["run_window"]
