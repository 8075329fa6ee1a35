"""Rows and the entry beside them: what they are, in words, whatever somebody wrote into them."""

from datetime import timedelta
from typing import Any

import pytest

from journal.dates.wording import full_day
from journal.language import choose
from journal.model.entry import Link, NewEntry, Rel
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.situation import SituationDetails
from journal.practice import capturing, questioning
from journal.practice.protocols_at_hand import at_hand
from screens.widgets.plain import PlainText
from tests.screens.reading.conftest import gone_to_journal, situation, written

HOSTILE = "[/red] [@click=app.quit]x[/] \x1b]52;c;QUJD\x07 \u202eabc\u202c 漢字"


async def test_what_has_no_title_is_called_by_its_first_words(vaulted: Any) -> None:
    words = "I now ask before I decide."
    later = [situation(f"Later {number}", vaulted.hands.at + timedelta(hours=1 + number)) for number in range(9)]
    written(vaulted, NewEntry(kind=Kind.STATEMENT, body=f"\n## {words}\nMore.", happened_at=vaulted.hands.at), *later)
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        assert shown.current.opening == words
        row = next(line for line in vaulted.shown(pilot).split("\n") if words in line)
        assert "statement" in row.removeprefix(words)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("November 2026 · 3", "outside the app", "holding back", "● for myself", "Monday 23", "check-in")),
     ("fr", ("novembre 2026 · 3", "hors de l’application", "posture", "● pour moi", "lundi 23", "météo"))],
)  # fmt: skip
async def test_rows_say_in_words_what_they_are(vaulted: Any, language: Any, words: tuple[str, ...]) -> None:
    at = vaulted.hands.at
    written(
        vaulted,
        situation("Le CODIR", at, patterns=(Pattern.POSTURE,)),
        situation("Noted in the corridor", at, state=State.CAPTURED),
        NewEntry(kind=Kind.CHECKIN, happened_at=at),
    )
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        await gone_to_journal(vaulted, pilot)
        for each in words:
            assert each in vaulted.shown(pilot), each


async def test_a_reflection_stands_indented_under_an_arrow(vaulted: Any) -> None:
    at = vaulted.hands.at
    (about,) = written(vaulted, situation("The board", at))
    written(
        vaulted,
        NewEntry(kind=Kind.REFLECTION, title="Zoom out", happened_at=at, links=(Link(rel=Rel.ABOUT, ref=about),)),
    )
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        assert "↳ Zoom out" in vaulted.shown(pilot)
        assert "↳ The board" not in vaulted.shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hostile_titles_and_texts_are_shown_and_never_obeyed(vaulted: Any, size: tuple[int, int]) -> None:
    written(vaulted, situation(HOSTILE, vaulted.hands.at, body=f"Then {HOSTILE}"))
    async with vaulted.unlocked_app(size) as pilot:
        await gone_to_journal(vaulted, pilot)
        text = vaulted.shown(pilot)
        assert text.count("[/red] [@click=app.quit]x[/]") == 3, "row, title, text"
        assert not set("\x1b\x07\u202e\u202c") & set(text)
        assert all(len(line) <= size[0] for line in text.split("\n"))


async def test_the_current_entry_is_told_beside_the_list_or_below_it(vaulted: Any) -> None:
    written(vaulted, situation("Title", vaulted.hands.at, body="## What was said\n\nThe body of it."))
    async with vaulted.unlocked_app((80, 24)) as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        assert "The body of it." in vaulted.shown(pilot)
        assert shown.size.width > 70
        await pilot.resize_terminal(120, 40)
        await vaulted.settle(pilot)
        assert "The body of it." in vaulted.shown(pilot)
        assert "##" not in vaulted.shown(pilot)
        assert shown.size.width < 80


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "1 text put away until 2 December 2026"), ("fr", "1 texte mis de côté jusqu’au 2 décembre 2026")],
)
async def test_what_is_sealed_is_one_quiet_line_and_no_row(vaulted: Any, language: Any, words: str) -> None:
    at = vaulted.hands.at
    sealed = SituationDetails(sealed_until=at + timedelta(days=9))
    written(vaulted, situation("Open", at), situation("Sealed", at, state=State.SEALED, details=sealed))
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        shown = await gone_to_journal(vaulted, pilot)
        assert shown.entries == 1
        assert words in vaulted.shown(pilot)
        assert "Sealed" not in vaulted.shown(pilot)


async def test_the_preview_shows_what_was_said_and_not_the_scale(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    about = capturing.write(notebook, situation("The board", notebook.clock() - timedelta(days=1))).ref
    run = questioning.start(notebook, at_hand().get("heat"), about)
    questioning.finish(notebook, questioning.answer(questioning.answer(run, 8), "He shut the file"))
    notebook.close()
    async with vaulted.unlocked_app(size=(120, 40)) as pilot:
        await pilot.press("2")
        await vaulted.settle(pilot)
        told = str(pilot.app.screen.query_one("#preview-text", PlainText).content)
        assert "He shut the file" in told
        assert "From 0 to 10" not in told
        assert told.startswith(f"{full_day(notebook.clock().date())}\n→ The board")
