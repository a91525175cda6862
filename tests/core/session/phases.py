"""Phases and views that tests of the core share."""

from __future__ import annotations

from typing import Any

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.session.session import SessionView, State
from stretchtimer.core.session.timeline import Pacing, Phase, PhaseKind, Timeline, compile_routine
from tests.samples import EXERCISES, routine


def timeline(*items: str | RoutineItem, pacing: Pacing | None = None, first_side: Side = Side.LEFT) -> Timeline:
    """Return the timeline of ``items``."""
    return compile_routine(routine(*items), EXERCISES, pacing, first_side)


def first_work(name: str) -> Phase:
    """Return the first hold or repetitions of the exercise ``name``."""
    return next(phase for phase in timeline(name).phases if phase.is_work)


def view_of(chosen: Timeline, index: int = 0, **changes: Any) -> SessionView:
    """Return the view of a session that runs in phase ``index`` of ``chosen``, with ``changes``."""
    values: dict[str, Any] = {
        "timeline": chosen,
        "phases": chosen.phases,
        "state": State.RUNNING,
        "pause_reason": None,
        "index": index,
        "elapsed_s": 2.0,
        "repetition": 1 if chosen.phases[index].kind is PhaseKind.REPETITIONS else 0,
        "side": chosen.phases[index].side,
        "waits_for_key": False,
    }
    return SessionView(**(values | changes))
