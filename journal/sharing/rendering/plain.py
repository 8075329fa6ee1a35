"""A document as plain JSON values, for a typesetter that takes its content as data and never as code."""

from functools import partial
from typing import Any

from journal.hygiene import clean
from journal.language import _, speaking
from journal.sharing.document import Document
from journal.sharing.rendering.blocks import Block, parse
from journal.sharing.rendering.outline import boxed, contents, is_brief, level_of, level_over, months
from journal.sharing.rendering.parts import blocks_of
from journal.sharing.rendering.typography import kept_together
from journal.sharing.wording import AUDIENCE_SIGNS

_DEEPEST = 6


def to_json(document: Document) -> dict[str, Any]:
    """Return title, language, what stands under the title, and each item with its blocks."""
    words = partial(kept_together, language=document.language)
    under = [words(clean(line)) for line in document.under_title]
    with speaking(document.language):
        contents_words = _("Contents") if contents(document) else ""
    return {
        "title": words(clean(document.title)),
        "language": document.language,
        "date": [on.year, on.month, on.day] if (on := document.dated_on) else None,
        "audience": document.audience.value,
        "for": [f"{AUDIENCE_SIGNS[document.audience]} {under[0]}", *under[1:]],
        "contents": contents_words,
        "opening": _blocks(parse(document.opening, document.language), 1),
        "closing": words(document.closing),
        "items": [
            {
                "title": words(document.heading_of(item)),
                "level": level_of(item),
                "month": month,  # that begins with it in the list of contents
                "about": words(
                    " · ".join(part for part in (item.kind_words, item.dated, ", ".join(item.tags)) if part)
                ),
                "closes": item.closes,
                "blocks": _blocks(blocks_of(item, document.language), level_over(document, item)),
            }
            for item, month in zip(document.items, months(document), strict=True)
        ],
    }


def _blocks(blocks: tuple[Block, ...], below: int) -> list[dict[str, Any]]:
    return [
        {
            "kind": block.kind,
            "level": min(_DEEPEST, block.level + below) if block.kind == "heading" else block.level,
            "runs": [[run.text, run.bold, run.italic, run.code] for run in block.runs],
            "blocks": _blocks(boxed(block), below),
            "task": block.done is not None,
            "together": block.kind == "row" and is_brief(block),
        }
        for block in blocks
    ]
