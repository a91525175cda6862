"""What the history says and advises, for ``stretchtimer progress``: as JSON values and as lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stretchtimer.cli.printing import number
from stretchtimer.core.advice.advice import Advice
from stretchtimer.core.advice.plan import Plan
from stretchtimer.core.advice.plan_words import plan_lines
from stretchtimer.core.advice.warning_words import tier_name, warning_source, warning_words
from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.language import _
from stretchtimer.core.progress.adherence import Adherence, adherence_words, habit_rule
from stretchtimer.core.progress.progress import HipStanding, ProgressView
from stretchtimer.core.progress.trend import Trend
from stretchtimer.core.progress.trend_words import asymmetry_words, basis_words, label_name, trend_words
from stretchtimer.core.selftest.selftest import hip_title


def advice_json(view: ProgressView, advice: Advice) -> dict[str, Any]:
    """Return the documented keys."""
    difference = view.asymmetry
    return {
        "hips": [_trend_json(hip.trend) for hip in (view.left, view.right) if hip.trend],
        "asymmetry": difference
        and {
            "tighter": difference.tighter.value,
            "difference_deg": number(difference.difference_deg),
            "band_deg": difference.band_deg,
        },
        "plan": advice.plan and _plan_json(advice.plan),
        "warnings": [_warning_json(each) for each in advice.warnings],
        "adherence": [_adherence_json(each) for each in advice.adherence],
    }


def print_advice(view: ProgressView, advice: Advice, routines: Mapping[str, str]) -> None:
    """Print warnings, the label of each hip and the plan; ``routines`` are the names of routines by their ids."""
    for warning in advice.warnings:
        print(f"{tier_name(warning.tier)}: {warning_words(warning)}\n    {warning_source(warning)}")
    for hip in (view.left, view.right):
        _print_hip(hip)
    if view.asymmetry:
        print(asymmetry_words(view.asymmetry))
    for line in plan_lines(advice.plan, lambda id: routines.get(id, id)) if advice.plan else ():
        print(f"{line.words}\n    {line.why}")
    for each in advice.adherence:
        print(adherence_words(each))
    if advice.adherence:
        print(f"    {habit_rule()}")


def _print_hip(hip: HipStanding) -> None:
    if hip.trend:
        label = _("{hip}: {label}.").format(hip=hip_title(hip.side), label=label_name(hip.trend.label))
        print(f"{label} {trend_words(hip.trend)}\n    {basis_words(hip.trend)}")


def _trend_json(trend: Trend) -> dict[str, Any]:
    return {
        "side": trend.kind.side.value,
        "label": trend.label.value,
        "protocol": trend.kind.protocol.value,
        "method": trend.kind.method.value,
        "rater": trend.kind.rater,
        "results": trend.valid,
        "days": trend.days,
        "baseline_deg": _maybe(trend.baseline_deg),
        "current_deg": _maybe(trend.current_deg),
        "better_deg": _maybe(trend.better_deg),
        "band_deg": _maybe(trend.band_deg),
        "weekly_min": number(trend.weekly_min),
        "adherence": number(trend.adherence),
    }


def _plan_json(plan: Plan) -> dict[str, Any]:
    return {
        "level": plan.level.value,
        "suggested": plan.suggested.value,
        "routines": [
            {"routine": each.routine, "least_a_week": each.least, "most_a_week": each.most}
            for each in plan.dosing.practices
        ],
        "least_min": plan.dosing.least_min,
        "most_min": plan.dosing.most_min,
        "extra_set": plan.extra and plan.extra.value,
        "lines": [{"words": line.words, "why": line.why} for line in plan_lines(plan, lambda id: id)],
    }


def _warning_json(warning: Warning) -> dict[str, Any]:
    return {
        "tier": warning.tier.value,
        "cause": warning.cause.value,
        "at": warning.at.iso(),
        "side": warning.side and warning.side.value,
    }


def _adherence_json(found: Adherence) -> dict[str, Any]:
    return {
        "side": found.side.value,
        "last_7_days_min": number(found.last_days_min),
        "share": number(found.share),
        "habit": number(found.habit),
    }


def _maybe(value: float | None) -> float | None:
    return None if value is None else number(value)
