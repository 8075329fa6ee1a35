"""Script: draw every page of the program, in the fictitious year, onto contact sheets to be looked at.

    python docs/sheets.py                     # docs/pictures/sheets/<language>-<size>.pdf
    python docs/sheets.py --png FOLDER        # and as pictures, a sheet each; for the eye, not for the repository
    python docs/sheets.py --only today journal --languages fr --sizes 80x24 --png FOLDER --to FOLDER

A row of a sheet is a page, in the three themes. The pages are those of the tests (`tests/screens/every_page.py`), the
door, and what opens over a page. Typst and pikepdf, by which Recul makes its PDF, draw them; nothing else is needed.
"""

import argparse
import asyncio
import importlib.util
import io
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pikepdf
import typst
from picture import EVENING, PICTURES, Hand, evening
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from journal import language
from journal.practice import fictitious_year
from journal.practice.notebook import Notebook, open_notebook
from journal.settings import Settings
from journal.vault import vault
from journal.vault.keys import FLOOR, KdfCost
from screens.app import ReculApp
from screens.door import routes as door
from screens.frame.help import HelpScreen
from screens.frame.palette import PaletteScreen
from screens.frame.themes import THEMES
from screens.terminal.environment import Delays, Environment

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
EVERY_PAGE = Path(__file__).resolve().parent.parent / "tests" / "screens" / "every_page.py"
NEVER = Delays(draft=1e6, search=0.0, look=1e6, inbox=1e6)  # nothing changes by itself while it is looked at

Run = tuple[int, str, str, str, bool, bool]
"""Where a text begins, the text, its colour, the colour behind it, whether it is bold, whether it is underlined."""


async def _nowhere() -> None:
    """Lead nowhere: behind the door stands no journal here."""


DOOR: dict[str, Any] = {
    "welcome": door.welcome,
    "unlock": door.unlock,
    "recover": door.recover,
    "code": lambda: door.code("WSEQ-KPRE-X6SH-DM2M-NHAD-ZNY2-KZ89-WR8T", _nowhere),
    "change_passphrase": door.change_passphrase,
    "replaced": door.replaced,
}


OVER_TODAY: dict[str, Any] = {"help": HelpScreen, "palette": PaletteScreen}


def pages() -> dict[str, Any]:
    """Return how each page is opened, by its name: the list that the tests walk through, the door, what is over a page.

    Each opener is given the journal, the numbers of its entries, and the page below.
    """
    spec = importlib.util.spec_from_file_location("every_page", EVERY_PAGE)
    module = importlib.util.module_from_spec(cast("Any", spec))
    sys.modules["every_page"] = module
    cast("Any", spec).loader.exec_module(module)
    known = cast("ModuleType", module).PAGES
    return {
        **{name: lambda _notebook, _refs, _below, to=to: to() for name, to in DOOR.items()},
        **{name: lambda notebook, refs, _below, to=to: to(notebook, refs) for name, to in known.items()},
        **{name: lambda _notebook, _refs, below, to=to: to(below) for name, to in OVER_TODAY.items()},
    }


def _hex(colour: Color | None, otherwise: str) -> str:
    if colour is None or colour.type is ColorType.DEFAULT:
        return otherwise
    return colour.get_truecolor(DEFAULT_TERMINAL_THEME).hex


def painted(app: ReculApp) -> list[list[Run]]:
    """Return what is on the screen, line by line, in runs of one look; of the machine nothing is told."""
    lines = []
    for strip in app.screen._compositor.render_strips():  # noqa: SLF001 -- what a terminal would be sent
        at, runs = 0, []
        for text, style, _control in Segment.simplify(strip):
            colours = _hex(style and style.color, "#808080"), _hex(style and style.bgcolor, "#000000")
            fore, back = reversed(colours) if style and style.reverse else colours
            strong = bool(style and style.bold), bool(style and style.underline)
            runs.append((at, _elsewhere(text, app.environment.folder), fore, back, *strong))
            at += Segment(text).cell_length
        lines.append(runs)
    return lines


def _elsewhere(text: str, folder: Path) -> str:
    """Return a text in which the folder of this run, and the home of whoever draws, are those of anybody."""
    for there, said in ((str(folder), "/home/claire/Recul"), (str(Path.home()), "/home/claire")):
        text = text.replace(there, said)
    return text


async def rest(pilot: Hand) -> None:
    """Wait until nothing is under way."""
    for _time in range(3):
        await pilot.pause()
        await pilot.app.journal.saves.settled()


async def _in_all_themes(pilot: Hand) -> list[list[list[Run]]]:
    """Return the page that stands, in each theme."""
    drawn = []
    for theme in THEMES:
        pilot.app.theme = theme.name
        await rest(pilot)
        drawn.append(painted(pilot.app))
    return drawn


