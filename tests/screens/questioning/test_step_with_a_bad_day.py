"""A step whose day cannot be read: said, kept as it was typed, and one step once the day is right."""

from typing import Any

from journal.practice import capturing
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


async def test_what_waits_for_its_day_is_gone_on_with_where_it_was_typed_and_waits_no_more(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        app = lived.app(pilot)
        page = IfThenScreen(lived.refs["situation-4"], "If the clock strikes, then I stop")
        app.push_screen(page)
        await lived.settle(pilot)
        page.set_values({"again": "31 February"})
        await pilot.press("escape")
        await lived.settle(pilot)
        (draft,) = [each for each in capturing.drafts(app.journal.notebook) if each.key.startswith("unread:")]
        app.navigation.resume_draft(draft.key)
        await lived.settle(pilot)
        assert isinstance(app.screen, IfThenScreen)
        assert app.screen.values()["when"] == "the clock strikes"
        app.screen.set_values({"again": "1 March 2027"})
        await pilot.press("escape")
        await lived.settle(pilot)
        assert draft.key not in [each.key for each in capturing.drafts(app.journal.notebook)]
        assert "not saved" not in lived.shown(pilot)
