"""Notes from the phone as they come in: once, as captures, and whatever is wrong with one costs itself only."""

import os
import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from journal.errors.imports import CutNote, EndedPage, ForeignNote, NoNote, RepeatedNote, UnknownPhonePage
from journal.importing import phone_closed, phone_files, phone_notes
from journal.importing.phone_notes import Why
from journal.model.entry import Entry
from journal.model.kind import State
from journal.model.sealed_note import BEGIN
from journal.model.situation import SituationDetails
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook, open_notebook
from journal.sharing import phone
from journal.store import entries
from journal.vault import inbox
from journal.vault.vault import OpenVault
from tests.sharing.phone_sealing import Sealer, hostile_files
from tests.sharing.sealing import RAW

NOW = datetime.fromisoformat("2026-11-12T18:42:00+01:00")


@pytest.fixture
def notebook(vault: OpenVault) -> Iterator[Notebook]:
    opened = open_notebook(vault, clock=lambda: NOW)
    yield opened
    opened.store.close()


@pytest.fixture
def sealer(notebook: Notebook, tmp_path: Path) -> Sealer:
    """Return what a page that was written here holds."""
    path, _words = phone.write(notebook, tmp_path, "en")
    return Sealer.of(path)


def kept(notebook: Notebook) -> list[Entry]:
    with notebook.store.reading() as tx:
        return [entries.get(tx, ref) for ref in entries.every_ref(tx)]


def look(notebook: Notebook, *folders: Path, remove: bool = False) -> int:
    return phone_files.look(notebook.store, notebook.vault.folder, map(str, folders), NOW, remove=remove)


def mail(text: str, subject: str = "Le hall") -> bytes:
    told = EmailMessage()
    told["Subject"], told["From"], told["Date"] = subject, "moi@example.org", "Thu, 12 Nov 2026 09:00:00 +0100"
    told.set_content(text)
    return told.as_bytes()


def test_a_note_is_a_capture_with_its_title_its_moment_and_its_short_questions(
    notebook: Notebook, sealer: Sealer
) -> None:
    heat = {"before": "7", "facts": "Il est sorti.", "if-then": "Si…, alors je sors.", "after": "4", "unknown": "x"}
    text = sealer.note(1, "Le hall\nTout le monde a vu.", when="hier 18h", heat=heat)
    taken = phone_files.take_text(notebook.store, f"Bonjour\n\n> {text}".replace("\n", "\r\n> "), NOW)
    (entry,) = kept(notebook)
    assert (taken.refs, entry.title, entry.state) == ((entry.ref,), "Le hall", State.CAPTURED)
    assert entry.happened_at.isoformat() == "2026-11-11T18:00:00+01:00"
    assert entry.details_as(SituationDetails).intensity == 7
    assert entry.body == "Tout le monde a vu."
    heard = entry.details_as(SituationDetails).heat
    assert heard is not None
    assert heard.answers == tuple((name, said) for name, said in heat.items() if name != "unknown")
    assert (heard.language, heard.written_at.isoformat()) == ("en", "2026-11-12T08:00:00+01:00")
    assert phone_notes.from_phone(notebook.store, [entry.ref, 99]) == {entry.ref}


def test_words_that_tell_no_moment_stay_in_the_text(notebook: Notebook, sealer: Sealer) -> None:
    phone_files.take_text(notebook.store, sealer.note(1, "A", when="quand la lune sera verte"), NOW)
    (entry,) = kept(notebook)
    assert entry.body == "When: “quand la lune sera verte”"
    assert entry.happened_at.isoformat() == "2026-11-12T08:00:00+01:00"


def test_a_note_comes_in_once_even_when_its_text_was_destroyed(notebook: Notebook, sealer: Sealer) -> None:
    both = sealer.note(1, "Un") + sealer.note(2, "Deux") + sealer.note(1, "Un")
    taken = phone_files.take_text(notebook.store, both, NOW)
    assert (len(taken.refs), taken.known) == (2, 1)
    capturing.discard(notebook, taken.refs[0])
    reading.purge(notebook, taken.refs[0])
    with pytest.raises(RepeatedNote):
        phone_files.take_text(notebook.store, both, NOW)
    assert [each.title for each in kept(notebook)] == ["Deux"]
    again = phone_files.take_text(notebook.store, both + sealer.note(3, "Trois"), NOW)
    assert (len(again.refs), again.known) == (1, 3)


def test_what_is_foreign_ended_or_damaged_is_told_in_words(notebook: Notebook, sealer: Sealer, tmp_path: Path) -> None:
    good = sealer.note(1, "Un")
    (tmp_path / "two").mkdir()
    other = Sealer.of(phone.write(notebook, tmp_path / "two", "fr")[0])
    (newer, older) = phone.pages(notebook)
    assert newer.words != older.words
    phone.end(notebook, newer.number)
    phone.end(notebook, newer.number)
    assert [bool(each.ended_at) for each in phone.pages(notebook)] == [True, False]
    with pytest.raises(UnknownPhonePage):
        phone.end(notebook, 99)
    for text, refused in (
        (other.note(1, "Un"), EndedPage),
        (Sealer(b"x" * 16, sealer.public).note(1, "Un"), ForeignNote),
        (Sealer(sealer.page, other.public).note(1, "Un"), CutNote),
        (good[:400], CutNote),
        (good.replace(good[300:304], "AAAA"), CutNote),
        (sealer.note(1, ""), CutNote),
        (sealer.note(1, "a" * 50_000), CutNote),
        ("Bonjour", NoNote),
    ):
        with pytest.raises(refused) as failure:
            phone_files.take_text(notebook.store, text, NOW)
        assert failure.value.message()
    assert kept(notebook) == []
    taken = phone_files.take_text(notebook.store, good[:400] + "\n" + good, NOW)
    assert (len(taken.refs), taken.closed) == (1, (Why.DAMAGED,)), "what is wrong costs itself only"


