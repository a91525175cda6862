"""Parsers of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import NoReturn

from stretchtimer import __version__
from stretchtimer.cli.refusal import Refused
from stretchtimer.core.language import _


class Parser(argparse.ArgumentParser):
    """A parser that answers a mistake with one line, and takes no abbreviations: a new option would break them."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog=prog, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line for ``message``."""
        raise Refused(_("{message}; see {name} --help").format(message=message, name=self.prog))

    def offer_json(self) -> None:
        """Add the option to print JSON."""
        self.add_argument("--json", action="store_true", help=_("print JSON"))


def whole_parser(commands: Mapping[str, str]) -> Parser:
    """Return the parser of what stands before a command; the command and what follows it are left in ``command``.

    ``commands`` says of each what it does.
    """
    parser = Parser("stretchtimer")
    parser.usage = _("stretchtimer [--data-dir DIR] [--hidden | COMMAND ...]")
    parser.description = _(
        "Guided hip-flexor stretches, a self-test for each hip, and a chart of both.\nWithout a command: the window."
    )
    listed = "\n".join(f"  {name:<12}{summary}" for name, summary in commands.items())
    parser.epilog = _("commands:\n{commands}\n\n{examples}").format(commands=listed, examples=_examples())
    parser.add_argument("--data-dir", metavar=_("DIR"), help=_("keep everything in this folder, not in your own"))
    parser.add_argument("--hidden", action="store_true", help=_("without a window, to remind from the tray"))
    parser.add_argument("--version", action="version", version=f"Stretch Timer {__version__}")
    command = parser.add_argument("command", nargs=argparse.PARSER, help=argparse.SUPPRESS)
    command.required = False
    return parser


def _examples() -> str:
    return _(
        "examples:\n"
        "  stretchtimer                              open the window\n"
        "  stretchtimer start desk-break             open it with the desk break ready\n"
        "  stretchtimer start desk-break --terminal  do it here, without a window\n"
        "  stretchtimer plan desk-break              what would happen, second by second\n"
        "  stretchtimer test add --left passed --right lifted\n"
        "  stretchtimer progress --json\n"
        "  stretchtimer COMMAND --help               more, with the keys of its JSON"
    )
