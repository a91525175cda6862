"""The walls of the house: what each room may import, and what no file may hold."""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "stretchtimer"
LONGEST_FILE = 400

# What each room may import: of the program itself (a room may always import from itself), and of other people's code.
ROOMS = {
    "core": set(),
    "storage": {"core"},
    "ui": {"core"},
    "desktop": {"core"},
    "clock": {"core"},
    "conductor": {"core", "clock"},
    "terminal": {"core", "conductor", "clock", "desktop", "storage"},
    "cli": {"core", "clock", "conductor", "desktop", "storage", "terminal", "app"},
    "app": {"core", "clock", "conductor", "desktop", "storage", "ui"},
    "__main__": {"cli"},
    "__init__": set(),
}
LIBRARIES = {
    "core": {"msgspec"},
    "storage": {"msgspec", "tomli", "tomli_w", "platformdirs"},
    "ui": {"msgspec", "PySide6"},
    "desktop": {"msgspec", "miniaudio", "wakepy", "jeepney"},
    "conductor": {"msgspec"},
    "terminal": {"msgspec"},
    "cli": {"msgspec"},
    "app": {"msgspec", "PySide6"},
}
# Single files, or files by pattern, that may import more than their room. The chart libraries cost three times the
# rest of the start; sound and speech serve the terminal too, so of the desktop only what is the window's has Qt.
MORE_LIBRARIES = {
    r"ui/progress/(chart\w*|\w+_plot|date_axis)\.py": {"pyqtgraph", "numpy"},
    r"desktop/instance\.py": {"PySide6"},
}
# The modules of the command line that open the window or draw, and so import Qt.
WINDOW_COMMANDS = {f"stretchtimer.cli.{name}" for name in ("window_opening", "report_drawing", "figure_drawing")}

# fmt: off
OUTSIDE_WORLD = {
    "asyncio", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "select",
    "shutil", "signal", "socket", "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}
# fmt: on
ASKING_THE_CLOCK = {"now", "today", "utcnow"}
TALKING_TO_THE_WORLD = {"open", "print", "input"}
NAMES_WITHOUT_MEANING = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc)(_|\.|$)")


def imports(source: str) -> Iterator[str]:
    """Yield what ``source`` imports anywhere, inside functions too, but not for type checking alone.

    Of ``from a.b import c`` both ``a.b`` and ``a.b.c``, since c may be a module; of a relative import, its dots.
    """
    tree = ast.parse(source)
    for_types = {
        node
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.unparse(branch.test)
        for statement in branch.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield module
            yield from (f"{module}.{name.name}" for name in node.names)


def faults(path: str, source: str) -> list[str]:
    """Return what is wrong with the file at ``path``, which is relative to the package."""
    room = path.partition("/")[0].removesuffix(".py")
    found = {fault for module in imports(source) if (fault := _import_fault(room, path, module))}
    if room == "core":
        found |= _impurities(source)
    if NAMES_WITHOUT_MEANING.search(path.rpartition("/")[2]):
        found.add("a name without meaning")
    if source.count("\n") > LONGEST_FILE:
        found.add("too long")
    return sorted(found)


def _import_fault(room: str, path: str, module: str) -> str | None:
    first, _dot, rest = module.partition(".")
    if not first:
        return "a relative import"
    if first == "stretchtimer":
        target = rest.partition(".")[0]
        return f"{room} imports {target}" if target not in ROOMS[room] | {room, "", "__version__"} else None
    if first in sys.stdlib_module_names:
        return f"core imports {first}" if room == "core" and first in OUTSIDE_WORLD else None
    more = (libraries for pattern, libraries in MORE_LIBRARIES.items() if re.fullmatch(pattern, path))
    return None if first in LIBRARIES.get(room, set()).union(*more) else f"{path} imports {first}"


def _impurities(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in ASKING_THE_CLOCK:
                found.add("core asks the clock")
            case ast.Call(func=ast.Name(id=name)) if name in TALKING_TO_THE_WORLD:
                found.add(f"core calls {name}")
    return found


SOURCES = {
    file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8") for file in sorted(PACKAGE.rglob("*.py"))
}


@pytest.mark.parametrize("path", SOURCES)
def test_every_file_keeps_to_its_room(path: str) -> None:
    assert faults(path, SOURCES[path]) == []


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        ("core/session/session.py", "import stretchtimer.storage.history", "core imports storage"),
        ("core/session/session.py", "from stretchtimer import storage", "core imports storage"),
        ("core/session/session.py", "def f():\n    from time import monotonic", "core imports time"),
        ("core/session/session.py", "import numpy", "core/session/session.py imports numpy"),
        ("core/session/session.py", "when = datetime.now()", "core asks the clock"),
        ("core/session/session.py", "open('a')", "core calls open"),
        ("core/session/session.py", "from . import dose", "a relative import"),
        ("storage/history.py", "from PySide6.QtCore import QObject", "storage/history.py imports PySide6"),
        ("storage/history.py", "import stretchtimer.desktop.sound", "storage imports desktop"),
        ("ui/page.py", "from stretchtimer.storage.history import History", "ui imports storage"),
        ("ui/page.py", "from stretchtimer.conductor import Conductor", "ui imports conductor"),
        ("ui/page.py", "import numpy", "ui/page.py imports numpy"),
        ("desktop/sound.py", "import PySide6", "desktop/sound.py imports PySide6"),
        ("desktop/sound.py", "import stretchtimer.app.run", "desktop imports app"),
        ("terminal/screen.py", "from stretchtimer.ui.theme import Theme", "terminal imports ui"),
        ("conductor.py", "import stretchtimer.app.run", "conductor imports app"),
        ("cli/a.py", "from PySide6.QtCore import QObject", "cli/a.py imports PySide6"),
        ("core/dose_utils.py", "", "a name without meaning"),
        ("core/progress/dose.py", "\n" * (LONGEST_FILE + 1), "too long"),
    ],
)
def test_each_wall_holds(path: str, source: str, fault: str) -> None:
    assert faults(path, source) == [fault]


