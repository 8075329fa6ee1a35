"""A group's evening at the keyboard: noted as fast as people speak, changed afterwards, kept where it belongs."""

import random
from datetime import timedelta
from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from journal.language import choose
from journal.model.case import CaseDetails, OfferKind
from journal.model.engagement import EngagementDetails, Form
from journal.model.entry import NewEntry, Ref
from journal.model.kind import Kind
from journal.model.person import Person
from journal.model.session import SessionDetails, SessionKind
from journal.practice import capturing, casework, evenings, framing, members, noticing, reading, scheduling
from journal.practice.notebook import Notebook
from screens.casework.case import CaseScreen
from screens.casework.evening import EveningScreen
from screens.casework.others_case import OthersCaseScreen
from screens.casework.readers import ReadersScreen
from screens.engagement import routes as engagement
from screens.frame.page_footer import PageFooter
from screens.reading import routes as reading_routes
from screens.sessions.session import SessionScreen
from screens.widgets.rows import Rows


def with_evening(notebook: Notebook) -> Ref:
    """Make a group of four and the evening that takes place now; return its session."""
    begun = framing.begin(notebook, "Groupe", Form.GROUP)
    people = members.members_of("Jean-Baptiste Morel\nOlivier Sand\nPaul Petit")
    group = framing.reframe(notebook, begun, begun.details_as(EngagementDetails).with_(parties=people))
    details = SessionDetails(number=2, meeting=SessionKind.GROUP)
    return scheduling.plan_one(notebook, group.ref, notebook.clock(), details).ref


def prepared(house: Any, *, case: bool = True) -> tuple[Ref, Ref]:
    notebook = house.notebook()
    session = with_evening(notebook)
    made = casework.open_case(notebook, "Couper", session=session).ref if case else 0
    notebook.close()
    return session, made


def offers(app: Any, case: Ref) -> list[Any]:
    return list(reading.entry(app.journal.notebook, case).details_as(CaseDetails).offers)


async def settled(house: Any, pilot: Any) -> None:
    for _ in range(20):
        await pilot.pause()
    await house.settle(pilot)


async def typed(pilot: Any, rest: str) -> None:
    """Wait until every key has arrived, however busy the machine is: the last ones stand in the field."""
    for _ in range(4_000):
        if pilot.app.screen.query_one("#line", Input).value == rest:
            return
        await pilot.pause()


def strike(app: Any, text: str) -> None:
    """Send the keys of a text as they come from a keyboard: nobody waits for an answer."""
    for sign in text:
        app.post_message(events.Key("enter", "\r") if sign == "\n" else events.Key(_name(sign), sign))


def _name(sign: str) -> str:
    return {" ": "space", ":": "colon", "?": "question_mark"}.get(sign, sign)


async def test_an_evening_at_the_speed_of_speech_keeps_every_line_apart_and_in_order(vaulted: Any) -> None:
    """Twenty offers in ten minutes, one of them three lines in two seconds, and a paste of five lines."""
    session, case = prepared(vaulted)
    chance = random.Random(17)
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("f7")
        said: list[str] = []
        for number in range(20):
            vaulted.hands.monotonic += 600 / 20
            vaulted.hands.at += timedelta(seconds=30)
            if number == 7:
                burst = [f"rafale {each}" for each in "abc"]
                strike(app, "".join(f"{line}\n" for line in burst))
                said += burst
            elif number == 13:
                pasted = [f"collage {each}" for each in "abcde"]
                app.post_message(events.Paste("\r\n".join(pasted)))
                strike(app, "\n")
                said += pasted
            else:
                line = f"offre {number} {'mot ' * chance.randint(1, 12)}".strip()
                strike(app, f"{line}\n")
                said.append(line)
            if chance.random() < 0.5:  # the machine is busy: nothing is answered before the next is said
                await pilot.pause()
        strike(app, "encore")
        await typed(pilot, "encore")
        await vaulted.settle(pilot)
        assert [offer.text for offer in offers(app, case)] == said
        assert len(said) == 26
        assert {offer.session for offer in offers(app, case)} == {session}
        assert app.screen.query_one("#line", Input).value == "encore"
        assert "finish in peace" in app.screen.status()


