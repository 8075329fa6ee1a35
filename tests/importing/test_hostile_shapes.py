"""Sources bent out of shape on purpose, beyond bytes changed at random: none ends in an unexpected error.

Each is a source of the cases, or an export written here, that is cut, nested, given keys and values of the wrong kind,
other encodings or an archive that lies. Between two thoughts some dozens are tried, with `RECUL_PROOF=full` 800; time
and memory are bounded for each.
"""

import io
import json
import random
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from journal.errors import ReculError
from journal.importing import questions
from journal.importing.formats import Format, ImportOptions
from journal.importing.reading import Reading, read_source
from journal.model.returned import Returned
from tests.importing.conftest import AT, CASES

SECONDS, BYTES = 20, 256 * 1024 * 1024
ODD: list[Any] = [
    None, True, -1, 1e308, 10**40, "", "\x00", "\ud800", "9" * 5000, "\u202e" * 50, [], {}, [[]], [{}], {"": {}},
    [None], ["x", 1], "2026-02-30", "0000-00-00", "9999-99-99T99:99:99Z", "../../etc/passwd", "{}", "%s%n", "é" * 900,
]  # fmt: skip
DAY_ONE: dict[str, Any] = {"metadata": {"version": "1.0"}, "entries": [{
    "uuid": "A", "creationDate": "2026-03-02T08:00:00Z", "timeZone": "Europe/Paris", "text": "Un", "tags": ["a"],
    "richText": '{"contents": [{"text": "x"}]}', "photos": [{"caption": "c"}], "audios": [{"title": "t"}],
    "comments": [{"text": "b"}], "location": {}, "weather": {}, "starred": True,
}]}  # fmt: skip
JRNL: dict[str, Any] = {"tags": {}, "entries": [
    {"title": "Un", "body": "x", "date": "2026-03-02", "time": "09:00", "tags": ["@a"], "starred": False},
]}  # fmt: skip
RECUL: dict[str, Any] = {
    "ref": 1, "kind": "situation", "title": "Un", "body": "x", "happened_at": "2026-03-02T08:00:00+01:00",
    "tags": ["a"], "created_at": "2026-03-02T08:00:00+01:00", "people": ["Karim"],
    "links": [{"rel": "about", "ref": 2}], "aliases": [{"name": "Karim", "alias": "N-1", "forms": ["K"]}],
    "details": {}, "state": "kept", "audience": "me",
}  # fmt: skip
NOTE = "---\ntitle: Un\ndate: 2026-03-02\ntags: [a, b]\naliases: [c]\nautre: x\n---\n# Un\n\nTexte #a ![[p.png]]\n"
TEXTS = sorted(path for path in CASES.rglob("*") if path.suffix in (".md", ".txt") and path.stat().st_size)


