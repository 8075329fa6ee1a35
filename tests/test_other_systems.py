"""Paths that the program takes on Windows and macOS, walked here with what those systems would answer."""

import ctypes
import os
import struct
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import platformdirs
import pytest
from platformdirs.macos import MacOS

from journal import files, language, paths
from journal.errors.storage import AccessDenied
from journal.hand import offering
from journal.vault import connection
from screens.terminal import locking

POSIX = pytest.mark.skipif(os.name != "posix", reason="sockets and modules of POSIX")


@pytest.fixture
def macos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")


def test_macos_keeps_the_folders_where_the_system_wants_them(macos: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_config_path", lambda: MacOS().user_config_path)
    monkeypatch.setattr(platformdirs, "user_state_path", lambda: MacOS().user_state_path)
    for folder in (paths.config_folder(), paths.state_folder()):
        assert folder.parts[-3:] == ("Library", "Application Support", "Recul")


@POSIX
def test_macos_is_asked_to_write_through_its_drives(macos: None, tmp_path: Path) -> None:
    connection.new_database(tmp_path / "journal.db", bytes(32))
    with closing(connection.connect(tmp_path / "journal.db", bytes(32))) as opened:
        assert [opened.execute(f"PRAGMA {name}").fetchone()[0] for name in ("fullfsync", "checkpoint_fullfsync")] == [
            1,
            1,
        ]


@POSIX
def test_macos_tells_who_asks_for_the_key_and_lets_nobody_attach(macos: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from journal.hand import keeper

    class Connection:
        """An end of a socket, as macOS describes the other one."""

        def getsockopt(self, level: int, option: int, length: int) -> bytes:
            assert (level, option, length) == (0, 1, 76)
            return struct.pack("=IIh16I", 0, 501, 1, *[20] * 16).ljust(length, b"\0")

    attached: list[tuple[object, ...]] = []
    library = type("Library", (), {"ptrace": lambda _self, *given: attached.append(given)})
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library())
    monkeypatch.setattr("resource.setrlimit", lambda *_given: None)
    known: Any = Connection()
    assert keeper.peer(known) == 501
    before = os.umask(0o022)
    try:
        keeper.close_to_others()
    finally:
        os.umask(before)
    assert attached == [(31, 0, None, 0)]
    assert offering.offered()


def test_windows_starts_again_by_a_parent_that_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECUL_WATCHED", raising=False)
    assert locking.must_watch("nt")
    assert not locking.must_watch("posix")
    codes = [locking.LOCKED, locking.LOCKED, 3]
    seen: list[str] = []

    def call(_command: list[str], env: dict[str, str]) -> int:
        seen.append(env["RECUL_WATCHED"])
        return codes.pop(0)

    monkeypatch.setattr(subprocess, "call", call)
    assert locking.watch() == 3
    assert seen == ["1", "1", "1"]
    monkeypatch.setenv("RECUL_WATCHED", "1")
    assert not locking.must_watch("nt")  # the child is the app


def test_windows_ends_a_locked_app_with_the_code_that_its_parent_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr(os, "_exit", ended)
    monkeypatch.setattr(os, "name", "nt")
    with pytest.raises(SystemExit) as caught:
        locking.start_again({})
    assert caught.value.code == locking.LOCKED


@pytest.mark.parametrize(("told", "spoken"), [("French_France", "fr"), ("English_United Kingdom", "en"), (None, "en")])
def test_windows_tells_its_language_by_a_call(monkeypatch: pytest.MonkeyPatch, told: str | None, spoken: str) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (told, "1252"))
    monkeypatch.setattr(os, "name", "nt")
    assert language.detect({}) == spoken


def test_a_file_that_another_program_holds_open_stays_whole_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "The process cannot access the file")  # as Windows says it

    (there := tmp_path / "vault.json").write_bytes(b"as it was")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        with pytest.raises(AccessDenied):
            files.replace(there, b"new")
    assert there.read_bytes() == b"as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["vault.json"]


def test_windows_has_no_key_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    from journal.hand import held

    monkeypatch.setattr(sys, "platform", "win32")
    assert (offering.offered(), held.key_of("x"), held.seconds_left("x"), held.let_go("x"), held.close_again()) == (
        False, None, None, False, None,
    )  # fmt: skip
