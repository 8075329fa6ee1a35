"""Two periods of the red thread side by side: what is no longer there, what came, what stands in both. Counts alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from journal.practice import thread_rows
from journal.practice.thread_rows import Counted
from journal.practice.threads import Thread

_FEW = 3  # months of the shorter periods
_MOST = 12  # of each list


@dataclass(frozen=True, slots=True, repr=False)
class Periods:
    """Two stretches of the months that are shown, by their places in the row."""

    before: range
    after: range


@dataclass(frozen=True, slots=True, repr=False)
class Compared:
    """A thread with how often it stands in each of two periods."""

    thread: Thread
    before: int
    after: int


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """What two periods hold; each list is short, what stands there most often first."""

    gone: tuple[Compared, ...]
    came: tuple[Compared, ...]
    both: tuple[Compared, ...]


def periods(count: int) -> list[Periods]:
    """Return which periods of so many months can be compared: the first months with the last, then the halves."""
    half = count // 2
    lengths = dict.fromkeys([min(_FEW, half), half])
    return [Periods(range(length), range(count - length, count)) for length in lengths if length]


def compare(of: Counted, two: Periods) -> Comparison:
    """Return what stands in two periods: words, expressions, people and places, what returns once being left out."""
    before, after = ([of.months[at] for at in period] for period in (two.before, two.after))
    taken = of.taken
    words = [thread_rows.word_totals(of, each) for each in (before, after)]
    expressions = [thread_rows.expression_totals(each) for each in (before, after)]
    named = {thread.key: thread for thread in (*of.people, *of.places)}
    people = [{key: _sum(each.counts, period) for key, each in named.items()} for period in (two.before, two.after)]
    found = [
        *_sorted_out(words, lambda key: thread_rows.word(of, key), lambda key: key not in taken),
        *_sorted_out(
            expressions,
            lambda key: thread_rows.expression(of, key),
            lambda key: thread_rows.is_followed(of, key, taken),
        ),
        *_sorted_out(people, named.__getitem__, lambda _key: True),
    ]
    often = sorted(found, key=lambda each: (-each.before - each.after, each.thread.label))
    return Comparison(
        gone=tuple(each for each in often if not each.after)[:_MOST],
        came=tuple(each for each in often if not each.before)[:_MOST],
        both=tuple(each for each in often if each.before and each.after)[:_MOST],
    )


def _sorted_out(
    totals: Sequence[Mapping[str, int]], thread: Callable[[str], Thread], fits: Callable[[str], bool]
) -> Iterator[Compared]:
    """Yield, of one sort, what may stand in one of the lists: no more of each than a list holds."""
    before, after = totals
    gone = ((-many, key) for key, many in before.items() if many > 1 and not after.get(key) and fits(key))
    came = ((-many, key) for key, many in after.items() if many > 1 and not before.get(key) and fits(key))
    shared = (key for key in before.keys() & after.keys() if before[key] and after[key] and fits(key))
    for each in (gone, came, ((-before[key] - after[key], key) for key in shared)):
        for _many, key in nsmallest(_MOST, each):
            yield Compared(thread(key), before.get(key, 0), after.get(key, 0))


def _sum(counts: Sequence[int], period: range) -> int:
    return sum(counts[at] for at in period)
