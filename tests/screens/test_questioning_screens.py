"""Journeys of questioning, as a person goes through them with keys."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from journal import language
from journal.model.entry import Entry, NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.learning import LearningSort
from journal.model.pattern import Pattern
from journal.model.reflection import ReflectionDetails
from journal.practice import capturing, learning, planning, questioning, reading
from journal.protocols.library import shipped
from screens.app import ReculApp
from screens.choose_protocol import ChooseProtocolScreen
from screens.glance import GlanceScreen
from screens.if_then import IfThenScreen
from screens.learning import LearningScreen
from screens.questioning import QuestioningScreen
from screens.reflection import ReflectionScreen
from screens.reflection_end import ReflectionEndScreen
from screens.until import SealScreen
from screens.widgets.answer_area import AnswerArea
from screens.widgets.scale import Scale

Inside = Callable[..., AbstractAsyncContextManager[Pilot[object]]]


@pytest.fixture
def inside(vaulted: Any) -> Inside:
    return vaulted.inside  # type: ignore[no-any-return]  # the house is a class of the conftest


def app_of(pilot: Pilot[object]) -> ReculApp:
    assert isinstance(pilot.app, ReculApp)
    return pilot.app


async def settle(pilot: Pilot[object]) -> None:
    for _ in range(3):
        await pilot.pause()
        await app_of(pilot).saved()
    await pilot.pause()


def shown(pilot: Pilot[object]) -> str:
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip)[:width] for strip in strips[:height]]
    return " ".join(" ".join(lines).replace("\u00a0", " ").replace("\u202f", " ").split())


def situation(pilot: Pilot[object], **fields: object) -> Entry:
    notebook = app_of(pilot).notebook
    new = {"kind": Kind.SITUATION, "title": "Le CODIR", "body": "On verra en janvier.", "happened_at": notebook.clock()}
    return capturing.write(notebook, NewEntry.model_validate(new | fields))


def kept(pilot: Pilot[object], kind: Kind) -> list[Entry]:
    notebook = app_of(pilot).notebook
    return [reading.entry(notebook, line.ref) for line in reading.newest(notebook, Filter(kinds=(kind,)), 20)]


async def type_in(pilot: Pilot[object], text: str) -> None:
    area = pilot.app.screen.query_one(AnswerArea)
    area.insert(text)
    await pilot.pause()


async def question(pilot: Pilot[object], ref: int) -> None:
    app_of(pilot).question(ref)
    await settle(pilot)


@pytest.mark.parametrize(
    ("spoken", "first", "end"),
    [
        ("fr", "Prenez un seul moment. Que s’y est-il passé", "C’est gardé."),
        ("en", "Take one single moment.", "It is kept."),
    ],
)
async def test_three_times_from_a_situation_to_its_reflection(
    inside: Inside, spoken: language.Language, first: str, end: str
) -> None:
    language.choose(spoken)
    async with inside() as pilot:
        about = situation(pilot).ref
        await question(pilot, about)
        await pilot.press("o", "a")
        await settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert first in shown(pilot)
        for number, text in enumerate(
            ("Elle a regardé sa montre.", "Le temps compte.", "Écrire.", "Si…, alors je note.")
        ):
            assert f"{number + 1} {'sur' if spoken == 'fr' else 'of'} 4" in shown(pilot)
            await type_in(pilot, text)
            await pilot.press("ctrl+n")
            await settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionEndScreen)
        assert end in shown(pilot)
        (reflection,) = kept(pilot, Kind.REFLECTION)
        assert reflection.state is State.DONE
        assert isinstance(reflection.details, ReflectionDetails)
        assert reflection.details.asked[0].answer == "Elle a regardé sa montre."
        assert [line.ref for line in questioning.thread(app_of(pilot).notebook, about)] == [reflection.ref]


@pytest.mark.parametrize("spoken", language.LANGUAGES)
async def test_from_a_hot_situation_to_a_reflection_a_learning_and_an_if_then_line(
    inside: Inside, spoken: language.Language
) -> None:
    language.choose(spoken)
    line = "Si elle regarde sa montre, alors je me tais." if spoken == "fr" else "If she looks away, then I stop."
    async with inside() as pilot:
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        await pilot.press("9", "enter")
        await settle(pilot)
        while pilot.app.screen.run.at != "if-then":
            await pilot.press("f3")
            await settle(pilot)
        await type_in(pilot, line)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press("1", "0", "enter")
        await settle(pilot)
        assert pilot.app.screen.run.at == "next-hour"
        await pilot.press("ctrl+p", "6", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionEndScreen)
        assert ("9, puis 6" if spoken == "fr" else "9, then 6") in shown(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, IfThenScreen)
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert isinstance(pilot.app.screen, LearningScreen)
        await pilot.press(*"Attendre", "ctrl+s")
        await settle(pilot)
        (reflection,) = kept(pilot, Kind.REFLECTION)
        (step,) = kept(pilot, Kind.STEP)
        (learnt,) = kept(pilot, Kind.LEARNING)
        assert learnt.title == "Attendre"
        assert learning.sort_of(learnt) is LearningSort.INSIGHT
        assert {link.ref for link in (*step.links, *learnt.links)} == {reflection.ref}
        assert "montre" in step.title or "looks away" in step.title


async def test_all_fourteen_are_reached_with_three_keys_from_a_situation(inside: Inside) -> None:
    async with inside() as pilot:
        about = situation(pilot).ref
        reached = set()
        for letter in "abcdefghijklmn":
            await question(pilot, about)  # the first key
            await pilot.press("o", letter)
            await settle(pilot)
            assert isinstance(pilot.app.screen, QuestioningScreen)
            reached.add(pilot.app.screen.run.protocol.code)
            await pilot.press("escape")
            await settle(pilot)
        assert reached == {protocol.code for protocol in shipped().protocols}


async def test_three_proposals_stand_with_their_reasons_and_none_is_imposed(inside: Inside) -> None:
    async with inside() as pilot:
        about = situation(pilot, patterns=[Pattern.SOLITUDE]).ref
        await question(pilot, about)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)
        assert "alone with the decision" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert kept(pilot, Kind.REFLECTION) == []
        await question(pilot, about)
        await pilot.press("1")
        await settle(pilot)
        assert pilot.app.screen.run.protocol.code == "alone"


async def test_leaving_keeps_the_place_and_the_half_typed_answer(inside: Inside) -> None:
    async with inside() as pilot:
        about = situation(pilot).ref
        await question(pilot, about)
        await pilot.press("o", "d")
        await settle(pilot)
        await type_in(pilot, "première réponse")
        await pilot.press("ctrl+n")
        await type_in(pilot, "à moitié")
        await pilot.press("escape")
        await settle(pilot)
        await question(pilot, about)
        await pilot.press("0")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, QuestioningScreen)
        assert screen.query_one(AnswerArea).text == "à moitié"
        assert screen.run.number == 2
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert screen.query_one(AnswerArea).text == "première réponse"


async def test_locking_keeps_what_is_typed(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("h", "8", "enter")
        await settle(pilot)
        await type_in(pilot, "elle a ri")
        pilot.app.screen.flush()
        await settle(pilot)
        (left,) = questioning.open_reflections(app_of(pilot).notebook)
        again = questioning.resume(app_of(pilot).notebook, shipped(), left.key)
        assert (again.at, again.typed) == ("facts", "elle a ri")


async def test_the_situation_is_one_key_away_and_the_place_is_not_lost(inside: Inside) -> None:
    async with inside() as pilot:
        about = situation(pilot).ref
        await question(pilot, about)
        await pilot.press("o", "a")
        await settle(pilot)
        await type_in(pilot, "déjà écrit")
        await pilot.press("f2")
        await settle(pilot)
        assert isinstance(pilot.app.screen, GlanceScreen)
        assert "On verra en janvier." in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "déjà écrit"


async def test_a_follow_up_is_offered_taken_and_kept_with_the_answer(inside: Inside) -> None:
    language.choose("fr")
    async with inside() as pilot:
        about = situation(pilot).ref
        await question(pilot, about)
        await pilot.press("o", "a")
        await settle(pilot)
        await type_in(pilot, "Il me coupe toujours la parole devant les autres.")
        pilot.app.screen._rested()
        await settle(pilot)
        assert "f4 y répondre" in shown(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert "toujours" in shown(pilot)
        await type_in(pilot, "En mars, il m’a laissé finir.")
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "Il me coupe toujours la parole devant les autres."
        await pilot.press("ctrl+n", "escape")
        await settle(pilot)
        (reflection,) = kept(pilot, Kind.REFLECTION)
        assert "En mars" in reflection.body


async def test_a_retelling_shows_the_first_version_beside(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("h", "f3")
        await settle(pilot)
        await type_in(pilot, "He closed the folder.")
        await pilot.press("ctrl+n", "f3", "f3")
        await settle(pilot)
        assert pilot.app.screen.run.at == "retold"
        await type_in(pilot, "She watched him.")
        assert "He closed the folder." in shown(pilot)
        assert "She watched him." in shown(pilot)


async def test_a_long_first_version_is_read_to_its_end_beside_the_new_one(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("h", "f3")
        await settle(pilot)
        await type_in(pilot, "\n".join(f"line {number}." for number in range(40)))
        await pilot.press("ctrl+n", "f3", "f3")
        await settle(pilot)
        assert "line 39." not in shown(pilot)
        await pilot.press("shift+tab", "end")
        await settle(pilot)
        assert "line 39." in shown(pilot)
        await pilot.press("tab", *"She")
        assert pilot.app.screen.query_one(AnswerArea).text == "She"


async def test_letting_go_veils_earlier_lines(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("v")
        await settle(pilot)
        await type_in(pilot, "mirabelle\nquetsche")
        assert "mirabelle" not in shown(pilot)
        assert "quetsche" in shown(pilot)
        assert "·········" in shown(pilot)


@pytest.fixture
async def put_down(inside: Inside) -> AsyncIterator[Pilot[object]]:
    async with inside() as pilot:
        await pilot.press("v")
        await settle(pilot)
        await type_in(pilot, "mirabelle")
        await pilot.press("ctrl+n", "f3")
        await settle(pilot)
        yield pilot


async def test_what_was_put_down_can_be_kept(put_down: Pilot[object]) -> None:
    await put_down.press("1", "enter")
    await settle(put_down)
    (reflection,) = kept(put_down, Kind.REFLECTION)
    assert "mirabelle" in reflection.body


async def test_what_was_put_down_can_be_sealed(put_down: Pilot[object]) -> None:
    await put_down.press("2", "enter")
    await settle(put_down)
    assert isinstance(put_down.app.screen, SealScreen)
    await put_down.press("enter")
    await settle(put_down)
    assert kept(put_down, Kind.REFLECTION) == []
    assert reading.search(app_of(put_down).notebook, "mirabelle", Filter(), 10) == []


@pytest.mark.parametrize(("spoken", "words"), [("fr", "dans six semaines"), ("en", "in six weeks")])
async def test_another_date_is_told_in_plain_words_and_one_that_has_passed_is_not_taken(
    put_down: Pilot[object], spoken: language.Language, words: str
) -> None:
    language.choose(spoken)
    await put_down.press("2", "enter")
    await settle(put_down)
    await put_down.press("up", "enter")
    await settle(put_down)
    field = put_down.app.screen.query_one(Input)
    for said in ("hier" if spoken == "fr" else "yesterday", "?"):
        field.value = said
        await put_down.press("enter")
        await settle(put_down)
        assert isinstance(put_down.app.screen, SealScreen)
    field.value = words
    await settle(put_down)
    assert ("4 janvier 2027" if spoken == "fr" else "4 January 2027") in shown(put_down)
    await put_down.press("enter")
    await settle(put_down)
    assert not isinstance(put_down.app.screen, SealScreen)
    notebook = app_of(put_down).notebook
    with notebook.store.reading() as tx:
        (state,) = [row[0] for row in tx.rows("SELECT state FROM entry WHERE kind = 'reflection'", ())]
    assert state == State.SEALED


async def test_what_was_put_down_can_be_destroyed_after_an_honest_sentence(put_down: Pilot[object]) -> None:
    await put_down.press("3", "enter")
    await settle(put_down)
    assert "Backups made before" in shown(put_down)
    await put_down.press("y")
    await settle(put_down)
    assert questioning.open_reflections(app_of(put_down).notebook) == []
    assert reading.search(app_of(put_down).notebook, "mirabelle", Filter(), 10) == []


async def test_thinking_better_of_destroying_goes_back_to_the_choice(put_down: Pilot[object]) -> None:
    await put_down.press("3", "enter")
    await settle(put_down)
    await put_down.press("escape")
    await settle(put_down)
    assert isinstance(put_down.app.screen, QuestioningScreen)
    assert put_down.app.screen.run.at == "put-down"


async def test_a_learning_of_last_month_comes_back_as_a_question(inside: Inside, vaulted: Any) -> None:
    async with inside() as pilot:
        learning.keep_learning(app_of(pilot).notebook, "Attendre.")
        vaulted.hands.at = vaulted.hands.at.replace(year=2027)
        await pilot.press("l")
        await settle(pilot)
        assert "What do you see in it today?" in shown(pilot)
        await pilot.press("r")
        await settle(pilot)
        await pilot.press(*"toujours", "ctrl+s")
        await settle(pilot)
        assert learning.coming_back(app_of(pilot).notebook) is None


async def test_a_reflection_can_be_read_and_gone_on_with(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("h", "8", "enter", "escape")
        await settle(pilot)
        (reflection,) = kept(pilot, Kind.REFLECTION)
        app_of(pilot).open_entry(reflection.ref, "reflection")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReflectionScreen)
        assert "8/10" in shown(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert pilot.app.screen.run.at == "facts"


async def test_text_of_a_person_is_shown_as_it_is(inside: Inside) -> None:
    async with inside() as pilot:
        about = situation(pilot, title="[/x]", body="[@click=app.quit]x[/] \x1b[31m").ref
        await question(pilot, about)
        assert "[/x]" in shown(pilot)
        await pilot.press("o", "a", "f2")
        await settle(pilot)
        assert "[@click=app.quit]" in shown(pilot)


async def test_a_scale_takes_ten_as_one_and_zero(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("h", "1", "0")
        assert pilot.app.screen.query_one(Scale).value == 10
        await pilot.press("0")
        assert pilot.app.screen.query_one(Scale).value == 0


def test_an_if_then_sentence_parts_into_its_halves() -> None:
    assert planning.parted("Si elle rit, alors je respire.") == ("elle rit", "je respire")
    assert planning.parted("“If he shouts, then I leave.”") == ("he shouts", "I leave")
    assert planning.parted("Je respire.") == ("", "Je respire.")
    assert planning.parted("S’il hausse le ton, alors je sors.") == ("il hausse le ton", "je sors")
    assert planning.parted("S'ils rient, je sors.") == ("ils rient", "je sors")
    assert planning.parted("When it starts, then I breathe.") == ("it starts", "I breathe")


async def test_a_sentence_kept_while_typing_stays_one_learning(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("l", "a")
        await settle(pilot)
        await pilot.press(*"Attendre")
        pilot.app.screen._autosave()
        await settle(pilot)
        await pilot.press(*" encore", "ctrl+s")
        await settle(pilot)
        assert [entry.title for entry in kept(pilot, Kind.LEARNING)] == ["Attendre encore"]


async def test_an_empty_learning_is_not_kept(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("l", "a", "ctrl+s")
        await settle(pilot)
        assert kept(pilot, Kind.LEARNING) == []


async def test_q_on_today_proposes_protocols_for_the_chosen_entry(inside: Inside) -> None:
    async with inside() as pilot:
        situation(pilot)
        app_of(pilot).screen.fill()
        await settle(pilot)
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)


async def test_a_run_left_for_later_is_resumed_from_today(inside: Inside) -> None:
    async with inside() as pilot:
        await pilot.press("h", "8", "enter", "escape")
        await settle(pilot)
        assert shown(pilot).count("In the heat") == 1  # not finished, and not a second time among what was written last
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert pilot.app.screen.run.at == "facts"
