"""The report's pages: how many, on which paper, and what is to be read on them."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from stretchtimer.core.paper import Paper
from stretchtimer.core.progress.report import Report
from stretchtimer.core.records import PainKind
from stretchtimer.core.selftest.measurement import BackFlat, Method, Protocol
from stretchtimer.ui.report.drawing import report_pdf
from tests.reported import LUNGE, measured, pain, report, text_of
from tests.taken import LIFTED, PASSED, STOPPED, taken

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = {LUNGE: "Half-kneeling lunge"}
LITTLE = report(
    (taken(9, LIFTED, PASSED, number=1), taken(2, STOPPED, PASSED, number=2, note="cold room")),
    ((3, 6.1, 4.0), (10, 2.5, 7.0)),
    (pain(1, 1, PainKind.SHARP),),
)


def words(made: Report, paper: Paper = Paper.A4) -> str:
    return " ".join(text_of(report_pdf(made, NAMES, paper)))


@pytest.mark.parametrize(("paper", "inches"), [(Paper.A4, (8.27, 11.69)), (Paper.LETTER, (8.5, 11.0))])
def test_little_is_one_page_of_the_paper(paper: Paper, inches: tuple[float, float]) -> None:
    pages = PdfReader(io.BytesIO(report_pdf(LITTLE, NAMES, paper))).pages
    assert [(float(page.mediabox.width) / 72, float(page.mediabox.height) / 72) for page in pages] == [
        pytest.approx(inches, abs=0.01)
    ]


def test_it_says_what_was_found_and_what_it_is_not() -> None:
    text = words(LITTLE)
    for part in (
        "Time: 11 Nov 2026 to 21 Nov 2026",
        "not a diagnosis",
        "stopped, 19 Nov 2026",
        "0 of the last 2 2 of the last 2",
        "kappa 0.47",
        "Left hip: 8.6 min in all, 4.3 min a week on average; at least 5 min in 1 of 2 weeks.",
        "Half-kneeling lunge",
        "sharp",
        "cold room",
        "one knee is pulled to the chest",
        "Page 1 of 1",
    ):
        assert part in text


def test_measured_angles_come_with_their_method_and_position() -> None:
    tests = (
        measured(30, 20, 10, number=1),
        measured(20, 18.5, 9, number=2, back=BackFlat.NO),
        measured(10, 12.5, 8, number=3),
        measured(5, -4, -6, number=4, method=Method.PHOTO, protocol=Protocol.EDGE),
    )
    text = words(report(tests))
    for part in (
        "Phone on the thigh, on the floor; error band 5°",
        "3.9° in a study of 2024",
        "+12.5°, 11 Nov 2026 first +20°, 22 Oct 2026",
        "Change Too early to say Too early to say",
        "Strips: the error band",
        "Photograph, at the edge of a bed",
        "−4°",
        "above the horizontal positive",
        "the low back did not lie flat",
        "pain 3 of 10",
        "numbness",
        "hangs loosely",
    ):
        assert part in text


@pytest.mark.parametrize("paper", Paper)
def test_ten_years_are_two_pages_and_say_what_they_leave_out(paper: Paper) -> None:
    tests = tuple(measured(day + 0.5, 10 + day / 500, 5, number=day + 1) for day in range(3650))
    minutes = tuple((float(day), 1.5, 1.0) for day in range(0, 3650, 2))
    pages = text_of(report_pdf(report(tests, minutes, tuple(pain(day, day) for day in range(1, 90))), NAMES, paper))
    assert len(pages) == 2
    assert "Page 1 of 2" in pages[0] and "Page 2 of 2" in pages[1]
    assert "of 3650 are listed" in pages[1]
    assert "of 89 are listed" in " ".join(pages)
    assert "2018" in pages[0]


def test_as_many_tests_are_listed_as_two_pages_hold() -> None:
    tests = tuple(taken(day * 7, LIFTED, PASSED, number=day + 1) for day in range(30))
    pages = text_of(report_pdf(report(tests), NAMES, Paper.A4))
    assert len(pages) == 2
    assert "are listed" not in " ".join(pages)


def test_long_notes_and_many_tests_stay_on_two_pages() -> None:
    tests = tuple(taken(day * 3, LIFTED, PASSED, number=day + 1, note="word " * 400) for day in range(40))
    pages = text_of(report_pdf(report(tests), NAMES, Paper.LETTER))
    assert len(pages) == 2
    assert "…" in pages[1]


def test_what_was_not_recorded_is_said() -> None:
    only_pain = words(report(pains=(pain(1, 1),)))
    assert "No hip flexor stretching was recorded" in only_pain
    assert "Self-tests of each hip" not in only_pain
    only_minutes = words(report(minutes=((1, 2.0, 3.0),)))
    assert "None was recorded in this time." in only_minutes


def test_an_exercise_that_is_gone_is_named_by_its_id() -> None:
    text = " ".join(text_of(report_pdf(report(pains=(pain(1, 1),)), {}, Paper.A4)))
    assert LUNGE in text


def test_the_time_asked_for_stands_at_the_head() -> None:
    made = report((taken(9, LIFTED, PASSED),), first=date(2026, 9, 1), last=date(2026, 11, 20))
    assert "Time: 1 Sep 2026 to 20 Nov 2026 Made on 21 Nov 2026" in words(made)


def test_it_speaks_of_the_person_not_to_them() -> None:
    tests = (
        taken(9, LIFTED, PASSED, number=1, after_stretching=True),
        *(
            measured(ago, 9, 9, number=ago, method=method)
            for ago, method in enumerate((Method.PHONE, Method.GONIOMETER, Method.PHOTO), 20)
        ),
    )
    text = words(report(tests, ((3, 6.1, 4.0),), (pain(1, 1, PainKind.SHARP),))).lower()
    assert "stretching earlier that day" in text
    assert not re.search(r"\byou", text)


def test_how_the_tests_were_taken_is_repeated_only_where_it_differs() -> None:
    alike = tuple(measured(ago, 9, 9, number=ago) for ago in (30, 20, 10))
    other = measured(5, 4, 4, number=5, method=Method.PHOTO)
    once = words(report(alike)).count("Phone on the thigh")
    assert words(report((*alike, other))).count("Phone on the thigh") == once + len(alike)


@pytest.mark.parametrize("paper", Paper)
def test_no_heading_of_a_table_is_alone_at_the_foot_of_a_page(paper: Paper) -> None:
    note = "The left leg felt heavier than the right one, as it did before the walk. " * 2
    for count in range(2, 14):
        tests = tuple(taken(10 + day, LIFTED, PASSED, number=day + 1, note=note) for day in range(3))
        pains = tuple(pain(1 + number / 10, number + 1) for number in range(count))
        pages = text_of(report_pdf(report(tests, ((3, 6.1, 4.0),), pains), NAMES, paper))
        page = next(page for page in pages if "The tests one by one" in page)
        assert "Remarks" in page, count
