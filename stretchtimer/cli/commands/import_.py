"""`stretchtimer import`: adds an exported history to this one."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from stretchtimer.cli.opening import empty_history, history_to_write
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.refusal import Refused
from stretchtimer.core.language import _, ngettext
from stretchtimer.storage.exchange import BadExchange, import_json
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.history import Added, History
from stretchtimer.storage.spreadsheet import import_csv

STDIN = "-"


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Add to your history what export wrote: a JSON file, or a folder with CSV files.\n"
        "What is there already is left as it is, so importing twice does no harm."
    )
    parser.add_argument("source", metavar=_("FILE|FOLDER"), help=_("a JSON file (-: the input), or a folder"))


def run(options: Namespace, folders: Folders) -> int:
    """Add what is new and say how much that was."""
    bring = _bringing(options.source)
    try:
        # On trial first: a mistake in it must not leave so much as an empty history behind.
        with closing(empty_history()) as trial:
            bring(trial)
    except BadExchange as error:
        raise Refused(_("{source}: {mistake}").format(source=options.source, mistake=error)) from error
    except OSError as error:
        raise _unreadable(options.source, error) from error
    with history_to_write(folders) as history:
        added = bring(history)
    for line in _report(added):
        print(line)
    return 0


def _bringing(source: str) -> Callable[[History], Added]:
    """Return what brings ``source`` into a history. Raises Refused if it cannot be read."""
    path = Path(source)
    if source != STDIN and path.is_dir():
        return partial(import_csv, folder=path)
    try:
        data = sys.stdin.buffer.read() if source == STDIN else path.read_bytes()
    except OSError as error:
        raise _unreadable(source, error) from error
    return partial(import_json, data=data)


def _unreadable(source: str, error: OSError) -> Refused:
    return Refused(_("{source} cannot be read: {reason}").format(source=source, reason=error.strerror or error))


def _report(added: Added) -> list[str]:
    lines = [
        ngettext("Added {n} session.", "Added {n} sessions.", added.sessions).format(n=added.sessions),
        ngettext("Added {n} hold.", "Added {n} holds.", added.holds).format(n=added.holds),
        ngettext("Added {n} pain.", "Added {n} pains.", added.pains).format(n=added.pains),
        ngettext("Added {n} self-test.", "Added {n} self-tests.", added.self_tests).format(n=added.self_tests),
        ngettext("Added {n} correction.", "Added {n} corrections.", added.revisions).format(n=added.revisions),
    ]
    return lines if any(getattr(added, name) for name in added.__struct_fields__) else [_("Nothing in it was new.")]
