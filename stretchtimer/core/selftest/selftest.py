"""The guided self-test of both hips: how far it has come, what it gives, and what flatters it."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.records import Moment, Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import Protocol, State, number_text
from stretchtimer.core.selftest.measurement_words import degrees_words
from stretchtimer.core.selftest.selftest_steps import Approach, Step, steps

FLATTERING = timedelta(hours=6)
"""So long stretching flatters a test on the next day too. Most of what it adds is gone within half an hour (Behm 2016,
evidence C1), all of it within two days (Kiseljak and Jelovica 2024); the hours between are our convention."""
LONG_HOURS = 48
"""From so many hours on, days say as much: what stretching adds is gone by then (evidence C1)."""


MOST_CHARACTERS = 500
"""Of a note (evidence D1), and by our convention of the name of who measured. What is kept already may be longer."""


class SelfTest(Struct, frozen=True):
    """How far a test has come: the step it is at and the answers so far. Each move returns a new value."""

    index: int = 0
    left: Outcome | None = None
    right: Outcome | None = None
    approach: Approach = Approach()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All its steps."""
        return steps(self.approach)

    @property
    def step(self) -> Step:
        """The step it is at."""
        return self.steps[self.index]

    @property
    def complete(self) -> bool:
        """Whether there is an answer for at least one hip, so that there is something to keep."""
        return bool(self.left or self.right)

    @property
    def stopped(self) -> bool:
        """Whether it was stopped because it hurt."""
        return Outcome.STOPPED in (self.left, self.right)

    def outcome(self, side: Side) -> Outcome | None:
        """Return the answer for the tested hip ``side``; None while it has none."""
        return self.left if side is Side.LEFT else self.right

    def forward(self) -> SelfTest:
        """Go one step on; the last step stays."""
        return replace(self, index=min(self.index + 1, len(self.steps) - 1))

    def back(self) -> SelfTest:
        """Go one step back; the first step stays."""
        return replace(self, index=max(self.index - 1, 0))

    def to_review(self) -> SelfTest:
        """Go to the last step, whatever was answered."""
        return replace(self, index=len(self.steps) - 1)

    def answered(self, side: Side, outcome: Outcome | None) -> SelfTest:
        """Take ``outcome`` as the answer for the tested hip ``side``; None takes its answer back."""
        return replace(self, left=outcome) if side is Side.LEFT else replace(self, right=outcome)


class SelfTestDraft(Struct, frozen=True, kw_only=True):
    """A test as the person gives it, before the history knows it."""

    at: Moment | None = None
    """When it was taken; None is now."""
    results: tuple[ResultRecord, ...]
    protocol: Protocol = Protocol.FLOOR
    rater: str = ""
    state: State | None = None
    note: str = ""

    def record(self, id: str, at: Moment, last_stretch: Moment | None) -> SelfTestRecord:
        """Return the test as the history keeps it; ``last_stretch`` is when the last session before ``at`` began.

        Raises ValueError, with words for the person, for a measurement that cannot be, or a text that is too long.
        """
        check_texts(self.note, self.rater)
        return SelfTestRecord(
            id=id,
            at=at,
            results=self.results,
            note=self.note,
            after_stretching=flattered(last_stretch, at),
            hours_since_stretch=hours_since(last_stretch, at),
            protocol=self.protocol,
            rater=self.rater,
            state=self.state,
        )


def check_texts(note: str, rater: str) -> None:
    """Raise ValueError, with words for the person, for a text of more than `MOST_CHARACTERS`."""
    for text, words in (
        (note, _("A note has at most {most} characters, not {n}.")),
        (rater, _("The name of who measured has at most {most} characters, not {n}.")),
    ):
        if len(text) > MOST_CHARACTERS:
            raise ValueError(words.format(most=MOST_CHARACTERS, n=len(text)))


def outcome_word(outcome: Outcome, protocol: Protocol = Protocol.FLOOR) -> str:
    """Return the outcome in the person's language."""
    if outcome is Outcome.STOPPED:
        return _("Stopped because it hurt")
    if protocol is Protocol.FLOOR:
        return _("Passed: the leg stayed flat") if outcome is Outcome.PASSED else _("Lifted: the leg came up")
    if outcome is Outcome.PASSED:
        return _("Passed: the thigh came down to the bed")
    return _("Lifted: the thigh stayed above the bed")


def outcome_name(outcome: Outcome | None) -> str:
    """Return the outcome in one word; for None, that the hip was not tested."""
    if outcome is None:
        return _("not tested")
    return {Outcome.PASSED: _("passed"), Outcome.LIFTED: _("lifted"), Outcome.STOPPED: _("stopped")}[outcome]


def hip_title(side: Side) -> str:
    """Return the name of the hip ``side`` as a heading."""
    return {Side.LEFT: _("Left hip"), Side.RIGHT: _("Right hip"), Side.BOTH: _("Both hips")}[side]


def hip_words(test: SelfTestRecord, side: Side) -> str:
    """Return the result of one hip in a few words: "lifted, +12.5°"."""
    result = test.hip(side)
    if result is None or result.angle_deg is None:
        return outcome_name(test.result_of(side))
    return _("{outcome}, {angle}").format(outcome=outcome_name(result.outcome), angle=degrees_words(result.angle_deg))


def results_words(test: SelfTestRecord) -> str:
    """Return both results in one line: "left passed, right lifted"."""
    return _("left {left}, right {right}").format(left=hip_words(test, Side.LEFT), right=hip_words(test, Side.RIGHT))


def flattered_notice() -> str:
    """Return what to say when stretching came shortly before the test (evidence C1)."""
    return _(
        "You stretched earlier today or only hours ago. That flatters the result: the next time, take the test first. "
        "You can go on, and this test is marked."
    )


def last_stretch_words(hours: float) -> str:
    """Return how long before a test the last stretching was, in hours up to two days and then in days."""
    if hours < LONG_HOURS:
        return _("Last stretched {n} hours before.").format(n=number_text(hours))
    days = round(hours / 24)
    return ngettext("Last stretched {n} day before.", "Last stretched {n} days before.", days).format(n=days)


def stopped_advice() -> str:
    """Return what follows when the test hurt (articles 000 line 55, 003 line 35 and 004 line 68; evidence B3)."""
    return _(
        "It hurt, so the test ends here, and it is better not to stretch today. Pain that is sharp or runs down the "
        "leg, numbness, tingling or a sudden loss of movement can mean that a nerve is irritated: seek medical advice."
    )


def flattered(last_stretch: Moment | None, at: Moment) -> bool:
    """Whether stretching earlier on the same day, or less than `FLATTERING` ago, flatters a test taken ``at``.

    Two minutes of gravity alone raise hip extension by about 5 degrees at once (evidence C1); so the test comes first.
    """
    if last_stretch is None or last_stretch.utc > at.utc:
        return False
    return last_stretch.local.date() == at.local.date() or at.utc - last_stretch.utc < FLATTERING


def hours_since(last_stretch: Moment | None, at: Moment) -> float | None:
    """Return the hours from ``last_stretch`` to ``at``, to a tenth; None if there was no stretching before."""
    if last_stretch is None or last_stretch.utc > at.utc:
        return None
    return round((at.utc - last_stretch.utc) / timedelta(hours=1), 1)
