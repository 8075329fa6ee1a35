"""Recul's own JSON Lines: one entry a line, of which `kind` and a text or a title are required."""

from collections import Counter
from datetime import datetime
from typing import Any, BinaryIO

from pydantic import TypeAdapter, ValidationError

from journal.clock import here, on_a_clock
from journal.errors.imports import DamagedImport, DamagedImportField, ImportOverCap, UnreadableText
from journal.importing import json_values
from journal.importing.formats import ImportOptions
from journal.importing.incoming import MOST, Incoming, Read, attempted, lines_of, made
from journal.importing.notices import Notice
from journal.model.entry import NewEntry, title_of
from journal.model.kind import Kind, State
from journal.model.person import Person

_PEOPLE = TypeAdapter(tuple[Person, ...])
_TAKEN = set(NewEntry.model_fields)
_ABOUT = {
    "ref",
    "created_at",
    "updated_at",
    "snippet",
    "aliases",
}  # of the documented JSON, but given anew by the vault


def read(file: BinaryIO, options: ImportOptions) -> Read:
    """Yield the entries, and the lines that are none."""
    known: set[int] = set()
    for line, content in lines_of(file):
        if not content.strip():
            continue
        incoming = attempted(_incoming, line, content, options.at)
        ref = incoming.ref if isinstance(incoming, Incoming) else None
        yield incoming if ref not in known else DamagedImportField(line=line, field="ref")
        if ref is not None:
            known.add(ref)


def _incoming(line: int, content: bytes, at: datetime) -> Incoming:
    value, repeated = json_values.parse(_text(line, content), line)
    if not isinstance(value, dict) or not set(value) <= _TAKEN | _ABOUT:
        raise DamagedImport(line=line)
    if not isinstance(value.get("kind"), str):
        raise DamagedImportField(line=line, field="kind")
    if not isinstance(value.get("body", "" if value.get("title") else None), str):
        raise DamagedImportField(line=line, field="body")
    ref = value.get("ref")
    if ref is not None and (not isinstance(ref, int) or isinstance(ref, bool) or not 0 < ref < 2**63):
        raise DamagedImportField(line=line, field="ref")
    notices = Counter({Notice.REPEATED_KEY: repeated})
    fields = {name: each for name, each in value.items() if name in _TAKEN and each is not None}
    _as_draft(fields, notices)
    _without_departure(fields)
    if "title" not in fields:
        fields["title"], fields["body"] = title_of("", value["body"])
    fields["happened_at"] = _moment(value, line, "happened_at") or at
    notices[Notice.DAY_OF_IMPORT] += not value.get("happened_at")
    notices[Notice.SEALED] += fields.get("state") == State.SEALED
    created = _moment(value, line, "created_at")
    return Incoming(
        place={"line": line},
        new=made({"line": line}, fields),
        ref=ref,
        created_at=created,
        people=_people(line, value.get("aliases", [])),
        notices=+notices,
    )


def _as_draft(fields: dict[str, Any], notices: Counter[Notice]) -> None:
    """Take the validation of a statement away: only the manager's own hand gives one, in this journal."""
    if fields.get("kind") != Kind.STATEMENT:
        return
    details = fields.get("details")
    claimed = isinstance(details, dict) and details.get("validation") is not None
    if claimed or fields.get("state") == State.VALIDATED:
        notices[Notice.DRAFT] += 1
        fields["state"] = State.DRAFT
    if isinstance(details, dict):
        fields["details"] = {name: each for name, each in details.items() if name != "validation"}


def _without_departure(fields: dict[str, Any]) -> None:
    """Take from a question in return the number of a departure: it is one of another register."""
    details = fields.get("details")
    if fields.get("kind") == Kind.QUESTION and isinstance(details, dict):
        fields["details"] = {name: each for name, each in details.items() if name != "disclosure"}


def _text(line: int, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise UnreadableText(line=line) from None


def _moment(value: dict[str, Any], line: int, name: str) -> datetime | None:
    """Return a moment with its offset; one without is taken as local. Raise DamagedImportField."""
    if not value.get(name):
        return None
    try:
        at = datetime.fromisoformat(str(value[name]))
        at = on_a_clock(at if at.tzinfo else here(at))
    except (ValueError, OverflowError, OSError):
        raise DamagedImportField(line=line, field=name) from None
    return at


def _people(line: int, told: object) -> tuple[Person, ...]:
    """Return the people of an entry with the aliases they carry."""
    if isinstance(told, list) and len(told) > MOST["aliases"]:
        raise ImportOverCap(line=line, field="aliases", most=MOST["aliases"])
    try:
        people = _PEOPLE.validate_python(told)
    except ValidationError:
        raise DamagedImportField(line=line, field="aliases") from None
    if any(len(person.forms) > MOST["forms"] for person in people):
        raise ImportOverCap(line=line, field="forms", most=MOST["forms"])
    return people
