"""Sources made to harm: each ends in entries or in an error with a name, in a time that grows with its size."""

import io
import json
import plistlib
import random
import time
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.errors import ReculError
from journal.errors.imports import (
    ArchiveOfNotes,
    DamagedImport,
    DamagedImportField,
    ImportOverCap,
    ImportTooLarge,
    TooLongFile,
    TooManyBad,
    TooManyNames,
    UnsafeArchive,
)
from journal.importing import day_one_archive, folders, incoming, reading
from journal.importing.formats import Format, ImportOptions
from journal.importing.notices import Notice
from journal.importing.reading import Reading, read_source
from tests.importing.conftest import AT, CASES

Reader = Callable[..., Reading]
Writer = Callable[[str, str | bytes], Path]
BITS = [
    b"", b"\x00", b"{", b'"', b"\xff", b"\x1b", b"[[", b"9" * 30, b"\n", b"null", b"---\n", b": ", b"- ", b"&a ", b"*a",
    b"!!python/object:x ", b"<<: *a", b"? ", b"|\n", b">-\n", b"+++\n", b":: ", b"#", b"[", b"]", b"\\", b"\r", b"'",
    b"\xe2\x80\xae", b"0001-01-01", b"9999-12-31T23:59:59-23:59", b"2026-02-30", b"25:61", b"\t", b"@" * 50, b"1e999",
]  # fmt: skip
PATIENCE = 20  # seconds for eight megabytes on a busy machine; the square of their number would take days


