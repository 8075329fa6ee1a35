"""Then and now: an early entry is offered, read, told again without being seen, then both stand side by side.

What is offered is chosen by its age and by what it shares with the last weeks: words, people, patterns. What moved is
the person's own tick; nothing compares the two texts (docs/ARCHITECTURE.md, rule 4).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.language import N_, _, current
from journal.model.entry import Entry, Link, NewEntry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.prompt import PromptKind
from journal.model.reflection import Asked, ReflectionDetails, compiled
from journal.model.then_and_now import AGAIN, CODE, MOVED, Moved
from journal.practice import own_words
from journal.practice.notebook import Notebook
from journal.store import entries, entry_writing, folding, word_counts
from journal.store.store import Tx

MOVED_WORDS = {
    Moved.DESCRIBING: N_("how I describe it"),
    Moved.OWN: N_("how I see my part"),
    Moved.OTHERS: N_("how others see it"),
    Moved.CRITERIA: N_("what I judge it by"),
    Moved.SYSTEM: N_("the system around it"),
}
OFFERED = (Kind.SITUATION, Kind.REFLECTION)
_EARLY = timedelta(days=60)  # ago at least
_LATELY = timedelta(days=45)
_LOOKED_AT = 80  # early entries at most, and recent ones
_SHORTEST = 60  # letters: a line alone gives little to tell again
_SHARED_SHOWN = 4


@dataclass(frozen=True, slots=True, repr=False)
class Early:
    """An early entry, and what it shares with the last weeks: words as they are written there, and patterns."""

    entry: Entry
    words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()

    @property
    def shared(self) -> int:
        """How much it shares; it decides what is offered first and is shown nowhere."""
        return len(self.words) + 2 * len(self.people) + 2 * len(self.patterns)


@dataclass(frozen=True, slots=True, repr=False)
class ThenAndNow:
    """Both tellings side by side, and what the person ticked."""

    then: Entry
    now: Entry
    told: str
    moved: frozenset[Moved]


def early(notebook: Notebook) -> list[Early]:
    """Return early entries: what shares most with the last weeks first, then the oldest; what was told again is out."""
    now = notebook.clock()
    with notebook.store.reading() as tx:
        old = [each for each in _oldest(tx, now - _EARLY) if _can_be_told(each) and _told_again(tx, each.ref) is None]
        lately = entries.newest(tx, Filter(kinds=OFFERED, since=now - _LATELY), _LOOKED_AT)
        recent = entries.readable(tx, [line.ref for line in lately])
    words, people = _forms(recent), {name for each in recent for name in each.people}
    patterns = {pattern for each in recent for pattern in each.patterns}
    found = [
        Early(
            each,
            _shared(each, words),
            tuple(name for name in each.people if name in people),
            tuple(pattern for pattern in each.patterns if pattern in patterns),
        )
        for each in old
    ]
    return sorted(found, key=lambda each: (-each.shared, each.entry.happened_at, each.entry.ref))


def _oldest(tx: Tx, before: datetime) -> list[Entry]:
    """Return the earliest entries that are old enough, oldest first."""
    months = word_counts.months(tx)
    if not months:
        return []
    refs = [row.ref for row in word_counts.of_months(tx, OFFERED, months[0], before.year * 100 + before.month)]
    found = entries.readable(tx, refs[:_LOOKED_AT])
    return sorted((each for each in found if each.happened_at <= before), key=lambda each: (each.happened_at, each.ref))


def _can_be_told(entry: Entry) -> bool:
    if entry.state in {State.CAPTURED, State.OPEN}:
        return False
    details = entry.details
    told_again = isinstance(details, ReflectionDetails) and details.protocol == CODE
    return not told_again and len(own(entry)) >= _SHORTEST


def own(entry: Entry) -> str:
    """Return an early entry as it is read: a reflection with its questions, anything else as it was written."""
    return entry.body if isinstance(entry.details, ReflectionDetails) else "\n\n".join(own_words.own_texts(entry))


def _forms(entries_: Iterable[Entry]) -> dict[str, str]:
    """Return the words that entries hold, with how they are written."""
    forms: dict[str, str] = {}
    for entry in entries_:
        for text in own_words.own_texts(entry):
            for tokens in own_words.sentences(text):
                forms |= {
                    each.folded: text[each.start : each.end].lower() for each in tokens if own_words.carries(each)
                }
    return forms


def _shared(entry: Entry, recent: dict[str, str]) -> tuple[str, ...]:
    """Return the words that an entry shares with recent ones, those first that it says most often."""
    counted, named = own_words.count([entry]).words, set(folding.words(" ".join(entry.people)))
    often = sorted(
        (word for word in counted if word in recent and word not in named),
        key=lambda word: (-counted[word], -len(word), word),
    )
    return tuple(recent[word] for word in often)[:_SHARED_SHOWN]


def _told_again(tx: Tx, ref: Ref) -> Entry | None:
    about = [line.ref for rel, line in entries.backlinks(tx, ref) if rel is Rel.ABOUT and line.kind is Kind.REFLECTION]
    found = [each for each in entries.readable(tx, about) if each.details_as(ReflectionDetails).protocol == CODE]
    return found[-1] if found else None


def read(notebook: Notebook, ref: Ref) -> Entry | None:
    """Return the second telling of an entry; None before there is one."""
    with notebook.store.reading() as tx:
        return _told_again(tx, ref)


def both(notebook: Notebook, ref: Ref) -> ThenAndNow | None:
    """Return an early entry with its second telling; None before there is one."""
    with notebook.store.reading() as tx:
        now = _told_again(tx, ref)
        return None if now is None else _both(entries.get(tx, ref), now)


def every(notebook: Notebook, since: datetime | None = None) -> list[ThenAndNow]:
    """Return all that was told again, oldest first: the closing synthesis shows them side by side."""
    with notebook.store.reading() as tx:
        lines = entries.newest(tx, Filter(kinds=(Kind.REFLECTION,), since=since), 1000)
        told = [each for each in entries.readable(tx, [line.ref for line in lines]) if _is_one(each)]
        pairs = [(next((link.ref for link in each.links if link.rel is Rel.ABOUT), None), each) for each in told]
        then = {each.ref: each for each in entries.readable(tx, [ref for ref, _each in pairs if ref is not None])}
    return [_both(then[ref], each) for ref, each in reversed(pairs) if ref in then]


def _is_one(entry: Entry) -> bool:
    return isinstance(entry.details, ReflectionDetails) and entry.details.protocol == CODE


def _both(then: Entry, now: Entry) -> ThenAndNow:
    asked = {each.prompt: each for each in now.details_as(ReflectionDetails).asked}
    answer = asked[MOVED].answer if MOVED in asked else ()
    ticked = frozenset(each for each in Moved if isinstance(answer, tuple) and each.value in answer)
    return ThenAndNow(then, now, asked[AGAIN].words if AGAIN in asked else "", ticked)


def tell(notebook: Notebook, ref: Ref, words: str) -> Entry | None:
    """Keep the second telling of an entry, or another wording of it; None when there is nothing to keep."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        then, now = entries.get(tx, ref), _told_again(tx, ref)
        if now is None and not words.strip():
            return None
        moved = _both(then, now).moved if now is not None else frozenset()
        return _keep(tx, then, now, words, moved, at)


