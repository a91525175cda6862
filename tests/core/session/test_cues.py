from __future__ import annotations

from typing import Any

import pytest

from stretchtimer.core.catalog import safety
from stretchtimer.core.catalog.exercise import Kind, Laterality, Side
from stretchtimer.core.catalog.routine import of_exercise
from stretchtimer.core.records import Ending, PainKind
from stretchtimer.core.session.captions import phase_title
from stretchtimer.core.session.cues import Cue, CueSettings, Tone, cues_for
from stretchtimer.core.session.events import (
    Ended,
    Event,
    HalfTime,
    Held,
    PainReported,
    Paused,
    PauseReason,
    PhaseBegan,
    RepetitionBegan,
    RepetitionReleased,
    Resumed,
    Tick,
)
from stretchtimer.core.session.timeline import Phase, PhaseKind, Timeline, compile_routine
from tests.core.session.phases import first_work, timeline
from tests.samples import exercise

KNEELING = timeline("kneeling", "butterfly")
HOLD = first_work("kneeling")
SWING = first_work("swing")
MARCH = first_work("march")


def began(chosen: Timeline, index: int) -> PhaseBegan:
    """Return the event with which the phase ``index`` of ``chosen`` begins."""
    coming = next(phase for phase in chosen.phases[index:] if phase.is_work)
    return PhaseBegan(chosen.phases[index], coming)


def cue(event: Event, **settings: Any) -> Cue | None:
    return cues_for(event, CueSettings(**settings))


def index_of(chosen: Timeline, kind: PhaseKind) -> int:
    return next(index for index, phase in enumerate(chosen.phases) if phase.kind is kind)


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, Cue(None, "Kneeling, left hip. Kneel with the right foot in front.")),
        (1, Cue(Tone.HOLD, "Hold for 30 seconds.", interrupts=False)),
        (2, Cue(Tone.SWITCH, "Switch: right hip. Right knee down, left foot in front.")),
        (4, Cue(Tone.REST, "Rest. Then: left hip. Left knee down, right foot in front.")),
    ],
)
def test_each_phase_of_a_stretch_says_what_to_do_on_which_side(index: int, expected: Cue) -> None:
    assert cue(began(KNEELING, index)) == expected


def test_the_change_to_the_left_hip_is_said_as_the_person_needs_it_on_the_floor() -> None:
    told = cue(began(timeline("kneeling", first_side=Side.RIGHT), 2))
    assert told == Cue(Tone.SWITCH, "Switch: left hip. Left knee down, right foot in front.")


def test_the_next_exercise_is_said_with_its_set_up_and_without_a_side_if_it_has_none() -> None:
    told = cue(began(KNEELING, index_of(KNEELING, PhaseKind.NEXT)))
    assert told == Cue(Tone.REST, "Next: Butterfly. Kneel with the other foot in front.")


def test_a_rest_between_sets_of_both_sides_is_only_a_rest() -> None:
    march = timeline("march")
    assert cue(began(march, index_of(march, PhaseKind.REST))) == Cue(Tone.REST, "Rest.")


def test_repetitions_begin_with_their_number() -> None:
    assert cue(PhaseBegan(SWING, SWING)) == Cue(Tone.HOLD, "5 repetitions.", interrupts=False)


def test_what_was_begun_again_is_said_again() -> None:
    assert cue(PhaseBegan(HOLD, HOLD, again=True)) == cue(PhaseBegan(HOLD, HOLD))


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (HalfTime(HOLD), Cue(Tone.HALF, "Half-time.")),
        (RepetitionBegan(SWING, 1, Side.LEFT), Cue(None, "1.", interrupts=False)),
        (RepetitionBegan(SWING, 2, Side.LEFT), Cue(None, "2.")),
        (RepetitionBegan(MARCH, 3, Side.RIGHT), Cue(None, "3, right.")),
        (RepetitionReleased(SWING, 2), Cue(Tone.RELEASE, "Let go.")),
        (Paused(PauseReason.ASKED), Cue(Tone.PAUSE, "Paused.")),
        (
            Paused(PauseReason.SLEPT, 60),
            Cue(Tone.PAUSE, "Paused: the computer was away. This hold starts again when you go on."),
        ),
        (Resumed(HOLD), Cue(Tone.HOLD, "Go on.")),
        (Resumed(KNEELING.phases[0]), Cue(None, "Go on.")),
        (Ended(Ending.COMPLETED), Cue(Tone.END, "Done. Well held.")),
        (Ended(Ending.HURT), Cue(Tone.END, safety.sharp_advice())),
        (PainReported(HOLD, PainKind.MILD), Cue(None, safety.mild_advice())),
    ],
)
def test_every_other_event_has_its_tone_and_words(event: Event, expected: Cue) -> None:
    assert cue(event) == expected


