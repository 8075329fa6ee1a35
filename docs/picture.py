"""Script: draw the pictures of the README and the guide from the program itself, in the fictitious year.

    python docs/picture.py

Writes `docs/pictures/today.svg` and `docs/pictures/guide/<language>/`. Everything in them is invented; the vaults
behind them are gone when this ends.
"""

import asyncio
import re
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol, cast

from journal import language
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import fictitious_year, reading
from journal.practice.notebook import Notebook, open_notebook
from journal.settings import Settings
from journal.vault import vault
from journal.vault.keys import FLOOR, KdfCost
from screens.app import ReculApp
from screens.terminal.environment import Environment

EVENING = datetime(2026, 11, 23, 18, 42, tzinfo=timezone(timedelta(hours=1)))
PICTURES = Path(__file__).parent / "pictures"


class Hand(Protocol):
    """A hand at the keys of the running app."""

    @property
    def app(self) -> ReculApp:
        """The app that is driven."""
        ...

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        ...

    async def pause(self) -> None:
        """Let the app answer."""
        ...


@dataclass(frozen=True)
class Picture:
    """A picture: its file's name in each language, its size, and what is pressed before."""

    names: dict[str, str]
    size: tuple[int, int]
    way: Callable[[Hand, Notebook], Awaitable[None]]


async def _stay(_pilot: Hand, _notebook: Notebook) -> None:
    """Stay where one arrives."""


async def _question(pilot: Hand, notebook: Notebook) -> None:
    """Question the newest situation, and begin an answer."""
    newest = reading.newest(notebook, Filter(kinds=(Kind.SITUATION,)), 1)[0]
    pilot.app.navigation.open_entry(newest.ref)
    await _rest(pilot)
    await pilot.press("q")
    await _rest(pilot)
    await pilot.press("1")
    await _rest(pilot)


async def _prepare(pilot: Hand, _notebook: Notebook) -> None:
    """Prepare the next session."""
    await pilot.press("s")
    await _rest(pilot)


async def _share(pilot: Hand, notebook: Notebook) -> None:
    """See what would leave of the newest situation."""
    newest = reading.newest(notebook, Filter(kinds=(Kind.SITUATION,)), 1)[0]
    pilot.app.navigation.open_entry(newest.ref)
    await _rest(pilot)
    await pilot.press("x")
    await _rest(pilot)
    await pilot.press("down", "down", "enter")  # for the practitioner: nobody is chosen beforehand
    await _rest(pilot)


GUIDE = (
    Picture({"fr": "aujourdhui", "en": "today"}, (80, 24), _stay),
    Picture({"fr": "questionnement", "en": "questioning"}, (80, 24), _question),
    Picture({"fr": "preparation", "en": "preparation"}, (80, 24), _prepare),
    Picture({"fr": "apercu", "en": "preview"}, (80, 24), _share),
)
README = Picture({"en": "today"}, (100, 28), _stay)


def evening() -> datetime:
    """Return the moment that the pictures show."""
    return EVENING


async def _rest(pilot: Hand) -> None:
    """Wait until nothing is on its way any more."""
    for _time in range(4):
        await pilot.pause()
        await pilot.app.journal.saves.settled()


async def draw(picture: Picture, spoken: str, folder: Path) -> str:
    """Return a picture; nothing in it is fetched from elsewhere when it is looked at."""
    language.choose(spoken)
    preferences = Settings(language=spoken)
    opened, _code = vault.create(folder / "vault", "a passphrase that nobody needs", cost=KdfCost(FLOOR, 1, 1))
    notebook = open_notebook(opened, evening, preferences)
    fictitious_year.live(notebook, spoken, lambda moment: moment.replace(tzinfo=EVENING.tzinfo))
    environment = Environment(opened.folder, folder / "settings.toml", folder, clock=evening)
    app = ReculApp(environment, preferences, notebook)
    async with app.run_test(size=picture.size) as pilot:
        hand = cast("Hand", pilot)
        await _rest(hand)
        await picture.way(hand, notebook)
        drawn = app.export_screenshot(title="Recul")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


def write(picture: Picture, spoken: str, target: Path) -> None:
    """Draw a picture into a folder."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = asyncio.run(draw(picture, spoken, Path(folder)))
    target.mkdir(parents=True, exist_ok=True)
    (target / f"{picture.names[spoken]}.svg").write_text(drawn, encoding="utf-8")


def main() -> None:
    """Write all pictures."""
    write(README, "en", PICTURES)
    for picture in GUIDE:
        for spoken in picture.names:
            write(picture, spoken, PICTURES / "guide" / spoken)


if __name__ == "__main__":
    main()
