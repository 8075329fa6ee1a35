"""A session's page on its way out: lines that are ticked, a question asked once, a signature for each recipient."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.model.audience import Audience
from journal.model.entry import Link, NewEntry, Rel
from journal.model.kind import Kind
from journal.model.recipient import Recipient
from journal.model.session import SessionDetails
from journal.practice import capturing, reading
from journal.practice.bringing import brought
from journal.sharing import repository as keeping
from journal.sharing.disclosing import register
from screens.sharing.delivery import DeliveryScreen
from screens.sharing.page_lines import PageLinesScreen
from screens.sharing.preview import PreviewScreen
from screens.widgets.field import LineField
from screens.widgets.rows import Rows


@pytest.fixture
def session(vaulted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> int:
    """Return a session ahead with a scene and no question, and keep a practitioner with whom one signs."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    notebook = vaulted.notebook()
    now = notebook.clock()
    told = {"kind": Kind.SITUATION, "title": "The meeting", "body": "Told.", "audience": Audience.PRACTITIONER}
    scene = capturing.write(notebook, NewEntry.model_validate(told | {"happened_at": now}))
    ahead = NewEntry.model_validate(
        {
            "kind": Kind.SESSION,
            "title": "Session 7",
            "happened_at": now + timedelta(days=2),
            "links": (Link(rel=Rel.BRINGS, ref=scene.ref),),
            "details": {"number": 7},
        }
    )
    for name, signature in (("Claire", "C. V."), ("Odile", "the one in blue")):
        keeping.keep_recipient(notebook, Recipient(name=name, audience=Audience.PRACTITIONER, signature=signature))
    ref = capturing.write(notebook, ahead).ref
    notebook.close()
    return ref


async def look(vaulted, pilot, ref: int) -> PreviewScreen:
    await pilot.app.push_screen(PreviewScreen((ref,), Audience.PRACTITIONER))
    await vaulted.settle(pilot)
    page = pilot.app.screen
    assert isinstance(page, PreviewScreen)
    return page


async def test_a_line_unticked_in_the_preview_stays_at_home_and_the_preparation_keeps_it(vaulted, session):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, session)
        assert "Told." in vaulted.shown(pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PageLinesScreen)
        scene = next(line.key for line in page.preview.lines if line.key.startswith("scene:"))
        pilot.app.screen.query_one(Rows).choose(scene)
        await pilot.press("space")
        await vaulted.settle(pilot)
        assert "1 stays" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "Told." not in vaulted.shown(pilot)
    notebook = vaulted.notebook()
    assert reading.entry(notebook, session).details_as(SessionDetails).left_at_home == (scene,)
    notebook.close()


async def test_leaving_without_a_question_is_asked_until_told_to_go_on(vaulted, session):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, session)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "leaves without a question" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert pilot.app.screen is page
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "leaves without a question" in vaulted.shown(pilot)
        await pilot.press("y")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, DeliveryScreen)


async def test_what_was_meant_for_oneself_is_asked_about_in_one_question_and_enter_lets_nothing_leave(vaulted, session):
    notebook = vaulted.notebook()
    (scene,) = brought(reading.entry(notebook, session))
    capturing.rewrite(notebook, reading.entry(notebook, scene).with_(audience=Audience.ME))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, session)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        told = " ".join(vaulted.shown(pilot).split())
        assert "Until now ● for myself: The meeting Reader: ◆ coach. Share it, this time?" in told
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen is page
        await pilot.press("enter", "y")
        await vaulted.settle(pilot)
        assert "leaves without a question" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "Until now" not in vaulted.shown(pilot), "what was said yes to is not asked twice"
        assert reading.entry(page.journal.notebook, scene).audience is Audience.ME


async def test_the_page_is_signed_as_agreed_and_named_after_the_session(vaulted, session, tmp_path):
    notebook = vaulted.notebook()
    keeping.forget_recipient(notebook, "Odile")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, session)
        assert page.preview.document.head.signature == "C. V."
        await pilot.press("enter", "y")
        await vaulted.settle(pilot)
        delivery = pilot.app.screen
        assert isinstance(delivery, DeliveryScreen)
        assert "Signed: C. V." in vaulted.shown(pilot)
        day = (delivery.journal.notebook.clock() + timedelta(days=2)).date().isoformat()
        path = tmp_path / f"PERSONAL-recul-session-7-{day}.pdf"
        assert delivery.query_one("#field-path", LineField).value == str(path)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        (left,) = register(delivery.journal.notebook)
        assert (left.recipient, left.preview_digest) == ("Claire", page.preview.digest)


async def test_another_recipient_changes_the_signature_and_nothing_else(vaulted, session):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, session)
        assert page.preview.document.head.signature == ""
        await pilot.press("enter", "y")
        await vaulted.settle(pilot)
        delivery = pilot.app.screen
        delivery.query_one("#field-recipient").text = "1"
        delivery._fit()
        await vaulted.settle(pilot)
        assert "Signed: the one in blue" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        (left,) = register(delivery.journal.notebook)
        assert left.recipient == "Odile"
        assert left.preview_digest != page.preview.digest


async def test_what_was_gathered_around_it_stays_and_one_key_takes_it_along(vaulted, session):
    notebook = vaulted.notebook()
    when = {"happened_at": notebook.clock() - timedelta(days=3)}
    held = NewEntry.model_validate({"kind": Kind.SESSION, "title": "Session 6", "state": "held"} | when)
    before = capturing.write(notebook, held).ref
    frame = NewEntry.model_validate({"kind": Kind.ENGAGEMENT, "title": "Road", "state": "development"} | when)
    of = Link(rel=Rel.PART_OF, ref=capturing.write(notebook, frame).ref)
    for ref in (before, session):
        entry = reading.entry(notebook, ref)
        capturing.rewrite(notebook, entry.with_(links=(*entry.links, of)))
    step = {"kind": Kind.STEP, "title": "If asked, then I wait", "happened_at": notebook.clock()}
    capturing.write(notebook, NewEntry.model_validate(step))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, session)
        told = " ".join(vaulted.shown(pilot).split())
        assert "1 gathered line stays here" in told
        assert "the preparation + 1 entry" in told
        assert "If asked" not in told
        await pilot.press("a")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("moved:")
        await pilot.press("space", "escape")
        await vaulted.settle(pilot)
        assert "stays here" not in vaulted.shown(pilot)
        assert page.preview.at_home == 0
        assert len(page.preview.refs) == 3
