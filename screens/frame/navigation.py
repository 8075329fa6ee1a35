"""Which page opens for what: the places on keys 1 to 6, and the pages that open over them."""

from functools import partial
from typing import Any

from textual.screen import Screen

from screens.frame import routes
from screens.frame.page import Page
from screens.terminal.fatal import BlindApp
from screens.terminal.locking import Outcome


class Navigation(BlindApp[Outcome], inherit_bindings=False):
    """An app in which one goes from place to place; pages know one another by name only, and load when they open."""

    def __init__(self) -> None:
        super().__init__()
        for place, where in routes.PLACES.items():
            self.add_mode(place, partial(routes.make, where))
        self._visited: set[str] = set()
        self.said = ""  # what was just done, told in the corner until the next key
        self.thrown: list[int] = []  # what went to the trash since the journal was opened, the last of all at the end

    def pages(self) -> list[Screen[Any]]:
        """Return every page that stands, in all places visited."""
        return [screen for mode in self._visited for screen in self.get_screen_stack(mode)]

    def stands(self, page: Screen[Any]) -> bool:
        """Whether a page is still there, seen or not."""
        return any(page in stack for stack in self._screen_stacks.values())

    async def forget_places(self) -> None:
        """Forget every place but the one where one is; each is made anew when one goes there."""
        for place in self._visited - {self.current_mode}:
            await self.remove_mode(place)
            self.add_mode(place, partial(routes.make, routes.PLACES[place]))
        self._visited &= {self.current_mode}

    async def go(self, place: str) -> None:
        """Go to a place and remember that it stands."""
        self._visited.add(place)
        with self.batch_update():
            await self.switch_mode(place)

    def delay_update(self, delay: float = 0.0) -> None:
        """Wait for no fixed time before a page is shown: going to a place shows it as soon as it stands."""

    async def action_go(self, place: str) -> None:
        """Go to a place; pages opened over this one stay where they are.

        Where one is there already, what is only read gives way to it: the key of a place always shows the place.
        """
        if place != self.current_mode:
            await self.go(place)
            return
        while len(self.screen_stack) > 1 and isinstance(self.screen, Page) and type(self.screen).reading is True:
            self.screen.dismiss()

    def write_new(self, kind: str = "") -> None:
        """Open a page to write on; the cursor is in the text at once."""
        self.push_screen(routes.make(routes.WRITING.get(kind, routes.WRITING[""])))

    def open_entry(self, ref: int, kind: str = "") -> None:
        """Open an entry to be read or changed; kinds without a page of their own open as text."""
        self.push_screen(routes.make(routes.SHOWING.get(kind, routes.SHOWING[""]), ref=ref))

    def edit_entry(self, ref: int, kind: str = "") -> None:
        """Open an entry to be written on."""
        self.push_screen(routes.make(routes.WRITING.get(kind, routes.WRITING[""]), ref=ref))

    def resume_draft(self, key: str, kind: str = "") -> None:
        """Go on writing where one stopped; a page of fields finds its own draft."""
        head, _colon, number = key.partition(":")
        kind = kind or {"new": number.partition(":")[0], "entry": ""}.get(head, head)
        if head in routes.SHOWING and number.isdecimal() and head not in routes.WRITING:
            self.open_entry(int(number), head)
            return
        self.push_screen(routes.make(routes.WRITING.get(kind, routes.WRITING[""]), draft=key))

    def action_write(self) -> None:
        """Write a situation."""
        self.write_new()

    def question(self, ref: int) -> None:
        """Choose a protocol for an entry."""
        self.push_screen(routes.make(routes.OVER["choose_protocol"], ref=ref))

    def share(self, refs: tuple[int, ...]) -> None:
        """Show exactly what would leave, before anything does."""
        self.push_screen(routes.make(routes.OVER["preview"], refs=refs))

    def action_heat(self) -> None:
        """Go to the first question on what still burns: on the situation one reads, if one reads one."""
        about = self.screen.subject() if isinstance(self.screen, Page) else None
        self.push_screen(routes.make(routes.OVER["questioning"], code="heat", about=about))

    def action_let_go(self) -> None:
        """Write out what one carries."""
        self.push_screen(routes.make(routes.OVER["questioning"], code="let-go"))

    def action_check_in(self) -> None:
        """Note the load and the mood."""
        self.push_screen(routes.make(routes.OVER["checkin"]))

    def action_learnings(self) -> None:
        """Show what was kept."""
        self.push_screen(routes.make(routes.OVER["learnings"]))

    def action_search(self) -> None:
        """Search in everything."""
        self.push_screen(routes.make(routes.OVER["search"]))

    def came_back(self, ref: int) -> None:
        """Forget that an entry was thrown away: it is back, or destroyed."""
        self.thrown = [each for each in self.thrown if each != ref]

    def action_see_trash(self) -> None:
        """Show what lies in the trash."""
        self.push_screen(routes.make(routes.OVER["trash"]))

    def action_settings(self) -> None:
        """Open the settings."""
        self.push_screen(routes.make(routes.OVER["settings"]))

    def action_help(self) -> None:
        """Show the keys of the page one is on."""
        if isinstance(self.screen, Page) and self.screen.name_in_table != "help":
            self.push_screen(routes.make(routes.OVER["help"], of=self.screen))

    def action_palette(self) -> None:
        """Find a command by its name."""
        if isinstance(self.screen, Page):
            self.push_screen(routes.make(routes.OVER["palette"], of=self.screen))
