"""Last keeping of typed text, which ends neither with its page nor with the app: in time, or sealed to the inbox."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.screen import Screen

from journal.errors import ReculError
from screens.frame.save_queue import SaveQueue
from screens.frame.typed_text import typed_on

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook
    from screens.terminal.environment import Environment


@runtime_checkable
class Writable(Protocol):
    """A page on which something can be half-written."""

    def flush(self) -> None:
        """Hand what is half-written to the save queue."""


@runtime_checkable
class Asking(Protocol):
    """A dialog that asks for words of one's own, and has no draft of its own."""

    def unanswered(self) -> str:
        """Return what is typed of an answer that was not given yet, under its question; "" for nothing."""


class TextKeeper:
    """Has every half-written text kept, within a limit; what no save has kept by then is sealed as a note."""

    def __init__(self, queue: SaveQueue, environment: "Environment") -> None:
        self._queue = queue
        self._environment = environment
        self._stray: list[str] = []  # of pages that cannot keep their text themselves any more

    def flush(self, pages: Iterable[Screen[Any]]) -> None:
        """Have pages hand what is half-written to the save queue; of a page that fails at it, take what is typed."""
        for page in pages:
            try:
                if isinstance(page, Writable):
                    page.flush()
                if isinstance(page, Asking):
                    self.take(page.unanswered())
            except Exception:  # noqa: BLE001 -- whatever a page does, its text is worth more
                self._stray.append(typed_on(page))

    def take(self, text: str) -> None:
        """Take what was typed and has reached no page yet."""
        if text.strip():
            self._stray.append(text)

    async def keep(self, pages: Iterable[Screen[Any]]) -> ReculError | None:
        """Keep what is typed on pages; return why a text could be neither kept nor sealed, if one could not."""
        self.flush(pages)
        failed = None
        with suppress(TimeoutError):
            async with asyncio.timeout(self._environment.keeping_limit):
                failed = await self._queue.settled()
        if failed is None and not self._unkept:
            return None
        try:
            async with asyncio.timeout(self._environment.keeping_limit):
                await asyncio.to_thread(self.seal)
        except ReculError as error:
            return failed.error if failed else error
        except TimeoutError:
            from journal.errors.storage import StorageFailed

            return StorageFailed()
        return None

    def seal(self) -> bool:
        """Seal what no save has kept; return whether there was anything. Raises StorageFailed and its kinds."""
        from journal.practice.sealed_notes import seal_texts

        texts = self._unkept
        seal_texts(self._environment.folder, texts, self._environment.clock())
        self._stray.clear()
        for key in self._queue.unkept:
            self._queue.forget(key)
        return bool(texts)

    def seal_into(self, folder: Path, notebook: "Notebook") -> int:
        """Seal what no save has kept into another folder, and go on trying to keep it; return how many notes."""
        from journal.practice.moving_on import into_sealed_notes

        return len(into_sealed_notes(notebook, self._unkept, folder))

    @property
    def _unkept(self) -> list[str]:
        return list(dict.fromkeys(filter(str.strip, [*self._queue.unkept.values(), *self._stray])))
