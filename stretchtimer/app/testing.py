"""The Self-test page: what it shows comes from the history, what it saves goes there."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from stretchtimer.app.preferences import Preferences
from stretchtimer.clock import Clock, present
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import Moment, SelfTestRecord, SelfTestRevision
from stretchtimer.core.selftest.selftest import SelfTestDraft, flattered, hours_since
from stretchtimer.storage.database import trouble
from stretchtimer.storage.history import History
from stretchtimer.ui.selftest.selftest_page import SelfTestPage, SelfTestView


class Testing(QObject):
    """Keeps tests, corrections and deletions. Raises StorageTrouble as the history does."""

    changed = Signal()
    """The history of the tests changed."""

    def __init__(
        self,
        page: SelfTestPage,
        history: History,
        preferences: Preferences,
        clock: Clock,
        new_id: Callable[[], str],
        photographs: Path,
        parent: QObject | None = None,
    ) -> None:
        """``photographs`` is the folder for the copies that the person asks for."""
        super().__init__(parent)
        self._preferences, self._photographs = preferences, photographs
        self.page, self._history, self._clock, self._new_id = page, history, clock, new_id
        self._deleted: list[str] = []
        page.saved.connect(self._save)
        page.edited.connect(self._edit)
        page.deleted.connect(self._delete)
        page.undo_requested.connect(self._undo)
        page.measuring_changed.connect(preferences.set_measuring)
        page.photograph_kept.connect(self._keep_photograph)
        preferences.changed.connect(lambda _settings: self.refresh())
        self.refresh()

    @property
    def occupies(self) -> bool:
        """Whether the person takes the guided test now, and not one that was left for another page or window."""
        return self.page.guiding and self.page.isVisible() and QApplication.activeWindow() is not None

    def refresh(self) -> None:
        """Show the tests as they are now."""
        now = present(self._clock)
        last_stretch = self._last_stretch(now)
        revisions: dict[str, list[SelfTestRevision]] = {}
        for revision in self._history.revisions():
            revisions.setdefault(revision.test_id, []).append(revision)
        self.page.set_view(
            SelfTestView(
                tests=tuple(reversed(self._history.tests())),
                revisions={test: tuple(old) for test, old in revisions.items()},
                flattered=flattered(last_stretch, now),
                hours_since_stretch=hours_since(last_stretch, now),
                measuring=self._preferences.settings.measuring,
                photographs=str(self._photographs),
                now=now,
            )
        )

    def _save(self, draft: SelfTestDraft) -> None:
        at = draft.at or present(self._clock)
        self._history.add_test(draft.record(self._new_id(), at, self._last_stretch(at)))
        self._tell()

    def _edit(self, test: SelfTestRecord) -> None:
        """Keep ``test`` in the place of the one with its id; before one that was dated anew is other stretching."""
        if any(before.id == test.id and before.at != test.at for before in self._history.tests()):
            last = self._last_stretch(test.at)
            test = replace(
                test, hours_since_stretch=hours_since(last, test.at), after_stretching=flattered(last, test.at)
            )
        self._history.edit_test(test, revision_id=self._new_id(), at=present(self._clock))
        self._tell()

    def _delete(self, test_id: str) -> None:
        self._history.delete_test(test_id, revision_id=self._new_id(), at=present(self._clock))
        self._deleted.append(test_id)
        self._tell()

    def _undo(self) -> None:
        if self._deleted:
            self._history.undelete_test(self._deleted.pop())
            self._tell()

    def _keep_photograph(self, picture: QImage, side: Side) -> None:
        """Keep a copy of ``picture``, named by the moment and the hip."""
        moment = present(self._clock).local
        file = self._photographs / f"self-test-{moment:%Y%m%d-%H%M%S}-{side}.jpg"
        with trouble(_("The photograph cannot be kept.")):
            file.parent.mkdir(parents=True, exist_ok=True)
            if not picture.save(str(file), quality=90):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(file))

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()

    def _last_stretch(self, at: Moment) -> Moment | None:
        """Return when the last session before ``at`` began."""
        before = self._history.sessions(until=at.utc, limit=1)
        return before[-1].started_at if before else None
