"""The course of the months, in the manager's own numbers."""

from datetime import timedelta
from itertools import pairwise

from journal.model.checkin import CheckInDetails
from journal.model.entry import NewEntry
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.situation import SituationDetails
from journal.practice import capturing, looking_back, reading
from journal.practice.notebook import Notebook


def _noted(notebook: Notebook, days_ago: int, *patterns: Pattern, intensity: int | None = None) -> int:
    new = NewEntry(
        kind=Kind.SITUATION,
        body="Une scène.",
        happened_at=notebook.clock() - timedelta(days=days_ago),
        patterns=patterns,
        details=SituationDetails(intensity=intensity),
    )
    return capturing.write(notebook, new).ref


def test_each_month_holds_what_was_noted_in_it_and_the_course_begins_with_the_first(notebook: Notebook) -> None:
    _noted(notebook, 0, Pattern.POSTURE, intensity=3)
    _noted(notebook, 1, Pattern.POSTURE, Pattern.SOLITUDE, intensity=8)
    _noted(notebook, 70)
    _noted(notebook, 500, Pattern.OPERATIONS)  # longer ago than is shown
    at = notebook.clock()
    capturing.write(
        notebook, NewEntry(kind=Kind.CHECKIN, title="Météo", happened_at=at, details=CheckInDetails(load=4))
    )
    first, between, last = looking_back.course(notebook)
    assert (first.situations, between.situations, last.situations) == (1, 0, 2)
    assert (first.strongest, last.weakest, last.strongest) == (None, 3, 8)
    assert last.patterns == {
        Pattern.OPERATIONS: 0,
        Pattern.POSTURE: 2,
        Pattern.RELATIONS: 0,
        Pattern.SOLITUDE: 1,
    }
    assert last.check_ins == 1
    assert (last.first.year, last.first.month, last.first.day) == (at.year, at.month, 1)


def test_keywords_that_return_are_the_managers_own_and_stand_in_more_than_one_situation(notebook: Notebook) -> None:
    for days_ago, tags in ((0, ("codir", "seul")), (1, ("CODIR",)), (40, ("planning", "codir")), (41, ("planning",))):
        capturing.write(
            notebook,
            NewEntry(
                kind=Kind.SITUATION,
                body="Une scène.",
                happened_at=notebook.clock() - timedelta(days=days_ago),
                tags=tags,
            ),
        )
    months = looking_back.course(notebook)
    assert looking_back.returning(months) == ["codir", "planning"]
    assert [month.tags.get("codir") for month in months] == [1, 2]


def test_twelve_months_at_most_across_the_turn_of_the_year(notebook: Notebook) -> None:
    for months_ago in range(15):
        _noted(notebook, 30 * months_ago)
    months = [each.first for each in looking_back.course(notebook)]
    assert len(months) == looking_back.SHOWN
    assert all(later > earlier for earlier, later in pairwise(months))


def test_what_is_sealed_or_thrown_away_is_counted_nowhere(notebook: Notebook) -> None:
    reading.trash(notebook, _noted(notebook, 0, Pattern.POSTURE, intensity=9))
    capturing.write(
        notebook,
        NewEntry(kind=Kind.SITUATION, body="Scellé.", happened_at=notebook.clock(), state=State.SEALED),
    )
    assert looking_back.course(notebook) == []
