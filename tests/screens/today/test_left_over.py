"""What could not be read on a page of fields is listed among what is not finished, shown, and thrown away there."""

from typing import Any

from journal.practice import capturing
from screens.planning import routes as planning
from screens.sharing.recipients import RecipientScreen
from screens.today.drafts import DraftsScreen
from screens.today.left_over import LeftOverScreen

CUT = "age1qqqcut4711"


async def test_a_cut_key_is_listed_shown_and_thrown_away(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        page = RecipientScreen()
        pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        page.query_one("#field-age_key").value = CUT
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "“Recipient”" in vaulted.shown(pilot)  # on Today
        await pilot.press("b")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)
        assert "“Recipient”" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, LeftOverScreen)
        assert CUT in vaulted.shown(pilot)
        assert "open the entry" not in vaulted.shown(pilot)  # a recipient is none
        await pilot.press("d", "y")
        await vaulted.settle(pilot)
        assert capturing.drafts(notebook) == []
        assert isinstance(pilot.app.screen, DraftsScreen)
        assert CUT not in vaulted.shown(pilot)


async def test_what_belongs_to_an_entry_leads_there_and_goes_with_it(lived: Any) -> None:
    from journal.practice import reading

    async with lived.unlocked_app() as pilot:
        notebook = lived.app(pilot).journal.notebook
        ref = lived.refs["plan-5"]
        option = planning.option(ref, 0)
        draft = "unread:OfferScreen:1"
        pilot.app.push_screen(option)
        await lived.settle(pilot)
        assert option.belongs_to() == ref
        left = option._draft().with_(key=draft)
        capturing.autosave(notebook, left)
        pilot.app.push_screen(DraftsScreen())
        await lived.settle(pilot)
        lived.app(pilot).navigation.resume_draft(draft)
        await lived.settle(pilot)
        assert "open the entry" in lived.shown(pilot)
        await pilot.press("enter")
        await lived.settle(pilot)
        assert getattr(pilot.app.screen, "ref", None) == ref
        capturing.drop_draft(notebook, draft)
        await pilot.press("escape")
        await lived.settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)  # nothing waits there any more
        capturing.autosave(notebook, left)
        reading.purge(notebook, ref)
        assert draft not in [each.key for each in capturing.drafts(notebook)]
