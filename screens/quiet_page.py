"""A page that shows its own keys only: what can be done everywhere is still in the help."""

from dataclasses import replace

from screens.commands import Command
from screens.page import Page


class QuietPage(Page):
    """A page with room in its footer for what belongs to it."""

    def commands(self) -> list[Command]:
        """Return every key, those of other places kept out of the footer."""
        return [one if one.where == self.name_in_table else replace(one, footer=0) for one in super().commands()]
