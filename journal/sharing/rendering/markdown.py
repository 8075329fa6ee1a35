"""A document as Markdown in which nothing but our own layout is markup to any reader, but for its own writer."""

import re

from journal.hygiene import clean
from journal.model.audience import Audience
from journal.sharing.document import Document, Item
from journal.sharing.rendering import own_markdown
from journal.sharing.rendering.blocks import COMPOSED, Block, Run, parse
from journal.sharing.rendering.outline import level_of, level_over
from journal.sharing.rendering.parts import blocks_of
from journal.sharing.wording import AUDIENCE_SIGNS

# What could begin emphasis, code, a link, an image, HTML or a character reference; and, at a line's start, a block.
_INLINE = re.compile(r"([\\`*<\[\]|~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w]))")
_SIGN = re.compile(r"[\\`*<\[\]|~_&]")  # with one of these it begins: much faster to look for
_BLOCK_START = re.compile(r"^(\s*)([#>+=-])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])", re.MULTILINE)

_LINE_BREAK = "  \n"
_BARE_PIPE = re.compile(r"(?<!\\)\|")  # a pipe parts the cells of a table even within code


def escaped(text: str) -> str:
    """Return text in which every character stands for itself."""
    return _plain_starts(_plain(text))


def _plain(text: str) -> str:
    return _INLINE.sub(r"\\\1", text) if _SIGN.search(text) else text


def _plain_starts(text: str) -> str:
    if "\n" not in text and not _NUMBERED.match(text) and not _BLOCK_START.match(text):
        return text
    return _BLOCK_START.sub(r"\1\\\2", _NUMBERED.sub(r"\1\\\2", text))


def render(document: Document) -> bytes:
    """Return the document as UTF-8 with a newline at its end."""
    sign = AUDIENCE_SIGNS[document.audience]
    under = "  \n".join(map(_line, document.under_title))
    parts = [f"# {_line(document.title)}", f"{sign} {under}"]
    if document.opening:
        parts.append(written(parse(document.opening)))
    parts += [_item(item, document) for item in document.items]
    if document.closing:
        parts += ["---", _line(document.closing)]
    return (clean("\n\n".join(part for part in parts if part)) + "\n").encode()


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _item(item: Item, document: Document) -> str:
    about = " · ".join(_line(words) for words in (item.kind_words, item.dated, ", ".join(item.tags)) if words)
    heading = document.heading_of(item)
    title = f"{'#' * level_of(item)} {_line(heading)}" if heading else "" if item.title else "---"
    below = level_over(document, item)
    mine = document.audience is Audience.ME
    body = own_markdown.written(item.body, below) if mine else written(blocks_of(item), below)
    ending = "* * *" if item.closes else ""
    return "\n\n".join(part for part in (title, about and f"*{about}*", body, ending) if part)


def written(blocks: tuple[Block, ...], below: int = 1) -> str:
    """Return blocks as Markdown, headings beginning under the level `below`."""
    return "\n\n".join((_composed if block.kind in COMPOSED else _block)(block, below) for block in blocks)


def _block(block: Block, below: int) -> str:
    match block.kind:
        case "heading":
            return own_markdown.heading(block.level + below, _inline(block.runs, "\n").replace("\n", " "))
        case "code":
            return _fenced("".join(run.text for run in block.runs))
        case "rule":
            return "* * *"
        case "quote":
            return _prefixed(written(block.blocks, below), "> ", "> ")
        case "bullets" | "numbers":
            bullets = block.kind == "bullets"
            return ("\n" if block.tight else "\n\n").join(
                _list_item(item, below, "- " if bullets else f"{number}. ", tight=block.tight)
                for number, item in enumerate(block.blocks, block.level or 1)
            )
        case _:
            return _inline(block.runs)


def _composed(block: Block, below: int) -> str:
    """Return a part of a composed page."""
    match block.kind:
        case "rows":
            return "\n".join(_row(row, below) for row in block.blocks)
        case "table":
            return _table(block)
        case "room":
            return ""
        case _:
            return f"*{_inline(block.runs)}*"


def _row(row: Block, below: int) -> str:
    label = f"**{_inline(row.runs)}**\n\n" if row.runs else ""
    return _prefixed(label + written(row.blocks, below), "- ", "  ")


def _list_item(item: Block, below: int, sign: str, *, tight: bool) -> str:
    box = "" if item.done is None else "[x] " if item.done else "[ ] "
    inner = ("\n" if tight else "\n\n").join(_block(block, below) for block in item.blocks)
    return _prefixed(inner, sign + box, " " * len(sign))


def _table(block: Block) -> str:
    head, *rows = (
        " | ".join(_BARE_PIPE.sub(r"\\|", _inline(cell.runs, " ")) for cell in row.blocks) for row in block.blocks
    )
    lines = (head, " | ".join("---" for _cell in block.blocks[0].blocks), *rows)
    return "\n".join(f"| {line} |" for line in lines)


def _prefixed(text: str, first: str, rest: str) -> str:
    """Return lines with a sign before the first and another before the rest; the two spaces of a line break stay."""
    lines = text.split("\n")
    return "\n".join(
        (first if index == 0 else rest) + line if line else (first if index == 0 else rest).rstrip()
        for index, line in enumerate(lines)
    )


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _inline(runs: tuple[Run, ...], line_break: str = _LINE_BREAK) -> str:
    """Return runs as Markdown; white space around a run stays outside its marks, and a typed line ends where it did."""
    whole = "".join(map(_run, runs))
    marked = bool(runs) and (runs[0].bold or runs[0].italic or runs[0].code)
    return (whole if marked else _plain_starts(whole)).replace("\n", line_break)


def _run(run: Run) -> str:
    core = run.text.strip()
    if run.code and core:
        ticks = "`" * (max((len(found) for found in re.findall(r"`+", run.text)), default=0) + 1)
        return f"{ticks} {run.text} {ticks}" if "`" in run.text else f"`{run.text}`"
    if core and (run.bold or run.italic):
        marks = "*" * (2 * run.bold + run.italic)
        before, _found, after = run.text.partition(core)
        return f"{before}{marks}{_plain(core)}{marks}{after}"
    return _plain(run.text)
