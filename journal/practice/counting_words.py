"""Counting of the words of some months, a few entries at a time: each month is kept once all of it was counted."""

from collections.abc import Collection, Sequence

from journal.model.entry import Ref
from journal.practice import own_words
from journal.practice.notebook import Notebook
from journal.practice.own_words import OWN_KINDS, MonthWords, Tally
from journal.store import entries, word_counts
from journal.store.store import Tx

_LUMP = 20  # entries that are read at a time: some fifteen milliseconds


class Counting:
    """The months of a journal while they are counted, the newest first; what was kept of them is not counted again.

    Nothing is open between two steps. Where the journal changed meanwhile, what changed is counted anew.
    """

    def __init__(self, notebook: Notebook, firsts: Sequence[int]) -> None:
        self._notebook = notebook
        self._firsts = firsts
        self._counted: dict[int, MonthWords] = {}
        self._waiting: dict[int, list[Ref]] = {}  # entries of each month that are not counted yet
        self._tally = Tally()  # of the month that is counted just now
        with notebook.store.reading() as tx:
            self._begin(tx)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to count."""
        return not self._waiting

    @property
    def is_long(self) -> bool:
        """Whether so much is left that it is worth showing what there is."""
        return sum(map(len, self._waiting.values())) > 2 * _LUMP

    @property
    def months(self) -> list[MonthWords]:
        """What each month holds, as far as it was counted."""
        now = self.month
        return [self._with_tally(each) if each == now else self._counted_of(each) for each in self._firsts]

    @property
    def month(self) -> int | None:
        """The month that is counted just now."""
        return max(self._waiting, default=None)

    def _counted_of(self, month: int) -> MonthWords:
        return self._counted.get(month) or MonthWords()

    def _with_tally(self, month: int) -> MonthWords:
        tally = self._tally.month()
        return own_words.merged(self._counted[month], tally) if month in self._counted else tally

    def go_on(self) -> None:
        """Count some entries more."""
        with self._notebook.store.reading() as tx:
            if word_counts.turn(tx) != self._turn:
                self._begin(tx)
            month = self.month
            if month is None:
                return
            refs = self._waiting[month]
            self._tally.add(entries.readable(tx, refs[:_LUMP]))
        if refs[_LUMP:]:
            self._waiting[month] = refs[_LUMP:]
        else:
            self._end(month)

    def _begin(self, tx: Tx) -> None:
        """Read what was kept, and what is to be counted beside it."""
        self._turn = word_counts.turn(tx)
        self._tally = Tally()
        kept = {month: own_words.from_json(each) for month, each in word_counts.kept(tx, self._firsts).items()}
        self._counted = {month: each for month, each in kept.items() if each is not None}
        added = word_counts.added(tx, self._counted)
        todo = [month for month in self._firsts if month in added or month not in self._counted]
        self._waiting = {month: _of(tx, month, added.get(month)) for month in todo}

    def _end(self, month: int) -> None:
        """Keep a month that was counted wholly, unless anything changed meanwhile: then it is counted anew."""
        self._counted[month] = self._with_tally(month)
        self._tally = Tally()
        del self._waiting[month]
        if not self._notebook.vault.read_only:
            with self._notebook.store.writing() as tx:
                if word_counts.turn(tx) == self._turn:
                    word_counts.keep(tx, {month: own_words.to_json(self._counted[month])})


def _of(tx: Tx, month: int, only: Collection[Ref] | None) -> list[Ref]:
    """Return the entries of a month, or those of some that stand in it; what no list shows is not among them."""
    refs = [row.ref for row in word_counts.of_months(tx, OWN_KINDS, month, month)]
    return refs if only is None else [ref for ref in refs if ref in only]


def counts_of(notebook: Notebook, firsts: Sequence[int]) -> list[MonthWords]:
    """Return what each of these months holds, all of it counted."""
    counting = Counting(notebook, firsts)
    while not counting.is_whole:
        counting.go_on()
    return counting.months
