"""Entries that mention others by number: what comes from another journal gets the numbers that they have here."""

from collections.abc import Mapping

from journal.model.case import CaseDetails
from journal.model.details import Details
from journal.model.engagement import EngagementDetails
from journal.model.entry import NewEntry, Ref
from journal.model.review import ReviewDetails
from journal.model.session import SessionDetails

Numbers = Mapping[Ref, Ref]
_COUNTED = ("facts", "thanks", "parting")  # keys whose numbers only count


def renumbered(new: NewEntry, numbers: Numbers) -> NewEntry:
    """Return the entry with the numbers it mentions replaced; those that are not known are left out."""
    if not mentioned(new):
        return new
    links = tuple(link.with_(ref=numbers[link.ref]) for link in new.links if link.ref in numbers)
    return new.with_(links=links, details=_renumbered(new.details, numbers))


def mentioned(new: NewEntry) -> set[Ref]:
    """Return the entries that an entry mentions, by link or in its details."""
    refs = {link.ref for link in new.links}
    match new.details:
        case CaseDetails() as case:
            refs |= {offer.session for offer in case.offers if offer.session}
        case ReviewDetails() as review:
            refs |= {each for rating in review.ratings for each in (rating.objective, *rating.evidence)}
            refs |= {line.source for line in review.lines if line.source}
        case SessionDetails() as session:
            refs |= set(session.untold)
        case EngagementDetails() as frame if frame.move is not None:
            refs |= {each.ref for each in frame.move.let_go}
    return refs


def _renumbered(details: Details, numbers: Numbers) -> Details:
    match details:
        case CaseDetails() as case:
            offers = (each.with_(session=numbers.get(each.session) if each.session else None) for each in case.offers)
            return case.with_(offers=tuple(offers))
        case ReviewDetails() as review:
            return _of_review(review, numbers)
        case SessionDetails() as session:
            return session.with_(untold=tuple(numbers[ref] for ref in session.untold if ref in numbers))
        case EngagementDetails() as frame if frame.move is not None:
            known = (each for each in frame.move.let_go if each.ref in numbers)
            let_go = tuple(each.with_(ref=numbers[each.ref]) for each in known)
            return frame.with_(move=frame.move.with_(let_go=let_go))
        case _:
            return details


def _of_review(review: ReviewDetails, numbers: Numbers) -> ReviewDetails:
    ratings = tuple(
        rating.with_(
            objective=numbers[rating.objective],
            evidence=tuple(numbers[ref] for ref in rating.evidence if ref in numbers),
        )
        for rating in review.ratings
        if rating.objective in numbers
    )
    lines = (
        line.with_(source=numbers.get(line.source) if line.source else None, key=_key(line.key, numbers))
        for line in review.lines
    )
    return review.with_(ratings=ratings, lines=tuple(lines))


def _key(key: str, numbers: Numbers) -> str:
    """Return the key of a line of a synthesis, which tells of which entries it is: "evidence:12:345"."""
    head, *parts = key.split(":")
    if head in _COUNTED:
        return key
    return ":".join([head, *(str(numbers.get(int(part), part)) if part.isdecimal() else part for part in parts)])
