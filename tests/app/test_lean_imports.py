from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import linecache, sys
from stretchtimer.app.lean_imports import read_no_sources
if sys.argv[1] == "lean":
    read_no_sources()
import stretchtimer.app.run
print(len(linecache.cache))
"""


def sources_kept(how: str) -> int:
    done = subprocess.run([sys.executable, "-c", PROGRAM, how], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_the_start_keeps_no_sources_in_memory() -> None:
    """Should the second fail, PySide6 reads none any more, and the module can go."""
    assert sources_kept("lean") < 5
    assert sources_kept("plain") > 20
