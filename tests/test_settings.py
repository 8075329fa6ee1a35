"""Preferences and folders."""

import contextlib
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import paths, plain_toml, settings
from journal.settings import Settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    kept = Settings(
        language="fr", theme="papier", lock_after_minutes=12, question_of_the_day=False,
        families_off=("always-never",), keymap={"situation.write": "n", "lock": "ctrl+l"},
    )  # fmt: skip
    path = tmp_path / "new" / "settings.toml"
    settings.save(kept, path)
    assert settings.load(path) == kept
    settings.save(kept._replace(language=None), path)
    assert settings.load(path).language is None


def test_what_is_malformed_falls_back_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        'language = "klingon"\ntheme = 5\nlock_after_minutes = -1\nunknown = 1\nquestion_of_the_day = false\n'
        'families_off = ["a", 2]\nkeymap = {lock = "l", write = 3}\n'
    )
    assert settings.load(path) == Settings(question_of_the_day=False, families_off=("a",), keymap={"lock": "l"})


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"= broken", b"a = " + b"[" * 20_000])
def test_an_unreadable_file_gives_the_starting_values(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert settings.load(path) == Settings()
    assert settings.load(tmp_path) == Settings()
    settings.save(Settings(theme="contraste"), path)
    assert settings.load(path).theme == "contraste"


def test_comments_of_the_person_survive_a_save(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\ntheme = 'papier'\n")
    settings.save(settings.load(path)._replace(lock_after_minutes=9), path)
    assert path.read_text().startswith("# mine\n")


def test_the_option_wins_over_the_environment(tmp_path: Path) -> None:
    asked = {"RECUL_VAULT": str(tmp_path / "env")}
    assert paths.vault_folder(str(tmp_path / "option"), asked, "fr") == tmp_path / "option"
    assert paths.vault_folder(None, asked, "fr") == tmp_path / "env"


@pytest.mark.skipif(os.name == "nt", reason="Windows asks the system, not a variable")
def test_a_vault_made_in_the_other_language_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert paths.vault_folder(None, {}, "fr") == tmp_path / "Recul PERSONNEL"
    (tmp_path / "Recul PERSONAL").mkdir()
    (tmp_path / "Recul PERSONAL" / "vault.json").touch()
    assert paths.vault_folder(None, {}, "fr") == tmp_path / "Recul PERSONAL"


@pytest.mark.parametrize("asked", [None, "", " ", "/elsewhere"])
def test_the_folders_on_linux_are_the_ones_platformdirs_tells(
    monkeypatch: pytest.MonkeyPatch, asked: str | None
) -> None:
    platformdirs = pytest.importorskip("platformdirs.unix").Unix("Recul")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
        if asked is not None:
            monkeypatch.setenv(name, asked)
    monkeypatch.setattr("sys.platform", "linux")
    assert paths.config_folder() == platformdirs.user_config_path
    assert paths.state_folder() == platformdirs.user_state_path


_NAMES = ("language", "a-b", '"fr.boss"', "[terms]", "[keymap]", "a.b", "'x'", "# said", "", "[[x]]")
_VALUES = (
    *('"fr"', "true", "-5", '["a", "b"]', "[]", "{}", "1.5", "null", '"\\u00e9"', "'x'", "[1, [2]]", "+1", "1_000"),
    *("0x1", "1979-05-27", '"a" # said', '"""a"""', "nan", '{"a": 1}', "", '"a\tb"', '"é\u00a0!"', "x\r", "01", "-0"),
)
_LINES = st.tuples(
    st.sampled_from(_NAMES), st.sampled_from([" = ", "=", "", "\n"]), st.sampled_from(_VALUES) | st.text(max_size=8)
)


@given(st.lists(_LINES, max_size=5))
def test_what_is_read_as_plain_is_what_a_whole_reader_reads(lines: list[tuple[str, str, str]]) -> None:
    text = "\n".join("".join(line) for line in lines)
    with contextlib.suppress(ValueError):
        told = plain_toml._plain(text)
        assert told == tomllib.loads(text)


def test_settings_are_written_plainly(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings.save(Settings(language="fr", terms={"fr.boss": "N+1"}, keymap={"lock": "ctrl+l"}, hours=24), path)
    assert plain_toml._plain(path.read_text()) == tomllib.loads(path.read_text())