@pytest.mark.slow_proof
def test_mutants_of_every_kind_of_source_are_read_or_refused_by_name(
    tmp_path: Path, proof_count: Callable[[int, int], int]
) -> None:
    chance = random.Random(10)
    sources = sorted(path for path in CASES.rglob("*") if path.is_file() and path.stat().st_size)
    for _ in range(proof_count(150, 10_000)):
        source = chance.choice(sources)
        mutant = bytearray(source.read_bytes())
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(mutant) + 1)
            mutant[at : at + chance.choice([0, 0, 1, 2, 5, 20])] = chance.choice(BITS) * chance.choice([1, 1, 3, 40])
        path = tmp_path / source.name
        path.write_bytes(mutant)
        try:
            told = read_source(str(path), ImportOptions(AT, chance.choice([None, None, *Format])))
        except ReculError as error:
            assert error.exit_code in (2, 5)  # noqa: PT017 -- read or refused, both are right
            continue
        for each in told.entries:
            assert "\x1b" not in each.new.title + each.new.body
            assert "{'" not in each.new.title  # no program's own words
        assert all(error.named() for error in told.refused)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", ("---\na: ", "[", 60_000, "\n---\nx")),
        ("a.md", ("---\na: &a [x]\nb: [*a, *a]\nc: {<<: *a}\n---\nx",)),
        ("a.md", ("---\na: !!python/object/apply:os.system ['x']\n---\nx",)),
        ("a.md", ("---\n", "a: b\n", 1_500_000)),
        ("a.md", ("---\n" + "".join(f'k{n}: "v"\n' for n in range(5000)) + "---\nx",)),
        ("a.md", ("+++\na=", "[", 30_000, "\n+++\nx")),
        ("a.md", ("", "a:: b\n", 1_000_000)),
        ("a.md", ("# ", " #", 3_500_000)),
        ("a.md", ("", "![", 3_500_000)),
        ("a.md", ("[[", "a/", 3_500_000)),
        ("a.md", ("", "`", 7_000_000)),
        ("a.md", ("````\n", "```\n", 1_700_000)),
        ("a.md", ("", "*_[", 2_300_000)),
        ("a.md", ("a", "\u0301\u0316", 1_000_000)),
        ("a.txt", ("[2026-01-01 10:00] x\n\n", "[", 7_000_000)),
        ("a.txt", ("2026-01-01 10:00 x\n\n", "lundi lundi lundi\n\n", 300_000)),
        ("a.json", ('{"metadata":{},"entries":[{"creationDate":"2026-01-01T00:00:00Z","text":"',
                    "```\\n", 1_000_000, '"}]}')),
        ("2026-01.txt", ("".join(f"{day}: {{text: [{'x, ' * 1500}]}}\n" for day in range(1, 32)),)),
    ],
)  # fmt: skip
@pytest.mark.slow_proof
def test_the_time_grows_with_the_size(
    read: Reader, write: Writer, name: str, content: tuple[Any, ...], proof_count: Callable[[int, int], int]
) -> None:
    head, again, times, tail = (*content, *("", "", 0, "")[len(content) :])  # much is made here, not at collection
    begun = time.monotonic()
    told = read(write(name, head + again * (times // proof_count(20, 1)) + tail))
    assert told.entries or told.refused
    assert time.monotonic() - begun < PATIENCE  # the square of either size would take hours


def test_a_front_matter_of_bombs_is_kept_as_the_text_it_is(read: Reader, write: Writer) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: !!python/name:os.system x\ndate: 2026-03-02"
    (only,) = read(write("bombe.md", f"---\n{bomb}\n---\nTexte.")).whole()
    assert f"{only.new.happened_at:%Y-%m-%d}" == "2026-03-02"
    assert "- b: &b [*a, *a]" in only.new.body
    assert "- c: !!python/name:os.system x" in only.new.body


def line(**fields: object) -> str:
    return json.dumps({"kind": "situation", "body": "…"} | fields)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("people", [f"P{n}" for n in range(100_000)]),
        ("tags", [f"T{n}" for n in range(300_000)]),
        ("links", [{"rel": "about", "ref": n} for n in range(1, 50_000)]),
        ("aliases", [{"name": f"N{n}", "alias": f"A{n}"} for n in range(50_000)]),
        ("aliases", [{"name": "N", "alias": "A", "forms": [f"F{n}" for n in range(50_000)]}]),
    ],
)
def test_an_entry_with_more_than_it_may_carry_is_named_with_the_cap(
    read: Reader, write: Writer, field: str, values: list[object]
) -> None:
    told = read(write("much.jsonl", f"{line(**{field: values})}\n{line(body='autre')}"))
    assert [each.new.body for each in told.entries] == [""]
    (refused,) = told.refused
    assert isinstance(refused, ImportOverCap)
    assert refused.facts["field"] in (field, "forms")
    assert str(refused.facts["most"]) in refused.named()


def test_many_entries_cannot_bring_more_names_than_a_journal_looks_for(read: Reader, write: Writer) -> None:
    source = write("m.jsonl", "\n".join(line(people=[f"P{at}-{n}" for n in range(400)]) for at in range(13)))
    with pytest.raises(TooManyNames, match="people"):
        read(source)


def test_a_source_that_is_of_another_format_is_not_named_line_by_line(read: Reader, write: Writer) -> None:
    with pytest.raises(TooManyBad):
        read(write("a.jsonl", '{"kind"\n' * 5000))


def test_the_same_key_twice_in_one_object_is_said(read: Reader, write: Writer) -> None:
    told = read(write("a.jsonl", '{"kind": "situation", "body": "x", "title": "Un", "title": "Deux"}'))
    assert told.whole()[0].new.title == "Deux"
    assert told.notices[Notice.REPEATED_KEY] == 1
    front = read(write("a.md", "---\ntitle: Un\ntitle: Deux\ndate: 2026-03-02\n---\nx"))
    assert (front.whole()[0].new.title, front.notices) == ("Un", {Notice.NO_FIELD: 1})
    assert "- title: Deux" in front.whole()[0].new.body


def test_what_no_list_will_show_is_said(read: Reader, write: Writer) -> None:
    until = {"sealed_until": "9999-01-01T00:00:00Z"}
    told = read(write("a.jsonl", f"{line(kind='reflection', state='sealed', details=until)}\n{line()}"))
    assert (len(told.entries), told.notices[Notice.SEALED]) == (2, 1)


def archive(*members: tuple[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", packed) as told:
        for name, content in members:
            with warnings.catch_warnings(action="ignore"):  # of names that come twice
                told.writestr(name, content)
    return written.getvalue()


DAY_ONE = (CASES / "folders" / "dayone" / "Journal.json").read_bytes()


def test_the_archive_of_day_one_is_read_as_it_is(read: Reader, write: Writer) -> None:
    source = write(
        "export.zip", archive(("Journal.json", DAY_ONE), ("photos/a.jpeg", b"\xff\xd8"), ("Autre.json", DAY_ONE))
    )
    reading = read(source)
    assert [(each.new.title, each.new.tags[-1]) for each in reading.whole()] == [
        ("Point du lundi", "Autre"), ("Point du lundi", "Journal")
    ]  # fmt: skip
    assert reading.notices[Notice.JOURNALS] == 2


def test_the_name_of_a_journal_is_a_tag_where_there_are_several(read: Reader, write: Writer) -> None:
    write("v/Équipe.json", DAY_ONE)
    (alone,) = read(folder := write("v/photos/a.jpeg", b"\xff\xd8").parent.parent).whole()
    write("v/Codir.json", DAY_ONE)
    reading = read(folder)
    assert [each.new.tags for each in reading.whole()] == [(*alone.new.tags, "Codir"), (*alone.new.tags, "Équipe")]
    assert (reading.notices[Notice.JOURNALS], alone.notices.get(Notice.JOURNALS)) == (2, None)


@pytest.mark.parametrize(
    ("members", "refusal"),
    [
        ([("../Journal.json", DAY_ONE)], UnsafeArchive),
        ([("/Journal.json", DAY_ONE)], UnsafeArchive),
        ([("a\\..\\Journal.json", DAY_ONE)], UnsafeArchive),
        ([("C:Journal.json", DAY_ONE)], UnsafeArchive),
        ([("Journal.json", DAY_ONE), ("Journal.json", DAY_ONE)], UnsafeArchive),
        ([("Journal.json", b" " * 50_000_000 + DAY_ONE)], UnsafeArchive),
        ([("a.txt", b"x"), ("b.png", b"x")], ArchiveOfNotes),
    ],
)
def test_an_archive_that_no_export_makes_is_refused(
    read: Reader, write: Writer, members: list[tuple[str, bytes]], refusal: type[ReculError]
) -> None:
    with pytest.raises(refusal):
        read(write("export.zip", archive(*members)))


def test_an_archive_that_lies_about_itself_is_refused(
    read: Reader, write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = archive(("Journal.json", DAY_ONE), packed=zipfile.ZIP_STORED)
    other_content = stored.replace(DAY_ONE[:30], b"y" * 30)
    for lying in (stored[:60], stored[:-10], other_content, b"PK\x03\x04" + bytes(90)):
        with pytest.raises(UnsafeArchive):
            read(write("export.zip", lying))
    monkeypatch.setattr(day_one_archive, "LARGEST_FILE", 10)
    with pytest.raises(ImportTooLarge):
        read(write("export.zip", stored))


def classic(**fields: object) -> bytes:
    told = {
        "Creation Date": AT.replace(tzinfo=None), "Entry Text": "Une *entrée*\n\nTexte", "UUID": "ABC", "Starred": True,
        "Time Zone": "Europe/Paris", "Location": {"Country": "France"},
    }  # fmt: skip
    return plistlib.dumps(told | fields)


def test_day_one_classic_is_read_with_what_stays_behind(read: Reader, write: Writer) -> None:
    write("Journal.dayone/entries/A.doentry", classic(Tags=["codir"]))
    write("Journal.dayone/entries/B.doentry", classic(**{"Entry Text": 5}))
    write(
        "Journal.dayone/entries/C.doentry", b"<?xml version='1.0'?><!DOCTYPE plist [<!ENTITY a 'b'>]><plist>&a;</plist>"
    )
    folder = write("Journal.dayone/photos/A.jpg", b"\xff\xd8").parent.parent
    told = read(folder)
    (only,) = told.entries
    assert (only.new.title, only.new.body, only.new.tags, only.identity) == ("Une *entrée*", "Texte", ("codir",), "ABC")
    assert only.new.happened_at.isoformat() == "2026-11-23T19:30:00+01:00"
    assert [type(each) for each in told.refused] == [DamagedImportField, DamagedImport]
    assert told.notices == {Notice.PICTURES: 1, Notice.PLACES: 1, Notice.STARS: 1, Notice.OTHER_FILES: 1}
    assert read(folder / "entries" / "A.doentry").whole()[0].new == only.new


def test_one_file_of_a_folder_that_cannot_be_read_costs_itself_only(
    read: Reader, write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "LONGEST_LINE", 1000)
    folder = write("notes/une.md", "Un texte.").parent
    write("notes/longue.md", "x" * 2000)
    write("notes/brute.md", b"\xff\xfe\x00")
    write("notes/vide/2026-03-02.md", "")
    write("notes/Idée.md", "")
    told = read(folder)
    assert sorted(each.new.title for each in told.entries) == ["Idée", "une"]
    assert {str(each.facts["path"]) for each in told.refused} == {"longue.md", "brute.md"}
    assert any(isinstance(each, TooLongFile) for each in told.refused)
    assert told.notices[Notice.EMPTY] == 1


def test_caps_of_size_hold_for_folders_too(read: Reader, write: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("notes/une.md", "Un texte.").parent
    monkeypatch.setattr(folders, "LARGEST_FILE", 5)
    with pytest.raises(ImportTooLarge):
        read(folder)
    monkeypatch.setattr(reading, "MOST_ENTRIES", 0)
    monkeypatch.setattr(folders, "LARGEST_FILE", incoming.LARGEST_FILE)
    with pytest.raises(ImportTooLarge):
        read(folder)
