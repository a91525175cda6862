"""`stretchtimer start NAME`: a session in the window, or in the terminal."""

from __future__ import annotations

from argparse import Namespace

from stretchtimer.cli.naming import find_session
from stretchtimer.cli.opening import open_catalog
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.refusal import Refused
from stretchtimer.cli.window_opening import open_window
from stretchtimer.core.catalog.exercise import Side
from stretchtimer.core.language import _
from stretchtimer.storage.folders import Folders


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Open the window with a session ready, in the running program if there is one.\n"
        "With --terminal, perform it here: a line for each phase, and a countdown where\n"
        "the output is a terminal (pipe it through cat for a screen reader). Without a\n"
        "keyboard, in a pipe, it begins at once."
    )
    parser.epilog = _(
        "keys in the terminal:\n"
        "  Space, Enter        begin, pause, go on\n"
        "  Right, Page Down    skip this phase\n"
        "  Left, Page Up       begin it again; twice: go to the one before\n"
        "  +                   15 seconds more\n"
        "  H                   it hurts: stop the clock\n"
        "  Escape, Ctrl-C      end; what was held is kept"
    )
    parser.add_argument("name", metavar=_("NAME"), help=_("the id or the name of a routine or an exercise"))
    parser.add_argument("--terminal", action="store_true", help=_("perform it in this terminal, without a window"))
    terminal = parser.add_argument_group(_("with --terminal"))
    terminal.add_argument(
        "--side",
        choices=(Side.LEFT.value, Side.RIGHT.value),
        help=_("the hip that begins (default: the one that did not begin the last session)"),
    )
    terminal.add_argument("--no-sound", action="store_true", help=_("without tones"))
    terminal.add_argument("--no-voice", action="store_true", help=_("without the voice"))


def run(options: Namespace, folders: Folders) -> int:
    """Begin the session."""
    catalog = open_catalog(folders)
    routine = find_session(options.name, catalog)
    if options.terminal:
        from stretchtimer.cli.terminal_session import perform_here  # noqa: PLC0415 - the window needs none of it

        perform_here(routine, catalog.exercises, options, folders)
        return 0
    if options.side or options.no_sound or options.no_voice:
        raise Refused(_("--side, --no-sound and --no-voice belong to --terminal; the window has them as settings"))
    return open_window(folders, start=routine.id)
