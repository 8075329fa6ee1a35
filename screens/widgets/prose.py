"""A text written in Markdown, as it is read: weight and signs, no links to follow, nothing fetched."""

from collections.abc import Iterable

from textual.content import Content

from journal.language import current
from journal.sharing.rendering.blocks import Block, Run, parse
from journal.sharing.rendering.outline import boxed
from screens.widgets.plain import plain


def prose(markdown: str) -> Content:
    """Return a text with its headings, lists, quotations and emphasis drawn."""
    return Content("\n\n").join(_drawn(block) for block in parse(markdown, current()))


def _drawn(block: Block) -> Content:
    match block.kind:
        case "heading":
            return _words(block.runs).stylize("bold")
        case "bullets" | "numbers":
            return _list(block.blocks, "–" if block.kind == "bullets" else "")
        case "table":
            rows = (Content(" │ ").join(_words(cell.runs) for cell in row.blocks) for row in block.blocks)
            return Content("\n").join(rows)
        case "quote" | "item":
            inner = Content("\n").join(_drawn(each) for each in boxed(block))
            return _prefixed(inner, "│ ") if block.kind == "quote" else inner
        case "rule":
            return Content.styled("─" * 12, "$rule")
        case _:
            return _words(block.runs)


def _list(items: Iterable[Block], sign: str) -> Content:
    return Content("\n").join(
        _prefixed(_drawn(item), f"{sign or f'{number}.'} ") for number, item in enumerate(items, 1)
    )


def _prefixed(content: Content, sign: str) -> Content:
    """Return lines with a sign before the first (or, for quotations, before each) and the same room before the rest."""
    lines = content.split("\n", allow_blank=True)
    rest = sign if sign.startswith("│") else " " * len(sign)
    return Content("\n").join(
        Content.assemble(Content.styled(sign if number == 0 else rest, "$quiet"), line)
        for number, line in enumerate(lines)
    )


def _words(runs: Iterable[Run]) -> Content:
    parts = []
    for run in runs:
        words = plain(run.text)
        styles = " ".join(name for name, on in (("bold", run.bold), ("italic", run.italic)) if on)
        parts.append(words.stylize(styles) if styles else words)
    return Content("").join(parts)
