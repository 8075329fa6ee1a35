"""The closing synthesis: composed from the year, ticked and reworded by hand, and the page that comes of it."""

from datetime import timedelta

import pytest

from journal.language import speaking
from journal.model.entry import Entry, Link, NewEntry, Rel
from journal.model.kind import Kind, State
from journal.model.learning import LearningDetails, LearningSort
from journal.model.review import ReviewDetails
from journal.model.session import SessionDetails
from journal.model.synthesis_line import Section
from journal.practice import capturing, fictitious_year, framing, questioning, reading, scheduling, synthesis
from journal.practice.notebook import Notebook
from journal.protocols.library import shipped


@pytest.fixture
def engagement(notebook: Notebook) -> Entry:
    begun = framing.begin(notebook, "Une année", starts_on=notebook.clock().date())
    notebook.clock.pass_(days=200)  # type: ignore[attr-defined]
    return begun


def answered(notebook: Notebook, code: str, about: int, **answers: str | int) -> Entry:
    run = questioning.start(notebook, shipped().get(code), about)
    while run.prompt is not None:
        run = questioning.answer(run, answers.get(run.prompt.id.replace("-", "_"), ""))
    done = questioning.finish(notebook, run)
    assert done is not None
    return done


def texts(notebook: Notebook, engagement: Entry, section: Section) -> list[str]:
    return [each.text for each in synthesis.lines(notebook, engagement.ref) if each.section is section]


def test_the_baseline_stands_beside_the_close_where_both_answered(notebook: Notebook, engagement: Entry) -> None:
    answered(notebook, "baseline-way", engagement.ref, planning="Je fonce.", deciding="Seule.")
    close = answered(
        notebook, "closing", engagement.ref, planning="J’écris trois lignes.", thanks="Sophie\nKarim", open="Le siège."
    )
    (line,) = [each for each in synthesis.lines(notebook, engagement.ref) if each.section is Section.THEN_NOW]
    assert "Je fonce." in line.text
    assert "J’écris trois lignes." in line.text
    assert line.text.count("\n\n") == 1  # both answers in one paragraph, which no page parts
    assert line.source == close.ref
    assert texts(notebook, engagement, Section.THANKS) == ["Sophie", "Karim"]
    assert texts(notebook, engagement, Section.OPEN) == ["Le siège."]


def test_objectives_tell_first_and_last_rating_and_the_evidence_chosen(notebook: Notebook, engagement: Entry) -> None:
    objective = framing.agree_objective(notebook, engagement.ref, "Prendre ma place")
    answered(notebook, "baseline-objective", objective.ref, rating=2, rating_words="j’écoute")
    notebook.clock.pass_(days=90)  # type: ignore[attr-defined]
    answered(notebook, "closing-objective", objective.ref, rating=7)
    scene = capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="J’ai parlé", happened_at=notebook.clock()))
    framing.bear_witness(notebook, scene.ref, objective.ref)
    title, first, last, evidence = texts(notebook, engagement, Section.OBJECTIVES)
    assert title == "Prendre ma place"
    assert first.startswith("2 out of 10, ")
    assert first.endswith(": “j’écoute”")
    assert last.startswith("7 out of 10, ")
    assert "“" not in last
    assert evidence.startswith("J’ai parlé, ")
    assert f"### {title}\n\n- {first}" in synthesis.keep_as_it_is(notebook, engagement.ref).body


def test_a_learning_stands_under_its_kind_with_the_entry_it_came_from(notebook: Notebook, engagement: Entry) -> None:
    at = notebook.clock()
    scene = capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="t", happened_at=at))
    details = LearningDetails(sort=LearningSort.LEVER)
    link = Link(rel=Rel.SOURCE, ref=scene.ref)
    new = NewEntry(kind=Kind.LEARNING, title="Dix secondes", happened_at=at, details=details, links=(link,))
    capturing.write(notebook, new)
    (line,) = [each for each in synthesis.lines(notebook, engagement.ref) if each.section is Section.LEARNT]
    assert (line.text, line.source) == ("Lever: Dix secondes (“t”, 12 June 2027)", scene.ref)


def test_ticks_and_words_stay_while_the_year_goes_on(notebook: Notebook, engagement: Entry) -> None:
    session = scheduling.plan_one(
        notebook, engagement.ref, notebook.clock() - timedelta(days=3), SessionDetails(question="Comment ?")
    )
    scheduling.hold(notebook, session)
    kept = synthesis.tick(notebook, engagement.ref, "sessions")
    synthesis.reword(notebook, engagement.ref, f"session:{session.ref}", "La première fois.")
    synthesis.add(notebook, engagement.ref, Section.THANKS, "Ma chatte.")
    notebook.clock.pass_(days=1)  # type: ignore[attr-defined]
    scheduling.hold(notebook, reading.entry(notebook, session.ref), notes="…")
    told = {each.key: each for each in synthesis.lines(notebook, engagement.ref)}
    assert not told["sessions"].ticked
    assert told[f"session:{session.ref}"].text == "La première fois."
    body = reading.entry(notebook, kept.ref).body
    assert "La première fois." in body
    assert "Ma chatte." in body
    assert "1 session" not in body
    assert "Comment" not in body


def test_an_emptied_line_is_composed_again_and_one_of_ones_own_goes(notebook: Notebook, engagement: Entry) -> None:
    composed = synthesis.lines(notebook, engagement.ref)[0]
    synthesis.reword(notebook, engagement.ref, composed.key, "Autre chose")
    synthesis.reword(notebook, engagement.ref, composed.key, " ")
    assert synthesis.lines(notebook, engagement.ref)[0].text == composed.text
    own = synthesis.add(notebook, engagement.ref, Section.ROAD, "À moi")
    synthesis.reword(notebook, engagement.ref, own, "")
    assert own not in {each.key for each in synthesis.lines(notebook, engagement.ref)}


def test_there_is_one_synthesis_and_it_is_a_review_that_is_found_again(notebook: Notebook, engagement: Entry) -> None:
    assert synthesis.kept(notebook, engagement.ref) is None
    first = synthesis.keep_as_it_is(notebook, engagement.ref)
    again = synthesis.keep_as_it_is(notebook, engagement.ref)
    assert first.ref == again.ref
    assert (first.kind, first.state) == (Kind.REVIEW, State.DONE)
    assert first.details_as(ReviewDetails).lines


@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_a_whole_year_is_composed_in_both_languages(notebook: Notebook, spoken: str) -> None:
    refs = fictitious_year.live(notebook, spoken)
    with speaking(spoken):
        told = synthesis.lines(notebook, refs["engagement"])
        assert len(told) > 40
        assert len({each.key for each in told}) == len(told)
        assert synthesis.keep_as_it_is(notebook, refs["engagement"]).body