def test_what_is_allowed_is_no_fault() -> None:
    assert faults("core/a.py", "if TYPE_CHECKING:\n    import os") == []
    assert faults("ui/progress/chart.py", "import numpy\nfrom stretchtimer.core import progress") == []


def graph(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """Return what each module imports: modules of the program by their full names, and others."""

    def name(path: str) -> str:
        return "stretchtimer." + path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    return {name(path): set(imports(source)) - {name(path)} for path, source in sources.items()}


def ring(modules: Mapping[str, set[str]]) -> list[str]:
    """Return a ring of modules that import each other, or nothing."""
    done: set[str] = set()

    def visit(module: str, way: list[str]) -> list[str]:
        if module in way:
            return [*way[way.index(module) :], module]
        if module not in done:
            for target in sorted(modules[module] & modules.keys()):
                if found := visit(target, [*way, module]):
                    return found
            done.add(module)
        return []

    return next((found for module in modules if (found := visit(module, []))), [])


def reached(modules: Mapping[str, set[str]], start: str, without: set[str]) -> set[str]:
    """Return all that ``start`` imports, itself or through others, but not through those of ``without``."""
    found: set[str] = set()
    ahead = [start]
    while ahead:
        new = modules.get(ahead.pop(), set()) - found - without
        found |= new
        ahead.extend(new)
    return found


def test_modules_import_each_other_in_no_ring() -> None:
    assert ring(graph(SOURCES)) == []


def test_a_ring_is_found() -> None:
    sources = {
        "core/a.py": "from stretchtimer.core import b",
        "core/b.py": "def f():\n    import stretchtimer.core.c",
        "core/c.py": "from stretchtimer.core.a import x",
    }
    assert ring(graph(sources)) == [f"stretchtimer.core.{letter}" for letter in "abca"]


def needs_qt(modules: Mapping[str, set[str]]) -> list[str]:
    """Return the modules of the command line and the terminal that would import Qt without opening a window."""
    return [
        module
        for module in modules
        if module.startswith(("stretchtimer.cli", "stretchtimer.terminal"))
        and module not in WINDOW_COMMANDS
        and any(name.split(".")[0] == "PySide6" for name in reached(modules, module, WINDOW_COMMANDS))
    ]


def test_the_shell_and_the_terminal_reach_qt_by_no_way_round() -> None:
    assert needs_qt(graph(SOURCES)) == []


def test_a_way_round_to_qt_is_found() -> None:
    sources = {
        "cli/show.py": "import stretchtimer.app.library",
        "app/library.py": "from PySide6.QtCore import QObject",
        "cli/window_opening.py": "import stretchtimer.app.library",
        "cli/start.py": "from stretchtimer.cli.window_opening import open_window",
    }
    assert needs_qt(graph(sources)) == ["stretchtimer.cli.show"]


# Host names of package registries and folders of one machine. Written so that this file does not hold them itself.
FOREIGN = re.compile(
    r"\b(pypi\.org|pythonhosted\.org|npmjs\.(org|com)|deb\.debian\.org|archive\.ubuntu\.com)\b"
    r"|(?<![\w.~)}])/(home|root|work|tmp/dev)/\w"
)
TEXT = {".py", ".md", ".toml", ".txt", ".sh", ".yml", ".json", ".cfg", ".xml", ".desktop", ".svg", ".pot", ".typed", ""}
MADE = {"build", "dist", "__pycache__"}


def texts() -> Iterator[Path]:
    """Yield the text files of the project, without what its commands make."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name == ".ci" or (name not in MADE and not name.startswith("."))]
        yield from (Path(folder, name) for name in files if Path(name).suffix in TEXT)


def test_no_file_names_a_registry_or_a_place_of_one_machine() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {place.group()}"
        for file in texts()
        if (place := FOREIGN.search(file.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["see https://pypi" + ".org/simple", "cd /home" + "/me", "sys.path += ['/root" + "/x']"]
)
def test_a_foreign_place_is_found(text: str) -> None:
    assert FOREIGN.search(text)
