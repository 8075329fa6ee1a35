"""Screen that is left once: a second answer to it, from a key that waited behind the first, is none.

Textual (8.2) would tell the result twice, of which asyncio makes an error that ends the app, and would take away the
next screen too.
"""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

Answer = TypeVar("Answer")


class LeftOnce(Screen[Answer]):
    """A screen whose first answer counts."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Leave, unless that was done."""
        return super().dismiss(result) if self in self.app.screen_stack else AwaitComplete()


class Dialog(LeftOnce[Answer], ModalScreen[Answer]):
    """A screen over a page that waits for an answer."""
