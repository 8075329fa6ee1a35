"""Keys as pages tell them: with their words, in a line, and pressed under the pointer."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from journal.language import _
from screens.frame.command import Command
from screens.frame.key_names import key_name, key_of_name

if TYPE_CHECKING:
    from screens.frame.page import Page

ENTER = "enter"  # what every list answers to; no command of the table


def clicked(words: Content, command: Command) -> Content:
    """Return words that do, under the pointer, what the key of a command does."""
    action = command.action if command.action.startswith(("app.", "screen.")) else f"screen.{command.action}"
    return words.stylize(Style.from_meta({"@click": action}))


def key_told(page: "Page", command: str) -> Content:
    """Return the key of a command as it is told on a page; a click does what it does."""
    if command == ENTER:
        return pressed(key_name(ENTER), Content.styled(key_name(ENTER), "bold $accent"))
    return clicked(Content.styled(page.key_of(command), "bold $accent"), page.host.table.row(command))


def hinted(page: "Page", commands: Sequence[str]) -> Content:
    """Return keys and words of some commands, each to be clicked."""
    rows = [page.host.table.row(each) for each in commands]
    return Content("   ").join(
        clicked(Content.assemble((page.key_of(row.id), "bold $accent"), f"  {_(row.title)}"), row) for row in rows
    )


def sentence(page: "Page", words: str, commands: Mapping[str, str]) -> Content:
    """Return a sentence of our own, its keys named in braces, each to be clicked."""
    parts = []
    for literal, name, _spec, _conversion in Formatter().parse(words):
        parts.append(Content(literal))
        if name is not None:
            parts.append(key_told(page, commands[name]))
    return Content("").join(parts)


def keys(*pairs: tuple[str, str], width: int = 72) -> Content:
    """Return a line of keys and what they do, for the middle of a page; closer together where it is narrow.

    The pointer presses a key that is told: what it does is known where it is heard.
    """
    return in_line([pressed(key, Content.assemble((key, "bold $accent"), f"  {words}")) for key, words in pairs], width)


def pressed(key: str, told: Content) -> Content:
    """Return words under which the pointer presses a key, as it is told to a person."""
    name = key_of_name(key)
    return told.stylize(Style.from_meta({"@click": f"app.simulate_key({name!r})"})) if name else told


def in_line(each: Sequence[Content], width: int) -> Content:
    """Return parts beside each other, closer together where it is narrow."""
    wide = Content(" " * 8).join(each)
    return wide if wide.cell_length <= width else Content(" " * 4).join(each)
