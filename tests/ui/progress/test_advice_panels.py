"""The warnings and the plan on the progress page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchtimer.core.advice.advice import Advice
from stretchtimer.core.advice.plan import Plan, plan_of
from stretchtimer.core.advice.plan_choice import ExtraSet, Level, PlanChoice
from stretchtimer.core.advice.warnings import Cause, Warning
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.progress.adherence import Adherence
from stretchtimer.core.progress.trend import leading, series_of
from stretchtimer.ui.progress.plan_dialog import PlanDialog
from stretchtimer.ui.progress.plan_panel import PlanPanel
from stretchtimer.ui.warning_bar import WarningBar
from stretchtimer.ui.warning_panel import ConfirmationDialog, WarningPanel
from tests.core.progress.readings import measured
from tests.taken import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
NAMES = {"evening-three-times-a-week": "Evening", "bed-edge": "On the bed"}


def warning(cause: Cause) -> Warning:
    return Warning(cause=cause, at=NOW, side=Side.LEFT, count=3, of=5)


def panel_of(qtbot: QtBot, *causes: Cause) -> WarningPanel:
    panel = WarningPanel()
    qtbot.addWidget(panel)
    panel.show_warnings(tuple(map(warning, causes)))
    return panel


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def button(widget: QWidget, text: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text)


def dialog_of(panel: QWidget) -> ConfirmationDialog:
    dialog = panel.findChild(ConfirmationDialog)
    assert isinstance(dialog, ConfirmationDialog)
    return dialog


def test_without_a_warning_there_is_no_panel(qtbot: QtBot) -> None:
    assert panel_of(qtbot).isHidden()


def test_a_warning_says_what_to_do_why_and_by_which_rule(qtbot: QtBot) -> None:
    words = texts(panel_of(qtbot, Cause.NERVE_SIGNS))
    assert "Stop stretching, and seek medical advice" in words
    assert "Article 003, line 35." in words


def test_a_lower_warning_is_put_away_by_one_press(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, Cause.SHARP_PAIN, Cause.LONG_PLATEAU)
    with qtbot.waitSignal(panel.put_away) as put_away:
        button(panel, "Put away").click()
    assert put_away.args == [(warning(Cause.LONG_PLATEAU),)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape])
@pytest.mark.parametrize("cause", [Cause.WEAKNESS, Cause.SHARP_PAIN, Cause.LASTING_PAIN])
def test_no_single_key_puts_an_upper_warning_away(qtbot: QtBot, cause: Cause, key: Qt.Key) -> None:
    panel = panel_of(qtbot, cause)
    panel.show()
    with qtbot.assertNotEmitted(panel.put_away):
        button(panel, "I have read this…").click()
        dialog = dialog_of(panel)
        qtbot.waitExposed(dialog)
        QTest.keyClick(dialog.focusWidget() or dialog, key)


def test_an_upper_warning_is_put_away_by_ticking_and_then_pressing(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, Cause.SHARP_PAIN, Cause.LONG_PLATEAU)
    panel.show()
    button(panel, "I have read this…").click()
    dialog = dialog_of(panel)
    assert "no clear change" not in texts(dialog), "only what it puts away"
    assert not button(dialog, "Put away").isEnabled()
    tick = dialog.findChild(QCheckBox)
    assert isinstance(tick, QCheckBox)
    tick.click()
    with qtbot.waitSignal(panel.put_away) as put_away:
        button(dialog, "Put away").click()
    assert put_away.args == [(warning(Cause.SHARP_PAIN),)]


def plan(choice: PlanChoice | None = None) -> Plan:
    series = leading(series_of(measured([10] * 3)), Side.LEFT)
    assert series is not None
    made = plan_of([series], None, choice)
    assert made is not None
    return made


def plan_panel(qtbot: QtBot, choice: PlanChoice | None = None) -> PlanPanel:
    panel = PlanPanel()
    qtbot.addWidget(panel)
    panel.show_advice(Advice(plan=plan(choice)), NAMES)
    return panel


def test_the_plan_says_each_line_with_its_why(qtbot: QtBot) -> None:
    words = texts(plan_panel(qtbot))
    assert "Left hip: a moderate shortening." in words
    assert "“Evening” 3 to 5 times a week." in words
    assert "our convention" in words
    assert "Thomas and others 2018" in words


@pytest.mark.parametrize(("cause", "waits"), [(Cause.SHARP_PAIN, True), (Cause.LASTING_PAIN, False)])
def test_the_plan_waits_while_a_warning_stops_the_stretching(qtbot: QtBot, cause: Cause, waits: bool) -> None:
    panel = plan_panel(qtbot)
    panel.show_advice(Advice(plan=plan(), warnings=(Warning(cause=cause, at=NOW),)), NAMES)
    panel.show()
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any("plan waits" in words for words in shown) is waits


def test_without_advice_there_is_no_plan(qtbot: QtBot) -> None:
    panel = plan_panel(qtbot)
    panel.show_advice(Advice(), NAMES)
    assert panel.isHidden()


def test_the_person_overrules_each_part(qtbot: QtBot) -> None:
    panel = plan_panel(qtbot)
    panel.show()
    button(panel, "Change…").click()
    dialog = panel.findChild(PlanDialog)
    assert isinstance(dialog, PlanDialog)
    for box, words in zip(
        dialog.findChildren(QComboBox), ("A severe shortening", "On the bed", "Right hip"), strict=True
    ):
        box.setCurrentText(words)
    with qtbot.waitSignal(panel.changed) as changed:
        button(dialog, "Keep").click()
    assert changed.args == [PlanChoice(level=Level.SEVERE, routine="bed-edge", extra=ExtraSet.RIGHT)]


def test_the_dialog_begins_with_what_was_chosen(qtbot: QtBot) -> None:
    for choice in (PlanChoice(), PlanChoice(level=Level.SMALL, routine="bed-edge", extra=ExtraSet.NONE)):
        dialog = PlanDialog(choice, NAMES)
        qtbot.addWidget(dialog)
        assert dialog.choice == choice


def test_the_extra_set_is_agreed_to_by_name_while_the_plan_has_one(qtbot: QtBot) -> None:
    panel = plan_panel(qtbot)
    panel.show()
    tick = panel.findChild(QCheckBox)
    assert isinstance(tick, QCheckBox)
    assert not tick.isVisible()
    with_extra = plan(PlanChoice(extra=ExtraSet.RIGHT))
    panel.show_advice(Advice(plan=with_extra), NAMES)
    assert (tick.text(), tick.isChecked()) == ("Give the right hip an extra set", False)
    with qtbot.waitSignal(panel.extra_set_wanted) as wanted:
        tick.click()
    assert wanted.args == [True]
    panel.show_advice(Advice(plan=with_extra, extra_set=True), NAMES)
    assert tick.isChecked()


def test_the_bar_shows_the_most_urgent_and_the_dialog_all(qtbot: QtBot) -> None:
    bar = WarningBar()
    qtbot.addWidget(bar)
    bar.show_warnings(())
    assert bar.isHidden()
    bar.show_warnings((warning(Cause.SHARP_PAIN), warning(Cause.LASTING_PAIN)))
    bar.show()
    assert "Stop stretching" in texts(bar)
    button(bar, "Read it…").click()
    dialog = dialog_of(bar)
    assert "after two weeks of regular stretching" in texts(dialog)
    bar.show_warnings((warning(Cause.WEAKNESS),))
    with qtbot.waitSignal(bar.confirmed) as confirmed:
        dialog.accept()
    shown = (warning(Cause.SHARP_PAIN), warning(Cause.LASTING_PAIN))
    assert confirmed.args == [shown], "what came up behind the dialog was not read"


def test_why_is_shown_when_asked_for_and_told_to_a_screen_reader_at_once(qtbot: QtBot) -> None:
    panel = plan_panel(qtbot)
    panel.show()
    labels = panel.findChildren(QLabel)
    (line,) = (label for label in labels if label.text() == "5 to 10 minutes a week for each hip.")
    (why,) = (label for label in labels if label.text().startswith("At least 5 a week"))
    assert line.accessibleDescription() == why.text()
    assert not why.isVisible()
    button(panel, "Why").click()
    assert why.isVisible()
    panel.show_advice(Advice(plan=plan()), NAMES)
    assert why.isVisible(), "it stays shown as the history changes"
    button(panel, "Why").click()
    assert not why.isVisible()


def test_the_rule_of_the_habits_is_said_once(qtbot: QtBot) -> None:
    panel = plan_panel(qtbot)
    habits = tuple(Adherence(side=side, last_days_min=5, share=1, habit=0.5) for side in (Side.LEFT, Side.RIGHT))
    panel.show_advice(Advice(plan=plan(), adherence=habits), NAMES)
    assert texts(panel).count("one missed day hardly moves it") == 1
    panel.show_advice(Advice(adherence=habits[:1]), NAMES)
    assert "moderate" not in texts(panel)
    assert texts(panel).count("one missed day hardly moves it") == 1


@pytest.mark.parametrize("beside", [False, True])
def test_the_habits_stand_beside_the_plan_where_there_is_room(qtbot: QtBot, beside: bool) -> None:
    panel = plan_panel(qtbot)
    habit = Adherence(side=Side.LEFT, last_days_min=5, share=1, habit=0.5)
    panel.show_advice(Advice(plan=plan(), adherence=(habit,)), NAMES)
    panel.resize(panel.fontMetrics().height() * (60 if beside else 30), 300)
    panel.show()
    hip, share = (
        next(label for label in panel.findChildren(QLabel) if words in label.text())
        for words in ("Left hip: a moderate", "habit 50")
    )
    qtbot.waitUntil(lambda: (hip.mapTo(panel, QPoint()).y() == share.mapTo(panel, QPoint()).y()) is beside)
    assert (hip.mapTo(panel, QPoint()).x() == share.mapTo(panel, QPoint()).x()) is not beside
