"""Where things are: the person's folders, and the program's own assets.

``stretchtimer exercises`` has to answer about as fast as Python starts, and this module is on its way. So it imports
nothing but ``os`` and ``sys`` and works with plain strings, and on Linux it reads the XDG variables itself: importing
platformdirs costs as much as starting Python a second time.
"""

from __future__ import annotations

import os
import sys

NAME = "stretchtimer"


class Folders:
    """The three folders of one person. None of them need exist."""

    __slots__ = ("cache", "config", "data")

    def __init__(self, data: str, config: str, cache: str) -> None:
        self.data = data
        self.config = config
        self.cache = cache

    @property
    def database(self) -> str:
        """The file of the history."""
        return os.path.join(self.data, "history.sqlite3")

    @property
    def settings(self) -> str:
        """The file of the settings."""
        return os.path.join(self.config, "settings.toml")

    @property
    def catalogs(self) -> tuple[str, str]:
        """The folders with exercises and routines: the program's own, then the person's.

        Raises FileNotFoundError if the program's own are missing.
        """
        return (assets_dir(), self.data)


def find_folders(data_dir: str | None = None) -> Folders:
    """Return the folders in use: all inside ``data_dir`` if it is given, else those that the platform names."""
    if data_dir is not None:
        inside = os.path.abspath(data_dir)
        return Folders(data=inside, config=inside, cache=os.path.join(inside, "cache"))
    if sys.platform == "linux":
        return Folders(
            data=_xdg("XDG_DATA_HOME", "~/.local/share"),
            config=_xdg("XDG_CONFIG_HOME", "~/.config"),
            cache=_xdg("XDG_CACHE_HOME", "~/.cache"),
        )
    return platform_folders()


def platform_folders() -> Folders:
    """Return the folders that platformdirs names for this platform."""
    from platformdirs import PlatformDirs  # noqa: PLC0415 - slow, and not needed on Linux

    named = PlatformDirs(NAME, appauthor=False)
    return Folders(data=named.user_data_dir, config=named.user_config_dir, cache=named.user_cache_dir)


def assets_dir() -> str:
    """Return the folder with the program's own exercises, routines, sounds and icons.

    It is inside the installed package, or beside the package in a checkout. Raises FileNotFoundError for neither.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for place in (package, os.path.dirname(package)):
        assets = os.path.join(place, "assets")
        if os.path.isdir(os.path.join(assets, "exercises")):
            return assets
    raise FileNotFoundError(f"The exercises that belong to the program are missing: no folder assets in {package}.")


def _xdg(variable: str, default: str) -> str:
    """Return our folder in the base that ``variable`` names (XDG: a relative one is ignored)."""
    named = os.environ.get(variable, "").strip()
    base = named if os.path.isabs(named) else os.path.expanduser(default)
    return os.path.join(base, NAME)
