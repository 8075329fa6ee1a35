"""A document as plain JSON values, for a typesetter that takes its content as data and never as code."""

from typing import Any

from journal.hygiene import clean
from journal.sharing.document import Document
from journal.sharing.rendering.blocks import Block, parse
from journal.sharing.rendering.parts import blocks_of
from journal.sharing.wording import AUDIENCE_SIGNS


def told(document: Document) -> dict[str, Any]:
    """Return title, language, what stands under the title, and each item with its blocks."""
    under = [clean(line) for line in document.under_title]
    return {
        "title": clean(document.title),
        "language": document.language,
        "audience": document.audience.value,
        "for": [f"{AUDIENCE_SIGNS[document.audience]} {under[0]}", *under[1:]],
        "opening": _blocks(parse(document.opening)),
        "closing": document.closing,
        "items": [
            {
                "title": document.heading_of(item),
                "about": " · ".join(words for words in (item.kind_words, item.dated, ", ".join(item.tags)) if words),
                "nested": item.nested,
                "closes": item.closes,
                "blocks": _blocks(blocks_of(item)),
            }
            for item in document.items
        ],
    }


def _blocks(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [
        {
            "kind": block.kind,
            "level": block.level,
            "runs": [[run.text, run.bold, run.italic, run.code] for run in block.runs],
            "blocks": _blocks(block.blocks),
        }
        for block in blocks
    ]
