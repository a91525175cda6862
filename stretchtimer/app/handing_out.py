"""The handout of a routine as a PDF: for the shell, and asked for in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from stretchtimer.app.library import Library
from stretchtimer.app.preferences import Preferences
from stretchtimer.app.without_window import without_window
from stretchtimer.core.catalog.routine import Routine
from stretchtimer.core.figure.album import Album
from stretchtimer.core.language import _
from stretchtimer.core.paper import Paper
from stretchtimer.core.picking.handout import Handout, handout_of
from stretchtimer.storage.files import write_atomically
from stretchtimer.ui.save_place import in_documents


def draw_without_window(handout: Handout, album: Album, paper: Paper) -> bytes:
    """Return ``handout`` as a PDF where no window is."""
    from stretchtimer.ui.handout.page import handout_pdf  # noqa: PLC0415

    with without_window():
        return handout_pdf(handout, album.motion, paper)


class HandingOut(QObject):
    """Asks over a page for the file of a handout, and writes it; ``tell`` shows the person a sentence."""

    def __init__(
        self, page: QWidget, library: Library, preferences: Preferences, album: Album, tell: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        self._page, self._library, self._preferences = page, library, preferences
        self._album, self._tell = album, tell

    def ask(self, routine: Routine) -> None:
        """Ask for the file; nothing waits for the answer."""
        dialog = QFileDialog(self._page, _("Save the handout"), in_documents(""), _("PDF document (*.pdf)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{routine.id}.pdf")
        dialog.fileSelected.connect(partial(self.save, routine))
        dialog.open()

    def save(self, routine: Routine, file: str) -> None:
        """Write the handout of ``routine`` into ``file``, on the paper that is usual where the person lives."""
        from stretchtimer.ui.handout.page import handout_pdf  # noqa: PLC0415 - not before somebody wants it

        settings = self._preferences.settings
        handout = handout_of(
            routine,
            self._library.catalog.exercises,
            settings.pacing,
            marks_clearance=settings.safety.waits_for_clearance,
        )
        american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        pdf = handout_pdf(handout, self._album.motion, Paper.LETTER if american else Paper.A4)
        try:
            write_atomically(file, pdf)
        except OSError as error:
            self._tell(_("{file} cannot be written: {reason}").format(file=file, reason=error.strerror or error))
        else:
            self._tell(_("The handout is in {file}.").format(file=file))
