"""The words of warnings: what to do, and what it rests on. They name no disease and promise nothing (evidence D4)."""

from __future__ import annotations

from stretchtimer.core.advice.warnings import Cause, Tier, Warning
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _


def tier_name(tier: Tier) -> str:
    """Return the tier as a heading: what to do."""
    return {
        Tier.EMERGENCY: _("Stop, and get medical help now"),
        Tier.STOP: _("Stop stretching, and seek medical advice"),
        Tier.ASK: _("Think of asking a physiotherapist"),
        Tier.RECOMMEND: _("A physiotherapist should look at this"),
        Tier.NOTE: _("A look by a physiotherapist may help"),
    }[tier]


def warning_words(found: Warning) -> str:
    """Return what was found, and what follows, in a few sentences."""
    return {
        Cause.WEAKNESS: _(
            "{hip}: you noted sudden weakness. New weakness of a leg, numbness around the seat, a change in bladder or "
            "bowel, a leg that cannot bear weight, pain after a fall, or fever with hip pain need emergency care."
        ),
        Cause.NERVE_SIGNS: _(
            "{hip}: you noted pain that is sharp, runs down the leg or reaches below the knee, or numbness or "
            "tingling. That can mean that a nerve is irritated."
        ),
        Cause.SHARP_PAIN: _(
            "{hip}: a session ended because of a sharp, radiating, numb or tingling pain. That can mean that a nerve "
            "is irritated."
        ),
        Cause.LASTING_PAIN: _("{hip}: a pain of {n} of 10 is still there after two weeks of regular stretching."),
        Cause.FREQUENT_PAIN: _("It hurt on {n} of the {of} days on which you stretched or tested in four weeks."),
        Cause.RISING_PAIN: _("{hip}: the pain rose by 2 or more of 10, to {n}, and stayed so for a week."),
        Cause.WORSE_TWICE: _("{hip}: two tests in a row are worse than at first, by more than chance explains."),
        Cause.LONG_PLATEAU: _("{hip}: no clear change in {n} weeks, in spite of enough stretching."),
    }[found.cause].format(hip=_hip(found.side), n=found.count, of=found.of)


def warning_source(found: Warning) -> str:
    """Return where the rule comes from."""
    return {
        Cause.WEAKNESS: _(
            "Red flags of the hip: GPonline. Loss of bladder or bowel control, and numbness around the seat: "
            "eMedicineHealth. Not from the articles."
        ),
        Cause.NERVE_SIGNS: _("Article 003, line 35."),
        Cause.SHARP_PAIN: _("Article 003, line 35, and article 004, line 68."),
        Cause.LASTING_PAIN: _("Article 003, line 37: two to four weeks. The 4 of 10 are our convention."),
        Cause.FREQUENT_PAIN: _(
            "Article 003, line 37: two to four weeks. More than half of the days is our convention."
        ),
        Cause.RISING_PAIN: _("2 of 10 are much: Salaffi and others 2004. The week is our convention."),
        Cause.WORSE_TWICE: _("Article 000, line 66."),
        Cause.LONG_PLATEAU: _("Twelve weeks are our convention."),
    }[found.cause]


def confirmation_words(tier: Tier) -> str:
    """Return the sentence that a person ticks before a warning of ``tier`` is put away."""
    if tier.locks_sessions:
        return _("I have read this. I asked a professional, or I know that I should before I stretch on.")
    return _("I have read this, and will think of asking a physiotherapist.")


def _hip(side: Side | None) -> str:
    if side is Side.LEFT:
        return _("Left hip")
    return _("Right hip") if side is Side.RIGHT else _("A hip")
