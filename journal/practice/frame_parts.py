"""Parts of a frame: a party kept or corrected, a party or a clause taken out, and put back in its place."""

from journal.model.engagement import Clause, EngagementDetails, Party
from journal.model.entry import Entry
from journal.model.session import SessionDetails, View
from journal.practice import framing, parties, reading, scheduling
from journal.practice.bringing import keep_session
from journal.practice.notebook import Notebook
from journal.same_name import one_name


def keep_party(notebook: Notebook, engagement: Entry, number: int | None, party: Party) -> Entry:
    """Keep a party in their place, or as a new one; a corrected name is corrected wherever the engagement tells it."""
    frame = engagement.details_as(EngagementDetails)
    if number is None:
        return framing.change_frame(notebook, engagement, parties=(*frame.parties, party))
    was = frame.parties[number].name
    if was != party.name:
        _correct(notebook, engagement, was, party.name)
        engagement = reading.entry(notebook, engagement.ref)  # its people have the corrected name by now
    clauses = tuple(
        clause.with_(
            consents=tuple(each.with_(by=party.name) if one_name(each.by, was) else each for each in clause.consents)
        )
        for clause in frame.clauses
    )
    row = (*frame.parties[:number], party, *frame.parties[number + 1 :])
    return framing.change_frame(notebook, engagement, parties=row, clauses=clauses)


def _correct(notebook: Notebook, engagement: Entry, was: str, name: str) -> None:
    """Correct the person, then the sessions in which what they said is noted under the old name."""
    sessions = [
        each
        for each in scheduling.sessions(notebook, engagement.ref)
        if any(one_name(view.party, was) for view in each.details_as(SessionDetails).views)
    ]
    parties.correct(notebook, was, name, (engagement.ref, *(each.ref for each in sessions)))
    for each in (reading.entry(notebook, session.ref) for session in sessions):
        details = each.details_as(SessionDetails)
        views = (View(party=name, words=view.words) if one_name(view.party, was) else view for view in details.views)
        keep_session(notebook, each, details.with_(views=tuple(views)))


def take_party_out(notebook: Notebook, engagement: Entry, number: int) -> Entry:
    """Take a party out of the frame; what they agreed to stays noted."""
    row = engagement.details_as(EngagementDetails).parties
    return framing.change_frame(notebook, engagement, parties=(*row[:number], *row[number + 1 :]))


def put_party_back(notebook: Notebook, engagement: Entry, number: int, party: Party) -> Entry:
    """Put a party back in their place."""
    row = engagement.details_as(EngagementDetails).parties
    return framing.change_frame(notebook, engagement, parties=(*row[:number], party, *row[number:]))


def take_clause_out(notebook: Notebook, engagement: Entry, number: int) -> Entry:
    """Take a clause out of the agreement, with who agreed to it."""
    clauses = engagement.details_as(EngagementDetails).clauses
    return framing.change_frame(notebook, engagement, clauses=(*clauses[:number], *clauses[number + 1 :]))


def put_clause_back(notebook: Notebook, engagement: Entry, number: int, clause: Clause) -> Entry:
    """Put a clause back in its place, with who agreed to it."""
    clauses = engagement.details_as(EngagementDetails).clauses
    return framing.change_frame(notebook, engagement, clauses=(*clauses[:number], clause, *clauses[number:]))
