"""The columns of what is kept beside entries, as in `columns.py`; what shows lists does without them."""

from typing import NamedTuple


class PatternRow(NamedTuple):
    """A pattern recognised in an entry."""

    pattern: str
    ref: int


class TagRow(NamedTuple):
    """A tag as it was first written; `folded` is what makes two spellings one."""

    id: int
    name: str
    folded: str


class EntryTagRow(NamedTuple):
    """A tag on an entry."""

    ref: int
    position: int
    tag_id: int


class PersonRow(NamedTuple):
    """Somebody who appears in entries, and the name they carry outside; `forms` is a JSON list."""

    id: int
    name: str
    folded: str
    alias: str
    forms: str
    gender: str


class EntryPersonRow(NamedTuple):
    """A person in an entry."""

    ref: int
    position: int
    person_id: int


class CaptureRow(NamedTuple):
    """A capture from the shell that was taken over once; it stays when its entry goes, so that it never returns."""

    id: str
    ref: int | None


class SourceKeyRow(NamedTuple):
    """What was imported once, as its source tells it apart; it stays when the entry goes, so that it is known again."""

    source: str
    key: str
    ref: int | None


class SecretRow(NamedTuple):
    """A random key of this journal's own: it goes with the database, into backups and through a new data key."""

    purpose: str
    key: bytes


class PreferenceRow(NamedTuple):
    """A preference that is private and therefore lives in the vault, as JSON."""

    key: str
    value: str


class DisclosureRow(NamedTuple):
    """One thing that left."""

    id: int
    at: int
    at_offset: int
    audience: str
    recipient: str
    titles: str
    format: str
    protection: str
    file_name: str
    sha256: str
    preview_digest: str


class DisclosedEntryRow(NamedTuple):
    """An entry that was part of what left; it stays when the entry goes."""

    disclosure_id: int
    position: int
    ref: int


class KeyPairRow(NamedTuple):
    """A key pair to which others seal what comes back; its private half is emptied when it is ended."""

    id: int
    purpose: str
    disclosure_id: int | None
    made_at: int
    made_offset: int
    ended_at: int | None
    private: bytes
    details: str
