"""Ends of a command: wrong passphrases, damage, faults, a reader that leaves, a full disk; each with its code."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.vault import vault

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def test_without_a_terminal_and_a_file_the_passphrase_is_missing(shell: "Shell") -> None:
    done = shell.bare("list")
    assert (done.code, done.out) == (3, "")
    assert "--passphrase-file" in done.err
    assert "--passphrase-file" in shell.bare("list", "--lang", "fr").err


def test_a_wrong_passphrase_changes_nothing(shell: "Shell") -> None:
    before = (shell.folder / "vault.json").read_bytes()
    done = shell.bare("list", "--passphrase-file", "-", stdin="wrong\n")
    assert done.code == 3
    assert done.err.count("\n") == 1
    assert (shell.folder / "vault.json").read_bytes() == before


def test_the_passphrase_can_come_first_on_standard_input_before_what_is_imported(shell: "Shell") -> None:
    content = shell.passphrase_file.read_text("utf-8") + '{"kind": "situation", "body": "from the pipe"}\n'
    assert shell.bare("import", "-", "--passphrase-file", "-", stdin=content).code == 0
    assert shell.run("list", "--json").json[0]["title"] == "from the pipe"


def test_a_passphrase_file_is_read_as_it_is(shell: "Shell") -> None:
    shell.passphrase_file.write_bytes(shell.passphrase_file.read_bytes().rstrip(b"\n") + b" \n")
    assert shell.run("list").code == 3
    assert shell.bare("list", "--passphrase-file", str(shell.home / "none")).code == 4


def test_no_vault_no_entry_no_file(shell: "Shell", tmp_path: Path) -> None:
    assert shell.run("list", "--vault", str(tmp_path / "none")).code == 4
    assert shell.run("show", "999").code == 4
    assert shell.run("import", str(tmp_path / "none")).code == 4
    assert shell.bare("restore", str(tmp_path / "none"), "--to", str(tmp_path / "new")).code == 4


def test_a_damaged_vault_is_told_apart_from_a_wrong_passphrase(shell: "Shell") -> None:
    for name in ("vault.json", "vault.json.mirror"):
        (shell.folder / name).write_bytes(b"{}")
    assert shell.run("list").code == 5


def test_a_database_replaced_by_text_is_damage(shell: "Shell") -> None:
    shell.run("list")
    database = next(shell.folder.glob("*.db"))
    database.write_text("just text " * 1000)
    before = database.read_bytes()
    assert shell.run("list").code == 5
    assert database.read_bytes() == before


def test_a_vault_open_elsewhere_is_busy(shell: "Shell") -> None:
    held = vault.unlock(shell.folder, shell.passphrase_file.read_text("utf-8").rstrip("\n"))
    try:
        assert shell.process("list", "--passphrase-file", str(shell.passphrase_file)).code == 6
    finally:
        held.close()


def test_an_unexpected_fault_leaves_an_identifier_and_no_content(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        canary = "canary of the content"
        raise RuntimeError(canary)

    monkeypatch.setattr("journal.practice.reading.newest", fail)
    done = shell.run("list")
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "canary" not in done.out + done.err
    (log,) = shell.home.rglob("recul.log")
    written = log.read_text()
    assert "canary" not in written
    assert "RuntimeError" in written
    assert written.split()[1] in done.err
    if os.name == "posix":
        assert log.stat().st_mode & 0o077 == 0


def test_an_interruption_ends_without_a_word(shell: "Shell", monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("journal.practice.reading.newest", interrupt)
    done = shell.run("list")
    assert (done.code, done.out) == (130, "")


@pytest.mark.parametrize("shape", [(), ("--json",)])
@pytest.mark.outside
def test_a_reader_that_leaves_early_is_no_fault(shell: "Shell", tmp_path: Path, shape: tuple[str, ...]) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text("\n".join(json.dumps({"kind": "situation", "body": f"{n} " * 30}) for n in range(3000)))
    assert shell.run("import", str(lines)).code == 0
    recul = (sys.executable, "-m", "journal")
    process = subprocess.Popen(
        [*recul, "--passphrase-file", str(shell.passphrase_file), "list", "--limit", "3000", *shape],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    _out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's device that is always full")
def test_a_full_disk_under_standard_output_is_told(shell: "Shell") -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "journal", "protocols"], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (9, f"The disk is full.{os.linesep}".encode())


@pytest.mark.outside
@pytest.mark.skipif(os.name != "posix", reason="closed descriptors are a matter of POSIX shells")
def test_closed_streams_are_no_fault(shell: "Shell") -> None:
    command = f"{sys.executable} -m journal"
    for line, code in ((f"{command} protocols >&-", 0), (f"{command} list 2>&- <&-", 3), (f"{command} doctor <&-", 0)):
        assert subprocess.run(["sh", "-c", line], capture_output=True, timeout=60, check=False).returncode == code
