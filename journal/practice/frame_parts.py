"""Parts of a frame taken out of it, and put back in their place: a party, a clause."""

from journal.model.engagement import Clause, EngagementDetails, Party
from journal.model.entry import Entry
from journal.practice import framing
from journal.practice.notebook import Notebook


def take_party_out(notebook: Notebook, engagement: Entry, number: int) -> Entry:
    """Take a party out of the frame; what they agreed to stays noted."""
    parties = engagement.details_as(EngagementDetails).parties
    return framing.change_frame(notebook, engagement, parties=(*parties[:number], *parties[number + 1 :]))


def put_party_back(notebook: Notebook, engagement: Entry, number: int, party: Party) -> Entry:
    """Put a party back in their place."""
    parties = engagement.details_as(EngagementDetails).parties
    return framing.change_frame(notebook, engagement, parties=(*parties[:number], party, *parties[number:]))


def take_clause_out(notebook: Notebook, engagement: Entry, number: int) -> Entry:
    """Take a clause out of the agreement, with who agreed to it."""
    clauses = engagement.details_as(EngagementDetails).clauses
    return framing.change_frame(notebook, engagement, clauses=(*clauses[:number], *clauses[number + 1 :]))


def put_clause_back(notebook: Notebook, engagement: Entry, number: int, clause: Clause) -> Entry:
    """Put a clause back in its place, with who agreed to it."""
    clauses = engagement.details_as(EngagementDetails).clauses
    return framing.change_frame(notebook, engagement, clauses=(*clauses[:number], clause, *clauses[number:]))
