from __future__ import annotations

from collections.abc import Iterable
from gettext import NullTranslations

import pytest

from stretchtimer.core import language
from stretchtimer.core.catalog.exercise import Exercise, Kind, Laterality, Position, Side
from stretchtimer.core.catalog.routine import Routine, RoutineItem, of_exercise
from stretchtimer.core.picking.picker import Entry, Place, Wish, entries, fulfils, sections
from stretchtimer.core.progress.dose import Seconds
from stretchtimer.core.session.timeline import Pacing, compile_routine
from tests.samples import BUTTERFLY, EXERCISES, KNEELING, LEFT, MARCH, exercise, routine

SLOW = Pacing(get_ready_s=20, switch_s=30, rest_s=40, next_s=50)
EVENING = routine("kneeling", "march", "kneeling")
TEST = exercise("floor-test", kind=Kind.SELF_TEST, position=Position.SUPINE)


def listed(
    exercises: Iterable[Exercise] = EXERCISES.values(), routines: Iterable[Routine] = (), pacing: Pacing | None = None
) -> tuple[Entry, ...]:
    known = tuple(exercises)
    return entries(known, routines, {item.id: item for item in known}, pacing or Pacing())


def only(exercise: Exercise) -> Entry:
    (entry,) = listed([exercise])
    return entry


def ids(found: Iterable[Entry]) -> list[str]:
    return [entry.id for entry in found]


def named(id: str, name: str, *items: str | RoutineItem) -> Routine:
    return Routine(id=id, name=name, summary="", items=routine(*items).items)


@pytest.mark.parametrize("pacing", [Pacing(), SLOW, Pacing(get_ready_s=0, switch_s=0, rest_s=0, next_s=0)])
def test_an_entry_takes_as_long_as_its_session(pacing: Pacing) -> None:
    for entry in listed(routines=[EVENING], pacing=pacing):
        assert entry.routine is not None
        assert entry.total_s == compile_routine(entry.routine, EXERCISES, pacing).total_s
        assert sum(part.length_s for part in entry.parts) == pytest.approx(entry.total_s)


def test_the_parts_of_a_routine_stand_in_its_order_even_twice() -> None:
    (entry,) = (entry for entry in listed(routines=[EVENING]) if entry.id == EVENING.id)
    assert [part.prescription.exercise for part in entry.parts] == [KNEELING, MARCH, KNEELING]
    first, _march, again = entry.parts
    assert again.length_s - first.length_s == Pacing().next_s - Pacing().get_ready_s


def test_the_self_test_cannot_be_timed() -> None:
    entry = only(TEST)
    assert (entry.routine, entry.total_s, entry.parts) == (None, 0, ())


def test_routines_come_first_the_shortest_before_the_others() -> None:
    long, short = named("a-long", "A long", "kneeling", "butterfly"), named("z-short", "Z short", "swing")
    assert ids(listed(routines=[long, short]))[:2] == ["z-short", "a-long"]


def test_exercises_stand_by_name_whatever_its_case_and_accents() -> None:
    found = listed([exercise("1", name="zebra"), exercise("2", name="Élan"), exercise("3", name="Fan")])
    assert ids(found) == ["2", "3", "1"]


def test_the_dose_is_counted_for_each_hip_as_the_history_counts_it() -> None:
    assert only(KNEELING).credited == Seconds(90, 90)
    assert only(BUTTERFLY).credited == Seconds(0, 0), "it does not stretch the hip flexors"
    assert only(MARCH).credited == Seconds(12, 12), "2 sets of 4 repetitions of 3 s, half for each side"


def test_the_dose_of_one_side_is_that_sides_alone() -> None:
    one_sided = named("one", "One", RoutineItem(exercise="kneeling", sides=LEFT))
    (entry, *_rest) = listed(routines=[one_sided])
    assert entry.credited == Seconds(90, 0)


@pytest.mark.parametrize(
    ("position", "places"),
    [
        (Position.STANDING, {Place.STANDING}),
        (Position.KNEELING, {Place.KNEELING}),
        (Position.HANDS_AND_KNEES, {Place.KNEELING}),
        (Position.SITTING, {Place.SITTING}),
        (Position.SUPINE, {Place.LYING}),
        (Position.PRONE, {Place.LYING}),
        (Position.SIDE_LYING, {Place.LYING}),
    ],
)
@pytest.mark.parametrize("beside_desk", [True, False])
def test_a_place_leaves_what_can_be_done_there(position: Position, places: set[Place], beside_desk: bool) -> None:
    entry = only(exercise(position=position, beside_desk=beside_desk))
    expected = places | {Place.ALL} | ({Place.BESIDE_DESK} if beside_desk else set())
    assert {place for place in Place if fulfils(entry, Wish(place=place))} == expected


