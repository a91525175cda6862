from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.dose import weekly
from stretchtimer.core.records import Ending, Outcome, ResultRecord, RevisionKind
from stretchtimer.storage.database import StorageTrouble
from stretchtimer.storage.history import Added, History
from tests.storage.histories import MEASURED, empty_history, hold, moment, pain, self_test, session, uuid

LATER = moment("2026-11-22T10:00:00+01:00")


@pytest.fixture
def history() -> Iterator[History]:
    history = empty_history()
    yield history
    history.close()


def test_a_session_comes_back_as_it_went_in(history: History) -> None:
    end = moment("2026-11-21T09:05:00.250+01:00")
    whole = session(1, holds=(hold(2), hold(3, "2026-11-21T09:00:50+01:00", side=Side.RIGHT)), pains=(pain(4),))
    history.begin_session(whole)
    for each in whole.holds:
        history.save_hold(whole.id, each)
    history.record_pain(whole.id, whole.pains[0])
    assert history.sessions() == (whole,)
    assert whole.ended is Ending.INTERRUPTED
    history.end_session(whole.id, Ending.HURT, end)
    assert history.sessions() == (replace(whole, ended=Ending.HURT, ended_at=end),)


def test_the_local_time_of_the_person_is_kept(history: History) -> None:
    history.begin_session(session(1, "2026-11-21T01:30:00-03:30"))
    assert history.sessions()[0].started_at.iso() == "2026-11-21T01:30:00.000-03:30"


def test_a_hold_saved_again_takes_the_place_of_the_first(history: History) -> None:
    history.begin_session(session(1))
    history.save_hold(uuid(1), hold(2, held_s=1.0, left_s=1.0, finished=False))
    history.save_hold(uuid(1), hold(2))
    assert history.sessions()[0].holds == (hold(2),)


def test_writing_a_beginning_or_a_pain_twice_does_no_harm(history: History) -> None:
    for _ in range(2):
        history.begin_session(session(1))
        history.record_pain(uuid(1), pain(2, side=None))
    assert history.sessions() == (session(1, pains=(pain(2, side=None),)),)


def test_a_hold_without_its_session_is_trouble(history: History) -> None:
    with pytest.raises(StorageTrouble, match="cannot be written"):
        history.save_hold(uuid(1), hold(2))


def test_sessions_are_chosen_by_time_across_offsets(history: History) -> None:
    for number, at in enumerate(
        ("2026-11-21T09:00:00+01:00", "2026-11-21T09:00:00+00:00", "2026-11-21T09:00:00-05:00")
    ):
        history.begin_session(session(number, at))
    at = datetime.fromisoformat
    assert [each.id for each in history.sessions()] == [uuid(0), uuid(1), uuid(2)]
    assert [each.id for each in history.sessions(since=at("2026-11-21T09:00:00+00:00"))] == [uuid(1), uuid(2)]
    assert [each.id for each in history.sessions(until=at("2026-11-21T09:00:00+00:00"))] == [uuid(0)]
    assert [each.id for each in history.sessions(limit=2)] == [uuid(1), uuid(2)]
    assert history.sessions(limit=0) == ()


def test_holds_and_pains_of_other_sessions_stay_out(history: History) -> None:
    for number in (1, 2):
        history.begin_session(session(number, f"2026-11-2{number}T09:00:00+01:00"))
        history.save_hold(uuid(number), hold(10 + number))
        history.record_pain(uuid(number), pain(20 + number))
    last = history.last_session()
    assert last == session(2, "2026-11-22T09:00:00+01:00", holds=(hold(12),), pains=(pain(22),))


def test_an_empty_history_has_no_last_session(history: History) -> None:
    assert history.last_session() is None
    assert history.last_first_side() is None
    assert history.sessions() == history.tests() == history.revisions() == history.dose_rows() == ()
    assert history.recent_routines(5) == ()


