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
        """Leave, unless that was done, or was asked for while another page stood above."""
        told = self._result_callbacks[-1].future if self._result_callbacks else None
        if self not in self.app.screen_stack or (told is not None and told.done()):
            return AwaitComplete()
        return super().dismiss(result)


class Dialog(LeftOnce[Answer], ModalScreen[Answer]):
    """A screen over a page that waits for an answer."""
