"""How a break is offered, in words."""

from __future__ import annotations

from datetime import datetime

from stretchtimer.core.language import _, mark, ngettext
from stretchtimer.core.reminders.reminder_values import Choice, Obstacle, Offer

_WAITED = {
    Obstacle.SESSION: mark("It was due at {time} and waited for the end of your session."),
    Obstacle.SELF_TEST: mark("It was due at {time} and waited for the end of your self-test."),
    Obstacle.FULL_SCREEN: mark("It was due at {time} and waited while a window filled the screen."),
    Obstacle.SHARED_SCREEN: mark("It was due at {time} and waited while your screen was shared or your camera was on."),
    Obstacle.MICROPHONE: mark("It was due at {time} and waited for the end of your call."),
    Obstacle.DO_NOT_DISTURB: mark("It was due at {time} and waited while you were not to be disturbed."),
    Obstacle.NO_ROUTINE: mark("It was due at {time} and waited for a routine that fits a break."),
}
_WAITS = {
    Obstacle.SESSION: mark("A break has been due since {time}. It waits for the end of your session."),
    Obstacle.SELF_TEST: mark("A break has been due since {time}. It waits for the end of your self-test."),
    Obstacle.FULL_SCREEN: mark("A break has been due since {time}. It waits while a window fills the screen."),
    Obstacle.SHARED_SCREEN: mark(
        "A break has been due since {time}. It waits while your screen is shared or your camera is on."
    ),
    Obstacle.MICROPHONE: mark("A break has been due since {time}. It waits for the end of your call."),
    Obstacle.DO_NOT_DISTURB: mark("A break has been due since {time}. It waits until you may be disturbed."),
    Obstacle.NO_ROUTINE: mark("A break has been due since {time}. It waits for a routine that fits a break."),
}


def choice_labels() -> dict[Choice, str]:
    """Return what the button of each choice says."""
    return {Choice.START: _("Start"), Choice.LATER: _("In 10 minutes"), Choice.SKIP: _("Skip")}


def offer_title(offer: Offer) -> str:
    """Return the first line of ``offer``."""
    return _("A break, if you like") if offer.is_plain else _("Time to stand up and move")


def offer_text(offer: Offer, routine: str, minutes: int, due: datetime) -> str:
    """Return what ``offer`` says: the name of the routine, how long it takes and, if it waited, since when.

    ``due`` is the person's local time at which it was due.
    """
    if offer.is_plain:
        text = _("{routine} is there when it suits you.")
    else:
        text = ngettext("{routine}, about {count} minute.", "{routine}, about {count} minutes.", minutes)
    told = text.format(routine=_(routine), count=minutes)
    if offer.waited_for is None:
        return told
    return f"{told}\n{_(_WAITED[offer.waited_for]).format(time=due.strftime('%H:%M'))}"


def waiting_text(obstacle: Obstacle, due: datetime) -> str:
    """Return why a break that is due since ``due`` is not offered yet, for the tray and the settings."""
    return _(_WAITS[obstacle]).format(time=due.strftime("%H:%M"))


def no_routine_text() -> str:
    """Return why a break that the person asked for cannot be had: see `break_choice`."""
    return _(
        "No routine fits a break: each is too long, has no movement first, needs the floor or waits for clearance."
    )
