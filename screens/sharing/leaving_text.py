"""Widget of what leaves, as it is read: titles in bold, dates quiet, aliases underlined, nothing parsed as markup."""

import re
from typing import Any

from textual.content import Content

from journal.language import ngettext
from journal.sharing.aliasing import Span
from journal.sharing.document import Document, Item, Part, Prose, Row, Rows, Table
from journal.sharing.previewing import Marks, Preview
from journal.sharing.rendering.blocks import Block, parse
from journal.sharing.rendering.typography import kept_together
from screens.widgets.plain import plain

_ALIAS = "bold underline"
_END_OF_A_SCENE = "─" * 24


def leaving_text(preview: Preview) -> Content:
    """Return the whole document of a preview, aliases marked by weight and underline."""
    document = _as_read(preview.document)
    only = bool(document.items) and not document.heading_of(document.items[0])  # then its title is the document's
    parts = [_marked(document.title, preview.marks[0].title if only else ()).stylize("bold $accent")]
    if document.head:
        parts.append(plain("\n".join(document.under_title)).stylize("$quiet"))
    if document.opening:
        parts.append(_body(document.opening, preview.opening_marks))
    for item, marks in zip(document.items, preview.marks, strict=True):
        parts.append(_standing(_item(item, document.heading_of(item), marks), preview.stood))
        if item.closes:
            parts.append(plain(_END_OF_A_SCENE).stylize("$quiet"))
    return Content("\n\n").join([*parts, *_closing(document)])


def _as_read(document: Document) -> Document:
    """Return a document with the spaces that its language keeps with its signs; every text keeps its length."""

    def kept(value: Any) -> Any:
        if isinstance(value, str):
            return kept_together(value, document.language)
        if isinstance(value, dict):
            return {key: kept(each) for key, each in value.items()}
        return type(value)(kept(each) for each in value) if isinstance(value, list | tuple) else value

    return Document.model_validate(kept(document.model_dump()))


def report_text(document: Document) -> Content:
    """Return a report: its lines were validated character by character, and are shown so."""
    parts = [plain(document.title).stylize("bold $accent")]
    if document.head and document.head.sent:
        parts.append(plain(document.head.sent).stylize("$quiet"))
    if document.opening:
        parts.append(plain(_told(document.opening)).stylize("$quiet"))
    parts += [
        Content("\n").join([plain(item.title).stylize("bold"), plain(_told(item.body))]) for item in document.items
    ]
    return Content("\n\n").join([*parts, *_closing(document)])


def _closing(document: Document) -> list[Content]:
    return [plain(document.closing).stylize("$quiet")] if document.closing else []


def _item(item: Item, heading: str, marks: Marks) -> Content:
    about = " · ".join(words for words in (item.kind_words, item.dated, ", ".join(item.tags)) if words)
    title = [_marked(heading, marks.title).stylize("bold")] if heading else []
    told = [plain(about).stylize("$quiet")] if about or not item.parts else []
    body = [Content(""), _body(item.body, marks.body)] if item.body.strip() else []
    parts = [line for part in item.parts for line in _part(part)]
    return Content("\n").join([*title, *told, *body, *parts])


def _part(part: Part) -> list[Content]:
    """Return a part of a composed page, as many lines as it takes."""
    match part:
        case Prose():
            return [_body(part.text, ())]
        case Rows():
            return [line for row in part.rows for line in _row(row)]
        case Table():
            return [plain(" · ".join(filter(None, row))) for row in (part.columns, *part.rows)]
        case _:
            words = ngettext("{count} line to write on", "{count} lines to write on", part.lines)
            return [plain(words.format(count=part.lines)).stylize("$quiet")]


def _row(row: Row) -> list[Content]:
    text = [_body(_told(row.text), ())] if row.text.strip() else []
    label = [plain(row.label).stylize("$quiet")] if row.label else []
    note = [plain(f"   {row.note}").stylize("$quiet")] if row.note else []
    return [*label, *text, *note]


def _standing(content: Content, aliases: frozenset[str]) -> Content:
    """Return a text with every alias that was put into it marked."""
    if not aliases:
        return content
    anyone = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in sorted(aliases, key=len, reverse=True)))
    for found in anyone.finditer(content.plain):
        content = content.stylize(_ALIAS, *found.span())
    return content


def _body(text: str, spans: tuple[Span, ...]) -> Content:
    """Return a text with its aliases marked; the signs of a heading give way to weight."""
    lines = []
    for line in _marked(text.rstrip(), spans).split("\n", allow_blank=True):
        told = line.plain.lstrip("#")
        signs = len(line.plain) - len(told)
        heading = signs and told.startswith(" ")
        lines.append(line[signs + 1 :].stylize("bold") if heading else line)
    return Content("\n").join(lines)


def _marked(text: str, spans: tuple[Span, ...]) -> Content:
    content = plain(text)
    for span in spans:
        content = content.stylize(_ALIAS, span.start, min(span.end, len(content.plain)))
    return content


def _told(text: str) -> str:
    """Return Markdown of our own making as its readers see it."""
    return "\n".join(_lines(parse(text)))


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if block.kind == "bullets":
            lines += [f"– {' '.join(_lines(item.blocks))}" for item in block.blocks]
        else:
            lines.append("".join(run.text for run in block.runs))
    return lines