def tick(notebook: Notebook, ref: Ref, what: Moved) -> Entry | None:
    """Mark that something moved between the two, or no longer."""
    with notebook.store.writing() as tx:
        then, now = entries.get(tx, ref), _told_again(tx, ref)
        if now is None:
            return None
        known = _both(then, now)
        return _keep(tx, then, now, known.told, known.moved ^ {what}, notebook.clock())


def _keep(tx: Tx, then: Entry, now: Entry | None, words: str, moved: frozenset[Moved], at: datetime) -> Entry:
    details = ReflectionDetails(protocol=CODE, language=current(), asked=_asked(words, moved))
    body, title = compiled(details.asked), _("Then and now: {title}").format(title=then.title)[:300].strip()
    if now is not None:
        return entry_writing.change(tx, now.with_(title=title, body=body, details=details), at)
    new = NewEntry(
        kind=Kind.REFLECTION, title=title, body=body, happened_at=at, state=State.DONE, details=details,
        links=(Link(rel=Rel.ABOUT, ref=then.ref),),
    )  # fmt: skip
    return entry_writing.add(tx, new, at)


def _asked(words: str, moved: frozenset[Moved]) -> tuple[Asked, ...]:
    again = Asked(
        prompt=AGAIN, kind=PromptKind.RETELLING, question=_("How do you tell it today?"), answer=words, words=words
    )
    if not moved:
        return (again,)
    what = Asked(
        prompt=MOVED,
        kind=PromptKind.CHOICE,
        question=_("What has moved?"),
        answer=tuple(each.value for each in Moved if each in moved),
        words=moved_in_words(moved),
    )
    return (again, what)


def moved_in_words(moved: Collection[Moved]) -> str:
    """Return what was ticked as moved, on a line."""
    return ", ".join(_(MOVED_WORDS[each]) for each in Moved if each in moved)
