from __future__ import annotations

from pathlib import Path

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stretchtimer.core.catalog.safety import Condition
from stretchtimer.core.preferences import Advising, Safety, Settings, ThemeChoice
from stretchtimer.core.records import Moment
from stretchtimer.core.session.cues import CueSettings, Tone
from stretchtimer.core.session.timeline import Pacing
from stretchtimer.storage.settings import SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def load(path: Path, text: str) -> tuple[Settings, list[str]]:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    settings, problems = SettingsFile(path).load()
    return settings, [problem.place for problem in problems]


def test_without_a_file_all_is_default(path: Path) -> None:
    assert SettingsFile(path).load() == (Settings(), ())


def test_what_is_saved_is_loaded(path: Path) -> None:
    settings = Settings(
        pacing=Pacing(switch_s=12, one_side_first=True),
        cues=CueSettings(volume=0.25, silenced=(Tone.TICK, Tone.END)),
        safety=Safety(welcomed=True, screened=True, conditions=(Condition.RECENT_SURGERY,)),
        theme=ThemeChoice.DARK,
        advising=Advising(put_away=("weakness left 00000000-0000-0000-0000-000000000001",)),
        favourites=("lunge", "pigeon"),
        language="de",
    )
    SettingsFile(path).save(settings)
    assert SettingsFile(path).load() == (settings, ())
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_confirmation_of_an_older_version_is_read(path: Path) -> None:
    settings, problems = load(path, '[advising]\nwarned = "2026-11-20T09:00:00.000+01:00"')
    assert problems == []
    assert settings.advising.warned_at == Moment.parse("2026-11-20T09:00:00+01:00")
    assert settings.advising.put_away == ()


def test_a_wrong_value_costs_only_itself(path: Path) -> None:
    text = """
        theme = "purple"
        favourites = ["lunge", 3]
        [pacing]
        switch_s = 12
        rest_s = -1
        get_ready_s = "five"
        [cues]
        volume = 7
        voice = false
    """
    settings, places = load(path, text)
    assert sorted(places) == ["cues.volume", "favourites[1]", "pacing.get_ready_s", "pacing.rest_s", "theme"]
    assert settings == Settings(pacing=Pacing(switch_s=12), cues=CueSettings(voice=False))


def test_a_value_in_the_place_of_a_table_is_reported(path: Path) -> None:
    assert load(path, "pacing = 3\nlanguage = 'de'") == (Settings(language="de"), ["pacing"])


def test_an_unknown_key_is_ignored(path: Path) -> None:
    assert load(path, "mood = 3\n[pacing]\nnap_s = 4") == (Settings(), [])


def test_what_is_no_toml_is_reported_and_kept_aside_when_saving(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('theme = "dark')
    file = SettingsFile(path)
    settings, problems = file.load()
    assert settings == Settings()
    assert [problem.expected for problem in problems] == ["TOML"]
    file.save(Settings(language="de"))
    file.save(Settings(language="fr"))
    assert path.with_name("settings-damaged.toml").read_text() == 'theme = "dark'
    assert tomli.loads(path.read_text())["language"] == "fr"


def test_a_disk_that_cannot_be_written_raises(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(OSError):
        SettingsFile(path).save(Settings())


KEYS = st.sampled_from(["pacing", "cues", "safety", "theme", "favourites", "language", "volume", "rest_s", "unknown"])
VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "dark", "lunge", "recent_surgery"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(KEYS, VALUES))
def test_whatever_the_file_holds_the_settings_can_be_used_and_saved(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    path.write_text(tomli_w.dumps(table), "utf-8")
    settings, _problems = SettingsFile(path).load()
    changed = replace(settings, language="de")
    SettingsFile(path).save(changed)
    assert SettingsFile(path).load() == (changed, ())
