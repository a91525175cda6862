"""The one window: a column of pages, and a whole-window place for a session or the first page."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent, QWindow
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.language import _
from stretchtimer.ui.theme import Theme, sized

SMALLEST = QSize(900, 600)
FIRST_SIZE = QSize(1240, 780)


class PageName(StrEnum):
    """The pages of the column."""

    STRETCH = "stretch"
    SELF_TEST = "self_test"
    PROGRESS = "progress"
    SETTINGS = "settings"


class Window(QMainWindow):
    """Shows one page at a time. Pages are made when they are first shown, by the factories it was given."""

    painted = Signal()
    """The window was painted for the first time."""
    closing = Signal()
    page_shown = Signal(object)
    """A `PageName`, whenever the person turns to that page."""

    def __init__(self, theme: Theme, pages: dict[PageName, Callable[[], QWidget]], geometry: QSettings) -> None:
        super().__init__()
        self._theme, self._factories, self._geometry = theme, pages, geometry
        self._pages: dict[PageName, QWidget] = {}
        self.setWindowTitle("Stretch Timer")
        self.setMinimumSize(SMALLEST)
        self._stack = QStackedWidget()
        self._notice = _Notice()
        self._column = _Column(theme, self)
        self._column.chosen.connect(self.show_page)
        shell = QWidget()
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._notice)
        beside.addWidget(self._stack, 1)
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._column)
        row.addLayout(beside, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(shell)
        self.setCentralWidget(self._whole)
        self._add_actions()
        self._restore()

    def show_page(self, name: PageName) -> None:
        """Turn to the page ``name``."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
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

    @property
    def taken_over(self) -> bool:
        """Whether a session or the first page has the whole window."""
        return self._whole.currentIndex() > 0

    def set_notice(self, text: str) -> None:
        """Show ``text`` above the pages until it is dismissed; an empty one hides it."""
        self._notice.show_text(text)

    def come_forward(self) -> None:
        """Show the window in front of the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Watch for the first paint. The window itself gets no paint event: its pages cover it."""
        super().showEvent(event)
        if handle := self.windowHandle():
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell the first exposure, which Qt answers by painting at once."""
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow) and watched.isExposed():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Let the session be kept, remember the window's place, and close."""
        self.closing.emit()
        self._geometry.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)

    def _restore(self) -> None:
        stored = self._geometry.value("window/geometry")
        if not (isinstance(stored, QByteArray) and self.restoreGeometry(stored)):
            self.resize(FIRST_SIZE)
        # Full screen is for the session: a program that starts in it shows no way out.
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def _add_actions(self) -> None:
        self._add_action(_("Full screen"), QKeySequence(Qt.Key.Key_F11), self._toggle_full_screen)
        self._add_action(_("Quit"), QKeySequence(QKeySequence.StandardKey.Quit), self.close)
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
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)


def page_title(name: PageName) -> str:
    """Return the name of a page in the person's language."""
    return {
        PageName.STRETCH: _("Stretch"),
        PageName.SELF_TEST: _("Self-test"),
        PageName.PROGRESS: _("Progress"),
        PageName.SETTINGS: _("Settings"),
    }[name]


class _Column(QWidget):
    """The pages to choose from, at the left edge."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        em = self.fontMetrics().height()
        layout.setContentsMargins(em * 3 // 4, em * 3 // 2, em * 3 // 4, em)
        layout.setSpacing(em // 3)
        title = QLabel("Stretch Timer")
        title.setFont(sized(self.font(), 1.2, bold=True))
        title.setContentsMargins(em * 3 // 4, 0, em * 3 // 4, em)
        layout.addWidget(title)
        self._buttons: dict[PageName, QPushButton] = {}
        group = QButtonGroup(self)
        for number, name in enumerate(PageName, start=1):
            if name is PageName.SETTINGS:
                layout.addStretch(1)
            button = QPushButton(page_title(name))
            button.setProperty("role", "navigation")
            button.setCheckable(True)
            button.setToolTip(f"Ctrl+{number}")
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[name] = button

    def mark(self, name: PageName) -> None:
        """Mark ``name`` as the page that is shown."""
        self._buttons[name].setChecked(True)


class _Notice(QWidget):
    """A line above the pages that says what went wrong, until it is dismissed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dismiss = QPushButton(_("Dismiss"))
        dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        em = self.fontMetrics().height()
        layout.setContentsMargins(em * 3 // 2, em // 2, em, em // 2)
        layout.addWidget(self._label, 1)
        layout.addWidget(dismiss)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show ``text``, or nothing if it is empty."""
        self._label.setText(text)
        self.setVisible(bool(text))
