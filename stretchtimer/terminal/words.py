"""What a session says in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import HoldRecord
from stretchtimer.core.session import captions
from stretchtimer.core.session.cues import hip_words
from stretchtimer.core.session.session import SessionView, State
from stretchtimer.core.session.timeline import Phase, PhaseKind, Timeline


def opening_lines(timeline: Timeline, *, keys: bool, waits_for_clearance: bool) -> list[str]:
    """Return what is said first: what is to come, who should ask before it and, with ``keys``, what they do."""
    lines = [_("{name}, {length}").format(name=_(timeline.name), length=captions.minutes(timeline.total_s))]
    exercises = {phase.exercise.id: phase.exercise for phase in timeline.phases}.values()
    if waits_for_clearance:
        lines += [
            _("{exercise}: {mark}").format(exercise=_(exercise.name), mark=safety.clearance_mark())
            for exercise in exercises
            if exercise.needs_clearance
        ]
    if keys:
        lines += [
            _("Space: begin, pause, go on. Right: skip. Left: back. Plus: 15 s more. H: it hurts. Escape: end."),
            _("Press Space to begin."),
        ]
    return lines


def phase_line(view: SessionView) -> str:
    """Return the line of the phase that begins: when, what, how long, which hip, which set, and how."""
    phase = view.phase
    parts = [
        captions.minutes(phase.start_s),
        captions.phase_title(phase),
        _amount(phase),
        _name(phase),
        _hip(view),
        captions.set_words(phase) if phase.set else "",
        captions.instruction(view),
    ]
    return "  ".join(part for part in parts if part)


def countdown_line(view: SessionView) -> str:
    """Return the line that changes every second."""
    if view.state is State.READY:
        return ""
    parts = [f"{view.figure:>4}", *_standing(view)]
    return "  ".join(part for part in parts if part)


def _standing(view: SessionView) -> list[str]:
    if view.state is State.PAUSED:
        return [_("Paused. Space: go on.")]
    return [
        captions.phase_title(view.phase),
        _hip(view),
        captions.repetition_progress(view),
        captions.next_words(view),
    ]


def hurt_lines() -> list[str]:
    """Return the question behind "It hurts", with the keys that answer it."""
    return [
        safety.hurt_question(),
        _("M: {answer}").format(answer=safety.mild_choice()),
        _("S: {answer}").format(answer=safety.sharp_choice()),
    ]


def summary_lines(holds: Iterable[HoldRecord]) -> list[str]:
    """Return what each hip got, and how much of it counts towards the weekly minutes if that is not all."""
    done = list(holds)
    if not done:
        return [_("Nothing was held.")]
    counted = [hold for hold in done if hold.credits_hip_flexor]
    lines = [_("Left hip {left}, right hip {right}.").format(**_hips(done))]
    if len(counted) < len(done):
        lines.append(
            _("Of that the weekly minutes count: left hip {left}, right hip {right}.").format(**_hips(counted))
        )
    return lines


def _hips(holds: list[HoldRecord]) -> dict[str, str]:
    return {
        "left": captions.minutes(sum(hold.left_s for hold in holds)),
        "right": captions.minutes(sum(hold.right_s for hold in holds)),
    }


def _amount(phase: Phase) -> str:
    if phase.kind is PhaseKind.REPETITIONS:
        return captions.work_words(phase)
    return _("{n} s").format(n=round(phase.length_s))


def _name(phase: Phase) -> str:
    """Return the exercise where it is new."""
    return _(phase.exercise.name) if phase.kind in (PhaseKind.GET_READY, PhaseKind.NEXT) else ""


def _hip(view: SessionView) -> str:
    return hip_words(captions.shown_side(view) or Side.BOTH)
