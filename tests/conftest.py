"""Tests need no screen, and touch nothing of the person who runs them: not their data, sound, settings or desktop.

This holds for the programs that tests start, too, since they inherit the environment. The test of the whole program
starts a virtual screen for itself.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

_PLACE = Path(tempfile.mkdtemp(prefix="stretchtimer-tests-"))

# Set before Qt, or anything that reads them when it is imported.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(_name, None)
for _name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
    os.environ[_name] = "unix:path=/nowhere"
for _name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
    _folder = _PLACE / _name.lower()
    _folder.mkdir(mode=0o700)
    os.environ[_name] = str(_folder)

# A slow machine is no defect. In CI the same examples each time: a red run is one that somebody can repeat.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(_PLACE, ignore_errors=True)
