"""Writing a situation with keys, on a real vault: what is kept, drafts, all that stands beside the text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from textual.widgets import Input

from journal import language
from journal.model.audience import Audience
from journal.model.pattern import Pattern
from journal.model.situation import SituationDetails
from journal.practice import capturing, known_people
from screens.frame.page_header import PageHeader
from screens.terminal.environment import Delays
from screens.widgets.answer_area import AnswerArea
from screens.writing.details_panel import DetailsPanel
from screens.writing.situation import SituationScreen
from tests.screens.writing.conftest import kept, open_entry, put

HOSTILE = "[/red] [@click=app.quit]x[/] \x1b[31mrouge\x1b]52;c;QUJD\x07 \u202eenvers\u2066 <script>"


async def test_one_key_and_the_cursor_is_in_the_text(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Une phrase")
        assert isinstance(pilot.app.focused, AnswerArea)
        assert pilot.app.focused.text == "Une phrase"


@pytest.mark.parametrize(
    ("spoken", "told"), [("fr", "gardé 18\u00a0h\u00a042 · échap pour sortir"), ("en", "pm · esc to leave")]
)
async def test_the_first_line_is_the_title_and_kept_is_told_after_the_commit(
    vaulted: Any, spoken: language.Language, told: str
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Le CODIR", "enter", "enter", *"Il a dit non.", "ctrl+s")
        await vaulted.settle(pilot)
        (entry,) = kept(vaulted.app(pilot).journal.notebook)
        assert (entry.title, entry.body) == ("Le CODIR", "Il a dit non.")
        assert told in pilot.app.screen.query_one(PageHeader).state
        await pilot.press("tab")  # from the panel Esc leads to the text, and the corner says nothing else
        await pilot.pause()
        assert told.rpartition(" · ")[2] not in pilot.app.screen.query_one(PageHeader).state
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        assert len(kept(vaulted.app(pilot).journal.notebook)) == 1


async def test_leaving_keeps_an_entry_and_no_draft(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Un mot", "escape", "n", *"Deux", "ctrl+s", *" mots", "escape")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        assert [entry.title for entry in kept(notebook)] == ["Deux mots", "Un mot"]
        assert capturing.drafts(notebook) == []


async def test_what_is_half_written_when_the_page_goes_is_a_draft(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"À moitié")
        pilot.app.screen.flush()
        pilot.app.screen.dismiss()
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        assert kept(notebook) == []
        (draft,) = capturing.drafts(notebook)
        assert draft.text == "À moitié"
        vaulted.app(pilot).navigation.resume_draft(draft.key, "situation")
        await vaulted.settle(pilot)
        await pilot.press(*" dit", "ctrl+s")
        await vaulted.settle(pilot)
        assert [entry.title for entry in kept(notebook)] == ["À moitié dit"]
        assert capturing.drafts(notebook) == []


async def test_an_untouched_page_leaves_nothing(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", "escape", "n", "a", "backspace", "escape")
        await vaulted.settle(pilot)
        assert capturing.drafts(vaulted.app(pilot).journal.notebook) == []


async def test_a_draft_is_handed_over_two_seconds_after_the_first_key_at_the_latest(vaulted: Any) -> None:
    assert Delays().draft < 2.0  # the write itself takes its time
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"mot")
        screen = pilot.app.screen
        assert isinstance(screen, SituationScreen)
        first = screen.autosave.waiting
        assert first is not None
        assert first._interval == vaulted.environment.delays.draft
        await pilot.press(*" encore un mot")
        assert screen.autosave.waiting is first  # typing on does not put the draft off


async def test_a_draft_comes_by_itself(vaulted: Any) -> None:
    vaulted.environment = replace(vaulted.environment, delays=Delays(draft=0.001))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"mot")
        await vaulted.settle(pilot)
        assert [draft.text for draft in capturing.drafts(vaulted.app(pilot).journal.notebook)] == ["mot"]


async def test_everything_beside_the_text_can_be_told_with_keys(vaulted: Any) -> None:
    put(vaulted, people=("Karim Benali",), tags=("codir",))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press(
            "n", *"Refus", "tab", "tab", *"yesterday 6pm", "tab", *"Karim", "right", "tab", *"codir, budget"
        )
        await pilot.press("tab", "right", "space", "tab", "8", "tab", "right", "tab")
        assert isinstance(pilot.app.focused, AnswerArea)
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        entry = next(each for each in kept(notebook) if each.title == "Refus")
        assert entry.happened_at == notebook.clock().replace(hour=18, minute=0) - timedelta(days=1)
        assert entry.people == ("Karim Benali",)
        assert entry.tags == ("codir", "budget")
        assert entry.patterns == (Pattern.POSTURE,)
        assert entry.details == SituationDetails(intensity=8)
        assert entry.audience is Audience.PRACTITIONER


async def test_a_moment_that_cannot_be_read_is_told_and_nothing_is_lost(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Refus", "tab", "tab", *"quelque part", "ctrl+s")
        await vaulted.settle(pilot)
        assert [each.title for each in kept(vaulted.app(pilot).journal.notebook)] == ["Refus"]
        assert "cannot be read" in pilot.app.screen.query_one(PageHeader).state
        assert pilot.app.screen.query_one(AnswerArea).text == "Refus"


async def test_a_sentence_among_the_names_is_told_beside_the_field_and_is_nobody(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Refus", "tab", "tab", "tab", *"Karim, Nobody leaves the room", "ctrl+s")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        assert [each.people for each in kept(notebook)] == [()]
        assert known_people.people(notebook) == []
        assert "“Nobody leaves the room” does not read as a name" in vaulted.shown(pilot)
        field = pilot.app.focused
        assert field.id == "field-people"
        field.value = "Karim"
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        assert [each.people for each in kept(notebook)] == [("Karim",)]
        assert "does not read" not in vaulted.shown(pilot)


async def test_the_veil_leaves_only_the_line_one_writes(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"secret", "enter", *"visible", "f9")
        await pilot.pause()
        assert "secret" not in vaulted.shown(pilot)
        assert "visible" in vaulted.shown(pilot)
        await pilot.press("f9")
        await pilot.pause()
        assert "secret" in vaulted.shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_hostile_texts_are_shown_and_never_obeyed(vaulted: Any, size: tuple[int, int]) -> None:
    entry = put(vaulted, title=HOSTILE[:80], body=f"{HOSTILE}\n\n[x](javascript:alert(1)) ![i](http://x.invalid/i.png)")
    async with vaulted.unlocked_app(size) as pilot:
        await open_entry(vaulted, pilot, entry.ref)
        shown = vaulted.shown(pilot)
        assert "[/red]" in shown
        assert "[@click=app.quit]" in shown
        for harmful in ("\x1b", "\x07", "\u202e", "\u2066"):
            assert harmful not in shown
        await pilot.press("e")
        await vaulted.settle(pilot)
        assert "[/red]" in vaulted.shown(pilot)
        assert "\x1b" not in vaulted.shown(pilot)


@pytest.mark.slow_proof
async def test_a_megabyte_on_one_line_can_be_pasted_and_kept(vaulted: Any) -> None:
    from textual import events

    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n")
        pilot.app.focused.post_message(events.Paste("mot " * 250_000))
        await vaulted.settle(pilot)
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        (entry,) = kept(vaulted.app(pilot).journal.notebook)
        assert len(entry.body) > 900_000


async def test_people_and_tags_complete_their_last_name() -> None:
    from screens.writing.details_panel import LastNameSuggester

    suggester = LastNameSuggester(["Karim Benali", "Sophie"])
    suggestions: Callable[[str], Any] = suggester.get_suggestion
    assert await suggestions("Sophie, kar") == "Sophie, karim Benali"
    assert await suggestions("Sophie, ") is None
    assert await suggestions("zz") is None


async def test_the_panel_stands_beside_the_text_where_there_is_room(vaulted: Any) -> None:
    async with vaulted.unlocked_app((120, 40)) as pilot:
        await pilot.press("n", *"mot", "tab")
        await vaulted.settle(pilot)
        panel = pilot.app.screen.query_one(DetailsPanel)
        assert panel.region.x > pilot.app.screen.query_one(AnswerArea).region.right
        assert isinstance(pilot.app.focused, Input)


async def test_a_pattern_is_explained_where_it_is_chosen(vaulted: Any) -> None:
    async with vaulted.unlocked_app((80, 24)) as pilot:
        await pilot.press("n", *"Refus", *["tab"] * 5)
        await pilot.pause()
        assert "the day’s emergencies" in " ".join(vaulted.shown(pilot).split())
        await pilot.press("right")
        await pilot.pause()
        assert "dare to propose" in " ".join(vaulted.shown(pilot).split())
        await pilot.press("tab")
        await pilot.pause()
        assert "dare to propose" not in " ".join(vaulted.shown(pilot).split())
        await pilot.press("escape", "escape", "2", "f", "tab", "tab", "tab", "right")
        await pilot.pause()
        assert "the day’s emergencies" in " ".join(vaulted.shown(pilot).split())
