"""What a face shows beside the countdown: the same words in the window and in the terminal."""

from __future__ import annotations

from stretchtimer.core.catalog.exercise import Kind, Laterality, Side
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.session.cues import hip_words
from stretchtimer.core.session.session import SessionView
from stretchtimer.core.session.timeline import Phase, PhaseKind


def phase_title(phase: Phase) -> str:
    """Return the name of what is done in ``phase``: "Hold", "Switch sides", ..."""
    if phase.is_work and phase.exercise.kind is Kind.WARM_UP:
        return _("Keep moving")
    return {
        PhaseKind.GET_READY: _("Get ready"),
        PhaseKind.HOLD: _("Hold"),
        PhaseKind.REPETITIONS: _("Repeat"),
        PhaseKind.SWITCH: _("Switch sides"),
        PhaseKind.REST: _("Rest"),
        PhaseKind.NEXT: _("Next exercise"),
    }[phase.kind]


def shown_side(view: SessionView) -> Side | None:
    """Return the side to show: that of the work under way, or of the work to come. A warm-up stretches neither."""
    work = view.coming_work
    if work is None or work.exercise.kind is Kind.WARM_UP:
        return None
    return view.side if view.phase.is_work else work.side


def set_words(phase: Phase) -> str:
    """Return "Set 2 of 3", or nothing where there is only one set."""
    if phase.sets < 2:
        return ""
    return _("Set {n} of {m}").format(n=phase.set or 1, m=phase.sets)


def repetition_progress(view: SessionView) -> str:
    """Return "Repetition 4 of 10" during repetitions, else nothing."""
    if not view.phase.repetitions:
        return ""
    return _("Repetition {n} of {m}").format(n=view.repetition, m=view.phase.repetitions)


def instruction(view: SessionView) -> str:
    """Return the sentence that the person needs now: the cue in a hold, how to lie or stand before one."""
    work = view.coming_work
    if work is None:
        return ""
    side = shown_side(view) or Side.BOTH
    before_exercise = view.phase.kind in (PhaseKind.GET_READY, PhaseKind.NEXT)
    return work.exercise.say(work.exercise.set_up if before_exercise else work.exercise.cue, side)


def next_words(view: SessionView) -> str:
    """Return what comes after this phase, as a sentence."""
    coming = view.next_phase
    if coming is None:
        return _("Next: done")
    match coming.kind:
        case PhaseKind.SWITCH:
            return _("Next: switch sides, {hip}").format(hip=hip_words(coming.side or Side.BOTH))
        case PhaseKind.REST:
            return _("Next: rest, {n} s").format(n=round(coming.length_s))
        case PhaseKind.NEXT:
            return _("Next: {exercise}").format(exercise=_(coming.exercise.name))
    if coming.exercise.laterality is Laterality.UNILATERAL:
        return _("Next: {phase}, {hip}").format(phase=work_words(coming), hip=hip_words(coming.side or Side.BOTH))
    return _("Next: {phase}").format(phase=work_words(coming))


def work_words(phase: Phase) -> str:
    """Return how much work ``phase`` is: "hold 30 s" or "10 repetitions"."""
    if phase.repetitions:
        return ngettext("{n} repetition", "{n} repetitions", phase.repetitions).format(n=phase.repetitions)
    return _("hold {n} s").format(n=round(phase.length_s))


def duration_words(seconds: float) -> str:
    """Return a length of time in full: "4 min 8 s"."""
    whole = round(seconds)
    if whole < 60:
        return _("{s} s").format(s=whole)
    return _("{m} min {s} s").format(m=whole // 60, s=whole % 60)


def minutes(seconds: float) -> str:
    """Return a length of time as minutes and seconds: "4:08"."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
