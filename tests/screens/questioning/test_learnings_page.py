"""Learnings: five kinds, a list to look through, and the one that comes back after a month."""

from datetime import timedelta
from typing import Any

import pytest

from journal import language
from journal.model.kind import Kind
from journal.model.learning import LearningSort
from journal.practice import learning, reading
from screens.questioning.learning import LearningScreen
from screens.questioning.learnings import LearningsScreen, RevisitScreen
from screens.reading.entry import EntryScreen
from screens.reading.search import SearchScreen
from screens.widgets.choice import ChoiceField
from screens.widgets.rows import Rows

HEADINGS = {
    "fr": ("Ressources", "Leviers", "Prises de conscience", "Certitudes ébranlées", "Façons de me voir agir"),
    "en": ("Resources", "Levers", "Insights", "Certainties that were shaken", "Noticing how I act"),
}


@pytest.mark.parametrize("spoken", language.languages())
async def test_the_list_stands_by_kind_and_is_searched_by_itself(vaulted: Any, spoken: language.Language) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app(size=(80, 30)) as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        for sort in LearningSort:
            learning.keep_learning(notebook, f"mirabelle {sort.value}", sort)
        await pilot.press("l")
        await vaulted.settle(pilot)
        page = vaulted.shown(pilot)
        places = [page.index(words) for words in HEADINGS[spoken]]
        assert places == sorted(places)
        for key, left in (("t", len(LearningSort) - 1), ("u", len(LearningSort))):
            await pilot.press(key)
            await vaulted.settle(pilot)
            assert sum(row.startswith("mirabelle") for row in vaulted.shown(pilot).split("    ")) == left
        await pilot.press("slash", *"mirab")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SearchScreen)
        narrowed = "apprentissage" if spoken == "fr" else "learning"
        assert narrowed in vaulted.shown(pilot)


async def test_a_learning_is_worded_anew_and_becomes_another_kind(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        kept = learning.keep_learning(notebook, "Wait.\nThen ask.", LearningSort.INSIGHT)
        pilot.app.push_screen(EntryScreen(kept.ref))
        await vaulted.settle(pilot)
        assert "an insight" in vaulted.shown(pilot)
        await pilot.press("e")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, LearningScreen)
        assert pilot.app.screen.values() == {"text": "Wait.\nThen ask.", "sort": "insight"}
        assert "● an insight" in vaulted.shown(pilot)
        pilot.app.screen.query_one(ChoiceField).focus()
        await pilot.press("right", "ctrl+s")
        await vaulted.settle(pilot)
        again = reading.entry(notebook, kept.ref)
        assert learning.sort_of(again) is LearningSort.CERTAINTY
        assert learning.words_of(again) == "Wait.\nThen ask."


def test_a_long_learning_is_worded_anew_from_all_its_words(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    words = "What I take for a lack of will is often a lack of room, and the room is mine to give, week after week."
    assert learning.words_of(learning.keep_learning(notebook, words)) == words
    notebook.close()


async def test_a_learning_comes_back_on_today_and_its_answer_stays_with_it(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        kept = learning.keep_learning(notebook, "Wait.", LearningSort.LEVER)
        vaulted.hands.at += timedelta(days=40)
        pilot.app.screen.refresh_content()
        await vaulted.settle(pilot)
        assert "something you learnt" in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).choose("returning")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, RevisitScreen)
        assert "On 23 November 2026 you found this lever." in vaulted.shown(pilot)
        await pilot.press(*"Twice", "escape")
        await vaulted.settle(pilot)
        assert "something you learnt" not in vaulted.shown(pilot)
        pilot.app.push_screen(EntryScreen(kept.ref))
        await vaulted.settle(pilot)
        assert "Twice" in vaulted.shown(pilot)


async def test_the_question_stays_above_a_list_longer_than_the_page(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        for number in range(30):
            learning.keep_learning(notebook, f"Learning {number}")
        vaulted.hands.at += timedelta(days=40)
        await pilot.press("l", "end")
        await vaulted.settle(pilot)
        assert "What do you see in it today?" in vaulted.shown(pilot)
        assert "Learning 0 " in vaulted.shown(pilot)


async def test_an_empty_list_invites(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(LearningsScreen())
        await vaulted.settle(pilot)
        assert "Press a to keep one." in vaulted.shown(pilot)


async def test_a_learning_of_last_month_comes_back_as_a_question(asking: Any, vaulted: Any) -> None:
    async with asking.unlocked_app() as pilot:
        learning.keep_learning(asking.app_of(pilot).journal.notebook, "Attendre.")
        vaulted.hands.at = vaulted.hands.at.replace(year=2027)
        await pilot.press("l")
        await asking.settle(pilot)
        assert "What do you see in it today?" in asking.shown(pilot)
        await pilot.press("r")
        await asking.settle(pilot)
        await pilot.press(*"toujours", "ctrl+s")
        await asking.settle(pilot)
        assert learning.coming_back(asking.app_of(pilot).journal.notebook) is None


async def test_a_sentence_kept_while_typing_stays_one_learning(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("l", "a")
        await asking.settle(pilot)
        await pilot.press(*"Attendre")
        pilot.app.screen.autosave.due()
        await asking.settle(pilot)
        await pilot.press(*" encore", "ctrl+s")
        await asking.settle(pilot)
        assert [entry.title for entry in asking.kept(pilot, Kind.LEARNING)] == ["Attendre encore"]


async def test_an_empty_learning_is_not_kept(asking: Any) -> None:
    async with asking.unlocked_app() as pilot:
        await pilot.press("l", "a", "ctrl+s")
        await asking.settle(pilot)
        assert asking.kept(pilot, Kind.LEARNING) == []


async def test_a_sort_is_chosen_with_the_arrows_and_letters_do_nothing_there(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("l", "a")
        await vaulted.settle(pilot)
        page = pilot.app.screen
        choice = page.query_one(ChoiceField)
        choice.focus()
        await pilot.press("down", "n", "h", "?", ":")
        assert pilot.app.screen is page
        assert (page.focused, choice.text) == (choice, LearningSort.CERTAINTY.value)
        await pilot.press("up", "up", "up", "up")
        assert page.focused is not choice  # past the first one lies the field before
