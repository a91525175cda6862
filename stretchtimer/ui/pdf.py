"""PDFs: their paper, margins and resolution."""

from __future__ import annotations

from PySide6.QtCore import QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter

from stretchtimer.core.paper import Paper

MARGIN_MM = 14
DOTS_PER_INCH = 1200
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def pdf_writer(device: QIODevice, title: str, paper: Paper) -> QPdfWriter:
    """Return what writes a PDF called ``title`` for ``paper`` into ``device``."""
    writer = QPdfWriter(device)
    writer.setTitle(title)
    writer.setCreator("Stretch Timer")
    writer.setResolution(DOTS_PER_INCH)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    return writer


def pdf_font(points: float, *, bold: bool = False) -> QFont:
    """Return the font of a PDF at a size in points."""
    font = QFont()
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    # A ligature is one sign, so that "flexor" could not be found in the PDF.
    font.setFeature(QFont.Tag("liga"), 0)
    return font
