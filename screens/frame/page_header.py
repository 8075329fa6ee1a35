"""The line above a page: where one is on the left, the state of things on the right, a thin rule below."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.widgets.plain import plain

_LEAST = 10  # cells that the place has
_APART = 2
_HIGH = 2  # lines: the place with the state, and the rule


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

    def watch_state(self) -> None:
        """Be as high as what is told needs: it is told whole."""
        self.styles.height = _HIGH + len(self._below())

    def on_resize(self) -> None:
        """Be as high as that needs in another width."""
        self.watch_state()

    def _below(self) -> list[Content]:
        """Return in lines what is told when it does not fit beside the place; nothing when it does."""
        width = self.content_size.width
        state = plain(self.state)
        if not width or state.cell_length <= width - self._kept(width):
            return []
        return state.wrap(width)

    def _kept(self, width: int) -> int:
        """Return the cells that the place keeps: a short one is whole beside any state."""
        return max(_LEAST, min(plain(self.heading).cell_length, width // 4) + _APART)

    def render(self) -> Content:
        """Return both lines, and between them what is told when it is long."""
        width, below = self.content_size.width, self._below()
        style = "bold $caution" if self.caution else self.colour
        right = plain("" if below else self.state)
        left = plain(self.heading).truncate(max(0, width - right.cell_length - _APART), ellipsis=True)
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        return Content("\n").join(
            [
                Content.assemble(left.stylize("bold"), gap, right.stylize(style)),
                *(line.stylize(style) for line in below),
                Content.styled("─" * width, "$rule"),
            ]
        )
