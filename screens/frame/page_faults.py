"""A page that fails costs itself only: its text is kept, it says what happened, and the journal goes on."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from textual._context import active_message_pump
from textual.app import App, ComposeResult
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed, get_current_worker

from journal.errors import ReculError
from journal.faults import record
from journal.language import _
from screens.frame.key_names import key_name
from screens.frame.left_once import Dialog
from screens.frame.navigation import Navigation
from screens.terminal.fatal import BlindApp
from screens.widgets.plain import PlainText


class FaultScreen(Dialog[None]):
    """Stands in for a page that failed, until one leaves it."""

    BINDINGS = [("escape", "leave")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, error: ReculError, put_away: Callable[[], None]) -> None:
        super().__init__()
        self.error = error
        self._put_away = put_away

    def compose(self) -> ComposeResult:
        """Say what happened, that nothing is lost, and what can be done."""
        yield PlainText(self.error.message(), classes="cover-line")
        yield PlainText(_("This page was closed. What you typed on it is not lost."), classes="cover-line gap-above")
        yield PlainText(
            _("{key} goes on, {lock} locks, {quit} leaves.").format(
                key=_("esc").capitalize(), lock=key_name("ctrl+l"), quit=key_name("ctrl+q")
            ),
            classes="cover-line gap-above",
        )

    def action_leave(self) -> None:
        """Go on without the page that failed."""
        self.app.pop_screen()
        self._put_away()  # at once, and not as a result: who pushed this may hear nothing any more


class PageFaults:
    """Knows which pages failed, and of what."""

    def __init__(self, app: BlindApp[Any], navigation: Navigation, keep_texts: Callable[[Screen[Any]], None]) -> None:
        self._app, self._navigation, self._keep_texts = app, navigation, keep_texts
        self._failed: WeakKeyDictionary[Screen[Any], ReculError] = WeakKeyDictionary()

    def contain(self, fault: Exception) -> bool:
        """Let a fault cost its page; return False when it is nobody's but the app's own."""
        page = _failing(self._app, fault)
        if page is None or isinstance(page, FaultScreen):
            return False
        if not isinstance(page, Screen) or page in self._failed or not self._navigation.stands(page):
            return True  # a page that is gone: nobody waits any more for what it was doing
        cause = fault.error if isinstance(fault, WorkerFailed) else fault
        known = isinstance(cause, ReculError)
        self._failed[page] = cause if known else record(cause, self._app.state_folder)  # type: ignore[assignment]
        self._keep_texts(page)
        self.tell(page)
        return True

    def tell(self, page: Screen[Any]) -> bool:
        """Show in place of a page that it failed, when it is the one to be seen; return whether it failed."""
        if page in self._failed and page is self._app.screen:
            self._app.push_screen(FaultScreen(self._failed[page], partial(self._put_away, page)))
        return page in self._failed

    def _put_away(self, page: Screen[Any]) -> None:
        """Go on after a page that failed: a place is made anew, any other page gives way to what is below."""
        if page is not self._app.screen:
            return
        if len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        elif (place := self._navigation.fresh_place()) is not None:
            page._push_result_callback(page, None)  # noqa: SLF001 -- Textual takes one away, and a place has none
            self._app.switch_screen(place)
        else:
            self._app.push_screen(self._app.get_default_screen())  # the first page of all has nothing to give way to


def _failing(app: App[Any], fault: Exception) -> DOMNode | None:
    """Return the page on which a fault happened, or the part of one that is gone already; None for the app itself."""
    pump: MessagePump | None = None
    with suppress(LookupError):
        pump = active_message_pump.get()
    if isinstance(fault, WorkerFailed):
        pump = get_current_worker().node
        if isinstance(pump, App):
            return None
    if isinstance(pump, Widget):
        return next((each for each in pump.ancestors_with_self if isinstance(each, Screen)), pump)
    return app.screen if app.screen_stack else None  # the app was at work for what is seen
