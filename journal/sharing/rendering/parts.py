"""Parts of an item as blocks: its text, then the parts of a composed page."""

from collections.abc import Iterator

from journal.hygiene import clean
from journal.language import Language
from journal.sharing.document import Item, Part, Prose, Row, Rows, Table
from journal.sharing.rendering.blocks import Block, Run, parse
from journal.sharing.rendering.typography import kept_together


def blocks_of(item: Item, language: Language | None = None) -> tuple[Block, ...]:
    """Return all blocks of an item in their order, with the spaces that a language keeps with its signs."""
    return (*parse(item.body, language), *(block for part in item.parts for block in _blocks(part, language)))


def _blocks(part: Part, language: Language | None) -> Iterator[Block]:
    match part:
        case Prose():
            yield from parse(part.text, language)
        case Rows():
            yield Block("rows", blocks=tuple(_row(row, language) for row in part.rows))
        case Table():
            lines = (part.columns, *part.rows)
            rows = (tuple(Block("cell", runs=_runs(words, language)) for words in line) for line in lines)
            yield Block("table", blocks=tuple(Block("row", blocks=cells) for cells in rows))
        case _:
            yield Block("room", level=part.lines)


def _row(row: Row, language: Language | None) -> Block:
    note = (Block("note", runs=_runs(row.note, language)),) if row.note else ()
    return Block("row", runs=_runs(row.label, language), blocks=(*parse(row.text, language), *note))


def _runs(words: str, language: Language | None) -> tuple[Run, ...]:
    return (Run(clean(kept_together(words, language))),) if words else ()
