"""Parts of a frame: a party kept or corrected, a party or a clause taken out, and put back in its place."""

from journal.model.engagement import Clause, EngagementDetails, Party
from journal.model.entry import Entry
from journal.practice import corrected_names, framing, reading
from journal.practice.notebook import Notebook


def keep_party(notebook: Notebook, engagement: Entry, number: int | None, party: Party) -> Entry:
    """Keep a party in their place, or as a new one; a corrected name is corrected wherever the engagement tells it."""
    frame = engagement.details_as(EngagementDetails)
    if number is None:
        return framing.change_frame(notebook, engagement, parties=(*frame.parties, party))
    was = frame.parties[number].name
    if was != party.name:
        corrected_names.correct(notebook, engagement, was, party.name)
        engagement = reading.entry(notebook, engagement.ref)  # its people have the corrected name by now
    told = corrected_names.frame_with(frame, was, party)
    row = (*told.parties[:number], party, *told.parties[number + 1 :])
    return framing.reframe(notebook, engagement, told.with_(parties=row))


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
