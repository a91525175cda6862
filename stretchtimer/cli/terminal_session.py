"""Puts together the parts of a session in the terminal: what is the window's `stretchtimer.app.program` there."""

from __future__ import annotations

import sys
import uuid
from argparse import Namespace
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from stretchtimer.app.cautioning import extra_set, pressing
from stretchtimer.app.keeping import open_history
from stretchtimer.cli.opening import open_settings
from stretchtimer.cli.printing import note
from stretchtimer.cli.refusal import TROUBLE, Refused
from stretchtimer.clock import SystemClock, present
from stretchtimer.conductor import Conductor
from stretchtimer.core import language
from stretchtimer.core.advice.advice import lock_sessions
from stretchtimer.core.advice.putting_away import with_put_away
from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.catalog.routine import Routine
from stretchtimer.core.language import _
from stretchtimer.core.preferences import Settings
from stretchtimer.core.records import Ending
from stretchtimer.core.session.timeline import Timeline, compile_routine, next_first_side
from stretchtimer.desktop.inhibit import ScreenAwake
from stretchtimer.desktop.media import PausedMedia
from stretchtimer.desktop.sound import DeviceSound, SilentSound, Sound
from stretchtimer.desktop.speech import SilentVoice, SystemVoice
from stretchtimer.storage.folders import Folders, assets_dir
from stretchtimer.storage.history import History
from stretchtimer.storage.settings import SettingsFile
from stretchtimer.terminal.cautioning import caution_person
from stretchtimer.terminal.keyboard import Keyboard, open_keyboard
from stretchtimer.terminal.performing import perform
from stretchtimer.terminal.screen import Screen
from stretchtimer.terminal.screening import screen_person
from stretchtimer.terminal.words import opening_lines

LAST_CUE_S = 3.0
"""How long the last tone and the last words may take; they are played by threads that end with the program."""


def perform_here(routine: Routine, exercises: Mapping[str, Exercise], options: Namespace, folders: Folders) -> None:
    """Perform ``routine`` in this terminal, as ``options`` (those of `stretchtimer start`) want it."""
    screen = Screen.of(sys.stdout)
    history, notice = open_history(Path(folders.database), SystemClock())
    if notice:
        note(notice)
    with closing(history), open_keyboard() as keyboard:
        settings = _cautioned(open_settings(folders), history, folders, keyboard, screen)
        if settings is not None:
            settings = _screened(settings, folders, keyboard, screen)
        if settings is None:
            return
        first_side = Side(options.side) if options.side else next_first_side(history.last_first_side())
        extra = extra_set(history, settings.advising)
        timeline = compile_routine(routine, exercises, settings.pacing, first_side, extra)
        waits_for_clearance = settings.safety.waits_for_clearance
        for line in opening_lines(timeline, keys=keyboard.present, waits_for_clearance=waits_for_clearance):
            screen.line(line)
        _perform(timeline, _wanted(settings, options, keyboard), history, keyboard, screen)


def _cautioned(
    settings: Settings, history: History, folders: Folders, keyboard: Keyboard, screen: Screen
) -> Settings | None:
    """Have the warnings that lock sessions confirmed; None if the person left. Raises Refused where nobody can."""
    warnings = pressing(history, settings.advising, present(SystemClock()))
    if not lock_sessions(warnings):
        return settings
    if not caution_person(keyboard, screen, warnings):
        if not keyboard.present:
            raise Refused(_("there is no session before this is confirmed, in the window or at a terminal"), TROUBLE)
        return None
    confirmed = replace(settings.advising, put_away=with_put_away(settings.advising.put_away, warnings))
    return _kept(replace(settings, advising=confirmed), folders)


def _screened(settings: Settings, folders: Folders, keyboard: Keyboard, screen: Screen) -> Settings | None:
    """Ask about safety unless that was done before; None if the person left instead of answering."""
    if settings.safety.screened:
        return settings
    safety = screen_person(keyboard, screen, settings.safety)
    if safety is None:
        return None
    answered = replace(settings, safety=safety)
    return answered if answered == settings else _kept(answered, folders)


def _kept(settings: Settings, folders: Folders) -> Settings:
    """Keep ``settings`` and return them; they hold for this session even if they cannot be kept."""
    try:
        SettingsFile(folders.settings).save(settings)
    except OSError as error:
        note(_("The settings could not be saved: {reason}").format(reason=error.strerror or error))
    return settings


def _wanted(settings: Settings, options: Namespace, keyboard: Keyboard) -> Settings:
    """Return ``settings`` as they hold for this session."""
    cues = replace(
        settings.cues,
        sound=settings.cues.sound and not options.no_sound,
        voice=settings.cues.voice and not options.no_voice,
    )
    by_key = settings.pacing.repetitions_by_key and keyboard.present
    return replace(settings, cues=cues, pacing=replace(settings.pacing, repetitions_by_key=by_key))


def _perform(timeline: Timeline, settings: Settings, history: History, keyboard: Keyboard, screen: Screen) -> None:
    cues = settings.cues
    sound: Sound = SilentSound()
    if cues.sound:
        sound = device = DeviceSound(Path(assets_dir()) / "sounds")
        device.use_device(cues.sound_device)
    voice = SystemVoice() if cues.voice else SilentVoice()
    with closing(voice), closing(PausedMedia()) as media:
        voice.configure(cues.voice_rate, cues.voice_volume, language.code())
        conductor = Conductor(
            timeline,
            clock=SystemClock(),
            new_id=lambda: str(uuid.uuid4()),
            sound=sound,
            voice=voice,
            awake=ScreenAwake(),
            media=media,
            recorder=history,
            cues=cues,
            repetitions_by_key=settings.pacing.repetitions_by_key,
        )
        ending = perform(conductor, keyboard, screen)
        if ending is not Ending.STOPPED and (cues.sound or cues.voice):
            keyboard.wait(LAST_CUE_S)
    for trouble in filter(None, (sound.trouble, voice.trouble)):
        note(trouble)
