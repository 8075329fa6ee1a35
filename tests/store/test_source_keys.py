"""What was imported once is known again, whatever became of it."""

from collections.abc import Callable

from journal.model.entry import Entry
from journal.store import entries, source_keys
from journal.store.store import Store

Keep = Callable[..., Entry]


def test_what_came_in_is_known_by_its_source_and_key(store: Store, keep: Keep) -> None:
    kept = keep()
    with store.writing() as tx:
        source_keys.keep(tx, "markdown", "notes/a.md", kept.ref)
        assert source_keys.known(tx, "markdown", ["notes/a.md", "notes/b.md"]) == {"notes/a.md"}
        assert source_keys.known(tx, "jrnl", ["notes/a.md"]) == set()
        assert source_keys.entry_of(tx, "markdown", "notes/a.md") == kept.ref
        assert source_keys.entry_of(tx, "markdown", "notes/b.md") is None


def test_a_key_outlives_its_entry_and_tells_nothing_of_it(store: Store, keep: Keep) -> None:
    kept = keep()
    with store.writing() as tx:
        source_keys.keep(tx, "markdown", "zygomorphe \ud800", kept.ref)
        entries.purge(tx, kept.ref)
        assert source_keys.known(tx, "markdown", ["zygomorphe \ud800"])
        assert source_keys.entry_of(tx, "markdown", "zygomorphe \ud800") is None
        assert not [key for key in tx.column("SELECT key FROM source_key") if "zygo" in key]


def test_what_came_in_again_is_the_one_that_counts(store: Store, keep: Keep) -> None:
    first, again = keep(), keep()
    with store.writing() as tx:
        for each in (first, again):
            source_keys.keep(tx, "markdown", "notes/a.md", each.ref)
        assert source_keys.entry_of(tx, "markdown", "notes/a.md") == again.ref
