from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchtimer.core.reminders.reminder_values import Choice
from stretchtimer.desktop.dbus import Bus, NoAnswer
from stretchtimer.desktop.notifications import NO_BUTTONS, NOTIFICATIONS, Notifications
from tests.desktop.buses import DEADLINE_S, Dunst, MadeUp, dunst, until
from tests.virtual_screen import VirtualScreen

LABELS = {Choice.START: "Start", Choice.LATER: "In 10 minutes", Choice.SKIP: "Skip"}
Chosen = SimpleQueue[tuple[Choice, str]]


@pytest.fixture
def chosen() -> Chosen:
    return SimpleQueue()


@pytest.fixture
def service(bus_address: str, screen: VirtualScreen, tmp_path: Path) -> Iterator[Dunst]:
    with dunst(bus_address, screen.environment["DISPLAY"], tmp_path) as service:
        yield service


@pytest.fixture
def notifications(service: Dunst, bus: Bus, chosen: Chosen) -> Notifications:
    return Notifications(bus, lambda choice, token: chosen.put((choice, token)))


@pytest.mark.xvfb
@pytest.mark.parametrize("choice", Choice)
def test_a_button_that_is_pressed_in_dunst_is_the_choice(
    notifications: Notifications, service: Dunst, chosen: Chosen, choice: Choice
) -> None:
    notifications.offer("Time for a break", "Three minutes on your feet.", LABELS)
    until(lambda: service.displayed == 1, "the notification")
    service.press(LABELS[choice])
    assert chosen.get(timeout=DEADLINE_S) == (choice, "")
    notifications.withdraw()
    until(lambda: service.displayed == 0, "the notification to go")
    assert chosen.empty()
    assert notifications.trouble == ""


@pytest.mark.xvfb
def test_a_click_beside_the_buttons_starts(notifications: Notifications, service: Dunst, chosen: Chosen) -> None:
    notifications.offer("Time for a break", "", LABELS)
    until(lambda: service.displayed == 1, "the notification")
    service.control("action", "0")
    assert chosen.get(timeout=DEADLINE_S) == (Choice.START, "")


@pytest.mark.xvfb
def test_an_offer_that_is_closed_by_hand_is_skipped(
    notifications: Notifications, service: Dunst, chosen: Chosen
) -> None:
    notifications.offer("Time for a break", "", LABELS)
    until(lambda: service.displayed == 1, "the notification")
    service.control("close-all")
    assert chosen.get(timeout=DEADLINE_S)[0] is Choice.SKIP


@pytest.mark.xvfb
def test_an_offer_that_is_withdrawn_is_gone_and_no_choice(
    notifications: Notifications, service: Dunst, chosen: Chosen, bus: Bus
) -> None:
    notifications.offer("Time for a break", "", LABELS)
    until(lambda: service.displayed == 1, "the notification")
    notifications.withdraw()
    until(lambda: service.displayed == 0, "the notification to go")
    notifications.withdraw()
    bus.has(NOTIFICATIONS.name)  # what the service sent before this answer has been heard
    assert chosen.empty()


@pytest.mark.xvfb
def test_a_second_offer_takes_the_place_of_the_first(notifications: Notifications, service: Dunst) -> None:
    for _each in range(3):
        notifications.offer("Time for a break", "", LABELS)
    until(lambda: service.displayed >= 1, "the notification")
    assert (service.displayed, service.control("count", "waiting")) == (1, "0")


def test_without_a_service_there_is_no_answer(bus: Bus, chosen: Chosen) -> None:
    with pytest.raises(NoAnswer):
        Notifications(bus, lambda choice, token: chosen.put((choice, token)))


def test_a_service_without_buttons_is_named(bus: Bus, bus_address: str) -> None:
    plain = MadeUp(bus_address, NOTIFICATIONS.name, {"GetCapabilities": ("as", (["body"],))})
    assert Notifications(bus, lambda _choice, _token: None).trouble == NO_BUTTONS
    plain.close()


def test_the_token_that_lets_a_window_forward_comes_with_the_choice(bus: Bus, bus_address: str, chosen: Chosen) -> None:
    answers = {"GetCapabilities": ("as", (["actions"],)), "Notify": ("u", (7,)), "CloseNotification": ("", ())}
    service = MadeUp(bus_address, NOTIFICATIONS.name, answers)
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    notifications.offer("Time for a break", "", LABELS)
    for number, token in ((6, "another's"), (7, "ours")):
        service.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "ActivationToken", "us", number, token)
        service.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "ActionInvoked", "us", number, "start")
    assert chosen.get(timeout=DEADLINE_S) == (Choice.START, "ours")
    assert chosen.empty()
    service.close()


def test_an_offer_that_runs_out_is_no_choice(bus: Bus, bus_address: str, chosen: Chosen) -> None:
    answers = {"GetCapabilities": ("as", (["actions"],)), "Notify": ("u", (7,))}
    service = MadeUp(bus_address, NOTIFICATIONS.name, answers)
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    notifications.offer("Time for a break", "", LABELS)
    service.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "NotificationClosed", "uu", 7, 1)
    service.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "ActionInvoked", "us", 7, "later")
    assert chosen.get(timeout=DEADLINE_S) == (Choice.LATER, "")
    service.close()