async def look(spoken: str, size: tuple[int, int], wanted: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    """Return each page as it looks in one language and size."""
    language.choose(spoken)
    preferences = Settings(language=spoken)
    opened, _code = vault.create(folder / "vault", "a passphrase that nobody needs", cost=KdfCost(FLOOR, 1, 1))
    notebook: Notebook = open_notebook(opened, evening, preferences)
    refs = fictitious_year.live(notebook, spoken, lambda moment: moment.replace(tzinfo=EVENING.tzinfo))
    environment = Environment(opened.folder, folder / "settings.toml", folder, clock=evening, delays=NEVER)
    app = ReculApp(environment, preferences, notebook)
    found = []
    async with app.run_test(size=size) as pilot:
        hand = cast("Hand", pilot)
        await rest(hand)
        for name, opener in wanted.items():
            await app.push_screen(opener(notebook, refs, app.screen))
            await rest(hand)
            found.append({"name": name, "themes": await _in_all_themes(hand)})
            while len(app.screen_stack) > 1:
                await app.pop_screen()
    return found


SHEET = r"""
#let sheet = json(bytes(sys.inputs.sheet))
#let (columns, rows) = sheet.size
#let em = 4pt
#let (w, h) = (0.602 * em, 1.3 * em)
#set document(date: none)
#set page(width: auto, height: auto, margin: 4pt, fill: rgb("#777777"))
#set text(font: "DejaVu Sans Mono", size: em, top-edge: "ascender", bottom-edge: "descender")
#let screen(lines) = block(width: columns * w, height: rows * h, fill: rgb(lines.at(0).at(0).at(3)), clip: true, {
  for (y, line) in lines.enumerate() {
    for (x, words, fore, back, bold, under) in line {
      place(top + left, dx: x * w, dy: y * h, block(width: words.clusters().len() * w, height: h, fill: rgb(back)))
      if words.trim() != "" {
        let said = text(fill: rgb(fore), weight: if bold { "bold" } else { "regular" }, words.replace(" ", "\u{a0}"))
        place(top + left, dx: x * w, dy: y * h + 0.2 * em, if under { underline(said) } else { said })
      }
    }
  }
})
#for page in sheet.pages {
  block(breakable: false, {
    text(fill: white, page.name)
    v(1pt, weak: true)
    stack(dir: ltr, spacing: 3pt, ..page.themes.map(screen))
  })
  let at = sheet.pages.position(each => each.name == page.name)
  if calc.rem(at, sheet.rows) == sheet.rows - 1 { pagebreak(weak: true) }
}
"""


def drawn(found: list[dict[str, Any]], size: tuple[int, int], form: str, *, rows: int, ppi: int = 144) -> Any:
    """Return sheets with so many pages on each: one PDF, or the bytes of each picture."""
    sheet = json.dumps({"size": size, "pages": found, "rows": rows}, ensure_ascii=False)
    return typst.compile(SHEET.encode(), format=form, ppi=ppi, sys_inputs={"sheet": sheet}, ignore_system_fonts=True)


def small(document: bytes) -> bytes:
    """Return a PDF packed as well as it can be."""
    made = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(io.BytesIO(document)) as pdf:
        pdf.save(
            made,
            recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return made.getvalue()


def write(spoken: str, size: str, wanted: dict[str, Any], chosen: argparse.Namespace) -> None:
    """Write the sheets of one language and size."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(look(spoken, SIZES[size], wanted, Path(folder)))
    chosen.to.mkdir(parents=True, exist_ok=True)
    (chosen.to / f"{spoken}-{size}.pdf").write_bytes(small(drawn(found, SIZES[size], "pdf", rows=4)))
    if chosen.png is not None:
        chosen.png.mkdir(parents=True, exist_ok=True)
        made = drawn(found, SIZES[size], "png", rows=chosen.rows, ppi=chosen.ppi)
        for number, picture in enumerate([made] if isinstance(made, bytes) else made):
            (chosen.png / f"{spoken}-{size}-{number:02}.png").write_bytes(picture)


def main() -> None:
    """Write the sheets that are asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", nargs="+", help="names of pages; all of them without it")
    asked.add_argument("--languages", nargs="+", default=list(language.languages()))
    asked.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    asked.add_argument("--to", type=Path, default=PICTURES / "sheets")
    asked.add_argument("--png", type=Path)
    asked.add_argument("--rows", type=int, default=4, help="pages on one picture")
    asked.add_argument("--ppi", type=int, default=144)
    chosen = asked.parse_args()
    wanted = {name: opener for name, opener in pages().items() if not chosen.only or name in chosen.only}
    for spoken in chosen.languages:
        for size in chosen.sizes:
            write(spoken, size, wanted, chosen)


if __name__ == "__main__":
    main()
