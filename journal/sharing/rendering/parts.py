"""What an item holds, as blocks: its text, then the parts of a composed page."""

from collections.abc import Iterator

from journal.hygiene import clean
from journal.sharing.document import Item, Part, Prose, Row, Rows, Table
from journal.sharing.rendering.blocks import Block, Run, parse


def blocks_of(item: Item) -> tuple[Block, ...]:
    """Return all blocks of an item in their order."""
    return (*parse(item.body), *(block for part in item.parts for block in _blocks(part)))


def _blocks(part: Part) -> Iterator[Block]:
    match part:
        case Prose():
            yield from parse(part.text)
        case Rows():
            yield Block("rows", blocks=tuple(map(_row, part.rows)))
        case Table():
            lines = (part.columns, *part.rows)
            yield Block("table", blocks=tuple(Block("row", blocks=tuple(map(_cell, line))) for line in lines))
        case _:
            yield Block("room", level=part.lines)


def _row(row: Row) -> Block:
    note = (Block("note", runs=_runs(row.note)),) if row.note else ()
    return Block("row", runs=_runs(row.label), blocks=(*parse(row.text), *note))


def _cell(words: str) -> Block:
    return Block("cell", runs=_runs(words))


def _runs(words: str) -> tuple[Run, ...]:
    return (Run(clean(words)),) if words else ()
