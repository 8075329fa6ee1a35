"""A real encrypted vault with a cheap key derivation, and an app that has gone in."""

import asyncio
import importlib.util
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled, WorkerFailed

from journal.errors import Unexpected
from journal.faults import record
from journal.practice import fictitious_year
from journal.practice.notebook import Notebook, open_notebook
from journal.vault import vault
from journal.vault.keys import KdfCost
from screens.app import ReculApp
from screens.frame.style_cache import StyleCache
from screens.terminal.environment import Delays, Doors, Environment
from screens.terminal.locking import Outcome
from screens.widgets.secret import Secret

CHEAP = KdfCost(64, 1, 1)
PASSPHRASE = "girafe velours tambour octobre"
EVENING = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
DELAYS = Delays(
    draft=60.0, search=0.0, preview=0.0, look=60.0, inbox=60.0
)  # no test types so slowly that a draft would come by itself


def _module(name: str) -> Any:
    """Return a module that lies beside this one."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


EVERY_PAGE = _module("every_page")
QUIET = _module("quiet")
PAINTING = _module("painting")
REMEMBERED = _module("remembered")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for `page` every page of the app, one that asks for `form` every page of fields."""
    told = {mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")}  # by the test itself
    for name, known in (("page", EVERY_PAGE.PAGES), ("form", EVERY_PAGE.FORMS)):
        if name in metafunc.fixturenames and name not in told:
            metafunc.parametrize(name, known.values(), ids=known)


@dataclass
class FakeClocks:
    """Clocks that move only when a test says so; seconds."""

    at: datetime = EVENING
    monotonic: float = 1000.0
    wall: float = 1_764_000_000.0


@dataclass
class AppHarness:
    """A folder with a vault or without one, what the app is given, and hands to drive it."""

    environment: Environment
    hands: FakeClocks
    passphrase: str = PASSPHRASE
    code: str = ""
    refs: dict[str, int] = field(default_factory=dict)  # of the entries of a fictitious year, where there is one

    def make(self) -> None:
        """Make the vault and close it."""
        opened, self.code = vault.create(self.environment.folder, PASSPHRASE, cost=CHEAP)
        opened.close()

    def notebook(self) -> Notebook:
        """Open the journal beside the app, to put something into it or to look; close it yourself."""
        return open_notebook(vault.unlock(self.environment.folder, PASSPHRASE), clock=self.environment.clock)

    @asynccontextmanager
    async def locked_app(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Outcome]]:
        """Run the app before the vault is open."""
        app = ReculApp(self.environment)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot
            if app.is_open:
                await asyncio.to_thread(app.journal.notebook.close)

    @asynccontextmanager
    async def unlocked_app(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Outcome]]:
        """Run the app with the vault open."""
        PAINTING.looking = False
        async with self.locked_app(size) as pilot:
            PAINTING.looking = True
            await self.enter(pilot)
            assert self.app(pilot).is_open
            yield pilot

    def app(self, pilot: Pilot[Outcome]) -> ReculApp:
        """Return the app as what it is."""
        assert isinstance(pilot.app, ReculApp)
        return pilot.app

    async def settle(self, pilot: Pilot[Outcome]) -> None:
        """Wait until workers, saves and messages are done."""
        PAINTING.on_the_way = True
        try:
            await self._done(self.app(pilot))
        finally:
            PAINTING.on_the_way = False
        await pilot.pause()

    async def _done(self, app: ReculApp) -> None:
        for _ in range(3):
            await QUIET.quiet()  # of the loop alone: a pilot sends each widget a message, and it rests anew
            busy = [worker for worker in app.workers if worker.name != "saving"]
            if busy:  # an empty list would mean all of them, and the save queue never ends
                with suppress(WorkerCancelled, WorkerFailed):  # gave way to the next, or failed: the app’s affair
                    await app.workers.wait_for_complete(busy)
            if app.is_running and app.is_open:
                await app.journal.saves.settled()

    async def enter(self, pilot: Pilot[Outcome], passphrase: str = PASSPHRASE) -> None:
        """Open the door."""
        pilot.app.screen.query_one(Secret).value = passphrase
        await pilot.press("enter")
        await self.settle(pilot)

    def shown(self, pilot: Pilot[Outcome]) -> str:
        """Return the text on the screen, line by line."""
        strips = pilot.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.fixture(autouse=True)
