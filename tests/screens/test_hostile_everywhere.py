"""Text that came from elsewhere, in every place and on every page: shown as it is, never obeyed (promise 31)."""

import os
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from journal import language
from journal.model.draft import Draft
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.person import Person
from journal.practice import capturing, known_people
from screens.pages import PLACES, SHOWS
from screens.questioning import routes as questioning_routes
from screens.reading import routes as reading_routes
from screens.reading.entry import EntryScreen
from screens.sharing import routes as sharing_routes
from screens.sharing.people import PeopleScreen
from screens.writing import routes as writing_routes

FRAGMENTS = (
    *("[/x]", "[red]", "[@click=app.bell]x[/]", "[[", "[/]", "[b", "\\[", "$accent", "{title}", "%s", "%(x)s"),
    *("\x1b]52;c;eA==\x07", "\x1b]8;;http://x.invalid\x1b\\", "\x1b[2J", "\x1b[?1049l", "\x9b31m", "\x90q\x9c", "\x07"),
    *("\u202e", "\u2066", "\u200f", "\u2028", "\x00", "\x7f", "\r", "\t", "\ud800"),
    *("# ", "> ", "- [ ] ", "```", "| a | b |", "![i](http://x.invalid/i.png)", "[l](javascript:alert(1))", "<script>"),
    *("e\u0301", "👩🏽‍💻", "漢字", "\u200d", "\u0301" * 40, "mot ", "é", "x" * 200),
)
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
TEXTS = 2 * len(Kind.all()) + 1
PARTS = range(8 if os.environ.get("RECUL_PROOF") == "full" else 1)  # a vault for each, so that cores share them


def fuzzed(dice: random.Random) -> str:
    text = "".join(dice.choice((*FRAGMENTS, "\n")) for _ in range(dice.randint(3, 12)))
    return text.encode("utf-8", "replace").decode()  # what a database can hold


def fill(house: Any, dice: random.Random) -> list[tuple[int, Kind]]:
    """Keep an entry of every kind whose texts were put into the vault past every cleaning, and a draft of the like."""
    notebook = house.notebook()
    kept = []
    for kind in Kind.all():
        new = NewEntry(kind=kind, title=str(kind), body="…", people=(f"Karim {kind}",), happened_at=notebook.clock())
        kept.append((capturing.write(notebook, new).ref, kind))
    known_people.keep_person(notebook, Person(name="Karim situation", alias="K"))
    capturing.autosave(
        notebook, Draft(key="new:situation:1", title="t", text="x", saved_at=notebook.clock(), fields={}, ref=None)
    )
    with notebook.store.writing() as tx:
        for ref, _kind in kept:
            tx.run("UPDATE entry SET title = ?, body = ? WHERE ref = ?", (fuzzed(dice)[:300], fuzzed(dice), ref))
        draft = fuzzed(dice)
        tx.run("UPDATE draft SET title = ?, text = ?", (draft, draft))
    notebook.close()
    return kept


def looked_at(pilot: Any) -> Iterator[str]:
    """Yield what is drawn; a style made of the text would be an order to the app."""
    for strip in pilot.app.screen._compositor.render_strips():
        for part in strip:
            assert "bell" not in str(part.style.meta if part.style else {})
            yield part.text


@pytest.mark.slow_proof
@pytest.mark.parametrize("part", PARTS)
async def test_no_page_obeys_a_text(part: int, vaulted: Any, proof_count: Callable[[int, int], int]) -> None:
    dice = random.Random(31 + part)
    for turn in range(proof_count(TEXTS, 10_000) // TEXTS)[part :: len(PARTS)]:
        size = (80, 24) if turn % 4 in (1, 2) else (120, 40)
        language.choose("fr" if turn % 2 else "en")
        kept = fill(vaulted, dice)
        async with vaulted.unlocked_app(size) as pilot:
            app = vaulted.app(pilot)

            async def look() -> None:
                await vaulted.settle(pilot)
                shown = "".join(looked_at(pilot))
                assert not OBEYED.search(shown), repr(OBEYED.search(shown))

            await look()
            for place in PLACES:
                await app.action_go(place)
                await look()
            for ref, kind in kept:
                app.push_screen(SHOWS.get(kind.value, SHOWS[""])(ref))
                await look()
                app.pop_screen()
            refs = tuple(ref for ref, _kind in kept)
            for page in (
                EntryScreen(ref=refs[0]),
                sharing_routes.preview(refs[:2]),
                reading_routes.search(),
                questioning_routes.learnings(),
                PeopleScreen(),
                writing_routes.situation(draft="new:situation:1"),
                writing_routes.situation(ref=refs[0]),
            ):
                app.push_screen(page)
                if page.name_in_table == "search":
                    await pilot.press("m", "o")
                await look()
                app.pop_screen()
            await vaulted.settle(pilot)
