"""Navigation: the places one goes to and the pages that open over them, whichever rooms bring them."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.screen import Screen

Places = Mapping[str, Callable[[], Screen[None]]]


class Shows(Protocol):
    """A route to the page that shows one entry."""

    def __call__(self, ref: int) -> Screen[None]:
        """Return the page of the entry."""


class Writes(Protocol):
    """A route to the page on which a kind is written: something new, an entry, or what was left half-written."""

    def __call__(self, *, ref: int | None = None, draft: str = "") -> Screen[None]:
        """Return the page to write on."""


@runtime_checkable
class _Form(Protocol):
    """A page of fields, which can be opened to be read."""

    found: bool


class Navigation:
    """The places visited, and the pages of entries by kind; "" stands for every kind without a page of its own."""

    def __init__(
        self,
        app: App[Any],
        places: Places,
        shows: Mapping[str, Shows],
        writes: Mapping[str, Writes],
        *,
        instead: Callable[[int], Screen[None] | None] = lambda _ref: None,
        resumes: Mapping[str, Callable[..., Screen[None]]] | None = None,
    ) -> None:
        self._app, self._places, self._shows, self._writes, self._instead = app, places, shows, writes, instead
        self._resumes = resumes or {}
        self._visited: set[str] = set()
        for place, route in places.items():
            app.add_mode(place, route)

    def pages(self) -> list[Screen[Any]]:
        """Return every page that stands, in all places visited."""
        return [screen for mode in self._visited for screen in self._app.get_screen_stack(mode)]

    def stands(self, page: Screen[Any]) -> bool:
        """Whether a page is still there, seen or not."""
        stacks = self._app._screen_stacks  # noqa: SLF001 -- no public way tells of places that are not shown
        return any(page in stack for stack in stacks.values())

    def make_ahead(self, place: str) -> None:
        """Let a place stand before one goes there; it is filled when one does."""
        if place not in self._app._screen_stacks:  # noqa: SLF001 -- as above
            self._app._init_mode(place)  # noqa: SLF001 -- Textual makes a place only to show it

    async def forget_places(self) -> None:
        """Forget every place but the one where one is; each is made anew when one goes there."""
        gone = self._visited - {self._app.current_mode}
        self._visited -= gone
        for place in gone:
            if place == self._app.current_mode:
                continue  # one came here meanwhile
            leaving = self._app.remove_mode(place)
            self._app.add_mode(place, self._places[place])  # a key may lead there before the old one has left
            await leaving

    def fresh_place(self) -> Screen[Any] | None:
        """Return the place where one is, made anew; None before one has gone to any."""
        route = self._places.get(self._app.current_mode)
        return route() if route else None

    async def go(self, place: str) -> None:
        """Go to a place; what is only read there gives way to it: the key of a place always shows the place.

        A text that is being written stays where it is.
        """
        with self._app.batch_update():
            if place != self._app.current_mode:
                self._visited.add(place)
                await self._app.switch_mode(place)
            self._clear_what_is_read()

    def _clear_what_is_read(self) -> None:
        while len(self._app.screen_stack) > 1 and getattr(self._app.screen, "gives_way", False):
            self._app.screen.dismiss()

    def write_new(self, kind: str = "") -> None:
        """Open a page to write on; the cursor is in the text at once."""
        self._app.push_screen(self._writer(kind)())

    def open_entry(self, ref: int, kind: str = "", *, found: bool = False) -> None:
        """Open an entry to be read or changed; kinds without a page of their own open as text.

        What was found is read first: where a page of fields has rows, no letter or digit is text on them.
        """
        page = self._instead(ref) or self._shows.get(kind, self._shows[""])(ref)
        if found and isinstance(page, _Form):
            page.found = True
        self._app.push_screen(page)

    def edit_entry(self, ref: int, kind: str = "") -> None:
        """Open an entry to be written on."""
        self._app.push_screen(self._instead(ref) or self._writer(kind)(ref=ref))

    def resume_draft(self, key: str, kind: str = "") -> None:
        """Go on writing where one stopped; a page of fields finds its own draft."""
        from journal.practice.capturing import UNREAD

        head, _colon, number = key.partition(":")
        name, *identity = number.split(":")
        if head == UNREAD and name in self._resumes:
            numbers = (int(each) if each.isdecimal() else None for each in identity)
            self._app.push_screen(self._resumes[name](*numbers))
            return
        kind = kind or {"new": number.partition(":")[0], "entry": ""}.get(head, head)
        if head in self._shows and number.isdecimal() and head not in self._writes:
            self.open_entry(int(number), head)
            return
        self._app.push_screen(self._writer(kind)(draft=key))

    def _writer(self, kind: str) -> Writes:
        return self._writes.get(kind, self._writes[""])
