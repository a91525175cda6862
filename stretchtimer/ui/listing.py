"""What the tables of self-tests and of weeks have in their columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.progress.progress import Week
from stretchtimer.core.progress.trend import Trend
from stretchtimer.core.progress.trend_words import approaches_words, kind_words, label_name, trend_words
from stretchtimer.core.records import Outcome, SelfTestRecord
from stretchtimer.core.selftest.selftest import hip_title, hip_words
from stretchtimer.ui.dates import day_words, minutes_words, time_words


class Column(Struct, frozen=True, kw_only=True):
    """How one column shows an item. The words are made when they are seen: ten years of tests are listed at once."""

    header: str
    words: Callable[[Any], str]
    order: Callable[[Any], str | float]
    """By what the column is sorted."""
    mark: Callable[[Any], Outcome | None] | None = None
    number: bool = False


class Listing(Struct, frozen=True, kw_only=True):
    """Items, each a row, and the columns that show them."""

    columns: tuple[Column, ...]
    items: Sequence[Any]
    id_of: Callable[[Any], str] = lambda _item: ""
    """The id of the test that an item is; empty for anything else."""


def result_listing(
    tests: Sequence[SelfTestRecord],
    corrected: frozenset[str] = frozenset(),
    unused: frozenset[str] = frozenset(),
    apart: Mapping[str, str] = MappingProxyType({}),
) -> Listing:
    """List ``tests``; those whose id is in ``corrected``, or in ``unused`` for the trend, say so.

    ``apart`` has why a test is not used for the trend, by its id.
    """

    def remarks(test: SelfTestRecord) -> str:
        said = [_("after stretching")] if test.after_stretching else []
        said += [_("not used for the trend")] if test.id in unused else []
        said += [_("not used for the trend, {reasons}").format(reasons=apart[test.id])] if test.id in apart else []
        said += [_("corrected")] if test.id in corrected else []
        return ", ".join([*said, *([test.note] if test.note else [])])

    return Listing(
        columns=(
            Column(
                header=_("Date"),
                words=lambda test: time_words(test.at.local),
                order=lambda test: test.at.utc.timestamp(),
            ),
            *(_outcome_column(side) for side in (Side.LEFT, Side.RIGHT)),
            Column(header=_("Remarks"), words=remarks, order=remarks),
            Column(header=_("How"), words=approaches_words, order=approaches_words),
        ),
        items=tests,
        id_of=lambda test: test.id,
    )


def trend_listing(trends: Sequence[Trend]) -> Listing:
    """List what each of ``trends`` says, and the numbers it rests on."""
    return Listing(
        columns=(
            Column(header=_("Hip"), words=_hip, order=_hip),
            Column(header=_("How"), words=_way, order=_way),
            Column(
                header=_("Trend"), words=lambda trend: label_name(trend.label), order=lambda trend: trend.label.value
            ),
            Column(
                header=_("Results"), words=lambda trend: str(trend.valid), order=lambda trend: trend.valid, number=True
            ),
            Column(header=_("Days"), words=lambda trend: str(trend.days), order=lambda trend: trend.days, number=True),
            Column(header=_("In numbers"), words=trend_words, order=lambda trend: trend.better_deg or 0.0),
        ),
        items=trends,
    )


def week_listing(weeks: Sequence[Week]) -> Listing:
    """List ``weeks``."""
    return Listing(
        columns=(
            Column(header=_("Week"), words=lambda week: week.name, order=_monday),
            Column(header=_("Begins on"), words=lambda week: day_words(week.monday), order=_monday),
            _minutes_column(_("Left hip, min"), lambda week: week.left_min),
            _minutes_column(_("Right hip, min"), lambda week: week.right_min),
        ),
        items=weeks,
    )


def _outcome_column(side: Side) -> Column:
    rank = {outcome: number for number, outcome in enumerate(Outcome)}
    return Column(
        header=hip_title(side),
        words=lambda test: hip_words(test, side),
        order=lambda test: rank.get(test.result_of(side), len(rank)),
        mark=lambda test: test.result_of(side),
    )


def _minutes_column(header: str, minutes: Callable[[Week], float]) -> Column:
    return Column(header=header, words=lambda week: minutes_words(minutes(week)), order=minutes, number=True)


def _hip(trend: Trend) -> str:
    return hip_title(trend.kind.side)


def _way(trend: Trend) -> str:
    return kind_words(trend.kind)


def _monday(week: Week) -> float:
    return week.monday.toordinal()
