"""Search and lists over 100,000 entries against plain SQL on the same file, and how work grows with the journal.

    python benchmarks/store_queries.py [ENTRIES]

First what services do with a large journal, beside the same rows fetched by bare SQL through the same cipher; aim: at
most 1.3 times as long. Then the growth from 1,000 to 10,000 entries of everything one does at the keyboard; aim: at
most 1.5 times. Both sides of every pair are run in turns, so that a busy machine slows them alike; medians are told.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count as counting
from pathlib import Path

import corpus

from journal.model.draft import Draft
from journal.model.filter import Filter
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook, open_notebook
from journal.store.searching import match_of
from journal.vault.keys import KdfCost
from journal.vault.vault import create

ENTRIES = 100_000
SMALL, LARGE = 1_000, 10_000
AIM_RATIO, AIM_GROWTH = 1.3, 1.5
RUNS = 30
_QUERIES = {
    "a common word": "réunion",
    "a beginning": "arbi",
    "two words": "budget décision",
    "a rare word": corpus.RARE,
}
_COLUMNS = """ref, kind, title, happened_at, happened_offset, state, audience, patterns,
(SELECT to_ref FROM entry_link WHERE from_ref = ref AND rel IN ('about', 'part_of') ORDER BY position LIMIT 1)"""
_FOUND_COLUMNS = _COLUMNS.replace("title", "entry.title")  # the index has a column of that name
_SHOWN = "entry.trashed_at IS NULL AND entry.state <> 'sealed'"


@contextmanager
def filled(entries: int) -> Iterator[Notebook]:
    """Give the notebook of a new vault with so many entries."""
    with tempfile.TemporaryDirectory() as folder:
        vault, _code = create(Path(folder) / "vault", "a passphrase for measuring", cost=KdfCost(64, 1, 1))
        notebook = open_notebook(vault, clock=lambda: corpus.LAST + timedelta(days=1))
        corpus.fill(notebook, entries)
        yield notebook
        notebook.close()


def in_turns(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Return the median seconds of two pieces of work, run in turns after one run of each."""
    taken: tuple[list[float], list[float]] = ([], [])
    for run in range(RUNS + 1):
        for work, times in zip((first, second), taken, strict=True):
            begun = time.perf_counter()
            work()
            if run:
                times.append(time.perf_counter() - begun)
    return statistics.median(taken[0]), statistics.median(taken[1])


def tell(name: str, first: float, second: float, aim: float) -> bool:
    """Print one line; return whether the aim is met."""
    ratio = first / second
    sys.stdout.write(f"{name:<28}{first * 1000:9.2f} ms{second * 1000:9.2f} ms{ratio:8.2f}  (aim {aim})\n")
    return ratio <= aim


def against_sql(notebook: Notebook) -> Iterator[tuple[str, float, float]]:
    """Measure services against bare SQL on a connection of its own."""
    bare = notebook.vault.connect()
    listing = f"SELECT {_COLUMNS} FROM entry WHERE {_SHOWN} ORDER BY happened_at DESC, ref DESC LIMIT 50"  # noqa: S608 -- constants
    finding = (
        f"SELECT {_FOUND_COLUMNS}, snippet(entry_text, -1, char(2), char(3), '…', 16) FROM entry_text "  # noqa: S608 -- constants
        f"JOIN entry ON entry.ref = entry_text.rowid WHERE entry_text MATCH ? AND {_SHOWN} "
        "ORDER BY entry_text.rowid DESC LIMIT 50"
    )
    yield (
        "newest 50",
        *in_turns(lambda: reading.newest(notebook, Filter(), 50), lambda: bare.execute(listing).fetchall()),
    )
    for name, query in _QUERIES.items():
        yield (
            f"search: {name}",
            *in_turns(
                lambda query=query: reading.search(notebook, query, Filter(), 50),  # type: ignore[misc]  # bound now
                lambda query=query: bare.execute(finding, (match_of(query),)).fetchall(),  # type: ignore[misc]  # as above
            ),
        )
    bare.close()


def at_the_keyboard(notebook: Notebook) -> dict[str, Callable[[], object]]:
    """Return what one does in a journal, each as one piece of work."""
    numbers = counting(1)
    newest = reading.newest(notebook, Filter(), 1)[0]

    def change() -> None:
        entry = reading.entry(notebook, newest.ref)
        capturing.rewrite(notebook, entry.with_(body=f"{entry.body[:1500]} {next(numbers)}"))

    def draft() -> None:
        capturing.autosave(notebook, Draft(key="new:situation:1", text="…", saved_at=notebook.clock()))

    return {
        "add": lambda: capturing.write(notebook, corpus.entry(0)),
        "change": change,
        "get": lambda: reading.entry(notebook, newest.ref),
        "newest 50": lambda: reading.newest(notebook, Filter(), 50),
        "months": lambda: reading.months(notebook, Filter()),
        "in a month": lambda: reading.in_month(
            notebook, Filter(), newest.happened_at.year, newest.happened_at.month, 0, 100
        ),
        "search": lambda: reading.search(notebook, "réunion", Filter(), 50),
        "draft": draft,
    }


def main() -> int:
    """Measure, print, and return 1 when an aim is missed."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    with filled(entries) as notebook:
        sys.stdout.write(f"\n{entries:,} entries: Recul, bare SQL, ratio\n")
        met = [tell(*measured, AIM_RATIO) for measured in against_sql(notebook)]
    with filled(SMALL) as small, filled(LARGE) as large:
        sys.stdout.write(f"\n{LARGE:,} entries, {SMALL:,} entries, growth\n")
        few, many = at_the_keyboard(small), at_the_keyboard(large)
        met += [tell(name, *in_turns(many[name], few[name]), AIM_GROWTH) for name in few]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
