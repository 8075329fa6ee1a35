"""A peer-group evening: a case is filled, told, listened to, and left with."""

from journal.model.case import CaseDetails, OfferKind
from journal.model.entry import NewEntry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.learning import LearningDetails, LearningSort
from journal.model.person import Person
from journal.model.plan import StepDetails
from journal.model.prompt import PromptKind
from journal.model.reflection import Asked, ReflectionDetails, compiled
from journal.practice import capturing, casework, known_people, planning, reading
from screens.casework.case import CaseScreen
from screens.casework.case_pick import CasePickScreen
from screens.casework.feedback import FeedbackScreen
from screens.casework.rehearsal import RehearsalScreen
from screens.casework.take_away import TakeAwayScreen
from screens.widgets.rows import Rows


def two_situations(notebook):
    known_people.keep_person(notebook, Person(name="Karim Benali", alias="Sacha"))
    return tuple(
        capturing.write(
            notebook, NewEntry(kind=Kind.SITUATION, title=title, body=body, happened_at=notebook.clock())
        ).ref
        for title, body in (("Le comité", "Karim m’a coupé la parole."), ("Le couloir", "J’ai fui Karim Benali."))
    )


async def test_a_case_is_filled_from_two_situations_told_captured_and_taken_away(vaulted):
    notebook = vaulted.notebook()
    refs = two_situations(notebook)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        page = CaseScreen(about=refs)
        app.push_screen(page)
        await vaulted.settle(pilot)
        await pilot.press(*"Couper", "enter")
        for keys in (("f2", "enter"), ("tab", "f2", "down", "enter")):
            for key in keys:
                await pilot.press(key)
                if key == "f2":
                    await vaulted.settle(pilot)
                    assert isinstance(app.screen, CasePickScreen)
            await vaulted.settle(pilot)
        case = casework.cases(app.journal.notebook)[0]
        sheet = case.details_as(CaseDetails)
        assert (sheet.facts, sheet.actors) == (
            "Le comité\n\nSacha m’a coupé la parole.",
            "Le couloir\n\nJ’ai fui Sacha.",
        )
        assert {link.ref for link in case.links if link.rel is Rel.ABOUT} == set(refs)
        assert page.status().startswith("2 ")

        await pilot.press("f3")
        await vaulted.settle(pilot)
        assert isinstance(app.screen, RehearsalScreen)
        assert app.screen.status() == "5:00"
        await pilot.press("space", "plus")
        assert "coupé la parole" in vaulted.shown(pilot)
        assert "Karim" not in vaulted.shown(pilot)
        assert app.screen.status() == "6:00"
        for _ in range(40):  # nobody is away for long
            vaulted.hands.monotonic += 250
            await pilot.press("down")
        assert not any(sign.isdigit() for sign in app.screen.status())
        await pilot.press("escape", "f4")
        await vaulted.settle(pilot)
        assert isinstance(app.screen, FeedbackScreen)
        for number in range(12):
            await pilot.press(*f"angle {number}", "enter")
        await pilot.press("f2", *"peur", "enter", "f5")
        await vaulted.settle(pilot)
        offers = casework.cases(app.journal.notebook)[0].details_as(CaseDetails).offers
        assert [offer.text for offer in offers[:12]] == [f"angle {number}" for number in range(12)]
        assert offers[12].kind is OfferKind.HYPOTHESIS

        assert isinstance(app.screen, TakeAwayScreen)
        await pilot.press("tab", "tab", "tab", *"demander", "tab", "enter", "down", "enter", "down", "enter", "escape")
        await vaulted.settle(pilot)
        kept = casework.cases(app.journal.notebook)[0]
        assert kept.state is State.HELD
        assert kept.details_as(CaseDetails).keeps == ("angle 0", "angle 1", "angle 2")
        learnings = reading.newest(app.journal.notebook, Filter(kinds=(Kind.LEARNING,)), 10)
        assert {line.title for line in learnings} == {"angle 0", "angle 1", "angle 2"}
        assert [
            (step.title, step.details_as(StepDetails).review_on) for step in planning.open_steps(app.journal.notebook)
        ] == [("demander", app.journal.notebook.clock().date() + planning.LOOK_AGAIN)]


async def test_what_unsettles_becomes_a_certainty_that_was_shaken(vaulted):
    notebook = vaulted.notebook()
    case = casework.open_case(notebook, "Couper")
    casework.take_away(notebook, case, unsettles=("je dois tout savoir",))
    learned = reading.newest(notebook, Filter(kinds=(Kind.LEARNING,)), 10)
    details = reading.entry(notebook, learned[0].ref).details_as(LearningDetails)
    notebook.close()
    assert (learned[0].title, details.sort) == ("je dois tout savoir", LearningSort.CERTAINTY)


async def test_what_was_taken_away_before_is_read_again_and_not_chosen(vaulted):
    notebook = vaulted.notebook()
    case = casework.take_away(notebook, casework.open_case(notebook, "Couper"), keeps=("attendre",))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = TakeAwayScreen(case.ref)
        await pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        assert "Taken away before" in vaulted.shown(pilot)
        assert "attendre" in vaulted.shown(pilot)
        assert page.query_one(Rows).chosen == ""


async def test_a_check_in_is_not_offered_to_fill_a_case_that_others_will_hear(vaulted):
    notebook = vaulted.notebook()
    refs = two_situations(notebook)
    new = NewEntry(kind=Kind.CHECKIN, title="Météo", body="serré", happened_at=notebook.clock())
    mood = capturing.write(notebook, new).ref
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = CasePickScreen((mood, *refs), lambda _ref: None)
        pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        rows = page.query_one(Rows)
        assert [rows.get_option_at_index(at).id for at in range(rows.option_count)] == [str(ref) for ref in refs]


async def test_a_case_begins_with_what_was_told_in_the_heat_by_its_key_on_that_page(vaulted):
    notebook = vaulted.notebook()
    asked = tuple(
        Asked(prompt=name, kind=PromptKind.TEXT, question=f"{name}?", answer=words, words=words)
        for name, words in (("facts", "Samir m’a coupé."), ("felt", "La rage."))
    )
    heat = NewEntry(
        kind=Kind.REFLECTION,
        state=State.DONE,
        title="Samir m’a coupé.",
        happened_at=notebook.clock(),
        details=ReflectionDetails(protocol="heat", asked=asked),
        body=compiled(asked),
    )
    ref = capturing.write(notebook, heat).ref
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        app.navigation.open_entry(ref, "reflection")
        await vaulted.settle(pilot)
        await pilot.press("c")
        await vaulted.settle(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        [case] = casework.cases(app.journal.notebook)
        sheet = case.details_as(CaseDetails)
        assert (case.title, sheet.facts, sheet.did_and_felt) == ("Samir m’a coupé.", "Samir m’a coupé.", "La rage.")
        assert [link.ref for link in case.links] == [ref]


async def test_a_case_begins_with_the_one_situation_it_comes_from(vaulted):
    notebook = vaulted.notebook()
    first, _second = two_situations(notebook)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        app.push_screen(CaseScreen(about=(first,)))
        await vaulted.settle(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        [case] = casework.cases(app.journal.notebook)
        assert case.title == "Le comité"
        assert case.details_as(CaseDetails).facts == "Sacha m’a coupé la parole."
