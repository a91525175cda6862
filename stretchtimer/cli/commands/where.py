"""`stretchtimer where`: the folders in use."""

from __future__ import annotations

from argparse import Namespace

from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.printing import print_json, print_table
from stretchtimer.core.language import _
from stretchtimer.storage.folders import Folders, assets_dir


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _("Name the folders and files in use. They are made when they are first needed.")
    parser.epilog = _(
        "--json prints {data, config, cache, assets, history, settings}: absolute paths.\n"
        "Your own exercises and routines go into the folders exercises and routines in\n"
        "the data folder."
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(options: Namespace, folders: Folders) -> int:
    """Print the places."""
    places = {
        "data": folders.data,
        "config": folders.config,
        "cache": folders.cache,
        "assets": assets_dir(),
        "history": folders.database,
        "settings": folders.settings,
    }
    if options.json:
        print_json(places)
        return 0
    words = {
        "data": _("your data"),
        "config": _("your settings"),
        "cache": _("what can be deleted at any time"),
        "assets": _("the program's own exercises and routines"),
        "history": _("the history"),
        "settings": _("the file of the settings"),
    }
    print_table([[_("FOLDER OR FILE"), _("PATH")], *([words[name], path] for name, path in places.items())])
    return 0
