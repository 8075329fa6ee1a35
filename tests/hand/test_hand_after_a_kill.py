"""The key in hand when the vault has another key meanwhile, and when its folder is not its user's alone."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal import paths, settings
from journal.settings import Settings
from journal.vault import rekeyed, vault

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

if sys.platform == "win32":
    pytest.skip("the key in hand does not exist on Windows", allow_module_level=True)

from journal.hand import held

PASSPHRASE = "marmotte kiosque vanille 7f3a9c"
NEW = "girafe velours tambour octobre 4b"


@pytest.fixture
def folder(shell: "Shell", monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the sockets, not made yet; holding is switched on."""
    run = shell.home / "run"
    run.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    settings.save(Settings(key_in_hand=True), paths.config_folder() / "settings.toml")
    return run / "recul-hand"


@pytest.mark.parametrize("killed_before", ["anything", "the header", "the captures"])
def test_a_new_key_that_was_decided_and_not_put_in_place_is_no_damage(
    shell: "Shell", folder: Path, monkeypatch: pytest.MonkeyPatch, killed_before: str
) -> None:
    shell.log("The board said no")
    opened = vault.unlock(shell.folder, PASSPHRASE)
    key = opened.data_key()
    opened.close()
    (new := shell.home / "new").write_text(f"{NEW}\n", "utf-8")
    _kill_rekeying(shell, new, killed_before)
    let_go: list[str] = []
    monkeypatch.setattr(held, "key_of", lambda _name: key)
    monkeypatch.setattr(held, "let_go", let_go.append)
    done = shell.bare("list")
    assert (done.code, len(let_go)) == (3, 1)
    assert "damaged" not in done.err
    assert "The board said no" in shell.bare("--passphrase-file", str(new), "list").out


def _kill_rekeying(shell: "Shell", new: Path, before: str) -> None:
    """Rekey, and be killed on the way from the decision to the place."""

    def killed(at: Path, *_facts: object) -> None:
        if before != "anything":
            (at / rekeyed.READY / "journal.db").replace(at / "journal.db")
        if before == "the captures":
            (at / rekeyed.READY / "vault.json").replace(at / "vault.json")
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        opening = rekeyed.put_in_place
        patch.setattr(rekeyed, "put_in_place", lambda at: killed(at) if (at / rekeyed.READY).exists() else opening(at))
        assert shell.run("rekey", "--new-passphrase-file", str(new)).code == 130
    assert (shell.folder / rekeyed.READY).exists()


@pytest.mark.parametrize("command", ["lock", "list", "unlock"])
@pytest.mark.parametrize(("language", "words"), [("en", "was open to others"), ("fr", "était ouvert à d’autres")])
def test_a_folder_that_others_could_enter_is_closed_again_and_that_is_said(
    shell: "Shell", folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, language: str, words: str
) -> None:
    monkeypatch.setattr(held, "hold", lambda *_facts: None)
    folder.mkdir()
    folder.chmod(0o755)
    assert shell.bare("doctor", "--json").json["key_in_hand"]["safe"] is False
    done = shell.run(command, "--lang", language)
    assert done.code == 0
    assert done.err.count(words) == 1
    assert folder.stat().st_mode & 0o777 == 0o700
    assert words not in shell.run(command, "--lang", language).err
    assert shell.bare("doctor", "--json").json["key_in_hand"]["safe"] is True


def test_a_folder_of_another_user_is_refused_and_left_as_it_is(
    shell: "Shell", folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    monkeypatch.setattr("os.getuid", lambda: folder.stat().st_uid + 1)
    for command in ("lock", "unlock"):
        done = shell.run(command)
        assert done.code == 7
        assert "or not yours" in done.err
    assert folder.stat().st_mode & 0o777 == 0o755
    assert "or not yours" in shell.bare("doctor").out
    assert shell.run("list").code == 0


def test_a_folder_that_cannot_be_entered_is_told_and_no_process_is_blamed(
    shell: "Shell", folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_folder: str) -> None:
        raise PermissionError

    folder.mkdir(mode=0o700)
    monkeypatch.setattr("journal.hand.keeper.inside", closed)
    assert "or not yours" in shell.run("lock").err
