"""The figures in the self-test: one for a step, both outcomes for the question, mirrored for the left hip."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.selftest.selftest_steps import Step, StepKind, steps
from stretchtimer.storage.poses import Poses
from stretchtimer.ui.figure.figure_view import FigureView
from stretchtimer.ui.selftest.selftest_figures import SelfTestFigures
from stretchtimer.ui.theme import Theme


def step(kind: StepKind, tested: Side | None = None) -> Step:
    return next(step for step in steps() if step.kind is kind and tested in (None, step.tested))


def names(figures: SelfTestFigures) -> list[str]:
    """Return what a screen reader says of each figure that is seen."""
    return [view.accessibleName() for view in figures.findChildren(FigureView) if not view.isHidden()]


def test_each_step_shows_what_to_do_on_its_side(theme: Theme, qtbot: QtBot) -> None:
    figures = SelfTestFigures(theme, Album(Poses()))
    qtbot.addWidget(figures)
    figures.show_step(step(StepKind.LIE_DOWN))
    assert names(figures) == ["Lying on the back with both legs long."]
    figures.show_step(step(StepKind.PULL, Side.RIGHT))
    assert names(figures) == ["Lying on the back, both hands drawing the left knee to the chest, the right leg flat."]
    figures.show_step(step(StepKind.LOOK, Side.LEFT))
    flat, lifted = names(figures)
    assert flat.startswith("Stays flat: ")
    assert lifted == "Lifts: Lying on the back, the right knee hugged; the left leg has lifted off the floor."
    figures.show_step(step(StepKind.REVIEW))
    assert figures.isHidden()


def test_without_its_poses_the_test_is_told_by_words(theme: Theme, qtbot: QtBot) -> None:
    figures = SelfTestFigures(theme, Album({}))
    qtbot.addWidget(figures)
    figures.show_step(step(StepKind.PULL, Side.RIGHT))
    assert names(figures) == []
