"""Pipes, devices, folders, links and sockets at every door for a file: told at once, and the journal left as it is."""

import os
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal import faults, settings

if TYPE_CHECKING:
    from tests.cli.conftest import Done, Shell

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and sockets with names are of POSIX")

DOCUMENTED = {0, 3, 4, 5, 7, 9}
AT_ONCE = 10.0  # seconds of work; nothing is measured here, what reads a device without end never comes to an end
HANGS = 20.0  # seconds of the wall clock, on a machine that does much else
Shape = Callable[[Path], object]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def full_folder(path: Path) -> None:
    (path / "within").mkdir(parents=True)


def link_out(path: Path) -> None:
    outside = path.parent.parent / "outside"
    outside.write_bytes(b"elsewhere")
    path.symlink_to(outside)


def link_nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def full(path: Path) -> None:
    path.symlink_to("/dev/full")


def listening(path: Path) -> None:
    known = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as heard:
            heard.bind(path.name)
    finally:
        os.chdir(known)


def empty(path: Path) -> None:
    path.touch()


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def noise(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


SHAPES = (pipe, folder, full_folder, link_out, link_nowhere, link_to_itself, endless, full, listening, empty, sparse)
SHAPES += (noise,)
NO_FILES = (pipe, folder, full_folder, link_out, link_nowhere, link_to_itself, endless, full, listening)

IN_THE_VAULT = (
    "vault.json",
    "vault.json.mirror",
    "vault.lock",
    "journal.db",
    "journal.db-wal",
    "journal.db-shm",
    "journal.db-journal",
    "new-journal.db",
    "inbox",
    "inbox/unreadable",
    "inbox/0123456789abcdef0123456789abcdef.sealed",
    "inbox/.0123456789abcdef0123456789abcdef.part",
    "rekey.part",
    "rekey.ready",
    "rekey.ready/vault.json",
    "rekey.ready/journal.db",
    "rekey.ready/inbox.key",
    ".vault.json.0123456789abcdef.part",
)
LINKED_OUT = {"vault.json", "vault.json.mirror", "journal.db", "vault.lock", "inbox"}


@contextmanager
def bounded(*, at_once: bool = True) -> Iterator[None]:
    """Fail when what runs here waits for something, or takes longer than one may have to wait for being told."""

    def waited(_number: int, _frame: object) -> None:
        raise AssertionError("waited")

    known = signal.signal(signal.SIGALRM, waited)
    signal.setitimer(signal.ITIMER_REAL, HANGS)
    began = time.process_time()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, known)
    assert not at_once or time.process_time() - began < AT_ONCE


def put(path: Path, shape: Shape) -> None:
    """Put a hostile shape in the place of what stands there."""
    if path.is_dir():
        shutil.rmtree(path)
    with suppress(FileNotFoundError):
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    shape(path)


def told(done: "Done") -> None:
    """Assert that a command ended as documented, and said what went wrong."""
    assert done.code in DOCUMENTED
    assert not done.code or (done.out + done.err).strip()


@pytest.mark.sweep
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", IN_THE_VAULT)
def test_whatever_stands_in_the_vault_is_told_at_once(listed: "Shell", name: str, shape: Shape) -> None:
    shell = listed
    put(shell.folder / name, shape)
    with bounded():
        told(shell.run("list"))
    with bounded():
        told(shell.bare("log", stdin="un mot"))
    outside = shell.home / "outside"
    assert not outside.exists() or outside.read_bytes() == b"elsewhere"


@pytest.mark.sweep
@pytest.mark.parametrize("shape", [pipe, folder, link_out])
@pytest.mark.parametrize("command", [("check",), ("doctor",), ("backup",), ("rehearse",)])
@pytest.mark.parametrize("name", ["journal.db-wal", "inbox/unreadable", "backups"])
def test_every_command_that_looks_at_the_whole_vault_tells_it_at_once(
    shell: "Shell", name: str, command: tuple[str, ...], shape: Shape
) -> None:
    shell.run(*command)
    put(shell.folder / name, shape)
    with bounded():
        told(shell.run(*command))


@pytest.mark.parametrize("shape", [link_out, link_nowhere, pipe, folder])
@pytest.mark.parametrize("name", ["vault.json", "vault.json.mirror", "journal.db", "vault.lock", "inbox"])
def test_what_is_not_the_vaults_own_file_is_refused_and_nothing_is_changed(
    shell: "Shell", name: str, shape: Shape
) -> None:
    if (name, shape) == ("inbox", folder):
        pytest.skip("an inbox is a folder")
    put(shell.folder / name, shape)
    before = {path.name: path.lstat().st_mtime_ns for path in shell.folder.iterdir()}
    done = shell.run("list")
    assert done.code == 5
    assert str(shell.folder / name) in done.err
    assert {path.name: path.lstat().st_mtime_ns for path in shell.folder.iterdir()} == before


