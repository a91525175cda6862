"""What a person chose once: how the program looks, what was said about safety, favourites."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.advice.plan_choice import PlanChoice
from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.records import Moment
from stretchtimer.core.reminders.working_hours import WORKING_DAYS, ClockTime, Weekday
from stretchtimer.core.selftest.measurement import THIGH_CM, Method, Protocol
from stretchtimer.core.session.cues import CueSettings
from stretchtimer.core.session.timeline import Pacing
from stretchtimer.core.theme_choice import ThemeChoice


class Safety(Struct, frozen=True, kw_only=True):
    """What the person answered about safety."""

    welcomed: bool = False
    """The first page was read."""
    screened: bool = False
    """The question before the first session was answered."""
    conditions: tuple[Condition, ...] = ()
    cleared: bool = False
    """The person confirmed that a professional cleared them."""

    @property
    def waits_for_clearance(self) -> bool:
        """Whether kneeling, prone and dangling items are marked."""
        return bool(self.conditions) and not self.cleared


class Measuring(Struct, frozen=True, kw_only=True):
    """How the person takes the self-test."""

    protocol: Protocol = Protocol.FLOOR
    method: Method = Method.BY_EYE
    thigh_cm: Annotated[float, Meta(ge=0, le=THIGH_CM[1])] = 0.0
    """The length of the thigh, for the tape; 0 if it was never measured."""
    rater: str = ""
    """Who measures: empty for the person, else the helper's name."""


class Reminders(Struct, frozen=True, kw_only=True):
    """When the program offers a break from sitting.

    Off until the person turns them on: whoever opened the program to stretch did not ask to be interrupted.
    """

    on: bool = False
    interval_min: Annotated[int, Meta(ge=10, le=240)] = 45
    """Minutes of sitting after which a break is due. Breaks every 30 to 60 minutes were studied (evidence C3)."""
    days: tuple[Weekday, ...] = WORKING_DAYS
    begin: ClockTime = "08:00"
    end: ClockTime = "18:00"
    """Not later than the beginning: it lies on the next day. Equal to it: the whole day."""
    floor: bool = False
    """Whether a break may hold an exercise on the floor."""


class Advising(Struct, frozen=True, kw_only=True):
    """What the person decided about the plan and the warnings."""

    plan: PlanChoice = PlanChoice()
    extra_set: bool = False
    """Whether sessions give the tighter hip a set more, as long as the plan says so."""
    put_away: tuple[str, ...] = ()
    """The keys of the warnings that were confirmed or put away, oldest first."""
    warned: Annotated[str, Meta(pattern=r"^$|^\d{4}-\d\d-\d\dT")] = ""
    """When the upper warnings were confirmed last, in ISO 8601, by a version that kept no keys; empty if never."""
    noted: Annotated[str, Meta(pattern=r"^$|^\d{4}-\d\d-\d\dT")] = ""
    """The same of the others, which need no confirmation."""

    @property
    def warned_at(self) -> Moment | None:
        """When the upper warnings were confirmed; None if never."""
        return _moment(self.warned)

    @property
    def noted_at(self) -> Moment | None:
        """When the others were put away; None if never."""
        return _moment(self.noted)


class OnClose(StrEnum):
    """What closing the window does while reminders are on; while they are off, it ends the program."""

    ASK = "ask"
    REMIND = "remind"
    """The window goes, and the program goes on reminding."""
    QUIT = "quit"


class Settings(Struct, frozen=True, kw_only=True):
    """Everything that the settings file keeps."""

    pacing: Pacing = Pacing()
    cues: CueSettings = CueSettings()
    safety: Safety = Safety()
    measuring: Measuring = Measuring()
    advising: Advising = Advising()
    reminders: Reminders = Reminders()
    on_close: OnClose = OnClose.ASK
    theme: ThemeChoice = ThemeChoice.SYSTEM
    figure_moves: bool = True
    """Whether the figure moves, where the system allows animations."""
    favourites: tuple[str, ...] = ()
    """Ids of exercises and routines."""
    language: str = ""
    """A language code; empty for the system's."""


def _moment(text: str) -> Moment | None:
    try:
        return Moment.parse(text) if text else None
    except ValueError:  # edited by hand: then it is told again
        return None
