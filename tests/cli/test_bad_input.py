"""Bad input of every sort: one clear line in the language of the person, the documented exit code, nothing changed."""

import base64
import errno
import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

Damage = Callable[[Path, pytest.MonkeyPatch], object]


def on_disk(folder: Path) -> dict[str, bytes]:
    """Return every file that matters, by its path."""
    passing = ("vault.lock", "journal.db-shm", "journal.db-wal")
    files = [path for path in folder.rglob("*") if path.is_file() and path.name not in passing]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def headers(folder: Path, change: Callable[[dict[str, Any]], dict[str, Any] | bytes]) -> None:
    """Write header and mirror as an attacker would: well-formed, with a right checksum, without the key."""
    for name in ("vault.json", "vault.json.mirror"):
        changed = change(json.loads((folder / name).read_bytes()))
        if isinstance(changed, dict):
            changed.pop("checksum", None)
            plain = json.dumps(changed, sort_keys=True, indent=1).encode() + b"\n"
            changed["checksum"] = zlib.crc32(plain)
            changed = json.dumps(changed, sort_keys=True, indent=1).encode() + b"\n"
        (folder / name).write_bytes(changed)


def cut(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    headers(folder, lambda body: json.dumps(body).encode()[:200])


def unreadable(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    headers(folder, lambda _body: b"\xff\xfe\x00" * 50)


def absurd_memory(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    headers(folder, lambda body: body | {"slots": [body["slots"][0] | {"memory_kib": 2**40}, body["slots"][1]]})


def newer(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    headers(folder, lambda body: body | {"version": body["version"] + 1})


def foreign_inbox_key(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    headers(folder, lambda body: body | {"inbox": base64.b64encode(bytes(31) + b"\x09").decode()})


def text_for_database(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    (folder / "journal.db").write_text("Cher journal, " * 500, "utf-8")


def plain_database(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    import sqlite3

    (folder / "journal.db").unlink()
    with sqlite3.connect(folder / "journal.db") as plain:
        plain.execute("CREATE TABLE entry (body)")


def cut_database(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    (folder / "journal.db").write_bytes((folder / "journal.db").read_bytes()[: 4096 * 3 + 100])


def no_database(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    (folder / "journal.db").unlink()


def no_cipher(_folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setitem(sys.modules, "sqlcipher3", None)


DAMAGED = ("is damaged or was altered", "est abîmé ou a été modifié")


@pytest.mark.parametrize(
    ("damage", "code", "told"),
    [
        (cut, 5, DAMAGED),
        (unreadable, 5, DAMAGED),
        (absurd_memory, 5, DAMAGED),
        (foreign_inbox_key, 5, DAMAGED),
        (newer, 8, ("newer version", "version plus récente")),
        (text_for_database, 5, DAMAGED),
        (plain_database, 5, DAMAGED),
        (cut_database, 5, DAMAGED),
        (no_database, 5, DAMAGED),
        (no_cipher, 9, ("database engine is not installed", "moteur de base")),
    ],
)
def test_a_vault_that_is_not_whole_is_told_and_left_as_it_is(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch, damage: Damage, code: int, told: tuple[str, str]
) -> None:
    shell.log("kept")
    assert shell.run("list").code == 0
    damage(shell.folder, monkeypatch)
    before = on_disk(shell.folder)
    for language, words in zip(("en", "fr"), told, strict=True):
        for command in (("list",), ("check",), ("export", "1", "--to", str(shell.home / "x.md"), "--plaintext")):
            done = shell.run(*command, "--lang", language)
            assert (done.code, done.out) == (code, ""), command
            assert done.err.count("\n") == 1
            assert words in done.err.replace("\u00a0", " ")
    assert on_disk(shell.folder) == before
    assert not (shell.home / "x.md").exists()


def test_without_the_cipher_no_vault_is_made(shell: "Shell", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert shell.run("init", "--vault", str(tmp_path / "v"), "--kdf-memory", "64").code == 9
    assert not (tmp_path / "v").exists()
    assert shell.bare("doctor", "--json").json["cipher"] is None


HOSTILE = "[/red] [@click=app.quit]x[/] \x1b]52;c;QUJD\x07\x1b[2J \u202eenvers\u2066 \x9b31m"


def test_hostile_texts_come_in_and_go_out_harmless(shell: "Shell", tmp_path: Path) -> None:
    lines = [{"kind": "situation", "title": HOSTILE, "body": HOSTILE, "tags": [HOSTILE], "people": [HOSTILE]}]
    lines.append({"kind": "situation", "title": "long", "body": "é" * 500_000})
    source = tmp_path / "hostile.jsonl"
    source.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert shell.run("import", str(source)).code == 0
    refs = [str(each["ref"]) for each in shell.run("list", "--json").json]
    commands = [("list",), ("search", "envers"), ("people",), *(("show", ref) for ref in refs)]
    commands += [("export", *refs, "--dry-run"), ("export", *refs, "--for", "coach", "--dry-run", "--format", "html")]
    for command in commands:
        done = shell.run(*command)  # the shell of the tests refuses every ESC
        assert done.code == 0
        assert not {"\x07", "\x9b", "\u202e", "\u2066"} & set(done.out + done.err)
    assert "[/red] [@click=app.quit]x[/]" in shell.run("list").out


@pytest.mark.parametrize(("number", "told"), [(errno.ENOSPC, "plein"), (errno.EROFS, "lecture seule")])
def test_a_disk_that_takes_nothing_is_told_and_the_text_was_not_called_sealed(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def refuse(*_given: object) -> int:
        raise OSError(number, "refused")

    before = on_disk(shell.folder)
    with monkeypatch.context() as patched:
        patched.setattr("journal.files.os.write", refuse)
        for command in (("log",), ("passphrase", "--new-passphrase-file", str(shell.passphrase_file))):
            done = shell.run("--lang", "fr", *command, stdin="une note")
            assert (done.code, done.out) == (9, "")
            assert told in done.err
            assert done.err.count("\n") == 1
    assert {name for name in on_disk(shell.folder) if "inbox" in name} == set()
    assert on_disk(shell.folder)["vault.json"] == before["vault.json"]


def test_a_place_that_is_read_only_can_be_read_and_nothing_else(
    shell: "Shell", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.log("kept")
    assert shell.run("list").code == 0
    source = tmp_path / "in.jsonl"
    source.write_text('{"kind": "situation", "body": "x"}')
    before = on_disk(shell.folder)
    monkeypatch.setattr("journal.vault.vault.can_write", lambda _folder: False)  # root may write anywhere
    assert "kept" in shell.run("list").out
    assert shell.run("check").code == 0
    assert shell.run("export", "1", "--dry-run").code == 0
    new = ("--new-passphrase-file", str(shell.passphrase_file))
    export = ("export", "1", "--to", str(tmp_path / "x.md"), "--plaintext")
    people = ("people", "add", "Karim", "--alias", "K")
    for command in (("import", str(source)), ("passphrase", *new), ("rekey", *new), people, export):
        for language, told in (("en", "read-only"), ("fr", "lecture seule")):
            done = shell.run("--lang", language, *command)
            assert (done.code, done.out) == (9, ""), command
            assert told in done.err
    assert not (tmp_path / "x.md").exists()  # what cannot be registered does not leave
    assert on_disk(shell.folder) == before


@pytest.mark.outside
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_disk_that_fills_up_during_an_import_keeps_nothing_of_it(shell: "Shell", tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text("\n".join(json.dumps({"kind": "situation", "body": f"{n} " * 200}) for n in range(300)))
    shell.run("list")
    full = ["strace", "-f", "--seccomp-bpf", "-qqq", "-o", os.devnull, "-e", "trace=pwrite64"]
    full += ["-e", "inject=pwrite64:error=ENOSPC:when=30+"]
    command = [sys.executable, "-m", "journal", "import", str(source), "--lang", "fr"]
    done = subprocess.run(
        [*full, *command, "--passphrase-file", str(shell.passphrase_file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (9, "")
    assert done.stderr == "Le disque est plein.\n"
    assert shell.run("list", "--json").json == []
    assert shell.run("check").code == 0
