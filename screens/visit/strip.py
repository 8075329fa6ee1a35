"""Strip below the header: which page this is in the visit, the one key to press, and the keys of the visit itself."""

from collections.abc import Callable

from textual.content import Content

from screens.widgets.plain import PlainText


class VisitStrip(PlainText):
    """A line or two; it takes no key, and goes when the visit ends."""

    def __init__(self, tell: Callable[["VisitStrip"], Content]) -> None:
        """Take what it asks for its words, once it knows its page."""
        super().__init__("")
        self._tell = tell

    def on_mount(self) -> None:
        """Say it as the page opens."""
        self.tell()

    def tell(self) -> None:
        """Say it as it is now."""
        self.update(self._tell(self))
