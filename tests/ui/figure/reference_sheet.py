"""Small reference pictures of every exercise: what they looked like when somebody last looked at them.

``make references`` paints them anew; look at every one of them before committing.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.storage.catalog import load_catalog
from stretchtimer.storage.folders import assets_dir
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.figure.colours import DARK, LIGHT
from stretchtimer.ui.figure.figure_view import mirrored_box
from stretchtimer.ui.figure.painting import FigurePainter, placing

CELL, COLUMNS = 48, 10
THEMES = {"light": (LIGHT, "#ffffff"), "dark": (DARK, "#202226")}
REFERENCES = Path(__file__).with_name("references")


def sheet(theme: str, side: Side) -> QImage:
    """Return the pictures of all exercises of the program, in the order of their ids."""
    colours, paper = THEMES[theme]
    album = Album(Poses())
    exercises = sorted(load_catalog([Path(assets_dir())]).exercises.values(), key=lambda exercise: exercise.id)
    rows = -(-len(exercises) // COLUMNS)
    image = QImage(COLUMNS * CELL, rows * CELL, QImage.Format.Format_RGB32)
    image.fill(QColor(paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    figures = FigurePainter(colours, paper)
    for number, exercise in enumerate(exercises):
        motion = album.motion(exercise)
        assert motion is not None
        figure = motion.still(side)
        box = mirrored_box(motion.box) if figure.mirrored else motion.box
        cell = QRectF(number % COLUMNS * CELL + 1, number // COLUMNS * CELL + 1, CELL - 2, CELL - 2)
        place = placing(box, cell)
        figures.paint_scene(painter, figure, place, box.left, box.right)
        figures.paint(painter, figure, place, muscle=motion.picture.muscle)
    painter.end()
    return image


def path(theme: str, side: Side) -> Path:
    """Return where the reference is kept."""
    return REFERENCES / f"{theme}-{side}.png"


if __name__ == "__main__":
    application = QGuiApplication(["references", "-platform", "offscreen"])
    REFERENCES.mkdir(exist_ok=True)
    for theme in THEMES:
        for side in (Side.RIGHT, Side.LEFT):
            sheet(theme, side).save(str(path(theme, side)))