def test_a_folder_is_looked_into_by_names_and_nothing_in_it_changes(
    notebook: Notebook, sealer: Sealer, tmp_path: Path
) -> None:
    folder, outside = tmp_path / "Downloads", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (folder / "recul-note-1.txt").write_text(sealer.note(1, "Un"), "utf-8")
    (folder / "recul-note-1 (1).txt").write_text(sealer.note(1, "Un"), "utf-8")
    (folder / "Fwd recul.eml").write_bytes(mail(f"Voilà\n{sealer.note(2, 'Deux')}"))
    (folder / "recul, a plain mail.eml").write_bytes(mail("Rien de scellé"))
    (folder / "other.txt").write_text(sealer.note(3, "Trois"), "utf-8")
    (folder / "recul-large.txt").write_text(sealer.note(4, "Quatre") + " " * phone_files.LARGEST, "utf-8")
    (outside / "recul-note-5.txt").write_text(sealer.note(5, "Cinq"), "utf-8")
    (folder / "recul-link.txt").symlink_to(outside / "recul-note-5.txt")
    (folder / "recul-foreign.txt").write_text(Sealer(b"x" * 16, sealer.public).note(6, "Six"), "utf-8")
    if os.name == "posix":
        os.mkfifo(folder / "recul-pipe.txt")
    (folder / "recul-folder.txt").mkdir()
    before = sorted(path.name for path in folder.iterdir())
    assert look(notebook, folder, tmp_path / "gone") == 2
    assert look(notebook, folder) == 0
    assert sorted(path.name for path in folder.iterdir()) == before
    assert sorted(each.title for each in kept(notebook)) == ["Deux", "Un"]
    assert [(each.name, each.why, each.told) for each in phone_closed.closed(notebook.store)] == [
        ("recul-foreign.txt", Why.FOREIGN, False)
    ]
    phone_closed.note_told(notebook.store)
    assert [each.told for each in phone_closed.closed(notebook.store)] == [True]
    assert look(notebook, folder, remove=True) == 0
    gone = set(before) - {path.name for path in folder.iterdir()}
    assert gone == {"recul-note-1.txt", "recul-note-1 (1).txt"}, "what was taken in, and no mail"


def test_the_inbox_is_emptied_and_what_stays_closed_is_put_aside(notebook: Notebook, sealer: Sealer) -> None:
    box = notebook.vault.folder / inbox.FOLDER
    box.mkdir(exist_ok=True)
    assert not inbox.has_files(notebook.vault.folder)
    (box / "a.txt").write_text(sealer.note(1, "Un"), "utf-8")
    (box / "b.eml").write_bytes(mail("Il est passé sans un mot.\n-- \nMoi"))
    (box / "c.txt").write_text(sealer.note(2, "Deux")[:300], "utf-8")
    (box / "readme.txt").write_text("Rien", "utf-8")
    assert inbox.has_files(notebook.vault.folder)
    assert look(notebook) == 2
    assert sorted(path.name for path in box.iterdir()) == ["readme.txt", inbox.UNREADABLE]
    assert [path.name for path in (box / inbox.UNREADABLE).iterdir()] == ["c.txt"]
    found = {each.title: each for each in kept(notebook)}
    assert found["Le hall"].body == "Il est passé sans un mot."
    assert found["Le hall"].happened_at.isoformat() == "2026-11-12T09:00:00+01:00"
    assert phone_notes.from_phone(notebook.store, [found["Un"].ref, found["Le hall"].ref]) == {found["Un"].ref}


def test_a_mail_that_is_named_is_taken_as_it_is_and_said_not_to_be_sealed(
    notebook: Notebook, sealer: Sealer, tmp_path: Path
) -> None:
    plain, closed, text = tmp_path / "a.eml", tmp_path / "b.eml", tmp_path / "c.txt"
    plain.write_bytes(mail("Il est passé."))
    closed.write_bytes(mail(sealer.note(1, "Un")))
    text.write_text("Il est passé.", "utf-8")
    assert phone_files.take_file(notebook.store, plain, NOW)[1] is False
    assert phone_files.take_file(notebook.store, closed, NOW)[1] is True
    with pytest.raises(RepeatedNote):
        phone_files.take_file(notebook.store, plain, NOW)
    with pytest.raises(NoNote):
        phone_files.take_file(notebook.store, text, NOW)
    assert len(kept(notebook)) == 2


def test_a_text_of_beginnings_is_read_in_a_time_that_grows_with_its_length(notebook: Notebook) -> None:
    began = time.perf_counter()
    with pytest.raises(CutNote):
        phone_files.take_text(notebook.store, (BEGIN + " \n") * 40_000, NOW)
    assert time.perf_counter() - began < 20, "it was minutes before"


@pytest.mark.slow_proof
def test_hostile_files_come_in_harmless_or_stay_closed(
    notebook: Notebook, sealer: Sealer, tmp_path: Path, proof_count: Any
) -> None:
    folder = tmp_path / "hostile"
    count = 0
    for number, content in enumerate(hostile_files(sealer, proof_count(200, 1000))):
        if number % 100 == 0:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        (folder / f"recul-{number}.{'eml' if number % 4 == 3 else 'txt'}").write_bytes(content)
        if number % 100 == 99:
            count += look(notebook, folder)
    came = kept(notebook)
    assert 0 < len(came) == count
    for each in came:
        assert each.state is State.CAPTURED
        assert not RAW.search(each.title)
        assert not RAW.search(each.body.replace("\n", ""))
    for closed in phone_closed.closed(notebook.store):
        assert closed.reason
    assert look(notebook, folder) == 0
