"""The self-test page: the start with the earlier tests, and the guided test."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QDir, QFileInfo, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Measuring
from stretchtimer.core.records import Moment, SelfTestRecord, SelfTestRevision
from stretchtimer.core.selftest.selftest import SelfTestDraft
from stretchtimer.ui.dates import time_words
from stretchtimer.ui.selftest.approach_dialog import ApproachDialog
from stretchtimer.ui.selftest.hip_form import HipForm
from stretchtimer.ui.selftest.result_editor import ResultEditor
from stretchtimer.ui.selftest.selftest_guide import SelfTestGuide
from stretchtimer.ui.selftest.selftest_start import SelfTestStart
from stretchtimer.ui.theme import Theme
from stretchtimer.ui.undo_bar import UndoBar


class SelfTestView(Struct, frozen=True, kw_only=True):
    """What the page shows."""

    now: Moment
    tests: tuple[SelfTestRecord, ...] = ()
    """Newest first."""
    revisions: dict[str, tuple[SelfTestRevision, ...]] = {}
    """What a test was before, by its id, oldest first."""
    flattered: bool = False
    """Whether the person stretched earlier today or only hours ago."""
    hours_since_stretch: float | None = None
    """None if there was no stretching yet."""
    measuring: Measuring = Measuring()
    """How the person takes the test."""
    photographs: str = ""
    """The folder in which copies of photographs are kept, in words; empty to offer none."""


class SelfTestPage(QWidget):
    """Shows a `SelfTestView`. What is saved, edited or deleted comes back with the next view."""

    saved = Signal(object)
    """A `SelfTestDraft`."""
    edited = Signal(object)
    """A `SelfTestRecord` in the place of the one with the same id."""
    deleted = Signal(str)
    measuring_changed = Signal(object)
    """A `Measuring` for this test and the next ones."""
    photograph_kept = Signal(object, object)
    """A `QImage` of which the person wants a copy kept, and the `Side` that it shows."""
    undo_requested = Signal()
    """Bring the test back that was deleted last."""
    say = Signal(str)
    """A text for the voice."""
    guide_left = Signal()
    """The guided test is over, with or without a result."""

    def __init__(self, theme: Theme, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: SelfTestView | None = None
        self._pictures = _pictures()
        """The folder in which a photograph is looked for."""
        self._start, self._guide = SelfTestStart(theme), SelfTestGuide(theme, album)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        self._start.setObjectName("page")
        scroll.setWidget(self._start)
        scroll.setFocusProxy(self._start)
        self._stack = QStackedWidget()
        self._stack.addWidget(scroll)
        self._stack.addWidget(self._guide)
        self._undo = UndoBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._undo)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._stack)
        self._stack.setFocusProxy(scroll)
        self._start.begun.connect(self.begin)
        self._start.add_requested.connect(self.add)
        self._start.edit_requested.connect(self.edit)
        self._start.delete_requested.connect(self._delete)
        self._guide.saved.connect(self._keep)
        self._guide.left.connect(self._leave)
        self._guide.say.connect(self.say)
        self._guide.measuring_changed.connect(self.measuring_changed)
        self._guide.photograph_requested.connect(self._measure_on_photograph)
        self._start.approach_requested.connect(self.choose_approach)
        self._undo.undone.connect(self.undo_requested)

    def set_view(self, view: SelfTestView) -> None:
        """Show ``view``. A guided test that is under way is not disturbed."""
        self._view = view
        self._start.set_tests(view.tests, view.revisions, flattered=view.flattered)
        self._start.show_approach(view.measuring.protocol, view.measuring.method)

    @property
    def guiding(self) -> bool:
        """Whether a guided test is under way."""
        return self._stack.currentWidget() is self._guide

    def begin(self) -> None:
        """Start the guided test; one that is under way goes on."""
        if self.guiding or self._view is None:
            self._guide.setFocus()
            return
        self._undo.hide()
        self._stack.setCurrentWidget(self._guide)
        self._stack.setFocusProxy(self._guide)
        self._guide.begin(
            self._view.measuring,
            flattered=self._view.flattered,
            hours_since_stretch=self._view.hours_since_stretch,
        )

    def choose_approach(self) -> None:
        """Ask where the test is taken and how it is measured."""
        if self._view is not None:
            dialog = ApproachDialog(self._view.measuring, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self.measuring_changed.emit(dialog.chosen))
            dialog.open()

    def add(self) -> None:
        """Ask for a test that was taken without the guide, today or earlier."""
        if self._view is not None:
            editor = ResultEditor(self._theme, self._view.now, measuring=self._view.measuring, parent=self)
            self._open(editor, lambda: self.saved.emit(editor.draft))

    def edit(self, test_id: str) -> None:
        """Show the test ``test_id`` for correction, if there is one."""
        test = self._test(test_id)
        if test is not None and self._view is not None:
            self._start.choose(test_id)
            editor = ResultEditor(self._theme, self._view.now, test, parent=self)
            self._open(editor, lambda: self._emit_changed(test, editor.corrected(test)))

    def _open(self, editor: ResultEditor, accept: Callable[[], None]) -> None:
        """Show ``editor`` over the window; nothing waits for it."""
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.accepted.connect(accept)
        editor.photograph_requested.connect(self._measure_on_photograph)
        editor.open()

    def _measure_on_photograph(self, form: HipForm) -> None:
        """Show a photograph to be measured over ``form``, which takes the angle."""
        from stretchtimer.ui.photo.photo_dialog import PhotoDialog  # noqa: PLC0415 - few need it

        dialog = PhotoDialog(
            self._theme,
            form.side,
            keep_in=self._view.photographs if self._view else "",
            look_in=self._pictures,
            parent=form.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._remember_folder(dialog.looked_in))
        dialog.measured.connect(form.add_reading)
        dialog.kept.connect(lambda picture: self.photograph_kept.emit(picture, form.side))
        dialog.open()

    def _remember_folder(self, folder: str) -> None:
        """Look for the photograph of the other hip where that of the first one was."""
        self._pictures = folder

    def _emit_changed(self, before: SelfTestRecord, after: SelfTestRecord) -> None:
        """Tell of a correction that corrects something."""
        if after != before:
            self.edited.emit(after)

    def _delete(self, test_id: str) -> None:
        test = self._test(test_id)
        if test is not None:
            self._undo.offer(_("The test of {when} was deleted.").format(when=time_words(test.at.local)))
            self.deleted.emit(test_id)

    def _keep(self, draft: SelfTestDraft) -> None:
        self.saved.emit(draft)
        self.say.emit(_("Saved."))
        self._leave()

    def _leave(self) -> None:
        self._stack.setCurrentIndex(0)
        self._stack.setFocusProxy(self._start)
        self._start.setFocus()
        self.guide_left.emit()

    def _test(self, test_id: str) -> SelfTestRecord | None:
        tests = self._view.tests if self._view else ()
        return next((test for test in tests if test.id == test_id), None)


def _pictures() -> str:
    """Return the person's folder of pictures, or where there is none their home."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return pictures if QFileInfo(pictures).isDir() else QDir.homePath()
