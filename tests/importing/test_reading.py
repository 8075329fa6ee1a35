"""Readers of foreign files: what they take over, and what they refuse with its place."""

import json
import os
import random
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from journal.errors import FileMissing, ReculError
from journal.errors.imports import (
    DamagedImport,
    DamagedImportField,
    ImportTooLarge,
    UnreadableText,
    UnrecognisedImport,
)
from journal.errors.refusals import UnsafeTarget
from journal.importing import incoming, reading
from journal.importing.formats import Format, ImportOptions
from journal.importing.incoming import Incoming
from journal.model.kind import Kind, State

AT = datetime(2026, 11, 23, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def read(tmp_path: Path, content: str | bytes, chosen: Format | None = None, name: str = "source") -> list[Incoming]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(reading.read_source(str(path), ImportOptions(AT, chosen)).whole())


def line(**fields: object) -> str:
    return json.dumps({"kind": "situation", "body": "…"} | fields, ensure_ascii=False)


def test_kind_and_body_are_enough_and_the_first_line_becomes_the_title(tmp_path: Path) -> None:
    (only,) = read(tmp_path, line(body="Le CODIR a repoussé\n\nencore"))
    assert (only.new.title, only.new.body) == ("Le CODIR a repoussé", "encore")
    assert only.new.kind is Kind.SITUATION
    assert only.new.state is State.KEPT
    assert only.new.happened_at == AT


def test_a_moment_keeps_its_offset(tmp_path: Path) -> None:
    (only,) = read(tmp_path, line(happened_at="2026-01-02T03:04:05+09:00"))
    assert only.new.happened_at.isoformat() == "2026-01-02T03:04:05+09:00"


@pytest.mark.parametrize(
    "broken",
    [
        "{not json",
        "[]",
        '"text"',
        line(kind="nothing"),
        line(unknown=1),
        line(details={"unknown": 1}),
        line(happened_at="once"),
        line(state="held"),
        line(intensity=3),
        line(ref=0),
        line(ref=True),
        line(tags="one"),
        '{"kind": "situation"}',
        '{"kind": "situation", "body": 3}',
        line(body="x").replace('"x"', "NaN"),
        "[" * 100_000,
        '{"kind": "situation", "body": "", "details": ' + '{"a":' * 50 + "1" + "}" * 51,
        line(body="x").replace('"x"', "1" * 5000),
    ],
)
def test_a_broken_line_is_told_by_its_number(tmp_path: Path, broken: str) -> None:
    with pytest.raises(DamagedImport) as caught:
        read(tmp_path, f"{line()}\n\n{broken}\n{line()}\n", Format.RECUL)
    assert caught.value.facts["line"] == 3
    assert "3" in caught.value.message()


def test_the_message_names_a_field_of_ours_and_never_one_of_theirs(tmp_path: Path) -> None:
    with pytest.raises(DamagedImportField, match="happened_at"):
        read(tmp_path, line(happened_at="once"))
    with pytest.raises(DamagedImport) as caught:
        read(tmp_path, line(secret_of_theirs="canary"))
    assert "secret" not in caught.value.message()


def test_a_number_that_comes_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedImportField, match="ref"):
        read(tmp_path, f"{line(ref=4)}\n{line(ref=4)}")


def test_bytes_that_are_no_utf8_are_told_by_their_line(tmp_path: Path) -> None:
    with pytest.raises(DamagedImport) as caught:
        read(tmp_path, line().encode() + b"\n" + line(body="é").encode("latin-1"), Format.RECUL)
    assert caught.value.facts["line"] == 2


def test_text_that_a_terminal_would_obey_is_neutralised_on_the_way_in(tmp_path: Path) -> None:
    (only,) = read(tmp_path, line(title="\x1b]0;x\x07", body="a\u202eb\x1b[2J"))
    assert "\x1b" not in only.new.title + only.new.body
    assert "\u202e" not in only.new.body


def test_a_line_longer_than_the_cap_is_refused_before_it_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "LONGEST_LINE", 1000)
    with pytest.raises(ImportTooLarge):
        read(tmp_path, line(body="x" * 2000))


def test_more_entries_than_the_cap_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ENTRIES", 2)
    with pytest.raises(ImportTooLarge):
        read(tmp_path, "\n".join([line()] * 3))


def test_a_line_of_one_megabyte_is_taken_whole(tmp_path: Path) -> None:
    (only,) = read(tmp_path, line(title="long", body="é" * 500_000))
    assert len(only.new.body) == 500_000


