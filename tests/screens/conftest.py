"""A real encrypted vault with a cheap key derivation, and an app that has gone in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from journal.practice.notebook import Notebook, open_notebook
from journal.vault import vault
from journal.vault.keys import KdfCost
from screens.app import ReculApp
from screens.locking import Outcome
from screens.surroundings import Doors, Surroundings
from screens.widgets.secret import Secret

CHEAP = KdfCost(64, 1, 1)
PASSPHRASE = "girafe velours tambour octobre"
EVENING = datetime.fromisoformat("2026-11-23T18:42:00+01:00")


@dataclass
class Hands:
    """Clocks that move only when a test says so; seconds."""

    at: datetime = EVENING
    monotonic: float = 1000.0
    wall: float = 1_764_000_000.0


@dataclass
class House:
    """A folder with a vault or without one, what the app is given, and hands to drive it."""

    surroundings: Surroundings
    hands: Hands
    passphrase: str = PASSPHRASE
    code: str = ""

    def make(self) -> None:
        """Make the vault and close it."""
        opened, self.code = vault.create(self.surroundings.folder, PASSPHRASE, cost=CHEAP)
        opened.close()

    def notebook(self) -> Notebook:
        """Open the journal beside the app, to put something into it or to look; close it yourself."""
        return open_notebook(vault.unlock(self.surroundings.folder, PASSPHRASE), clock=self.surroundings.clock)

    @asynccontextmanager
    async def at_the_door(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Outcome]]:
        """Run the app before the vault is open."""
        app = ReculApp(self.surroundings)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot
            if app.is_open:
                await asyncio.to_thread(app.notebook.close)

    @asynccontextmanager
    async def inside(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Outcome]]:
        """Run the app with the vault open."""
        async with self.at_the_door(size) as pilot:
            await self.enter(pilot)
            assert self.app(pilot).is_open
            yield pilot

    def app(self, pilot: Pilot[Outcome]) -> ReculApp:
        """Return the app as what it is."""
        assert isinstance(pilot.app, ReculApp)
        return pilot.app

    async def settle(self, pilot: Pilot[Outcome]) -> None:
        """Wait until workers, saves and messages are done."""
        app = self.app(pilot)
        for _ in range(3):
            await pilot.pause()
            busy = [worker for worker in app.workers if worker.name != "saving"]
            if busy:  # an empty list would mean all of them, and the save queue never ends
                await app.workers.wait_for_complete(busy)
            if app.is_running:
                await app.saved()
        await pilot.pause()

    async def enter(self, pilot: Pilot[Outcome], passphrase: str = PASSPHRASE) -> None:
        """Open the door."""
        pilot.app.screen.query_one(Secret).value = passphrase
        await pilot.press("enter")
        await self.settle(pilot)

    def shown(self, pilot: Pilot[Outcome]) -> str:
        """Return the text on the screen, line by line."""
        strips = pilot.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """No vault yet."""
    hands = Hands()
    doors = Doors(
        create=lambda folder, passphrase: vault.create(folder, passphrase, cost=CHEAP),
        change=lambda opened, passphrase: opened.change_passphrase(passphrase, CHEAP),
    )
    surroundings = Surroundings(
        folder=tmp_path / "vault",
        settings_file=tmp_path / "config" / "settings.toml",
        state_folder=tmp_path / "state",
        clock=lambda: hands.at,
        monotonic=lambda: hands.monotonic,
        wall=lambda: hands.wall,
        doors=doors,
    )
    return House(surroundings, hands)


@pytest.fixture
def vaulted(house: House) -> House:
    """A closed vault."""
    house.make()
    return house
