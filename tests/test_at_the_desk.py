"""The running program beside a person at work: a break is offered, waits, is taken or not, and never piles up."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from stretchtimer.core.reminders.reminder_values import Obstacle
from tests.desktop.sound_server import recording, sound_server
from tests.desktop.test_idle import window
from tests.test_tray_hosts import remind, windows
from tests.test_whole_program import Running, until
from tests.two_monitors import split
from tests.whole_desktop import Desktop, Part, whole_desktop

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(sys.platform != "linux", reason="the desktop is one of Linux"),
]
INTERVAL_S = 45 * 60
LUNGE = "s2-1-scissor-lunge"
TO_THE_LUNGE = ["Right"] * 7
"""Past the warm-up and the swings of the desk break, each with what leads to it."""


def fresh(due_in_s: float | None) -> bool:
    """Whether the next break is due one interval from now."""
    return due_in_s is not None and INTERVAL_S - 60 < due_in_s <= INTERVAL_S


def held(program: Running, side: str) -> int:
    """Return how many times the lunge was held for a second or more by now."""
    query = f"SELECT 1 FROM holds WHERE exercise = '{LUNGE}' AND side = '{side}' AND held_s >= 1"
    return len(program.rows(query))


def test_an_offer_from_the_tray_opens_the_window_and_the_break_counts_towards_the_dose(tmp_path: Path) -> None:
    with whole_desktop(tmp_path) as desktop, desktop.program("--hidden", due=True) as program:
        desktop.await_standing("offered")
        until(lambda: desktop.displayed == 1, "the notification")
        with desktop.tray_item() as item:
            assert item.words.startswith("A break has been due since")
        assert not windows(desktop.screen)
        desktop.service.press("Start")
        assert fresh(desktop.await_standing("sitting").due_in_s)
        until(lambda: desktop.displayed == 0, "the notification to go")
        until(lambda: windows(desktop.screen), "the window")

        desktop.screen.press("space")
        until(lambda: program.rows("SELECT 1 FROM sessions WHERE routine = 'desk-break'"), "the session")
        desktop.press(*TO_THE_LUNGE)
        until(lambda: held(program, "left"), "a second of the left hip")
        desktop.press("Right", "Right")
        until(lambda: held(program, "right"), "a second of the right hip")
        desktop.press("Right")
        until(lambda: program.rows("SELECT 1 FROM sessions WHERE ended = 'completed'"), "the end of the session")
        ((left_s, right_s),) = program.rows("SELECT sum(left_s), sum(right_s) FROM holds WHERE credits_hip_flexor")
        assert (1 <= left_s < 20, 1 <= right_s < 20) == (True, True)
        assert fresh(desktop.await_standing("sitting").due_in_s)
        assert remind(desktop.screen, desktop.data).startswith("The next break is due at")
        assert program.close() == (0, "")


def skip_in_the_window(desktop: Desktop) -> None:
    """Click the last button of the line above the pages."""
    (window,) = windows(desktop.screen)
    left, top, width = desktop.place(window)
    desktop.click(left + width - 45, top + 25)


def test_without_a_notification_service_the_tray_offers(tmp_path: Path) -> None:
    with whole_desktop(tmp_path, Part.NOTIFICATIONS) as desktop, desktop.program(due=True) as program:
        desktop.await_standing("offered")
        with desktop.tray_item() as item:
            until(lambda: "In 10 minutes" in item.rows(), "the menu to offer it")
            item.choose("In 10 minutes")
        assert 590 < desktop.await_standing("snoozed").due_in_s <= 600
        assert program.close() == (0, "")


def test_without_a_session_bus_the_window_offers(tmp_path: Path) -> None:
    with whole_desktop(tmp_path, Part.SESSION_BUS) as desktop, desktop.program(due=True) as program:
        desktop.await_standing("offered")
        skip_in_the_window(desktop)
        report = desktop.await_standing("sitting")
        assert (fresh(report.due_in_s), report.skipped) == (True, 1)
        assert program.close() == (0, "")


@pytest.mark.parametrize(
    ("missing", "label", "standing", "skipped"),
    [(Part.TRAY, "Skip", "sitting", 1), (Part.LOGIND, "In 10 minutes", "snoozed", 0)],
)
def test_without_a_tray_or_logind_notifications_offer(
    tmp_path: Path, missing: Part, label: str, standing: str, skipped: int
) -> None:
    with whole_desktop(tmp_path, missing) as desktop, desktop.program(due=True) as program:
        desktop.await_standing("offered")
        until(lambda: desktop.displayed == 1, "the notification")
        desktop.service.press(label)
        assert desktop.await_standing(standing).skipped == skipped
        until(lambda: desktop.displayed == 0, "the notification to go")
        assert program.close() == (0, "")


def test_an_offer_waits_for_quiet_and_for_the_end_of_a_film(tmp_path: Path) -> None:
    with whole_desktop(tmp_path) as desktop:
        desktop.service.control("set-paused", "true")
        with desktop.program(due=True) as program:
            quiet = desktop.await_waiting(Obstacle.DO_NOT_DISTURB)
            since = f"{quiet.due_since:%H:%M}"
            assert quiet.words == f"A break has been due since {since}. It waits until you may be disturbed."
            with window(desktop.screen, "film", "showFullScreen"):
                desktop.service.control("set-paused", "false")
                desktop.look_again()
                desktop.await_waiting(Obstacle.FULL_SCREEN)
            assert desktop.displayed == 0
            desktop.look_again()
            assert desktop.await_standing("offered").waits_for is None
            until(lambda: desktop.displayed == 1, "the notification")
            assert program.close() == (0, "")


def test_an_offer_waits_for_the_end_of_a_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sound_server(tmp_path) as microphone:
        monkeypatch.setenv("PULSE_SERVER", microphone)
        with whole_desktop(tmp_path) as desktop, ExitStack() as call:
            call.enter_context(recording(microphone))
            with desktop.program(due=True) as program:
                desktop.await_waiting(Obstacle.MICROPHONE)
                call.close()
                assert desktop.displayed == 0
                desktop.look_again()
                desktop.await_standing("offered")
                until(lambda: desktop.displayed == 1, "the notification")
                assert program.close() == (0, "")


def test_sleeps_and_locks_are_one_fresh_start_and_pause_a_session(tmp_path: Path) -> None:
    with whole_desktop(tmp_path) as desktop, desktop.program(due=True) as program:
        until(lambda: desktop.displayed == 1, "the notification")
        for absence in (desktop.sleep, desktop.lock, desktop.sleep):
            absence(begins=True)
            desktop.await_standing("away")
            absence(begins=False)
            assert fresh(desktop.await_standing("sitting").due_in_s)
        assert (desktop.displayed, desktop.service.control("count", "waiting")) == (0, "0")

        remind(desktop.screen, desktop.data, "--now")
        desktop.screen.press("space")
        desktop.press(*TO_THE_LUNGE)
        until(lambda: held(program, "left"), "a second of the left hip")
        desktop.lock(begins=True)
        desktop.await_standing("away")
        until(lambda: desktop.inhibitions() == ["Inhibit", "UnInhibit"], "the screen to be free to sleep")
        desktop.lock(begins=False)
        desktop.await_standing("sitting")
        desktop.screen.press("space")
        until(lambda: held(program, "left") == 2, "the hold that began again")
        assert desktop.inhibitions() == ["Inhibit", "UnInhibit", "Inhibit"]
        desktop.press("Escape")
        until(lambda: program.rows("SELECT 1 FROM sessions WHERE ended = 'stopped'"), "the end of the session")
        assert fresh(desktop.await_standing("sitting").due_in_s)
        assert program.close() == (0, "")


def test_a_break_opens_on_the_monitor_where_the_person_works(tmp_path: Path) -> None:
    width, height = 1000, 700
    with whole_desktop(tmp_path, size=f"{2 * width}x{height}") as desktop:
        split(desktop.screen.environment["DISPLAY"], width, height)
        with desktop.program() as program:
            for x, monitor in ((width + 500, 1), (500, 0)):
                desktop.click(x, height - 1)
                remind(desktop.screen, desktop.data, "--now")
                until(lambda at=monitor: desktop.place(windows(desktop.screen)[-1])[0] // width == at, "the window")
            assert program.close() == (0, "")


def test_a_crash_in_a_break_lets_the_screen_sleep_and_keeps_the_hold(tmp_path: Path) -> None:
    with whole_desktop(tmp_path) as desktop:
        with desktop.program() as program:
            remind(desktop.screen, desktop.data, "--now")
            desktop.screen.press("space")
            desktop.press(*TO_THE_LUNGE)
            until(lambda: held(program, "left"), "a second of the left hip")
            until(lambda: desktop.inhibitions() == ["Inhibit"], "the screen to be kept awake")
            assert desktop.inhibits()
            program.process.kill()
            until(lambda: not desktop.inhibits(), "the desktop to notice")
        with desktop.program() as program:
            assert held(program, "left") == 1
            assert program.rows("SELECT ended FROM sessions") == [("interrupted",)]
            assert fresh(desktop.await_standing("sitting").due_in_s)
            assert program.close() == (0, "")
