"""Learning: what is worth keeping from a reflection or a situation, and meeting it again after a month."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.dates.wording import dated, day_and_month
from journal.language import N_, _
from journal.model.entry import Entry, EntryLine, Link, NewEntry, Ref, Rel, title_of
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.learning import LearningDetails, LearningSort, Revisit
from journal.model.reflection import ReflectionDetails
from journal.practice.notebook import Notebook
from journal.store import entries, entry_writing

REVISIT_AFTER = timedelta(days=30)
_LOOKED_THROUGH = 200

SORT_NAMES = {
    LearningSort.RESOURCE: N_("a resource"),
    LearningSort.LEVER: N_("a lever"),
    LearningSort.INSIGHT: N_("an insight"),
    LearningSort.CERTAINTY: N_("a certainty that was shaken"),
    LearningSort.ECHO: N_("an echo of a peer’s case"),
    LearningSort.SKILL: N_("noticing how I act"),
}

SORT_HEADINGS = {
    LearningSort.RESOURCE: N_("Resources"),
    LearningSort.LEVER: N_("Levers"),
    LearningSort.INSIGHT: N_("Insights"),
    LearningSort.CERTAINTY: N_("Certainties that were shaken"),
    LearningSort.ECHO: N_("Echoes of peers’ cases"),
    LearningSort.SKILL: N_("Noticing how I act"),
}

_QUESTIONS = {
    LearningSort.RESOURCE: N_("On {day} you named this resource. Where, if anywhere, has it helped you since?"),
    LearningSort.LEVER: N_("On {day} you found this lever. What has become of it since?"),
    LearningSort.INSIGHT: N_("On {day} you saw this. What do you see in it today?"),
    LearningSort.CERTAINTY: N_("On {day} this certainty was shaken. How would you put it today?"),
    LearningSort.ECHO: N_("On {day} a peer’s case told you this about yours. What has become of it?"),
    LearningSort.SKILL: N_(
        "On {day} you noticed this about the way you act. When, if ever, have you noticed it since?"
    ),
}


# What a learning most likely is, by the protocol it comes from.
_SORT_OF_PROTOCOL = {
    "certainty": LearningSort.CERTAINTY,
    "consultant": LearningSort.ECHO,
    "resources": LearningSort.RESOURCE,
}


def likely_sort(source: Entry | None) -> LearningSort:
    """Return what a learning from an entry most likely is; the person may say otherwise."""
    details = source.details if source else None
    code = details.protocol if isinstance(details, ReflectionDetails) else ""
    return _SORT_OF_PROTOCOL.get(code, LearningSort.INSIGHT)


def keep_learning(
    nb: Notebook,
    text: str,
    sort: LearningSort = LearningSort.INSIGHT,
    source: Ref | None = None,
    on: datetime | None = None,
) -> Entry:
    """Keep a learning, linked to the entry from which it came; `on` is when it was learnt, otherwise now."""
    at = nb.clock()
    title, body = title_of("", text)
    new = NewEntry(
        kind=Kind.LEARNING,
        title=title,
        body=body,
        happened_at=on or at,
        state=State.KEPT,
        links=(Link(rel=Rel.SOURCE, ref=source),) if source is not None else (),
        details=LearningDetails(sort=sort),
    )
    with nb.store.writing() as tx:
        return entry_writing.add(tx, new, at)


def reword_learning(nb: Notebook, ref: Ref, text: str, sort: LearningSort) -> Entry:
    """Keep another wording or sort of a learning."""
    title, body = title_of("", text)
    with nb.store.writing() as tx:
        entry = entries.get(tx, ref)
        seen = entry.details.revisits if isinstance(entry.details, LearningDetails) else ()
        details = LearningDetails(sort=sort, revisits=seen)
        return entry_writing.change(tx, entry.with_(title=title, body=body, details=details), nb.clock())


def learnings(nb: Notebook, limit: int = 500) -> dict[LearningSort, list[EntryLine]]:
    """Return the learnings by sort, newest first; sorts of which there is none are left out."""
    with nb.store.reading() as tx:
        lines = entries.newest(tx, Filter(kinds=(Kind.LEARNING,)), limit)
        sorts = {entry.ref: sort_of(entry) for entry in entries.readable(tx, [line.ref for line in lines])}
    found = {sort: [line for line in lines if sorts.get(line.ref) is sort] for sort in LearningSort}
    return {sort: lines for sort, lines in found.items() if lines}


def sort_of(entry: Entry) -> LearningSort:
    """Return the sort of a learning."""
    return entry.details.sort if isinstance(entry.details, LearningDetails) else LearningSort.INSIGHT


def words_of(entry: Entry) -> str:
    """Return a learning as it was typed: its first line became the title, a long one was only cut short for it."""
    if entry.title.endswith("…") and entry.body.lstrip("\n# ").startswith(entry.title[:-1]):
        return entry.body
    return f"{entry.title}\n{entry.body}".strip()


def met_again(entry: Entry) -> list[tuple[datetime, str]]:
    """Return what was answered when a learning came back, and when."""
    visits = entry.details.revisits if isinstance(entry.details, LearningDetails) else ()
    return [(visit.at, visit.note) for visit in visits if visit.note.strip()]


@dataclass(frozen=True, slots=True, repr=False)
class Return:
    """A learning that comes back, with the question that it brings."""

    learning: Entry
    question: str


def coming_back(nb: Notebook) -> Return | None:
    """Return the learning that has waited longest for a month or more, as a question; None when none has."""
    now = nb.clock()
    where = Filter(kinds=(Kind.LEARNING,), until=now - REVISIT_AFTER)
    with nb.store.reading() as tx:
        refs = [line.ref for line in entries.newest(tx, where, _LOOKED_THROUGH)]
        kept = entries.readable(tx, refs)
    due = [entry for entry in kept if _last_seen(entry) <= now - REVISIT_AFTER]
    if not due:
        return None
    learning = min(due, key=_last_seen)
    kept_on = learning.happened_at.date()
    day = day_and_month(kept_on) if kept_on.year == now.year else dated(kept_on)
    return Return(learning, _(_QUESTIONS[sort_of(learning)]).format(day=day))


def revisit(nb: Notebook, ref: Ref, note: str = "", *, instead: bool = False) -> Entry:
    """Note that a learning was met again, with what was answered; without a note it simply rests another month.

    `instead`: the note takes the place of the last one, which was not finished.
    """
    at = nb.clock()
    with nb.store.writing() as tx:
        entry = entries.get(tx, ref)
        details = entry.details if isinstance(entry.details, LearningDetails) else LearningDetails()
        earlier = details.revisits[:-1] if instead else details.revisits
        seen = details.with_(revisits=(*earlier, Revisit(at=at, note=note)))
        return entry_writing.change(tx, entry.with_(details=seen), at, keep_revision=False)


def _last_seen(entry: Entry) -> datetime:
    revisits = entry.details.revisits if isinstance(entry.details, LearningDetails) else ()
    return revisits[-1].at if revisits else entry.happened_at
