"""What a person chose once: how the program looks, what was said about safety, favourites."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from stretchtimer.core.cues import CueSettings
from stretchtimer.core.measurement import THIGH_CM, Method, Protocol
from stretchtimer.core.safety import Condition
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.core.timeline import Pacing


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


class Settings(Struct, frozen=True, kw_only=True):
    """Everything that the settings file keeps."""

    pacing: Pacing = Pacing()
    cues: CueSettings = CueSettings()
    safety: Safety = Safety()
    measuring: Measuring = Measuring()
    theme: ThemeChoice = ThemeChoice.SYSTEM
    figure_moves: bool = True
    """Whether the figure moves, where the system allows animations."""
    favourites: tuple[str, ...] = ()
    """Ids of exercises and routines."""
    language: str = ""
    """A language code; empty for the system's."""
