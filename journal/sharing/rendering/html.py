"""A document as one HTML page: readable on a phone, printable, without script, without anything from elsewhere."""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache, partial
from html import escape
from importlib.resources import files

from journal.hygiene import clean
from journal.language import Language, _, speaking
from journal.sharing.document import Document, Item
from journal.sharing.rendering.blocks import COMPOSED, Block, Run, parse
from journal.sharing.rendering.outline import LONGEST_KEPT, boxed, contents, level_of, level_over, months, with_headings
from journal.sharing.rendering.parts import blocks_of
from journal.sharing.rendering.typography import kept_together
from journal.sharing.wording import AUDIENCE_SIGNS

_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'"
_TAGS = {"quote": "blockquote", "bullets": "ul", "item": "li"}


@cache
def style() -> str:
    """Return the one stylesheet of every page."""
    return files("journal.sharing.rendering").joinpath("page.css").read_text(encoding="utf-8")


def hashed(text: str) -> str:
    """Return the source that lets exactly this inline style or script pass a Content-Security-Policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(title: str, language: str, body: str, *, script: str = "", more_style: str = "") -> str:
    """Return a whole page around a body that is HTML already; title and language are text."""
    look = style() + more_style
    policy = _NOTHING_ELSE + f"; style-src {hashed(look)}"
    if script:
        policy += f"; script-src {hashed(script)}"
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{look}</style>\n</head>\n<body>\n{body}\n"
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def render(document: Document) -> bytes:
    """Return the document as a UTF-8 page."""
    return page(document.title, document.language, body(document)).encode()


def body(document: Document) -> str:
    """Return what stands between the page's body tags."""
    sign, words = AUDIENCE_SIGNS[document.audience], partial(_text, language=document.language)
    told = contents(document)
    parts = [
        f'<main class="{document.audience.value}">',
        f"<header><h1>{words(document.title)}</h1>",
        f'<p class="audience">{sign} {"<br>".join(map(words, document.under_title))}</p></header>',
        _list_of(told, months(document), document.language) if told else "",
        _written(parse(document.opening, document.language), below=1) if document.opening else "",
        *(_item(item, document, f"n{place}" if told else "") for place, item in enumerate(document.items, 1)),
        f"<footer><p>{words(document.closing)}</p></footer>" if document.closing else "",
        "</main>",
    ]
    return "\n".join(part for part in parts if part)


def _list_of(headings: tuple[str, ...], begins: tuple[str, ...], language: Language) -> str:
    """Return the list of contents, with links inside the page; of a year by its months."""
    with speaking(language):
        words = _text(_("Contents"))
    told = ""
    for place, (heading, month) in enumerate(zip(headings, begins, strict=True), 1):
        if month:
            told += f'</ul><p class="about">{_text(month, language)}</p><ul>'
        if heading:
            told += f'<li><a href="#n{place}">{_text(heading, language)}</a></li>'
    listed = f"<ul>{told}</ul>".replace("<ul></ul>", "")
    return f'<nav aria-label="{words}"><p class="about">{words}</p>{listed}</nav>'


def _item(item: Item, document: Document, anchor: str) -> str:
    language, heading, level = document.language, document.heading_of(item), level_of(item)
    about = " · ".join(_text(words, language) for words in (item.kind_words, item.dated, ", ".join(item.tags)) if words)
    named = f' id="{anchor}"' if anchor else ""
    title = f"<h{level}{named}>{_text(heading, language)}</h{level}>" if heading else ""
    head = title + (f'<p class="about">{about}</p>' if about else "")
    below = level_over(document, item)
    first, *rest = [*with_headings(blocks_of(item, language))] or [()]
    if head and sum(block.size for block in first) <= LONGEST_KEPT:
        told = f"{_kept(head + _written(first, below))}\n{_groups(rest, below)}"
    else:
        told = f"{head}\n{_groups([first, *rest], below)}"
    return f"<article>{told}</article>" + ('\n<hr class="ending">' if item.closes else "")


def _groups(groups: Iterable[tuple[Block, ...]], below: int) -> str:
    """Return blocks with each heading in one box with what follows it, which paper does not part."""
    written = ((group, _written(group, below)) for group in groups)
    return "\n".join(_kept(told) if len(group) > 1 else told for group, told in written)


def _kept(told: str) -> str:
    return f'<div class="kept">{told}</div>'


def _text(text: str, language: Language | None = None) -> str:
    return escape(clean(kept_together(text, language)))


def _written(blocks: tuple[Block, ...], below: int) -> str:
    return "\n".join((_composed if block.kind in COMPOSED else _block)(block, below) for block in blocks)


def _block(block: Block, below: int) -> str:
    match block.kind:
        case "heading":
            level = min(6, block.level + below)
            return f"<h{level}>{_inline(block.runs)}</h{level}>"
        case "code":
            return f"<pre><code>{_text(''.join(run.text for run in block.runs))}</code></pre>"
        case "rule":
            return "<hr>"
        case "numbers":
            return f'<ol start="{block.level}">{_written(block.blocks, below)}</ol>'
        case "paragraph":
            return f"<p>{_inline(block.runs)}</p>"
        case _:
            tag = _TAGS[block.kind]
            task = ' class="task"' if block.done is not None else ""
            return f"<{tag}{task}>{_written(boxed(block), below)}</{tag}>"


def _composed(block: Block, below: int) -> str:
    """Return a part of a composed page."""
    match block.kind:
        case "rows" if not any(row.runs for row in block.blocks):  # no column for labels that are not there
            return (
                '<div class="lines">'
                + "".join(f"<div>{_written(row.blocks, below)}</div>" for row in block.blocks)
                + "</div>"
            )
        case "rows":
            told = (f"<dt>{_inline(row.runs)}</dt><dd>{_written(row.blocks, below)}</dd>" for row in block.blocks)
            return '<dl class="rows">' + "".join(f"<div>{row}</div>" for row in told) + "</dl>"
        case "table":
            return _table(block)
        case "room":
            return '<div class="room" aria-hidden="true">' + "<hr>" * block.level + "</div>"
        case _:
            return f'<p class="note">{_inline(block.runs)}</p>'


def _table(block: Block) -> str:
    head, *rows = (tuple(_inline(cell.runs) for cell in row.blocks) for row in block.blocks)
    columns = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{columns}</tr></thead><tbody>{lines}</tbody></table>"


def _inline(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    told = _text(run.text).replace("\n", "<br>")
    for wanted, tag in ((run.code, "code"), (run.italic, "em"), (run.bold, "strong")):
        if wanted:
            told = f"<{tag}>{told}</{tag}>"
    return told
