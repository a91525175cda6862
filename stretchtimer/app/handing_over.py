"""A later start: the program that runs already comes forward, or the person is told that it does not answer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QMessageBox

from stretchtimer.core import language
from stretchtimer.core.language import _
from stretchtimer.core.requests import Start
from stretchtimer.desktop.instance import Instance, Unanswered
from stretchtimer.storage.folders import Folders, assets_dir
from stretchtimer.storage.settings import SettingsFile
from stretchtimer.storage.translations import load as load_translations

UNANSWERED = 1
"""The exit code."""


def hand_over(instance: Instance, folders: Folders, start: str) -> int | None:
    """Have the program that runs come forward with ``start`` ready, and return the exit code of this process.

    None if that program ended meanwhile, and this process is the one that runs now.
    """
    request = Start(name=start, token=os.environ.get("XDG_ACTIVATION_TOKEN", ""))
    try:
        return None if instance.claim_or_ask(msgspec.json.encode(request).decode()) else 0
    except Unanswered:
        _tell(instance.claimant, folders)
        return UNANSWERED


def _tell(process: int | None, folders: Folders) -> None:
    """Say it where the person looks: in the terminal or, if the program was not started there, in a window."""
    settings, _problems = SettingsFile(folders.settings).load()
    language.use(load_translations(settings.language, Path(assets_dir()) / "translations"))
    words = _words(process)
    print(f"stretchtimer: {words}", file=sys.stderr)
    if sys.stderr is None or not sys.stderr.isatty():
        QMessageBox.warning(None, _("Stretch Timer does not answer"), words)


def _words(process: int | None) -> str:
    if process is None:
        return _("Stretch Timer runs already, but does not answer. Try again in a moment.")
    return _(
        "Stretch Timer runs already, but does not answer. Try again in a moment. If that does not help, end process "
        "{process} first."
    ).format(process=process)
