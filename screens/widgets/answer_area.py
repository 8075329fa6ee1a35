"""The room to answer: a page to write on, which can veil every line but the one being written."""

from itertools import pairwise

from rich.text import Text

from journal.hygiene import clean
from journal.model.entry import LONGEST_TITLE
from screens.widgets.markdown_marks import weights
from screens.widgets.narrow_painting import Weight
from screens.widgets.writing_area import WritingArea


class AnswerArea(WritingArea):
    """A calm place to write; `veiled` hides what was written before the line of the cursor.

    With `titled` the first line, which serves as title, has a title's weight.
    """

    def __init__(self, *, id: str | None = None, titled: bool = False) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id)
        self.veiled = False
        self.titled = titled

    def write(self, text: str) -> None:
        """Put a text in, the cursor after it."""
        self.load_text(clean(text))
        self.move_cursor(self.document.end)

    def veil(self, *, on: bool) -> None:
        """Hide what stands outside the cursor's row, or show it again."""
        self.veiled = on
        self.notify_style_update()
        self.refresh()

    def weights(self, line_index: int) -> tuple[Weight, ...]:
        """Return the weight of a title, and of what Markdown marks."""
        words = self.document.get_line(line_index)
        title = self.titled and line_index == 0 and len(words) <= LONGEST_TITLE
        return (*((("bold", 0, len(words)),) if title else ()), *weights(words))

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn: with its weight, veiled but for the row on which the cursor stands."""
        line = super().get_line(line_index)
        if not self.veiled:
            for style, start, end in self.weights(line_index):
                line.stylize(style, start, end)
            return line
        start, end = self._open_part(line_index)
        drawn = "".join(
            character if start <= place < end or character.isspace() else "·" * max(1, Text(character).cell_len)
            for place, character in enumerate(line.plain)
        )
        return (
            Text(drawn, end="", no_wrap=True) if len(drawn) == len(line.plain) else Text("·" * len(line.plain), end="")
        )

    def _open_part(self, line_index: int) -> tuple[int, int]:
        """Return from where to where a line stays readable: the wrapped row of the cursor."""
        row, column = self.cursor_location
        if row != line_index:
            return (0, 0)
        breaks = [0, *self.wrapped_document.get_offsets(line_index), len(self.document.get_line(line_index)) + 1]
        return next(
            ((start, end) for start, end in pairwise(breaks) if start <= column < end),
            (0, breaks[-1]),
        )
