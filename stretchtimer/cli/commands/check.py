"""`stretchtimer check [FILE...]`: the mistakes in exercise and routine files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from stretchtimer.cli.opening import open_catalog
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.printing import one_line, print_json
from stretchtimer.cli.refusal import Refused
from stretchtimer.core.language import _, ngettext
from stretchtimer.storage.catalog import check_file
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.problem import Problem

MISTAKES = 1
"""The exit code if there are any."""


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Look for mistakes in exercise and routine files: each with its place, what was\n"
        "expected there and what stood there. The exit code is 1 if there are any."
    )
    parser.epilog = _("--json prints {files, problems: [{file, place, expected, found}]}.")
    parser.add_argument("files", nargs="*", metavar=_("FILE"), help=_("a TOML file (default: all that are in use)"))
    parser.offer_json()


def run(options: Namespace, folders: Folders) -> int:
    """Check the files and print what is wrong with them."""
    missing = [file for file in options.files if not Path(file).exists()]
    if missing:
        raise Refused(_("there is no file {file}").format(file=missing[0]))
    catalog = open_catalog(folders)
    if options.files:
        problems = [problem for file in options.files for problem in check_file(Path(file), catalog)]
        count = len(options.files)
    else:
        problems = list(catalog.problems)
        wrong = {problem.file for problem in problems}
        count = len({*catalog.exercise_files.values(), *catalog.routine_files.values(), *wrong})
    if options.json:
        print_json({"files": count, "problems": [_as_json(problem) for problem in problems]})
    else:
        _print_problems(problems, count)
    return MISTAKES if problems else 0


def _print_problems(problems: list[Problem], count: int) -> None:
    for problem in problems:
        print(one_line(str(problem)))
    if not problems:
        print(ngettext("No mistake in {n} file.", "No mistake in {n} files.", count).format(n=count))


def _as_json(problem: Problem) -> dict[str, str]:
    return {
        "file": str(problem.file),
        "place": problem.place,
        "expected": problem.expected,
        "found": problem.found,
    }
