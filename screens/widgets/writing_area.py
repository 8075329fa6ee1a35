"""Room to write prose: lines break at words, Tab leaves, and the cursor is always in sight."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.widgets.text_area import Edit, EditResult

from journal.hygiene import clean
from screens.widgets.narrow_painting import NarrowPainting

_LINES = 128  # painted lines that are remembered, two or three windows; Textual would hold 1,024


class WritingArea(NarrowPainting):
    """A quiet field of many lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+delete", "delete_word_right", show=False),
        Binding("alt+b", "cursor_word_left", show=False),
        Binding("alt+f", "cursor_word_right", show=False),
    ]

    def __init__(self, *, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002 -- Textual's name
        super().__init__(
            id=id,
            placeholder=placeholder,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            compact=True,
            highlight_cursor_line=False,
        )
        self._line_cache = LRUCache(_LINES)

    def on_paste(self, event: events.Paste) -> None:
        """Make control characters visible before they are put in, so that what is seen is what is kept."""
        event.text = clean(event.text)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, then scroll: Textual scrolls before it counts the row that a broken line begins."""
        result = super().edit(edit)
        self.scroll_cursor_visible()
        return result
