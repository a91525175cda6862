from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.virtual_screen import VirtualScreen, virtual_screen


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    with virtual_screen(tmp_path / "runtime") as running:
        yield running
