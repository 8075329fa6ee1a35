"""The line above a page: where one is on the left, the state of things on the right, a thin rule below."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.widgets.plain import plain


class PageHeader(Widget):
    """Place and state; the state is where "kept" and "not kept yet" are always told."""

    heading: reactive[str] = reactive("")
    state: reactive[str] = reactive("")
    caution: reactive[bool] = reactive(default=False)
    colour: reactive[str] = reactive("$quiet")

    def tell(self, state: str, *, caution: bool = False, colour: str = "$quiet") -> None:
        """Show another state on the right; an audience has a colour beside its sign and word."""
        self.caution = caution
        self.colour = colour
        self.state = state

    def render(self) -> Content:
        """Return both lines."""
        width = self.content_size.width
        right = plain(self.state).truncate(max(0, width - 10), ellipsis=True)
        left = plain(self.heading).truncate(max(0, width - right.cell_length - 2), ellipsis=True)
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        return Content.assemble(
            left.stylize("bold"), gap, right.stylize("bold $caution" if self.caution else self.colour),
            "\n", ("─" * width, "$rule"),
        )  # fmt: skip
