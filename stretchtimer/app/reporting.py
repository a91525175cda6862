"""The report for a physiotherapist: from the history to a PDF, for the window and for the shell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from stretchtimer.app.without_window import without_window
from stretchtimer.clock import Clock, present
from stretchtimer.core.language import _
from stretchtimer.core.paper import Paper
from stretchtimer.core.progress.report import Report, report_of
from stretchtimer.core.records import Moment
from stretchtimer.storage.files import write_atomically
from stretchtimer.storage.history import History

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from stretchtimer.ui.report.dialog import ReportDialog


def report_from(history: History, now: Moment, *, first: date | None = None, last: date | None = None) -> Report:
    """Return the report of ``history`` from ``first`` to ``last``; None is its first record, or today."""
    return report_of(
        history.tests(),
        history.dose_rows(),
        history.pains(),
        first=first,
        last=last,
        now=now,
    )


def draw_without_window(report: Report, names: Mapping[str, str], paper: Paper) -> bytes:
    """Return ``report`` as a PDF where no window is.

    ``names`` are those of the exercises by their ids.
    """
    from stretchtimer.ui.report.drawing import report_pdf  # noqa: PLC0415

    with without_window():
        return report_pdf(report, names, paper)


class Reporting(QObject):
    """Asks for a report's time, paper and file over a page, and writes it.

    ``names`` gives the names of the exercises by their ids; ``tell`` shows the person a sentence.
    """

    def __init__(
        self,
        page: QWidget,
        history: History,
        clock: Clock,
        names: Callable[[], Mapping[str, str]],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._page, self._history, self._clock, self._names, self._tell = page, history, clock, names, tell

    def ask(self) -> None:
        """Show the questions; nothing waits for the answers."""
        from stretchtimer.ui.report.dialog import ReportDialog  # noqa: PLC0415 - not before somebody wants it

        dialog = ReportDialog(present(self._clock).local.date(), self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.file_chosen.connect(partial(self._write, dialog))
        dialog.open()

    def _write(self, dialog: ReportDialog, file: str) -> None:
        from stretchtimer.ui.report.drawing import report_pdf  # noqa: PLC0415

        report = report_from(self._history, present(self._clock), first=dialog.first)
        if report.empty:
            dialog.refuse(_("There is nothing to report from this time."))
            return
        try:
            write_atomically(file, report_pdf(report, self._names(), dialog.paper))
        except OSError as error:
            dialog.refuse(_("{file} cannot be written: {reason}").format(file=file, reason=error.strerror or error))
        else:
            dialog.accept()
            self._tell(_("The report is in {file}.").format(file=file))
