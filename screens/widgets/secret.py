"""A field for a passphrase: covered until the person asks to see it, and never copied anywhere."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from screens.widgets.one_line import WORD_KEYS

LONGEST = 1024  # characters; more than anybody types, less than what would slow a key derivation


class Secret(Input):
    """Takes a passphrase as it is typed: no suggestion, no copy, no trimming; pasted lines are joined."""

    BINDINGS: ClassVar[list[BindingType]] = WORD_KEYS

    def __init__(self, typed: str = "", *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        """Take what was typed already; the next key goes on with it."""
        super().__init__(typed, password=True, id=id, max_length=LONGEST, compact=True, select_on_focus=not typed)
        self.cursor_blink = False

    def choose_all(self) -> None:
        """Select what is typed, so that the next key replaces it and an arrow mends it."""
        self.focus()
        self.action_select_all()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()  # Textual's field would keep the first line, and a passphrase would be half of it
        self.replace(" ".join(line for line in event.text.splitlines() if line.strip()), *self.selection)

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing."""
