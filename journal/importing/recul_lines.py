"""Recul's own JSON Lines: one entry a line, of which only `kind` and `body` are required."""

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from pydantic import TypeAdapter, ValidationError

from journal.errors import DamagedImport, DamagedImportField
from journal.importing.incoming import Incoming, lines_of, made, moment, parsed
from journal.model.entry import NewEntry, title_of
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


def read(file: BinaryIO, at: datetime) -> Iterator[Incoming]:
    """Yield the entries; `at` is when those without a date happened. Raise DamagedImport with the line."""
    known: set[int] = set()
    for line, text in lines_of(file):
        if not text.strip():
            continue
        incoming = _incoming(line, parsed(text, line), at)
        if incoming.ref is not None:
            if incoming.ref in known:
                raise DamagedImportField(line=line, field="ref")
            known.add(incoming.ref)
        yield incoming


def _incoming(line: int, value: object, at: datetime) -> Incoming:
    if not isinstance(value, dict) or not set(value) <= _TAKEN | _ABOUT:
        raise DamagedImport(line=line)
    for required in ("kind", "body"):
        if not isinstance(value.get(required), str):
            raise DamagedImportField(line=line, field=required)
    ref = value.get("ref")
    if ref is not None and (not isinstance(ref, int) or isinstance(ref, bool) or ref < 1):
        raise DamagedImportField(line=line, field="ref")
    fields = {name: each for name, each in value.items() if name in _TAKEN and each is not None}
    if "title" not in fields:
        fields["title"], fields["body"] = title_of("", value["body"])
    fields["happened_at"] = moment(value["happened_at"], line, "happened_at") if value.get("happened_at") else at
    created = moment(value["created_at"], line, "created_at") if value.get("created_at") else None
    return Incoming(line, made(line, fields), ref, created, _people(line, value.get("aliases", [])))


def _people(line: int, told: object) -> tuple[Person, ...]:
    """Return the people of an entry with the aliases they carry."""
    try:
        return _PEOPLE.validate_python(told)
    except ValidationError:
        raise DamagedImportField(line=line, field="aliases") from None
