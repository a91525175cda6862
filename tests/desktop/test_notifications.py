from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from stretchtimer.core.reminders.reminder_values import Choice
from stretchtimer.desktop.dbus import Bus, NoAnswer
from stretchtimer.desktop.notifications import NO_BUTTONS, NO_SERVICE, NOTIFICATIONS, Notifications
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
    assert notifications.trouble() == ""


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
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    with pytest.raises(NoAnswer):
        notifications.offer("Time for a break", "", LABELS)
    assert notifications.trouble() == NO_SERVICE
    notifications.withdraw()


def test_a_service_without_buttons_is_named(bus: Bus, bus_address: str) -> None:
    plain = MadeUp(bus_address, NOTIFICATIONS.name, {"GetCapabilities": ("as", (["body"],))})
    assert Notifications(bus, lambda _choice, _token: None).trouble() == NO_BUTTONS
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


ANSWERS = {"GetCapabilities": ("as", (["actions"],)), "Notify": ("u", (7,))}


@pytest.mark.parametrize("reason", [1, 3, 4])
def test_an_offer_that_nobody_closed_is_no_choice(bus: Bus, bus_address: str, chosen: Chosen, reason: int) -> None:
    """It ran out, was withdrawn, or went for a reason that the service does not tell."""
    service = MadeUp(bus_address, NOTIFICATIONS.name, ANSWERS)
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    notifications.offer("Time for a break", "", LABELS)
    service.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "NotificationClosed", "uu", 7, reason)
    service.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "ActionInvoked", "us", 7, "later")
    assert chosen.get(timeout=DEADLINE_S) == (Choice.LATER, "")
    service.close()


def test_a_button_that_is_not_ours_is_no_choice(bus: Bus, bus_address: str, chosen: Chosen) -> None:
    service = MadeUp(bus_address, NOTIFICATIONS.name, ANSWERS)
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    notifications.offer("Time for a break", "", LABELS)
    for key in ("settings", "skip"):
        service.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "ActionInvoked", "us", 7, key)
    assert chosen.get(timeout=DEADLINE_S) == (Choice.SKIP, "")
    service.close()


def test_a_service_that_comes_after_another_knows_nothing_of_its_offers(
    bus: Bus, bus_address: str, chosen: Chosen
) -> None:
    """It numbers anew: the offer's number is that of another program's notification there."""
    first = MadeUp(bus_address, NOTIFICATIONS.name, ANSWERS)
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    notifications.offer("Time for a break", "", LABELS)
    first.close()
    until(lambda: not bus.has(NOTIFICATIONS.name), "the end of the first")
    second = MadeUp(bus_address, NOTIFICATIONS.name, ANSWERS)
    second.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "NotificationClosed", "uu", 7, 2)
    notifications.withdraw()
    assert second.asked == []
    notifications.offer("Time for a break", "", LABELS)
    assert second.asked[-1][1][1] == 0, "the number of what it takes the place of"
    assert chosen.empty()
    second.close()


@pytest.mark.parametrize(
    ("capabilities", "shown"), [(["body"], "Desk <b>& hips"), (["body", "body-markup"], "Desk &lt;b&gt;&amp; hips")]
)
def test_the_name_of_a_routine_is_no_markup(
    bus: Bus, bus_address: str, chosen: Chosen, capabilities: list[str], shown: str
) -> None:
    service = MadeUp(bus_address, NOTIFICATIONS.name, ANSWERS | {"GetCapabilities": ("as", (capabilities,))})
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    notifications.offer("Time for a break", "Desk <b>& hips", LABELS)
    assert service.asked[-1][1][4] == shown
    service.close()


@pytest.fixture
def slow(bus_address: str) -> Iterator[MadeUp]:
    """Return a service that takes longer over an offer than anybody waits."""
    service = MadeUp(bus_address, NOTIFICATIONS.name, ANSWERS | {"CloseNotification": ("", ())}, slow="Notify")
    yield service
    service.close()


def closed(service: MadeUp) -> list[int]:
    return [body[0] for member, body in service.asked if member == "CloseNotification"]


def test_an_offer_that_is_shown_late_can_still_be_chosen_and_withdrawn(bus: Bus, slow: MadeUp, chosen: Chosen) -> None:
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    with pytest.raises(NoAnswer, match="too long"):
        notifications.offer("Time for a break", "", LABELS)
    slow.answer_late()
    slow.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "ActionInvoked", "us", 7, "later")
    assert chosen.get(timeout=DEADLINE_S) == (Choice.LATER, "")
    notifications.withdraw()
    assert closed(slow) == [7]


def test_an_offer_that_is_shown_after_it_was_withdrawn_is_closed(bus: Bus, slow: MadeUp, chosen: Chosen) -> None:
    notifications = Notifications(bus, lambda choice, token: chosen.put((choice, token)))
    with pytest.raises(NoAnswer, match="too long"):
        notifications.offer("Time for a break", "", LABELS)
    notifications.withdraw()
    assert closed(slow) == []
    slow.answer_late()
    until(lambda: closed(slow) == [7], "the late one to be closed")
    slow.emit(NOTIFICATIONS.path, NOTIFICATIONS.interface, "ActionInvoked", "us", 7, "later")
    bus.has(NOTIFICATIONS.name)  # what the service sent before this answer has been heard
    assert chosen.empty()
