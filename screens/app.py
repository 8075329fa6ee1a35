"""The application: a journal with its door, the places on keys 1 to 6, and the pages that open over them."""

import asyncio
import gc
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from journal import settings
from journal.errors import ReculError
from journal.errors.storage import VaultReplaced
from journal.faults import record
from screens import pages
from screens.door import routes as door_routes
from screens.frame.command import EVERYWHERE, READING, VISIT
from screens.frame.commands import bindings
from screens.frame.cover import encoding_cover, opening_cover
from screens.frame.events import EntrySaved, Happened, JournalChanged, SaveFailed
from screens.frame.host import Host
from screens.frame.journal_app import JournalApp
from screens.frame.navigation import Navigation
from screens.frame.page import Page
from screens.keys import TABLE
from screens.questioning import routes as questioning_routes
from screens.sharing import routes as sharing_routes
from screens.terminal.environment import Environment
from screens.terminal.signals import listen
from screens.visit import routes as visit_routes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from journal.practice.notebook import Notebook
    from journal.vault.vault import OpenVault
    from screens.frame.open_journal import OpenJournal
    from screens.visit.visit import Visit

_STYLES = Path(__file__).resolve().parent.parent / "styles"


class ReculApp(JournalApp, inherit_bindings=False):
    """A journal behind a door: closed at first, then six places, and pages that open over them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(TABLE.of(EVERYWHERE, READING, VISIT))
    CSS_PATH: ClassVar[list[str]] = [  # type: ignore[assignment]  # narrower
        str(_STYLES / "shared.tcss"),
        str(_STYLES / "door" / "door.tcss"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 -- Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]  # noqa: RUF012 -- Textual declares it

    def __init__(
        self,
        environment: Environment,
        preferences: settings.Settings | None = None,
        opened: "Notebook | None" = None,
        *,
        visited: bool = False,
    ) -> None:
        """Take folders and clocks, the settings, and a journal that is open already: no door is shown then.

        `visited`: somebody is shown around in it.
        """
        self._opened = opened
        self._settled = True  # nothing is open yet
        self._visit: Visit | None = visit_routes.visit(self) if visited else None
        self._offered = False  # another place for a journal whose file was replaced or taken away
        super().__init__(environment, preferences, TABLE, self._navigation)

    def _navigation(self, app: App[Any]) -> Navigation:
        return Navigation(
            app,
            pages.PLACES,
            pages.SHOWS,
            pages.WRITES,
            instead=lambda ref: pages.instead(self.journal, ref),
            resumes=pages.RESUMES,
        )

    def as_host(self) -> Host:
        """Return the app as its pages know it."""
        return self

    def get_default_screen(self) -> Screen[Any]:
        """Begin at the door: to open the vault, or to make one."""
        from journal.vault.presence import exists

        if self._opened is not None:
            return Screen()
        if exists(self.environment.folder):
            return door_routes.unlock()
        return door_routes.welcome()

    async def on_mount(self) -> None:
        """Start the idle watch and the answer to signals; go in when the journal is open already."""
        loop = asyncio.get_running_loop()
        loop.set_default_executor(self.threads)
        loop.set_exception_handler(self._callback_failed)
        self.set_interval(self.environment.delays.look, self.lock_when_idle)
        if not self.is_headless:
            listen(loop, end=self._end_now, suspend=self.lock)
        if self._opened is not None:
            await self.enter(self._opened)
        if (cover := encoding_cover(self.environment.encoding)) is not None:
            self.push_screen(cover)
        self.call_after_refresh(self._first_page_stands)

    def _first_page_stands(self) -> None:
        self.environment.typed_ahead.release()
        gc.enable()  # the program began without: nothing of it was garbage

    # --- opening

    def open_notebook(self, vault: "OpenVault") -> "Notebook":
        """Return the journal of an open vault; called in a thread."""
        from journal.practice.notebook import open_notebook

        return open_notebook(vault, clock=self.environment.clock, settings=self.settings)

    def on_unlock_screen_warmed(self) -> None:
        """Let the first place stand behind the door, empty, while the passphrase is typed."""
        self.navigation.make_ahead(pages.FIRST_PLACE)

    def hold(self, notebook: "Notebook") -> None:
        """Keep a new journal that is open and not gone into yet: leaving closes it too."""
        self._leaving.held = notebook

    async def enter(self, notebook: "Notebook") -> None:
        """Go in: the vault is open."""
        from screens.frame.open_journal import OpenJournal

        record_fault = partial(record, folder=self.state_folder)
        journal = OpenJournal(notebook, self._publish, record_fault, self.environment)
        self._leaving.journal, self._leaving.held = journal, None
        self._work_on_saves(journal)
        self.set_interval(self.environment.delays.look, journal.saves.try_again)
        self._idle.touch()
        if self._visit is not None:
            self._visit.begin()
        await self.navigation.go(pages.FIRST_PLACE)
        if (cover := opening_cover(notebook.vault)) is not None:
            self.push_screen(cover)
        self._settled = False
        self.call_after_refresh(self.settle_in)

    def settle_in(self) -> None:
        """Count the opening, and tell the register what became of departures."""
        from screens.door.older_vault import count_opening

        if self._settled or not self.is_open:
            return
        self._settled = True
        if self._opened is None:  # what was opened for a while leaves no trace here
            count_opening(self, self, self.journal.notebook)
        self.save(_settle_departures)

    @work(name="saving", exit_on_error=True)
    async def _work_on_saves(self, journal: "OpenJournal") -> None:
        await journal.saves.work()

    # --- what leads into the rooms

    def share(self, refs: tuple[int, ...]) -> None:
        """Show exactly what would leave, before anything does."""
        self.push_screen(sharing_routes.preview(refs))

    def action_heat(self) -> None:
        """Go to the first question on what still burns: on the situation one reads, if one reads one."""
        about = self.screen.subject() if isinstance(self.screen, Page) else None
        self.push_screen(questioning_routes.questioning(code="heat", about=about))

    def action_question(self, code: str) -> None:
        """Begin a protocol: on the situation one reads, unless it looks at no one situation."""
        from journal.practice.choosing import looks_at_no_scene

        about = self.screen.subject() if isinstance(self.screen, Page) else None
        self.push_screen(questioning_routes.questioning(code=code, about=None if looks_at_no_scene(code) else about))

    def guide(self) -> "Iterable[Widget]":
        """Return what stands below the header of a page while somebody is shown around."""
        return () if self._visit is None else self._visit.strip()

    async def action_visit_on(self) -> None:
        """Go on with the visit, or back to it; after its last page it says so, and ends."""
        if self._visit is not None and not await self._visit.go_on():
            self._visit.close()

    async def on_event(self, event: events.Event) -> None:
        """Take the last words of the visit away at the next key, which does what it always does."""
        if self._visit is not None and self._visit.over and isinstance(event, events.Key):
            self.action_visit_end()
        await super().on_event(event)

    def action_visit_end(self) -> None:
        """End the visit; what is open stays open."""
        if self._visit is not None:
            self._visit.end()
            self._visit = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of the visit mean nothing but on it."""
        if self._visit is None and any(row.where == VISIT for row in self.table.by_action(action)):
            return False
        return super().check_action(action, parameters)

    def action_open(self, page: str) -> None:
        """Open a page over the one where one is."""
        self.push_screen(pages.OPENS[page]())

    def _publish(self, happened: Happened) -> None:
        """Tell every page; once, offer another place for a journal whose file was replaced."""
        super()._publish(happened)
        if self._visit is not None and isinstance(happened, EntrySaved):
            self._visit.keep()
        if isinstance(happened, SaveFailed) and isinstance(happened.error, VaultReplaced) and not self._offered:
            self._offered = True  # who goes back to the text is not held up at every word
            self.push_screen(door_routes.replaced())


def _settle_departures(notebook: "Notebook") -> Happened:
    """Register or take back what was leaving when an earlier run was killed; tried again next time if it cannot be."""
    from journal.sharing.delivering import settle_pending

    settled = 0
    with suppress(ReculError):
        settled = 0 if notebook.vault.read_only else settle_pending(notebook)
    return JournalChanged() if settled else Happened()
