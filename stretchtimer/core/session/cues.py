"""What is sounded and said at each moment of a session."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.exercise import Kind, Laterality, Side
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.records import Ending, PainKind
from stretchtimer.core.session.events import (
    Ended,
    Event,
    HalfTime,
    PainReported,
    Paused,
    PauseReason,
    PhaseBegan,
    RepetitionBegan,
    RepetitionReleased,
    Resumed,
    Tick,
)
from stretchtimer.core.session.timeline import Phase, PhaseKind

TICKS_S = (3, 2, 1)
LAST_SECONDS = (5, 4, 3, 2, 1)


class Tone(StrEnum):
    """A cue without words; the value is also the name of its file."""

    TICK = "tick"
    """One of the last seconds before something changes."""
    HOLD = "hold"
    """A hold begins."""
    HALF = "half"
    """Half of a hold is done."""
    SWITCH = "switch"
    """Change sides."""
    REST = "rest"
    """A rest begins."""
    RELEASE = "release"
    """Let go, within a repetition that is held."""
    END = "end"
    """The session is done."""
    PAUSE = "pause"
    """The session stands still."""


Share = Annotated[float, Meta(ge=0, le=1)]


class CueSettings(Struct, frozen=True, kw_only=True):
    """Which cues a person wants. Volumes go from 0 to 1."""

    sound: bool = True
    sound_device: str = ""
    """The name of the device on which the tones sound; empty for the system's own choice."""
    pause_media: bool = False
    """Whether music and films are paused during a session."""
    volume: Share = 0.7
    silenced: tuple[Tone, ...] = ()
    """Tones that are off although sound is on."""
    voice: bool = True
    voice_volume: Share = 0.9
    voice_rate: Annotated[int, Meta(ge=-50, le=50)] = 0
    """Per cent faster than the engine's own speed."""
    say_half_time: bool = True
    say_last_seconds: bool = False


class Cue(Struct, frozen=True):
    """One thing to sound, to say, or both."""

    tone: Tone | None = None
    words: str = ""
    interrupts: bool = True
    """Whether the words cut short what is being said."""


def cues_for(event: Event, settings: CueSettings) -> Cue | None:
    """Return the cue of ``event``, as far as ``settings`` want it; None if it has none."""
    cue = _cue(event, settings)
    if cue is None:
        return None
    tone = cue.tone if settings.sound and cue.tone not in settings.silenced else None
    words = cue.words if settings.voice else ""
    return Cue(tone, words, cue.interrupts) if tone or words else None


def _cue(event: Event, settings: CueSettings) -> Cue | None:
    match event:
        case PhaseBegan(phase=phase, coming=coming):
            # The set-up may still be being said when the hold begins: the tone tells the moment, the words wait.
            return Cue(_OPENING_TONES.get(phase.kind), _opening_words(phase, coming), interrupts=not phase.is_work)
        case Tick(phase=phase, remaining_s=left) if phase.kind is not PhaseKind.REPETITIONS:
            said = str(left) if settings.say_last_seconds and phase.is_work and left in LAST_SECONDS else ""
            return Cue(Tone.TICK if left in TICKS_S else None, said)
        case HalfTime():
            return Cue(Tone.HALF, _("Half-time.") if settings.say_half_time else "")
        case RepetitionBegan(phase=phase, number=number, side=side):
            return Cue(None, repetition_words(phase, number, side), interrupts=number > 1)
        case RepetitionReleased():
            return Cue(Tone.RELEASE, _("Let go."))
        case Paused(reason=reason):
            return Cue(Tone.PAUSE, pause_words(reason))
        case Resumed(phase=phase):
            return Cue(Tone.HOLD if phase.is_work else None, _("Go on."))
        case Ended(ending=Ending.COMPLETED):
            return Cue(Tone.END, _("Done. Well held."))
        case PainReported(kind=PainKind.MILD):
            return Cue(None, safety.mild_advice())
        case Ended(ending=Ending.HURT):
            return Cue(Tone.END, safety.sharp_advice())
    return None


_OPENING_TONES = {
    PhaseKind.HOLD: Tone.HOLD,
    PhaseKind.REPETITIONS: Tone.HOLD,
    PhaseKind.SWITCH: Tone.SWITCH,
    PhaseKind.REST: Tone.REST,
    PhaseKind.NEXT: Tone.REST,
}


def _opening_words(phase: Phase, coming: Phase | None) -> str:
    """Return what is said as ``phase`` begins."""
    if phase.is_work:
        return work_words(phase)
    if coming is None or coming.side is None:
        return ""
    exercise, side = coming.exercise, coming.side
    match phase.kind:
        case PhaseKind.SWITCH:
            return _("Switch: {hip}. {cue}.").format(hip=hip_words(side), cue=exercise.say(exercise.cue, side))
        case PhaseKind.REST:
            if side is Side.BOTH:
                return _("Rest.")
            return _("Rest. Then: {hip}. {cue}.").format(hip=hip_words(side), cue=exercise.say(exercise.cue, side))
    set_up = exercise.say(exercise.set_up, side)
    name = _(exercise.name)
    if exercise.laterality is Laterality.UNILATERAL:
        name = _("{exercise}, {hip}.").format(exercise=name, hip=hip_words(side))
    else:
        name = _("{exercise}.").format(exercise=name)
    if phase.kind is PhaseKind.NEXT:
        return _("Next: {exercise} {set_up}").format(exercise=name, set_up=set_up)
    return _("{exercise} {set_up}").format(exercise=name, set_up=set_up)


def hip_words(side: Side) -> str:
    """Return which hip, within a sentence."""
    return {Side.LEFT: _("left hip"), Side.RIGHT: _("right hip"), Side.BOTH: _("both hips")}[side]


def work_words(phase: Phase) -> str:
    """Return what is said as a hold or repetitions begin."""
    if phase.kind is PhaseKind.HOLD:
        seconds = round(phase.length_s)
        if phase.exercise.kind is Kind.WARM_UP:
            return ngettext("Keep moving for {n} second.", "Keep moving for {n} seconds.", seconds).format(n=seconds)
        return ngettext("Hold for {n} second.", "Hold for {n} seconds.", seconds).format(n=seconds)
    return ngettext("{n} repetition.", "{n} repetitions.", phase.repetitions).format(n=phase.repetitions)


def repetition_words(phase: Phase, number: int, side: Side) -> str:
    """Return how a repetition is counted aloud; alternating ones with the side."""
    if phase.exercise.laterality is Laterality.ALTERNATING:
        return _("{number}, {side}.").format(number=number, side=side.word)
    return _("{number}.").format(number=number)


def pause_words(reason: PauseReason) -> str:
    """Return what is said as the session stands still."""
    if reason is PauseReason.SLEPT:
        return _("Paused: the computer was away. This hold starts again when you go on.")
    if reason is PauseReason.HURT:
        return _("Paused. How does it hurt: mildly, or is it sharp, radiating, numb or tingling?")
    return _("Paused.")
