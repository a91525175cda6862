"""The plan in sentences, each with why: the source, the rule and the numbers (evidence B2, D1 and D2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from stretchtimer.core.advice.plan import MODERATE_DEG, SEVERE_TIGHTNESS, SMALL_DEG, Basis, HipState, Plan, Practice
from stretchtimer.core.advice.plan_choice import Level
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.selftest.measurement import number_text
from stretchtimer.core.selftest.measurement_words import degrees_words

Names = Callable[[str], str]
"""From the id of a routine to its name."""


class Line(NamedTuple):
    """One part of the plan."""

    words: str
    why: str


def level_name(level: Level) -> str:
    """Return the level in a few words."""
    return {
        Level.PASSING: _("Passing: keep it up"),
        Level.SMALL: _("A small shortening"),
        Level.MODERATE: _("A moderate shortening"),
        Level.SEVERE: _("A severe shortening"),
    }[level]


def plan_lines(plan: Plan, name_of: Names) -> tuple[Line, ...]:
    """Return the plan, line by line."""
    lines = [*map(_hip_line, plan.hips), _practice_line(plan, name_of), _minutes_line(plan)]
    return (*lines, *((_extra_line(plan),) if plan.extra or plan.choice.extra else ()))


def extra_set_offer(plan: Plan) -> str:
    """Return what the person may agree to, so that sessions follow the plan; empty if it has no extra set."""
    return {
        Side.LEFT: _("Give the left hip an extra set"),
        Side.RIGHT: _("Give the right hip an extra set"),
        None: "",
    }[plan.extra]


def _hip_line(hip: HipState) -> Line:
    title = _("Left hip") if hip.side is Side.LEFT else _("Right hip")
    words = _stepped_words(hip.level) if hip.stepped_down else _level_words(hip.level)
    return Line(words.format(hip=title), _stepped(hip) if hip.stepped_down else _level_why(hip))


def _level_words(level: Level) -> str:
    return {
        Level.PASSING: _("{hip}: it passes. Keep it up."),
        Level.SMALL: _("{hip}: a small shortening."),
        Level.MODERATE: _("{hip}: a moderate shortening."),
        Level.SEVERE: _("{hip}: a severe shortening."),
    }[level]


def _stepped_words(level: Level) -> str:
    """Return the words for a hip that came down to ``level`` because it improved, not because it passes."""
    if level is Level.PASSING:
        return _("{hip}: improved, and stays so. Keep it up.")
    if level is Level.SMALL:
        return _("{hip}: improved; counted as a small shortening.")
    return _("{hip}: improved; counted as a moderate shortening.")


def _level_why(hip: HipState) -> str:
    if hip.level is Level.PASSING:
        return {
            Basis.ONLY: _("The only result that counts passed; a second test will tell more."),
            Basis.LAST_TWO: _("The last two results that count passed. That it takes two is our convention."),
            Basis.EARLIER_TWO: _(
                "The last two results in a row that agree passed; a single other one changes nothing: our convention."
            ),
            Basis.FIRST: _(
                "The first result passed, and no two in a row agree yet. That it takes two: our convention."
            ),
        }[hip.basis]
    if hip.angle_deg is not None:
        return _(
            "{angle} Up to {small}° is small, up to {moderate}° moderate, more severe: our convention; article 001 "
            "tells small from severe without numbers."
        ).format(
            angle=_angle_words(hip.angle_deg, hip.results),
            small=number_text(SMALL_DEG),
            moderate=number_text(MODERATE_DEG),
        )
    if hip.level is Level.SEVERE:
        rule = _("It felt tight by {n} of 10; {least} or more count as severe: our convention.").format(
            n=hip.tightness, least=SEVERE_TIGHTNESS
        )
    else:
        rule = _("Without an angle or much tightness that counts as small: our convention.")
    return _("{results} {rule}").format(results=_lifted_words(hip.basis), rule=rule)


def _angle_words(angle_deg: float, results: int) -> str:
    words = {
        1: _("{angle}, the only result that counts; a second test will tell more."),
        2: _("{angle}, the median of the two results that count."),
    }.get(results, _("{angle}, the median of the last three results."))
    return words.format(angle=degrees_words(angle_deg))


def _lifted_words(basis: Basis) -> str:
    return {
        Basis.ONLY: _("The leg lifted in the only test that counts; a second one will tell more."),
        Basis.LAST_TWO: _("The leg lifted in the last two tests that count."),
        Basis.EARLIER_TWO: _(
            "The leg lifted in the last two tests in a row that agree; a single pass changes nothing."
        ),
        Basis.FIRST: _("The leg lifted in the first test, and no two in a row agree yet."),
    }[basis]


def _stepped(hip: HipState) -> str:
    why = _(
        "It improved, and stayed so for three weeks, which is our convention: one level less, since article 001, "
        "line 78 asks for less once it gets better."
    )
    if hip.angle_deg is None:
        return why
    return _("{angle} now. {why}").format(angle=degrees_words(hip.angle_deg), why=why)


def _practice_line(plan: Plan, name_of: Names) -> Line:
    joined = _(" or ").join(_practice_words(each, name_of) for each in plan.dosing.practices)
    why = {
        Level.PASSING: _("Less is enough once it is better: article 001, line 78. How often is our convention."),
        Level.SMALL: _(
            "Article 001, lines 76-78: one to two times a week for a small shortening. Article 000, line 60: at least "
            "three times."
        ),
        Level.MODERATE: _("Between small and severe: 3 to 5 times a week, article 004, line 72."),
        Level.SEVERE: _("Article 001, lines 76-78: every other day if it is severe."),
    }[plan.level]
    if plan.choice.level is not None:
        why = _("You chose this level; the results say: {level}. {why}").format(
            level=level_name(plan.suggested), why=why
        )
    return Line(_("{practices}.").format(practices=joined), why)


def _practice_words(practice: Practice, name_of: Names) -> str:
    numbers = {"routine": name_of(practice.routine), "least": practice.least, "most": practice.most}
    if practice.least == practice.most:
        return _("“{routine}” {most} times a week").format(**numbers)
    return _("“{routine}” {least} to {most} times a week").format(**numbers)


def _minutes_line(plan: Plan) -> Line:
    least, most = plan.dosing.least_min, plan.dosing.most_min
    source = {
        Level.PASSING: _("At least 5 a week for a gain: Thomas and others 2018. Less once it passes: our convention."),
        Level.SMALL: _("At least 5 a week: Thomas and others 2018."),
        Level.MODERATE: _("At least 5 a week: Thomas and others 2018; no more gain beyond 10: Ingram and others 2025."),
        Level.SEVERE: _("At least 8 a week: our convention; no more gain beyond 10: Ingram and others 2025."),
    }[plan.level]
    if not least:
        return Line(_("{n} minutes a week for each hip, if you like.").format(n=most), source)
    if least == most:
        return Line(_("{n} minutes a week for each hip.").format(n=least), source)
    return Line(_("{least} to {most} minutes a week for each hip.").format(least=least, most=most), source)


def _extra_line(plan: Plan) -> Line:
    words = {
        Side.LEFT: _("One more set for the left hip."),
        Side.RIGHT: _("One more set for the right hip."),
        None: _("No extra set."),
    }[plan.extra]
    if plan.choice.extra is not None:
        return Line(words, _("You chose this."))
    if plan.difference is None:
        return Line(words, "")
    return Line(
        words,
        _(
            "It is tighter by {n}°, twice in a row at least the error of {band}°. Once the hips are alike again, both "
            "get the same: our convention."
        ).format(n=number_text(plan.difference.difference_deg), band=number_text(plan.difference.band_deg)),
    )
