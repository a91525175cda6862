"""The plan that follows from results: each level at its threshold, the extra set, and what the person overrules."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.advice.plan import DOSING, Plan, plan_of
from stretchtimer.core.advice.plan_choice import ExtraSet, Level, PlanChoice
from stretchtimer.core.advice.plan_words import plan_lines
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.trend import asymmetry, leading, series_of
from stretchtimer.core.records import BackFlat, Outcome, SelfTestRecord
from tests.core.progress.readings import WEEKLY, measured, result, seen, taken

ROUTINES = Path(__file__).parents[3] / "assets" / "routines"


def both(at: float, left: float, right: float) -> SelfTestRecord:
    return taken(at, result(Side.LEFT, left), result(Side.RIGHT, right))


def found(tests: list[SelfTestRecord], choice: PlanChoice | None = None) -> Plan | None:
    every = series_of(tests)
    return plan_of(filter(None, (leading(every, side) for side in (Side.LEFT, Side.RIGHT))), asymmetry(tests), choice)


def made(tests: list[SelfTestRecord], choice: PlanChoice | None = None) -> Plan:
    plan = found(tests, choice)
    assert plan is not None
    return plan


def words(plan: Plan) -> str:
    return "\n".join(line.words for line in plan_lines(plan, lambda id: id))


def whys(plan: Plan) -> str:
    return "\n".join(line.why for line in plan_lines(plan, lambda id: id))


def test_without_a_result_that_counts_there_is_no_plan() -> None:
    assert found([]) is None
    assert found([taken(0, result(Side.LEFT, 9, back=BackFlat.NO))]) is None


@pytest.mark.parametrize(
    ("angle", "level"),
    [
        (0.5, Level.SMALL),
        (7.0, Level.SMALL),
        (7.1, Level.MODERATE),
        (14.0, Level.MODERATE),
        (14.1, Level.SEVERE),
    ],
)
def test_each_level_at_its_angle(angle: float, level: Level) -> None:
    assert made(measured([angle] * 3)).level is level


@pytest.mark.parametrize(
    ("letters", "level", "why"),
    [
        ("P", Level.PASSING, "The only result that counts passed"),
        ("L", Level.SMALL, "in the only test that counts"),
        ("LP", Level.SMALL, "in the first test, and no two in a row agree yet"),
        ("PL", Level.PASSING, "The first result passed, and no two in a row agree yet"),
        ("PLPL", Level.PASSING, "The first result passed, and no two in a row agree yet"),
        ("LL", Level.SMALL, "in the last two tests that count"),
        ("LPP", Level.PASSING, "The last two results that count passed"),
        ("LLP", Level.SMALL, "a single pass changes nothing"),
        ("PPPPPPPPPL", Level.PASSING, "a single other one changes nothing"),
        ("PPPPPPPPPLL", Level.SMALL, "in the last two tests that count"),
    ],
)
def test_by_eye_it_takes_two_in_a_row_that_agree(letters: str, level: Level, why: str) -> None:
    plan = made(seen(letters))
    assert plan.level is level
    assert why in whys(plan)


@given(st.text("PL", min_size=2, max_size=8), st.integers(1, 6))
def test_a_single_flip_by_eye_never_changes_the_level(letters: str, at: int) -> None:
    settled = letters + letters[-1]
    flipped = settled + ("L" if letters[-1] == "P" else "P")
    assert made(seen(flipped)).level is made(seen(settled)).level


@pytest.mark.parametrize(("last", "level"), [("passed", Level.PASSING), ("lifted", Level.SMALL)])
def test_with_angles_a_hip_that_does_not_pass_twice_goes_by_them(last: str, level: Level) -> None:
    passed = [taken(at, result(Side.LEFT, 1.0, Outcome.PASSED)) for at in (0, 7)]
    assert made([*passed, taken(14, result(Side.LEFT, 3.0, Outcome(last)))]).level is level


@pytest.mark.parametrize(
    ("count", "why"),
    [(1, "+9°, the only result"), (2, "the median of the two results"), (3, "the median of the last three")],
)
def test_the_angle_says_what_it_is_the_median_of(count: int, why: str) -> None:
    assert why in whys(made(measured([9] * count)))
    assert ("last three" in whys(made(measured([9] * count)))) is (count == 3)


@pytest.mark.parametrize(
    ("level", "practices", "minutes"),
    [
        (Level.PASSING, {"three-lunges": (1, 2)}, (0, 5)),
        (Level.SMALL, {"evening-three-times-a-week": (3, 3), "thirteen-stretches": (1, 2)}, (5, 5)),
        (Level.MODERATE, {"evening-three-times-a-week": (3, 5)}, (5, 10)),
        (Level.SEVERE, {"ten-psoas-exercises": (3, 4)}, (8, 10)),
    ],
)
def test_each_level_asks_for_what_the_evidence_says(
    level: Level, practices: dict[str, tuple[int, int]], minutes: tuple[int, int]
) -> None:
    dosing = DOSING[level]
    assert {each.routine: (each.least, each.most) for each in dosing.practices} == practices
    assert (dosing.least_min, dosing.most_min) == minutes


@pytest.mark.parametrize(
    ("level", "practice", "minutes"),
    [
        (Level.PASSING, "How often is our convention", "Less once it passes: our convention"),
        (Level.SMALL, "Article 000, line 60: at least three times", "Thomas and others 2018."),
        (Level.MODERATE, "article 004, line 72", "Ingram and others 2025"),
        (Level.SEVERE, "every other day", "At least 8 a week: our convention"),
    ],
)
def test_each_number_of_the_plan_has_its_own_source(level: Level, practice: str, minutes: str) -> None:
    *_hips, often, long = plan_lines(made(measured([9] * 3), PlanChoice(level=level)), lambda id: id)
    assert practice in often.why and minutes in long.why
    assert ("Thomas" in long.why) is (level is not Level.SEVERE)


@pytest.mark.parametrize(("tightness", "level"), [(None, Level.SMALL), (6, Level.SMALL), (7, Level.SEVERE)])
def test_without_an_angle_much_tightness_is_severe(tightness: int | None, level: Level) -> None:
    assert made([taken(0, result(Side.LEFT, None, tightness=tightness))]).level is level


def test_the_plan_follows_the_tighter_hip() -> None:
    plan = made([both(0, 3, 10)])
    assert [hip.level for hip in plan.hips] == [Level.SMALL, Level.MODERATE]
    assert plan.level is Level.MODERATE


@pytest.mark.parametrize(
    ("pairs", "extra"),
    [
        ([(10, 5), (10, 5)], Side.LEFT),
        ([(10, 5.1), (10, 5)], None),
        ([(10, 5)], None),
        ([(5, 10), (5, 10)], Side.RIGHT),
        ([(10, 5), (10, 5), (6, 5)], None),
    ],
)
def test_the_tighter_hip_gets_a_set_more_until_both_are_alike(
    pairs: list[tuple[float, float]], extra: Side | None
) -> None:
    plan = made([both(number * WEEKLY, *pair) for number, pair in enumerate(pairs)])
    assert plan.extra is extra
    assert ("One more set" in words(plan)) is (extra is not None)


@pytest.mark.parametrize(("tests_after", "level"), [(4, Level.MODERATE), (5, Level.SMALL)])
def test_an_improvement_that_holds_three_weeks_lowers_the_plan(tests_after: int, level: Level) -> None:
    plan = made(measured([20] * 3 + [10] * tests_after))
    assert plan.level is level
    assert plan.hips[0].stepped_down is (level is Level.SMALL)
    assert ("three weeks, which is our convention" in whys(plan)) is (level is Level.SMALL)


def test_a_hip_that_improved_is_not_said_to_pass() -> None:
    plan = made(measured([13] * 3 + [6] * 5))
    assert plan.hips[0].stepped_down and plan.level is Level.PASSING
    assert "improved, and stays so" in words(plan) and "passes" not in words(plan)


@given(st.lists(st.tuples(st.floats(0, 30), st.floats(0, 30)), min_size=1, max_size=6))
def test_swapping_the_hips_swaps_the_plan(pairs: list[tuple[float, float]]) -> None:
    rounded = [(round(left, 1), round(right, 1)) for left, right in pairs]
    one = made([both(number * WEEKLY, left, right) for number, (left, right) in enumerate(rounded)])
    other = made([both(number * WEEKLY, right, left) for number, (left, right) in enumerate(rounded)])
    assert one.level is other.level
    assert (one.extra and one.extra.other) is other.extra
    assert [(hip.level, hip.angle_deg) for hip in one.hips] == [(hip.level, hip.angle_deg) for hip in other.hips[::-1]]


def test_what_the_person_overrules_stays_overruled() -> None:
    choice = PlanChoice(level=Level.SEVERE, routine="bed-edge", extra=ExtraSet.RIGHT)
    for angles in ([3] * 3, [30] * 3):
        plan = made(measured(angles), choice)
        assert (plan.level, plan.extra) == (Level.SEVERE, Side.RIGHT)
        assert [each.routine for each in plan.dosing.practices] == ["bed-edge"]
        assert "“bed-edge” 3 to 4 times a week" in words(plan)
    assert made(measured([3] * 3), choice).suggested is Level.SMALL


def test_a_chosen_routine_of_the_level_is_done_as_often_as_that_level_says() -> None:
    plan = made(measured([3] * 3), PlanChoice(routine="thirteen-stretches"))
    assert "“thirteen-stretches” 1 to 2 times a week" in words(plan)


def test_no_extra_set_can_be_chosen_too() -> None:
    tests = [both(0, 15, 5), both(7, 15, 5)]
    assert made(tests, PlanChoice(extra=ExtraSet.NONE)).extra is None
    assert "No extra set." in words(made(tests, PlanChoice(extra=ExtraSet.NONE)))


@pytest.mark.parametrize("level", Level)
def test_each_line_says_why_and_each_routine_is_there(level: Level) -> None:
    plan = made(measured([9] * 3), PlanChoice(level=level))
    assert all(line.why for line in plan_lines(plan, lambda id: id))
    for practice in DOSING[level].practices:
        assert (ROUTINES / f"{practice.routine}.toml").is_file()


def test_passes_and_a_hip_that_lifts() -> None:
    tests = [
        taken(at, result(Side.LEFT, None, Outcome.PASSED), result(Side.RIGHT, None, Outcome.LIFTED)) for at in (0, 7)
    ]
    assert [hip.level for hip in made(tests).hips] == [Level.PASSING, Level.SMALL]
