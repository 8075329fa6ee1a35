"""Search and lists over 100,000 entries against plain SQL on the same file, and how work grows with the journal.

    python benchmarks/store_queries.py [--entries N] [--vaults FOLDER] [--runs N]

First what services do with a large journal, beside the same rows fetched by bare SQL through the same cipher; aim: at
most 1.3 times as long. Each shape of a search is then told beside what cannot be saved at all: one bare MATCH with its
limit and the rows of what it finds, neither ranked nor cut into excerpts. Then the growth from 1,000 to 10,000 entries
of everything one does at the keyboard; aim: at most 1.5 times. Both sides of every pair are run in turns, so that a
busy machine slows them alike; medians are told.
"""

import json
from collections.abc import Callable, Iterator
from itertools import count as counting
from statistics import median

import corpus
import vaults
from measuring import in_turns, tell, tell_machine, timed

from journal.model.draft import Draft
from journal.model.filter import Filter
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook
from journal.store.columns import selected
from journal.store.excerpts import excerpts
from journal.store.lines import line
from journal.store.searching import matches_of, terms_of

SMALL, LARGE = 1_000, 10_000
LIMIT = 50
AIM_RATIO, AIM_GROWTH = 1.3, 1.5
_QUERIES = {
    "a common word": "réunion ",
    "a beginning": "arbi",
    "two common words": "budget décision ",
    "two, one a beginning": "budget décis",
    "three words": "budget décision comité ",
    "a phrase": '"réunion de la"',
    "a rare word": f"{corpus.RARE} ",
}
_SHOWN = "entry.trashed_at IS NULL AND entry.state <> 'sealed'"
Pair = tuple[str, Callable[[], object], Callable[[], object], float | None]


def against_sql(notebook: Notebook) -> Iterator[Pair]:
    """Yield what services do beside bare SQL on a connection of its own."""
    bare = notebook.vault.connect()
    listing = f"SELECT {selected(line)} FROM entry WHERE {_SHOWN} ORDER BY happened_at DESC, ref DESC LIMIT 50"  # noqa: S608 -- constants
    fetching = f"SELECT {selected(line)}, entry.body FROM entry WHERE ref IN (SELECT value FROM json_each(?))"  # noqa: S608 -- constants

    def found(query: str) -> list[object]:
        """Ask the index for the places that rank first and then for any, fetch the rows and cut their excerpts."""
        terms, hits = terms_of(query), []
        for match in matches_of(terms):
            finding = "SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid DESC LIMIT 50"
            hits += [ref for (ref,) in bare.execute(finding, (match,)) if ref not in hits]
            if len(hits) >= LIMIT:
                break
        rows = bare.execute(fetching, (json.dumps(hits[:LIMIT]),)).fetchall()
        return list(zip(rows, excerpts([row[-1] for row in rows], terms), strict=True))

    def matching(query: str) -> list[object]:
        """Ask the index once, for any place, and fetch the rows."""
        finding = "SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid DESC LIMIT 50"
        hits = [ref for (ref,) in bare.execute(finding, (matches_of(terms_of(query))[-1],))]
        return bare.execute(fetching, (json.dumps(hits),)).fetchall()

    yield (
        "newest 50",
        lambda: reading.newest(notebook, Filter(), 50),
        lambda: bare.execute(listing).fetchall(),
        AIM_RATIO,
    )
    for name, query in _QUERIES.items():
        yield (
            f"search: {name}",
            lambda query=query: reading.search(notebook, query, Filter(), 50),  # type: ignore[misc]  # bound now
            lambda query=query: found(query),  # type: ignore[misc]  # as above
            AIM_RATIO,
        )
    for name, query in _QUERIES.items():
        yield (
            f"MATCH: {name}",
            lambda query=query: reading.search(notebook, query, Filter(), 50),  # type: ignore[misc]  # as above
            lambda query=query: matching(query),  # type: ignore[misc]  # as above
            None,
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


def measured(pair: Pair, runs: int) -> bool:
    """Measure two pieces of work in turns and print; return whether the aim is met."""
    name, ours, floor, aim = pair
    first, second = in_turns([timed(ours), timed(floor)], runs)
    return tell(name, median(first) * 1000, median(second) * 1000, aim)


def main() -> int:
    """Measure, print, and return 1 when an aim is missed."""
    asked = vaults.options(__doc__, runs=60)
    tell_machine(asked.runs)
    with vaults.filled(asked.entries, asked.vaults) as folder, vaults.opened(folder) as notebook:
        print(f"{asked.entries:,} entries against bare SQL")
        met = [measured(pair, asked.runs) for pair in against_sql(notebook)]
    with (
        vaults.filled(SMALL) as few,  # new ones: they are written to
        vaults.filled(LARGE) as many,
        vaults.opened(few) as small,
        vaults.opened(many) as large,
    ):
        print(f"{LARGE:,} entries against {SMALL:,}")
        first, second = at_the_keyboard(large), at_the_keyboard(small)
        met += [measured((name, first[name], second[name], AIM_GROWTH), asked.runs) for name in first]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
