"""What a person chose once: how the program looks, what was said about safety, favourites."""

from __future__ import annotations

from msgspec import Struct

from stretchtimer.core.cues import CueSettings
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


class Settings(Struct, frozen=True, kw_only=True):
    """Everything that the settings file keeps."""

    pacing: Pacing = Pacing()
    cues: CueSettings = CueSettings()
    safety: Safety = Safety()
    theme: ThemeChoice = ThemeChoice.SYSTEM
    favourites: tuple[str, ...] = ()
    """Ids of exercises and routines."""
    language: str = ""
    """A language code; empty for the system's."""
