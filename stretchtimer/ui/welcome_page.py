"""The first page: what the program is for, the safety words, and where to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from stretchtimer.core.catalog import safety
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Reminders
from stretchtimer.ui.theme import sized

COLUMN_EMS = 38
"""The width of the text in line heights: about 75 characters to a line."""


class WelcomePage(QScrollArea):
    """Shown once. Offers the self-test first, since stretching before it flatters the result."""

    test_chosen = Signal()
    stretches_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        self.setWidget(page)
        em = self.fontMetrics().height()
        text = QVBoxLayout()
        text.setSpacing(em)
        text.addStretch(1)
        title = QLabel(_("Looser hips, one timed hold at a time"))
        title.setFont(sized(self.font(), 2.0, bold=True))
        title.setWordWrap(True)
        text.addWidget(title)
        for paragraph in (
            _(
                "Stretch Timer is for people who sit all day and feel it at the front of the hips. It leads you "
                "through each stretch by voice and by large figures, so that you can stay on the floor, says when to "
                "change sides, and counts what each hip really got."
            ),
            _(
                "A short self-test of each hip shows where you stand today. Take it before you stretch: stretching "
                "first flatters the result. A chart sets your tests beside your weekly minutes."
            ),
            _("Everything stays on this computer."),
        ):
            text.addWidget(_paragraph(paragraph))
        text.addWidget(self._safety_card(em))
        words = _("At my desk, remind me to move after {count} minutes of sitting")
        self._remind = QCheckBox(words.format(count=Reminders().interval_min))
        self._remind.setFont(sized(self.font(), 1.1))
        text.addWidget(self._remind)
        text.addLayout(self._choices(em))
        text.addStretch(2)
        column = QWidget()
        column.setLayout(text)
        column.setMaximumWidth(em * COLUMN_EMS)
        row = QHBoxLayout(page)
        row.setContentsMargins(em * 2, em * 2, em * 2, em * 2)
        row.addStretch(1)
        row.addWidget(column, 10)
        row.addStretch(1)

    @property
    def wants_reminders(self) -> bool:
        """Whether the person ticked that they want to be reminded of breaks."""
        return self._remind.isChecked()

    def _safety_card(self, em: int) -> QWidget:
        card = QWidget()
        card.setProperty("role", "card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(em, em, em, em)
        layout.setSpacing(em // 2)
        heading = QLabel(_("Before you begin"))
        heading.setFont(sized(self.font(), 1.15, bold=True))
        layout.addWidget(heading)
        for words in (
            safety.stop_rule(),
            _(
                "With a hip replacement, an injury of the hip or back, or recent surgery, talk to your doctor or "
                "physiotherapist first. This program does not diagnose and does not replace them."
            ),
        ):
            layout.addWidget(_paragraph(words))
        return card

    def _choices(self, em: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(em)
        test = QPushButton(_("Take the self-test first"))
        test.setProperty("role", "primary")
        test.setFont(sized(self.font(), 1.2, bold=True))
        test.clicked.connect(self.test_chosen)
        stretches = QPushButton(_("Go to the stretches"))
        stretches.setFont(sized(self.font(), 1.2))
        stretches.clicked.connect(self.stretches_chosen)
        for button in (test, stretches):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusProxy(test)
        return row


def _paragraph(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setFont(sized(label.font(), 1.1))
    return label
