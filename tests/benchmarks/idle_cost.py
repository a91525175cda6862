"""What running programs cost while nobody touches them, read from /proc."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Used(NamedTuple):
    """What a process has used since it began, and the memory that it has, in KiB."""

    wakings: int
    """Voluntary context switches of all threads."""
    cpu_s: float
    resident: int
    """All memory, whoever else has it too."""
    proportional: int
    """Its share of what others have too, and all of its own."""


class Idle(NamedTuple):
    """What a program costs."""

    wakings: float
    """In a second."""
    cpu: float
    """Of one core, from 0 to 1."""
    resident: int
    """At the end, in KiB, as `Used` has it."""
    proportional: int


def used(process: int) -> Used:
    folder = Path("/proc", str(process))
    switches = [
        int(line.split()[1])
        for thread in (folder / "task").iterdir()
        for line in (thread / "status").read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    ]
    times = (folder / "stat").read_text().rpartition(")")[2].split()
    rollup = dict(line.split(":") for line in (folder / "smaps_rollup").read_text().splitlines()[1:])
    rss, pss = (int(rollup[name].split()[0]) for name in ("Rss", "Pss"))
    return Used(sum(switches), (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK"), rss, pss)


def between(first: Used, last: Used, seconds: float) -> Idle:
    return Idle(
        (last.wakings - first.wakings) / seconds,
        (last.cpu_s - first.cpu_s) / seconds,
        last.resident,
        last.proportional,
    )


def table(rows: Mapping[str, Idle]) -> str:
    lines = [f"{'idle':36}{'wakings/s':>10}{'CPU %':>8}{'RSS MB':>8}{'PSS MB':>8}"]
    for name, idle in rows.items():
        memory = f"{idle.resident / 1024:8.1f}{idle.proportional / 1024:8.1f}"
        lines.append(f"{name:36}{idle.wakings:10.2f}{100 * idle.cpu:8.3f}{memory}")
    return "\n".join(lines)
