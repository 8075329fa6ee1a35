"""One field: a quiet label, then room to write in the page's own column."""

from dataclasses import dataclass
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType

from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.writing_area import WritingArea


@dataclass(frozen=True, slots=True)
class Field:
    """Something that can be written: `many` lines or one; the hint stands in the field while it is empty.

    With `options` (value, words) it is chosen instead: one of them, or with `many` any. A `day` can be chosen
    in a month. What is `proposed` gives way to the first key that is typed instead.
    """

    name: str
    label: str
    hint: str = ""
    many: bool = True
    options: tuple[tuple[str, str], ...] = ()
    day: bool = False
    proposed: bool = False


class FieldLabel(PlainText):
    """The quiet line above a field."""

    def __init__(self, field: Field) -> None:
        super().__init__(field.label, classes="heading")
        self.field = field


class LineField(OneLine):
    """A field of one line; Enter goes to the next one, as in a letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, field: Field) -> None:
        # What stands in a field is not selected when one comes to it: the next key would wipe it out.
        super().__init__(placeholder=field.hint, id=f"field-{field.name}", compact=True, select_on_focus=field.proposed)
        self.field = field

    def on_blur(self) -> None:
        """Hold what stands here from now on as what was wished."""
        self.select_on_focus = False


class TextField(WritingArea):
    """A field that grows with its text; Tab leaves it."""

    def __init__(self, field: Field) -> None:
        super().__init__(id=f"field-{field.name}", placeholder=field.hint)
        self.field = field

    def action_select_line(self) -> None:
        """Leave F6 to the page: Textual's text area would select the line and the page's command would never run."""
        raise SkipAction
