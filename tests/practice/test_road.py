"""The road: reviews are runs of protocols, what counts in them points to objectives, and each look is offered once."""

from datetime import timedelta

import pytest

from journal import language
from journal.model.entry import Entry, NewEntry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.milestone import Milestone
from journal.model.objective import ObjectiveDetails
from journal.model.review import ReviewDetails
from journal.model.session import SessionDetails, SessionKind
from journal.model.statement import may_leave
from journal.practice import (
    capturing,
    evidence,
    fictitious_road,
    framing,
    left_runs,
    questioning,
    reading,
    road,
    scheduling,
)
from journal.practice.evidence import Found
from journal.practice.notebook import Notebook
from journal.practice.run import Run
from journal.protocols.library import shipped


@pytest.fixture
def engagement(notebook: Notebook) -> Entry:
    return framing.begin(notebook, "A year", starts_on=notebook.clock().date())


@pytest.fixture
def objective(notebook: Notebook, engagement: Entry) -> Entry:
    return framing.agree_objective(notebook, engagement.ref, "Prendre ma place au comité", ("je propose un point",))


def answered(run: Run, **answers: int | str) -> Run:
    while run.prompt is not None:
        run = questioning.answer(run, answers.get(run.prompt.id.replace("-", "_"), ""))
    return run


def done(notebook: Notebook, code: str, about: int, **answers: int | str) -> Entry:
    entry = questioning.finish(notebook, answered(questioning.start(notebook, shipped().get(code), about), **answers))
    assert entry is not None
    return entry


def test_a_review_is_a_run_that_keeps_its_wording_and_says_which_look_it_was(
    notebook: Notebook, engagement: Entry
) -> None:
    kept = done(notebook, "baseline-way", engagement.ref, planning="Je fais une liste.")
    details = kept.details_as(ReviewDetails)
    assert (kept.kind, kept.state, details.which) == (Kind.REVIEW, State.DONE, Milestone.BASELINE)
    (asked,) = details.asked
    assert asked.question == shipped().get("baseline-way").prompt("planning").question.here  # type: ignore[union-attr]
    assert reading.search(notebook, "liste")


def test_a_rating_stands_with_its_objective_and_tells_by_what_it_shows(notebook: Notebook, objective: Entry) -> None:
    scene = capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="t", happened_at=notebook.clock()))
    evidence.choose(notebook, scene.ref, objective.ref)
    kept = done(notebook, "halfway-objective", objective.ref, rating=6, rating_words="je parle, une fois sur deux")
    (rating,) = kept.details_as(ReviewDetails).ratings
    assert (rating.objective, rating.value, rating.words) == (objective.ref, 6, "je parle, une fois sur deux")
    assert rating.evidence == (scene.ref,)
    (on_it,) = reading.entry(notebook, objective.ref).details_as(ObjectiveDetails).ratings
    assert on_it.value == 6
    assert [(each.which, each.value) for each in road.ratings(notebook, objective.ref)] == [(Milestone.HALFWAY, 6)]


def test_what_is_for_the_sponsor_is_a_draft_once_and_leaves_nothing_when_it_was_skipped(
    notebook: Notebook, objective: Entry
) -> None:
    drafts = Filter(kinds=(Kind.STATEMENT,))
    done(notebook, "halfway-objective", objective.ref, rating=6)
    assert reading.whole(notebook, drafts, 9) == []
    review = done(notebook, "halfway-objective", objective.ref, for_sponsor="Je prends\nla parole.")
    (draft,) = reading.whole(notebook, drafts, 9)
    assert draft.title == "Je prends la parole."
    assert not may_leave(draft)
    assert {(link.rel, link.ref) for link in draft.links} == {(Rel.TOWARDS, objective.ref), (Rel.SOURCE, review.ref)}


def test_parts_are_done_on_different_days_and_found_again(notebook: Notebook, engagement: Entry, clock: object) -> None:
    run = questioning.start(notebook, shipped().get("baseline-way"), engagement.ref)
    questioning.keep(notebook, questioning.answer(run, "Seul, tard."))
    done(notebook, "baseline-network", engagement.ref, if_then="Quand je doute, alors je demande à Sophie")
    parts = {part.protocol.code: part for part in road.parts(notebook, shipped(), engagement.ref, Milestone.BASELINE)}
    assert list(parts) == ["baseline-way", "baseline-network", "baseline-energy"]
    assert parts["baseline-way"].left
    assert parts["baseline-network"].last is not None
    assert (parts["baseline-energy"].left, parts["baseline-energy"].last) == ("", None)
    again = left_runs.resume(notebook, shipped(), parts["baseline-way"].left)
    assert again.prompt is not None
    assert again.prompt.id == "planning"


