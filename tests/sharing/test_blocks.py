"""Markdown is read as the parser alone reads it, whose rule for words and signs without meaning is not asked."""

from random import Random

from markdown_it import MarkdownIt

from journal.sharing.rendering.blocks import _Reading, parse

_PIECES = (
    *"ab \n\n*_`[]()!&<>\\#-:~|.1", "**", "__", "é, ", "word ", "  \n", "\n\n", "- ", "1. ", "> ", "&amp;", "&#64;",
    "<b>", "<https://a.b/c>", "[a](https://b.c)", "![d](e)", "\\*", "`c`",
)  # fmt: skip


def test_random_markdown_is_read_as_by_the_parser_alone() -> None:
    alone = MarkdownIt("commonmark", {"html": False, "maxNesting": 12}).disable(["html_block", "html_inline"])
    alone.enable("table")
    lots = Random(11)
    for _text in range(500):
        text = "".join(lots.choices(_PIECES, k=lots.randint(1, 30)))
        assert parse(text) == tuple(_Reading(alone.parse(text), None).blocks()), text
