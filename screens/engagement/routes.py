"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def engagement(ref: int) -> Screen[None]:
    """Return a page: one engagement: each part of the frame opens, in any order."""
    from screens.engagement.place import EngagementScreen

    return EngagementScreen(ref)


def figures(ref: int | None = None) -> Screen[None]:
    """Return a page: the figures of an engagement, new or known."""
    from screens.engagement.figures import FiguresScreen

    return FiguresScreen(ref)


def party(engagement: int, number: int | None = None, *, at: str = "", role: str = "") -> Screen[None]:
    """Return a page: who takes part, and what they expect; `at` is the field one comes for, `role` a new one’s."""
    from screens.engagement.framing import PartyScreen

    return PartyScreen(engagement, number, at, role)


def clause(engagement: int, number: int | None = None) -> Screen[None]:
    """Return a page: one clause of the agreement, and who agreed to it when."""
    from screens.engagement.clause import ClauseScreen

    return ClauseScreen(engagement, number)


def objective(ref: int | None = None, *, engagement: int | None = None) -> Screen[None]:
    """Return a page: a shared objective: signs, own ratings, and the entries that bear witness."""
    from screens.engagement.objective import ObjectiveScreen

    return ObjectiveScreen(engagement, ref)


def stage(engagement: int) -> Screen[None]:
    """Return a page: what the next stage proposes, asked once."""
    from screens.engagement.stage import StageScreen

    return StageScreen(engagement)


def withdraw(engagement: int) -> Screen[None]:
    """Return a page: what can be taken along, and the ways to end; nobody asks why."""
    from screens.engagement.withdraw import WithdrawScreen

    return WithdrawScreen(engagement)


def leave(engagement: int, way: str) -> Screen[None]:
    """Return a page: two confirmations, and no reason."""
    from screens.engagement.leave import LeaveScreen

    return LeaveScreen(engagement, way)


def group_months(ref: int) -> Screen[None]:
    """Return a page: what a group changed over the months, in one's own words."""
    from screens.engagement.group_months import GroupMonthsScreen

    return GroupMonthsScreen(ref)


def group_closing(ref: int) -> Screen[None]:
    """Return a page: what a group learnt to do together, and what each member says at its end."""
    from screens.engagement.group_closing import GroupClosingScreen

    return GroupClosingScreen(ref)
