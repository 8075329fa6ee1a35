"""Keys in their order: what is typed behind an Enter goes where the Enter leads, however late the machine is."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

from screens.terminal.text_fields import takes_text

_ROUNDS = 3  # the key itself, what it made a field tell, what a page then opened
_URGENT = ("app.lock", "app.quit")
_LONGEST = 0.5  # seconds that a key may hold back the next
_LOOK = 0.02  # seconds between two looks whether who was given the key is still there

Answer = Callable[[events.Event], Awaitable[None]]
"""How the app answers an event."""


class KeyPassed(Message):
    """Follows a key through all that may answer it, and comes to the app after the last of them."""

    def __init__(self) -> None:
        super().__init__()
        self._sender = None  # a page does not hand on to the app what the app itself has sent


class KeyOrder:
    """Holds keys back while one before them may still move the cursor to another field or page.

    The app hands keys to the widget that has the focus when they come in, and the answer to a key comes later: without
    this, all that is typed behind an Enter on a slow line would still go to the field before.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[tuple[events.Event, Answer]] = deque()
        self._rounds = 0
        self._limit: asyncio.TimerHandle | None = None
        self._until = 0.0
        self._given_to: Widget | None = None

    async def take(self, event: events.Event, answer: Answer) -> None:
        """Answer an event now; a key or a paste after the one before it, unless it locks or leaves."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or self._is_urgent(event):
            await answer(event)
        elif self._rounds:
            self._waiting.append((event, answer))
        else:
            await self._give(event, answer)

    def unanswered(self) -> str:
        """Return the text of the keys and pastes that are still held back, and hold them no longer: the app ends."""
        texts = [_text_of(event) for event, _answer in self._waiting]
        self._waiting.clear()
        return "".join(texts)

    def _is_urgent(self, event: events.Key | events.Paste) -> bool:
        bound = self._app._bindings.key_to_bindings.get(event.key, ()) if isinstance(event, events.Key) else ()  # noqa: SLF001 -- no public way
        return any(each.action in _URGENT for each in bound)

    async def _give(self, event: events.Event, answer: Answer) -> None:
        given_to = self._to if self._app.screen_stack else None
        await answer(event)
        writes = isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.is_printable)
        if given_to is None or (writes and takes_text(given_to)):
            return
        if self._sends(given_to):
            self._rounds = _ROUNDS
            self._until = asyncio.get_running_loop().time() + _LONGEST
            self._look()

    def _sends(self, given_to: Widget) -> bool:
        self._given_to = given_to
        return given_to.post_message(KeyPassed())

    @property
    def _to(self) -> Widget:
        return self._app.focused or self._app.screen

    async def passed(self) -> None:
        """Send the follower again as long as something may come of the key; then let the next ones go on."""
        self._rounds = max(0, self._rounds - 1)
        if not (self._rounds and self._sends(self._to)):
            await self._go_on()

    async def _go_on(self) -> None:
        self._rounds = 0
        if self._limit is not None:
            self._limit.cancel()
        while self._waiting and not self._rounds:
            await self._give(*self._waiting.popleft())

    def _look(self) -> None:
        """Wait no longer for one that is gone, nor for one that takes too long."""
        loop = asyncio.get_running_loop()
        gone = self._given_to is None or not self._given_to.is_attached
        if self._rounds and (gone or loop.time() > self._until):
            self._app.call_later(self._go_on)
        elif self._rounds:
            self._limit = loop.call_later(_LOOK, self._look)


def _text_of(event: events.Event) -> str:
    if isinstance(event, events.Paste):
        return event.text
    if isinstance(event, events.Key):
        return "\n" if event.key == "enter" else (event.character or "") if event.is_printable else ""
    return ""
