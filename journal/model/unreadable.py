"""An entry that cannot be read whole: what its row holds, as it is, and which part of it makes no sense."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from journal.language import _
from journal.model.entry_line import Ref
from journal.model.kind import Kind

if TYPE_CHECKING:
    from journal.model.entry import Entry


class UnreadableEntry(NamedTuple):
    """What stands in the place of an entry: never changed, only shown, exported for oneself and thrown away."""

    ref: Ref
    raw: str
    why: str  # the name of the field

    def __repr__(self) -> str:
        return f"<UnreadableEntry #{self.ref}>"


def as_found(unreadable: UnreadableEntry) -> "Entry":
    """Return an entry that tells what is there, for an export to oneself: nothing of it is lost, nothing is claimed."""
    from journal.model.entry import Entry

    unknown = datetime(1970, 1, 1, tzinfo=UTC)
    return Entry(
        ref=unreadable.ref,
        kind=Kind.SITUATION,
        title=f"#{unreadable.ref} {unreadable_words(unreadable.why)}",
        body="\n".join(f"    {line}" for line in unreadable.raw.splitlines()),
        happened_at=unknown,
        created_at=unknown,
        updated_at=unknown,
        revision=1,
    )


def unreadable_words(why: str) -> str:
    """Return that something cannot be read, and which part of it."""
    return _("cannot be read: {field}").format(field=why)
