"""What stands around the words of a source: kept at the end of a text, or named as staying behind; never unsaid."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors.imports import ArchiveOfNotes, EncryptedNote, OtherJrnl, TooManyBad, UnrecognisedImport
from journal.importing.notices import Notice
from journal.importing.reading import Reading
from tests.importing.test_hostile import archive

Reader = Callable[..., Reading]
Writer = Callable[[str, str | bytes], Path]


def days(reading: Reading) -> dict[str, str]:
    return {each.new.title: f"{each.new.happened_at:%m-%d}" for each in reading.entries}


def test_all_dates_of_a_source_are_read_in_the_one_order_that_one_of_them_shows(read: Reader, write: Writer) -> None:
    write("notes/a.md", "---\ndate: 04/05/2026\n---\nx")
    folder = write("notes/b.md", "---\ndate: 06/07/2026\n---\nx").parent
    undecided = read(folder)
    assert days(undecided) == {"a": "05-04", "b": "07-06"}
    assert undecided.notices == {Notice.AMBIGUOUS_DAY: 2}
    write("notes/c.md", "---\ndate: 03/25/2026\n---\nx")
    told = read(folder)
    assert days(told) == {"a": "04-05", "b": "06-07", "c": "03-25"}
    assert told.notices == {Notice.MONTH_FIRST: 2}
    write("notes/d.md", "---\ndate: 25/03/2026\n---\nx")
    assert days(read(folder)) == {"a": "05-04", "b": "07-06", "c": "03-25", "d": "03-25"}


def test_names_of_daily_notes_are_read_in_that_order_too(read: Reader, write: Writer) -> None:
    write("notes/03-25-2026.md", "Mars.")
    told = read(write("notes/04-05-2026.md", "Avril.").parent)
    assert days(told) == {"Mars.": "03-25", "Avril.": "04-05"}


def test_the_files_of_a_journal_folder_of_jrnl_are_dated_alike(read: Reader, write: Writer) -> None:
    write("jrnl/2026/03/02.txt", "[03/02/2026 09:00 AM] Un\n")
    write("jrnl/2026/03/25.txt", "[03/25/2026 09:00 AM] Deux\n")
    folder = write("jrnl/2026/03/30.txt", "[03/30/2026 09:00 AM] Trois\n").parents[2]
    told = read(folder)
    assert days(told) == {"Un": "03-02", "Deux": "03-25", "Trois": "03-30"}
    assert told.date_format == "%m/%d/%Y"


def test_a_day_that_is_not_understood_is_said_and_kept(read: Reader, write: Writer) -> None:
    told = read(write("note.md", "---\ndate: demain matin\n---\nx"))
    assert told.notices == {Notice.UNREAD_DAY: 1, Notice.DAY_OF_FILE: 1}
    assert told.whole()[0].new.body.endswith("- date: demain matin")


def test_the_folder_and_the_name_that_a_person_gave_are_kept_and_moving_a_file_brings_nothing_new(
    read: Reader, write: Writer
) -> None:
    write("v/Projets/Alpha/Déléguer mieux.md", "# Déléguer\n\nTexte.")
    write("v/journals/2026_03_02.md", "- Un jour")
    folder = write("v/2026/03/2026-03-04.md", "Un autre").parents[2]
    told = {each.new.title: each for each in read(folder).whole()}
    assert told["Déléguer"].new.body == "Texte.\n\n* * *\n\n- folder: Projets/Alpha\n- file: Déléguer mieux"
    assert told["Déléguer"].new.body.removesuffix(told["Déléguer"].filed) == "Texte."
    assert [told[title].filed for title in ("Un jour", "Un autre")] == ["", ""]


def test_files_that_are_not_read_are_told_by_their_endings(read: Reader, write: Writer) -> None:
    write("v/a.org", "* x")
    write("v/b.canvas", "{}")
    assert read(write("v/c.md", "x").parent).others == {".org": 1, ".canvas": 1}


def test_a_note_shown_in_another_is_no_picture(read: Reader, write: Writer) -> None:
    text = "![[Autre]] ![[Autre#Partie]] ![[p.png|300]] ![](a%20b.jpg) ![[son.m4a]] ![[c.pdf#page=3]] ![](:/ab12)"
    assert read(write("2026-03-02 note.md", text)).notices == {Notice.PICTURES: 3, Notice.RECORDINGS: 2}


def test_notes_of_joplin_that_are_thrown_away_or_encrypted_are_said(read: Reader, write: Writer) -> None:
    def joplin(number: int, **fields: str) -> Path:
        told = {"id": f"{number:032x}", "created_time": "2026-03-02T08:00:00.000Z", "latitude": "0.0000"} | fields
        lines = "\n".join(f"{key}: {value}" for key, value in told.items())
        return write(f"j/{told['id']}.md", f"Titre {number}\n\nTexte\n\n{lines}\ntype_: 1")

    joplin(1, deleted_time="1773000000000")
    joplin(2, encryption_applied="1")
    told = read(joplin(3, is_todo="1", todo_due="1773000000000").parent)
    assert [type(each) for each in told.refused] == [EncryptedNote]
    assert told.notices == {Notice.TRASHED: 1}
    assert "- todo_due: 2026-03-08 20:00" in told.entries[0].new.body


def test_a_day_of_logseq_without_words_and_its_moments_in_figures(read: Reader, write: Writer) -> None:
    write("l/journals/2026_03_04.md", "-\n")
    told = read(write("l/pages/Une page.md", "created-at:: 1772441000000\n\n- Texte").parents[1])
    assert days(told) == {"Une page": "03-02"}
    assert told.notices == {Notice.EMPTY: 1}


ENTRY = {"uuid": "A", "creationDate": "2026-03-02T08:00:00Z", "timeZone": "Europe/Paris"}


def day_one(**fields: object) -> str:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": [ENTRY | fields]})


def test_words_beside_an_entry_of_day_one_are_kept_and_other_fields_named(read: Reader, write: Writer) -> None:
    told = read(write("j.json", day_one(
        text="Titre", photos=[{"caption": "Le tableau"}], audios=[{"transcription": "Dit au téléphone"}],
        comments=[{"text": "Bravo"}], music={"track": "X"}, userActivity={"stepCount": 3}, isPinned=True, isAllDay=True,
        creationDevice="iPhone", editingTime=3.5,
    )))  # fmt: skip
    body = told.whole()[0].new.body
    assert body == "- caption: Le tableau\n- transcription: Dit au téléphone\n- comments: Bravo"
    assert told.left == {"music": 1, "userActivity": 1, "isPinned": 1}


def test_an_archive_of_day_one_that_was_packed_anew_is_read(read: Reader, write: Writer) -> None:
    packed = archive(("Export/Journal.json", day_one(text="Un").encode()), ("__MACOSX/Export/._Journal.json", b"\0"))
    assert days(read(write("a.zip", packed))) == {"Un": "03-02"}
    with pytest.raises(ArchiveOfNotes, match="Unpack"):
        read(write("b.zip", archive(("v/note.md", b"x"))))


def test_what_jrnl_and_notion_and_bear_write_is_known(read: Reader, write: Writer) -> None:
    with pytest.raises(OtherJrnl):
        read(write("a.md", "# 2026\n\n## March\n\n### 2026-03-02 09:15 Un\n\nTexte\n"))
    yaml = read(write("b.md", "---\ntitle: Un\ndate: 2026-03-02 09:15\nbody: |\n    Texte\n    deux\n...\n"))
    assert yaml.whole()[0].new.body == "Texte\ndeux"
    page = "# Réunion\n\nDate: March 2, 2026\nTags: codir, équipe\nStatus: En cours\n\nTexte\n"
    (only,) = read(write(f"Réunion {'1a' * 16}.md", page)).whole()
    assert (only.new.title, only.new.tags, f"{only.new.happened_at:%m-%d}") == ("Réunion", ("codir", "équipe"), "03-02")
    assert only.new.body == "Texte\n\n* * *\n\n- Status: En cours"
    bear = read(write("2026-03-02 c.md", "#codir/suivi# et #vie de bureau# et #seul"))
    assert bear.whole()[0].new.tags == ("vie de bureau", "codir/suivi", "seul")


def test_an_object_that_is_of_no_journal_is_not_named_line_by_line(read: Reader, write: Writer) -> None:
    with pytest.raises(UnrecognisedImport):
        read(write("t.canvas", '{"nodes": [{"id": "1", "type": "text"}]}'))


def test_any_number_of_bad_entries_can_be_left_out(read: Reader, write: Writer) -> None:
    source = write("a.jsonl", '{"kind"\n' * 3000 + json.dumps({"kind": "situation", "body": "x"}))
    with pytest.raises(TooManyBad, match="skip-bad"):
        read(source)
    told = read(source, skip_bad=True)
    assert (len(told.entries), len(told.refused) + told.refused_more) == (1, 3000)
    with pytest.raises(TooManyBad):
        read(write("b.jsonl", '{"kind"\n' * 3000), skip_bad=True)
