"""Who can open the vault, and that it comes back: init, passphrase, recover, check, backup, restore, rehearse."""

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

NEW = "girafe cobalt tramway 51 peluche"


def new_passphrase(shell: "Shell", text: str = NEW) -> str:
    path = shell.home / "new-passphrase"
    path.write_text(text + "\n", "utf-8")
    return str(path)


def test_init_prints_the_recovery_code_once_and_refuses_a_second_vault(shell: "Shell", tmp_path: Path) -> None:
    folder = tmp_path / "new"
    done = shell.process(
        "init", "--vault", str(folder), "--kdf-memory", "64", "--passphrase-file", str(shell.passphrase_file)
    )
    assert done.code == 0
    assert len(done.out.strip().split("-")) == 8
    assert done.out.strip() not in done.err
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0
        assert not [path for path in folder.rglob("*") if path.stat().st_mode & 0o077]
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert shell.run("init", "--vault", str(folder)).code == 7
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_passphrase_that_would_be_guessed_is_refused_and_nothing_is_made(shell: "Shell", tmp_path: Path) -> None:
    for weak in ("password123", "azerty", "motdepasse"):
        done = shell.bare("init", "--vault", str(tmp_path / "v"), "--passphrase-file", "-", stdin=weak + "\n")
        assert done.code == 7
    assert not (tmp_path / "v").exists()


def test_the_memory_of_a_guess_has_a_floor(shell: "Shell", tmp_path: Path) -> None:
    assert shell.run("init", "--vault", str(tmp_path / "v"), "--kdf-memory", "63").code == 2


def test_a_changed_passphrase_opens_and_the_old_one_does_not(shell: "Shell") -> None:
    shell.log("kept")
    assert shell.run("passphrase", "--new-passphrase-file", new_passphrase(shell)).code == 0
    assert shell.run("list").code == 3
    assert shell.bare("list", "--passphrase-file", new_passphrase(shell)).code == 0


def test_a_weak_new_passphrase_leaves_the_old_one(shell: "Shell") -> None:
    assert shell.run("passphrase", "--new-passphrase-file", new_passphrase(shell, "azerty12")).code == 7
    assert shell.run("list").code == 0


def test_the_recovery_code_sets_a_new_passphrase_and_a_wrong_one_nothing(shell: "Shell", tmp_path: Path) -> None:
    folder = str(tmp_path / "v")
    created = shell.run("init", "--vault", folder, "--kdf-memory", "64")
    code = tmp_path / "code"
    code.write_text("AAAA-" * 7 + "AAAA\n")
    arguments = ("recover", "--vault", folder, "--code-file", str(code), "--new-passphrase-file", new_passphrase(shell))
    assert shell.bare(*arguments).code == 3
    code.write_text(created.out)
    assert shell.bare(*arguments).code == 0
    assert shell.run("list", "--vault", folder).code == 3
    assert shell.bare("list", "--vault", folder, "--passphrase-file", new_passphrase(shell)).code == 0
    assert shell.bare("recover", "--vault", folder).code == 3


def test_a_whole_vault_is_said_to_be_whole_and_a_flipped_byte_is_found(shell: "Shell") -> None:
    for number in range(30):
        shell.log(f"note {number} " + "long " * 200)
    shell.run("list")
    assert shell.run("check", "--json").json == {"whole": True, "findings": [], "remarks": []}
    database = next(shell.folder.glob("*.db"))
    content = bytearray(database.read_bytes())
    content[-2000] ^= 1
    database.write_bytes(content)
    done = shell.run("check")
    assert done.code == 5
    assert done.err


