"""Two periods of the red thread side by side: what is no longer there, what came, what stands in both. Counts alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from journal.practice.red_thread import RedThread, Sort, Thread

_FEW = 3  # months of the shorter periods
_MOST = 12  # of each list
_COMPARED = (Sort.WORD, Sort.EXPRESSION, Sort.PERSON, Sort.PLACE)


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


def compare(of: RedThread, two: Periods) -> Comparison:
    """Return what stands in two periods."""
    compared = [
        Compared(each, _sum(each.counts, two.before), _sum(each.counts, two.after))
        for each in of.threads
        if each.sort in _COMPARED
    ]
    often = sorted(compared, key=lambda each: (-each.before - each.after, each.thread.label))
    return Comparison(
        gone=tuple(each for each in often if each.before > 1 and not each.after)[:_MOST],
        came=tuple(each for each in often if each.after > 1 and not each.before)[:_MOST],
        both=tuple(each for each in often if each.before and each.after)[:_MOST],
    )


def _sum(counts: Sequence[int], period: range) -> int:
    return sum(counts[at] for at in period)
