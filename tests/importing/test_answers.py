"""Answers by mail and in Word: the lines that ask, and nothing that acts, hides or grows without end."""

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from journal.errors import ReculError
from journal.errors.imports import ImportTooLarge, NoQuestion, UnrecognisedImport, UnsafeArchive
from journal.importing import answers
from journal.importing.questions import content_of, read
from journal.model.returned import Returned
from journal.practice.returned_lines import lines_of, taken_for_greetings

BODY = "Bonjour,\n\n- Qu’avez-vous vu ?\nMerci.\n\n> Et avant ?\n\n-- \nMme Lenoir, des questions ?\n"


def mail(plain: str = "", page: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "lenoir@example.org", "Une question ?"
    if plain:
        message.set_content(plain)
    if page:
        message.add_alternative(page, subtype="html") if plain else message.set_content(page, subtype="html")
    message.add_attachment(b"\x89PNG?", maintype="image", subtype="png", filename="a.png")
    return message.as_bytes()


def word(*lines: str, cell: str = "") -> bytes:
    import docx

    document, written = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    if cell:
        document.add_table(1, 1).cell(0, 0).text = cell
    document.save(written)
    return written.getvalue()


def ticked(content: bytes, name: str) -> list[str]:
    (came,) = read(content, name, lambda closed: closed).found
    assert isinstance(came, Returned)
    found = [line.text for line in lines_of(came) if line.ticked]
    if not found:
        raise NoQuestion
    return found


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.eml", mail(BODY)),
        ("a.eml", mail(BODY, "<p>Autre chose ?</p>")),
        ("a.eml", mail("", "<style>x ?</style><p>Bonjour</p><ul><li>Qu’avez-vous <b>vu</b>&nbsp;?</li></ul>"
                           "<blockquote>Et avant ?</blockquote>").replace(b"&nbsp;", b" ")),
        ("a.docx", word("Bonjour", "- Qu’avez-vous vu ?", "Merci.")),
        ("a.DOCX", word("Bonjour", cell="Qu’avez-vous vu ?")),
    ],
)  # fmt: skip
def test_the_lines_that_ask_are_the_questions(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert content_of(str(path), told=False) == content
    assert ticked(content, str(path)) == ["Qu’avez-vous vu ?"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.eml", mail("Ça va ?\nQu’avez-vous vu ?\n")), ("a.docx", word("Ça va ?", "Qu’avez-vous vu ?"))],
)
def test_a_line_that_asks_and_is_taken_for_a_greeting_is_told(name: str, content: bytes) -> None:
    (came,) = read(content, name, lambda closed: closed).found
    assert isinstance(came, Returned)
    assert [line.text for line in taken_for_greetings(lines_of(came))] == ["Ça va ?"]


def repacked(change: Callable[[zipfile.ZipFile, zipfile.ZipFile], object]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word("Oui ?"))) as packed, zipfile.ZipFile(written, "w") as told:
        change(packed, told)
    return written.getvalue()


def claiming(packed: zipfile.ZipFile, told: zipfile.ZipFile) -> None:
    for name in packed.namelist():
        content = packed.read(name)
        if name == "word/document.xml":
            content = b"<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><d>&a; ?</d>"
        told.writestr(name, content)


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.eml", mail("Bonjour."), NoQuestion),
        ("a.eml", b"\x00\xff" * 50, UnrecognisedImport),
        ("a.eml", b"", UnrecognisedImport),
        ("a.eml", b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx ?\n" * 200, UnrecognisedImport),
        ("a.eml", b"Content-Type: text/plain; charset=none\n\nx ?", UnrecognisedImport),
        ("a.eml", b"Subject: x\n\n" + b"x ?\n" * 400_000, ImportTooLarge),
        ("a.docx", word("Bonjour."), NoQuestion),
        ("a.docx", b"PK\x03\x04" + bytes(90), UnsafeArchive),
        ("a.docx", word("Oui ?")[:-40], UnsafeArchive),
        ("a.docx", repacked(lambda packed, told: told.writestr("a.xml", packed.read("word/document.xml"))),
         UnrecognisedImport),
        ("a.docx", repacked(claiming), UnrecognisedImport),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused_by_name(name: str, content: bytes, refusal: type[ReculError]) -> None:
    with pytest.raises(refusal):
        ticked(content, name)


def test_a_document_that_would_grow_without_end_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_LARGEST_UNPACKED", 1000)
    with pytest.raises(ImportTooLarge):
        ticked(word("Oui ?"), "a.docx")
