"""The folders that the command line asks for."""

from __future__ import annotations

import os

from stretchtimer.cli.refusal import Refused
from stretchtimer.core.language import _
from stretchtimer.storage.folders import Folders, find_folders


def folders_in(data_dir: str | None) -> Folders:
    """Return the folders in use if ``data_dir`` is what `--data-dir` says (None: it was not given).

    Raises Refused for something that is no folder; one that does not exist is made when something is kept in it.
    """
    # Without pathlib, whose import is too slow for this: see stretchtimer.cli.
    if data_dir is not None and (not data_dir or (os.path.lexists(data_dir) and not os.path.isdir(data_dir))):  # noqa: PTH112
        raise Refused(_("--data-dir: {folder} is not a folder").format(folder=repr(data_dir)))
    return find_folders(data_dir)
