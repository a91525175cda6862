from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from stretchtimer.storage import folders as module
from stretchtimer.storage.folders import assets_dir, find_folders, platform_folders


def all_of(folders: module.Folders) -> tuple[str, str, str]:
    return (folders.data, folders.config, folders.cache)


def test_a_data_dir_holds_everything(tmp_path: Path) -> None:
    found = find_folders(str(tmp_path))
    assert all_of(found) == (str(tmp_path), str(tmp_path), str(tmp_path / "cache"))
    assert found.settings == str(tmp_path / "settings.toml")
    assert found.database == str(tmp_path / "history.sqlite3")
    assert found.catalogs == (assets_dir(), str(tmp_path))


def test_a_relative_data_dir_stays_where_it_was_when_the_working_folder_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_folders("mine").data == str(tmp_path / "mine")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked in any case")
@pytest.mark.parametrize("base", [None, "", "relative", "/somewhere/else", "/with space"])
def test_linux_agrees_with_platformdirs(base: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        if base is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, base)
    assert all_of(find_folders()) == all_of(platform_folders())


def test_elsewhere_platformdirs_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.sys, "platform", "win32")
    assert all_of(find_folders()) == all_of(platform_folders())


def test_missing_assets_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "stretchtimer" / "storage" / "folders.py"))
    with pytest.raises(FileNotFoundError, match="no folder assets"):
        assets_dir()


def test_installed_assets_come_before_those_of_a_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "stretchtimer" / "storage" / "folders.py"))
    for place in (tmp_path, tmp_path / "stretchtimer"):
        (place / "assets" / "exercises").mkdir(parents=True)
    assert assets_dir() == str(tmp_path / "stretchtimer" / "assets")


def test_finding_the_folders_imports_nothing_slow() -> None:
    code = (
        "import sys, __future__; before = set(sys.modules)\n"
        "from stretchtimer.storage.folders import find_folders; find_folders('x')\n"
        "print([name for name in set(sys.modules) - before if not name.startswith('stretchtimer')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
