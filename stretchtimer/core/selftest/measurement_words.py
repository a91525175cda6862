"""The names of positions, methods and states of a self-test in the person's language."""

from __future__ import annotations

from stretchtimer.core.language import _
from stretchtimer.core.selftest.measurement import BackFlat, Measurement, Method, PainSign, Protocol, State, number_text


def protocol_name(protocol: Protocol) -> str:
    """Return the position of the test."""
    return {Protocol.FLOOR: _("On the floor"), Protocol.EDGE: _("At the edge of a bed")}[protocol]


def protocol_summary(protocol: Protocol) -> str:
    """Return what the position can show, in a sentence."""
    return {
        Protocol.FLOOR: _("The test of the article. The floor stops the leg, so nothing below level is seen."),
        Protocol.EDGE: _("The leg hangs over the edge of a firm bed or table, and can come below level."),
    }[protocol]


def approach_words(protocol: Protocol, method: Method) -> str:
    """Return how the test is taken, on one line: "On the floor, by eye"."""
    words = {
        Method.BY_EYE: _("{place}, by eye"),
        Method.PHONE: _("{place}, by phone"),
        Method.TAPE: _("{place}, by tape"),
        Method.GONIOMETER: _("{place}, by goniometer"),
        Method.PHOTO: _("{place}, by photograph"),
    }[method]
    return words.format(place=protocol_name(protocol))


def method_name(method: Method) -> str:
    """Return the method as a heading."""
    return {
        Method.BY_EYE: _("By eye"),
        Method.PHONE: _("Phone on the thigh"),
        Method.TAPE: _("Tape measure"),
        Method.GONIOMETER: _("Goniometer"),
        Method.PHOTO: _("Photograph"),
    }[method]


def method_summary(method: Method) -> str:
    """Return what the method asks for, in a sentence."""
    return {
        Method.BY_EYE: _("Does the leg stay down? Nothing is measured."),
        Method.PHONE: _("A phone with a spirit level that shows degrees lies on the thigh."),
        Method.TAPE: _("A helper measures the gap under the knee; the thigh is measured once."),
        Method.GONIOMETER: _("A helper holds a goniometer to the hip."),
        Method.PHOTO: _("A photograph from the side, on which four points are marked."),
    }[method]


def state_name(state: State | None) -> str:
    """Return how the person came to the test; for None, that it was not said."""
    if state is None:
        return _("not said")
    return {
        State.RESTED: _("rested"),
        State.WARM: _("warm, after moving"),
        State.AFTER_STRETCHING: _("after stretching"),
    }[state]


def back_name(back: BackFlat | None) -> str:
    """Return whether the low back lay flat; for None, that it was not said."""
    if back is None:
        return _("not said")
    return {BackFlat.YES: _("yes"), BackFlat.NO: _("no"), BackFlat.UNSURE: _("unsure")}[back]


def pain_sign_name(sign: PainSign) -> str:
    """Return what the pain was like."""
    return {
        PainSign.SHARP: _("sharp"),
        PainSign.RADIATING: _("running down the leg"),
        PainSign.NUMBNESS: _("numbness"),
        PainSign.TINGLING: _("tingling"),
        PainSign.WEAKNESS: _("sudden weakness"),
        PainSign.BELOW_KNEE: _("below the knee"),
    }[sign]


def rater_name(rater: str) -> str:
    """Return who measured: ``rater``, or for an empty one the person."""
    return rater or _("yourself")


def sign_convention(protocol: Protocol) -> str:
    """Return which way of the angle is positive."""
    if protocol is Protocol.FLOOR:
        return _("0° is flat on the floor; the thigh above the horizontal is positive.")
    return _("The thigh above the horizontal is positive, below it negative.")


def degrees_words(angle_deg: float) -> str:
    """Return the signed angle to a tenth: "+12.5°", "−3°", "0°"."""
    text = number_text(angle_deg)
    return _("{n}°").format(n=f"+{text}" if round(angle_deg, 1) > 0 else text)


def measurement_words(measurement: Measurement) -> str:
    """Return the angle that counts and, of several trials, how far they lie apart."""
    angle = degrees_words(measurement.angle_deg)
    if len(measurement.trials) == 1:
        return angle
    return _("{angle}, median of {n} within {spread}°").format(
        angle=angle, n=len(measurement.trials), spread=number_text(measurement.spread_deg)
    )
