"""Each month in one's own words: how it began and ended, what was learnt, what steps became, sessions, the weather."""

from datetime import date, timedelta

from journal.model.checkin import CheckInDetails
from journal.model.entry import NewEntry
from journal.model.kind import Kind, State
from journal.model.plan import Outcome, StepDetails
from journal.model.session import SessionDetails
from journal.practice import capturing, learning, months_in_words
from journal.practice.notebook import Notebook

_MONTHS = [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)]


def test_a_month_holds_its_first_and_last_words_learnings_steps_and_sessions(notebook: Notebook) -> None:
    now = notebook.clock()
    for days_ago, title in ((20, "Début"), (10, "Milieu"), (1, "Fin"), (61, "Seule")):
        at = now - timedelta(days=days_ago)
        capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title=title, body="Une scène.", happened_at=at))
    learning.keep_learning(notebook, "Attendre.")
    step = StepDetails(outcomes=(Outcome(on=now.date(), became=State.DROPPED),))
    begun = now - timedelta(days=61)
    capturing.write(
        notebook, NewEntry(kind=Kind.STEP, title="Si", happened_at=begun, state=State.DROPPED, details=step)
    )
    for state in (State.HELD, State.PLANNED):
        new = NewEntry(
            kind=Kind.SESSION, title=state.value, happened_at=now, state=state, details=SessionDetails(number=1)
        )
        capturing.write(notebook, new)
    last, empty, first = months_in_words.in_words(notebook, _MONTHS)
    assert last.begins is not None
    assert last.ends is not None
    assert (last.begins.title, last.ends.title) == ("Début", "Fin")
    assert [each.title for each in (*last.learnt, *last.steps, *last.sessions)] == ["Attendre.", "Si", "held"]
    assert empty == months_in_words.MonthInWords(date(2026, 10, 1))
    assert first.begins is not None
    assert (first.begins.title, first.ends, first.steps) == ("Seule", None, ())


def test_weather_is_told_by_its_lowest_and_highest_level_and_never_as_a_mean(notebook: Notebook) -> None:
    now = notebook.clock()
    for days_ago, load, mood in ((0, 2, None), (1, 9, 4), (61, 5, None)):
        details = CheckInDetails(load=load, mood=mood)
        at = now - timedelta(days=days_ago)
        capturing.write(notebook, NewEntry(kind=Kind.CHECKIN, title="Météo", happened_at=at, details=details))
    load, mood = months_in_words.weather(notebook, _MONTHS)
    assert (load.lowest, load.highest) == ((5, None, 2), (5, None, 9))
    assert (mood.lowest, mood.highest) == ((None, None, 4), (None, None, 4))
