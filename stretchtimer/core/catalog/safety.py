"""The safety words: who should ask first, and what to do when it hurts. Each rule names its source in the evidence."""

from __future__ import annotations

from enum import StrEnum

from stretchtimer.core.language import _


class Condition(StrEnum):
    """A reason to ask a professional before stretching (evidence B3)."""

    HIP_REPLACEMENT = "hip_replacement"
    HIP_OR_BACK_INJURY = "hip_or_back_injury"
    RECENT_SURGERY = "recent_surgery"


def stop_rule() -> str:
    """Return the rule that the first page states (articles 000 line 55, 004 line 68; evidence B3)."""
    return _("A mild pull is right. Pain is not: stop at once if it hurts, and never bounce or force a stretch.")


def screening_question() -> str:
    """Return the question that is asked before the first session (evidence B3, D4 gate)."""
    return _("Before the first session: does any of these apply to you?")


def condition_words(condition: Condition) -> str:
    """Return ``condition`` as a person would say it."""
    return {
        Condition.HIP_REPLACEMENT: _("I have a hip replacement"),
        Condition.HIP_OR_BACK_INJURY: _("I have, or had, an injury of the hip or the back"),
        Condition.RECENT_SURGERY: _("I had surgery recently"),
    }[condition]


def consult_advice() -> str:
    """Return what a yes to any condition brings (articles 000 lines 53 and 73, 004 line 69; evidence C5)."""
    return _(
        "Please talk to your surgeon, doctor or physiotherapist before you begin. Nothing is locked, but kneeling, "
        "prone and dangling exercises are marked until you confirm that you were cleared for them."
    )


def clearance_mark() -> str:
    """Return the mark on an exercise that waits for clearance."""
    return _("Ask first: not yet cleared for you")


def short_clearance_mark() -> str:
    """Return the mark where there is room for two words only; `clearance_mark` stands beside it in full."""
    return _("Ask first")


def hurt_question() -> str:
    """Return the question behind "It hurts"."""
    return _("How does it hurt?")


def mild_choice() -> str:
    """Return the answer for a pain that may be technique."""
    return _("Mild: a discomfort that eases when I let go")


def sharp_choice() -> str:
    """Return the answer for a pain that ends the session."""
    return _("Sharp, radiating, numb or tingling")


def mild_advice() -> str:
    """Return what to do about a mild pain (article 000 lines 54-55; evidence B3 and D4, in session)."""
    return _(
        "Let go and check your position: ease off until you feel only a mild pull, keep the tailbone tucked and the "
        "belly firm, pad the knee if it presses. Go on only when it no longer hurts; skip this exercise otherwise."
    )


def sharp_advice() -> str:
    """Return what to do about a sharp pain (article 003 line 35; evidence B3)."""
    return _(
        "The session has ended. Pain that is sharp or runs down the leg, numbness, tingling or a sudden loss of "
        "movement can mean that a nerve is irritated: do not stretch on, and seek medical advice."
    )