def test_one_that_is_half_typed_is_found_again_too(notebook: Notebook, engagement: Entry) -> None:
    run = questioning.start(notebook, shipped().get("baseline-energy"), engagement.ref)
    questioning.keep(notebook, questioning.typing(run, "Quarante"))
    parts = road.parts(notebook, shipped(), engagement.ref, Milestone.BASELINE)
    assert [bool(part.left) for part in parts] == [False, False, True]


def test_the_baseline_is_offered_in_the_first_weeks_and_never_again_once_begun(
    notebook: Notebook, engagement: Entry
) -> None:
    offered = road.offer(notebook)
    assert offered is not None
    assert offered.which is Milestone.BASELINE
    done(notebook, "baseline-energy", engagement.ref, week="Longue.")
    assert road.offer(notebook) is None


def test_what_is_laid_aside_stays_aside(notebook: Notebook, engagement: Entry) -> None:
    offered = road.offer(notebook)
    assert offered is not None
    road.lay_aside(notebook, offered)
    assert road.offer(notebook) is None


def test_half_way_is_offered_before_its_meeting(notebook: Notebook, engagement: Entry, clock: object) -> None:
    details = SessionDetails(meeting=SessionKind.INTERIM)
    notebook.clock.pass_(days=150)  # type: ignore[attr-defined]
    assert road.offer(notebook) is None
    scheduling.plan_one(notebook, engagement.ref, notebook.clock() + timedelta(days=5), details)
    offered = road.offer(notebook)
    assert offered is not None
    assert offered.which is Milestone.HALFWAY


def test_each_quarter_a_look_at_the_objectives_is_offered_for_six_weeks(
    notebook: Notebook, engagement: Entry, objective: Entry
) -> None:
    notebook.clock.pass_(days=100)  # type: ignore[attr-defined]
    offered = road.offer(notebook)
    assert offered is not None
    assert (offered.which, offered.quarter) == (Milestone.HALFWAY, 1)
    road.lay_aside(notebook, offered)
    assert road.offer(notebook) is None  # until the next one
    notebook.clock.pass_(days=50)  # type: ignore[attr-defined]
    assert road.offer(notebook) is None
    notebook.clock.pass_(days=40)  # type: ignore[attr-defined]
    again = road.offer(notebook)
    assert again is not None
    assert (again.which, again.quarter) == (Milestone.HALFWAY, 2)
    done(notebook, "halfway-objective", objective.ref, seen="Un silence.")
    assert road.offer(notebook) is None


def test_without_objectives_no_quarter_is_offered(notebook: Notebook, engagement: Entry) -> None:
    notebook.clock.pass_(days=100)  # type: ignore[attr-defined]
    assert road.offer(notebook) is None


@pytest.mark.parametrize("spoken", language.languages())
def test_the_invented_year_so_far_has_its_looks_at_the_road(notebook: Notebook, spoken: language.Language) -> None:
    refs = fictitious_road.live_so_far(notebook, spoken)
    for which, count in ((Milestone.BASELINE, 3), (Milestone.HALFWAY, 1)):
        parts = road.parts(notebook, shipped(), refs["engagement"], which)
        assert [len(part.done) for part in parts] == [1] * count
    assert len(road.ratings(notebook, refs["objective-1"])) >= 2
    assert not [part for part in road.parts(notebook, shipped(), refs["engagement"], Milestone.CLOSING) if part.done]
    assert road.offer(notebook) is None


def test_nothing_is_offered_where_there_is_no_engagement(notebook: Notebook) -> None:
    assert road.offer(notebook) is None


def test_evidence_is_offered_by_link_tag_and_words_and_chosen_by_hand(notebook: Notebook, objective: Entry) -> None:
    at = notebook.clock()

    def written(title: str, body: str = "", tags: tuple[str, ...] = ()) -> int:
        new = NewEntry(kind=Kind.SITUATION, title=title, body=body, tags=tags, happened_at=at)
        return capturing.write(notebook, new).ref

    words = written("Lundi", "Au COMITÉ, rien.")
    tag = written("Mardi", tags=("comité",))
    apart = written("Mercredi", "Le vélo.")
    found = {each.line.ref: each.by for each in evidence.offered(notebook, objective)}
    assert found == {words: Found.WORDS, tag: Found.TAG}
    assert evidence.choose(notebook, words, objective.ref)
    assert evidence.offered(notebook, objective)[0].by is Found.CHOSEN
    assert not evidence.choose(notebook, words, objective.ref)
    assert [each.line.ref for each in evidence.offered(notebook, objective, "velo")] == [apart]
