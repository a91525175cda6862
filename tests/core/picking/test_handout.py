"""What stands on a handout."""

from __future__ import annotations

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.catalog.routine import RoutineItem
from stretchtimer.core.picking.handout import Handout, handout_of
from stretchtimer.core.session.captions import duration_words
from stretchtimer.core.session.timeline import Pacing, compile_routine
from tests.samples import EXERCISES, routine

LEFT_ONLY = RoutineItem(exercise="kneeling", sides=Side.LEFT)


def made(*items: str | RoutineItem, marks_clearance: bool = False) -> Handout:
    return handout_of(routine(*items), EXERCISES, Pacing(), marks_clearance=marks_clearance)


def test_it_has_the_exercises_in_their_order_with_their_dosage() -> None:
    handout = made("swing", "kneeling", "butterfly")
    assert [panel.name for panel in handout.panels] == ["Swing", "Kneeling", "Butterfly"]
    assert [panel.dosage for panel in handout.panels] == ["5 times, each side", "30 s, 3 sets, each side", "50 s"]


def test_it_says_how_long_all_of_it_takes() -> None:
    handout = made("butterfly")
    seconds = compile_routine(routine("butterfly"), EXERCISES, Pacing()).total_s
    assert handout.facts == f"1 exercise · {duration_words(seconds)}"


def test_the_right_side_is_shown_unless_only_the_left_one_is_done() -> None:
    both, left, march, butterfly = made("kneeling", LEFT_ONLY, "march", "butterfly").panels
    assert [panel.side for panel in (both, left, march, butterfly)] == [Side.RIGHT, Side.LEFT, Side.RIGHT, Side.BOTH]
    assert "change sides" in both.change
    assert (left.change, march.change, butterfly.change) == ("", "", "")
    assert both.details[0][0] == "Kneel on the right knee."
    assert left.details[0][0] == "Kneel on the left knee."


def test_the_steps_can_be_said_in_a_shorter_way() -> None:
    (panel,) = made("kneeling").panels
    steps, way_in, cue = panel.details
    assert steps == ("Kneel on the right knee.", "Tuck the tailbone.", "Shift the hips forward.")
    assert way_in == ("Kneel with the left foot in front.", *cue)
    assert cue == ("Right knee down, left foot in front",)


def test_the_foot_names_the_articles_once_and_the_rule_about_pain() -> None:
    foot = made("kneeling", "butterfly").foot
    assert foot[-1] == "Source: 004.txt"
    assert any("Pain is not" in line for line in foot)
    assert any("change sides" in line for line in foot)
    assert not any("change sides" in line for line in made("butterfly").foot)


def test_what_waits_for_clearance_is_marked_only_then() -> None:
    assert [panel.mark for panel in made("kneeling").panels] == [""]
    assert [panel.mark for panel in made("kneeling", marks_clearance=True).panels] == ["Ask first"]
