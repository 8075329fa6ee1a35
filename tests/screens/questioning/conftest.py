"""What tests of questioning share: somebody who is asked, with hands to answer."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot

from journal.model.entry import Entry, NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import capturing, reading
from screens.app import ReculApp
from screens.questioning import routes as questioning_routes
from screens.terminal.locking import Outcome
from screens.widgets.answer_area import AnswerArea
from tests.screens.conftest import AppHarness


@dataclass
class QuestioningDriver:
    """A person who is asked: a vault, and the hands to write a situation, be questioned and answer."""

    house: AppHarness

    def unlocked_app(self) -> AbstractAsyncContextManager[Pilot[Outcome]]:
        """Run the app with the vault open."""
        return self.house.unlocked_app()

    def app_of(self, pilot: Pilot[Outcome]) -> ReculApp:
        """Return the app as what it is."""
        return self.house.app(pilot)

    async def settle(self, pilot: Pilot[Outcome]) -> None:
        """Wait until everything is kept; not for workers, which may themselves wait for a person."""
        for _ in range(3):
            await pilot.pause()
            await self.app_of(pilot).journal.saves.settled()
        await pilot.pause()

    def shown(self, pilot: Pilot[Outcome]) -> str:
        """Return the words on the screen, every space a plain one."""
        return " ".join(self.house.shown(pilot).replace("\u00a0", " ").replace("\u202f", " ").split())

    def situation(self, pilot: Pilot[Outcome], **fields: object) -> Entry:
        """Write a situation."""
        notebook = self.app_of(pilot).journal.notebook
        new = {"kind": Kind.SITUATION, "title": "Le CODIR", "body": "On verra.", "happened_at": notebook.clock()}
        return capturing.write(notebook, NewEntry.model_validate(new | fields))

    def kept(self, pilot: Pilot[Outcome], *kinds: Kind) -> list[Entry]:
        """Return what is kept, of some kinds or of all."""
        notebook = self.app_of(pilot).journal.notebook
        return [reading.entry(notebook, line.ref) for line in reading.newest(notebook, Filter(kinds=kinds), 20)]

    async def type_in(self, pilot: Pilot[Outcome], text: str) -> None:
        """Write at the cursor."""
        pilot.app.screen.query_one(AnswerArea).insert(text)
        await pilot.pause()

    async def question(self, pilot: Pilot[Outcome], ref: int) -> None:
        """Ask for questions about an entry."""
        pilot.app.push_screen(questioning_routes.choose_protocol(ref))
        await self.settle(pilot)


@pytest.fixture
def asking(vaulted: AppHarness) -> QuestioningDriver:
    """Somebody who is asked, before a closed vault."""
    return QuestioningDriver(vaulted)
