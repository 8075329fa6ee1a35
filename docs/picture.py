"""Draw the README's picture: the page of the day, in the fictitious year, on a Monday evening.

    python docs/picture.py

Writes `docs/pictures/today.svg`. Everything in it is invented; the vault behind it is gone when this ends.
"""

import asyncio
import re
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from journal import language
from journal.practice import fictitious_year
from journal.practice.notebook import open_notebook
from journal.settings import Settings
from journal.vault import vault
from journal.vault.keys import FLOOR, KdfCost
from screens.app import ReculApp
from screens.terminal.environment import Environment

EVENING = datetime(2026, 11, 23, 18, 42, tzinfo=timezone(timedelta(hours=1)))
PICTURE = Path(__file__).parent / "pictures" / "today.svg"
SIZE = (100, 28)


def evening() -> datetime:
    """Return the moment that the picture shows."""
    return EVENING


async def draw(folder: Path) -> str:
    """Return the picture; nothing in it is fetched from elsewhere when it is looked at."""
    preferences = Settings(language="en")
    opened, _code = vault.create(folder / "vault", "a passphrase that nobody needs", cost=KdfCost(FLOOR, 1, 1))
    notebook = open_notebook(opened, evening, preferences)
    fictitious_year.live(notebook, "en", lambda moment: moment.replace(tzinfo=EVENING.tzinfo))
    environment = Environment(opened.folder, folder / "settings.toml", folder, clock=evening)
    app = ReculApp(environment, preferences, notebook)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.journal.saves.settled()
        await pilot.pause()
        picture = app.export_screenshot(title="Recul")
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)


def main() -> None:
    """Write the picture."""
    language.choose("en")
    with tempfile.TemporaryDirectory() as folder:
        picture = asyncio.run(draw(Path(folder)))
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
