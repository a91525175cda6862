"""The window, its pages and the session, and the wires between them and the parts of `stretchtimer.app.parts`.

Many imports stand inside functions: what the first paint does not need is loaded after it, or when a person first turns
to it. tests/benchmarks/test_startup.py measures what that gains.
"""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from stretchtimer.app.parts import Parts, new_id
from stretchtimer.core import language
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.translations import load as load_translations
from stretchtimer.ui.page_column import PageName
from stretchtimer.ui.theme import Theme
from stretchtimer.ui.window import Window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from stretchtimer.app.answering import Answering
    from stretchtimer.app.desk import Desk
    from stretchtimer.app.performing import Performer
    from stretchtimer.app.stretching import Stretching
    from stretchtimer.conductor import Conductor
    from stretchtimer.core.preferences import Settings
    from stretchtimer.core.reminders.reminder_values import Obstacle
    from stretchtimer.core.session.timeline import Timeline


THEME, LANGUAGE = "window/theme", "window/language"


def _last_theme(window_file: QSettings) -> ThemeChoice:
    try:
        return ThemeChoice(str(window_file.value(THEME, "")))
    except ValueError:
        return ThemeChoice.SYSTEM


class Program(QObject):
    """Makes what is painted first at once, and the rest when it is first needed."""

    ended = Signal()
    """The person, or the desktop, wants the program to end."""

    def __init__(self, application: QApplication, folders: Folders) -> None:
        super().__init__(application)
        self.parts = Parts(folders, self)
        # What the first paint needs stands in a file of Qt's own: reading the settings takes as long as painting.
        self._window_file = QSettings(str(Path(folders.config) / "window.ini"), QSettings.Format.IniFormat)
        language.use(load_translations(str(self._window_file.value(LANGUAGE, "")), self.parts.assets / "translations"))
        self._theme = Theme(application, _last_theme(self._window_file))
        self.window = Window(
            {
                PageName.STRETCH: lambda: self._stretching.page,
                PageName.SELF_TEST: self._selftest_page,
                PageName.PROGRESS: self._progress_page,
                PageName.SETTINGS: self._settings_page,
            },
            self._window_file,
        )

    def finish_starting(self, start: str = "", *, hidden: bool = False) -> None:
        """After the first paint: load the rest, show the stretches, do what the program was started for.

        ``hidden``, there was no paint, and what is for the window alone waits for one: in the tray memory counts.
        """
        sys.excepthook = self._report
        self._use(self.parts.preferences.settings)
        self._theme.follow_system()
        self.parts.preferences.troubled.connect(self.window.set_notice)
        self.parts.preferences.changed.connect(self._use)
        if hidden:
            self.window.painted.connect(self._furnish)
        else:
            self._furnish()
        notice = self.parts.open_history()
        problems = (str(problem) for problem in self.parts.preferences.problems)
        if words := "\n".join(filter(None, (notice, *problems))):
            self.window.set_notice(words)
        self.parts.library.watch()
        if not hidden:
            self._stretching.refresh()
        self.window.page_shown.connect(self._refresh)
        self.window.closing.connect(self._stop_session)
        self._desk.reminding.break_accepted.connect(self._have_break)
        self._desk.reminding.left.connect(self._leave_session)
        self._desk.ended.connect(self.ended)
        if start:
            self.ask(start)

    def _furnish(self) -> None:
        """Show the first page in the window."""
        QApplication.setWindowIcon(QIcon(str(self.parts.assets / "icons" / "stretchtimer.svg")))
        self.window.add_keys()
        self.window.show_page(PageName.STRETCH)
        if not (self.parts.preferences.settings.safety.welcomed or self.window.taken_over):
            self._welcome()

    def ask(self, start: str) -> None:
        """Come forward, with the routine or exercise of the id ``start`` ready if there is one.

        A session that is under way goes on: nobody on the floor wants another one instead.
        """
        self.window.come_forward()
        if self._under_way:
            return
        routine = self._stretching.find(start)
        if routine is not None:
            self._stretching.page.select(routine.id)
            self._prepare(self._stretching.compile(routine), at_once=False)

    def answering(self) -> Answering:
        """Return what answers later starts and the commands of the shell."""
        return self._desk.answering(self.ask)

    def stay_hidden(self) -> None:
        """Remind without a window."""
        self._desk.stay_hidden()

    def quit(self) -> None:
        """Keep what has to be kept, and end."""
        self._desk.quit()

    def close(self) -> None:
        """Let everything go."""
        for name in ("_adjusting", "_desk"):
            if name in self.__dict__:
                self.__dict__[name].close()
        self.parts.close()

    # Parts that are made when they are first needed

    @cached_property
    def _desk(self) -> Desk:
        from stretchtimer.app.break_making import Breaks  # noqa: PLC0415
        from stretchtimer.app.desk import Desk  # noqa: PLC0415

        parts = self.parts
        breaks = Breaks(parts.library, parts.preferences, parts.history, parts.clock, lambda: self._in_the_way)
        kept = Path(parts.folders.data) / "reminder.json"
        return Desk(self.window, parts.preferences, parts.clock, breaks, self._window_file, kept, self)

    @cached_property
    def _performer(self) -> Performer:
        from stretchtimer.app.compacting import Compacting  # noqa: PLC0415
        from stretchtimer.app.performing import Performer  # noqa: PLC0415
        from stretchtimer.ui.session.compact_view import CompactView, keeps_on_top  # noqa: PLC0415
        from stretchtimer.ui.session.session_page import SessionPage  # noqa: PLC0415

        def compact_view() -> CompactView:
            return CompactView(self._theme, self.parts.album, self._window_file, on_top=keeps_on_top())

        page, compacting = SessionPage(self._theme, self.parts.album), Compacting(self.window, compact_view, self)
        performer = Performer(self.window, page, compacting, self._conduct, self)
        performer.ended.connect(self._stretching.refresh)
        performer.began.connect(self._desk.reminding.begun)
        performer.ended.connect(self._desk.reminding.rested)
        return performer

    def _conduct(self, timeline: Timeline) -> Conductor:
        from stretchtimer.conductor import Conductor  # noqa: PLC0415
        from stretchtimer.desktop.inhibit import ScreenAwake  # noqa: PLC0415

        self._desk.reminding.attend()
        settings, hearing = self.parts.preferences.settings, self.parts.hearing
        self._performer.animate(settings.figure_moves)
        hearing.tune()
        return Conductor(
            timeline,
            clock=self.parts.clock,
            new_id=new_id,
            sound=hearing.sound,
            voice=hearing.voice,
            awake=ScreenAwake(),
            media=hearing.media,
            recorder=self.parts.history,
            cues=settings.cues,
            repetitions_by_key=settings.pacing.repetitions_by_key,
        )

    # Pages, each made when it is first shown

    @cached_property
    def _stretching(self) -> Stretching:
        from stretchtimer.app.handing_out import HandingOut  # noqa: PLC0415
        from stretchtimer.app.stretching import Stretching  # noqa: PLC0415
        from stretchtimer.ui.stretch.stretch_page import StretchPage  # noqa: PLC0415

        parts, page = self.parts, StretchPage(self._theme, self.parts.album)
        stretching = Stretching(page, parts.library, parts.preferences, lambda: parts.opened_history, parts.clock, self)
        stretching.ready.connect(self._prepare)
        page.self_test_requested.connect(self._begin_test)
        page.clearance_confirmed.connect(lambda: parts.preferences.answer_safety(cleared=True))
        handing_out = HandingOut(page, parts.library, parts.preferences, parts.album, self.window.set_notice)
        page.handout_requested.connect(handing_out.ask)
        return stretching

    def _selftest_page(self) -> QWidget:
        from stretchtimer.app.testing import Testing  # noqa: PLC0415
        from stretchtimer.ui.selftest.selftest_page import SelfTestPage  # noqa: PLC0415

        parts, page = self.parts, SelfTestPage(self._theme, self.parts.album)
        photographs = Path(parts.folders.database).parent / "photographs"
        self._testing = Testing(page, parts.history, parts.preferences, parts.clock, new_id, photographs, self)
        self._testing.changed.connect(self._stretching.refresh)
        page.say.connect(parts.hearing.say)
        return page

    def _progress_page(self) -> QWidget:
        from stretchtimer.app.charting import Charting  # noqa: PLC0415
        from stretchtimer.app.reporting import Reporting  # noqa: PLC0415
        from stretchtimer.ui.progress.progress_page import ProgressPage  # noqa: PLC0415

        parts, page = self.parts, ProgressPage(self._theme)
        self._charting = Charting(page, parts.history, parts.preferences, parts.clock, self._routine_names, self)
        page.test_requested.connect(self._begin_test)
        page.edit_requested.connect(self._edit_test)
        reporting = Reporting(page, parts.history, parts.clock, self._exercise_names, self.window.set_notice)
        page.report_requested.connect(reporting.ask)
        return page

    def _settings_page(self) -> QWidget:
        from stretchtimer.app.adjusting import Adjusting  # noqa: PLC0415
        from stretchtimer.ui.settings.settings_page import SettingsPage  # noqa: PLC0415

        parts, page = self.parts, SettingsPage()
        self._adjusting = Adjusting(
            page,
            parts.preferences,
            parts.hearing,
            self._desk.reminding,
            parts.at_login,
            parts.clock,
            parts.folders,
            self,
        )
        page.screening_requested.connect(self._screen)
        return page

    def _refresh(self, name: PageName) -> None:
        """Bring the page ``name`` up to date as the person turns to it."""
        match name:
            case PageName.STRETCH:
                self._stretching.refresh()
            case PageName.SELF_TEST:
                self._testing.refresh()
            case PageName.PROGRESS:
                self._charting.refresh()
            case PageName.SETTINGS:
                self._adjusting.refresh()

    def _routine_names(self) -> dict[str, str]:
        return {each.id: language._(each.name) for each in self.parts.library.catalog.routines.values()}

    def _exercise_names(self) -> dict[str, str]:
        return {each.id: each.name for each in self.parts.library.catalog.exercises.values()}

    # What the person does

    def _use(self, settings: Settings) -> None:
        """Look as ``settings`` say, at the next start from the first paint on."""
        self._theme.choose(settings.theme)
        self._window_file.setValue(THEME, settings.theme.value)
        self._window_file.setValue(LANGUAGE, settings.language)

    def _welcome(self) -> None:
        from stretchtimer.ui.welcome_page import WelcomePage  # noqa: PLC0415

        page = WelcomePage()
        page.test_chosen.connect(lambda: self._leave_welcome(remind=page.wants_reminders))
        page.test_chosen.connect(self._begin_test)
        page.stretches_chosen.connect(lambda: self._leave_welcome(remind=page.wants_reminders))
        self.window.take_over(page)

    def _leave_welcome(self, *, remind: bool) -> None:
        self.parts.preferences.answer_safety(welcomed=True)
        if remind:
            self.parts.preferences.turn_on_reminders()
        self.window.give_back()

    def _begin_test(self) -> None:
        self.window.show_page(PageName.SELF_TEST)
        self._testing.page.begin()

    def _edit_test(self, test_id: str) -> None:
        self.window.show_page(PageName.SELF_TEST)
        self._testing.page.edit(test_id)

    def _prepare(self, timeline: Timeline, *, at_once: bool = True) -> None:
        """Put ``timeline`` on the window and, if the person pressed Start for it, begin; ask about safety first.

        Where a warning locks sessions, it is shown instead. Nothing begins by itself once it was confirmed.
        """
        if self._stretching.locked:
            self._stretching.refresh()
            self._stretching.page.ask_about_warnings()
        elif self.parts.preferences.settings.safety.screened:
            self._performer.prepare(timeline)
            if at_once:
                from stretchtimer.core.session.session import Command  # noqa: PLC0415

                self._performer.command(Command.START)
        else:
            self._screen().accepted.connect(lambda: self._prepare(timeline, at_once=at_once))

    def _screen(self) -> QDialog:
        from PySide6.QtCore import Qt  # noqa: PLC0415

        from stretchtimer.ui.screening_dialog import ScreeningDialog  # noqa: PLC0415

        dialog = ScreeningDialog(self.parts.preferences.settings.safety, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.parts.preferences.set_safety(dialog.answer))
        dialog.open()
        return dialog

    def _have_break(self, timeline: Timeline) -> None:
        """Have the break ``timeline`` ready to start, on the screen where the person works."""
        from stretchtimer.app.screen_of_work import bring_to, screen_of_work  # noqa: PLC0415

        if not self._under_way:
            bring_to(self.window, screen_of_work())
            self._stretching.page.select(timeline.routine)
            self._prepare(timeline, at_once=False)
        self.window.come_forward()

    @property
    def _under_way(self) -> bool:
        """Whether a session was begun and is not over."""
        return "_performer" in self.__dict__ and self._performer.under_way

    @property
    def _in_the_way(self) -> Obstacle | None:
        """What the person is at now, that the offer of a break would disturb."""
        from stretchtimer.core.reminders.reminder_values import Obstacle  # noqa: PLC0415

        if "_performer" in self.__dict__ and self._performer.occupies:
            return Obstacle.SESSION
        return Obstacle.SELF_TEST if "_testing" in self.__dict__ and self._testing.occupies else None

    def _leave_session(self) -> None:
        if "_performer" in self.__dict__:
            self._performer.leave()

    def _stop_session(self) -> None:
        if "_performer" in self.__dict__:
            self._performer.stop()

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say in the window that the history could not be read or written; anything else is a fault of the program."""
        from stretchtimer.storage.database import StorageTrouble  # noqa: PLC0415

        if isinstance(error, StorageTrouble):
            self.window.set_notice(str(error))
        else:
            sys.__excepthook__(kind, error, trace)
