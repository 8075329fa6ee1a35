"""The red thread: own words, expressions, people, places, hours and patterns, counted and placed in time.

They are counted as they stand and never interpreted (docs/ARCHITECTURE.md, rule 4): no mean, no trend, no ranking of
months. What is shown goes nowhere, unless the person ticks it: then it is a line of the closing synthesis.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from journal.dates.wording import month
from journal.language import N_, _, ngettext
from journal.model.entry import Ref
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.practice import own_words, thread_window
from journal.practice.choosing import PATTERN_WORDS
from journal.practice.notebook import Notebook
from journal.practice.own_words import OWN_KINDS, MonthWords
from journal.practice.thread_choices import Choices, choices
from journal.store import entries, monthly_counts, people, word_counts
from journal.store.store import Tx

SPAN = 12  # months that are shown at a time


class Most(NamedTuple):
    """How many words and expressions are followed at most, and how often they stand there at least."""

    words: int
    expressions: int
    often: int


_MOST, _EVERY = Most(24, 12, 3), Most(100_000, 100_000, 2)


class Sort(StrEnum):
    """What is followed through the months."""

    WORD = "word"
    EXPRESSION = "expression"
    PERSON = "person"
    PLACE = "place"
    HOUR = "hour"
    PATTERN = "pattern"


HOURS = (
    (range(5, 9), N_("before nine")),
    (range(9, 12), N_("in the morning")),
    (range(12, 14), N_("around noon")),
    (range(14, 18), N_("in the afternoon")),
    (range(18, 22), N_("in the evening")),
    ((*range(22, 24), *range(5)), N_("at night")),
)


@dataclass(frozen=True, slots=True, repr=False)
class Thread:
    """One thing through the months: how it is written, how often it stands in each, and what it is found by."""

    key: str  # its sort and what it is, as in "word:reunion"
    label: str
    counts: tuple[int, ...]
    finds: tuple[tuple[str, ...], ...] = ()  # folded words next to each other, any of which is it

    @property
    def sort(self) -> Sort:
        """What it is."""
        return Sort(self.key.partition(":")[0])

    @property
    def total(self) -> int:
        """How often it stands in all the months."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, repr=False)
class RedThread:
    """The months, oldest first, and everything that is followed through them."""

    months: tuple[date, ...] = ()
    threads: tuple[Thread, ...] = ()
    earlier: bool = False  # whether months before these hold anything
    ticked: frozenset[str] = frozenset()


def red_thread(notebook: Notebook, back: int = 0, *, every: bool = False) -> RedThread:
    """Return the thread of the last months that hold anything; with `back`, of so many months before them.

    Without `every`, of words and expressions only those that return most.
    """
    with notebook.store.reading() as tx:
        now = _number(_index_of(notebook.clock().date()))
        firsts, earlier = _window([each for each in word_counts.months(tx) if each <= now], back)
        if not firsts:
            return RedThread()
        chosen = choices(tx)
        given = thread_window.made_with(tx, chosen)
        rows = None if every else thread_window.kept(tx, firsts, given)
        stamp = word_counts.stamp(tx, firsts[0], firsts[-1]) if rows is None and not every else ()
    if rows is None:
        threads = _threads(notebook, firsts, chosen, _EVERY if every else _MOST)
        if not every and not notebook.vault.read_only:
            _keep(notebook, firsts, (stamp, given), threads)
    else:
        threads = tuple(Thread(each.key, _told(each), each.counts, each.finds) for each in rows)
    return RedThread(tuple(map(_first_day, firsts)), threads, earlier, chosen.ticked)


def _threads(notebook: Notebook, firsts: Sequence[int], chosen: Choices, most: Most) -> tuple[Thread, ...]:
    """Return what is followed through these months, from the counts of each."""
    counted = counts_of(notebook, firsts)
    with notebook.store.reading() as tx:
        named = list(_people(tx, counted))
        patterns = _patterns(tx, firsts)
    places = _places(chosen, counted)
    own = {word for thread in named for finds in thread.finds for word in finds}
    own |= {word for thread in places for finds in thread.finds for word in finds}
    words, expressions = _words(chosen, counted, own, most), _expressions(counted, own, most)
    return (*words, *expressions, *named, *places, *_hours(counted), *patterns)