def test_recent_routines_are_the_last_done_first_and_named_once(history: History) -> None:
    for number, routine in enumerate(("a", "b", "c", "a")):
        history.begin_session(session(number, f"2026-11-2{number}T09:00:00+01:00", routine=routine))
    assert history.recent_routines(2) == ("a", "c")


def test_the_first_side_is_that_of_the_last_session_in_which_something_was_held(history: History) -> None:
    history.begin_session(session(1, first_side=Side.RIGHT))
    history.save_hold(uuid(1), hold(9))
    history.begin_session(session(2, "2026-11-22T09:00:00+01:00", first_side=Side.LEFT))
    assert history.last_first_side() is Side.RIGHT


def test_the_dose_counts_credited_seconds_by_the_local_day(history: History) -> None:
    history.begin_session(session(1))
    sunday, monday = "2026-11-22T23:59:00-05:00", "2026-11-23T00:01:00-05:00"
    history.save_hold(uuid(1), hold(2, sunday))
    history.save_hold(uuid(1), hold(3, sunday, left_s=0.0, right_s=12.5, finished=False))
    history.save_hold(uuid(1), hold(4, monday))
    history.save_hold(uuid(1), hold(5, monday, credits_hip_flexor=False))
    assert history.dose_rows() == ((moment(sunday), 30.0, 12.5), (moment(monday), 30.0, 0.0))
    assert history.dose_rows(moment(monday).utc) == ((moment(monday), 30.0, 0.0),)
    assert [(week.week, week.left_min) for week in weekly(history.dose_rows())] == [
        ("2026-W47", 0.5),
        ("2026-W48", 0.5),
    ]


@pytest.mark.parametrize("since", [None, datetime(2026, 11, 21, tzinfo=UTC)])
def test_the_dose_is_summed_from_its_index(history: History, since: datetime | None) -> None:
    seen: list[str] = []
    history._connection.set_trace_callback(seen.append)
    history.dose_rows(since)
    history._connection.set_trace_callback(None)
    (query,) = seen
    plan = history._connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert "COVERING INDEX holds_by_day" in str(plan)
    assert "GROUP BY" not in str(plan), "already in the order of the days"


def test_a_test_comes_back_as_it_went_in(history: History) -> None:
    history.add_test(self_test(2, "2026-11-22T08:00:00+01:00", note="stiff"))
    history.add_test(self_test(1))
    assert history.tests() == (self_test(1), self_test(2, "2026-11-22T08:00:00+01:00", note="stiff"))
    assert history.tests()[0].result_of(Side.RIGHT) is Outcome.LIFTED


def test_a_test_of_one_hip(history: History) -> None:
    one = replace(self_test(1), results=(ResultRecord(side=Side.LEFT, outcome=Outcome.STOPPED),))
    history.add_test(one)
    assert history.tests() == (one,)
    assert one.result_of(Side.RIGHT) is None


def test_an_edited_test_keeps_what_it_was(history: History) -> None:
    history.add_test(self_test(1))
    history.edit_test(self_test(1, note="corrected"), revision_id=uuid(5), at=LATER)
    assert history.tests() == (self_test(1, note="corrected"),)
    (revision,) = history.revisions(uuid(1))
    assert (revision.kind, revision.before, revision.replaced_at) == (RevisionKind.EDITED, self_test(1), LATER)
    assert history.revisions(uuid(2)) == ()


def test_an_edit_that_changes_nothing_leaves_no_trace(history: History) -> None:
    history.add_test(self_test(1))
    history.edit_test(self_test(1), revision_id=uuid(5), at=LATER)
    assert history.tests() == (self_test(1),)
    assert history.revisions() == ()


def test_the_last_tests_are_found_without_the_others(history: History) -> None:
    assert history.last_tests(2) == ()
    for number, day in enumerate(("19", "21", "20"), start=1):
        history.add_test(self_test(number, f"2026-11-{day}T08:00:00+01:00"))
    assert history.last_tests(2) == history.tests()[1:]
    assert [test.id for test in history.last_tests(5)] == [uuid(1), uuid(3), uuid(2)]