@pytest.mark.parametrize(
    "event", [Ended(Ending.STOPPED), Held(1, HOLD, 30, 3, 0, False), PainReported(HOLD, PainKind.SHARP)]
)
def test_what_the_person_did_or_need_not_know_is_not_told(event: Event) -> None:
    assert cue(event) is None


def test_a_person_on_the_floor_hears_the_question_behind_it_hurts() -> None:
    asked = cue(Paused(PauseReason.HURT))
    assert asked is not None
    assert asked.words.endswith("sharp, radiating, numb or tingling?")


@pytest.mark.parametrize("phase", [HOLD, *KNEELING.phases[:5]])
def test_the_last_three_seconds_tick(phase: Phase) -> None:
    told = {left: cue(Tick(phase, left)) for left in range(6)}
    assert {left for left, value in told.items() if value == Cue(Tone.TICK)} == {1, 2, 3}
    assert [told[left] for left in (0, 4, 5)] == [None] * 3


def test_the_last_five_seconds_of_a_hold_are_said_if_wanted() -> None:
    told = [cue(Tick(HOLD, left), say_last_seconds=True) for left in range(6, 0, -1)]
    assert told == [
        None,
        Cue(None, "5"),
        Cue(None, "4"),
        Cue(Tone.TICK, "3"),
        Cue(Tone.TICK, "2"),
        Cue(Tone.TICK, "1"),
    ]


def test_the_last_seconds_before_a_hold_are_never_said() -> None:
    assert cue(Tick(KNEELING.phases[0], 5), say_last_seconds=True) is None


def test_repetitions_do_not_tick_since_they_are_counted() -> None:
    assert [cue(Tick(SWING, left), say_last_seconds=True) for left in (5, 3, 1)] == [None] * 3


def test_half_time_can_be_sounded_without_being_said() -> None:
    assert cue(HalfTime(HOLD), say_half_time=False) == Cue(Tone.HALF)


def test_a_silenced_tone_keeps_its_words_and_the_others_their_tone() -> None:
    assert cue(HalfTime(HOLD), silenced=(Tone.HALF,)) == Cue(None, "Half-time.")
    assert cue(Tick(HOLD, 3), silenced=(Tone.HALF,)) == Cue(Tone.TICK)


def test_without_voice_only_tones_go_out_and_without_sound_only_words() -> None:
    assert cue(HalfTime(HOLD), voice=False) == Cue(Tone.HALF)
    assert cue(HalfTime(HOLD), sound=False) == Cue(None, "Half-time.")
    assert cue(RepetitionBegan(SWING, 2, Side.LEFT), voice=False) is None
    assert cue(Tick(HOLD, 3), sound=False) is None
    assert cue(HalfTime(HOLD), voice=False, sound=False) is None


def test_a_warm_up_is_moved_not_held() -> None:
    warm_up = exercise("jog", hold_s=60, sets=1, kind=Kind.WARM_UP, laterality=Laterality.BILATERAL)
    phases = compile_routine(of_exercise(warm_up), {"jog": warm_up}).phases
    moving = cue(PhaseBegan(phases[1], phases[1]))
    assert moving is not None
    assert moving.words == "Keep moving for 60 seconds."
    assert phase_title(phases[1]) == "Keep moving"
