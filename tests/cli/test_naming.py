from __future__ import annotations

import pytest

from stretchtimer.cli.naming import find, find_session
from stretchtimer.cli.refusal import Refused
from stretchtimer.core.catalog.exercise import Kind
from stretchtimer.core.catalog.routine import Routine
from stretchtimer.storage.catalog import Catalog
from tests.samples import EXERCISES, exercise, routine

CATALOG = Catalog(
    exercises=EXERCISES
    | {item.id: item for item in (exercise("kneeling-deep"), exercise("same"), exercise("test", kind=Kind.SELF_TEST))},
    routines={
        "sample": routine("kneeling"),
        "same": Routine(id="same", name="Twins", summary="", items=routine("march").items),
    },
    exercise_files={},
    routine_files={},
)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("butterfly", "butterfly"),
        ("BUTTERFLY", "butterfly"),
        (" Butter ", "butterfly"),
        ("kneeling", "kneeling"),  # although another one begins so
        ("Kneeling deep", "kneeling-deep"),
        ("sample", "sample"),
        ("twins", "same"),
    ],
)
def test_an_id_a_name_or_a_beginning_is_enough(name: str, id: str) -> None:
    assert find(name, CATALOG).id == id


def test_of_a_routine_and_an_exercise_with_the_same_id_it_is_the_routine() -> None:
    assert find("same", CATALOG) is CATALOG.routines["same"]


def test_a_beginning_that_several_have_is_refused_with_their_ids() -> None:
    with pytest.raises(Refused, match="'kneel' may be any of kneeling, kneeling-deep"):
        find("kneel", CATALOG)


@pytest.mark.parametrize(
    ("name", "near"), [("buterfly", "butterfly"), ("fly", "butterfly"), ("marsh", "march"), ("deeep", "kneeling-deep")]
)
def test_what_comes_near_is_offered(name: str, near: str) -> None:
    with pytest.raises(Refused, match=f"perhaps {near}"):
        find(name, CATALOG)


@pytest.mark.parametrize("name", ["", " ", "quantum"])
def test_nothing_near_says_where_to_look(name: str) -> None:
    with pytest.raises(Refused, match="list all there is"):
        find(name, CATALOG)


def test_an_exercise_alone_is_a_session_of_its_own() -> None:
    assert [item.exercise for item in find_session("butterfly", CATALOG).items] == ["butterfly"]


def test_the_self_test_is_no_session() -> None:
    with pytest.raises(Refused, match="is the self-test"):
        find_session("test", CATALOG)