def test_a_header_behind_a_link_is_never_half_followed(shell: "Shell") -> None:
    elsewhere = shell.home / "vault.json"
    shutil.move(shell.folder / "vault.json", elsewhere)
    (shell.folder / "vault.json").symlink_to(elsewhere)
    known = elsewhere.read_bytes()
    (shell.home / "new").write_text("sept lanternes sous la pluie 41\n", "utf-8")
    assert shell.run("passphrase", "--new-passphrase-file", str(shell.home / "new")).code == 5
    assert shell.bare("log", stdin="un mot").code == 5
    assert elsewhere.read_bytes() == known
    assert (shell.folder / "vault.json").is_symlink()


def test_a_vault_reached_through_a_link_to_its_folder_is_followed_wholly(shell: "Shell") -> None:
    (shell.home / "door").symlink_to(shell.folder)
    (shell.home / "new").write_text("sept lanternes sous la pluie 41\n", "utf-8")
    through = ("--vault", str(shell.home / "door"))
    assert shell.run("passphrase", *through, "--new-passphrase-file", str(shell.home / "new")).code == 0
    assert shell.run("list").code == 3
    assert shell.bare("list", "--passphrase-file", str(shell.home / "new")).code == 0


NAMED = {
    "passphrase": ("list", "--passphrase-file", "X"),
    "code": ("recover", "--code-file", "X", "--new-passphrase-file", "X"),
    "new passphrase": ("passphrase", "--new-passphrase-file", "X"),
    "of the new data key": ("rekey", "--new-passphrase-file", "X"),
    "restore": ("restore", "X", "--to", "NEW"),
    "restore to": ("restore", "BACKUP", "--to", "X"),
    "backup to": ("backup", "--to", "X"),
    "rehearse": ("rehearse", "--from", "X"),
    "import": ("import", "X"),
    "import questions": ("import", "X", "--from", "questions"),
    "import json": ("import", "X", "--from", "recul"),
    "protocol": ("protocols", "--check", "X"),
    "export": ("export", "1", "--for", "me", "--format", "md", "--plaintext", "--to", "X"),
    "export passphrase": (
        *("export", "1", "--for", "me", "--format", "md", "--protect", "age"),
        *("--export-passphrase-file", "X", "--to", "NEW"),
    ),
    "vault": ("list", "--vault", "X"),
    "new vault": ("init", "--vault", "X"),
}


@pytest.mark.sweep
@pytest.mark.parametrize("shape", NO_FILES)
@pytest.mark.parametrize("door", NAMED)
def test_whatever_a_person_names_is_told_at_once(backed_up: "Shell", door: str, shape: Shape) -> None:
    shell = backed_up
    (shell.home / "within").mkdir()
    named = shell.home / "within" / "named"
    shape(named)
    places = {"X": str(named), "NEW": str(shell.home / "within" / "new.md.age")}
    places["BACKUP"] = str(next((shell.home / "kept").iterdir()))
    # A link and an empty folder may be named, and the work is done then.
    with bounded(at_once=shape is not link_out and (door, shape) != ("new vault", folder)):
        told(shell.run(*(places.get(each, each) for each in NAMED[door])))
    outside = shell.home / "outside"
    assert not outside.exists() or outside.read_bytes() == b"elsewhere"


@pytest.mark.sweep
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["settings.toml", "protocols", "protocols/own.toml"])
def test_whatever_stands_among_the_settings_is_no_obstacle(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch, name: str, shape: Shape
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(shell.home / "config"))
    monkeypatch.delenv("RECUL_LANG")
    put(shell.home / "config" / "Recul" / name, shape)
    for command in (("list",), ("protocols",), ("doctor",)):
        with bounded():
            assert shell.run(*command).code == 0
    with bounded():
        assert shell.bare("log", stdin="un mot").code == 0


@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_stands_where_faults_are_noted_is_no_obstacle(tmp_path: Path, shape: Shape) -> None:
    (tmp_path / "state").mkdir()
    shape(tmp_path / "state" / "recul.log")
    with bounded():
        assert faults.record(RuntimeError(), tmp_path / "state").exit_code == 1


def test_settings_behind_a_link_are_followed_wholly(tmp_path: Path) -> None:
    (tmp_path / "kept.toml").write_text("# mine\ntheme = 'papier'\n", "utf-8")
    (tmp_path / "settings.toml").symlink_to(tmp_path / "kept.toml")
    settings.save(settings.Settings(theme="encre"), tmp_path / "settings.toml")
    assert (tmp_path / "settings.toml").is_symlink()
    assert "# mine" in (tmp_path / "kept.toml").read_text("utf-8")
    assert settings.load(tmp_path / "kept.toml").theme == "encre"


def test_what_the_shell_hands_over_as_a_file_is_waited_for(shell: "Shell") -> None:
    read, write = os.pipe()
    with os.fdopen(write, "wb") as given:
        given.write(shell.passphrase_file.read_bytes())
    try:
        assert shell.bare("list", "--passphrase-file", f"/dev/fd/{read}").code == 0
    finally:
        os.close(read)


def test_a_backup_named_as_a_pipe_is_told(shell: "Shell") -> None:
    (shell.folder / "backups").mkdir()
    pipe(shell.folder / "backups" / "Recul PERSONAL 2026-11-24 083005.recul")
    with bounded():
        assert shell.run("rehearse").code == 7
