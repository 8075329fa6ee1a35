"""Faults of what the event loop runs between two messages, met where they happened and not where one looks."""

from contextvars import Context, copy_context
from typing import Any

from textual._context import active_app, active_message_pump
from textual.app import App

from screens.terminal.fatal import BlindApp


def meet_outside(app: BlindApp[Any], told: dict[str, Any]) -> None:
    """Treat what the event loop tells of as what fails in a message; nothing of it reaches the terminal."""
    if isinstance(fault := told.get("exception"), Exception):
        _context_of(told).run(_meet, app, fault)


def _context_of(told: dict[str, Any]) -> Context:
    # Python before 3.12 tells of it outside of the context in which it happened.
    happened = getattr(told.get("handle"), "_context", None)
    return happened.copy() if isinstance(happened, Context) else copy_context()


def _meet(app: BlindApp[Any], fault: Exception) -> None:
    active_app.set(app)  # the page that tells of it is made here: without an app its timers could not be stopped
    pump = active_message_pump.get(None)
    with app._context() if pump is None or isinstance(pump, App) else pump._context():  # noqa: SLF001 -- Textual's own way
        app.meet_fault(fault)
