"""Rows of what the counts of some months hold: what returns most, and how often it stands in each month."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from journal.language import _
from journal.model.pattern import Pattern
from journal.practice import own_words
from journal.practice.own_words import MonthWords
from journal.practice.patterns_in_words import PATTERN_WORDS
from journal.practice.thread_choices import Choices
from journal.practice.threads import HOURS, Sort, Thread
from journal.store import people
from journal.store.store import Tx


class Most(NamedTuple):
    """How many words and expressions are followed at most, and how often they stand there at least."""

    words: int
    expressions: int
    often: int


@dataclass(frozen=True, slots=True, repr=False)
class Counted:
    """The counts of some months, what the person's hand decided, and who and which places stand there."""

    months: Sequence[MonthWords]
    chosen: Choices
    people: tuple[Thread, ...] = ()
    places: tuple[Thread, ...] = ()

    @property
    def taken(self) -> frozenset[str]:
        """The words that are somebody's name or a place, and so are no words beside."""
        return frozenset(word for each in (*self.people, *self.places) for finds in each.finds for word in finds)


def gathered(tx: Tx, months: Sequence[MonthWords], chosen: Choices) -> Counted:
    """Return the counts of some months with whoever and whatever place stands in them."""
    return Counted(months, chosen, tuple(_people(tx, months)), tuple(_places(chosen, months)))


def rows(of: Counted, most: Most) -> tuple[Thread, ...]:
    """Return everything that is followed; of words and expressions those that return most."""
    taken = of.taken
    heads = _most_often(word_totals(of, of.months), most.words, most.often, lambda head: head not in taken)
    keys = _most_often(
        expression_totals(of.months), most.expressions, most.often, lambda key: is_followed(of, key, taken)
    )
    words = (word(of, head) for head in heads)
    expressions = (expression(of, key) for key in keys)
    return (*words, *expressions, *of.people, *of.places, *_hours(of.months), *_patterns(of.months))


def _most_often(totals: Mapping[str, int], most: int, often: int, fits: Callable[[str], bool]) -> list[str]:
    found = ((many, key) for key, many in totals.items() if many >= often and fits(key))
    return [key for _many, key in nlargest(most, found)]


def word_totals(of: Counted, months: Iterable[MonthWords]) -> dict[str, int]:
    """Return how often each word stands in some months; those put together are one, those left out by hand are none."""
    found = own_words.totals(each.words for each in months)
    for head, others in of.chosen.groups.items():
        together = sum(found.pop(each, 0) for each in others)
        if together:
            found[head] = found.get(head, 0) + together
    for each in of.chosen.left_out & found.keys():
        del found[each]
    return found


def expression_totals(months: Iterable[MonthWords]) -> dict[str, int]:
    """Return how often each expression stands in some months."""
    return own_words.totals(each.expressions for each in months)


def is_followed(of: Counted, key: str, taken: frozenset[str]) -> bool:
    """Return whether an expression is one to follow: not left out by hand, without a name and a place in it."""
    return key not in of.chosen.left_out and taken.isdisjoint(key.split())


def word(of: Counted, head: str, sort: Sort = Sort.WORD) -> Thread:
    """Return a word through the months, with those that count as it."""
    return _word(sort, head, of.chosen, of.months)


def _word(sort: Sort, head: str, chosen: Choices, months: Sequence[MonthWords]) -> Thread:
    several = (head, *chosen.groups.get(head, ()))
    counts = tuple(sum(each.words.get(one, 0) for one in several) for each in months)
    return Thread(f"{sort.value}:{head}", _form(months, head), counts, tuple((one,) for one in several))


def expression(of: Counted, key: str) -> Thread:
    """Return an expression through the months."""
    counts = tuple(each.expressions.get(key, 0) for each in of.months)
    return Thread(f"{Sort.EXPRESSION.value}:{key}", _form(of.months, key), counts, (tuple(key.split()),))


def _form(months: Sequence[MonthWords], key: str) -> str:
    """Return how something is written where it stands last."""
    held = (each.form(key) for each in reversed(months) if key in each.words or key in each.expressions)
    return next(held, key)


def _people(tx: Tx, months: Sequence[MonthWords]) -> Iterator[Thread]:
    """Yield everybody whose name stands in the texts, by that name: it is for oneself, most often named first."""
    found = []
    for person in people.people(tx):
        finds = own_words.finds(person.name, *person.forms)
        counts = tuple(sum(_times(each, words) for words in finds) for each in months)
        if any(counts):
            found.append(Thread(f"{Sort.PERSON.value}:{person.id}", person.name, counts, finds))
    yield from sorted(found, key=lambda thread: (-thread.total, thread.label))


def _times(month: MonthWords, words: tuple[str, ...]) -> int:
    return month.words.get(words[0], 0) if len(words) == 1 else month.expressions.get(" ".join(words), 0)


def _places(chosen: Choices, months: Sequence[MonthWords]) -> list[Thread]:
    threads = [_word(Sort.PLACE, head, chosen, months) for head in sorted(chosen.places)]
    return [thread for thread in threads if thread.total]


def _hours(months: Sequence[MonthWords]) -> list[Thread]:
    threads = [
        Thread(
            f"{Sort.HOUR.value}:{number}",
            _(words),
            tuple(sum(each.hours.get(hour, 0) for hour in hours) for each in months),
        )
        for number, (hours, words) in enumerate(HOURS)
    ]
    return [thread for thread in threads if thread.total]


def _patterns(months: Sequence[MonthWords]) -> list[Thread]:
    threads = [
        Thread(
            f"{Sort.PATTERN.value}:{pattern.value}",
            _(PATTERN_WORDS[pattern]),
            tuple(each.patterns.get(pattern.value, 0) for each in months),
        )
        for pattern in Pattern
    ]
    return [thread for thread in threads if thread.total]
