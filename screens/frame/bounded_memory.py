"""Bound of memory in a long session: nothing stays of a page that was left, nothing painted of one not seen.

A field of many lines asks to hear of the app's theme, and Textual forgets who asked only when the theme changes: each
field that was ever opened stayed, with its text and its painted lines. And a painted line remembers up to fifty others
that were made of it, cut or in another style, for every page of every place.
"""

from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.screen import Screen
from textual.widget import Widget


@runtime_checkable
class RemembersPainted(Protocol):
    """A part of a page that remembers painted lines beside those that Textual does."""

    def forget_painted(self) -> None:
        """Keep none of them."""


def forget_gone(app: App[Any]) -> None:
    """Let nobody wait for a change of the app who is on no page any more."""
    for waiting in getattr(app, "__watchers", {}).values():
        waiting[:] = [(node, callback) for node, callback in waiting if node is app or node.is_running]


def forget_painted(page: Screen[Any]) -> None:
    """Forget the lines of a page that is not seen; they are painted anew when one comes back."""
    for part in page.walk_children(Widget):
        part._styles_cache.clear()  # noqa: SLF001 -- no public way
        if isinstance(part, RemembersPainted):
            part.forget_painted()
