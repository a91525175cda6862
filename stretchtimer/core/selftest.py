"""The guided self-test of both hips, step by step (article 001, lines 31-44; evidence B4).

The tested hip is that of the leg that stays down: with the LEFT knee pulled to the chest it is the RIGHT hip. The knee
is pulled only until the low back lies flat: pulling further turns the pelvis and so lifts the other leg (evidence C1).
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from stretchtimer.core.exercise import Side, fill_sides
from stretchtimer.core.language import _, mark
from stretchtimer.core.records import Moment, Outcome, SelfTestRecord

FIRST_TESTED = Side.RIGHT
"""The article begins with the left knee pulled, which tests the right hip."""


class StepKind(StrEnum):
    """What a step of the test asks for."""

    LIE_DOWN = "lie_down"
    PULL = "pull"
    LOOK = "look"
    """Answer whether the leg stayed down."""
    REVIEW = "review"
    """Back on your feet: answers can be given or changed, and saved."""


class Step(Struct, frozen=True):
    """One step, which one key leaves."""

    kind: StepKind
    tested: Side | None

    @property
    def title(self) -> str:
        """The step in a few words."""
        return self._fill(_(_TITLES[self.kind]))

    @property
    def text(self) -> str:
        """The step in full, to be read and to be said."""
        return self._fill(_(_TEXTS[self.kind]))

    def _fill(self, text: str) -> str:
        return fill_sides(text, self.tested) if self.tested else text


_TITLES = {
    StepKind.LIE_DOWN: mark("Lie down"),
    StepKind.PULL: mark("{stretched} hip: pull the {other} knee"),
    StepKind.LOOK: mark("{stretched} hip: does the {stretched} leg stay flat?"),
    StepKind.REVIEW: mark("Your answers"),
}
_TEXTS = {
    StepKind.LIE_DOWN: mark(
        "Lie on your back on the floor with both legs straight. Let your body grow heavy and breathe calmly."
    ),
    StepKind.PULL: mark(
        "Bend the {other} leg and pull the {other} knee towards your chest with both hands, just until your low back "
        "lies flat on the floor, and no further. Leave the {stretched} leg lying, straight and loose. "
        "This tests the {stretched} hip."
    ),
    StepKind.LOOK: mark(
        "Does the {stretched} leg stay flat on the floor? Feel whether the back of the knee still touches. "
        "If it hurts, let go at once and answer: stopped. Otherwise let the {other} knee go now. "
        "You can answer here, or remember it and answer when you are up again."
    ),
    StepKind.REVIEW: mark("Check the answers, add a note if you like, and save."),
}


def protocol() -> tuple[Step, ...]:
    """Return the steps of the test of both hips."""
    steps = [Step(StepKind.LIE_DOWN, None)]
    for tested in (FIRST_TESTED, FIRST_TESTED.other):
        steps += [Step(StepKind.PULL, tested), Step(StepKind.LOOK, tested)]
    return (*steps, Step(StepKind.REVIEW, None))


class SelfTest(Struct, frozen=True):
    """How far a test has come: the step it is at and the answers so far. Each move returns a new value."""

    index: int = 0
    left: Outcome | None = None
    right: Outcome | None = None

    @property
    def step(self) -> Step:
        """The step it is at."""
        return protocol()[self.index]

    @property
    def complete(self) -> bool:
        """Whether there is an answer for at least one hip, so that there is something to keep."""
        return bool(self.left or self.right)

    def outcome(self, side: Side) -> Outcome | None:
        """Return the answer for the tested hip ``side``; None while it has none."""
        return self.left if side is Side.LEFT else self.right

    def forward(self) -> SelfTest:
        """Go one step on; the last step stays."""
        return SelfTest(min(self.index + 1, len(protocol()) - 1), self.left, self.right)

    def back(self) -> SelfTest:
        """Go one step back; the first step stays."""
        return SelfTest(max(self.index - 1, 0), self.left, self.right)

    def to_review(self) -> SelfTest:
        """Go to the last step, whatever was answered."""
        return SelfTest(len(protocol()) - 1, self.left, self.right)

    def answered(self, side: Side, outcome: Outcome | None) -> SelfTest:
        """Take ``outcome`` as the answer for the tested hip ``side``; None takes its answer back."""
        if side is Side.LEFT:
            return SelfTest(self.index, outcome, self.right)
        return SelfTest(self.index, self.left, outcome)


class SelfTestDraft(Struct, frozen=True, kw_only=True):
    """A test as the person gives it, before the history knows it. At least one hip has an outcome."""

    at: Moment | None = None
    """When it was taken; None is now."""
    left: Outcome | None = None
    right: Outcome | None = None
    note: str = ""


def outcome_word(outcome: Outcome) -> str:
    """Return the outcome in the person's language."""
    return {
        Outcome.PASSED: _("Passed: the leg stayed flat"),
        Outcome.LIFTED: _("Lifted: the leg came up"),
        Outcome.STOPPED: _("Stopped because it hurt"),
    }[outcome]


def outcome_name(outcome: Outcome | None) -> str:
    """Return the outcome in one word; for None, that the hip was not tested."""
    if outcome is None:
        return _("not tested")
    return {Outcome.PASSED: _("passed"), Outcome.LIFTED: _("lifted"), Outcome.STOPPED: _("stopped")}[outcome]


def hip_title(side: Side) -> str:
    """Return the name of the hip ``side`` as a heading."""
    return {Side.LEFT: _("Left hip"), Side.RIGHT: _("Right hip"), Side.BOTH: _("Both hips")}[side]


def results_words(test: SelfTestRecord) -> str:
    """Return both results in one line: "left passed, right lifted"."""
    return _("left {left}, right {right}").format(
        left=outcome_name(test.result_of(Side.LEFT)), right=outcome_name(test.result_of(Side.RIGHT))
    )


def flattered_notice() -> str:
    """Return what to say when stretching came before the test on the same day (evidence C1)."""
    return _(
        "You stretched earlier today. That flatters the result: the next time, take the test first. "
        "You can go on, and this test is marked."
    )


def offer_words() -> str:
    """Return the offer of the test before a session (evidence C1)."""
    return _("Test before you stretch: stretching flatters the result.")


def offered(taken: bool, last_stretch: Moment | None, now: Moment) -> bool:
    """Whether to offer the test before a session: none was ``taken`` yet, and nothing would flatter it today."""
    return not taken and not flattered(last_stretch, now)


def stopped_advice() -> str:
    """Return what follows when the test hurt (articles 000 line 55, 003 line 35 and 004 line 68; evidence B3)."""
    return _(
        "It hurt, so the test ends here, and it is better not to stretch today. Pain that is sharp or runs down the "
        "leg, numbness, tingling or a sudden loss of movement can mean that a nerve is irritated: seek medical advice."
    )


def flattered(last_stretch: Moment | None, at: Moment) -> bool:
    """Whether stretching earlier on the same day flatters a test taken ``at``.

    Two minutes of gravity alone raise hip extension by about 5 degrees at once (evidence C1); so the test comes first.
    """
    return last_stretch is not None and last_stretch.utc <= at.utc and last_stretch.local.date() == at.local.date()