def _keep(notebook: Notebook, firsts: Sequence[int], made_of: tuple[object, str], threads: Sequence[Thread]) -> None:
    """Keep what was made of these months, unless anything of it changed meanwhile."""
    rows = [thread_window.Row(each.key, each.label, each.counts, each.finds) for each in threads]
    with notebook.store.writing() as tx:
        given = thread_window.made_with(tx, choices(tx))
        if (word_counts.stamp(tx, firsts[0], firsts[-1]), given) == made_of:
            thread_window.keep(tx, firsts, given, rows)


def _told(row: thread_window.Row) -> str:
    """Return how a kept row is written: the names of hours and patterns in the language of today."""
    sort, _colon, what = row.key.partition(":")
    if sort == Sort.HOUR:
        return _(HOURS[int(what)][1])
    return _(PATTERN_WORDS[Pattern(what)]) if sort == Sort.PATTERN else row.label


def _window(held: Sequence[int], back: int) -> tuple[list[int], bool]:
    """Return the months to show as numbers (202611), without a gap, and whether any before them holds something."""
    if not held:
        return [], False
    first, last = _index(held[0]), _index(held[-1]) - back
    begin = max(first, last - SPAN + 1)
    return [_number(each) for each in range(begin, last + 1)], begin > first


def _index_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def _index(number: int) -> int:
    return number // 100 * 12 + number % 100 - 1


def _number(index: int) -> int:
    return index // 12 * 100 + index % 12 + 1


