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


def meeting(ref: int) -> Screen[None]:
    """Return a page: a meeting of three: prepared, held, and what was decided there."""
    from screens.road.meeting import MeetingScreen

    return MeetingScreen(ref)


def meeting_words(ref: int, *, at: str = "") -> Screen[None]:
    """Return a page: what each party saw, what is said, what is not."""
    from screens.road.meeting_words import MeetingWordsScreen

    return MeetingWordsScreen(ref, at)


def record_line(ref: int, number: int | None = None) -> Screen[None]:
    """Return a page: one thing that was decided."""
    from screens.road.meeting_words import RecordLineScreen

    return RecordLineScreen(ref, number)


def page_for_me(ref: int) -> Screen[None]:
    """Return a page: what one takes along oneself to a meeting of three."""
    from screens.road.meeting_words import PageForMeScreen

    return PageForMeScreen(ref)


def synthesis(engagement: int) -> Screen[None]:
    """Return a page: the closing synthesis, composed from the year, line by line."""
    from screens.road.synthesis import SynthesisScreen

    return SynthesisScreen(engagement)


def synthesis_line(engagement: int, *, key: str = "", section: str = "") -> Screen[None]:
    """Return a page: one line of the synthesis in one's own words."""
    from screens.road.synthesis import SynthesisLineScreen

    return SynthesisLineScreen(engagement, key, section)
