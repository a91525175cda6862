"""Drawing the report from the shell: the one command beside the window that needs Qt, though no display."""

from __future__ import annotations

from collections.abc import Mapping

from stretchtimer.cli.period import Period
from stretchtimer.clock import SystemClock, present
from stretchtimer.core.paper import Paper
from stretchtimer.storage.history import History


def drawn_report(history: History, period: Period, names: Mapping[str, str], paper: Paper) -> bytes | None:
    """Return the report of ``period`` as a PDF, or None if the history has nothing of that time."""
    from stretchtimer.app.reporting import draw_without_window, report_from  # noqa: PLC0415 - imports Qt

    report = report_from(history, present(SystemClock()), first=period.first, last=period.last)
    return None if report.empty else draw_without_window(report, names, paper)
