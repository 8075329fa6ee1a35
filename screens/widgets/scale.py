"""A scale from 0 to 10: digits choose, the arrows too, and so does the mouse."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_HIGHEST = 10
_STEP = 5  # columns from one number to the next; fewer where there is less room
_LAST = 4  # columns of "[10]"
_MARK = "› "  # before the scale that takes the digits now


class Scale(Widget, can_focus=True):
    """Eleven numbers in a row; the chosen one stands in brackets, so that colour says nothing alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("backspace,delete", "clear", show=False),
        Binding("enter", "confirm", show=False),
    ]
    DEFAULT_CSS = "Scale { height: 1; width: 100%; }"
    value: reactive[int | None] = reactive(None)

    class Chosen(Message):
        """A number was chosen; not confirmed yet."""

        def __init__(self, scale: "Scale") -> None:
            super().__init__()
            self.scale = scale

        @property
        def control(self) -> "Scale":
            """The scale, so that handlers can name theirs."""
            return self.scale

    class Unfit(Chosen):
        """A letter was typed, or words pasted, and no number."""

        def __init__(self, scale: "Scale", character: str) -> None:
            super().__init__(scale)
            self.character = character

    class Confirmed(Chosen):
        """Enter was pressed."""

    @property
    def _step(self) -> int:
        return max(3, min(_STEP, (self.size.width - len(_MARK) - _LAST) // _HIGHEST))

    def render(self) -> Content:
        """Return the row of numbers."""
        parts: list[str | tuple[str, str]] = [(_MARK, "$accent") if self.has_focus else " " * len(_MARK)]
        for number in range(_HIGHEST + 1):
            chosen = number == self.value
            words = f"[{number}]" if chosen else f" {number} "
            parts += [(words, "bold $accent" if chosen else "$quiet"), " " * (self._step - len(words))]
        return Content.assemble(*parts)

    def on_focus(self) -> None:
        """Show that digits go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that digits go elsewhere."""
        self.refresh()

    def choose(self, number: int) -> None:
        """Choose a number."""
        self.value = max(0, min(_HIGHEST, number))
        self.post_message(self.Chosen(self))

    def on_key(self, event: events.Key) -> None:
        """Take digits: 1 then 0 is 10."""
        if event.character and event.character.isdecimal() and event.character.isascii():
            event.stop()
            digit = int(event.character)
            self.choose(_HIGHEST if digit == 0 and self.value == 1 else digit)
        elif event.is_printable and not self._asks_for_something(event.key):
            event.stop()
            self.post_message(self.Unfit(self, event.character or ""))

    def on_paste(self, event: events.Paste) -> None:
        """Take a figure that is pasted; words are told as typed ones are."""
        event.stop()
        pasted = event.text.strip()
        if pasted.isdecimal() and pasted.isascii() and len(pasted) < 3:  # noqa: PLR2004 -- 10 has two figures
            self.choose(int(pasted))
        elif pasted:
            self.post_message(self.Unfit(self, event.text))

    def _asks_for_something(self, key: str) -> bool:
        """Whether a letter is a command of the page, where letters are."""
        return getattr(self.screen, "reading", False) and key in self.screen.active_bindings

    def on_click(self, event: events.Click) -> None:
        """Take a click on a number."""
        self.focus()
        self.choose((event.x - len(_MARK)) // self._step)

    def action_move(self, by: int) -> None:
        """Go to the number beside."""
        self.choose(_HIGHEST // 2 if self.value is None else self.value + by)

    def action_clear(self) -> None:
        """Choose none."""
        self.value = None
        self.post_message(self.Chosen(self))

    def action_confirm(self) -> None:
        """Go on with the number chosen."""
        self.post_message(self.Confirmed(self))
