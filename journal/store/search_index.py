"""The search index: the folded words of every entry that lists show, fed whenever one of its texts changes."""

from typing import Annotated, NamedTuple

from journal.model.entry_line import Ref
from journal.store import folding
from journal.store.store import Tx

# Words of the places that rank before the body stand there once more behind a sign, of each rank that counts the place:
# looking for them walks the few entries that have them there, and not all that have them somewhere. The signs are for
# private use, so that no word begins with one.
SIGNS = ("\ue000", "\ue001", "\ue002")
"""Of words in the title, of those in title or tags, of those in title, tags or people."""
_SIGNED = {"title": SIGNS, "tags": SIGNS[1:], "people": SIGNS[2:]}
_LABELS = (
    "(SELECT group_concat(name, char(10)) FROM {own} JOIN {named} ON {named}.id = {own}.{named}_id "
    "WHERE ref = entry.ref)"
)


class LabelsRow(NamedTuple):
    """What ranks an entry before those whose body alone holds the words."""

    ref: int
    title: str
    tags: Annotated[str | None, _LABELS.format(own="entry_tag", named="tag")]


class TextRow(NamedTuple):
    """What is looked for in an entry."""

    ref: int
    title: str
    tags: Annotated[str | None, _LABELS.format(own="entry_tag", named="tag")]
    people: Annotated[str | None, _LABELS.format(own="entry_person", named="person")]
    body: str


_SHOWN = "FROM entry WHERE trashed_at IS NULL AND state <> 'sealed'"


def put(tx: Tx, ref: Ref) -> None:
    """Index an entry as it is now; one that no list shows leaves the index."""
    from journal.store import word_counts

    word_counts.forget(tx, ref)
    drop(tx, ref)
    _put(tx, ref)


def add(tx: Tx, ref: Ref) -> None:
    """Index an entry that is new."""
    from journal.store import word_counts

    word_counts.note_added(tx, ref)
    _put(tx, ref)


def _put(tx: Tx, ref: Ref) -> None:
    for row in tx.all(TextRow, f"{_SHOWN} AND ref = ?", (ref,)):
        _add(tx, row)


def drop(tx: Tx, ref: Ref) -> None:
    """Take an entry out of the index."""
    tx.run("DELETE FROM entry_text WHERE rowid = ?", (ref,))


def forget_words(tx: Tx) -> None:
    """Write the index anew without the words of what was taken out of it, which it only marks until then."""
    tx.run("INSERT INTO entry_text(entry_text) VALUES ('optimize')")


def is_current(tx: Tx) -> bool:
    """Whether the index was made with the folding of today."""
    return bool(tx.value("SELECT value = ? FROM vault_meta WHERE key = 'folding'", (folding.VERSION,)))


def rebuild(tx: Tx) -> None:
    """Make the index of all entries anew."""
    from journal.store import word_counts

    tx.run("INSERT INTO entry_text(entry_text) VALUES ('delete-all')")
    word_counts.forget_all(tx)
    for ref in tx.column(f"SELECT ref {_SHOWN}"):
        for row in tx.all(TextRow, "FROM entry WHERE ref = ?", (ref,)):
            _add(tx, row)
    tx.insert("vault_meta", {"key": "folding", "value": folding.VERSION}, instead=True)


def _add(tx: Tx, row: TextRow) -> None:
    texts = {name: getattr(row, name) for name in ("title", "tags", "people", "body")}
    folded = {name: folding.fold(text) if isinstance(text, str) else "" for name, text in texts.items()}
    for name, signs in _SIGNED.items():
        words = folded[name].split()
        folded[name] = " ".join([*words, *(sign + word for sign in signs for word in words)])
    tx.insert("entry_text", {"rowid": row.ref} | folded)
