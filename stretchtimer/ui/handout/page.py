"""The handout as a PDF of one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPdfWriter, QPen

from stretchtimer.core.catalog.exercise import Exercise
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.language import _
from stretchtimer.core.paper import Paper
from stretchtimer.core.picking.handout import Handout, Panel
from stretchtimer.ui.figure import colours
from stretchtimer.ui.figure.still_picture import StillPicture
from stretchtimer.ui.handout.layout import best_layout
from stretchtimer.ui.handout.words import Paragraph, Words
from stretchtimer.ui.palette import LIGHT
from stretchtimer.ui.pdf import DOTS_PER_INCH, pdf_writer

WHITE = "#ffffff"
HEAD_POINTS, FOOT_POINTS = 17.0, 9.5
MILLIMETRE = DOTS_PER_INCH / 25.4
GAP = 7 * MILLIMETRE


def handout_pdf(handout: Handout, motion: Callable[[Exercise], Motion | None], paper: Paper) -> bytes:
    """Return ``handout`` as a PDF of one page of ``paper``; ``motion`` gives the picture of each exercise.

    Needs an application object of Qt, for the fonts.
    """
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = pdf_writer(buffer, handout.title, paper)
    with QPainter(writer) as painter:
        middle = _draw_edges(painter, writer, handout)
        _draw_panels(painter, writer, handout.panels, motion, middle)
    return bytes(buffer.data().data())


def _draw_edges(painter: QPainter, writer: QPdfWriter, handout: Handout) -> QRectF:
    """Write the head and the foot, and return the place between them."""
    page = QRectF(0, 0, writer.width(), writer.height())
    head = Words(
        writer,
        (
            Paragraph(text=handout.title, colour=LIGHT.text, factor=1.6, bold=True),
            Paragraph(text=handout.facts, colour=LIGHT.muted),
        ),
    )
    foot = Words(writer, [Paragraph(text=line, colour=LIGHT.muted) for line in handout.foot])
    top, bottom = head.height(page.width(), HEAD_POINTS), foot.height(page.width(), FOOT_POINTS)
    head.write(painter, page, HEAD_POINTS)
    foot.write(painter, page.adjusted(0, page.height() - bottom, 0, 0), FOOT_POINTS)
    return page.adjusted(0, top + 0.7 * GAP, 0, -bottom - GAP / 2)


def _draw_panels(
    painter: QPainter,
    writer: QPdfWriter,
    panels: Sequence[Panel],
    motion: Callable[[Exercise], Motion | None],
    room: QRectF,
) -> None:
    details = [
        [Words(writer, _paragraphs(number, panel, detail)) for number, panel in enumerate(panels, 1)]
        for detail in range(len(panels[0].details))
    ]
    layout = best_layout(details, room, GAP, MILLIMETRE)
    arrangement, pictures = layout.arrangement, StillPicture(colours.LIGHT, WHITE)
    places = arrangement.places(room, len(panels))
    for panel, words, place in zip(panels, details[layout.detail], places, strict=True):
        _draw_line(painter, place)
        drawn = motion(panel.exercise)
        if drawn is not None:
            pictures.paint(painter, drawn, panel.side, arrangement.picture(place))
        words.write(painter, arrangement.words(place) if drawn else place, layout.points)


def _draw_line(painter: QPainter, place: QRectF) -> None:
    """Set ``place`` off from what is above it."""
    painter.setPen(QPen(QColor(LIGHT.line), MILLIMETRE / 4))
    above = place.top() - GAP / 4
    painter.drawLine(QLineF(place.left(), above, place.right(), above))


def _paragraphs(number: int, panel: Panel, detail: int) -> list[Paragraph]:
    sentences = panel.details[detail]
    title = _("{number}. {exercise}").format(number=number, exercise=panel.name)
    return [
        Paragraph(text=title, colour=LIGHT.text, factor=1.2, bold=True),
        Paragraph(text=panel.mark, colour=LIGHT.danger, bold=True),
        Paragraph(text=panel.dosage, colour=LIGHT.accent, bold=True, above=0.1),
        *(Paragraph(text=sentence, colour=LIGHT.text, above=0.3) for sentence in sentences),
        Paragraph(text=panel.change if len(sentences) > 1 else "", colour=LIGHT.muted, factor=0.85, above=0.3),
    ]
