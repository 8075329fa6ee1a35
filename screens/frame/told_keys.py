"""Keys as pages tell them: with their words, in a line, and pressed under the pointer."""

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style

from screens.frame.command import Command
from screens.frame.commands import key_of_name


def clicked(words: Content, command: Command) -> Content:
    """Return words that do, under the pointer, what the key of a command does."""
    action = command.action if command.action.startswith(("app.", "screen.")) else f"screen.{command.action}"
    return words.stylize(Style.from_meta({"@click": action}))


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
