"""The walls of the house: which room may import from which, and what may stand in a file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "stretchtimer"
LONGEST_FILE = 400

# What each room may import of the program itself. A room may always import from itself.
ALLOWED = {
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
WITHOUT_QT = {"core", "storage", "clock", "conductor", "terminal", "cli"}
QT_IN_DESKTOP = {"instance.py"}
NOT_PURE = {"os", "pathlib", "time", "random", "socket", "subprocess", "sqlite3", "threading", "tempfile", "shutil"}
CHART_LIBRARIES = {"pyqtgraph", "numpy"}
CHART_FILES = re.compile(r"^(chart|lanes_plot|weeks_plot|date_axis|chart_\w+)\.py$")
NAMES_WITHOUT_MEANING = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc)(_|\.|$)")


def imports(source: str) -> Iterator[str]:
    """Yield the modules that ``source`` imports anywhere, inside functions too; those only for type checking not."""
    tree = ast.parse(source)
    for_types = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.unparse(branch.test)
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if id(node) not in for_types)
        elif isinstance(node, ast.ImportFrom) and node.module and id(node) not in for_types:
            yield node.module


def faults(path: Path, source: str) -> list[str]:
    """Return what is wrong with the imports of the file at ``path``, which is relative to the package."""
    room = path.parts[0].removesuffix(".py")
    found = []
    for module in imports(source):
        first, _dot, rest = module.partition(".")
        if first == "stretchtimer":
            target = rest.partition(".")[0]
            if target and target != room and target not in ALLOWED[room]:
                found.append(f"{room} imports {target}")
        if first == "PySide6" and (room in WITHOUT_QT or (room == "desktop" and path.name not in QT_IN_DESKTOP)):
            found.append(f"{room} imports Qt")
        if room == "core" and first in NOT_PURE:
            found.append(f"core imports {first}")
        if first in CHART_LIBRARIES and not (room == "ui" and CHART_FILES.match(path.name)):
            found.append(f"{first} outside the chart")
    if NAMES_WITHOUT_MEANING.search(path.name):
        found.append("a name without meaning")
    if source.count("\n") > LONGEST_FILE:
        found.append("too long")
    return found


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_file_keeps_to_its_room(file: Path) -> None:
    assert faults(file.relative_to(PACKAGE), file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        ("core/session.py", "import stretchtimer.storage.history", "core imports storage"),
        ("core/session.py", "def f():\n    from time import monotonic", "core imports time"),
        ("storage/history.py", "from PySide6.QtCore import QObject", "storage imports Qt"),
        ("ui/page.py", "from stretchtimer.storage.history import History", "ui imports storage"),
        ("desktop/sound.py", "import PySide6", "desktop imports Qt"),
        ("terminal/screen.py", "from stretchtimer.ui.theme import Theme", "terminal imports ui"),
        ("ui/page.py", "import numpy", "numpy outside the chart"),
        ("core/dose_utils.py", "", "a name without meaning"),
        ("core/dose.py", "\n" * (LONGEST_FILE + 1), "too long"),
    ],
)
def test_each_wall_holds(path: str, source: str, fault: str) -> None:
    assert faults(Path(path), source) == [fault]


def test_an_import_for_types_alone_is_no_import() -> None:
    assert faults(Path("core/a.py"), "if TYPE_CHECKING:\n    import os") == []


def test_modules_import_each_other_in_no_ring() -> None:
    def name(file: Path) -> str:
        parts = file.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    known = {name(file): file for file in FILES}
    edges = {
        module: {target for target in imports(file.read_text(encoding="utf-8")) if target in known and target != module}
        for module, file in known.items()
    }
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " -> ".join((*way, module))
        if module not in done:
            for target in edges[module]:
                visit(target, (*way, module))
            done.add(module)

    for module in edges:
        visit(module, ())


# Written in parts, so that this file does not hold what it looks for.
FORBIDDEN = [
    re.compile(pattern)
    for pattern in (
        "pypi" + r"\.org",
        "pythonhosted" + r"\.org",
        "deb\\." + "debian",
        "registry" + r"\.npmjs",
        "/work" + "/main",
    )
]
TEXT = {".py", ".md", ".toml", ".txt", ".sh", ".yml", ".json", ".cfg", ".xml", ".desktop", ".svg", ".ini", ""}
SKIPPED = {
    ".git",
    ".venv",
    "build",
    "dist",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
}


def test_no_file_names_a_registry_or_a_place_of_one_machine() -> None:
    for file in ROOT.rglob("*"):
        if file.is_file() and file.suffix in TEXT and not SKIPPED & set(file.relative_to(ROOT).parts):
            text = file.read_text(encoding="utf-8", errors="replace")
            assert not [pattern.pattern for pattern in FORBIDDEN if pattern.search(text)], file
