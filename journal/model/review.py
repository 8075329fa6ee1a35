"""A review: a look at the road so far, in the manager's own words."""

from journal.language import N_
from journal.model.details import Details
from journal.model.kind import Kind, State
from journal.model.kind_spec import describes


@describes(Kind.REVIEW, N_("review"), N_("Review"), State.DRAFT, State.DONE, reflectable=True)
class ReviewDetails(Details):
    """Nothing of its own yet beyond title and text."""
