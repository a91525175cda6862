"""Starts the window, or hands over to the one that runs."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from stretchtimer.app.program import Program
from stretchtimer.desktop.instance import Instance
from stretchtimer.storage.folders import Folders


def run_window(folders: Folders, start: str | None = None, *, hidden: bool = False) -> int:
    """Open the window and return the exit code; ``start`` is the id of a routine or an exercise to have ready.

    ``hidden``, the window stays closed until it is asked for; with reminders off there is nothing to do then.
    If a window of the same data folder is open already, that one comes forward and is asked instead. The exit code is 1
    if it does not answer: two of them would write into the same history, and only one of them could be reached.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("stretchtimer")
    application.setApplicationDisplayName("Stretch Timer")
    QGuiApplication.setDesktopFileName("stretchtimer")
    instance = Instance(Path(folders.data))
    if not instance.claim():
        from stretchtimer.app.handing_over import hand_over  # noqa: PLC0415 - not for the first start

        handed_over = 0 if hidden else hand_over(instance, folders, start or "")
        if handed_over is not None:
            return handed_over
    program = Program(application, folders)
    # Not quit(), which would ask each window once more.
    program.ended.connect(lambda: application.exit(0))
    if hidden:
        QTimer.singleShot(0, program, partial(_finish_starting, program, instance, hidden=True))
    else:
        program.window.painted.connect(partial(_finish_starting, program, instance, start or ""))
        program.window.show()
    try:
        return application.exec()
    finally:
        instance.release()
        program.close()


def _finish_starting(program: Program, instance: Instance, start: str = "", *, hidden: bool = False) -> None:
    """Do what can wait until the window is painted, or its absence is settled."""
    from stretchtimer.app.unix_signals import close_on_signals  # noqa: PLC0415 - slow to import

    program.finish_starting(start, hidden=hidden)
    close_on_signals(program, program.quit)
    instance.listen(program.answering())
    if hidden:
        program.stay_hidden()
