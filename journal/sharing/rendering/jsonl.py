"""A document as JSON Lines: one entry a line, with the fields that the README tells, complete for oneself."""

import json
from typing import Any

from journal.sharing.document import Document, Item
from journal.sharing.rendering.markdown import written
from journal.sharing.rendering.parts import blocks_of

_ENCODER = json.JSONEncoder(ensure_ascii=False)  # `json.dumps` would make one for each line


def render(document: Document) -> bytes:
    """Return the document as UTF-8, a line each for the head, the opening, every entry and the closing."""
    lines: list[dict[str, Any]] = []
    if document.head:
        lines.append({"kind": "head", "title": document.title, "body": "\n".join(document.under_title)})
    if document.opening:
        lines.append({"kind": "opening", "title": document.title, "body": document.opening})
    lines += [item.record if item.record is not None else _outside(item) for item in document.items]
    if document.closing:
        lines.append({"kind": "closing", "body": document.closing})
    return "".join(_ENCODER.encode(line) + "\n" for line in lines).encode()


def _outside(item: Item) -> dict[str, Any]:
    """Return what others receive of an entry: what the preview showed, without empty fields."""
    when = "week" if "-W" in item.when else "happened_at"
    fields = {"ref": item.ref, "kind": item.kind.value, "title": item.title, when: item.when}
    return {name: value for name, value in fields.items() if value} | {"tags": list(item.tags), "body": _body(item)}


def _body(item: Item) -> str:
    """Return an item's text, that of a composed page as Markdown."""
    return written(blocks_of(item), below=2) if item.parts else item.body
