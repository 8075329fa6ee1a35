"""Launchers: the files of each system hold exactly the command, sized, and nothing that a path could add."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal import launcher as launchers
from journal.errors.refusals import NoLauncherHere, UnsafeTarget

STRANGE = 'a b%c$d`e\\f"g'


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, and a Recul that is not installed as a command."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "roaming"))
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    return tmp_path


def entry_of(home: Path) -> dict[str, str]:
    told = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    told.optionxform = str  # type: ignore[assignment,method-assign]
    told.read(home / "data" / "applications" / "recul.desktop", "utf-8")
    return dict(told["Desktop Entry"])


def started(line: str) -> list[str]:
    """Return the arguments of an Exec line as a desktop reads it: the string first, then the quotes."""
    told = line.replace("\\\\", "\\")
    words = re.findall(r'"((?:\\.|[^"\\])*)"', told)
    return [re.sub(r'\\(["`$\\])', r"\1", word).replace("%%", "%") for word in words]


def test_on_linux_an_entry_and_an_icon_are_written_and_taken_away(home: Path) -> None:
    made = launchers.launcher(None, "A journal", "linux")
    assert all(path.exists() for path in made.add())
    entry = entry_of(home)
    assert started(entry["Exec"]) == [sys.executable, "-m", "journal"]
    assert (entry["Terminal"], entry["Name"], entry["Comment"]) == ("true", "Recul", "A journal")
    assert (home / "data/icons/hicolor/scalable/apps/recul.svg").read_text("utf-8").startswith("<svg")
    assert made.add()  # once more, over what is there
    assert len(made.remove()) == 2
    assert made.remove() == []
    assert not list(home.rglob("recul*.*"))


@pytest.mark.skipif(os.name != "posix", reason="paths of Linux")
@pytest.mark.parametrize("name", [name for name, _said in launchers._TERMINALS])
def test_a_terminal_that_is_there_is_told_its_size_and_the_command(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(shutil, "which", lambda asked: f"/usr/bin/{asked}" if asked in (name, "recul") else None)
    launchers.launcher(None, "…", "linux").add()
    entry = entry_of(home)
    words = started(entry["Exec"])
    assert words[0] == name
    assert words[-1] == "/usr/bin/recul"
    assert all(str(number) in entry["Exec"] for number in (launchers.COLUMNS, launchers.ROWS))
    assert entry["Terminal"] == "false"


@pytest.mark.skipif(os.name != "posix", reason="paths of Linux")
def test_a_strange_path_stays_one_argument(home: Path) -> None:
    launchers.launcher(f"/vaults/{STRANGE}", "…", "linux").add()
    words = started(entry_of(home)["Exec"])
    assert words[-2:] == ["--vault", f"/vaults/{STRANGE}"]


@pytest.mark.outside
@pytest.mark.skipif(os.name != "posix", reason="a command file of a shell")
def test_on_macos_a_command_file_sizes_the_window_and_starts_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echo = home / "echo it"
    echo.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', "utf-8")
    echo.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(echo))
    (path,) = launchers.launcher("/vaults/it's $HOME", "…", "darwin").add()
    said = subprocess.run([str(path)], capture_output=True, text=True, check=True).stdout
    assert said == "\x1b[8;40;120t--vault\n/vaults/it's $HOME\n"


def test_on_windows_a_command_file_sizes_the_console_and_starts_it() -> None:
    (path,) = launchers.launcher("/vaults/50%", "…", "win32").add()
    lines = path.read_bytes().decode().split("\r\n")
    assert lines[2] == "mode con: cols=120 lines=40"
    assert lines[3].startswith(f'"{sys.executable}" "-m" "journal" "--vault" "')
    assert lines[3].endswith('50%%"')


def test_a_program_that_holds_its_python_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/recul")
    (path,) = launchers.launcher(None, "…", "win32").add()
    assert path.read_bytes().decode().split("\r\n")[3] == f'"{sys.executable}"'


def test_no_line_can_be_added_by_a_path_and_an_unknown_system_is_told(home: Path) -> None:
    with pytest.raises(UnsafeTarget):
        launchers.launcher("/vaults/a\nExec=evil", "…", "linux")
    with pytest.raises(NoLauncherHere):
        launchers.launcher(None, "…", "plan9")
    assert not (home / "data").exists()
