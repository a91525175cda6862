"""How long a frame of the large figure takes, as a ratio to Qt's own SVG renderer with the same picture."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.figure.picture import Picture
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.figure.colours import LIGHT
from stretchtimer.ui.figure.painting import FigurePainter, placing

PIXELS = 400
ROUNDS = 200
MOST = 4.0
"""The renderer draws finished paths; we make ours from joints, in Python, at each frame."""


def test_a_frame_of_the_figure_is_painted_nearly_as_fast_as_an_svg(
    benchmark: BenchmarkFixture, qapp: QApplication
) -> None:
    picture = Picture(way_in=("half-kneeling-upright",), poses=("half-kneeling",))
    motion = Motion(picture, Poses())
    figures = FigurePainter(LIGHT, "#ffffff")
    place = placing(motion.box, QRectF(0, 0, PIXELS, PIXELS))
    parts = iter(number / ROUNDS for number in range(10 * ROUNDS))

    def paint(painter: QPainter) -> None:
        figure = motion.entering(next(parts) % 1.0)
        figures.paint_scene(painter, figure, place, motion.box.left, motion.box.right)
        figures.paint(painter, figure, place)

    renderer = QSvgRenderer(_as_svg(paint))
    image = QImage(PIXELS, PIXELS, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    seconds: dict[str, list[float]] = {"figure": [], "svg": []}

    def both() -> None:
        for name, draw in (("figure", lambda: paint(painter)), ("svg", lambda: renderer.render(painter))):
            seconds[name].append(_seconds(draw))

    benchmark.pedantic(both, rounds=ROUNDS)
    painter.end()
    medians = {name: statistics.median(taken) for name, taken in seconds.items()}
    ratio = medians["figure"] / medians["svg"]
    benchmark.extra_info.update(ratio=ratio, medians=medians)
    print(f"\na frame of the figure {ratio:.2f} x the same picture by QSvgRenderer; {medians}")
    assert ratio < MOST


def _seconds(draw: Callable[[], None]) -> float:
    began = time.perf_counter()
    draw()
    return time.perf_counter() - began


def _as_svg(paint: Callable[[QPainter], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(PIXELS, PIXELS))
    generator.setViewBox(QRect(0, 0, PIXELS, PIXELS))
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    return buffer.data().data()
