"""The Self-test page: what it shows comes from the history, what it saves goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from stretchtimer.clock import Clock, present
from stretchtimer.core.records import Moment, SelfTestRecord, SelfTestRevision
from stretchtimer.core.selftest import SelfTestDraft, flattered
from stretchtimer.storage.history import History
from stretchtimer.ui.selftest_page import SelfTestPage, SelfTestView


class Testing(QObject):
    """Keeps tests, corrections and deletions. Raises StorageTrouble as the history does."""

    changed = Signal()
    """The history of the tests changed."""

    def __init__(
        self,
        page: SelfTestPage,
        history: History,
        clock: Clock,
        new_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.page, self._history, self._clock, self._new_id = page, history, clock, new_id
        self._deleted: list[str] = []
        page.saved.connect(self._save)
        page.edited.connect(self._edit)
        page.deleted.connect(self._delete)
        page.undo_requested.connect(self._undo)
        self.refresh()

    def refresh(self) -> None:
        """Show the tests as they are now."""
        now = present(self._clock)
        revisions: dict[str, list[SelfTestRevision]] = {}
        for revision in self._history.revisions():
            revisions.setdefault(revision.test_id, []).append(revision)
        self.page.set_view(
            SelfTestView(
                tests=tuple(reversed(self._history.tests())),
                revisions={test: tuple(old) for test, old in revisions.items()},
                flattered=flattered(self._last_stretch(now), now),
                now=now,
            )
        )

    def _save(self, draft: SelfTestDraft) -> None:
        at = draft.at or present(self._clock)
        self._history.add_test(draft.record(self._new_id(), at, self._last_stretch(at)))
        self._tell()

    def _edit(self, test: SelfTestRecord) -> None:
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

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()

    def _last_stretch(self, at: Moment) -> Moment | None:
        """Return when the last session before ``at`` began."""
        before = self._history.sessions(until=at.utc, limit=1)
        return before[-1].started_at if before else None
