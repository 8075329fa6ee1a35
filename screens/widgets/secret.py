"""A field for a passphrase: covered until the person asks to see it, and never copied anywhere."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from screens.widgets.one_line import WORD_KEYS

LONGEST = 1024  # characters; more than anybody types, less than what would slow a key derivation


class Secret(Input):
    """Takes a passphrase as it is typed: no suggestion, no copy, no trimming."""

    BINDINGS: ClassVar[list[BindingType]] = WORD_KEYS

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(password=True, id=id, max_length=LONGEST, compact=True)
        self.cursor_blink = False

    def choose_all(self) -> None:
        """Select what is typed, so that the next key replaces it and an arrow mends it."""
        self.focus()
        self.action_select_all()

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing."""
