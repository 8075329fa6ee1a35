"""The way out of the app: texts are kept or sealed, then the journal is closed, each within its limit."""

from typing import TYPE_CHECKING, Any

from textual.app import App

from journal.errors import ReculError
from screens.frame.cover import CoverScreen, unkept_cover
from screens.frame.key_names import key_name
from screens.frame.navigation import Navigation
from screens.terminal.environment import Environment
from screens.terminal.locking import LOCKED, Outcome, close_within

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook
    from screens.frame.open_journal import OpenJournal


class Leaving:
    """What is open, and how it is closed again: `journal` behind the door, `held` one that is not gone into yet."""

    def __init__(self, app: App[Any], navigation: Navigation) -> None:
        self._app, self._navigation = app, navigation
        self.journal: OpenJournal | None = None
        self.held: Notebook | None = None
        self.begun = self.asked_to_end = False

    async def leave(self, outcome: Outcome, environment: Environment, *, quit_key: str, give_up: bool = False) -> None:
        """Keep what is typed, close, and end the app; stay when a text can be neither kept nor sealed."""
        if self.begun:
            return
        self.begun, left = True, False
        environment.typed_ahead.for_next = outcome is Outcome.LOCKED
        try:
            left = await self._leave(outcome, environment, quit_key=quit_key, give_up=give_up)
        finally:
            if not left:  # what one goes on with must hear keys
                self.begun = environment.typed_ahead.for_next = False

    async def _leave(self, outcome: Outcome, environment: Environment, *, quit_key: str, give_up: bool) -> bool:
        locks = outcome is Outcome.LOCKED
        if self.journal is not None:
            if locks:
                self._app.push_screen(CoverScreen())
            unkept = await self.journal.texts.keep(self._navigation.pages())
            if unkept is not None and not give_up and not self.asked_to_end:
                self._cover_unkept(unkept, quit_key)
                return False
        await self._close(environment.closing_limit if locks else environment.keeping_limit)
        self._app.exit(outcome, return_code=LOCKED if locks else 0)
        return True

    async def _close(self, limit: float) -> None:
        if self.journal is not None:
            self.journal.saves.shut()
        for notebook in (self.journal.notebook if self.journal else None, self.held):
            if notebook is not None:
                await close_within(limit, notebook.close, drop_keys=notebook.vault.close)
        self.journal = self.held = None  # locking forgets: nothing else holds what was open

    def _cover_unkept(self, error: ReculError, quit_key: str) -> None:
        """Cover the text that could not be kept, so that an idle lock shows nothing and loses nothing."""
        if isinstance(self._app.screen, CoverScreen):
            self._app.pop_screen()
        self._app.push_screen(unkept_cover(error, key_name(quit_key)))

    def end_without_journal(self) -> None:
        """End after the journal's keys were destroyed: there is nothing left to keep or to close."""
        self.begun = True  # news of the last job may still be on their way to pages that would read
        self.journal = None
        self._app.exit(Outcome.LEFT, return_code=0)