def bent(value: Any, chance: random.Random) -> Any:
    """Return a value in which something somewhere is of another kind, has a huge key, or lies far too deep."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(list(value))
        if chance.random() < 0.15:
            return value | {chance.choice(["k" * 100_000, "", "\x1b[2J", "__class__", key.upper()]): chance.choice(ODD)}
        return value | {key: bent(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.85:
        at = chance.randrange(len(value))
        return [*value[:at], bent(value[at], chance), *value[at + 1 :]]
    if chance.random() < 0.1:
        deep: Any = value
        for _ in range(chance.choice([20, 40, 200])):
            deep = [deep] if chance.random() < 0.5 else {"a": deep}
        return deep
    return chance.choice(ODD)


def of_json(chance: random.Random) -> tuple[str, bytes]:
    """Return an export in JSON that is bent."""
    name, whole = chance.choice([("d.json", DAY_ONE), ("j.json", JRNL), ("r.jsonl", RECUL)])
    for _ in range(chance.randint(1, 4)):
        whole = bent(whole, chance)
    text = json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    return name, text if chance.random() < 0.8 else text[: chance.randrange(len(text) + 1)]


def of_text(chance: random.Random) -> tuple[str, bytes]:
    """Return a note or a jrnl that is cut, doubled, in another encoding, or of lines in another order."""
    path = chance.choice(TEXTS)
    name, text = chance.choice([("n.md", NOTE), (path.name, path.read_text("utf-8", "replace"))])
    lines = text.splitlines(keepends=True)
    match chance.randrange(6):
        case 0:
            chance.shuffle(lines)
        case 1:
            lines.insert(
                chance.randrange(len(lines) + 1), chance.choice(["---\n", "...\n", "+++\n", "? ", "a: &a\n", "\t"])
            )
        case 2:
            lines = [line * chance.choice([1, 1, 300]) for line in lines]
        case 3:
            lines = [
                line.replace(" ", chance.choice(["\x00", "\u2028", "\x85", "\x0b", " " * 500]), 1) for line in lines
            ]
        case 4:
            lines = [f"{'  ' * at}- k{at}:\n" for at in range(400)] + lines
        case _:
            lines = lines[: chance.randrange(len(lines) + 1)]
    encoding = chance.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1", "cp037"])
    content = "".join(lines).encode(encoding, "replace")
    return name, content[chance.choice([0, 0, 0, 1]) : len(content) - chance.choice([0, 0, 1])]


def of_archive(chance: random.Random) -> tuple[str, bytes]:
    """Return an archive of Day One with odd members, or with bytes of its tables changed."""
    written = io.BytesIO()
    names = [
        "Journal.json",
        "a/Journal.json",
        "../J.json",
        "a/b/J.json",
        "J\x00.json",
        ".json",
        "J.json/",
        "é" * 200 + ".json",
    ]
    with zipfile.ZipFile(
        written, "w", chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
    ) as told:
        for _ in range(chance.randint(0, 4)):
            with warnings.catch_warnings(action="ignore"):  # of names that come twice
                content = json.dumps(bent(DAY_ONE, chance)) if chance.random() < 0.8 else " " * 3_000_000
                told.writestr(chance.choice(names), content.encode("utf-8", "surrogatepass"))
    return "export.zip", damaged(written.getvalue(), chance)


def damaged(packed: bytes, chance: random.Random) -> bytes:
    """Return an archive with bytes of its contents or its tables changed, or cut."""
    content = bytearray(packed)
    for _ in range(chance.choice([0, 1, 3])):
        at = chance.randrange(len(content)) if chance.random() < 0.5 else max(0, len(content) - chance.randint(1, 120))
        content[at] = chance.randrange(256)
    return bytes(content[: len(content) - chance.choice([0, 0, 0, 5, 30])])


def read(path: Path, chance: random.Random) -> Reading | None:
    """Return what is read of a source; None when it is refused by name."""
    chosen = chance.choice([None, None, None, *(each for each in Format if each is not Format.QUESTIONS)])
    try:
        return read_source(str(path), ImportOptions(AT, chosen, skip_bad=chance.random() < 0.5))
    except ReculError as error:
        assert error.exit_code in (2, 5), error  # noqa: PT017 -- read or refused, both are right
        return None


@pytest.mark.slow_proof
def test_no_shape_of_a_source_ends_in_an_unexpected_error(
    tmp_path: Path, proof_count: Callable[[int, int], int]
) -> None:
    chance = random.Random(2026)
    came = 0
    tracemalloc.start()
    try:
        for number in range(proof_count(45, 800)):
            name, content = chance.choice([of_json, of_text, of_archive])(chance)
            path = tmp_path / f"{number}-{name}" if chance.random() < 0.5 else tmp_path / str(number) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            begun = time.monotonic()
            tracemalloc.reset_peak()
            told = read(path if chance.random() < 0.7 else path.parent if path.parent != tmp_path else path, chance)
            assert time.monotonic() - begun < SECONDS, (number, name)
            assert tracemalloc.get_traced_memory()[1] < BYTES, (number, name)
            for each in told.entries if told else ():
                came += 1
                assert not {"\x1b", "\x00"} & set(each.new.title + each.new.body)
            assert all(error.named() for error in (told.refused if told else ()))
    finally:
        tracemalloc.stop()
    assert came


@pytest.mark.slow_proof
def test_no_damaged_answer_ends_in_an_unexpected_error(proof_count: Callable[[int, int], int]) -> None:
    chance = random.Random(2027)
    written = io.BytesIO()
    document = Document()
    document.add_paragraph("Qui décide ?")
    document.save(written)
    mail = (
        b"From: a@example.org\nSubject: =?utf-8?q?x?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+UXVpID88L3A+\n--b--\n"
    )
    asked = 0
    for _ in range(proof_count(40, 800)):
        name = chance.choice(["a.docx", "a.eml"])
        content = damaged(written.getvalue() if name == "a.docx" else mail, chance)
        try:
            asked += any(isinstance(each, Returned) for each in questions.read(content, name, bytes).found)
        except ReculError as error:
            assert error.exit_code in (2, 5)  # noqa: PT017 -- as above
    assert asked
