"""A shared objective: what all parties agreed on, the signs of progress, and one's own ratings over time."""

from datetime import date
from typing import Annotated

from pydantic import Field

from journal.model.details import Details
from journal.model.frozen import Frozen, Line


class Rating(Frozen):
    """Where one sees oneself on a day, 0 to 10; one's own word, never a score."""

    on: date
    value: Annotated[int, Field(ge=0, le=10)]


class ObjectiveDetails(Details):
    """The signs by which progress will be seen, and the ratings so far, oldest first."""

    signs: tuple[Line, ...] = ()
    ratings: tuple[Rating, ...] = ()

    def rated(self, rating: Rating) -> "ObjectiveDetails":
        """Return the objective with a rating added; a second one on the same day replaces the first."""
        others = [known for known in self.ratings if known.on != rating.on]
        return self.with_(ratings=tuple(sorted([*others, rating], key=lambda each: each.on)))
