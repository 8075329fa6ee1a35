"""Route to the visit: it is imported when somebody is shown around."""

from typing import TYPE_CHECKING, Any

from textual.app import App

if TYPE_CHECKING:
    from screens.visit.visit import Visit


def visit(app: App[Any]) -> "Visit":
    """Return the visit of an app, at its first step."""
    from screens.visit.visit import Visit

    return Visit(app)
