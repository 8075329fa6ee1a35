"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def plans() -> Screen[None]:
    """Return a page: steps and plans, by state or by objective; each opened with enter and moved with a key."""
    from screens.planning.plans import PlansScreen

    return PlansScreen()


def plan(ref: int | None = None, *, about: int | None = None) -> Screen[None]:
    """Return a page: a plan; `about` is the entry it is for."""
    from screens.planning.plan import PlanScreen

    return PlanScreen(ref, about)


def option(plan: int, number: int | None = None) -> Screen[None]:
    """Return a page: one way to act: what it gives, what it costs, what it asks of others."""
    from screens.planning.option import OptionScreen

    return OptionScreen(plan, number)


def step(ref: int | None = None, *, plan: int | None = None, went: bool = False) -> Screen[None]:
    """Return a page: one step; `plan` is the plan a new one belongs to. With `went` it asks how it went, on any day."""
    from screens.planning.step import StepScreen

    return StepScreen(ref, plan, went=went)
