"""The command line: the program's jobs from a shell. Qt is imported only where a window is asked for.

`stretchtimer exercises` has to answer in less than three times the time that Python needs to start, and `stretchtimer`
alone has to show its window nearly as fast as Qt can. So what is on their way imports next to nothing, and argparse,
which alone costs as much as all the rest of it, only where there is more to parse.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from stretchtimer.cli.printing import note
from stretchtimer.cli.refusal import TROUBLE, Refused

TYPE_CHECKING = False  # importing typing would cost a tenth of the time that there is
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Do what ``argv`` (None: the arguments of this process) asks for, and return the exit code.

    0 is success; 1 a system or a history that does not let us, or mistakes that `check` found; 2 a mistake in what was
    asked for, which one line on standard error names: nothing was written then.
    """
    for stream in (sys.stdout, sys.stderr):
        # What the locale cannot spell becomes a question mark, not an error.
        with suppress(AttributeError):  # a stream that somebody put in the place of the real one
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        code = _run(sys.argv[1:] if argv is None else list(argv))
        if sys.stdout is not None:  # as in a Python of Windows without a console
            sys.stdout.flush()
    except Refused as refusal:
        code = _complain(str(refusal), refusal.code)
    except BrokenPipeError:
        # The reader (head, say) has seen enough. What is still in the buffer must not raise again at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = TROUBLE
    except OSError as error:
        code = _complain(str(error), TROUBLE)
    except KeyboardInterrupt:
        code = 130  # as a shell counts a process that Ctrl-C ended
    return code


def _run(arguments: list[str]) -> int:
    match arguments:
        case ["--data-dir", folder, *rest]:
            data_dir: str | None = folder
        case rest:
            data_dir = None
    match rest:
        case [] | ["--hidden"]:
            # The window is painted before the settings are read, and speaks its language by itself.
            from stretchtimer.cli.places import folders_in  # noqa: PLC0415
            from stretchtimer.cli.window_opening import open_window  # noqa: PLC0415

            return open_window(folders_in(data_dir), hidden=bool(rest))
        case [("exercises" | "routines") as name, *flags] if flags in ([], ["--json"]):
            from stretchtimer.cli.listings import print_listing  # noqa: PLC0415

            return print_listing(name, data_dir=data_dir, as_json=bool(flags))
    from stretchtimer.cli.dispatch import run_command  # noqa: PLC0415 - imports argparse

    return run_command(arguments)


def _complain(message: str, code: int) -> int:
    with suppress(OSError):  # a terminal that went away reads nothing
        note(message)
    return code
