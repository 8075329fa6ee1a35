"""A name by hand that is a word too: a capital tells the one from the other."""

from typing import Any

from journal.model.audience import Audience
from journal.model.kind import Kind
from tests.screens.sharing.leaving import look, write


async def test_a_name_typed_with_its_capital_leaves_the_word_alone(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    ref = write(notebook, Kind.SITUATION, "A lunch", "I sat with Will. I will have to talk to Will, as we will see.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        await vaulted.settle(pilot)
        await pilot.press("n", "ctrl+u", *"Will", "enter")
        await vaulted.settle(pilot)
        await pilot.press("ctrl+u", *"X1", "enter")
        await vaulted.settle(pilot)
        assert page.preview.document.items[0].body.split("\n")[0] == (
            "I sat with X1. I will have to talk to X1, as we will see."
        )
