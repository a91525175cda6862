"""What a later start says of a first one that does not answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from stretchtimer.app.handing_over import UNANSWERED, hand_over
from stretchtimer.desktop.instance import Instance, Unanswered
from stretchtimer.storage.folders import find_folders


@pytest.mark.parametrize(("claimant", "advised"), [(4242, "end process 4242 first"), (None, "Try again in a moment.")])
def test_a_first_that_hangs_is_named_by_its_number_if_that_is_known(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    claimant: int | None,
    advised: str,
) -> None:
    shown: list[str] = []

    def unanswered(_instance: Instance, _request: str) -> bool:
        raise Unanswered

    monkeypatch.setattr(Instance, "claim_or_ask", unanswered)
    monkeypatch.setattr(Instance, "claimant", claimant)
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, words: shown.append(words))
    assert hand_over(Instance(tmp_path), find_folders(str(tmp_path)), "") == UNANSWERED
    (words,) = shown
    assert advised in words
    assert ("process" in words) is (claimant is not None)
    assert words in capsys.readouterr().err
