"""The key in hand as it is used: off until it is wanted, let go as told, and nowhere on the disk."""

import os
import select
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal import paths, settings
from journal.errors.hand import HandUnreachable
from journal.hand import offering
from journal.settings import Settings
from journal.vault import vault

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

if sys.platform == "win32":
    pytest.skip("the key in hand does not exist on Windows", allow_module_level=True)

from journal.hand import held, keeper

PASSPHRASE = "marmotte kiosque vanille 7f3a9c"


@pytest.fixture
def runtime(shell: "Shell", monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a session."""
    folder = shell.home / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def switched_on(runtime: Path) -> None:
    settings.save(Settings(key_in_hand=True), paths.config_folder() / "settings.toml")


@pytest.mark.parametrize(("language", "words"), [("en", "every program that runs as you"), ("fr", "tout programme")])
def test_it_is_off_until_it_is_switched_on_and_the_risk_is_said(
    shell: "Shell", runtime: Path, language: str, words: str
) -> None:
    done = shell.run("unlock", "--lang", language)
    assert (done.code, done.out) == (7, "")
    assert words in done.err
    assert list(runtime.iterdir()) == []


def test_where_it_does_not_exist_that_is_said(shell: "Shell", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not offering.offered()
    monkeypatch.undo()
    monkeypatch.setattr("journal.cli.in_hand.offered", lambda: False)
    done = shell.run("unlock")
    assert done.code == 7
    assert "does not exist on this system" in done.err


@pytest.mark.parametrize("span", ["0m", "9h", "quarter", "-5m", "15"])
def test_a_time_that_is_none_is_refused(shell: "Shell", switched_on: None, span: str) -> None:
    assert shell.run("unlock", f"--for={span}").code == 2


def test_a_key_that_is_not_the_vaults_any_more_is_let_go(
    shell: "Shell", switched_on: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(held, "key_of", lambda _name: bytes(32))
    monkeypatch.setattr(held, "let_go", gone.append)
    assert shell.bare("list").code == 3
    assert len(gone) == 1
    assert shell.run("list").code == 0


def test_a_key_in_hand_is_not_used_once_it_is_switched_off(
    shell: "Shell", runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "key_of", lambda _name: pytest.fail("asked for"))
    assert shell.bare("list").code == 3


def test_a_link_in_the_place_of_the_socket_is_refused(shell: "Shell", switched_on: None, runtime: Path) -> None:
    (runtime / "elsewhere").mkdir(mode=0o700)
    (runtime / "recul-hand").symlink_to(runtime / "elsewhere")
    assert shell.bare("list").code == 3  # nothing is taken there
    assert shell.run("unlock").code != 0
    assert list((runtime / "elsewhere").iterdir()) == []


def _keeper(runtime: Path) -> int:
    """Return the process that holds a key in the folder of this test."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(runtime).encode() in path.read_bytes():
                return int(path.parent.name)
        except OSError:
            continue
    raise AssertionError("nobody holds the key")


def test_a_shell_is_offered_tags_and_numbers_only_with_the_key_in_hand(
    shell: "Shell", switched_on: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.log("The board said no", "--tag", "board")
    opened = vault.unlock(shell.folder, PASSPHRASE)
    key = opened.data_key()
    opened.close()
    assert shell.run("list").code == 0  # what was captured is taken over
    words = (["--tag", ["list"], "bo"], ["ref", ["show"], "1"], ["--person", ["list"], ""])
    assert [_offered(*each) for each in words] == [[], [], []]
    monkeypatch.setattr(held, "key_of", lambda _name: key)
    assert [_offered(*each) for each in words] == [["board"], ["1"], []]


def _offered(name: str, path: list[str], incomplete: str) -> list[str]:
    from click.shell_completion import BashComplete

    from journal.cli.recul import recul

    asked = [*path, name] if name.startswith("--") else path
    complete = BashComplete(recul, {}, "recul", "_RECUL_COMPLETE")
    return [each.value for each in complete.get_completions(asked, incomplete)]


def test_a_word_that_a_shell_could_run_is_offered_to_none(
    shell: "Shell", switched_on: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = ("x$(touch here)", "x`id`", "x;id", "x y", "x'", 'x"', "x|y", "x&", "x>y", "x*", "~x", "-x", "x!y")
    shell.log("A word", *(part for tag in (*hostile, "xylophone") for part in ("--tag", tag)))
    opened = vault.unlock(shell.folder, PASSPHRASE)
    key = opened.data_key()
    opened.close()
    assert shell.run("list").code == 0
    monkeypatch.setattr(held, "key_of", lambda _name: key)
    assert _offered("--tag", ["list"], "") == ["x y", "xylophone"]  # each shell escapes the space, bash is helped


@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_who_holds_a_key_and_does_not_answer_is_told_and_never_called_none(
    shell: "Shell", switched_on: None, runtime: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("journal.hand.keeper.PATIENCE", 0.05)
    (runtime / "recul-hand").mkdir(mode=0o700)
    opened = vault.unlock(shell.folder, PASSPHRASE)
    identity = opened.vault_id
    opened.close()
    with keeper.inside(str(runtime / "recul-hand")), keeper.listening_at(held._name(identity)):
        done = shell.run(command)
        assert done.code == 9
        assert "does not answer" in done.err
        assert shell.bare("doctor", "--json").json["key_in_hand"]["answers"] is False
        assert shell.run("list").code == 0  # by the passphrase


def test_a_vault_with_another_key_asks_for_the_passphrase_though_the_old_one_cannot_be_let_go(
    shell: "Shell", switched_on: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mute(_name: str) -> bool:
        raise HandUnreachable

    monkeypatch.setattr(held, "key_of", lambda _name: bytes(32))
    monkeypatch.setattr(held, "let_go", mute)
    assert shell.run("list").code == 0
    assert shell.bare("list").code == 3  # nobody there to ask


def test_a_shell_that_completes_is_told_nothing_of_a_place_that_is_not_safe(
    shell: "Shell", switched_on: None, runtime: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (runtime / "recul-hand").mkdir()
    (runtime / "recul-hand").chmod(0o755)
    assert _offered("--tag", ["list"], "") == []
    assert capsys.readouterr() == ("", "")


def test_a_folder_of_the_session_that_is_no_whole_path_is_no_place(
    shell: "Shell", runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "run")
    assert held._folder(make=False) == paths.state_folder() / "recul-hand"


def test_a_folder_that_others_can_enter_is_told_and_the_passphrase_asked_for(
    shell: "Shell", switched_on: None, runtime: Path
) -> None:
    (runtime / "recul-hand").mkdir()
    (runtime / "recul-hand").chmod(0o755)
    done = shell.bare("list")
    assert done.code == 3
    assert "open to others" in done.err


@pytest.mark.outside
@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of the process")
def test_a_key_is_held_for_reading_alone_and_let_go(shell: "Shell", switched_on: None, runtime: Path) -> None:
    shell.log("The board said no")
    opened = vault.unlock(shell.folder, PASSPHRASE)
    key = opened.data_key()
    opened.close()
    try:
        done = shell.run("unlock", "--for", "10m")
        assert done.code == 0
        assert "every program that runs as you" in done.err
        for command in (("list",), ("search", "board"), ("show", "1"), ("next",)):
            assert shell.bare(*command).code == 0, command
        for command in (("export", "1", "--dry-run"), ("people",), ("rekey",), ("check",)):
            assert shell.bare(*command).code == 3, command
        told = shell.bare("doctor", "--json").json["key_in_hand"]
        assert 500 < told["seconds_left"] <= 600
        process = Path("/proc") / str(_keeper(runtime))
        assert key.hex() not in (process / "cmdline").read_bytes().hex()
        if os.getuid():  # the administrator reads everything
            with pytest.raises(PermissionError):
                (process / "mem").open("rb")
        else:
            assert (process / "environ").read_bytes() == b""
        assert [key in path.read_bytes() for path in shell.home.rglob("*") if path.is_file()].count(True) == 0
        assert shell.bare("lock").out == "The key is let go.\n"
        assert shell.bare("list").code == 3
        assert shell.bare("lock").out == "No key was in hand.\n"
        assert list((runtime / "recul-hand").iterdir()) == []
    finally:
        shell.bare("lock")


@pytest.mark.outside
@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of the process")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_an_end_from_outside_takes_the_key_along(
    shell: "Shell", switched_on: None, runtime: Path, number: signal.Signals
) -> None:
    assert shell.run("unlock", "--for", "10m").code == 0
    process = _keeper(runtime)
    os.kill(process, number)
    os.waitpid(process, 0)
    assert shell.bare("list").code == 3
    assert shell.run("unlock", "--for", "10m").code == 0  # a socket that was left behind is in nobody's way
    assert shell.bare("lock").code == 0


@pytest.mark.outside
@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of the process")
def test_a_terminal_that_closes_takes_the_key_along(shell: "Shell", switched_on: None, runtime: Path) -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        command = f'"{sys.executable}" -m journal unlock --for 10m --passphrase-file "{shell.passphrase_file}"; read x'
        os.execv("/bin/sh", ["sh", "-c", command])  # noqa: S606 -- a session of its own is wanted
    told = b""
    while b"recul lock" not in told:
        told += os.read(terminal, 4096)
    keeper = os.pidfd_open(_keeper(runtime))
    os.close(terminal)
    os.waitpid(child, 0)
    assert select.select([keeper], [], [], 20)[0]
    os.close(keeper)
    assert shell.bare("list").code == 3
    assert list((runtime / "recul-hand").iterdir()) == []