def faults(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[list[BaseException]]:
    """Every fault of the program that the app survived; a test that does not expect any fails by it."""
    met: list[BaseException] = []

    def noted(fault: BaseException, folder: Path) -> Unexpected:
        met.append(fault)
        return record(fault, folder)

    monkeypatch.setattr("screens.app.record", noted)
    monkeypatch.setattr("screens.frame.page_faults.record", noted)
    yield met
    if met and not request.node.get_closest_marker("faults_expected"):
        raise met[0]


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Textual paint, and a pilot go on, as soon as there is something to paint and nothing left to do."""
    monkeypatch.setattr("textual.app.wait_for_idle", QUIET.quiet)
    monkeypatch.setattr("textual.pilot.wait_for_idle", QUIET.quiet)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", QUIET.THREAD)


@pytest.fixture(autouse=True)
def _worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the apps of one process share what Textual would work out anew for each."""
    REMEMBERED.forget_who_answers()
    monkeypatch.setattr("textual.message_pump.MessagePump._get_dispatch_methods", REMEMBERED.who_answers)
    monkeypatch.setattr("textual._callback._count_parameters", REMEMBERED.how_many_parameters)
    monkeypatch.setattr("textual.strip.FIFOCache", REMEMBERED.memory_of_a_line)
    monkeypatch.setattr(StyleCache, "_parse_rules", REMEMBERED.rules)


@pytest.fixture(autouse=True)
def _few_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make no frame on the way to rest."""
    monkeypatch.setattr("textual.screen.Screen._compositor_refresh", PAINTING.paint_later)
    monkeypatch.setattr(PAINTING, "looking", True)
    monkeypatch.setattr(PAINTING, "on_the_way", False)
    monkeypatch.setattr(QUIET, "at_rest", [PAINTING.paint_what_is_due])


@pytest.fixture
def house(tmp_path: Path) -> AppHarness:
    """No vault yet."""
    hands = FakeClocks()
    doors = Doors(
        create=lambda folder, passphrase: vault.create(folder, passphrase, cost=CHEAP),
        change=lambda opened, passphrase: opened.change_passphrase(passphrase, CHEAP),
    )
    environment = Environment(
        folder=tmp_path / "vault",
        settings_file=tmp_path / "config" / "settings.toml",
        state_folder=tmp_path / "state",
        clock=lambda: hands.at,
        monotonic=lambda: hands.monotonic,
        wall=lambda: hands.wall,
        delays=DELAYS,
        doors=doors,
    )
    return AppHarness(environment, hands)


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """A closed vault that holds a fictitious year, and the numbers of its entries; to be copied."""
    folder = tmp_path_factory.mktemp("year") / "vault"
    opened, _code = vault.create(folder, PASSPHRASE, cost=CHEAP)
    notebook = open_notebook(opened, clock=lambda: EVENING)
    refs = fictitious_year.live(notebook, "en")
    notebook.close()
    return folder, refs


@pytest.fixture
def lived(house: AppHarness, year: tuple[Path, dict[str, int]]) -> AppHarness:
    """A closed vault that holds a fictitious year."""
    folder, house.refs = year
    shutil.copytree(folder, house.environment.folder)
    return house


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed vault that holds nothing, and its recovery code; to be copied."""
    folder = tmp_path_factory.mktemp("empty") / "vault"
    opened, code = vault.create(folder, PASSPHRASE, cost=CHEAP)
    open_notebook(opened).close()
    return folder, code


@pytest.fixture
def vaulted(house: AppHarness, _empty: tuple[Path, str]) -> AppHarness:
    """A closed vault."""
    folder, house.code = _empty
    shutil.copytree(folder, house.environment.folder)
    return house
