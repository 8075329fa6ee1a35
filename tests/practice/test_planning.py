from datetime import timedelta

import pytest
from pydantic import ValidationError

from journal.model.kind import State
from journal.model.plan import Option, Outcome, PlanDetails, StepDetails
from journal.practice import casework, coming_up, framing, planning, reading
from journal.practice.notebook import Notebook


def test_a_plan_is_found_by_the_words_of_its_options(notebook: Notebook) -> None:
    details = PlanDetails(
        options=(Option(text="Déléguer l’arbitrage", gives="du temps"), Option(text="Trancher")), chosen=0
    )
    plan = planning.draw_up(notebook, "Sortir du planning", details)
    assert [found.line.ref for found in reading.search(notebook, "arbitrage")] == [plan.ref]


def test_a_chosen_option_must_exist() -> None:
    with pytest.raises(ValidationError):
        PlanDetails(options=(Option(text="seule"),), chosen=1)


def test_steps_come_back_on_their_day_and_not_before(notebook: Notebook) -> None:
    today = notebook.clock().date()
    due = planning.add_step(notebook, StepDetails(when="Karim demande", then="je questionne", review_on=today))
    planning.add_step(notebook, StepDetails(then="plus tard", review_on=today + timedelta(days=1)))
    planning.add_step(notebook, StepDetails(then="sans date"))
    assert [step.ref for step in coming_up.due_steps(notebook)] == [due.ref]
    assert len(planning.open_steps(notebook)) == 3


@pytest.mark.parametrize("became", [State.DONE, State.ADAPTED, State.POSTPONED, State.DROPPED])
def test_a_step_may_become_any_of_four_things(notebook: Notebook, became: State) -> None:
    step = planning.add_step(notebook, StepDetails(then="demander", review_on=notebook.clock().date()))
    kept = planning.look_at(notebook, step, became, helped="en parler avant")
    assert kept.state is became
    assert coming_up.due_steps(notebook) == []


def test_a_postponed_step_with_a_new_day_stays_open(notebook: Notebook) -> None:
    today = notebook.clock().date()
    step = planning.add_step(notebook, StepDetails(then="demander", review_on=today))
    kept = planning.look_at(notebook, step, State.POSTPONED, again=today + timedelta(days=7))
    assert kept.state is State.OPEN
    assert kept.details_as(StepDetails).review_on == today + timedelta(days=7)


def test_nothing_else_can_become_of_a_step(notebook: Notebook) -> None:
    with pytest.raises(ValidationError):
        Outcome(on=notebook.clock().date(), became=State.HELD)


def test_a_case_is_filled_from_entries_and_leaves_steps_behind(notebook: Notebook) -> None:
    from journal.model.entry import NewEntry
    from journal.model.kind import Kind
    from journal.practice import capturing

    told = capturing.write(
        notebook,
        NewEntry(kind=Kind.SITUATION, title="Le CODIR", body="Il a repoussé.", happened_at=notebook.clock()),
    )
    case = casework.open_case(notebook, "Ma place au CODIR")
    case = casework.fill_from(notebook, case, "facts", told.ref)
    case = casework.take_away(notebook, case, keeps=("poser la question avant",), will_try=("appeler Nadia",))
    assert "Il a repoussé." in case.body
    assert casework.completeness(case) == "1 of 7 fields"
    assert [step.title for step in planning.open_steps(notebook)] == ["appeler Nadia"]


def test_evidence_is_linked_once(notebook: Notebook) -> None:
    engagement = framing.begin(notebook, "Poste")
    objective = framing.agree_objective(notebook, engagement.ref, "Déléguer", ("l’équipe tranche",))
    step = planning.add_step(notebook, StepDetails(then="déléguer"))
    framing.bear_witness(notebook, step.ref, objective.ref)
    framing.bear_witness(notebook, step.ref, objective.ref)
    assert [line.ref for line in framing.evidence(notebook, objective.ref)] == [step.ref]
    rated = framing.rate(notebook, framing.rate(notebook, objective, 4), 6)
    assert [rating.value for rating in rated.details_as(type(objective.details)).ratings] == [6]  # type: ignore[attr-defined]


def test_an_if_then_sentence_parts_into_its_halves() -> None:
    assert planning.parted("Si elle rit, alors je respire.") == ("elle rit", "je respire")
    assert planning.parted("“If he shouts, then I leave.”") == ("he shouts", "I leave")
    assert planning.parted("Je respire.") == ("", "Je respire.")
    assert planning.parted("S’il hausse le ton, alors je sors.") == ("il hausse le ton", "je sors")
    assert planning.parted("S'ils rient, je sors.") == ("ils rient", "je sors")
    assert planning.parted("When it starts, then I breathe.") == ("it starts", "I breathe")


def test_a_question_keeps_its_mark_in_both_halves_of_a_sentence() -> None:
    assert planning.parted("Si l’on me coupe, alors je demande : « qu’en pensez-vous ? »") == (
        "l’on me coupe",
        "je demande : « qu’en pensez-vous ?",
    )
    assert planning.parted("If he decides, then I ask why not?") == ("he decides", "I ask why not?")


@pytest.mark.parametrize(
    ("answer", "halves"),
    [
        ("Je suis encore en colère et triste.", ("", "")),
        ("j'ai peur d'y retourner", ("", "")),
        ("Rien pour l’instant", ("", "")),
        ("I'm still furious", ("", "")),
        ("I don’t know", ("", "")),
        ("J’appelle Karim demain.", ("", "J’appelle Karim demain.")),
        ("I'm calling Karim tomorrow", ("", "I'm calling Karim tomorrow")),
        ("Je suis prêt à lui dire non", ("", "Je suis prêt à lui dire non")),
        ("Si je suis en colère, alors je sors", ("je suis en colère", "je sors")),
    ],
)
def test_what_one_feels_is_not_offered_as_what_one_will_do(answer: str, halves: tuple[str, str]) -> None:
    assert planning.offered(answer) == halves
