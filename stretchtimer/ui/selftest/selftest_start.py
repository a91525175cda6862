"""Where the self-test begins: what it is, and the tests that were taken before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.core.records import RevisionKind, SelfTestRecord, SelfTestRevision
from stretchtimer.core.selftest.comparability import Reason, incomparable
from stretchtimer.core.selftest.measurement import Method, Protocol
from stretchtimer.core.selftest.measurement_words import approach_words
from stretchtimer.core.selftest.selftest import flattered_notice, results_words
from stretchtimer.ui.dates import time_words
from stretchtimer.ui.flow_layout import FlowLayout
from stretchtimer.ui.listing import result_listing
from stretchtimer.ui.selftest.result_remarks import result_remark, test_remarks
from stretchtimer.ui.selftest.result_table import ResultTable
from stretchtimer.ui.theme import Theme, sized

LEAST_ROWS = 5


class SelfTestStart(QWidget):
    """Offers to begin or to add a result by hand; lists the earlier tests, each to be corrected or deleted."""

    begun = Signal()
    approach_requested = Signal()
    """Choose where the test is taken and how it is measured."""
    add_requested = Signal()
    edit_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._revisions: dict[str, tuple[SelfTestRevision, ...]] = {}
        self._tests: dict[str, SelfTestRecord] = {}
        self._reasons: dict[tuple[str, Side], tuple[Reason, ...]] = {}
        em = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 3 // 2)
        column.setSpacing(em)
        title = QLabel(_("Self-test"))
        title.setFont(sized(self.font(), 1.6, bold=True))
        self._intro, self._how = QLabel(), QLabel()
        self._how.setFont(sized(self.font(), 1.0, bold=True))
        self._chance = QLabel(
            _(
                "By eye, chance alone often turns a pass into a fail. An angle by phone, tape or photograph shows a "
                "small change, and how much of it may be chance."
            )
        )
        self._chance.setProperty("role", "muted")
        for words in (self._intro, self._how, self._chance):
            words.setWordWrap(True)
            words.setMaximumWidth(em * 46)
        self._flattered = QLabel(flattered_notice())
        self._flattered.setProperty("role", "stretched")
        self._flattered.setWordWrap(True)
        self._list = self._make_list(theme, em)
        self._empty = QLabel(_("Your results will be listed here."))
        self._empty.setProperty("role", "muted")
        column.addWidget(title)
        column.addWidget(self._intro)
        column.addWidget(self._how)
        column.addWidget(self._chance)
        column.addWidget(self._flattered)
        column.addLayout(self._choices(em))
        column.addWidget(self._list, 1)
        column.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)

    def set_tests(
        self,
        tests: Sequence[SelfTestRecord],
        revisions: dict[str, tuple[SelfTestRevision, ...]],
        *,
        flattered: bool,
    ) -> None:
        """Show ``tests``, newest first, with their ``revisions``; ``flattered`` shortly after stretching."""
        self._revisions = revisions
        self._reasons = incomparable(tests)
        self._flattered.setVisible(flattered)
        self._list.setVisible(bool(tests))
        self._empty.setVisible(not tests)
        corrected = frozenset(test_id for test_id in revisions if self._corrections(test_id))
        self._tests = {test.id: test for test in tests}
        unused = frozenset(test_id for test_id, _side in self._reasons)
        self._table.show_listing(result_listing(tests, corrected, unused))

    def show_approach(self, protocol: Protocol, method: Method) -> None:
        """Say how the test is taken."""
        self._intro.setText(_intro_words(protocol))
        self._chance.setVisible(method is Method.BY_EYE)
        self._how.setText(_("How: {approach}.").format(approach=approach_words(protocol, method)))

    def choose(self, test_id: str) -> None:
        """Make ``test_id`` the chosen row."""
        self._table.choose(test_id)

    def _choices(self, em: int) -> FlowLayout:
        begin = QPushButton(_("Start the self-test"))
        begin.setProperty("role", "primary")
        begin.setFont(sized(self.font(), 1.2, bold=True))
        begin.clicked.connect(self.begun)
        add = QPushButton(_("Add a result by hand…"))
        add.setFont(sized(self.font(), 1.2))
        add.setToolTip(_("For a test that you took without the guide, or on another day (Ctrl+N)"))
        add.setShortcut(QKeySequence("Ctrl+N"))
        add.clicked.connect(self.add_requested)
        self.setFocusProxy(begin)
        approach = QPushButton(_("Change how…"))
        approach.setFont(sized(self.font(), 1.2))
        approach.setToolTip(_("Choose where the test is taken and how it is measured"))
        approach.clicked.connect(self.approach_requested)
        layout = FlowLayout(spacing=em)
        for button in (begin, approach, add):
            button.setAutoDefault(True)
            layout.addWidget(button)
        return layout

    def _make_list(self, theme: Theme, em: int) -> QWidget:
        heading = QLabel(_("Earlier tests"))
        heading.setFont(sized(self.font(), 1.15, bold=True))
        self._edit = QPushButton(_("Correct…"))
        self._edit.setToolTip(_("Enter or double click; the old values stay in the history"))
        self._delete = QPushButton(_("Delete"))
        self._delete.setToolTip(_("Delete key; it can be undone"))
        for button in (self._edit, self._delete):
            button.setProperty("role", "chip")
            button.setAutoDefault(True)
        self._table = ResultTable(theme, result_listing(()), _("Earlier tests"))
        self._table.setMinimumHeight(em * 2 * LEAST_ROWS)
        self._table.chosen.connect(self._show_chosen)
        self._table.opened.connect(self.edit_requested)
        self._edit.clicked.connect(lambda: self.edit_requested.emit(self._table.current_id))
        self._delete.clicked.connect(lambda: self.delete_requested.emit(self._table.current_id))
        self._table.delete_pressed.connect(self.delete_requested)
        self._history = QLabel()
        self._history.setProperty("role", "muted")
        self._history.setWordWrap(True)
        self._history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self._edit)
        top.addWidget(self._delete)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, em // 2, 0, 0)
        column.setSpacing(em // 2)
        column.addLayout(top)
        column.addWidget(self._table, 1)
        column.addWidget(self._history)
        return box

    def _show_chosen(self, test_id: str) -> None:
        """Allow what can be done with the chosen test, and show what it was before."""
        self._edit.setEnabled(bool(test_id))
        self._delete.setEnabled(bool(test_id))
        lines = [*self._remarks(test_id), *map(_correction_words, self._corrections(test_id))]
        self._history.setText("\n".join(lines))
        self._history.setVisible(bool(lines))

    def _remarks(self, test_id: str) -> list[str]:
        """Return what is known of each hip of the test beyond its outcome, and why it is not compared."""
        test = self._tests.get(test_id)
        if test is None:
            return []
        hips = [(result, self._reasons.get((test_id, result.side), ())) for result in test.results]
        return [*filter(None, (result_remark(result, reasons) for result, reasons in hips)), *test_remarks(test)]

    def _corrections(self, test_id: str) -> list[SelfTestRevision]:
        return [each for each in self._revisions.get(test_id, ()) if each.kind is RevisionKind.EDITED]


def _intro_words(protocol: Protocol) -> str:
    if protocol is Protocol.FLOOR:
        return _(
            "Lying on your back, you pull one knee to your chest and feel whether the other leg stays flat on the "
            "floor: that leg's hip is the one that is tested. It takes about two minutes for both hips, and a "
            "voice leads you. Take it before you stretch, at a similar time of day."
        )
    return _(
        "Lying at the edge of a bed, you hold one knee and let the other leg hang: that leg's hip is the one that is "
        "tested. It takes a few minutes for both hips, and a voice leads you. Take it before you stretch, at a similar "
        "time of day."
    )


def _correction_words(revision: SelfTestRevision) -> str:
    before = revision.before
    words = _("Corrected on {day}. Before: {when}, {results}.").format(
        day=time_words(revision.replaced_at.local), when=time_words(before.at.local), results=results_words(before)
    )
    return _("{correction} Note: {note}").format(correction=words, note=before.note) if before.note else words
