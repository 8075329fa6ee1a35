"""A field that is chosen and not typed: all options stand in the line, arrows move, space or a click chooses."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.language import _
from screens.widgets.field import Field

_GAP = 3


class ChoiceField(Widget, can_focus=True):
    """One of several options, or with `many` any of them; what is chosen carries a sign, not only a colour."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("space,enter", "choose", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]
    DEFAULT_CSS = "ChoiceField { height: auto; width: 100%; }"

    at: reactive[int] = reactive(0)
    chosen: reactive[frozenset[str]] = reactive(frozenset(), layout=True)

    class Changed(Message):
        """Something else was chosen."""

    class Unfit(Message):
        """A letter was typed, and chooses nothing."""

    def __init__(self, field: Field) -> None:
        super().__init__(id=f"field-{field.name}")
        self.field = field
        self.options = field.options
        self.many = field.many

    @property
    def text(self) -> str:
        """What is chosen, as one text: the values in the order in which they stand, spaces between."""
        return " ".join(value for value, _words in self.options if value in self.chosen)

    @text.setter
    def text(self, text: str) -> None:
        self.chosen = frozenset(text.split())

    def render(self) -> Content:
        """Return the options, in one line or one a line."""
        parts: list[str | tuple[str, str]] = []
        for number, (value, words) in enumerate(self.options):
            style = "bold $accent" if value in self.chosen else ""
            if self.has_focus and number == self.at:
                style = f"{style} reverse".strip()
            parts += [(f"{self._sign(value)} {_(words)}", style), "\n" if self._stacked else " " * _GAP]
        return Content.assemble(*parts[:-1])

    @property
    def _stacked(self) -> bool:
        """Whether the options stand below each other, because one line is too short for them."""
        return self._needs_lines(self.content_size.width or self.container_size.width)

    def _needs_lines(self, width: int) -> bool:
        return sum(len(_(words)) + 2 + _GAP for _value, words in self.options) - _GAP > width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- Textual's signature
        """Return a line, or the lines of each option, as they will be drawn in this width."""
        if not self._needs_lines(width):
            return 1
        return sum(len(Content(f"{self._sign(value)} {_(words)}").wrap(width)) for value, words in self.options)

    def _sign(self, value: str) -> str:
        if self.many:
            return "✓" if value in self.chosen else "·"
        return "●" if value in self.chosen else "○"

    def action_move(self, by: int) -> None:
        """Go to another option; where only one can hold, going there chooses it."""
        if self.many or self.chosen:  # from none, the first key chooses the one that one sees oneself on
            self.at = (self.at + by) % len(self.options)
        if not self.many:
            self.action_choose()

    def action_step(self, by: int) -> None:
        """Go up or down among options that stand below each other; past the last one, to the next field."""
        if self._stacked and 0 <= self.at + by < len(self.options):
            self.action_move(by)
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_choose(self) -> None:
        """Choose the option one is at, or no longer."""
        value = self.options[self.at][0]
        self.chosen = self.chosen ^ {value} if self.many else frozenset({value})
        self.post_message(self.Changed())

    def on_key(self, event: events.Key) -> None:
        """Let no letter that is typed without looking run a command; space chooses."""
        if event.is_printable and event.key != "space":
            event.stop()
            self.post_message(self.Unfit())

    def on_focus(self) -> None:
        """Begin at what is chosen."""
        values = [value for value, _words in self.options]
        if not self.many and self.text in values:
            self.at = values.index(self.text)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        start = 0
        if self._stacked and event.y < len(self.options):
            self.at = event.y
            self.action_choose()
            return
        for number, (_value, words) in enumerate(self.options):
            end = start + len(_(words)) + 2
            if start <= event.x < end and event.y == 0:
                self.at = number
                self.action_choose()
            start = end + _GAP
