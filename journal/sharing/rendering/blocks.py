"""Blocks: what a person wrote in Markdown, as plain blocks that every renderer can show and none can execute.

Raw HTML is text, a link is its words followed by its address when that is http(s), an image is its description.
Headings never leave out a level, however they were typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from journal.hygiene import clean
from journal.language import Language
from journal.sharing.rendering.typography import kept_together

BlockKind = Literal[
    "heading", "paragraph", "bullets", "numbers", "item", "quote", "code", "rule",
    "rows", "table", "row", "cell", "note", "room",
]  # fmt: skip
COMPOSED = frozenset({"rows", "table", "note", "room"})  # of a composed page, which no text in Markdown makes
_LONGEST_PARAGRAPH = 64 * 1024  # characters
_DEEPEST = 12  # levels of lists and quotes; deeper ones are flattened
# What a rule of the parser may begin or end with; its own rule for words stops at twice as many signs.
_SIGN = re.compile(r"[\n\\`*_\[\]!<&]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str = field(repr=False)
    bold: bool = False
    italic: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (1-6), paragraph, list, item, quotation, piece of code, rule or table; or a part of a composed page.

    A row of "rows" has its label in its runs; of a "table" it has cells, and the first one tells the columns. Room to
    write has as many lines as its level. A list is `tight` when no blank line parts its items; an item is a task when
    `done` says whether it is.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    blocks: tuple["Block", ...] = ()
    level: int = 0
    tight: bool = False
    done: bool | None = None

    @property
    def size(self) -> int:
        """How many characters are read in it."""
        return sum(len(run.text) for run in self.runs) + sum(block.size for block in self.blocks)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).disable(["html_block", "html_inline"])
    parser.enable("table")
    parser.core.ruler.at("inline", _parse_inline)
    parser.inline.ruler.at("text", _words)
    return parser


def _words(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as the parser calls its rules
    """Read on to the next sign that may be one of Markdown."""
    sign = _SIGN.search(state.src, state.pos, state.posMax)
    end = sign.start() if sign else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _parse_inline(state: StateCore) -> None:
    """Read what stands in each paragraph; one that is longer than any person writes is words and nothing else."""
    for token in state.tokens:
        if token.type == "inline" and (len(token.content) > _LONGEST_PARAGRAPH or not _SIGN.search(token.content)):
            token.children = [Token("text", "", 0, content=token.content)]
        elif token.type == "inline":
            token.children = token.children or []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def parse(markdown: str, language: Language | None = None) -> tuple[Block, ...]:
    """Return the blocks of a text written in Markdown; its highest headings are of level 1, and none is left out.

    With a language, the spaces that it keeps with its signs are no-break ones.
    """
    return tuple(_Reading(_parser().parse(clean(markdown)), language).blocks())


_CONTAINERS: dict[str, BlockKind] = {
    "bullet_list_open": "bullets",
    "ordered_list_open": "numbers",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "tr_open": "row",
}
_WRAPPERS = ("thead_open", "thead_close", "tbody_open", "tbody_close")
_TASK = re.compile(r"\[([ xX])\][ \u00a0]")


class _Reading:
    """Makes blocks of the parser's tokens, in their order."""

    def __init__(self, tokens: Sequence[Token], language: Language | None) -> None:
        self._tokens = iter(tokens)
        self._language = language
        self._over: list[str] = []  # tags of the headings under which the text stands

    def blocks(self) -> Iterator[Block]:
        """Yield blocks until the container that is being read closes."""
        for token in self._tokens:
            if token.type in _CONTAINERS:
                yield self._container(token)
            elif token.type == "heading_open":
                yield Block("heading", runs=self._runs(), level=self._level(token.tag))
            elif token.type == "paragraph_open":
                yield Block("paragraph", runs=self._runs(), tight=token.hidden)
            elif token.type in ("th_open", "td_open"):
                yield Block("cell", runs=self._runs())
            elif token.type in ("fence", "code_block"):
                yield Block("code", runs=(Run(token.content.rstrip("\n"), code=True),))
            elif token.type == "hr":
                yield Block("rule")
            elif token.nesting < 0 and token.type not in _WRAPPERS:
                return

    def _container(self, token: Token) -> Block:
        kind, blocks = _CONTAINERS[token.type], tuple(self.blocks())
        if kind == "item":
            return _task(Block(kind, blocks=blocks))
        tight = kind in ("bullets", "numbers") and all(
            inner.tight for item in blocks for inner in item.blocks if inner.kind == "paragraph"
        )
        return Block(kind, blocks=blocks, level=_start(token), tight=tight)

    def _level(self, tag: str) -> int:
        """Return the level of a heading: one below the last heading that was typed higher than it."""
        while self._over and self._over[-1] >= tag:
            self._over.pop()
        self._over.append(tag)
        return len(self._over)

    def _runs(self) -> tuple[Run, ...]:
        """Return what stands in a block whose opening was read, and read on to its end."""
        runs = _runs(next(self._tokens).children or [], self._language)
        next(self._tokens)
        return runs


def _task(item: Block) -> Block:
    """Return an item without the box before its words, which says that it is a task, and whether it is done."""
    first = item.blocks[0] if item.blocks else item
    box = _TASK.match(first.runs[0].text) if first.kind == "paragraph" and first.runs else None
    if box is None or first.runs[0].code:
        return item
    runs = (replace(first.runs[0], text=first.runs[0].text[box.end() :]), *first.runs[1:])
    return replace(item, blocks=(replace(first, runs=runs), *item.blocks[1:]), done=box[1] != " ")


def _start(token: Token) -> int:
    """Return the number with which an ordered list starts."""
    start = token.attrGet("start")
    return int(start) if start is not None else 1


def _runs(children: Sequence[Token], language: Language | None) -> tuple[Run, ...]:
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
                    runs.append(Run(kept_together(token.content, language), bold > 0, italic > 0))
    return tuple(runs)


def _tells(runs: Sequence[Run], address: str) -> bool:
    """Whether the words of a link are its address already, as in <https://…>."""
    return bool(runs) and runs[-1].text == address
