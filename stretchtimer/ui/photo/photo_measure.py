"""Measuring the hip angle on a photograph taken from the side."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from stretchtimer.core.language import _
from stretchtimer.core.selftest.photo_angle import Landmark, angle_words, thigh_angle, upside_down
from stretchtimer.ui.flow_layout import FlowLayout
from stretchtimer.ui.photo.photo_canvas import PhotoCanvas
from stretchtimer.ui.photo.photo_reading import UnreadablePicture, file_filter, holds_picture, read_dropped, read_file
from stretchtimer.ui.photo.zoomed_picture import ZOOM_STEP
from stretchtimer.ui.theme import Theme, sized

LANDMARKS = tuple(Landmark)
_OPEN, _PASTE, _UNDO = QKeySequence.StandardKey.Open, QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Undo


class PhotoMeasure(QWidget):
    """Takes a photograph by button, drag and drop or paste, asks for four points and offers the angle.

    ``keep_in`` names, for the person, where the caller would keep a copy of the photograph; without it none is offered.
    """

    measured = Signal(float)
    """The angle that the person takes over: degrees to a tenth, above the horizontal positive."""

    def __init__(self, theme: Theme, *, keep_in: str = "", look_in: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look_in = look_in
        """The folder in which a photograph is looked for; afterwards that of the one that was opened."""
        self._request, self._notice, self._keys, self._kept = (
            _words(role) for role in ("", "danger", "muted", "muted")
        )
        self._request.setFont(sized(self.font(), 1.15, bold=True))
        self._keys.setText(_keys_words())
        self._invitation = QLabel(_("Drop a photograph here, paste it, or open its file."))
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._invitation.setProperty("role", "card")
        self._canvas = PhotoCanvas(theme)
        self._canvas.changed.connect(self._show_state)
        self._stack = QStackedWidget()
        for page in (self._invitation, self._canvas):
            self._stack.addWidget(page)
        self._open = _button(_("Open a photograph…"), self.choose_file, _OPEN)
        self._paste = _button(_("Paste"), self.paste, _PASTE)
        self._undo = _button(_("Undo"), self._canvas.undo, _UNDO)
        self._again = _button(_("Start again"), self._canvas.start_again)
        self._turn = _button(_("Turn"), self._canvas.turn)
        self._turn.setToolTip(_("Turn the photograph by a quarter; the angle stays the same (T)"))
        self._closer = _button(_("Zoom in"), lambda: self._canvas.zoom(ZOOM_STEP))
        self._wider = _button(_("Zoom out"), lambda: self._canvas.zoom(1 / ZOOM_STEP))
        self._use = _button(_("Use this angle"), self._take_over)
        self._use.setProperty("role", "primary")
        # A long path goes on in the next line behind a slash.
        self._folder = re.sub(r"([/\\])", "\\1\u200b", keep_in)
        self._keep = QCheckBox(_("Keep a copy of the photograph"))
        self._keep.setVisible(bool(keep_in))
        self._keep.toggled.connect(self._show_kept)
        self.setAcceptDrops(True)
        self._lay_out()
        self._show_state()
        self._show_kept()

    @property
    def angle(self) -> float | None:
        """The angle in degrees, or None as long as the points do not give one."""
        try:
            return thigh_angle(self._canvas.points) if len(self._canvas.points) == len(LANDMARKS) else None
        except ValueError:
            return None

    @property
    def picture_to_keep(self) -> QImage | None:
        """The photograph, upright and without what the camera wrote into its file; None unless a copy is asked for."""
        picture = self._canvas.picture
        return QImage(picture) if self._keep.isChecked() and not picture.isNull() else None

    def choose_file(self) -> None:
        """Ask for a file and show the photograph in it."""
        name, _filter = QFileDialog.getOpenFileName(self, _("Open a photograph"), self.look_in, file_filter())
        if name:
            self.look_in = str(Path(name).parent)
            self.open_file(Path(name))

    def open_file(self, file: Path) -> None:
        """Show the photograph in ``file``, or say why there is none."""
        self._show_read(lambda: read_file(str(file)))

    def paste(self) -> None:
        """Show the picture on the clipboard, or say that there is none."""
        self._take(QGuiApplication.clipboard().mimeData())

    def clear(self) -> None:
        """Forget the photograph and its points, as for the next measurement."""
        self._keep.setChecked(False)
        self._canvas.show_picture(QImage())

    # What comes in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802, D102
        if holds_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, D102
        event.acceptProposedAction()
        self._take(event.mimeData())

    def event(self, event: QEvent) -> bool:
        """Claim the keys for itself that the window around it may use for something else."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._action(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        action = self._action(event)
        if action is None:
            event.ignore()
        else:
            action()

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        actions = {_OPEN: self.choose_file, _PASTE: self.paste, _UNDO: self._canvas.undo}
        return next((action for keys, action in actions.items() if event.matches(keys)), None)

    def _take(self, data: QMimeData) -> None:
        self._show_read(lambda: read_dropped(data))

    def _show_read(self, read: Callable[[], QImage]) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            picture = read()
        except UnreadablePicture as trouble:
            self._tell(str(trouble))
        else:
            self._canvas.show_picture(picture)
            self._canvas.setFocus()
        finally:
            QGuiApplication.restoreOverrideCursor()

    # What is shown

    def _show_state(self) -> None:
        """Say what is next, or the angle; offer what can be done."""
        there, points = not self._canvas.picture.isNull(), self._canvas.points
        whole = len(points) == len(LANDMARKS)
        self._stack.setCurrentWidget(self._canvas if there else self._invitation)
        self.setFocusProxy(self._canvas if there else self._open)
        self._tell(self._doubt() if whole else "")
        self._request.setText(self._next_words() if there else _side_words())
        self._canvas.setAccessibleDescription(self._request.text())
        self._keys.setVisible(there)
        self._undo.setEnabled(self._canvas.undoable)
        self._again.setEnabled(bool(points))
        for button in (self._turn, self._closer, self._wider):
            button.setEnabled(there)
        self._use.setEnabled(self.angle is not None)

    def _next_words(self) -> str:
        done = len(self._canvas.points)
        if done < len(LANDMARKS):
            request = LANDMARKS[done].request
            return _("{n} of {m}. {request}").format(n=done + 1, m=len(LANDMARKS), request=request)
        return angle_words(self.angle) if self.angle is not None else _("The points give no angle yet.")

    def _doubt(self) -> str:
        """Return what is wrong, or may be, with the four points."""
        try:
            turned = upside_down(self._canvas.points)
        except ValueError as trouble:
            return str(trouble)
        if turned:
            return _(
                "The hip lies below the floor line in the picture, so it is taken to hang upside down. If it does not, "
                "move the line down to what the body lies on."
            )
        return ""

    def _tell(self, words: str) -> None:
        self._notice.setText(words)
        self._notice.setVisible(bool(words))

    def _show_kept(self) -> None:
        self._kept.setText(
            _("The copy stays on this computer, in {folder}.").format(folder=self._folder)
            if self._keep.isChecked()
            else _("Only the angle is kept, not the photograph.")
        )

    def _take_over(self) -> None:
        if self.angle is not None:
            self.measured.emit(round(self.angle, 1))

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        top = FlowLayout(spacing=em // 2)
        for button in (self._open, self._paste, self._undo, self._again, self._turn, self._closer, self._wider):
            top.addWidget(button)
        keeping = QVBoxLayout()
        keeping.setSpacing(em // 4)
        keeping.addWidget(self._keep)
        keeping.addWidget(self._kept)
        bottom = QHBoxLayout()
        bottom.setSpacing(em)
        bottom.addLayout(keeping, 1)
        bottom.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em // 2)
        column.addLayout(top)
        column.addWidget(self._request)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self._keys)
        column.addLayout(bottom)


def _button(text: str, act: Callable[[], None], keys: QKeySequence.StandardKey | None = None) -> QPushButton:
    button = QPushButton(text)
    # Enter marks a point; it must not press a button of a dialog around this.
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: act())
    if keys is not None:
        button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
    return button


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def _side_words() -> str:
    return _(
        "Take the photograph straight from the side, with the camera low, at the height of the hip, and with hip, knee "
        "and floor in it."
    )


def _keys_words() -> str:
    return _(
        "Points can be dragged, the picture too; the wheel zooms. By keys: arrows aim and move, with Shift by one "
        "pixel; Enter marks; 1 to 4 choose a point; + and − zoom, 0 shows all; T turns; Backspace undoes."
    )
