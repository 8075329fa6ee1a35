"""The tables as SQLModel makes them of the columns; only a new database needs them, so nothing else waits for them."""

from typing import Any, get_type_hints

from pydantic import create_model
from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import Field, SQLModel

from journal.store import columns
from journal.store import columns_beside as beside

# What lists show; filtering.py asks in these very words, else the database would not use the indexes that hold no more.
_SHOWN = text("trashed_at IS NULL AND state <> 'sealed'")


def statements() -> list[str]:
    """Return the statements that make all tables and their indexes, those first that others point to."""
    made: list[CreateTable | CreateIndex] = []
    for table in SQLModel.metadata.sorted_tables:
        made += [CreateTable(table), *map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name)))]
    return [str(each.compile(dialect=sqlite.dialect())) for each in made]


def _table(name: str, row: type[Any], **special: Any) -> Table:
    """Make the table of a row's columns; `special` tells what the type of a column does not."""
    kinds = get_type_hints(row)
    if unknown := special.keys() - kinds.keys():
        raise TypeError(f"{name} has no {unknown}")
    fields: dict[str, Any] = {column: (kind, special.get(column, ...)) for column, kind in kinds.items()}
    model = create_model(name, __base__=SQLModel, __cls_kwargs__={"table": True}, **fields)
    table: Table = model.__table__  # type: ignore[attr-defined]  # SQLModel gives it to classes that are tables
    return table


def _index(name: str, table: Table, *names: str, where: Any = None) -> None:
    Index(name, *(table.c[each] for each in names), sqlite_where=where)


def _key() -> Any:
    return Field(primary_key=True)


def _long() -> Any:
    return Field(sa_column=Column(Text, nullable=False))


def _of(table: str, column: str = "ref", *, key: bool = False, after: str = "CASCADE") -> Any:
    """Return a column that points to a row of another table and goes with it, or is emptied."""
    target = ForeignKey(f"{table}.{column}", ondelete=after)
    return Field(sa_column=Column(Integer, target, primary_key=key, nullable=after == "SET NULL"))


_ENTRY = _table("entry", columns.EntryRow, ref=_key(), details=_long(), body=_long())
_LINK = _table("entry_link", columns.LinkRow, from_ref=_of("entry", key=True), position=_key(), to_ref=_of("entry"))
_table("entry_pattern", beside.PatternRow, pattern=_key(), ref=_of("entry", key=True))
_table("tag", beside.TagRow, id=_key(), folded=Field(unique=True))
_ENTRY_TAG = _table(
    "entry_tag",
    beside.EntryTagRow,
    ref=_of("entry", key=True),
    position=_key(),
    tag_id=Field(foreign_key="tag.id"),
)
_GENDER = Field(sa_column_kwargs={"server_default": ""})
_table("person", beside.PersonRow, id=_key(), folded=Field(unique=True), gender=_GENDER)
_ENTRY_PERSON = _table(
    "entry_person",
    beside.EntryPersonRow,
    ref=_of("entry", key=True),
    position=_key(),
    person_id=_of("person", "id"),
)
_table(
    "revision",
    columns.RevisionRow,
    ref=_of("entry", key=True),
    revision=_key(),
    details=_long(),
    body=_long(),
    beside=Field(sa_column=Column(Text, nullable=False, server_default="")),
)
_table("draft", columns.DraftRow, key=_key(), text=_long())
_table("capture", beside.CaptureRow, id=_key(), ref=_of("entry", after="SET NULL"))
_table("source_key", beside.SourceKeyRow, source=_key(), key=_key(), ref=_of("entry", after="SET NULL"))
_table("secret", beside.SecretRow, purpose=_key())
_table("preference", beside.PreferenceRow, key=_key())
_DISCLOSURE = _table("disclosure", beside.DisclosureRow, id=_key())
_DISCLOSED = _table(
    "disclosure_entry",
    beside.DisclosedEntryRow,
    disclosure_id=_of("disclosure", "id", key=True),
    position=_key(),
)
_KEY_PAIR = _table(
    "key_pair",
    beside.KeyPairRow,
    id=_key(),
    disclosure_id=_of("disclosure", "id", after="SET NULL"),
    details=_long(),
)
_table("month_total", columns.MonthTotalRow, month=_key())

for _numbered in (_ENTRY, _DISCLOSURE):
    _numbered.dialect_options["sqlite"]["autoincrement"] = True  # a number is never given twice

# They hold all that a list is narrowed, ordered and counted by: texts are read for the rows that are shown.
_index("entry_by_time", _ENTRY, "happened_at", "ref", "kind", "month", "state", "day", where=_SHOWN)
_index("entry_by_kind", _ENTRY, "kind", "happened_at", "ref", "month", "state", "day", where=_SHOWN)
_index("entry_by_month", _ENTRY, "month", "happened_at", "ref", "kind", "state", "day", where=_SHOWN)
_index("entry_by_state", _ENTRY, "state", "happened_at", "ref")
_index("entry_in_trash", _ENTRY, "happened_at", "ref", "month", where=text("trashed_at IS NOT NULL"))
_index("ix_entry_link_to_ref", _LINK, "to_ref")
_index("entry_tag_by_tag", _ENTRY_TAG, "tag_id", "ref")
_index("entry_person_by_person", _ENTRY_PERSON, "person_id", "ref")
_index("key_pair_of_disclosure", _KEY_PAIR, "disclosure_id")
_index("ix_disclosure_recipient", _DISCLOSURE, "recipient")
_index("ix_disclosure_entry_ref", _DISCLOSED, "ref")