async def test_who_gave_a_line_and_what_it_is_are_one_key_each(vaulted: Any) -> None:
    session, case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        strike(app, "j: et si tu attendais\nsans nom\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        assert [(offer.who, offer.text) for offer in offers(app, case)] == [
            ("Jean-Baptiste Morel", "et si tu attendais"),
            ("", "sans nom"),
        ]
        await pilot.press("tab", "o")
        await settled(vaulted, pilot)
        await pilot.press("f2")
        await settled(vaulted, pilot)
        last = offers(app, case)[1]
        assert (last.who, last.kind) == ("Olivier Sand", OfferKind.HYPOTHESIS)
        await pilot.press("shift+down")
        await settled(vaulted, pilot)
        assert [offer.text for offer in offers(app, case)] == ["sans nom", "et si tu attendais"]
        await pilot.press("delete")
        await settled(vaulted, pilot)
        assert len(offers(app, case)) == 1
        await pilot.press("enter")
        await settled(vaulted, pilot)
        await pilot.press("end", *" demain", "escape")
        await settled(vaulted, pilot)
        assert offers(app, case)[0].text.endswith(" demain")


async def test_anothers_case_is_jotted_as_what_stays_here(vaulted: Any) -> None:
    session, case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("f6", "down", "down", "enter")
        await settled(vaulted, pilot)
        assert evenings.evening_of(reading.entry(app.journal.notebook, session)).turn == "Olivier Sand"
        assert "Olivier" not in vaulted.shown(pilot)
        assert "stays here" in vaulted.shown(pilot)
        strike(app, "il dort mal\nson chef\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        assert offers(app, case) == []
        assert evenings.evening_of(reading.entry(app.journal.notebook, session)).aside == "il dort mal\nson chef"
        await pilot.press("f5")
        await settled(vaulted, pilot)
        assert isinstance(app.screen, OthersCaseScreen)
        await pilot.press(*"je coupe aussi", "tab", *"rappeler", "escape")
        await settled(vaulted, pilot)
        meeting = reading.entry(app.journal.notebook, session)
        assert [echo.title for echo in evenings.echoes(app.journal.notebook, session)] == ["je coupe aussi"]
        assert [promise.text for promise in evenings.evening_of(meeting).promises] == ["rappeler"]
        assert evenings.evening_of(meeting).aside == "il dort mal\nson chef"


async def test_without_a_case_nothing_that_is_typed_can_leave(vaulted: Any) -> None:
    session, _case = prepared(vaulted, case=False)
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        strike(app, "on commence\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        assert evenings.evening_of(reading.entry(app.journal.notebook, session)).aside == "on commence"
        await pilot.press("f6", "enter")
        await settled(vaulted, pilot)
        strike(app, "une offre\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        [case] = casework.cases(app.journal.notebook)
        assert [offer.text for offer in offers(app, case.ref)] == ["une offre"]


async def test_a_groups_session_opens_with_what_was_set_aside_and_c_makes_a_case_of_it(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    session = with_evening(notebook)
    later = notebook.clock() - timedelta(days=100)
    scene = capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="Le couloir", happened_at=later))
    noticing.aside_or_not(notebook, scene.ref)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        page = SessionScreen(session)
        app.push_screen(page)
        await settled(vaulted, pilot)
        assert "Perhaps for the group" in vaulted.shown(pilot)
        assert page.query_one(Rows).chosen == str(scene.ref)
        assert "c case" in vaulted.shown(pilot)
        await pilot.press("space")
        await settled(vaulted, pilot)
        await pilot.press("c")
        await settled(vaulted, pilot)
        await pilot.press(*"Couper", "escape")
        await settled(vaulted, pilot)
        case = evenings.case_told(app.journal.notebook, reading.entry(app.journal.notebook, session))
        assert case is not None
        assert case.title == "Couper"
        assert f"✓ {case.ref:>4}  case · Couper" in vaulted.shown(pilot)


async def test_x_on_the_sheet_asks_the_three_questions_once_then_shows_what_leaves(vaulted: Any) -> None:
    _session, case = prepared(vaulted)
    notebook = vaulted.notebook()
    casework.fill(notebook, reading.entry(notebook, case), facts="Paul Petit a coupé, le 3 mars.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(CaseScreen(case))
        await settled(vaulted, pilot)
        await pilot.press("x")
        await settled(vaulted, pilot)
        assert isinstance(app.screen, ReadersScreen)
        told = vaulted.shown(pilot)
        assert "Among colleagues, a pseudonym hides nobody." in told
        assert "Paul Petit is in the text." in told
        await pilot.press("enter")
        await settled(vaulted, pilot)
        assert not isinstance(app.screen, ReadersScreen)
        await pilot.press("escape")
        await settled(vaulted, pilot)
        await pilot.press("x")
        await settled(vaulted, pilot)
        assert "Would you say this" not in vaulted.shown(pilot)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_evening_is_whole_at_each_size_in_each_language(
    vaulted: Any, size: tuple[int, int], language: str
) -> None:
    from journal.language import speaking

    session, _case = prepared(vaulted)
    async with vaulted.unlocked_app(size) as pilot:
        with speaking(language):
            pilot.app.push_screen(EveningScreen(session))
            await settled(vaulted, pilot)
            shown = vaulted.shown(pilot)
    words = ("récit 10", "hypothèses, angles 30", "tour 10") if language == "fr" else ("telling 10", "round 10")
    assert all(each in shown for each in words)


async def test_the_groups_page_begins_with_what_goes_from_one_session_to_the_next(lived: Any) -> None:
    async with lived.unlocked_app((120, 40)) as pilot:
        pilot.app.push_screen(engagement.engagement(lived.refs["group"]))
        await settled(lived, pilot)
        told = lived.shown(pilot)
        assert "Next turn: Moira Buchanan" in told
        assert "There on 4 November: Alison Hartley" in told
        assert "I promised: look at the table" in told
        assert "left on" not in told
        rows = pilot.app.screen.query_one(Rows)
        rows.choose("session:")
        await pilot.press("enter")
        await settled(lived, pilot)
        assert isinstance(pilot.app.screen, SessionScreen)
        pilot.app.push_screen(engagement.group_months(lived.refs["group"]))
        await settled(lived, pilot)
        assert "→ I know at which moment I leave." in lived.shown(pilot)


async def test_the_clock_goes_on_while_its_page_is_closed_and_the_journal_too(vaulted: Any) -> None:
    session, _case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("f7", "f7")
        await settled(vaulted, pilot)
    vaulted.hands.at += timedelta(minutes=4)
    async with vaulted.unlocked_app() as pilot:
        page = EveningScreen(session)
        pilot.app.push_screen(page)
        await settled(vaulted, pilot)
        assert page.status() == "11:00"
        vaulted.hands.at += timedelta(days=1)
        again = EveningScreen(session)
        pilot.app.push_screen(again)
        await settled(vaulted, pilot)
        assert not again.status()


def footer(pilot: Any) -> set[str]:
    """Return the keys that stand below the page."""
    return {command.id for line in pilot.app.screen.query_one(PageFooter)._fitting()[0] for *_words, command in line}


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_every_key_of_the_evening_stands_in_its_footer_at_80_columns_and_none_that_does_nothing(
    vaulted: Any, language: str
) -> None:
    session, case = prepared(vaulted)
    notebook = vaulted.notebook()
    casework.offered(notebook, reading.entry(notebook, case), OfferKind.ANGLE, "et si", session, "Olivier Sand")
    notebook.close()
    of_the_evening = {f"evening.{each}" for each in ("take_away", "who", "phase", "turn", "round", "method", "back")}
    of_a_line = {f"evening.{each}" for each in ("correct", "throw", "earlier", "later")}
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        assert {each for each in footer(pilot) if each.startswith("evening")} == of_the_evening | {"evening.kind"}
        await pilot.press("tab")
        await settled(vaulted, pilot)
        assert footer(pilot) >= of_the_evening | {"evening.kind"} | of_a_line
        assert "P2" in vaulted.shown(pilot)  # who gave the line one is on, by alias
        await pilot.press("f6", "down", "enter")
        await settled(vaulted, pilot)
        assert {each for each in footer(pilot) if each.startswith("evening")} == of_the_evening


async def test_f3_on_a_line_that_was_caught_changes_who_gave_it(vaulted: Any) -> None:
    session, case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        strike(pilot.app, "et si\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        await pilot.press("tab", "f3")
        await settled(vaulted, pilot)
        assert offers(pilot.app, case)[0].who == "Jean-Baptiste Morel"


@pytest.mark.parametrize(("language", "words"), [("fr", "Le cas d’un pair"), ("en", "The case of un pair")])
async def test_whose_case_is_told_by_alias_as_the_language_bends_it(vaulted: Any, language: str, words: str) -> None:
    session, _case = prepared(vaulted)
    notebook = vaulted.notebook()
    reading.keep_person(notebook, Person(name="Olivier Sand", alias="un pair"))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("f6")
        await settled(vaulted, pilot)
        row = next(line for line in vaulted.shown(pilot).splitlines() if words in line)
        assert row.rstrip().endswith("Olivier Sand")  # who chooses has to know whom
        await pilot.press("down", "down", "enter")
        await settled(vaulted, pilot)
        assert words in vaulted.shown(pilot)
        assert "Olivier" not in vaulted.shown(pilot)


async def test_the_clock_reads_nothing_from_a_journal_that_may_be_closing(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, _case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        page = EveningScreen(session)
        pilot.app.push_screen(page)
        await settled(vaulted, pilot)
        await pilot.press("f7")
        await settled(vaulted, pilot)
        vaulted.hands.at += timedelta(minutes=1)
        with monkeypatch.context() as closed:
            closed.setattr(reading, "entry", None)
            page._tick()
        assert "9:00" in vaulted.shown(pilot)


async def test_when_another_tells_nothing_of_ones_own_case_stays_on_the_page_and_one_can_write_on(vaulted: Any) -> None:
    session, case = prepared(vaulted)
    notebook = vaulted.notebook()
    casework.offered(notebook, reading.entry(notebook, case), OfferKind.ANGLE, "longue " * 20, session, "")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("tab")
        await settled(vaulted, pilot)
        assert "longue longue" in vaulted.shown(pilot)
        await pilot.press("f6", "down", "enter")
        await settled(vaulted, pilot)
        assert "longue" not in vaulted.shown(pilot)
        assert isinstance(pilot.app.screen.focused, Input)


async def test_the_months_of_a_group_open_from_the_look_back_and_a_scene_told_twice_from_there(lived: Any) -> None:
    from journal.model.entry import Link, Rel
    from journal.model.kind import State
    from journal.model.prompt import PromptKind
    from journal.model.reflection import Asked, ReflectionDetails, compiled

    notebook = lived.notebook()
    scene = capturing.write(
        notebook, NewEntry(kind=Kind.SITUATION, title="Couloir", body="First words.", happened_at=notebook.clock())
    )
    for number, words in enumerate(("I stormed off.", "I left in time.")):
        asked = (Asked(prompt="one", kind=PromptKind.TEXT, question="What?", answer=words, words=words),)
        new = NewEntry(
            kind=Kind.REFLECTION, title=f"R{number}", body=compiled(asked), happened_at=notebook.clock(),
            state=State.DONE, details=ReflectionDetails(asked=asked), links=(Link(rel=Rel.ABOUT, ref=scene.ref),),
        )  # fmt: skip
        capturing.write(notebook, new)
    notebook.close()
    async with lived.unlocked_app((120, 40)) as pilot:
        await pilot.press("6")
        await settled(lived, pilot)
        rows = pilot.app.screen.query_one(Rows)
        rows.choose("group:")
        await pilot.press("enter")
        await settled(lived, pilot)
        assert "→ I left in time." in lived.shown(pilot)
        rows = pilot.app.screen.query_one(Rows)
        wanted = next(row.id for row in rows._rows if row.id.startswith("tellings:") and row.left == "Couloir")
        rows.choose(wanted)
        await pilot.press("enter")
        await settled(lived, pilot)
        one, other = pilot.app.screen.query(".telling")
        assert one.region.y == other.region.y
        assert one.region.right <= other.region.x
        assert "First words." in lived.shown(pilot)
        assert "I left in time." in lived.shown(pilot)
        await pilot.press("a")
        await settled(lived, pilot)
        assert "I stormed off." in lived.shown(pilot)
    async with lived.unlocked_app((80, 24)) as pilot:
        pilot.app.push_screen(reading_routes.entry(scene.ref))
        await settled(lived, pilot)
        await pilot.press("b")
        await settled(lived, pilot)
        one, other = pilot.app.screen.query(".telling")
        assert one.region.bottom <= other.region.y
