"""Search: as one types, in order, without accents, with the words standing out, never as markup."""

from datetime import timedelta
from typing import Any

import pytest

from journal.language import choose
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing
from screens.reading.found_list import FoundList

HOSTILE = "[/red] [@click=app.quit]pirate[/] \x1b]52;c;QUJD\x07 \u202eabc"


def written(house: Any, *several: tuple[str, str], **more: Any) -> list[int]:
    held = house.notebook()
    at = house.hands.at
    refs = [
        capturing.write(
            held, NewEntry(kind=Kind.SITUATION, title=title, body=body, happened_at=at - timedelta(days=n), **more)
        ).ref
        for n, (title, body) in enumerate(several)
    ]
    held.close()
    return refs


async def sought(house: Any, pilot: Any, words: str) -> FoundList:
    await pilot.press("slash", *(("space" if letter == " " else letter) for letter in words))
    await house.settle(pilot)
    return pilot.app.screen.query_one(FoundList)


def refs_of(found: FoundList) -> list[int]:
    return [one.line.ref for one in found._found]


async def test_words_are_found_without_accents_and_by_their_beginning_latest_written_first(vaulted: Any) -> None:
    refs = written(
        vaulted,
        ("Un", "La réunion a été décidée."),
        ("Deux", "Rien."),
        ("Trois", "Des REUNIONS, encore."),
        ("Q", "reu"),
    )
    async with vaulted.unlocked_app() as pilot:
        found = await sought(vaulted, pilot, "reun")
        assert refs_of(found) == [refs[2], refs[0]]
        text = vaulted.shown(pilot)
        assert text.index("Des REUNIONS, encore.") < text.index("La réunion a été décidée.")


async def test_the_words_found_stand_out_in_their_sentence(vaulted: Any) -> None:
    written(vaulted, ("Title", "## Heading\n\nKarim [b]said[/b] nothing."))
    async with vaulted.unlocked_app() as pilot:
        found = await sought(vaulted, pilot, "karim")
        drawn = found.get_option_at_index(0).prompt
        assert [drawn.plain[span.start : span.end] for span in drawn.spans if "bold" in str(span.style)] == ["Karim"]
        assert "Heading Karim [b]said[/b] nothing." in " ".join(drawn.plain.split())


async def test_a_word_in_the_title_is_told_once(vaulted: Any) -> None:
    written(vaulted, ("Karim decides", "Nothing."))
    async with vaulted.unlocked_app() as pilot:
        await sought(vaulted, pilot, "karim")
        assert vaulted.shown(pilot).count("Karim decides") == 1


async def test_hostile_texts_are_results_like_others(vaulted: Any) -> None:
    written(vaulted, (HOSTILE, HOSTILE), ("T", HOSTILE))
    async with vaulted.unlocked_app() as pilot:
        await sought(vaulted, pilot, "pirate")
        text = vaulted.shown(pilot)
        assert text.count("[@click=app.quit]pirate[/]") == 2
        assert not set("\x1b\x07\u202e") & set(text)


@pytest.mark.sweep
@pytest.mark.parametrize("query", ['"', "AND", "a* OR (", "[/x]", "NEAR(", "'; --", "«"])
async def test_whatever_is_typed_means_something_or_nothing(vaulted: Any, query: str) -> None:
    written(vaulted, ("T", "text"))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("slash")
        pilot.app.screen.query_one("#query").value = query
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Search"


@pytest.mark.parametrize(("language", "words"), [("en", "No entry holds these words."), ("fr", "Aucune entrée ne")])
async def test_nothing_found_is_one_sentence(vaulted: Any, language: Any, words: str) -> None:
    written(vaulted, ("T", "text"))
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        await sought(vaulted, pilot, "zzz")
        assert words in vaulted.shown(pilot)


async def test_only_the_last_words_count_however_fast_they_came(vaulted: Any) -> None:
    refs = written(vaulted, ("A", "alpha"), ("B", "beta"))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("slash")
        field = pilot.app.screen.query_one("#query")
        for value in ("alpha", "x", "beta", "alpha", "beta"):
            field.value = value
            await pilot.pause()
        await vaulted.settle(pilot)
        assert refs_of(pilot.app.screen.query_one(FoundList)) == [refs[1]]


async def test_enter_opens_down_goes_to_the_results_and_escape_comes_back(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    refs = written(vaulted, ("A", "common"), ("B", "common"))
    async with vaulted.unlocked_app() as pilot:
        opened: list[int] = []
        monkeypatch.setattr(pilot.app.navigation, "open_entry", lambda ref, _kind, **_found: opened.append(ref))
        found = await sought(vaulted, pilot, "common")
        await pilot.press("enter")
        assert found.has_focus  # who comes back stands among the results
        await pilot.press("up", "down", "down", "enter")
        await vaulted.settle(pilot)
        assert opened == [refs[1], refs[0]]
        await pilot.press("up", "up")
        assert pilot.app.screen.query_one("#query").has_focus
        await pilot.press("down")
        await vaulted.settle(pilot)
        assert "esc to the words" in vaulted.shown(pilot)
        await pilot.press("escape")
        assert pilot.app.screen.query_one("#query").has_focus
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "Recul"


async def test_a_search_is_narrowed_like_the_list(vaulted: Any) -> None:
    written(vaulted, ("A", "common"))
    (tagged,) = written(vaulted, ("B", "common"), tags=("board",))
    async with vaulted.unlocked_app() as pilot:
        found = await sought(vaulted, pilot, "common")
        await pilot.press("ctrl+f")
        await vaulted.settle(pilot)
        await pilot.press("down", *"board")
        await vaulted.settle(pilot)
        assert refs_of(found) == [tagged]
        assert "Only: #board" in vaulted.shown(pilot)


async def test_the_veil_leaves_only_the_current_result(vaulted: Any) -> None:
    written(vaulted, ("Alpha", "common words"), ("Beta", "common words"))
    async with vaulted.unlocked_app() as pilot:
        await sought(vaulted, pilot, "common")
        await pilot.press("f9")
        await vaulted.settle(pilot)
        assert "Beta" in vaulted.shown(pilot)
        assert "Alpha" not in vaulted.shown(pilot)
        await pilot.press("down", "down")
        await vaulted.settle(pilot)
        assert "Alpha" in vaulted.shown(pilot)
        assert "Beta" not in vaulted.shown(pilot)