def _first_day(number: int) -> date:
    return date(number // 100, number % 100, 1)


def counts_of(notebook: Notebook, firsts: Sequence[int]) -> list[MonthWords]:
    """Return what each of these months holds; what was not counted since its month changed is counted and kept."""
    with notebook.store.reading() as tx:
        kept = {number: each for number, each in _kept(tx, firsts).items() if each is not None}
        added = word_counts.added(tx, kept)
        stamps = {number: word_counts.stamp(tx, number) for number in firsts if number not in kept or number in added}
        fresh = {number: own_words.merged(kept[number], _of(tx, number, refs)) for number, refs in added.items()}
        fresh |= {number: _of(tx, number) for number in firsts if number not in kept}
    if fresh and not notebook.vault.read_only:
        with notebook.store.writing() as tx:  # what changed meanwhile is counted the next time
            same = {number: each for number, each in fresh.items() if word_counts.stamp(tx, number) == stamps[number]}
            word_counts.keep(tx, {number: own_words.to_json(each) for number, each in same.items()})
    return [fresh.get(number) or kept[number] for number in firsts]


def _kept(tx: Tx, firsts: Sequence[int]) -> dict[int, MonthWords | None]:
    return {number: own_words.from_json(each) for number, each in word_counts.kept(tx, firsts).items()}


def _of(tx: Tx, number: int, only: Collection[Ref] | None = None) -> MonthWords:
    """Return what the entries of a month hold, or some of them; what no list shows is not among them."""
    refs = (row.ref for row in word_counts.of_months(tx, OWN_KINDS, number, number))
    return own_words.count(entries.readable(tx, [ref for ref in refs if only is None or ref in only]))


def _words(chosen: Choices, counted: Sequence[MonthWords], own: set[str], most: Most) -> list[Thread]:
    """Return the words that return most; those that the person put together are one."""
    totals: Counter[str] = Counter()
    for each in counted:
        totals.update(each.words)
    head_of = {other: head for head, others in chosen.groups.items() for other in others}
    grouped: Counter[str] = Counter()
    for word, many in totals.items():
        grouped[head_of.get(word, word)] += many
    often = sorted(
        ((many, word) for word, many in grouped.items() if many >= most.often and word not in own), reverse=True
    )
    heads = [word for _many, word in often[: most.words]]
    return [_word(Sort.WORD, head, (head, *chosen.groups.get(head, ())), counted) for head in heads]


def _word(sort: Sort, head: str, several: Sequence[str], counted: Sequence[MonthWords]) -> Thread:
    counts = tuple(sum(each.words.get(word, 0) for word in several) for each in counted)
    return Thread(f"{sort.value}:{head}", _form(counted, head), counts, tuple((word,) for word in several))


def _form(counted: Sequence[MonthWords], key: str) -> str:
    """Return how something is written where it stands last."""
    written = (each.forms.get(key, key) for each in reversed(counted) if key in each.words or key in each.expressions)
    return next(written, key)


def _expressions(counted: Sequence[MonthWords], own: set[str], most: Most) -> list[Thread]:
    totals: Counter[str] = Counter()
    for each in counted:
        totals.update(each.expressions)
    often = sorted(((many, key) for key, many in totals.items() if many >= most.often), reverse=True)
    keys = [key for _many, key in often if own.isdisjoint(key.split())][: most.expressions]
    return [
        Thread(
            f"{Sort.EXPRESSION.value}:{key}",
            _form(counted, key),
            tuple(each.expressions.get(key, 0) for each in counted),
            (tuple(key.split()),),
        )
        for key in keys
    ]


def _people(tx: Tx, counted: Sequence[MonthWords]) -> Iterator[Thread]:
    """Yield everybody whose name stands in the texts, by the alias they carry outside, most often named first."""
    found = []
    for person in people.people(tx):
        finds = own_words.finds(person.name, *person.forms)
        counts = tuple(sum(_times(each, words) for words in finds) for each in counted)
        if any(counts):
            found.append(Thread(f"{Sort.PERSON.value}:{person.id}", person.alias, counts, finds))
    yield from sorted(found, key=lambda thread: (-thread.total, thread.label))


def _times(month: MonthWords, words: tuple[str, ...]) -> int:
    return month.words.get(words[0], 0) if len(words) == 1 else month.expressions.get(" ".join(words), 0)


def _places(chosen: Choices, counted: Sequence[MonthWords]) -> list[Thread]:
    threads = [_word(Sort.PLACE, head, (head, *chosen.groups.get(head, ())), counted) for head in sorted(chosen.places)]
    return [thread for thread in threads if thread.total]


def _hours(counted: Sequence[MonthWords]) -> list[Thread]:
    threads = [
        Thread(
            f"{Sort.HOUR.value}:{number}",
            _(words),
            tuple(sum(each.hours.get(hour, 0) for hour in hours) for each in counted),
        )
        for number, (hours, words) in enumerate(HOURS)
    ]
    return [thread for thread in threads if thread.total]


def _patterns(tx: Tx, firsts: Sequence[int]) -> list[Thread]:
    held = monthly_counts.held(tx, (Kind.SITUATION,), firsts[0])
    threads = [
        Thread(
            f"{Sort.PATTERN.value}:{pattern.value}",
            _(PATTERN_WORDS[pattern]),
            tuple(sum(each.count for each in held if each.month == at and pattern in each.patterns) for at in firsts),
        )
        for pattern in Pattern
    ]
    return [thread for thread in threads if thread.total]


def ticked_lines(notebook: Notebook) -> list[tuple[str, str]]:
    """Return what was ticked as lines, each with its key."""
    with notebook.store.reading() as tx:
        if not choices(tx).ticked:
            return []
    thread = red_thread(notebook, every=True)
    return [(each.key, in_words(each, thread.months)) for each in thread.threads if each.key in thread.ticked]


def in_words(thread: Thread, months: Sequence[date]) -> str:
    """Return a thread as a line: how often it stands there, month by month, those without it left out."""
    told = ngettext("{name}: {count} time", "{name}: {count} times", thread.total)
    said = told.format(name=thread.label, count=thread.total)
    by_month = ", ".join(
        _("{month} {count}").format(month=month(first), count=many)
        for first, many in zip(months, thread.counts, strict=True)
        if many
    )
    return f"{said} ({by_month})" if by_month else said
