"""Visit: a way through the pages of an invented year, in steps that are done by doing them, or by going on."""

from collections.abc import Awaitable, Iterable
from inspect import isawaitable
from typing import Any

from textual.app import App
from textual.content import Content
from textual.screen import Screen

from journal.language import _
from screens.frame.page import Page
from screens.frame.told_keys import clicked, sentence
from screens.visit.steps import STEPS, Step
from screens.visit.strip import VisitStrip

_JOINED = "\u00a0"


class Visit:
    """Which step one is at. Opening the page of the next one does a step; nobody is held on the way."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._at = 0
        self._kept = False
        self.over = False

    @property
    def step(self) -> Step:
        """The step one is at."""
        return STEPS[self._at]

    def begin(self) -> None:
        """Follow where one goes."""
        self._app.screen_change_signal.subscribe(self._app, self._follow)

    def end(self) -> None:
        """Take the strips away; the pages stay as they are."""
        self._app.screen_change_signal.unsubscribe(self._app)
        for strip in self._strips():
            strip.remove()

    def close(self) -> None:
        """Say that it is over, on the page where one is."""
        self.over = True
        self._tell()

    def keep(self) -> None:
        """Say, where one writes, that it is kept and how one goes on."""
        self._kept = True
        self._tell()

    def strip(self) -> Iterable[VisitStrip]:
        """Return the strip of one more page."""
        return (VisitStrip(lambda strip: self._told(strip.screen)),)

    async def go_on(self) -> bool:
        """Go to the next step, or back to this one from elsewhere; return whether there is any more."""
        page = self._app.screen
        if not isinstance(page, Page):
            return True
        if self._stands_on(page):
            if self.step is STEPS[-1]:
                return False
            self._at += 1
        while not self.step.can_be_shown(page):
            self._at += 1
        if not page.reading:
            await self._leave(page)
        # What one comes back to may itself give way to another page: it has to have heard that one is back.
        self._app.screen.call_later(self._arrive)
        return True

    async def _leave(self, page: Page) -> None:
        """Go back from a page on which one writes, as its own key does: what is typed is kept."""
        rows = page.host.table.of(page.name_in_table, page.shared_keys)
        back = next((row.action for row in rows if "escape" in row.keys.split(",")), None)
        for _field_then_page in range(2):
            if back is not None and self._app.screen is page:
                await self._app.run_action(back, default_namespace=page)

    async def _arrive(self) -> None:
        page = self._app.screen
        if isinstance(page, Page) and not self._stands_on(page):
            way: Awaitable[None] | None = self.step.opens(page)
            if isawaitable(way):
                await way
        self._tell()

    def _follow(self, _screen: Screen[Any]) -> None:
        page = self._app.screen
        self._kept = False
        if self.step is not STEPS[-1] and not self._stands_on(page) and _on(STEPS[self._at + 1], page):
            self._at += 1
        self._tell()

    def _stands_on(self, page: Screen[Any]) -> bool:
        return _on(self.step, page)

    def _strips(self) -> list[VisitStrip]:
        stacks = self._app._screen_stacks  # noqa: SLF001 -- no public way tells of places that are not shown
        return [strip for stack in stacks.values() for page in stack for strip in page.query(VisitStrip)]

    def _tell(self) -> None:
        for strip in self._app.screen.query(VisitStrip):
            strip.tell()

    def _told(self, page: Screen[Any]) -> Content:
        """Return what the strip of a page says."""
        if not isinstance(page, Page):
            return Content("")
        if self.over:
            return sentence(page, _("That was the visit. Look around as you like; {quit} leaves."), {"quit": "quit"})
        where = _("Visit {step}/{steps}").format(step=self._at + 1, steps=len(STEPS))
        if self._stands_on(page):
            words = sentence(page, _(self.step.words), self.step.keys)
            if self._kept and page.name_in_table == "situation":
                words = sentence(page, _("It is kept. {on} goes on with the visit."), {"on": "visit.on"})
        else:
            words = Content(_("The visit waits for you."))
        return Content("   ").join(
            [Content.styled(where, "bold"), words, _key(page, "visit.on"), _key(page, "visit.end")]
        )


def _on(step: Step, page: Screen[Any]) -> bool:
    return isinstance(page, Page) and page.name_in_table in step.pages


def _key(page: Page, command: str) -> Content:
    """Return a key of the visit with its words, kept together; a click does what it does."""
    row = page.host.table.row(command)
    return clicked(
        Content.assemble((page.key_of(command), "bold $accent"), (f"{_JOINED}{_joined(_(row.title))}", "$quiet")), row
    )


def _joined(words: str) -> str:
    return words.replace(" ", _JOINED)
