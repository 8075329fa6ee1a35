"""A step whose day cannot be read: said, kept as it was typed, and one step once the day is right."""

from typing import Any

from screens.questioning.if_then import IfThenScreen


async def test_a_day_that_cannot_be_read_makes_no_step_until_it_is_right(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)

        def steps() -> int:
            with app.journal.notebook.store.reading() as tx:
                return int(next(iter(tx.rows("SELECT COUNT(*) FROM entry WHERE kind = 'step'", ())))[0])

        for day in ("31 February", "1 March 2027"):
            page = IfThenScreen(text="If the clock strikes, then I stop")
            app.push_screen(page)
            await vaulted.settle(pilot)
            page.set_values({"again": day})
            await pilot.press("ctrl+s")
            await vaulted.settle(pilot)
            assert page.values()["when"] == "the clock strikes"
            await pilot.press("escape")
            await vaulted.settle(pilot)
            assert steps() == (0 if day == "31 February" else 1)
            assert ("not saved" in vaulted.shown(pilot)) is (day == "31 February")
