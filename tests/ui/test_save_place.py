from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from stretchtimer.ui.save_place import in_documents


@pytest.mark.parametrize("there", [True, False])
def test_a_file_goes_to_the_documents_where_they_are(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Documents"
    if there:
        folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(folder))
    assert in_documents("a.pdf") == (str(folder / "a.pdf") if there else "a.pdf")
