"""Answers what later starts and the commands of the shell ask of the running program."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import msgspec

from stretchtimer.app.reminding import Reminding
from stretchtimer.clock import Clock
from stretchtimer.core.reminders.reminder_values import Standing
from stretchtimer.core.reminders.reminder_words import no_routine_text
from stretchtimer.core.reminders.standing_words import standing_words
from stretchtimer.core.requests import Answer, BeginBreak, Pause, Report, Request, Resume, Snooze, Start


class Answering:
    """Takes a line of JSON, does what it asks for and returns a line of JSON."""

    def __init__(self, reminding: Reminding, clock: Clock, start: Callable[[str], None]) -> None:
        self._reminding, self._clock, self._start = reminding, clock, start

    def __call__(self, line: str) -> str:
        """Answer ``line``; one that is no request is answered as one that was not carried out."""
        done, reason = False, ""
        with suppress(msgspec.DecodeError):
            request: Request = msgspec.json.decode(line, type=Request)
            done = self._do(request)
            if isinstance(request, BeginBreak) and not done:
                reason = no_routine_text()
        return msgspec.json.encode(Answer(done=done, report=self._report(), reason=reason)).decode()

    def _do(self, request: Request) -> bool:
        """Carry out ``request``; return whether it came to what was asked for."""
        reminding = self._reminding
        match request:
            case Start(name=name, token=token):
                if token:
                    # By this Wayland knows that the person asked for the window; Qt reads it from here.
                    os.environ["XDG_ACTIVATION_TOKEN"] = token
                self._start(name)
            case BeginBreak():
                return reminding.start_break()
            case Snooze(minutes=minutes):
                reminding.snooze(minutes)
                return reminding.view.standing is Standing.SNOOZED
            case Pause(minutes=None):
                reminding.pause_until_tomorrow()
                return reminding.view.standing is Standing.PAUSED
            case Pause(minutes=float(minutes)):
                reminding.pause_for(minutes)
                return reminding.view.standing is Standing.PAUSED
            case Resume():
                reminding.resume()
                return reminding.view.standing is not Standing.OFF
        return True

    def _report(self) -> Report:
        view, now_s = self._reminding.view, self._clock.now().wall_s
        return Report(
            standing=view.standing,
            words=standing_words(view, now_s, self._local),
            due_in_s=view.due_in_s,
            due_at=None if view.due_in_s is None else self._local(view.due_since_s or now_s + view.due_in_s),
            due_since=self._optional(view.due_since_s),
            paused_until=self._optional(view.paused_until_s),
            waits_for=view.waits_for,
            skipped=view.skipped,
        )

    def _optional(self, wall_s: float | None) -> datetime | None:
        return None if wall_s is None else self._local(wall_s)

    def _local(self, wall_s: float) -> datetime:
        return self._clock.moment(wall_s).local
