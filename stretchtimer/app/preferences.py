"""The settings in use: loaded once, saved with each change, told to whoever follows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from stretchtimer.core.advice.putting_away import with_put_away
from stretchtimer.core.advice.warnings import Warning
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Measuring, Safety, Settings
from stretchtimer.storage.settings import SettingsFile


class Preferences(QObject):
    """Holds the settings. A disk that cannot be written costs only that they last until the program is closed."""

    changed = Signal(object)
    """The new `Settings`."""
    troubled = Signal(str)
    """Why they could not be kept, as a sentence."""

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings, self.problems = file.load()

    def change(self, settings: Settings) -> None:
        """Use and keep ``settings``."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            self._file.save(settings)
        except OSError as error:
            self.troubled.emit(_("The settings could not be saved: {reason}").format(reason=error.strerror or error))
        self.changed.emit(settings)

    def set_safety(self, safety: Safety) -> None:
        """Keep what the person answered about safety."""
        self.change(replace(self.settings, safety=safety))

    def answer_safety(self, **answers: bool) -> None:
        """Keep single answers about safety."""
        self.set_safety(replace(self.settings.safety, **answers))

    def turn_on_reminders(self) -> None:
        """Have the person reminded of breaks."""
        self.change(replace(self.settings, reminders=replace(self.settings.reminders, on=True)))

    def set_measuring(self, measuring: Measuring) -> None:
        """Keep how the person takes the self-test."""
        self.change(replace(self.settings, measuring=measuring))

    def decide(self, **decisions: Any) -> None:
        """Keep single decisions about the plan and the warnings."""
        self.change(replace(self.settings, advising=replace(self.settings.advising, **decisions)))

    def put_away(self, warnings: Iterable[Warning]) -> None:
        """Keep that the person confirmed ``warnings``, or put them away."""
        self.decide(put_away=with_put_away(self.settings.advising.put_away, warnings))

    def set_favourite(self, id: str, favourite: bool) -> None:
        """Make an exercise or a routine a favourite, or no longer one."""
        others = tuple(name for name in self.settings.favourites if name != id)
        self.change(replace(self.settings, favourites=(*others, id) if favourite else others))
