"""Widget of what is left of a page for a list that must not scroll: it says when its size is another one."""

from textual.containers import Vertical
from textual.message import Message


class Room(Vertical):
    """Takes the room that is left."""

    class Measured(Message):
        """The room has another size."""

    def on_resize(self) -> None:
        """Tell the page."""
        self.post_message(self.Measured())
