"""The report as a PDF: one page for a short history, at most two for a long one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer

from stretchtimer.core.language import _
from stretchtimer.core.paper import Paper
from stretchtimer.core.progress.progress import dose_source
from stretchtimer.core.progress.report import Report
from stretchtimer.ui.pdf import pdf_writer
from stretchtimer.ui.report import selftest_words, words
from stretchtimer.ui.report.chart import draw_chart
from stretchtimer.ui.report.sheet import Sheet

MOST_PAGES = 2
ROWS = (40, 32, 26, 20, 16, 12, 10, 8, 6, 4, 2, 1)
"""How many rows a table may have: less and less, until all fits on two pages."""
MOST_TIMES = 14
"""The minutes are summed by longer times before their table is longer than this."""


def report_pdf(report: Report, names: Mapping[str, str], paper: Paper) -> bytes:
    """Return ``report`` as a PDF on ``paper``; ``names`` are those of the exercises by their ids.

    Needs an application object of Qt, for the fonts.
    """
    for most in ROWS:
        _draft, pages = _drawn(report, names, paper, most, of=MOST_PAGES)
        if pages <= MOST_PAGES:
            break
    return _drawn(report, names, paper, most, of=pages)[0]


def _drawn(report: Report, names: Mapping[str, str], paper: Paper, most: int, *, of: int) -> tuple[bytes, int]:
    """Return the PDF with at most ``most`` rows in a table, and how many pages it has; ``of`` is said at the foot."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    sheet = Sheet(pdf_writer(buffer, _title(), paper), lambda page: _foot(page, of))
    _write(sheet, report, names, most)
    sheet.finish()
    return bytes(buffer.data().data()), sheet.page


def _write(sheet: Sheet, report: Report, names: Mapping[str, str], most: int) -> None:
    sheet.heading(_title(), size=1.6)
    sheet.paragraph(words.subject_words(report))
    sheet.paragraph(words.limits_words(), muted=True)
    tests = report.progress.tests
    if tests:
        _write_table(sheet, _("Self-tests of each hip"), selftest_words.results_rows(report), (2, 3, 3))
        sheet.space(0.3)
        sheet.paragraph(selftest_words.error_words(report), muted=True)
    if tests or report.weeks:
        sheet.heading(_("Over time"), below=16)
        draw_chart(sheet, report)
    sheet.heading(_("Stretching"))
    if report.weeks:
        for sentence in words.dose_words(report):
            sheet.paragraph(sentence)
        times = min(most, MOST_TIMES)
        sheet.table(words.dose_rows(report, times), (2, 1, 1))
        _say_what_is_left_out(sheet, times, len(report.dose_bins(times)[1]))
        sheet.space(0.3)
        sheet.paragraph(dose_source(), muted=True)
    else:
        sheet.paragraph(_("No hip flexor stretching was recorded in this time."))
    _write_pains(sheet, report, names, most)
    if tests:
        rows = selftest_words.tests_rows(report, most)
        _write_table(sheet, _("The tests one by one"), rows, (1.4, 2.2, 2.2, 4.6))
        _say_what_is_left_out(sheet, most, len(tests))
        sheet.heading(_("How the hips were tested"))
        for paragraph in words.protocol_words(report):
            sheet.paragraph(paragraph)


def _write_pains(sheet: Sheet, report: Report, names: Mapping[str, str], most: int) -> None:
    title = _("Pain during exercises")
    if report.pains:
        _write_table(sheet, title, words.pains_rows(report.pains, names, most), (1.4, 2.2, 3, 1.4))
        _say_what_is_left_out(sheet, most, len(report.pains))
    else:
        sheet.heading(title)
        sheet.paragraph(_("None was recorded in this time."))


def _write_table(sheet: Sheet, title: str, rows: words.Rows, shares: Sequence[float]) -> None:
    """Write a table under its ``title``, which is never left alone at the foot of a page."""
    sheet.heading(title, below=sheet.lines_of_top(rows, shares))
    sheet.table(rows, shares)


def _say_what_is_left_out(sheet: Sheet, most: int, of: int) -> None:
    if left_out := words.latest_words(most, of):
        sheet.space(0.3)
        sheet.paragraph(left_out, muted=True)


def _title() -> str:
    return _("Hip flexors: self-tests and stretching")


def _foot(page: int, of: int) -> str:
    return _("Made by Stretch Timer from the person's own record. No diagnosis. Page {n} of {m}").format(n=page, m=of)
