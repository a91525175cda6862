"""`stretchtimer figure`: the picture of an exercise, or of all, as a file."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from stretchtimer.cli.figure_drawing import Look, drawn_figure, drawn_sheet
from stretchtimer.cli.naming import find
from stretchtimer.cli.opening import open_catalog
from stretchtimer.cli.parsing import Parser
from stretchtimer.cli.refusal import Refused
from stretchtimer.cli.writing import offer_output, refuse_existing, write
from stretchtimer.core.catalog.exercise import Exercise, Side
from stretchtimer.core.figure.album import Album
from stretchtimer.core.figure.motion import Motion
from stretchtimer.core.language import _, ngettext
from stretchtimer.core.theme_choice import ThemeChoice
from stretchtimer.storage.catalog import Catalog
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.poses import Poses

FORMATS = ("png", "svg")
SMALLEST, LARGEST, LARGEST_ON_SHEET = 16, 4000, 800
"""The size of a picture in pixels."""
USUAL, USUAL_ON_SHEET = 400, 160
START, END = "start", "end"


def declare(parser: Parser) -> None:
    """Add the options."""
    parser.description = _(
        "Draw an exercise, or all of them on a sheet, as a PNG or an SVG on the ground of\n"
        "the theme. Of a movement it is the far end, with the start in pale colours\n"
        "behind it."
    )
    parser.epilog = _(
        "examples:\n"
        "  stretchtimer figure s1-05-pigeon --side right --output pigeon.svg\n"
        "  stretchtimer figure s3-leg-swings --pose start --output start.png --size 900\n"
        "  stretchtimer figure --all --theme dark --output all.png"
    )
    parser.add_argument("name", nargs="?", metavar=_("NAME"), help=_("the id or the name of an exercise"))
    parser.add_argument("--all", action="store_true", help=_("all exercises on one sheet, yours too"))
    offer_output(parser, _("FILE"), _("the picture to write: FILE.png or FILE.svg"))
    parser.add_argument(
        "--side",
        choices=(Side.LEFT.value, Side.RIGHT.value),
        default=Side.LEFT.value,
        help=_("the stretched hip (default: left)"),
    )
    parser.add_argument(
        "--size",
        type=_size,
        metavar=_("PX"),
        help=_("how wide and high each picture is, in pixels (default: {one}, on a sheet {many})").format(
            one=USUAL, many=USUAL_ON_SHEET
        ),
    )
    parser.add_argument(
        "--theme",
        choices=(ThemeChoice.LIGHT.value, ThemeChoice.DARK.value),
        default=ThemeChoice.LIGHT.value,
        help=_("the colours (default: light)"),
    )
    parser.add_argument(
        "--pose",
        type=_pose,
        metavar=_("N"),
        help=_("one key pose alone: its number from 1, or start or end, where the exercise itself starts and ends"),
    )


def run(options: Namespace, folders: Folders) -> int:
    """Draw, and write the file."""
    if (options.name is None) is not options.all:
        raise Refused(_("either NAME or --all, please; see stretchtimer figure --help"))
    if options.all and options.pose is not None:
        raise Refused(_("--pose is for one exercise, not for --all"))
    if options.all and (options.size or 0) > LARGEST_ON_SHEET:
        raise Refused(_("--size: with --all at most {n} pixels").format(n=LARGEST_ON_SHEET))
    format = _format(options.output)
    refuse_existing(options.output, force=options.force)
    catalog, album = open_catalog(folders), Album(Poses())
    look = Look(
        side=Side(options.side),
        size=options.size or (USUAL_ON_SHEET if options.all else USUAL),
        dark=options.theme == ThemeChoice.DARK.value,
    )
    if options.all:
        picture = drawn_sheet(catalog.exercises.values(), album, format, look)
    else:
        exercise, motion = _drawable(options.name, catalog, album)
        picture = drawn_figure(exercise, motion, format, look, _key(options.pose, motion))
    write(options.output, picture)
    return 0


def _drawable(name: str, catalog: Catalog, album: Album) -> tuple[Exercise, Motion]:
    entry = find(name, catalog)
    if not isinstance(entry, Exercise):
        raise Refused(_("{id} is a routine; stretchtimer handout {id} draws its exercises").format(id=entry.id))
    motion = album.motion(entry)
    if motion is None:
        raise Refused(_("{id} has no picture").format(id=entry.id))
    return entry, motion


def _key(pose: str | int | None, motion: Motion) -> int | None:
    """Return which key pose, counted from 0, is asked for; None for none alone."""
    match pose:
        case None:
            return None
        case "start":
            return len(motion.picture.way_in)
        case "end":
            return motion.key_count - 1
    number = int(pose)
    if number > motion.key_count:
        raise Refused(
            ngettext(
                "--pose: there is only {n} key pose", "--pose: there are only {n} key poses", motion.key_count
            ).format(n=motion.key_count)
        )
    return number - 1


def _format(file: Path) -> str:
    format = file.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise Refused(_("{file}: only .png and .svg can be written").format(file=file))
    return format


def _size(text: str) -> int:
    if text.isascii() and text.isdecimal() and SMALLEST <= int(text) <= LARGEST:
        return int(text)
    raise ArgumentTypeError(
        _("{text} is not a number of pixels from {least} to {most}").format(
            text=repr(text), least=SMALLEST, most=LARGEST
        )
    )


def _pose(text: str) -> str | int:
    if text in (START, END):
        return text
    if text.isascii() and text.isdecimal() and int(text) >= 1:
        return int(text)
    raise ArgumentTypeError(_("{text} is none of start, end, or a number from 1").format(text=repr(text)))