def test_tests_are_read_from_the_first_as_they_are_asked_for(history: History) -> None:
    assert list(history.tests_from_the_first()) == []
    for number, day in enumerate(("19", "21", "20"), start=1):
        history.add_test(self_test(number, f"2026-11-{day}T08:00:00+01:00"))
    history.add_test(MEASURED)
    assert tuple(history.tests_from_the_first()) == history.tests()
    queries: list[str] = []
    history._connection.set_trace_callback(queries.append)
    with closing(history.tests_from_the_first()) as tests:
        assert next(tests).id == uuid(1)
    assert [query.partition("WHERE ")[2] for query in queries] == ["", f"test_id = '{uuid(1)}'"]


def test_deleting_a_test_can_be_undone(history: History) -> None:
    history.add_test(self_test(1, note="note"))
    history.delete_test(uuid(1), revision_id=uuid(5), at=LATER)
    assert history.tests() == ()
    assert [revision.kind for revision in history.revisions()] == [RevisionKind.DELETED]
    history.undelete_test(uuid(1))
    history.undelete_test(uuid(1))
    assert history.tests() == (self_test(1, note="note"),)


def test_what_is_not_there_cannot_be_changed(history: History) -> None:
    with pytest.raises(KeyError):
        history.edit_test(self_test(1), revision_id=uuid(5), at=LATER)
    with pytest.raises(KeyError):
        history.delete_test(uuid(1), revision_id=uuid(5), at=LATER)
    with pytest.raises(KeyError):
        history.undelete_test(uuid(1))
    assert history.revisions() == ()


def test_merging_adds_what_is_new_and_counts_it(history: History) -> None:
    first = session(1, holds=(hold(2), hold(3)), pains=(pain(4),))
    assert history.merge([first], [self_test(5)]) == Added(sessions=1, holds=2, pains=1, self_tests=1)
    more = replace(first, holds=(*first.holds, hold(6)))
    assert history.merge([more, session(7)], [self_test(5), self_test(8)]) == Added(sessions=1, holds=1, self_tests=1)
    assert history.merge([more], [self_test(5)]) == Added()
    assert history.merge([], []) == Added()


def test_merging_does_not_bring_back_a_deleted_test(history: History) -> None:
    history.add_test(self_test(1))
    history.delete_test(uuid(1), revision_id=uuid(5), at=LATER)
    assert history.merge([], [self_test(1)]) == Added()
    assert history.tests() == ()


def test_a_failure_in_the_midst_of_merging_writes_nothing(history: History) -> None:
    history._connection.execute("DROP TABLE pains")
    with pytest.raises(StorageTrouble):
        history.merge([session(1, holds=(hold(2),), pains=(pain(3),))], [])
    assert history._connection.execute("SELECT count(*) FROM sessions").fetchone() == (0,)


def test_a_closed_history_is_trouble(history: History) -> None:
    history.close()
    with pytest.raises(StorageTrouble, match="cannot be read"):
        history.tests()
    with pytest.raises(StorageTrouble, match="cannot be written"):
        history.add_test(self_test(1))


def test_each_write_is_committed(history: History) -> None:
    committed: list[str] = []
    history._connection.set_trace_callback(committed.append)
    history.begin_session(session(1))
    assert committed[-1] == "COMMIT"


def test_the_pains_of_all_sessions_come_in_the_order_of_time(history: History) -> None:
    assert history.pains() == ()
    for number, day in ((1, 22), (2, 21)):
        history.begin_session(session(number, f"2026-11-{day}T09:00:00+01:00"))
        history.record_pain(uuid(number), pain(10 + number, f"2026-11-{day}T09:01:00+01:00"))
    assert [each.id for each in history.pains()] == [uuid(12), uuid(11)]
