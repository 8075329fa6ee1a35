"""What leaves, as it is read: titles in bold, dates quiet, aliases underlined, nothing parsed as markup."""

from textual.content import Content

from journal.sharing.aliasing import Span
from journal.sharing.document import Document, Item
from journal.sharing.previewing import Marks, Preview
from journal.sharing.rendering.blocks import Block, parse
from screens.widgets.plain import plain

_ALIAS = "bold underline"


def leaving_text(preview: Preview) -> Content:
    """Return the whole document of a preview, aliases marked by weight and underline."""
    document = preview.document
    only = bool(document.items) and not document.heading_of(document.items[0])  # then its title is the document's
    parts = [_marked(document.title, preview.marks[0].title if only else ()).stylize("bold $accent")]
    if document.opening:
        parts.append(_body(document.opening, preview.opening_marks))
    parts += [
        _item(item, document.heading_of(item), marks) for item, marks in zip(document.items, preview.marks, strict=True)
    ]
    return Content("\n\n").join([*parts, *_closing(document)])


def report_text(document: Document) -> Content:
    """Return a report: its lines were validated character by character, and are shown so."""
    parts = [plain(document.title).stylize("bold $accent")]
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
    body = [Content(""), _body(item.body, marks.body)] if item.body.strip() else []
    return Content("\n").join([*title, plain(about).stylize("$quiet"), *body])


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
