"""What the picture shows as a session goes on: way in, hold, turn, movement, and reduced motion."""

from __future__ import annotations

import pytest

from stretchtimer.core.catalog.exercise import Exercise, Laterality, Side
from stretchtimer.core.catalog.routine import of_exercise
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.picture import Picture
from stretchtimer.core.figure.portrayal import Portrayal, portrayal
from stretchtimer.core.session.session import Command, Session
from stretchtimer.core.session.timeline import Pacing, compile_routine
from tests.core.figure.poses import HOLD, MOVEMENT, POSES
from tests.samples import ManualClock, exercise

PACING = Pacing(get_ready_s=5, switch_s=8, rest_s=10, hear_set_up=False)
HELD = exercise("held", hold_s=30, sets=2, picture=HOLD)
SWING = exercise("swing", hold_s=None, sets=1, repetitions=4, tempo_s=4, picture=MOVEMENT)
MARCH = exercise(
    "march", hold_s=None, sets=1, repetitions=4, tempo_s=4, laterality=Laterality.ALTERNATING, picture=MOVEMENT
)


def at(seconds: float, item: Exercise, *, animated: bool = True, by_key: bool = False) -> tuple[Portrayal, Motion]:
    """Return what is shown ``seconds`` after the start of a session of ``item``, which begins with the left side."""
    clock = ManualClock()
    session = Session(compile_routine(of_exercise(item), {item.id: item}, PACING), repetitions_by_key=by_key)
    session.handle(Command.START, clock.now())
    while (due := session.next_event_at) is not None and due <= clock.monotonic_s + seconds:
        seconds -= due - clock.monotonic_s
        session.advance(clock.go(due - clock.monotonic_s))
    session.advance(clock.go(seconds))
    assert item.picture
    motion = Motion(item.picture, POSES)
    return portrayal(session.view(clock.now()), motion, animated=animated), motion


def test_getting_ready_shows_the_way_in_and_then_waits_in_the_hold() -> None:
    began, motion = at(0.0, HELD)
    assert began.figure.near.leg.knee.y == pytest.approx(motion.key(0).near.leg.knee.y)
    assert began.changes
    ready, _motion = at(4.5, HELD)
    assert ready.figure == motion.still(Side.LEFT)
    assert not ready.changes


def test_a_hold_shows_the_hold_and_breathes() -> None:
    shown, motion = at(10.0, HELD)
    assert shown == Portrayal(figure=motion.still(Side.LEFT), side=Side.LEFT, breathes=True)
    assert shown.figure.mirrored


def test_at_the_switch_the_eye_sees_the_change_of_legs() -> None:
    seen = [at(35.0 + seconds, HELD)[0] for seconds in (0.7, 1.6, 3.0, 7.9)]
    out, turning, coming_in, ready = seen
    assert [shown.side for shown in seen] == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT]
    assert out.changes
    assert turning.coming is not None
    assert turning.coming.mirrored is not turning.figure.mirrored
    assert 0 < turning.turned < 1
    assert (out.coming, coming_in.coming) == (None, None)
    _shown, motion = at(0, HELD)
    assert ready.figure == motion.still(Side.RIGHT)


def test_after_a_rest_the_other_side_comes_too() -> None:
    """Left, right, rest, left: the rest turns back."""
    first, last = (at(35.0 + 8 + 30 + seconds, HELD)[0] for seconds in (0.1, 9.9))
    assert (first.side, last.side) == (Side.RIGHT, Side.LEFT)


@pytest.mark.parametrize(("second", "part"), [(0.0, 0.0), (1.0, 0.5), (2.0, 1.0), (3.0, 0.5), (4.0, 0.0), (6.0, 1.0)])
def test_repetitions_move_at_the_tempo(second: float, part: float) -> None:
    """``part`` is how far it is to the far end of the movement."""
    shown, motion = at(5.0 + second, SWING)
    start, end = motion.start.hip.y, motion.held.hip.y
    assert shown.changes
    assert shown.figure.hip.y == pytest.approx(start + (end - start) * part, abs=0.01)


def test_held_repetitions_stand_still_at_the_far_end() -> None:
    item = exercise("raise", hold_s=6, sets=1, repetitions=2, tempo_s=4, picture=MOVEMENT)
    for second in (2.0, 5.0, 8.0):
        shown, motion = at(5.0 + second, item)
        assert shown.figure.hip.y == pytest.approx(motion.held.hip.y, abs=1e-6)


def test_alternating_repetitions_change_legs_in_one_picture() -> None:
    first, second = (at(5.0 + seconds, MARCH)[0] for seconds in (2.0, 6.0))
    assert (first.side, second.side) == (Side.LEFT, Side.RIGHT)
    assert (first.figure.exchanged, second.figure.exchanged) == (True, False)
    assert not first.figure.mirrored
    assert not second.figure.mirrored


def test_repetitions_that_wait_for_a_key_show_the_far_end() -> None:
    shown, motion = at(6.0, SWING, by_key=True)
    assert not shown.changes
    assert shown.figure == motion.still(Side.LEFT)


def test_a_movement_without_a_tempo_goes_its_own_pace_and_may_change_legs() -> None:
    jog = exercise(
        "jog",
        hold_s=60,
        sets=1,
        laterality=Laterality.BILATERAL,
        picture=Picture(poses=("standing", "knee-up"), round_s=2.0, alternating=True),
    )
    first, second, third = (at(5.0 + seconds, jog)[0] for seconds in (1.0, 3.0, 5.0))
    assert first.figure.near.leg.knee.y > first.figure.far.leg.knee.y + 0.1
    assert first.figure.near.leg.knee.y == pytest.approx(second.figure.far.leg.knee.y, abs=0.01)
    assert third.figure.near.leg.knee.y == pytest.approx(first.figure.near.leg.knee.y)
    assert first.side is None


def test_reduced_motion_goes_from_pose_to_pose() -> None:
    for second in (0.0, 4.0, 10.0, 36.0, 40.0):
        shown, motion = at(second, HELD, animated=False)
        assert shown.figure in (motion.still(Side.LEFT), motion.still(Side.RIGHT))
        assert not shown.changes
        assert not shown.breathes
        assert shown.coming is None
    shown, motion = at(6.3, SWING, animated=False)
    assert shown.figure == motion.still(Side.LEFT)
