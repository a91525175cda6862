from pathlib import Path

import pytest

from stretchtimer.core.reminders.reminder_values import Kept
from stretchtimer.storage.reminder_file import ReminderFile

KEPT = Kept(paused_until_s=1.5e9, snoozed_until_s=1.6e9, skipped=2)


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = ReminderFile(tmp_path / "new" / "reminder.json")
    assert file.load() == Kept()
    file.save(KEPT)
    assert file.load() == KEPT


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b'{"skipped": "two"}',
        b"\xff",
        b'{"paused_until_s": 1e20}',
        b'{"snoozed_until_s": 1e308}',
        b'{"paused_until_s": -1}',
        b'{"skipped": -5}',
    ],
)
def test_a_damaged_file_keeps_nothing(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "reminder.json"
    path.write_bytes(damage)
    assert ReminderFile(path).load() == Kept()
