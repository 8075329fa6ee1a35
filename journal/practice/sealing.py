"""Service of putting down: what was written is kept, sealed until a date, or destroyed."""

from datetime import date, datetime, time

from journal.errors import RefusedByRule
from journal.errors.refusals import DateNotAhead
from journal.language import _
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind, State
from journal.practice import coming_up, questioning
from journal.practice.notebook import Notebook
from journal.store import drafts, entries, entry_writing


def seal(nb: Notebook, ref: Ref, until: date) -> Entry:
    """Make a kept reflection or situation unreadable everywhere in Recul until the morning of a date."""
    now = nb.clock()
    opens = datetime.combine(until, time(), tzinfo=now.tzinfo)
    if opens <= now:
        raise DateNotAhead
    with nb.store.writing() as tx:
        entry = entries.get(tx, ref)
        details = entry.details.with_(sealed_until=opens)
        return entry_writing.change(tx, entry.with_(state=State.SEALED, details=details), now, keep_revision=False)


def seal_run(nb: Notebook, run: questioning.Run, until: date) -> None:
    """Keep a run to its end and seal it; nothing when nothing was said."""
    entry = questioning.finish(nb, run)
    if entry is not None:
        seal(nb, entry.ref, until)


def next_time(nb: Notebook) -> date | None:
    """Return the day of the next session, until which a load can be sealed; None where none is planned after today."""
    session = coming_up.next_session(nb)
    day = session.happened_at.date() if session is not None else None
    return day if day is not None and day > nb.clock().date() else None


def what_a_seal_is() -> str:
    """Return the honest sentence about a seal."""
    return _(
        "Until then Recul shows it nowhere: neither in lists and search nor in exports. The seal is a promise that "
        "Recul keeps, not a second lock: it opens with the same passphrase."
    )


def destroy(nb: Notebook, run: questioning.Run) -> None:
    """Destroy what a run holds: text, revisions, index and draft."""
    questioning.discard(nb, run)


def destroy_entry(nb: Notebook, ref: Ref) -> None:
    """Destroy a reflection that was kept earlier, with the draft of its run."""
    with nb.store.writing() as tx:
        if entries.get(tx, ref).kind not in (Kind.REFLECTION, Kind.REVIEW):
            raise RefusedByRule
        for draft in drafts.all(tx):
            if draft.ref == ref:
                drafts.drop(tx, draft.key)
        entries.purge(tx, ref)


def what_destroying_does_not_cover() -> str:
    """Return the honest sentence about destruction (docs/ARCHITECTURE.md, rule 9)."""
    return _(
        "The text, its earlier versions and the search index will be gone. Backups made before, copies elsewhere and "
        "traces that the disk keeps are not covered; all of them stay encrypted."
    )
