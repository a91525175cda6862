"""What is said of a hip over time, in sentences with the numbers that they rest on (evidence D3)."""

from __future__ import annotations

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.progress.error_band import error_band_source
from stretchtimer.core.progress.trend import MEDIAN_OF, Asymmetry, Kind, Label, Trend, kind_of
from stretchtimer.core.records import SelfTestRecord
from stretchtimer.core.selftest.measurement import Method, number_text
from stretchtimer.core.selftest.measurement_words import approach_words, degrees_words, rater_name
from stretchtimer.core.selftest.selftest import hip_title


def label_name(label: Label) -> str:
    """Return the label as a heading."""
    return {
        Label.TOO_EARLY: _("Too early to say"),
        Label.IMPROVED: _("Improved"),
        Label.PERHAPS_IMPROVING: _("Perhaps improving"),
        Label.NO_CLEAR_CHANGE: _("No clear change"),
        Label.PLATEAU: _("Plateau"),
        Label.NOT_ENOUGH_STRETCHING: _("Not enough stretching to judge"),
        Label.WORSE: _("Worse"),
    }[label]


def trend_words(trend: Trend) -> str:
    """Return why the label of ``trend`` is what it is, in a sentence or two."""
    if trend.label is Label.TOO_EARLY:
        return _too_early(trend)
    words = _by_eye(trend.label) if trend.kind.method is Method.BY_EYE else _measured(trend)
    if trend.label is Label.PLATEAU:
        return _("{words} It got {n} min a week, so this is a plateau.").format(
            words=words, n=number_text(trend.weekly_min)
        )
    if trend.label is Label.NOT_ENOUGH_STRETCHING:
        return _("{words} It got {n} min a week; below 5, or in too few weeks, a plateau cannot be told.").format(
            words=words, n=number_text(trend.weekly_min)
        )
    return words


def basis_words(trend: Trend) -> str:
    """Return what the label rests on: the results, how they were found, the error band and its source."""
    if trend.kind.method is Method.BY_EYE:
        rule = _("By eye, only two results in a row say something. This is our convention.")
    else:
        rule = _("The median of the last three is compared with that of the first three. {source}").format(
            source=error_band_source(trend.kind.method)
        )
    return _("{basis} {rule}").format(basis=_results_words(trend), rule=rule)


def series_words(trend: Trend) -> str:
    """Return what is said of a series and the numbers that it rests on, in one line."""
    return _("{hip}: {label}. {words} {results}").format(
        hip=hip_title(trend.kind.side),
        label=label_name(trend.label),
        words=trend_words(trend),
        results=_("{kind}.").format(kind=kind_words(trend.kind))
        if trend.label is Label.TOO_EARLY
        else _results_words(trend),
    )


def kind_words(kind: Kind) -> str:
    """Return how the results of a series were found: "On the floor, by phone", and by whom if not the person."""
    approach = approach_words(kind.protocol, kind.method)
    if not kind.rater:
        return approach
    return _("{approach}, measured by {rater}").format(approach=approach, rater=rater_name(kind.rater))


def approaches_words(test: SelfTestRecord) -> str:
    """Return how the results of ``test`` were found; once, if both hips were tested in the same way."""
    return "; ".join(dict.fromkeys(kind_words(kind_of(test, result)) for result in test.results))


def asymmetry_words(found: Asymmetry) -> str:
    """Return the note on a difference between the hips."""
    numbers = {"n": number_text(found.difference_deg), "band": number_text(found.band_deg)}
    if found.tighter is Side.LEFT:
        return _("The left hip is tighter by {n}°, twice in a row at least the error of {band}°.").format(**numbers)
    return _("The right hip is tighter by {n}°, twice in a row at least the error of {band}°.").format(**numbers)


def _results_words(trend: Trend) -> str:
    results = ngettext("{n} result counts", "{n} results count", trend.valid).format(n=trend.valid)
    return _("{results}, over {days} days. {kind}.").format(
        results=results, days=trend.days, kind=kind_words(trend.kind)
    )


def _too_early(trend: Trend) -> str:
    results = ngettext("{n} result counts so far", "{n} results count so far", trend.valid).format(n=trend.valid)
    if not trend.days:
        return _("{results}. It takes three, over two weeks.").format(results=results)
    days = ngettext("over {n} day", "over {n} days", trend.days).format(n=trend.days)
    return _("{results}, {days}. It takes three, over two weeks.").format(results=results, days=days)


def _by_eye(label: Label) -> str:
    return {
        Label.IMPROVED: _("The leg came up at first, and has stayed down in two tests in a row since."),
        Label.PERHAPS_IMPROVING: _("The leg stayed down in two of the last three tests, though not in a row."),
        Label.WORSE: _("The leg stayed down at first, and has come up in two tests in a row since."),
    }.get(label, _("The last tests do not differ clearly from the first ones."))


def _measured(trend: Trend) -> str:
    better = trend.better_deg
    if better is None or trend.baseline_deg is None or trend.current_deg is None or trend.band_deg is None:
        return ""
    numbers = {
        "first": degrees_words(trend.baseline_deg),
        "last": degrees_words(trend.current_deg),
        "n": number_text(abs(better)),
        "band": number_text(trend.band_deg),
    }
    if trend.valid == MEDIAN_OF:
        return _(
            "{first} so far: the first three results are the last three too, and a change can show from now on."
        ).format(**numbers)
    words = {
        Label.IMPROVED: _("{first} → {last}: {n}° better, outside the error of {band}°."),
        Label.WORSE: _("{first} → {last}: {n}° worse, outside the error of {band}°."),
        Label.PERHAPS_IMPROVING: _("{first} → {last}: {n}° better, still inside the error of {band}°."),
    }.get(trend.label, _("{first} → {last}: inside the error of {band}°."))
    return words.format(**numbers)
