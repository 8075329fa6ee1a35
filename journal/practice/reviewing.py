"""Reviews: runs of protocols that look at the road; what a number given in one means for the objective it is about."""

from journal.model.entry import Entry, Link, NewEntry, Ref, Rel
from journal.model.kind import Kind
from journal.model.milestone import Milestone
from journal.model.objective import ObjectiveDetails, Rating
from journal.model.protocol import Role
from journal.model.reflection import ReflectionDetails
from journal.model.review import ReviewDetails, ReviewRating
from journal.practice.run import Run
from journal.store import entries, entry_writing
from journal.store.store import Tx

_LONGEST_LINE = 300  # characters of a title, which a statement is


def as_review(run: Run, details: ReflectionDetails) -> ReflectionDetails:
    """Return the details of a run as those of a review, when its protocol says that it is one."""
    if run.protocol.review is None:
        return details
    fields = {name: getattr(details, name) for name in type(details).model_fields}
    return ReviewDetails(**fields, which=run.protocol.review, ratings=_ratings(run))


def _ratings(run: Run) -> tuple[ReviewRating, ...]:
    value = run.level(Role.RATING)
    if value is None or run.about is None or run.protocol.about is None:
        return ()
    return (ReviewRating(objective=run.about, value=value, words=run.said_for(Role.RATING_WORDS)),)


def settle(tx: Tx, run: Run, review: Entry) -> Entry:
    """Let a review that is done count: the rating stands with its objective, what is for the sponsor is a draft."""
    details = review.details
    if not isinstance(details, ReviewDetails):
        return review
    for rating in details.ratings:
        objective = _objective(tx, rating.objective)
        if objective is None:
            return review
        on = review.happened_at.date()
        rated = objective.details_as(ObjectiveDetails).rated(Rating(on=on, value=rating.value))
        if rated != objective.details:
            entry_writing.change(tx, objective.with_(details=rated), review.updated_at)
    details = details.with_(ratings=tuple(_with_evidence(tx, each) for each in details.ratings))
    if details != review.details:
        review = entry_writing.change(tx, review.with_(details=details), review.updated_at, keep_revision=False)
    _draft_statement(tx, run, review)
    return review


def _objective(tx: Tx, ref: Ref) -> Entry | None:
    found = entries.readable(tx, [ref])
    return next((each for each in found if each.kind is Kind.OBJECTIVE), None)


def _with_evidence(tx: Tx, rating: ReviewRating) -> ReviewRating:
    linked = [line.ref for rel, line in entries.backlinks(tx, rating.objective) if rel is Rel.EVIDENCE]
    return rating.with_(evidence=tuple(linked))


def _draft_statement(tx: Tx, run: Run, review: Entry) -> None:
    """Keep what would be said to the sponsor as a draft; it is nobody's to read until it is validated."""
    line = " ".join(run.said_for(Role.STATEMENT).split())
    if not line or run.about is None:
        return
    if any(rel is Rel.SOURCE and each.kind is Kind.STATEMENT for rel, each in entries.backlinks(tx, review.ref)):
        return
    title, body = (line, "") if len(line) <= _LONGEST_LINE else ("", line)
    links = (Link(rel=Rel.TOWARDS, ref=run.about), Link(rel=Rel.SOURCE, ref=review.ref))
    new = NewEntry(kind=Kind.STATEMENT, title=title, body=body, happened_at=review.updated_at, links=links)
    entry_writing.add(tx, new, review.updated_at)


def reviews(tx: Tx, about: Ref, which: Milestone) -> list[Entry]:
    """Return the reviews of one milestone that are about an entry, oldest first."""
    linked = [line.ref for rel, line in entries.backlinks(tx, about) if rel is Rel.ABOUT and line.kind is Kind.REVIEW]
    found = [each for each in entries.readable(tx, linked) if isinstance(each.details, ReviewDetails)]
    return sorted(
        (each for each in found if each.details_as(ReviewDetails).which is which),
        key=lambda each: (each.happened_at, each.ref),
    )
