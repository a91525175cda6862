"""From a command line to the module that carries it out.

Each command is a module that is imported when the command is asked for: ``declare(parser)`` adds its options to a
parser, ``run(options, folders)`` carries it out and returns the exit code.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

from stretchtimer.cli.parsing import Parser, whole_parser
from stretchtimer.cli.places import folders_in
from stretchtimer.cli.refusal import Refused
from stretchtimer.core import language
from stretchtimer.core.language import _, mark
from stretchtimer.storage.folders import Folders, assets_dir
from stretchtimer.storage.settings import SettingsFile
from stretchtimer.storage.translations import load as load_translations

COMMANDS = {
    "exercises": ("listings", mark("list the exercises")),
    "routines": ("listings", mark("list the routines")),
    "show": ("show", mark("show all that is known of an exercise or a routine")),
    "plan": ("plan", mark("show what a session would be, phase by phase")),
    "start": ("start", mark("begin a session, in the window or in the terminal")),
    "remind": ("remind", mark("ask the reminder how it stands, snooze it or pause it")),
    "test": ("test", mark("record a self-test")),
    "history": ("history", mark("list what was done")),
    "progress": ("progress", mark("show each hip's weekly minutes and test results")),
    "figure": ("figure", mark("draw an exercise, or all, as PNG or SVG")),
    "handout": ("handout", mark("write a routine on one page as a PDF, for the wall")),
    "report": ("report", mark("write a report for a physiotherapist as a PDF")),
    "export": ("export", mark("write the whole history to a file")),
    "import": ("import_", mark("add the history in a file to yours")),
    "check": ("check", mark("look for mistakes in exercise and routine files")),
    "where": ("where", mark("name the folders in use")),
}
"""The module of each command, and what it does in a few words."""
WINDOW = ("window", "")


def run_command(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` ask for and return the exit code. Raises Refused for a mistake in them."""
    try:
        options = whole_parser({name: _(summary) for name, (_module, summary) in COMMANDS.items()}).parse_args(
            arguments
        )
        name, *rest = options.command or ("",)
        if name and name not in COMMANDS:
            raise Refused(_unknown(name))
        if name and options.hidden:
            raise Refused(_("--hidden belongs to the window alone, not to a command"))
        folders = folders_in(options.data_dir)
        _speak(folders)
        module = import_module(f"stretchtimer.cli.commands.{COMMANDS.get(name, WINDOW)[0]}")
        parser = Parser(f"stretchtimer {name}")
        parser.set_defaults(command=name, data_dir=options.data_dir)
        module.declare(parser)
        code: int = module.run(parser.parse_args(rest), folders)
    except SystemExit as done:  # argparse has printed a help or the version
        code = int(done.code or 0)
    return code


def _speak(folders: Folders) -> None:
    """Speak the language that the settings name."""
    settings, _problems = SettingsFile(folders.settings).load()
    language.use(load_translations(settings.language, Path(assets_dir()) / "translations"))


def _unknown(name: str) -> str:
    near = get_close_matches(name, COMMANDS)
    if near:
        return _("there is no command {name}; perhaps {near}?").format(name=name, near=", ".join(near))
    return _("there is no command {name}; see stretchtimer --help").format(name=name)
