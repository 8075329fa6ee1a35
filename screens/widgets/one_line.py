"""A field of one line that loses nothing of what is pasted into it."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

WORD_KEYS: list[BindingType] = [  # Textual's field takes the word behind the cursor with what erases before it
    Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
    Binding("ctrl+delete,alt+delete", "delete_right_word", show=False),
    Binding("alt+b", "cursor_left_word", show=False),
    Binding("alt+f", "cursor_right_word", show=False),
]
"""What takes a word, or goes over one, in a field of one line."""


class OneLine(Input):
    """A field of one line; of a text pasted with several, every line is kept, one behind the other."""

    BINDINGS: ClassVar[list[BindingType]] = WORD_KEYS

    between = " "  # what then stands between two lines

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()  # Textual's field would keep the first line
        self.take([line for line in event.text.splitlines() if line.strip()])

    def take(self, lines: list[str]) -> None:
        """Put in the lines that were pasted."""
        self.replace(self.between.join(lines), *self.selection)


class LineByLine(OneLine):
    """A field that gives its line away with Enter and is empty for the next; a text pasted goes line by line.

    It empties itself: the answer of a page comes later, and would take with it what was typed behind the Enter.
    """

    async def action_submit(self) -> None:
        """Give the line away."""
        line, self.value = self.value, ""
        self.post_message(self.Submitted(self, line, None))

    def take(self, lines: list[str]) -> None:
        """Put in the first line where the cursor is, and give away all but the last."""
        for line in lines[:-1]:
            self.replace(line, *self.selection)
            given, self.value = self.value, ""
            self.post_message(self.Submitted(self, given, None))
        super().take(lines[-1:])