def test_a_place_leaves_a_routine_only_if_all_of_it_can_be_done_there() -> None:
    standing = exercise("standing", position=Position.STANDING)
    found = listed(
        [standing, KNEELING], [named("all", "All", "standing"), named("half", "Half", "standing", "kneeling")]
    )
    assert ids(entry for entry in found if fulfils(entry, Wish(place=Place.STANDING))) == ["all", "standing"]


def test_a_kind_leaves_exercises_of_that_kind() -> None:
    found = listed([*EXERCISES.values(), TEST], [EVENING])
    for kind in Kind:
        left = [entry for entry in found if fulfils(entry, Wish(kind=kind))]
        assert ids(left) == [entry.id for entry in found if entry.single is not None and entry.single.kind is kind]


def test_minutes_leave_what_takes_at_most_so_long() -> None:
    entry = only(exercise(hold_s=115, sets=1, laterality=Laterality.BILATERAL))
    assert entry.total_s == 120
    assert fulfils(entry, Wish(minutes=2))
    assert not fulfils(only(exercise(hold_s=116, sets=1, laterality=Laterality.BILATERAL)), Wish(minutes=2))


@pytest.mark.parametrize(
    "words", ["kneeling", "KNEE front", "  hip   of ", "élan mât", "elan MAT", "held stretch", "étirement"]
)
def test_all_words_occur_somewhere_in_what_it_is(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class French(NullTranslations):
        def gettext(self, message: str) -> str:
            return {"Elan knee": "Étirement élan"}.get(message, message)

    monkeypatch.setattr(language, "_translations", French())
    assert fulfils(only(exercise(name="Elan knee", props=("mat",))), Wish(words=words))


@pytest.mark.parametrize("words", ["bridge", "kneeling bridge", "kneelingfront"])
def test_a_word_that_does_not_occur_leaves_nothing(words: str) -> None:
    assert not fulfils(only(KNEELING), Wish(words=words))


def test_a_routine_is_found_by_its_exercises() -> None:
    assert fulfils(listed(routines=[EVENING])[0], Wish(words="sample march"))


def test_every_filter_holds_together() -> None:
    wish = Wish(words="knee", place=Place.KNEELING, kind=Kind.STATIC_HOLD, minutes=5)
    assert fulfils(only(KNEELING), wish)
    for change in ({"place": Place.LYING}, {"kind": Kind.YOGA}, {"minutes": 2}, {"words": "butterfly"}):
        values = {"words": "knee", "place": Place.KNEELING, "kind": Kind.STATIC_HOLD, "minutes": 5}
        assert not fulfils(only(KNEELING), Wish(**(values | change)))  # type: ignore[arg-type]


def test_favourites_and_the_recently_done_stand_on_top_each_once() -> None:
    found = sections(listed(routines=[EVENING]), Wish(), ["march", "sample"], ["kneeling", "march", "gone"])
    assert [(section.heading, ids(section.entries)) for section in found[:3]] == [
        ("Favourites", ["march", "sample"]),
        ("Recently done", ["kneeling"]),
        ("Routines", ["sample"]),
    ]


def test_what_stands_on_top_has_its_own_place_too() -> None:
    every = listed([*EXERCISES.values(), TEST], [EVENING])
    found = sections(every, Wish(), ["march"], ["kneeling"])
    below = [entry.id for section in found[2:] for entry in section.entries]
    assert sorted(below) == sorted(ids(every))


def test_the_rest_stands_by_kind_and_every_kind_has_a_place() -> None:
    every = listed([exercise(kind.value.replace("_", "-"), kind=kind) for kind in Kind])
    found = sections(every, Wish(), [], [])
    assert [section.heading for section in found] == [
        "Stretches",
        "Movement and warm-up",
        "Strength and control",
        "Release",
        "Self-test",
    ]
    assert sum(len(section.entries) for section in found) == len(Kind)


def test_a_section_that_a_search_empties_is_left_out() -> None:
    found = sections(listed(routines=[EVENING]), Wish(words="butterfly"), ["march"], ["kneeling"])
    assert [(section.heading, ids(section.entries)) for section in found] == [("Stretches", ["butterfly"])]
    assert sections(listed(), Wish(words="no such thing"), [], []) == ()


def test_an_entry_waits_for_clearance_as_its_exercises_do() -> None:
    assert only(KNEELING).needs_clearance
    assert not only(exercise(position=Position.STANDING)).needs_clearance
    standing = exercise("standing", position=Position.STANDING)
    routines = [named("marked", "Marked", "standing", "kneeling"), named("free", "Free", "standing")]
    found = {entry.id: entry.needs_clearance for entry in listed([standing, KNEELING], routines)}
    assert found == {"free": False, "marked": True, "kneeling": True, "standing": False}


def test_an_exercise_alone_is_performed_as_a_routine_of_one() -> None:
    assert only(KNEELING).routine == of_exercise(KNEELING)
    assert only(KNEELING).parts[0].prescription.sides is Side.BOTH