def test_jrnl_json_is_recognised(tmp_path: Path) -> None:
    export = {
        "tags": {"@team": 1},
        "entries": [
            {
                "title": "Réunion.",
                "body": "Suite @team",
                "date": "2026-03-04",
                "time": "09:15",
                "tags": ["@team"],
                "starred": False,
            }
        ],
    }
    (only,) = read(tmp_path, json.dumps(export, indent=1))
    assert (only.new.title, only.new.body, only.new.tags) == ("Réunion.", "Suite @team", ("team",))
    assert only.new.happened_at.strftime("%Y-%m-%d %H:%M") == "2026-03-04 09:15"


def test_jrnl_text_is_recognised_with_its_paragraphs(tmp_path: Path) -> None:
    first, second = read(
        tmp_path, "[2026-03-04 09:15] Une réunion. *\nUn\n\nDeux @team\n\n[2026-03-05 02:00 PM] Autre\n"
    )
    assert (first.new.title, first.new.body, first.new.tags) == ("Une réunion.", "Un\n\nDeux @team", ("team",))
    assert second.new.happened_at.hour == 14
    assert second.place == {"line": 6}


def test_day_one_keeps_the_hour_that_was_lived(tmp_path: Path) -> None:
    export = {
        "metadata": {"version": "1.0"},
        "entries": [
            {
                "uuid": "0",
                "creationDate": "2026-07-01T16:00:00Z",
                "timeZone": "Europe/Paris",
                "text": "# Titre\n\nTexte",
                "tags": ["projet"],
            },
            {"creationDate": "2026-07-01T16:00:00Z", "timeZone": "../../etc/passwd", "text": "Autre"},
        ],
    }
    first, second = read(tmp_path, json.dumps(export))
    assert (first.new.title, first.new.body, first.new.tags) == ("Titre", "Texte", ("projet",))
    assert first.new.happened_at.isoformat() == "2026-07-01T18:00:00+02:00"
    assert second.new.happened_at.isoformat() == "2026-07-01T16:00:00+00:00"


@pytest.mark.parametrize("chosen", [Format.DAY_ONE, Format.JRNL_JSON])
@pytest.mark.parametrize("content", ["{}", "[]", '{"entries": {}}', '{"entries": [1]}', '{"entries": [{}]}'])
def test_a_foreign_json_of_another_shape_is_refused(tmp_path: Path, chosen: Format, content: str) -> None:
    with pytest.raises(DamagedImport):
        read(tmp_path, content, chosen)


def test_a_folder_of_markdown_is_read_without_following_links(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("secret elsewhere")
    folder = tmp_path / "notes"
    (folder / "sub").mkdir(parents=True)
    (folder / "2026-02-03 réunion.md").write_text("# Réunion\n\nTexte", "utf-8")
    (folder / "sub" / "b.md").write_text(
        '---\ntitle: "Un titre"\ndate: 2026-05-06T07:08:00+02:00\ntags: [a, b c]\n---\nCorps', "utf-8"
    )
    (folder / "other.txt").write_text("no Markdown")
    if os.name == "posix":
        (folder / "link.md").symlink_to(outside)
    first, second = reading.read_source(str(folder), ImportOptions(AT)).whole()
    assert (first.new.title, first.new.happened_at.strftime("%Y-%m-%d")) == ("Réunion", "2026-02-03")
    assert (second.new.title, second.new.tags) == ("Un titre", ("a", "b c"))
    assert second.new.body == "Corps\n\n* * *\n\n- folder: sub"
    assert second.new.happened_at.isoformat() == "2026-05-06T07:08:00+02:00"


def test_a_markdown_file_that_is_no_text_is_told_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "sick.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableText, match="sick"):
        reading.read_source(str(tmp_path), ImportOptions(AT)).whole()


def test_a_missing_file_a_pipe_and_an_unknown_format_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        reading.read_source(str(tmp_path / "none"), ImportOptions(AT))
    with pytest.raises(UnrecognisedImport):
        read(tmp_path, "just words")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(UnsafeTarget):
            reading.read_source(str(tmp_path / "pipe"), ImportOptions(AT))


@pytest.mark.slow_proof
def test_mutants_of_a_good_file_are_read_or_refused_and_nothing_else(
    tmp_path: Path, proof_count: Callable[[int, int], int]
) -> None:
    chance = random.Random(7)
    good = "\n".join(
        line(ref=n, title=f"t{n}", happened_at="2026-01-02T03:04:05+01:00", details={"intensity": n})
        for n in range(1, 6)
    ).encode()
    refused = set()
    for _ in range(proof_count(200, 10_000)):
        mutant = bytearray(good)
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(mutant))
            mutant[at : at + chance.randint(0, 3)] = chance.choice(
                [b"", b"\x00", b"{", b'"', b"\xff", b"\x1b", b"[[", b"9" * 30, b"\n", b"null"]
            )
        try:
            for each in read(tmp_path, bytes(mutant), Format.RECUL):
                assert "\x1b" not in each.new.title + each.new.body
        except ReculError as error:
            refused.add(error.exit_code)
    assert refused == {5}
