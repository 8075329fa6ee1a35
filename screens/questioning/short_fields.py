"""Short fields: a few lines to fill in, each beside its label."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input

from screens.widgets.field import Field, LineField
from screens.widgets.plain import PlainText


class ShortFields(VerticalScroll, can_focus=False):
    """The fields of one question; Enter goes to the next one, and past the last one confirms them all."""

    class Changed(Message):
        """Something was typed."""

    class Confirmed(Message):
        """Enter was pressed in the last field."""

    def __init__(self, labels: tuple[str, ...], typed: str) -> None:
        super().__init__()
        self._labels = labels
        self._typed = typed.split("\n")

    def compose(self) -> ComposeResult:
        """Yield a label and a line for each field."""
        width = max(map(len, self._labels)) + 2
        for number, label in enumerate(self._labels):
            with Horizontal(classes="short-field"):
                name = PlainText(label, classes="quiet")
                name.styles.width = width
                yield name
                line = _Line(Field(f"short-{number}", label, many=False))
                line.value = self._typed[number] if number < len(self._typed) else ""
                yield line

    def on_mount(self) -> None:
        """Begin in the first field that is empty."""
        lines = list(self.query(_Line))
        next((line for line in lines if not line.value), lines[0]).focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    @property
    def typed(self) -> str:
        """What stands in the fields, a line each."""
        return "\n".join(line.value for line in self.query(_Line))


class _Line(LineField):
    """One short line; Enter in the last one goes on to the next question."""

    BINDINGS = [("enter", "go_on")]  # noqa: RUF012 -- Textual reads a list

    def action_go_on(self) -> None:
        """Go to the next line, or confirm."""
        fields = next(one for one in self.ancestors if isinstance(one, ShortFields))
        if self is fields.query(_Line).last():
            fields.post_message(ShortFields.Confirmed())
        else:
            self.app.action_focus_next()
