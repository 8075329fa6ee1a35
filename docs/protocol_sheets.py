"""Script: run every protocol to its end by keys, at 80x24, and draw each of its questions onto contact sheets.

    python docs/protocol_sheets.py            # docs/pictures/sheets/protocols-<language>.pdf
    python docs/protocol_sheets.py --only week alone --languages fr --png FOLDER --to FOLDER

Three pictures stand in a row: each question once it is answered, what may be offered after it, and where the run ends.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path
from typing import Any, cast

from picture import EVENING, PICTURES, Hand, evening
from sheets import NEVER, SIZES, Run, drawn, painted, rest, small
from textual.events import Paste

from journal import language
from journal.model.prompt import Prompt, PromptKind
from journal.practice import fictitious_year
from journal.practice.notebook import open_notebook
from journal.protocols.library import shipped
from journal.settings import Settings
from journal.vault import vault
from journal.vault.keys import FLOOR, KdfCost
from screens.app import ReculApp
from screens.questioning.place import QuestioningScreen
from screens.terminal.environment import Environment

SIZE = "80x24"
ANSWERS = {
    "fr": "J’ai repris le dossier moi-même, sans en parler à Karim. Il a regardé ses mains.",
    "en": "I took the file back myself, without a word to Karim. He looked at his hands.",
}
_ROW = 3  # pictures side by side


async def _answer(hand: Hand, prompt: Prompt, words: str) -> list[list[list[Run]]]:
    """Answer a question by keys; return how it looked with its answer, and with what was offered after it."""
    match prompt.kind:
        case PromptKind.SCALE:
            await hand.press("5")
        case PromptKind.CHOICE:
            await hand.press("down")
        case PromptKind.FIELDS | PromptKind.LIST:
            hand.app.post_message(Paste(words.partition(",")[0]))
        case _:
            hand.app.post_message(Paste(words))
    await rest(hand)
    seen = [painted(hand.app)]
    await hand.press("enter" if prompt.kind in {PromptKind.SCALE, PromptKind.CHOICE} else "ctrl+n")
    await rest(hand)
    return seen


async def _run(hand: Hand, code: str, words: str) -> list[list[list[Run]]]:
    """Run a protocol to its end; return all that was seen on the way."""
    await hand.app.push_screen(QuestioningScreen(code=code))
    await rest(hand)
    seen = []
    while isinstance(hand.app.screen, QuestioningScreen):
        prompt = cast("Prompt", hand.app.screen.run.prompt)
        if prompt.id.endswith("-2"):  # asked again, as often as one wants
            await hand.press("f3")
            await rest(hand)
        else:
            seen += await _answer(hand, prompt, words)
    seen.append(painted(hand.app))
    while len(hand.app.screen_stack) > 1:
        await hand.app.pop_screen()
    return seen


async def look(spoken: str, codes: list[str], folder: Path) -> list[dict[str, Any]]:
    """Return what each protocol shows on the way to its end, in rows."""
    language.choose(spoken)
    preferences = Settings(language=spoken)
    opened, _code = vault.create(folder / "vault", "a passphrase that nobody needs", cost=KdfCost(FLOOR, 1, 1))
    notebook = open_notebook(opened, evening, preferences)
    fictitious_year.live(notebook, spoken, lambda moment: moment.replace(tzinfo=EVENING.tzinfo))
    environment = Environment(opened.folder, folder / "settings.toml", folder, clock=evening, delays=NEVER)
    rows = []
    async with ReculApp(environment, preferences, notebook).run_test(size=SIZES[SIZE]) as pilot:
        hand = cast("Hand", pilot)
        for code in codes:
            seen = await _run(hand, code, ANSWERS[spoken])
            rows += [
                {"name": f"{code} {at // _ROW + 1}", "themes": seen[at : at + _ROW]} for at in range(0, len(seen), _ROW)
            ]
    return rows


def main() -> None:
    """Write the sheets that are asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    codes = [protocol.code for protocol in shipped().protocols]
    asked.add_argument("--only", nargs="+", choices=codes, default=codes)
    asked.add_argument("--languages", nargs="+", default=list(language.languages()))
    asked.add_argument("--to", type=Path, default=PICTURES / "sheets")
    asked.add_argument("--png", type=Path)
    asked.add_argument("--rows", type=int, default=4, help="rows on one picture")
    chosen = asked.parse_args()
    for spoken in chosen.languages:
        with tempfile.TemporaryDirectory() as folder:
            rows = asyncio.run(look(spoken, chosen.only, Path(folder)))
        chosen.to.mkdir(parents=True, exist_ok=True)
        (chosen.to / f"protocols-{spoken}.pdf").write_bytes(small(drawn(rows, SIZES[SIZE], "pdf", rows=4)))
        if chosen.png is not None:
            chosen.png.mkdir(parents=True, exist_ok=True)
            made = drawn(rows, SIZES[SIZE], "png", rows=chosen.rows)
            for number, picture in enumerate([made] if isinstance(made, bytes) else made):
                (chosen.png / f"protocols-{spoken}-{number:02}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
