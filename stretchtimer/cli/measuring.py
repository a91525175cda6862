"""The options that say what was measured in a self-test, and what they give."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.refusal import Refused
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.records import Outcome, ResultRecord, SelfTestRecord
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol, State

SCORES = range(11)


def offer_measuring(parser: Parser) -> None:
    """Add the options."""
    test = parser.add_argument_group(_("how it was taken"))
    test.add_argument("--protocol", choices=_values(Protocol), help=_("where (default: as in your settings)"))
    test.add_argument(
        "--method",
        choices=_values(Method),
        default=Method.BY_EYE.value,
        help=_("how it was measured (default: by_eye)"),
    )
    test.add_argument("--state", choices=_values(State), help=_("how you came to it"))
    test.add_argument("--rater", default="", metavar=_("NAME"), help=_("the helper who measured (default: yourself)"))
    test.add_argument("--thigh", type=float, metavar=_("CM"), help=_("your thigh (default: as in your settings)"))
    test.add_argument("--sure", action="store_true", help=_("keep a reading that is asked about"))
    for side in (Side.LEFT, Side.RIGHT):
        _offer_hip(parser, side)


def results(options: Namespace, measuring: Measuring) -> tuple[ResultRecord, ...]:
    """Return the results that ``options`` name; ``measuring`` has what they leave out. Raises Refused for a mistake."""
    found = tuple(_result(options, side, measuring) for side in (Side.LEFT, Side.RIGHT) if _tested(options, side))
    if not found:
        raise Refused(_("a test needs a result: --left or --right, or both"))
    if options.method != Method.BY_EYE and not any(result.measurement for result in found):
        raise Refused(_("--method {method} needs a reading, such as --left-angle").format(method=options.method))
    return found


def refuse_doubtful(test: SelfTestRecord) -> None:
    """Raise Refused for a reading that is to be asked about."""
    for result in test.results:
        if result.measurement is None:
            continue
        for question in result.measurement.questions(test.protocol, passed=result.outcome is Outcome.PASSED):
            raise Refused(_("{side} hip: {question} --sure keeps it").format(side=result.side.word, question=question))


def _offer_hip(parser: Parser, side: Side) -> None:
    group = parser.add_argument_group(_("left hip") if side is Side.LEFT else _("right hip"))

    def offer(name: str, help_text: str, **kind: Any) -> None:
        group.add_argument(f"--{side}{name}", help=help_text, **kind)

    offer("", _("what the leg that stayed down did"), choices=_values(Outcome))
    offer("-angle", _("by phone, goniometer or photo"), type=float, nargs="+", metavar=_("DEGREES"))
    offer("-gap", _("by tape: the gap under the knee"), type=float, nargs="+", metavar=_("CM"))
    offer("-resting-gap", _("by tape: the gap with both legs flat"), type=float, metavar=_("CM"))
    offer("-knee", _("how far the knee was bent, at the edge"), type=int, metavar=_("DEGREES"))
    offer("-back", _("whether the low back lay flat"), choices=_values(BackFlat))
    offer("-tightness", _("0 to 10"), type=int, choices=SCORES, metavar="N")
    offer("-pain", _("0 to 10"), type=int, choices=SCORES, metavar="N")
    offer("-pain-signs", ", ".join(_values(PainSign)), nargs="+", choices=_values(PainSign), metavar=_("SIGN"))


def _values(kind: type[Any]) -> list[str]:
    return [member.value for member in kind]


def _of(options: Namespace, side: Side, name: str) -> Any:
    return getattr(options, f"{side}_{name}")


def _tested(options: Namespace, side: Side) -> bool:
    """Whether the hip has an outcome. Raises Refused if it has only something else."""
    if getattr(options, side.value):
        return True
    names = ("angle", "gap", "resting_gap", "knee", "back", "tightness", "pain", "pain_signs")
    for name in names:
        if _of(options, side, name) is not None:
            option = f"--{side}-{name.replace('_', '-')}"
            raise Refused(_("{option} needs the outcome too: {outcome}").format(option=option, outcome=f"--{side}"))
    return False


def _result(options: Namespace, side: Side, measuring: Measuring) -> ResultRecord:
    return ResultRecord(
        side=side,
        outcome=Outcome(getattr(options, side.value)),
        measurement=_measurement(options, side, measuring),
        back=BackFlat(back) if (back := _of(options, side, "back")) else None,
        knee_deg=_of(options, side, "knee"),
        tightness=_of(options, side, "tightness"),
        pain=_of(options, side, "pain"),
        pain_signs=tuple(map(PainSign, _of(options, side, "pain_signs") or ())),
    )


def _measurement(options: Namespace, side: Side, measuring: Measuring) -> Measurement | None:
    method = Method(options.method)
    angles, gaps, resting_gap_cm = (_of(options, side, name) for name in ("angle", "gap", "resting_gap"))
    if angles and method in (Method.BY_EYE, Method.TAPE):
        raise Refused(_("--{side}-angle needs --method phone, goniometer or photo").format(side=side))
    if (gaps or resting_gap_cm is not None) and method is not Method.TAPE:
        raise Refused(_("a gap needs --method tape"))
    readings = gaps or angles
    if not readings:
        return None
    try:
        return Measurement(
            method=method,
            trials=tuple(readings),
            resting_gap_cm=resting_gap_cm,
            thigh_cm=(options.thigh or measuring.thigh_cm or None) if method is Method.TAPE else None,
        )
    except ValueError as error:
        raise Refused(_("{side} hip: {mistake}").format(side=side.word, mistake=error)) from error
