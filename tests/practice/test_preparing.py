from datetime import timedelta

import pytest

from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import capturing, framing, preparing, scheduling
from journal.practice.bringing import brought, brought_for_me
from journal.practice.notebook import Notebook


def situation(notebook: Notebook, title: str, days_ago: float) -> Entry:
    happened_at = notebook.clock() - timedelta(days=days_ago)
    return capturing.write(
        notebook, NewEntry(kind=Kind.SITUATION, title=title, body="Ce qui s’est dit.", happened_at=happened_at)
    )


@pytest.fixture
def session(notebook: Notebook) -> Entry:
    engagement = framing.begin(notebook, "Prendre le poste").ref
    now = notebook.clock()
    first = scheduling.plan_one(notebook, engagement, now - timedelta(days=19), SessionDetails(number=1))
    scheduling.hold(notebook, first)
    return scheduling.plan_one(notebook, engagement, now + timedelta(days=2), SessionDetails(number=2))


def test_what_happened_since_the_last_session_is_gathered(notebook: Notebook, session: Entry) -> None:
    situation(notebook, "Avant", 30)
    recent = [situation(notebook, "Le CODIR", 3), situation(notebook, "Le planning", 10)]
    since = preparing.since_last(notebook, session)
    assert since.previous is not None
    assert [line.ref for line in since.lines] == [each.ref for each in recent]


def test_a_preparation_keeps_its_order_and_makes_the_session_prepared(notebook: Notebook, session: Entry) -> None:
    a, b = situation(notebook, "A", 2), situation(notebook, "B", 1)
    kept = preparing.prepare(
        notebook, session, question="Comment garder ma place ?", expectation="", brings=(b.ref, a.ref)
    )
    assert kept.state is State.PREPARED
    assert brought(kept) == (b.ref, a.ref)
    page = preparing.preparation_page(notebook, kept)
    assert page.index("Comment garder ma place ?") < page.index("## B") < page.index("## A")


def test_a_check_in_that_is_brought_stands_on_no_page(notebook: Notebook, session: Entry) -> None:
    a = situation(notebook, "A", 2)
    mood = capturing.write(
        notebook, NewEntry(kind=Kind.CHECKIN, title="Météo", body="zqserré", happened_at=notebook.clock())
    )
    kept = preparing.prepare(notebook, session, question="Q ?", expectation="", brings=(mood.ref, a.ref))
    assert "zqserré" not in kept.body + preparing.preparation_page(notebook, kept)
    assert brought_for_me(notebook, kept) == (mood.ref,)


def test_emptying_a_preparation_leaves_the_session_planned(notebook: Notebook, session: Entry) -> None:
    kept = preparing.prepare(notebook, session, question="Une question", expectation="", brings=())
    assert preparing.prepare(notebook, kept, question="", expectation="", brings=()).state is State.PLANNED


def test_the_next_session_is_the_nearest_one_ahead(notebook: Notebook, session: Entry) -> None:
    found = scheduling.next_session(notebook)
    assert found is not None
    assert found.ref == session.ref
