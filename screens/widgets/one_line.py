"""A field of one line that loses nothing of what is pasted into it."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import Input

WORD_KEYS: list[BindingType] = [  # Textual's field takes the word behind the cursor with what erases before it
    Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
    Binding("ctrl+delete,alt+delete", "delete_right_word", show=False),
    Binding("alt+b", "cursor_left_word", show=False),
    Binding("alt+f", "cursor_right_word", show=False),
]
"""What takes a word, or goes over one, in a field of one line."""

_ENDS = ("enter", "ctrl+j")  # the latter is how a terminal without bracketed paste sends a line's end


class OneLine(Input):
    """A field of one line; of a text pasted with several, every line is kept, one behind the other.

    While it is empty it is as high as its hint needs.
    """

    BINDINGS: ClassVar[list[BindingType]] = WORD_KEYS

    between = " "  # what then stands between two lines

    def _hint(self, width: int) -> list[str]:
        """Return the lines of the hint, none while something is written."""
        if self.value or not self.placeholder or not width:
            return []
        return [line.plain.rstrip() for line in Content(self.placeholder).wrap(width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the field has."""
        return max(super().get_content_height(container, viewport, width), len(self._hint(width)))

    def watch_value(self, before: str, value: str) -> None:
        """Take the room of the hint, or give it back."""
        if not (before and value):
            self.refresh(layout=True)

    def render_line(self, y: int) -> Strip:
        """Return one line of what is written, or of the hint."""
        hint = self._hint(self.content_size.width)
        if len(hint) < 2 or y >= len(hint):  # noqa: PLR2004 -- Textual draws a hint of one line
            return super().render_line(y)
        words = Text(hint[y], self.get_component_rich_style("input--placeholder"), no_wrap=True, end="")
        if y == 0 and self.has_focus and self._cursor_visible:
            words.stylize(self.get_component_rich_style("input--cursor"), 0, 1)
        strip = Strip(self.app.console.render(words)).extend_cell_length(self.size.width)
        return strip.apply_style(self.rich_style)

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

    async def _on_key(self, event: events.Key) -> None:
        """Give the line away with the key itself, before the next key is written.

        A binding would be run by the app, later: on a busy machine the next line would stand behind this one by then.
        """
        if event.key in _ENDS:
            event.stop()
            event.prevent_default()
            self._give()

    async def action_submit(self) -> None:
        """Give the line away."""
        self._give()

    def _give(self) -> None:
        line, self.value = self.value, ""
        self.post_message(self.Submitted(self, line, None))

    def take(self, lines: list[str]) -> None:
        """Put in the first line where the cursor is, and give away all but the last."""
        for line in lines[:-1]:
            self.replace(line, *self.selection)
            self._give()
        super().take(lines[-1:])