def test_a_backup_restores_into_a_new_folder_and_nowhere_else(shell: "Shell", tmp_path: Path) -> None:
    shell.log("to be kept")
    shell.run("list")
    done = shell.run("backup", "--to", str(tmp_path / "safe"))
    assert done.code == 0
    file = done.out.strip()
    assert "PERSONAL" in Path(file).name
    restored = tmp_path / "restored"
    assert shell.bare("restore", file, "--to", str(restored)).code == 0
    (entry,) = shell.run("list", "--json", "--vault", str(restored)).json
    assert entry["title"] == "to be kept"
    assert shell.bare("restore", file, "--to", str(restored)).code == 7
    content = bytearray(Path(file).read_bytes())
    Path(file).write_bytes(content[: len(content) // 2])
    assert shell.bare("restore", file, "--to", str(tmp_path / "third")).code == 5
    assert not (tmp_path / "third").exists()


def test_the_rehearsal_needs_a_backup_and_proves_it(shell: "Shell") -> None:
    assert shell.run("rehearse").code == 4
    assert shell.run("backup").code == 0
    done = shell.run("rehearse")
    assert done.code == 0
    assert "restores" in done.out
    assert not list(shell.folder.rglob("*.part"))


def test_a_vault_of_a_newer_version_is_refused_and_left_as_it_is(shell: "Shell") -> None:
    for name in ("vault.json", "vault.json.mirror"):
        header = json.loads((shell.folder / name).read_bytes())
        (shell.folder / name).write_text(json.dumps(header | {"version": header["version"] + 1}))
    before = {path: path.read_bytes() for path in shell.folder.iterdir() if path.is_file() and path.suffix != ".lock"}
    for language, told in (("en", "newer version"), ("fr", "version plus récente")):
        done = shell.run("list", "--lang", language)
        assert done.code == 8
        assert told in done.err
    for path, content in before.items():
        assert path.read_bytes() == content


@pytest.mark.slow_proof
def test_flipped_bytes_are_told_and_never_a_fault_of_the_program(
    shell: "Shell", proof_count: Callable[[int, int], int]
) -> None:
    shell.log("kept")
    shell.run("list")
    chance = random.Random(11)
    whole = {path: path.read_bytes() for path in shell.folder.iterdir() if path.suffix in (".json", ".mirror", ".db")}
    for _ in range(proof_count(30, 2000)):
        for path, content in whole.items():
            flipped = bytearray(content)
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            path.write_bytes(flipped)
        for command in ("list", "check"):
            assert shell.run(command).code in (5, 8)


def test_a_new_key_keeps_the_journal_and_ends_the_old_passphrase_and_code(shell: "Shell", tmp_path: Path) -> None:
    shell.log("kept")
    shell.run("list")
    shell.log("waiting")
    key = (shell.folder / "vault.json").read_bytes()
    done = shell.run("rekey", "--new-passphrase-file", new_passphrase(shell))
    assert done.code == 0
    assert len(done.out.strip().split("-")) == 8
    assert "copies elsewhere keep the old key" in done.err
    assert (shell.folder / "vault.json").read_bytes() != key
    assert shell.run("list").code == 3
    fresh = shell.bare("list", "--json", "--passphrase-file", new_passphrase(shell))
    assert [entry["title"] for entry in fresh.json] == ["waiting", "kept"]
    assert shell.bare("check", "--passphrase-file", new_passphrase(shell)).code == 0
    assert shell.bare("rehearse", "--passphrase-file", new_passphrase(shell)).code == 0
    code = tmp_path / "code"
    code.write_text(done.out)
    again = ("recover", "--code-file", str(code), "--new-passphrase-file", new_passphrase(shell))
    assert shell.bare(*again).code == 0


@pytest.mark.slow_proof
def test_a_vault_cut_short_anywhere_is_told(shell: "Shell", proof_count: Callable[[int, int], int]) -> None:
    shell.log("kept " * 2000)
    shell.run("list")
    chance = random.Random(15)
    whole = {path: path.read_bytes() for path in shell.folder.iterdir() if path.suffix in (".json", ".mirror", ".db")}
    for turn in range(proof_count(10, 500)):
        for path, content in whole.items():
            header = path.suffix != ".db"
            cut = turn % 2 == header  # the database, or the header with its mirror
            path.write_bytes(content[: chance.randrange(len(content))] if cut else content)
        assert shell.run("check").code == 5


@pytest.mark.parametrize("name", ["vault.json", "vault.json.mirror"])
def test_a_header_mended_from_its_copy_is_told_once(shell: "Shell", name: str) -> None:
    path = shell.folder / name
    whole, cut = path.read_bytes(), path.read_bytes()[:-40]
    for language, words in (("en", "was written anew"), ("fr", "a été réécrit")):
        path.write_bytes(cut)
        told = shell.run("check", "--lang", language)
        assert (told.code, told.out) == (5, "")
        assert words in told.err
    path.write_bytes(cut)
    assert shell.run("check", "--json").json["findings"] == [{"where": name, "what": "mended"}]
    assert path.read_bytes() == whole
    assert shell.run("check").code == 0


def test_recover_names_the_option_that_it_takes(shell: "Shell") -> None:
    told = shell.bare("recover", "--passphrase-file", new_passphrase(shell))
    assert told.code == 2
    assert "--new-passphrase-file" in told.err


def test_an_older_vault_put_back_is_told_by_each_command_until_it_is_taken_as_the_latest(shell: "Shell") -> None:
    shutil.copytree(shell.folder, older := shell.folder.with_name("older"))
    shell.log("written since")
    assert shell.run("list").err == ""  # takes the note over: one opening
    shutil.rmtree(shell.folder)
    older.rename(shell.folder)
    for command in (("list",), ("check",)):
        assert "older than the one you last opened here" in shell.run(*command).err
    assert [each["sort"] for each in shell.run("check", "--json").json["remarks"]] == ["older-vault"]
    assert shell.run("check", "--restored").err == ""
    assert shell.run("list").err == ""
