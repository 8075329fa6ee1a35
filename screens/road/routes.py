"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def milestone(engagement: int, which: str) -> Screen[None]:
    """Return a page: a look at the road in parts of a few minutes, on one day or on several."""
    from screens.road.milestone import MilestoneScreen

    return MilestoneScreen(engagement, which)


def objective(ref: int, which: str) -> Screen[None]:
    """Return a page: one objective at a milestone: signs, evidence, rating then and now, what the sponsor may hear."""
    from screens.road.objective import ObjectiveOnTheRoadScreen

    return ObjectiveOnTheRoadScreen(ref, which)
