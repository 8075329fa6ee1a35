"""The tables. Rows stay in this room: values of the model go in and out, validated there and not here.

Wide columns stand last, so that lists read a row's first page alone. `details` is the JSON of the kind's own class.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, text
from sqlmodel import Field, SQLModel

METADATA = SQLModel.metadata

# What lists show; filtering.py asks in these very words, else the database would not use the indexes that hold no more.
_SHOWN = text("trashed_at IS NULL AND state <> 'sealed'")


def _entry(*, primary: bool = False, index: bool = False) -> Column[int]:
    return Column(
        Integer, ForeignKey("entry.ref", ondelete="CASCADE"), primary_key=primary, nullable=False, index=index
    )


class EntryRow(SQLModel, table=True):
    """Everything that can be read, linked, searched or shared."""

    __tablename__ = "entry"
    __table_args__ = (
        # They hold all that a list is narrowed, ordered and counted by: texts are read for the rows that are shown.
        Index("entry_by_time", "happened_at", "ref", "kind", "month", "state", sqlite_where=_SHOWN),
        Index("entry_by_kind", "kind", "happened_at", "ref", "month", "state", sqlite_where=_SHOWN),
        Index("entry_by_month", "month", "happened_at", "ref", "kind", "state", sqlite_where=_SHOWN),
        Index("entry_by_state", "state", "happened_at", "ref"),
        Index("entry_in_trash", "happened_at", "ref", "month", sqlite_where=text("trashed_at IS NOT NULL")),
        {"sqlite_autoincrement": True},  # a number is never given twice
    )

    ref: int | None = Field(default=None, primary_key=True)
    kind: str
    state: str
    audience: str
    happened_at: int
    happened_offset: int
    month: int
    created_at: int
    created_offset: int
    updated_at: int
    updated_offset: int
    revision: int
    trashed_at: int | None = None
    patterns: str
    title: str
    details: str = Field(sa_column=Column(Text, nullable=False))
    body: str = Field(sa_column=Column(Text, nullable=False))


class LinkRow(SQLModel, table=True):
    """A link from one entry to another, in the order in which they are told."""

    __tablename__ = "entry_link"

    from_ref: int = Field(sa_column=_entry(primary=True))
    position: int = Field(primary_key=True)
    rel: str
    to_ref: int = Field(sa_column=_entry(index=True))


class PatternRow(SQLModel, table=True):
    """A pattern recognised in an entry."""

    __tablename__ = "entry_pattern"

    pattern: str = Field(primary_key=True)
    ref: int = Field(sa_column=_entry(primary=True))


class TagRow(SQLModel, table=True):
    """A tag as it was first written; `folded` is what makes two spellings one."""

    __tablename__ = "tag"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    folded: str = Field(unique=True)


class EntryTagRow(SQLModel, table=True):
    """A tag on an entry."""

    __tablename__ = "entry_tag"
    __table_args__ = (Index("entry_tag_by_tag", "tag_id", "ref"),)

    ref: int = Field(sa_column=_entry(primary=True))
    position: int = Field(primary_key=True)
    tag_id: int = Field(foreign_key="tag.id")


class PersonRow(SQLModel, table=True):
    """Somebody who appears in entries, and the name they carry outside; `forms` is a JSON list."""

    __tablename__ = "person"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    folded: str = Field(unique=True)
    alias: str
    forms: str


class EntryPersonRow(SQLModel, table=True):
    """A person in an entry."""

    __tablename__ = "entry_person"
    __table_args__ = (Index("entry_person_by_person", "person_id", "ref"),)

    ref: int = Field(sa_column=_entry(primary=True))
    position: int = Field(primary_key=True)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE")


class RevisionRow(SQLModel, table=True):
    """An earlier wording of an entry."""

    __tablename__ = "revision"

    ref: int = Field(sa_column=_entry(primary=True))
    revision: int = Field(primary_key=True)
    at: int
    at_offset: int
    title: str
    details: str = Field(sa_column=Column(Text, nullable=False))
    body: str = Field(sa_column=Column(Text, nullable=False))


class DraftRow(SQLModel, table=True):
    """What is half-written at one place."""

    __tablename__ = "draft"

    key: str = Field(primary_key=True)
    ref: int | None = None
    base_revision: int | None = None
    saved_at: int
    saved_offset: int
    title: str
    fields: str
    text: str = Field(sa_column=Column("text", Text, nullable=False))


class CaptureRow(SQLModel, table=True):
    """A capture from the shell that was taken over once; it stays when its entry goes, so that it never returns."""

    __tablename__ = "capture"

    id: str = Field(primary_key=True)
    ref: int | None = Field(default=None, foreign_key="entry.ref", ondelete="SET NULL")


class PreferenceRow(SQLModel, table=True):
    """A preference that is private and therefore lives in the vault, as JSON."""

    __tablename__ = "preference"

    key: str = Field(primary_key=True)
    value: str


class DisclosureRow(SQLModel, table=True):
    """One thing that left."""

    __tablename__ = "disclosure"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    at: int
    at_offset: int
    audience: str
    recipient: str = Field(index=True)
    titles: str
    format: str
    protection: str
    file_name: str
    sha256: str
    preview_digest: str


class DisclosedEntryRow(SQLModel, table=True):
    """An entry that was part of what left; it stays when the entry goes."""

    __tablename__ = "disclosure_entry"

    disclosure_id: int = Field(foreign_key="disclosure.id", primary_key=True, ondelete="CASCADE")
    position: int = Field(primary_key=True)
    ref: int = Field(index=True)


class MonthTotalRow(SQLModel, table=True):
    """How many entries of a month the unfiltered list shows, kept by triggers."""

    __tablename__ = "month_total"

    month: int = Field(primary_key=True)
    count: int
