"""Every protocol is run to its end by keys at 80x24, in both languages; every question is shown whole."""

import textwrap
from collections.abc import Callable
from typing import Any

import pytest

from journal import language
from journal.model.kind import Kind, State
from journal.model.protocol import Prompt, PromptKind, Role
from journal.protocols.library import shipped
from screens.questioning.place import QuestioningScreen
from screens.questioning.reflection_end import ReflectionEndScreen
from screens.questioning.short_fields import ShortFields


async def answered(asking: Any, pilot: Any, prompt: Prompt) -> None:
    match prompt.kind:
        case PromptKind.SCALE:
            await pilot.press("5", "enter")
        case PromptKind.CHOICE:
            await pilot.press("1", "enter")
        case PromptKind.FIELDS:
            assert pilot.app.screen.query_one(ShortFields).query("Input")
            await pilot.press("x", "ctrl+n")
        case _ if prompt.id.endswith("-2"):
            await pilot.press("f3")  # asked again, and that is enough
        case _:
            await asking.type_in(pilot, "x")
            await pilot.press("ctrl+n")
    await asking.settle(pilot)


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.slow_proof
async def test_every_protocol_is_run_to_its_end(
    asking: Any, spoken: language.Language, proof_count: Callable[[int, int], int]
) -> None:
    language.choose(spoken)
    known = language.languages()
    of_language = shipped().protocols[known.index(spoken) :: proof_count(len(known), 1)]  # each in one, or in all
    async with asking.unlocked_app() as pilot:
        for protocol in of_language:
            pilot.app.push_screen(QuestioningScreen(code=protocol.code))
            await asking.settle(pilot)
            if protocol.starts_short:
                await pilot.press("f7")
                await asking.settle(pilot)
            while isinstance(pilot.app.screen, QuestioningScreen):
                run = pilot.app.screen.run
                assert run.prompt is not None
                question = run.prompt.question.in_(spoken).replace("\u00a0", " ").replace("\u202f", " ")
                assert question in asking.shown(pilot), question
                assert len(textwrap.wrap(question, 72)) <= 2
                await answered(asking, pilot, run.prompt)
            if isinstance(pilot.app.screen, ReflectionEndScreen):
                await pilot.press("escape")
                await asking.settle(pilot)
            newest = asking.kept(pilot, Kind.REFLECTION if protocol.review is None else Kind.REVIEW)[0]
            assert newest.title == ("x" if protocol.code == "heat" else protocol.title.in_(spoken))  # its first words
            assert newest.state is State.DONE
            roles = {prompt.role for prompt in protocol.prompts}
            assert roles & {Role.IF_THEN, Role.LEARNING, Role.PUT_DOWN}
