"""Journal behind the open door, as one thing: made when the vault opens, dropped when it locks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.errors import ReculError
from screens.frame.events import Happened
from screens.frame.save_queue import SaveQueue
from screens.frame.selection import Selection
from screens.frame.text_keeping import TextKeeper
from screens.frame.thrown import Thrown
from screens.terminal.environment import Environment

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook


class OpenJournal:
    """The notebook, the marks, what went to the trash (the last at the end), and what keeps every text."""

    def __init__(
        self,
        notebook: "Notebook",
        publish: Callable[[Happened], None],
        record: Callable[[Exception], ReculError],
        environment: Environment,
    ) -> None:
        self.notebook = notebook
        self.selection = Selection()
        self.trashed = Thrown(self.selection)
        self.saves = SaveQueue(notebook, publish, record)
        self.texts = TextKeeper(self.saves, environment)

    def move_to(self, notebook: "Notebook") -> None:
        """Go on in another journal that holds all of this one; what could not be kept is kept there."""
        self.notebook = notebook
        self.saves.move_to(notebook)
