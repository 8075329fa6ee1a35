"""What comes from arguments and the environment, and what becomes of what is written where nothing more fits."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.cli.recul import COMMANDS
from journal.unicode_ranges import DEFAULT_IGNORABLE

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

HALF = "caf\udce9"  # a byte of Latin-1, as Python hands it over
HIDDEN = "a\u200bb\u202ec\u2060d\x1b]52;c;aGk=\x07e\U000e0041f\x9bg\xadh"
_RAW = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{DEFAULT_IGNORABLE}]")

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's device that is always full")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_argument_that_is_no_text_is_wrong_usage_at_every_command(
    shell: "Shell", command: str, language: str
) -> None:
    done = shell.run("--lang", language, command, HALF)
    assert done.code == 2
    assert done.out == ""
    assert ("Rien n’a été fait." if language == "fr" else "Nothing was done.") in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--vault", HALF, "list"),
        ("list", "--tag", HALF),
        ("list", f"--passphrase-file={HALF}"),
        ("log", "--title", HALF, "un mot"),
        ("log", "--at", HALF, "un mot"),
        ("log", "--", HALF),
        (HALF,),
        ("--lang", HALF, "list"),
        ("log", "--tag", "\ud800", "un mot"),
    ],
)
def test_nothing_is_done_with_half_a_character_wherever_it_stands(shell: "Shell", arguments: tuple[str, ...]) -> None:
    assert shell.bare(*arguments).code == 2
    assert not list((shell.folder / "inbox").iterdir())


@pytest.mark.skipif(os.name != "posix", reason="bytes as arguments are a matter of POSIX")
def test_bytes_that_are_no_text_are_told_by_the_program_itself(shell: "Shell") -> None:
    command = [os.fsencode(sys.executable), b"-m", b"journal", b"log", b"caf\xe9"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False, env=os.environ | {"LC_ALL": "C.UTF-8"})
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


HANDED_IN = [
    ("show", HIDDEN),
    ("list", "--kind", HIDDEN),
    ("list", "--since", HIDDEN),
    ("list", "--person", HIDDEN),
    ("search", HIDDEN),
    (HIDDEN,),
    ("list", f"--{HIDDEN}"),
    ("log", f"--{HIDDEN}"),
    ("log", "--at", HIDDEN, "un mot"),
    ("import", HIDDEN),
    ("restore", HIDDEN, "--to", HIDDEN),
    ("list", "--vault", HIDDEN),
    ("list", "--passphrase-file", HIDDEN),
    ("rehearse", "--from", HIDDEN),
    ("protocols", "--check", HIDDEN),
    ("recipients", "forget", HIDDEN),
    ("people", "forget", HIDDEN),
    ("people", "add", HIDDEN, "--alias", "N+1"),
    ("people", "add", "Karim", "--alias", HIDDEN),
    ("export", "1", "--for", "me", "--recipient", HIDDEN, "--to", f"{HIDDEN}.md", "--plaintext"),
    ("statement", "validate", "1", "--by", HIDDEN),
    ("doctor", "--vault", HIDDEN),
    ("doctor", "--vault", HIDDEN, "--json"),
    ("completion", HIDDEN),
    ("backup", "--to", HIDDEN),
]


@pytest.mark.parametrize("arguments", HANDED_IN)
def test_nothing_of_an_argument_reaches_the_terminal_raw(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(shell.home)
    done = shell.run(*arguments)
    assert not _RAW.search(done.out + done.err)


@pytest.mark.parametrize(
    "name", ["TERM", "COLORTERM", "LANG", "LANGUAGE", "RECUL_VAULT", "XDG_CONFIG_HOME", "RECUL_LANG"]
)
def test_nothing_of_the_environment_reaches_the_terminal_raw(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(shell.home / HIDDEN) if name in ("RECUL_VAULT", "XDG_CONFIG_HOME") else HIDDEN)
    for command in (("doctor",), ("doctor", "--json"), ("list",), ("protocols",)):
        done = shell.run(*command)
        assert not _RAW.search(done.out + done.err), command


def test_what_a_program_reads_keeps_every_character(shell: "Shell") -> None:
    shell.log("famille \N{MAN}\N{ZERO WIDTH JOINER}\N{GIRL} \U000e0041")
    done = shell.run("list", "--json")
    assert not _RAW.search(done.out)
    assert json.loads(done.out)[0]["title"] == "famille \N{MAN}\N{ZERO WIDTH JOINER}\N{GIRL} \U000e0041"


def into(target: str, shell: "Shell", *arguments: str, both: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Run with standard output, or with standard error too, going into a file."""
    with Path(target).open("wb") as file:
        return subprocess.run(
            [sys.executable, "-m", "journal", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file if both else subprocess.PIPE,
            timeout=60,
            check=False,
        )


@needs_full
@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("log", "--help"),
        ("log", "--version"),
        ("list",),
        ("list", "--json"),
        ("check",),
        ("doctor",),
        ("doctor", "--json"),
        ("completion", "bash"),
    ],
)
@pytest.mark.parametrize("both", [False, True])
@pytest.mark.outside
def test_a_full_standard_output_ends_with_the_documented_code(
    shell: "Shell", arguments: tuple[str, ...], *, both: bool
) -> None:
    shell.log("un mot")
    done = into("/dev/full", shell, "--passphrase-file", str(shell.passphrase_file), *arguments, both=both)
    assert done.returncode == 9
    assert both or done.stderr == b"The disk is full.\n"


@needs_full
@pytest.mark.outside
def test_what_was_done_counts_though_nobody_can_read_of_it(shell: "Shell") -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "journal", "log", "un mot"],
            stderr=full,
            timeout=60,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    assert done.returncode == 0
    assert len(shell.run("list", "--json").json) == 1


@needs_full
@pytest.mark.outside
def test_a_vault_whose_recovery_code_nobody_saw_is_not_made(shell: "Shell") -> None:
    new = shell.home / "new"
    done = into(
        "/dev/full",
        shell,
        "init",
        "--vault",
        str(new),
        "--passphrase-file",
        str(shell.passphrase_file),
        "--kdf-memory",
        "64",
    )
    assert done.returncode == 9
    assert shell.run("list", "--vault", str(new)).code == 4


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
@pytest.mark.parametrize("command", [("list",), ("check",), ("doctor",)])
def test_a_vault_that_others_can_read_is_said(shell: "Shell", command: tuple[str, ...]) -> None:
    assert "Other users" not in shell.run(*command).err
    shell.folder.chmod(0o755)
    done = shell.run(*command)
    assert (done.code, "Other users of this machine can read or change" in done.err) == (0, True)
    assert "D’autres utilisateurs" in shell.run("--lang", "fr", *command).err


@pytest.mark.parametrize("command", [("list",), ("check",), ("doctor",)])
def test_a_copy_that_a_synced_folder_made_is_said(shell: "Shell", command: tuple[str, ...]) -> None:
    (shell.folder / "journal (conflicted copy 2026-11-29).db").write_bytes(b"")
    done = shell.run(*command)
    assert (done.code, "journal (conflicted copy 2026-11-29).db is a copy" in done.err) == (0, True)


@pytest.mark.parametrize("command", ["check", "doctor"])
def test_programs_are_told_what_is_beside_a_vault(shell: "Shell", command: str) -> None:
    (shell.folder / "vault (1).json").write_bytes(b"")
    told = {"sort": "copy-beside", "path": str(shell.folder / "vault (1).json")}
    assert shell.run(command, "--json").json["remarks"] == [told]
