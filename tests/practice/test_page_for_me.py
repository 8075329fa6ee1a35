"""The page one takes along from a meeting of three holds the notes that were taken of it."""

from journal.model.session import SessionDetails, SessionKind
from journal.practice import framing, meeting, scheduling
from journal.practice.notebook import Notebook


def test_the_page_for_me_holds_the_notes_of_the_meeting(notebook: Notebook) -> None:
    engagement = framing.begin(notebook, "Coaching")
    details = SessionDetails(number=1, meeting=SessionKind.FRAMING, notes="Elle attend un point par mois.")
    session = scheduling.plan_one(notebook, engagement.ref, notebook.clock(), details)
    assert "Elle attend un point par mois." in meeting.page_for_me(notebook, session, ())
