"""Headings of a document: at which level each stands, what stays with it, and when a list of contents is wanted."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from journal.dates.wording import month
from journal.language import speaking
from journal.sharing.document import Document, Item
from journal.sharing.rendering.blocks import Block, Run

_BOXES = {False: "☐", True: "☑"}  # open, done
_MANY, _LONG = 4, 12_000  # items and characters from which nobody finds their way by turning pages
_VERY_MANY = 10
_A_BOOK = 40  # items
_MONTH = re.compile(r"\d{4}-\d\d")
_TOLD_AND_NOTED, _BRIEF, _LINE = 2, 800, 50  # blocks, characters, and those in the room of a line beside a label
LONGEST_KEPT = 1_200  # characters of a block that stays whole beside its heading


def level_of(item: Item) -> int:
    """Return the level at which an item's heading stands."""
    return 3 if item.nested else 2


def level_over(document: Document, item: Item) -> int:
    """Return the level of the heading over an item's text: its own, else the one that it would stand under."""
    return level_of(item) if document.heading_of(item) else level_of(item) - 1


def contents(document: Document) -> tuple[str, ...]:
    """Return what stands over each item, when the document is so long that it wants a list of contents.

    The few lines of a section of a composed page are soon turned over; a list would push its question down.
    """
    headings = tuple(map(document.heading_of, document.items))
    many = sum(map(bool, headings))
    entries = many if document.head is None else sum(bool(item.kind_words or item.dated) for item in document.items)
    long = sum(len(item.body) for item in document.items) > _LONG
    return headings if entries >= _VERY_MANY or (many >= _MANY and long) else ()


def months(document: Document) -> tuple[str, ...]:
    """Return the month that begins with each item of a list of contents, "" where it goes on.

    A year is found by its months; a few pages, and what does not stand in the order of its days, are told without.
    """
    whens = [item.when[: len("2026-11")] for item in document.items]
    none = ("",) * len(whens)
    if len(whens) < _A_BOOK or whens != sorted(whens) or not all(map(_MONTH.fullmatch, whens)):
        return none
    with speaking(document.language):
        return tuple(
            month(date.fromisoformat(f"{each}-01")).capitalize() if each != before else ""
            for before, each in zip(["", *whens], whens, strict=False)
        )


def boxed(item: Block) -> tuple[Block, ...]:
    """Return the blocks of an item; the first words of a task after its box, as a sign that nobody can tick."""
    if item.done is None:
        return item.blocks
    first, *rest = item.blocks
    return (replace(first, runs=(Run(f"{_BOXES[item.done]}\u00a0"), *first.runs)), *rest)


def is_brief(row: Block) -> bool:
    """Whether a row is so few lines that it goes to the next page whole; nothing whole may be higher than a page."""
    plain = len(row.blocks) <= _TOLD_AND_NOTED and all(each.kind in ("paragraph", "note") for each in row.blocks)
    breaks = sum(run.text.count("\n") for each in row.blocks for run in each.runs)
    return plain and row.size + breaks * _LINE <= _BRIEF


def with_headings(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Yield blocks, each heading together with those that follow it up to the first short text."""
    together: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            together.append(block)
            continue
        if together and block.size > LONGEST_KEPT:
            yield tuple(together)
            together = []
        yield (*together, block)
        together = []
    if together:
        yield tuple(together)
