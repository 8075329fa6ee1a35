"""Bad input met in the app: said on the page in the language of the person, nothing changed, what was typed kept."""

import errno
import json
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from journal import language
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import capturing, reading
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from screens.frame.cover import CoverScreen
from screens.frame.page_header import PageHeader
from screens.sharing.delivery import DeliveryScreen
from screens.widgets.answer_area import AnswerArea
from screens.widgets.choice import ChoiceField
from screens.widgets.plain import PlainText

DAMAGED = "est abîmé ou a été modifié"


def sealed_anew(folder: Path, **changes: Any) -> None:
    """Write header and mirror with a right checksum and without the key."""
    for name in ("vault.json", "vault.json.mirror"):
        body = json.loads((folder / name).read_bytes())
        body["slots"][0] |= changes.get("slot", {})
        body = {key: value for key, value in (body | changes).items() if key not in ("checksum", "slot")}
        plain = json.dumps(body, sort_keys=True, indent=1).encode() + b"\n"
        whole = json.dumps(body | {"checksum": zlib.crc32(plain)}, sort_keys=True, indent=1).encode() + b"\n"
        (folder / name).write_bytes(whole)


def cut(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    for name in ("vault.json", "vault.json.mirror"):
        (folder / name).write_bytes((folder / name).read_bytes()[:300])


def absurd_memory(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    sealed_anew(folder, slot={"memory_kib": 2**40})


def newer(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    sealed_anew(folder, version=2)


def text_for_database(folder: Path, _patch: pytest.MonkeyPatch) -> None:
    (folder / "journal.db").write_text("Cher journal, " * 500, "utf-8")


def no_cipher(_folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setitem(sys.modules, "sqlcipher3", None)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (cut, DAMAGED),
        (absurd_memory, DAMAGED),
        (newer, "version plus récente"),
        (text_for_database, DAMAGED),
        (no_cipher, "moteur de base"),
    ],
)
async def test_a_vault_that_is_not_whole_is_told_at_the_door_and_left_as_it_is(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch, damage: Callable[..., None], told: str
) -> None:
    language.choose("fr")
    folder = vaulted.environment.folder
    async with vaulted.locked_app() as pilot:
        damage(folder, monkeypatch)
        before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        await vaulted.enter(pilot)
        assert told in " ".join(vaulted.shown(pilot).replace("\u00a0", " ").split())
        assert not vaulted.app(pilot).is_open
        assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def refusing(number: int) -> Callable[..., Any]:
    """Return a connection's execute that meets a disk which refuses every write."""
    from sqlcipher3 import dbapi2

    class Refused(dbapi2.OperationalError):  # type: ignore[misc]  # sqlcipher3 carries no types
        sqlite_errorcode = number

    def execute(*_given: Any) -> Any:
        raise Refused

    return execute


REFUSALS = ((13, "disque est plein"), (10, "n’a pas pu lire ou écrire"), (8, "lecture seule"))
"""SQLite's codes for a full disk, an I/O error and a read-only disk (https://sqlite.org/rescode.html)."""


async def test_what_cannot_be_kept_is_never_called_kept_and_is_tried_again(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    language.choose("fr")
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Refus")
        for code, told in REFUSALS:
            with monkeypatch.context() as patched:
                patched.setattr("journal.store.store.Tx.insert", refusing(code))
                patched.setattr("journal.store.store.Tx.run", refusing(code))
                await pilot.press("!", "ctrl+s")
                await vaulted.settle(pilot)
                header = pilot.app.screen.query_one(PageHeader)
                assert told in vaulted.shown(pilot).replace("\u00a0", " ")
                assert not header.state.startswith("gardé")
                assert pilot.app.screen.query_one(AnswerArea).text.startswith("Refus!")
                assert reading.newest(vaulted.app(pilot).journal.notebook, Filter(), 5) == []
        with monkeypatch.context() as patched:
            patched.setattr("journal.store.store.Tx.insert", refusing(13))
            patched.setattr("journal.store.store.Tx.run", refusing(13))
            patched.setattr("journal.files.os.write", lambda *_given: (_ for _ in ()).throw(OSError(errno.ENOSPC, "")))
            await pilot.press("ctrl+l")
            await vaulted.settle(pilot)
            assert isinstance(pilot.app.screen, CoverScreen)  # neither lost nor shown
            await pilot.press("x", "escape")  # leaving the page does not leave the text
            await vaulted.settle(pilot)
        vaulted.app(pilot).journal.saves.try_again()  # what the app does every other second
        await vaulted.settle(pilot)
        assert [line.title for line in reading.newest(vaulted.app(pilot).journal.notebook, Filter(), 5)] == ["Refus!!!"]


async def test_a_read_only_vault_opens_to_be_read_and_says_so_when_one_writes(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    language.choose("fr")
    notebook = vaulted.notebook()
    capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="Déjà là", happened_at=vaulted.hands.at))
    notebook.close()
    monkeypatch.setattr("journal.vault.vault.can_write", lambda _folder: False)  # root may write anywhere
    async with vaulted.unlocked_app() as pilot:
        assert "Déjà là" in vaulted.shown(pilot)
        await pilot.press("n", *"Non", "ctrl+s")
        await vaulted.settle(pilot)
        assert "lecture seule" in vaulted.shown(pilot).replace("\u00a0", " ")
        assert pilot.app.screen.query_one(AnswerArea).text == "Non"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
async def test_a_vault_that_cannot_be_made_is_told_and_none_is_left(
    house: Any, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_given: Any) -> int:
        raise OSError(number, "refused")

    language.choose("fr")
    monkeypatch.setattr("journal.files.os.write", refuse)
    async with house.locked_app() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        for field in pilot.app.screen.query("Secret"):
            field.value = house.passphrase
        await pilot.press("enter", "enter")
        await house.settle(pilot)
        shown = " ".join(house.shown(pilot).replace("\u00a0", " ").split())
        assert any(words in shown for words in ("disque est plein", "refuse l’accès"))
    assert not (house.environment.folder / "vault.json").exists()


def files_of(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".md")


async def test_a_target_that_may_not_be_written_is_told_and_left_as_it_is(
    vaulted: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    language.choose("fr")
    notebook = vaulted.notebook()
    new = NewEntry(kind=Kind.SITUATION, title="Une", body="x", happened_at=vaulted.hands.at)
    preview = prepare(notebook, Selection(refs=(capturing.write(notebook, new).ref,), audience=Audience.ME))
    notebook.close()
    (tmp_path / "there.md").write_text("mine")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "there.md")
    before = files_of(tmp_path)
    refusals = [
        (str(tmp_path / "there.md"), "existe déjà"),
        (str(tmp_path / "folder.md"), "n’est pas un simple fichier"),
        (str(tmp_path / "link.md"), "n’est pas un simple fichier"),
        (str(tmp_path / "none" / "x.md"), "Il n’y a pas de dossier"),
        (f"{tmp_path}/none/../x.md", "n’est pas un nom sûr"),
        ("full", "Le disque est plein"),
    ]
    async with vaulted.unlocked_app() as pilot:
        page = DeliveryScreen(preview)
        pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        for name, value in (("format", FileFormat.MARKDOWN.value), ("protection", Protection.NONE.value)):
            page.query_one(f"#field-{name}", ChoiceField).text = value
            page.query_one(f"#field-{name}", ChoiceField).post_message(ChoiceField.Changed())
            await vaulted.settle(pilot)
        for path, told in refusals:
            with monkeypatch.context() as patched:
                if path == "full":
                    patched.setattr("os.write", lambda *_given: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
                    patched.setattr("os.fsync", lambda *_given: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
                page.query_one("#field-path", Input).value = str(tmp_path / "full.md") if path == "full" else path
                page.query_one("#field-word", Input).value = "partager"
                page.action_deliver()
                await vaulted.settle(pilot)
            assert told in str(page.query_one("#told", PlainText).content).replace("\u00a0", " ")
            assert page.left is None
    assert files_of(tmp_path) == before
    assert (tmp_path / "there.md").read_text() == "mine"
