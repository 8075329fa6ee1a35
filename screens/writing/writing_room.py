"""Widget: the text in its column, the panel beside it where there is room, below it elsewhere."""

from textual.containers import Horizontal

_WIDE = 110  # from here on there is room for a panel
_NARROW = 72  # below, a scale beside its words would be cut


class WritingRoom(Horizontal):
    """Puts the panel beside the text, or below it; in one column where it is narrow."""

    def on_resize(self) -> None:
        """Follow the width."""
        self.set_class(self.size.width >= _WIDE, "wide")
        self.set_class(self.size.width < _NARROW, "narrow")
