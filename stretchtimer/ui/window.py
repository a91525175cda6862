"""The one window: a column of pages, and a whole-window place for a session or the first page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from stretchtimer.core.language import _
from stretchtimer.ui.page_column import PageColumn, PageName, page_title

if TYPE_CHECKING:
    from stretchtimer.ui.notice_bar import NoticeBar

SMALLEST = QSize(900, 600)
FIRST_SIZE = QSize(1240, 780)


def first_size(screen: QSize) -> QSize:
    """Return the size of a window that was never moved, on a ``screen``: what fits there with the system's frame."""
    return FIRST_SIZE.boundedTo(screen * 0.94).expandedTo(SMALLEST)


class Window(QMainWindow):
    """Shows one page at a time. Pages are made when they are first shown, by the factories it was given."""

    painted = Signal()
    """The window was painted for the first time."""
    closing = Signal()
    """The window is to be closed; whether it vanishes then, `may_close` says."""
    quit_requested = Signal()
    page_shown = Signal(object)
    """A `PageName`, whenever the person turns to that page, or comes back to it."""

    def __init__(self, pages: Mapping[PageName, Callable[[], QWidget]], geometry: QSettings) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        """Asked each time that the window is to be closed: whether it vanishes."""
        self._factories, self._geometry, self._was_painted = pages, geometry, False
        self._pages: dict[PageName, QWidget] = {}
        self.setWindowTitle("Stretch Timer")
        self.setMinimumSize(SMALLEST)
        self._stack = QStackedWidget()
        self._notice: NoticeBar | None = None
        self._column = PageColumn()
        self._column.chosen.connect(self.show_page)
        shell = QWidget()
        self._beside = QVBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self._stack, 1)
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._column)
        row.addLayout(self._beside, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(shell)
        self.setCentralWidget(self._whole)
        self._restore()

    def show_page(self, name: PageName) -> None:
        """Turn to the page ``name``."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        if not self.taken_over:
            page.setFocus()
        self._column.mark(name)
        self.page_shown.emit(name)

    def page(self, name: PageName) -> QWidget:
        """Return the page ``name``, made now if it was not shown yet."""
        if name not in self._pages:
            page = self._factories[name]()
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def take_over(self, widget: QWidget) -> None:
        """Give the whole window to ``widget``: a session, or the first page."""
        if self._whole.indexOf(widget) < 0:
            self._whole.addWidget(widget)
        self._whole.setCurrentWidget(widget)
        widget.setFocus()

    def give_back(self) -> None:
        """Show the pages again after `take_over`."""
        self._whole.setCurrentIndex(0)
        if page := self._stack.currentWidget():
            page.setFocus()
            # What had the window may have changed what the page shows.
            self.page_shown.emit(next(name for name, each in self._pages.items() if each is page))

    @property
    def taken_over(self) -> bool:
        """Whether a session or the first page has the whole window."""
        return self._whole.currentIndex() > 0

    def set_notice(self, text: str) -> None:
        """Show ``text`` above the pages until it is dismissed; an empty one hides it."""
        if self._notice is None:
            from stretchtimer.ui.notice_bar import NoticeBar  # noqa: PLC0415 - seldom needed

            self._notice = NoticeBar()
            self.put_above(self._notice)
        self._notice.show_text(text)

    def put_above(self, bar: QWidget) -> None:
        """Give ``bar`` a place above the pages."""
        self._beside.insertWidget(0, bar)

    def come_forward(self) -> None:
        """Show the window in front of the others; where none may take the front, the desktop points at it."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Watch for the first paint. The window itself gets no paint event: its pages cover it."""
        super().showEvent(event)
        # It is shown again after having been minimised or closed to the tray.
        if not self._was_painted and (handle := self.windowHandle()):
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell the first exposure, which Qt answers by painting at once."""
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isExposed():
            watched.removeEventFilter(self)
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Let the session be kept, remember the window's place, and close if nothing is against it."""
        self.closing.emit()
        self._geometry.setValue("window/geometry", self.saveGeometry())
        event.setAccepted(self.may_close())

    def _restore(self) -> None:
        stored = self._geometry.value("window/geometry")
        if not (isinstance(stored, QByteArray) and self.restoreGeometry(stored)):
            self.resize(first_size(self.screen().availableSize()))
        # Full screen is for the session: a program that starts in it shows no way out.
        if self.isFullScreen():
            self._set_full_screen(False)

    def add_keys(self) -> None:
        """Add the keys of the window. Not before the first paint: the key's names load the whole Qt namespace."""
        self._add_action(_("Full screen"), QKeySequence("F11"), self._toggle_full_screen)
        self._add_action(_("Quit"), QKeySequence(QKeySequence.StandardKey.Quit), self.quit_requested.emit)
        for number, name in enumerate(PageName, start=1):
            self._add_action(page_title(name), QKeySequence(f"Ctrl+{number}"), partial(self._turn_to, name))

    def _add_action(self, text: str, keys: QKeySequence, slot: Callable[[], object]) -> None:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)

    def _turn_to(self, name: PageName) -> None:
        if not self.taken_over:
            self.show_page(name)
            self.page(name).setFocus()

    def _toggle_full_screen(self) -> None:
        self._set_full_screen(not self.isFullScreen())

    def _set_full_screen(self, on: bool) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not needed for the first paint

        full_screen = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | full_screen if on else self.windowState() & ~full_screen)
