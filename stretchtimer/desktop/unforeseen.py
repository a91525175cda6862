"""What a thread that serves the whole day does with a fault that nobody foresaw."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable


def go_on_after(job: Callable[..., object], *arguments: object) -> None:
    """Call ``job``. A fault in it is reported as one that ends a thread is, but ends nothing.

    The thread has other jobs ahead, and without it the reminders would be silent for good.
    """
    try:
        job(*arguments)
    except Exception:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
