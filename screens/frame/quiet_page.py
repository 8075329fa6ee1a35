"""A page that shows its own keys only: what can be done everywhere is still in the help."""

from screens.frame.command import ROOM_LEFT, Command
from screens.frame.page import Page


class QuietPage(Page):
    """A page with room in its footer for what belongs to it."""

    def commands(self) -> list[Command]:
        """Return every key, those of other places kept out of the footer; the one that helps where room is left."""
        return [self._placed(one) for one in super().commands()]

    def _placed(self, command: Command) -> Command:
        if command.where in (self.name_in_table, self.shared_keys, self.on_a_row):
            return command
        return command._replace(footer=0 if self.reading or command.action != "app.help" else ROOM_LEFT)
