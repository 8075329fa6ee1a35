"""What a person wrote in Markdown, as plain blocks that every renderer can show and none can execute.

Raw HTML is text, a link is its words followed by its address when that is http(s), an image is its description.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from journal.hygiene import clean

BlockKind = Literal[
    "heading", "paragraph", "bullets", "numbers", "item", "quote", "code", "rule",
    "rows", "table", "row", "cell", "note", "room",
]  # fmt: skip
COMPOSED = frozenset({"rows", "table", "note", "room"})  # of a composed page, which no text in Markdown makes
_LONGEST_PARAGRAPH = 64 * 1024  # characters
_DEEPEST = 12  # levels of lists and quotes; deeper ones are flattened


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str = field(repr=False)
    bold: bool = False
    italic: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (1-6), paragraph, list, item, quotation, piece of code or rule; or a part of a composed page.

    A row of "rows" has its label in its runs; of a "table" it has cells, and the first one tells the columns. Room to
    write has as many lines as its level.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    blocks: tuple["Block", ...] = ()
    level: int = 0


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).disable(["html_block", "html_inline"])
    parser.core.ruler.at("inline", _parse_inline)
    return parser


def _parse_inline(state: StateCore) -> None:
    """Read what stands in each paragraph; one that is longer than any person writes is words and nothing else."""
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > _LONGEST_PARAGRAPH:
            token.children = [Token("text", "", 0, content=token.content)]
        elif token.type == "inline":
            token.children = token.children or []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def parse(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a text written in Markdown; its highest headings are of level 1, and none is left out."""
    tokens = _parser().parse(clean(markdown))
    tags = sorted({token.tag for token in tokens if token.type == "heading_open"})
    return tuple(_blocks(iter(tokens), {tag: level for level, tag in enumerate(tags, 1)}))


_CONTAINERS: dict[str, BlockKind] = {
    "bullet_list_open": "bullets",
    "ordered_list_open": "numbers",
    "list_item_open": "item",
    "blockquote_open": "quote",
}


def _blocks(tokens: Iterator[Token], levels: dict[str, int]) -> Iterator[Block]:
    """Yield blocks until the container that is being read closes."""
    for token in tokens:
        if token.type in _CONTAINERS:
            yield Block(_CONTAINERS[token.type], blocks=tuple(_blocks(tokens, levels)), level=_start(token))
        elif token.type == "heading_open":
            yield Block("heading", runs=_runs(next(tokens).children or []), level=levels[token.tag])
            next(tokens)
        elif token.type == "paragraph_open":
            yield Block("paragraph", runs=_runs(next(tokens).children or []))
            next(tokens)
        elif token.type in ("fence", "code_block"):
            yield Block("code", runs=(Run(token.content.rstrip("\n"), code=True),))
        elif token.type == "hr":
            yield Block("rule")
        elif token.nesting < 0:
            return


def _start(token: Token) -> int:
    """Return the number with which an ordered list starts."""
    start = token.attrGet("start")
    return int(start) if start is not None else 1


def _runs(children: Sequence[Token]) -> tuple[Run, ...]:
    bold = italic = 0
    address: str | None = None
    runs: list[Run] = []
    for token in children:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                address = str(token.attrGet("href") or "")
            case "link_close":
                if address and address.startswith(("http://", "https://")) and not _tells(runs, address):
                    runs.append(Run(f" ({address})"))
                address = None
            case "softbreak" | "hardbreak":
                runs.append(Run("\n"))
            case "code_inline":
                runs.append(Run(token.content, bold > 0, italic > 0, code=True))
            case _:
                if token.content:
                    runs.append(Run(token.content, bold > 0, italic > 0))
    return tuple(runs)


def _tells(runs: Sequence[Run], address: str) -> bool:
    """Whether the words of a link are its address already, as in <https://…>."""
    return bool(runs) and runs[-1].text == address
