"""The invented year lived to its end: every milestone, three meetings, a synthesis, and three months later."""

import json

import pytest

from journal.language import Language, languages, speaking
from journal.model.engagement import EngagementDetails
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.milestone import Milestone
from journal.model.review import ReviewDetails
from journal.model.shown_entry import shown_of
from journal.model.synthesis_line import Section
from journal.practice import fictitious_road, framing, reading, road, scheduling, synthesis
from journal.practice.notebook import Notebook
from journal.sharing import for_three
from journal.sharing.repository import prepare


def test_both_languages_tell_the_same_road() -> None:
    french, english = (fictitious_road.told(language) for language in ("fr", "en"))
    for part in ("runs", "meetings", "held"):
        for one, other in zip(french[part], english[part], strict=True):
            assert {name: one[name] for name in ("day", "code", "about", "session") if name in one} == {
                name: other[name] for name in ("day", "code", "about", "session") if name in other
            }
            assert set(one.get("answers", ())) == set(other.get("answers", ()))


@pytest.mark.parametrize("language", languages())
def test_the_year_ended_three_months_ago_and_its_road_is_whole(notebook: Notebook, language: Language) -> None:
    refs = fictitious_road.live_to_the_end(notebook, language)
    engagement = reading.entry(notebook, refs["engagement"])
    ended = engagement.details_as(EngagementDetails).ended_on
    assert engagement.state is State.CLOSED
    assert ended is not None
    assert (notebook.clock().date() - ended).days == fictitious_road.LATER - fictitious_road.END
    assert {each.state for each in scheduling.sessions(notebook, refs["engagement"])} == {State.HELD}
    assert framing.engagements(notebook) == []  # the group ended too
    assert {each.state for each in scheduling.sessions(notebook, refs["group"])} == {State.HELD}
    for ref in refs.values():  # each is shown as it is, without its model but where a validation has to hold
        entry = reading.entry(notebook, ref)
        told = entry if entry.state is State.VALIDATED else shown_of(entry)
        assert reading.shown(notebook, ref) == told
    reviews = reading.whole(notebook, Filter(kinds=(Kind.REVIEW,)), 100)
    assert {each.details_as(ReviewDetails).which for each in reviews} == set(Milestone)
    with speaking(language):
        lines = synthesis.lines(notebook, refs["engagement"])
        assert {each.section for each in lines} == set(Section)
        assert sum(each.section is Section.THEN_NOW for each in lines) == 5
        selection = for_three.closing_selection(notebook, refs["engagement"], language)
        told = json.loads(prepare(notebook, selection).document.model_dump_json())
    assert sum(item["kind"] == "session" for item in told["items"]) == 3
    words = json.dumps(told, ensure_ascii=False)
    for meeting in fictitious_road.told(language)["meetings"]:
        assert meeting["said"] not in words
        assert meeting["unsaid"] not in words
        for line in meeting["record"]:
            assert (line["text"] in words) is line["agreed"]
    first, *_middle, last = road.ratings(notebook, refs["objective-1"])
    assert (first.value, last.value) == (3, 8)
