"""What the README shows works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stretchtimer.cli import main
from stretchtimer.cli.dispatch import COMMANDS
from stretchtimer.storage.catalog import load_catalog

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_files_that_it_shows_have_no_mistake(tmp_path: Path) -> None:
    shown = {}
    for text in re.findall(r"```toml\n(.*?)```", README, re.DOTALL):
        folder = tmp_path / ("routines" if "items" in text else "exercises")
        folder.mkdir()
        (folder / "shown.toml").write_text(text, encoding="utf-8")
        shown[folder.name] = re.search(r'id = "(.+)"', text)
    catalog = load_catalog([ROOT / "assets", tmp_path])
    assert catalog.problems == ()
    assert shown["exercises"] and shown["exercises"][1] in catalog.exercises
    assert shown["routines"] and shown["routines"][1] in catalog.routines


def test_it_names_every_command_and_none_that_is_not_there() -> None:
    table = README.partition("## In the shell")[2].partition("`--data-dir")[0]
    named = re.findall(r"`(?:stretchtimer )?(\w+)[^`]*`", table)
    assert set(COMMANDS) <= set(named)
    assert set(re.findall(r"`stretchtimer (\w+)", README)) <= set(COMMANDS)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`stretchtimer ([a-z]+)", README))))
def test_every_command_that_it_names_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"usage: stretchtimer {command}" in capsys.readouterr().out


@pytest.mark.parametrize(("command", "keys"), re.findall(r"^\| `(\w+)` \| `([\[{].+)` \|$", README, re.MULTILINE))
def test_the_keys_that_it_lists_are_those_of_the_help(
    command: str, keys: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([command, "--help"])
    help_text = capsys.readouterr().out
    assert set(re.findall(r"\w+", keys)) - set(re.findall(r"\w+", help_text)) == set()


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_what_it_lets_make_do_is_in_the_makefile(document: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    lines = re.findall(r"^make [^\n]+|`make [^`]+`", (ROOT / document).read_text(encoding="utf-8"), re.MULTILINE)
    asked = [word for line in lines for word in line.strip("`").split()[1:] if "=" not in word]
    assert "test" in asked
    assert set(asked) <= set(targets)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_its_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
