"""`stretchtimer` alone: the window."""

from __future__ import annotations

from argparse import Namespace

from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.window_opening import open_window
from stretchtimer.storage.folders import Folders


def declare(_parser: Parser) -> None:
    """Add nothing: there are no options."""


def run(_options: Namespace, folders: Folders) -> int:
    """Open the window."""
    return open_window(folders)
