from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stretchtimer.storage import listing as module
from stretchtimer.storage.listing import fingerprint, listing
from tests.storage.samples import EXERCISE, ROUTINE, put


@pytest.fixture
def catalog(tmp_path: Path) -> str:
    put(tmp_path / "catalog", "exercises", "lunge.toml", EXERCISE)
    put(tmp_path / "catalog", "routines", "short.toml", ROUTINE)
    return str(tmp_path / "catalog")


def forget_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make reading the files fail, so that only a memo can answer."""
    monkeypatch.setitem(sys.modules, "stretchtimer.storage.listing_rows", None)


def test_rows_have_the_documented_keys(catalog: str, tmp_path: Path) -> None:
    assert listing([catalog], str(tmp_path / "cache")) == {
        "exercises": [
            {
                "id": "lunge",
                "name": "Lunge",
                "kind": "static_hold",
                "position": "kneeling",
                "laterality": "unilateral",
                "hold_s": {"default": 30, "min": 10, "max": 60},
                "repetitions": None,
                "sets": 3,
                "credits_hip_flexor": True,
                "beside_desk": False,
                "source": [{"file": "one.md", "lines": "10-20"}],
            }
        ],
        "routines": [
            {
                "id": "short",
                "name": "Short",
                "summary": "One exercise.",
                # 5 s to get ready, four holds, a switch within each of the two sets, a rest between them.
                "total_s": 5 + 4 * 30 + 2 * 8 + 10,
                "items": [{"exercise": "lunge", "sets": 2, "hold_s": 30, "repetitions": None, "sides": "both"}],
            }
        ],
        "problems": 0,
    }


def test_the_second_answer_comes_from_the_memo(catalog: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = listing([catalog], str(tmp_path / "cache"))
    forget_rows(monkeypatch)
    assert listing([catalog], str(tmp_path / "cache")) == first


def test_a_changed_an_added_and_a_removed_file_are_noticed(catalog: str, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    listing([catalog], cache)
    file = put(Path(catalog), "exercises", "lunge.toml", EXERCISE.replace('"Lunge"', '"Lunch"'))
    os.utime(file, ns=(1, 1))
    assert listing([catalog], cache)["exercises"][0]["name"] == "Lunch"
    put(Path(catalog), "exercises", "bad.toml", "id = 1")
    assert listing([catalog], cache)["problems"] > 0
    file.unlink()
    assert listing([catalog], cache)["exercises"] == []


def test_another_version_of_the_program_reads_anew(catalog: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint([catalog])
    monkeypatch.setattr(module, "__version__", "0.0.0")
    assert fingerprint([catalog]) != before


def test_a_dead_link_and_a_missing_folder_have_a_fingerprint(catalog: str) -> None:
    (Path(catalog) / "exercises" / "dead.toml").symlink_to("nowhere")
    assert ["dead.toml"] in fingerprint([catalog, "/missing"])[1]


@pytest.mark.parametrize("memo", [b"", b"\xff", b"[]", b"{}", b"[" * 100_000])
def test_a_damaged_memo_is_written_anew(catalog: str, tmp_path: Path, memo: bytes) -> None:
    file = tmp_path / "cache" / module.MEMO
    file.parent.mkdir()
    file.write_bytes(memo)
    assert len(listing([catalog], str(file.parent))["exercises"]) == 1
    assert len(json.loads(file.read_bytes())["listing"]["exercises"]) == 1


def test_a_cache_that_cannot_be_written_costs_only_time(catalog: str, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert len(listing([catalog], str(tmp_path / "cache"))["exercises"]) == 1


def test_the_memo_is_answered_without_a_slow_import(catalog: str, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    listing([catalog], cache)
    code = f"import sys; from stretchtimer.storage.listing import listing; listing([{catalog!r}], {cache!r})"
    slow = "print([name for name in ('pathlib', 'typing', 'msgspec', 'tomli', 'enum') if name in sys.modules])"
    # -S: the site module of a virtual environment may itself have imported some of these.
    environment = {**os.environ, "PYTHONPATH": str(Path(module.__file__).parents[2])}
    ran = subprocess.run(
        [sys.executable, "-S", "-c", f"{code}; {slow}"], capture_output=True, text=True, check=True, env=environment
    )
    assert ran.stdout in ("[]\n", "['enum']\n")  # json brings re, and with it enum
