"""A kept reflection: as it was asked, in the thread of its situation, with what came of it."""

from typing import Any

import pytest

from journal import language
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing, learning, left_runs, planning, questioning, reading
from journal.practice.notebook import Notebook
from journal.protocols.library import shipped
from screens.questioning.choose_protocol import ChooseProtocolScreen
from screens.questioning.if_then import IfThenScreen
from screens.questioning.reflection import ReflectionScreen
from screens.questioning.reflection_end import ReflectionEndScreen
from screens.reading.entry import EntryScreen
from screens.widgets.rows import Rows

ROW = 24  # signs of a title that a row shows at 80 columns, whatever stands beside it


def asked(notebook: Notebook, code: str, about: int, *answers: str) -> int:
    """Keep a run through a protocol that answered its first questions."""
    run = questioning.start(notebook, shipped().get(code), about)
    for words in answers:
        run = questioning.answer(run, words)
    while run.prompt is not None:
        run = questioning.skip(run)
    kept = questioning.finish(notebook, run)
    assert kept is not None
    return kept.ref


@pytest.mark.parametrize("spoken", language.languages())
async def test_several_reflections_on_a_situation_are_its_thread_and_lead_to_each_other(
    vaulted: Any, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        situation = NewEntry(kind=Kind.SITUATION, title="Le CODIR", body="…", happened_at=notebook.clock())
        about = capturing.write(notebook, situation).ref
        first = asked(notebook, "three-times", about, "Elle a regardé sa montre.")
        second = asked(notebook, "certainty", about, "Qu’il faut répondre.")
        learning.keep_learning(notebook, "Attendre.", source=second)
        planning.set_out(notebook, "Si elle rit, alors j’attends.", source=second)
        pilot.app.push_screen(EntryScreen(about))
        await vaulted.settle(pilot)
        page = vaulted.shown(pilot)
        titles = [shipped().get(code).title.in_(spoken)[:ROW] for code in ("three-times", "certainty")]
        assert 0 < page.index(titles[0]) < page.index(titles[1])
        pilot.app.push_screen(ReflectionScreen(second))
        await vaulted.settle(pilot)
        page = vaulted.shown(pilot)
        assert "Qu’il faut répondre." in page
        assert shipped().get("certainty").prompts[0].question.in_(spoken) in page
        assert all(words in page for words in ("Attendre.", "j’attends", "Le CODIR", titles[0]))
        pilot.app.screen.query_one("#thread", Rows).choose(f"reflection:{first}")
        pilot.app.screen.query_one("#thread", Rows).focus()
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionScreen)
        assert "Elle a regardé sa montre." in vaulted.shown(pilot)


async def test_the_end_of_a_run_tells_what_was_kept_from_it_already(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        new = NewEntry(kind=Kind.SITUATION, title="t", body="…", happened_at=notebook.clock())
        ref = asked(notebook, "three-times", capturing.write(notebook, new).ref, "She looked at her watch.")
        pilot.app.push_screen(ReflectionEndScreen(ref))
        await vaulted.settle(pilot)
        assert "Keep a learning" in vaulted.shown(pilot)
        await pilot.press("a", *"Wait", "ctrl+s", "escape")
        await vaulted.settle(pilot)
        page = vaulted.shown(pilot)
        assert "Keep another learning" in page
        assert "Make it a step" in page
        assert pilot.app.screen.query_one(Rows).chosen == "done"


async def test_a_reflection_is_read_to_its_last_answer_and_offers_only_what_it_can(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        new = NewEntry(kind=Kind.SITUATION, title="t", body="…", happened_at=notebook.clock())
        about = capturing.write(notebook, new).ref
        ref = asked(notebook, "zoom-out", about, *(f"answer {number}. " * 20 for number in range(7)))
        pilot.app.push_screen(ReflectionScreen(ref))
        await vaulted.settle(pilot)
        assert "go on" not in vaulted.shown(pilot)
        await pilot.press("end")
        await vaulted.settle(pilot)
        assert "answer 6." in vaulted.shown(pilot)
        run = questioning.answer(questioning.start(notebook, shipped().get("heat")), 7)
        questioning.keep(notebook, run)
        (left,) = left_runs.open_reflections(notebook)
        pilot.app.push_screen(ReflectionScreen(left.ref))
        await vaulted.settle(pilot)
        footer = vaulted.shown(pilot).splitlines()[-1]
        assert "go on" in footer
        assert "situation" not in footer


async def test_a_step_is_not_kept_without_its_if(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(IfThenScreen(text="I ask him"))
        await vaulted.settle(pilot)
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        assert "A step begins with its “if”" in vaulted.shown(pilot)
        assert planning.open_steps(notebook) == []
        pilot.app.screen.query_one("#field-when").focus()
        await pilot.press(*"he decides", "escape")
        await vaulted.settle(pilot)
        assert [step.title for step in planning.open_steps(notebook)] == ["If he decides, then I ask him"]


async def test_a_finished_reflection_is_corrected_tagged_and_questioned(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        new = NewEntry(kind=Kind.SITUATION, title="t", body="…", happened_at=notebook.clock())
        ref = asked(notebook, "three-times", capturing.write(notebook, new).ref, "She looked at her watch.")
        pilot.app.push_screen(ReflectionScreen(ref))
        await vaulted.settle(pilot)
        await pilot.press("w", *"board, Monday", "enter")
        await vaulted.settle(pilot)
        assert reading.entry(notebook, ref).tags == ("board", "Monday")
        await pilot.press("q")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)
        await pilot.press("escape", "e")
        await vaulted.settle(pilot)
        assert "She looked at her watch." in vaulted.shown(pilot)
        await pilot.press("ctrl+end", *" Twice.", "ctrl+n")
        await vaulted.settle(pilot)
        assert "She looked at her watch. Twice." in reading.entry(notebook, ref).body
        assert reading.entry(notebook, ref).tags == ("board", "Monday")
