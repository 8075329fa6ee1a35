"""One field: a quiet label, then room to write in the page's own column."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType

from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.writing_area import WritingArea

_BRINGS_ITS_OWN = " .,;:?!)…"  # what is typed first here goes on with what stands there, and needs no space before it
_LONG = 600  # characters; a longer text is read from its beginning before anything is added to it
_LONG_LINES = 9


class Holds(Enum):
    """What a written field holds: what stands there is gone on with, after this, but for a value, which is replaced."""

    PROSE = " "
    NAMES = ", "
    LINES = "\n"  # one thing a line
    WHOLE = ""  # one name, a path: it goes on where it ends
    VALUE = None  # a date, a figure, an alias, a code: selected whole on the way in, so that typing replaces it


@dataclass(frozen=True, slots=True)
class Field:
    """Something that can be written: `many` lines or one; the hint stands in the field while it is empty.

    With `options` (value, words) it is chosen instead: one of them, or with `many` any. A `day` is a value that can
    be chosen in a month.
    """

    name: str
    label: str
    hint: str = ""
    many: bool = True
    options: tuple[tuple[str, str], ...] = ()
    day: bool = False
    holds: Holds = Holds.PROSE

    @property
    def between(self) -> str | None:
        """What parts what stands here from what is typed behind it; None where typing replaces it."""
        return None if self.day else self.holds.value


class FieldLabel(PlainText):
    """The quiet line above a field."""

    def __init__(self, field: Field) -> None:
        super().__init__(field.label, classes="heading")
        self.field = field


class LineField(OneLine):
    """A field of one line; Enter goes to the next one, as in a letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, field: Field) -> None:
        value = field.between is None
        super().__init__(placeholder=field.hint, id=f"field-{field.name}", compact=True, select_on_focus=value)
        self.field = field
        self._opened = ""  # what stands here with room made behind it, until anything is typed

    @property
    def told(self) -> str:
        """What stands here, without the room that was made behind it."""
        parted = self.value == self._opened
        return self.value.removesuffix(self.field.between or "") if parted else self.value

    def action_go_on(self) -> None:
        """Go to the next field, unless the page says that what stands here cannot be read."""
        refuses = getattr(self.screen, "refuses", None)
        if refuses is None or not refuses(self):
            self.app.action_focus_next()

    def on_focus(self, event: events.Focus) -> None:
        """Stand behind what is there, parted from it: what is typed replaces no prose and glues to no name."""
        between = self.field.between
        if event.from_app_focus or between is None:
            return
        if self.value.strip() and between and not self.value.endswith((" ", between)):
            self._opened = self.value + between
            self.value = self._opened
        self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        """Take the room back that was not used."""
        self.value, self._opened = self.told, ""

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]  # Textual then asks its own field's
        if event.character in tuple(_BRINGS_ITS_OWN) and self.cursor_position == len(self.value):
            self.value, self._opened = self.told, ""

    def action_delete_left(self) -> None:
        """Take back the room that was made, as one, before anything that was written."""
        if self._opened and self.value == self._opened and self.cursor_position == len(self.value):
            self.value, self._opened = self.told, ""
        else:
            super().action_delete_left()


class TextField(WritingArea):
    """A field that grows with its text; Tab leaves it."""

    def __init__(self, field: Field) -> None:
        super().__init__(id=f"field-{field.name}", placeholder=field.hint)
        self.field = field
        self._opened = ""

    @property
    def told(self) -> str:
        """What stands here, without the room that was made behind it."""
        return self.text.removesuffix(self.field.between or "") if self.text == self._opened else self.text

    def on_focus(self, event: events.Focus) -> None:
        """Stand behind what is there, parted from it; at the beginning of a long text, which is read first."""
        text = self.text
        if event.from_app_focus or len(text) > _LONG or self.document.line_count > _LONG_LINES:
            return
        between = self.field.between
        self.move_cursor(self.document.end)
        if text.strip() and between and not text.endswith((" ", "\n")):
            self._opened = text + between
            self.insert(between)

    def on_blur(self) -> None:
        """Take the room back that was not used."""
        self._close()

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]  # Textual then asks its own area's
        if event.character in tuple(_BRINGS_ITS_OWN) and self.cursor_at_end_of_text:
            self._close()

    def action_delete_left(self) -> None:
        """Take back the room that was made before anything that was written."""
        if self._opened and self.text == self._opened and self.cursor_at_end_of_text:
            self._close()
        else:
            super().action_delete_left()

    def _close(self) -> None:
        if self._opened and self.text == self._opened:
            lines = self.told.split("\n")
            self.delete((len(lines) - 1, len(lines[-1])), self.document.end)
        self._opened = ""

    def action_select_line(self) -> None:
        """Leave F6 to the page: Textual's text area would select the line and the page's command would never run."""
        raise SkipAction
