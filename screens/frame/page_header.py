"""The line above a page: where one is on the left, the state of things on the right, a thin rule below."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.widgets.plain import plain

_LEAST = 10  # cells that the place has
_APART = 2


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
        place = plain(self.heading)
        kept = max(_LEAST, min(place.cell_length, width // 4) + _APART)  # a short place is whole beside any state
        right = plain(self.state).truncate(max(0, width - kept), ellipsis=True)
        left = place.truncate(max(0, width - right.cell_length - _APART), ellipsis=True)
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        return Content.assemble(
            left.stylize("bold"), gap, right.stylize("bold $caution" if self.caution else self.colour),
            "\n", ("─" * width, "$rule"),
        )  # fmt: skip
