"""App around one journal: what is open, settings, saving, faults, the lock; it knows the frame and no room."""

import asyncio
from collections.abc import Callable, Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events, work
from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from journal import settings, terms
from journal.dates import habits
from journal.language import _
from screens.frame.command import READING, CommandTable
from screens.frame.cover import CoverScreen, SmallScreen
from screens.frame.events import Happened
from screens.frame.few_colours import FEW, THEMES_OF_16, DarkOnLight, fitting
from screens.frame.leaving import Leaving
from screens.frame.navigation import Navigation
from screens.frame.outside_faults import meet_outside
from screens.frame.page import Page
from screens.frame.page_faults import PageFaults
from screens.frame.preferences import prefer
from screens.frame.save_queue import Job
from screens.frame.style_cache import StyleCache
from screens.frame.themes import DEFAULT, THEMES, known
from screens.frame.waiting_updates import UpdatesWait
from screens.terminal.alt_keys import as_pressed
from screens.terminal.environment import Environment
from screens.terminal.fatal import BlindApp
from screens.terminal.idle import IdleWatch
from screens.terminal.key_order import KeyOrder
from screens.terminal.key_parser import allow_kitty_keys
from screens.terminal.locking import Outcome, UnwaitedThreads
from screens.terminal.smallest_size import SMALLEST

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook
    from screens.frame.open_journal import OpenJournal


class JournalApp(UpdatesWait, BlindApp[Outcome], inherit_bindings=False):
    """A journal behind a door, and the pages that stand before it and in it."""

    def __init__(
        self,
        environment: Environment,
        preferences: settings.Settings | None,
        table: CommandTable,
        navigation: Callable[[App[Any]], Navigation],
    ) -> None:
        """Take folders and clocks, the settings, every command there is, and how places and pages are reached."""
        self.environment = environment
        self.settings = preferences or settings.load(environment.settings_file)
        self._choose_words()
        super().__init__(environment.typed_ahead, environment.held)
        allow_kitty_keys(self.settings.kitty_keys)
        for theme in (*THEMES, *THEMES_OF_16):
            self.register_theme(theme)
        self.set_reactive(JournalApp.theme, self._fitting_theme())
        self.stylesheet = StyleCache(variables=self.get_css_variables())
        self.animation_level = "none"
        self.set_keymap(dict(self.settings.keymap))
        self.table = table
        self.navigation = navigation(self)
        self.said = ""
        self._leaving = Leaving(self, self.navigation)
        self.faults = PageFaults(self, self.navigation, self.keep_texts)
        self._idle = IdleWatch(environment.monotonic, environment.wall)
        self._keys = KeyOrder(self)
        self.threads = UnwaitedThreads()

    def _fitting_theme(self) -> str:
        return fitting(known(self.settings.theme or DEFAULT), self.environment.color_system)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what lines pass through before they are shown; dark on light in few colours is never bold."""
        pale = not self.current_theme.dark and self.environment.color_system in FEW
        return [*super().get_line_filters(), *([DarkOnLight()] if pale else [])]

    def _watch_app_focus(self, focus: bool) -> None:  # noqa: FBT001 -- Textual's signature
        """Let the first field hear when the terminal gets the focus back before any field had it."""
        super()._watch_app_focus(focus)
        if focus and self.screen.focused is None:
            self.screen._update_auto_focus()  # noqa: SLF001 -- what Textual leaves out while the terminal has no focus

    @property
    def state_folder(self) -> Path:
        """Where the blind log is kept."""
        return self.environment.state_folder

    @property
    def journal(self) -> "OpenJournal":
        """What is open; only pages behind the door ask for it."""
        if self._leaving.journal is None:
            raise RuntimeError("the vault is closed")
        return self._leaving.journal

    @property
    def is_leaving(self) -> bool:
        """Whether the journal is being closed: nothing is read from it any more."""
        return self._leaving.begun

    @property
    def asked_to_end(self) -> bool:
        """Whether a signal asked for the end: no lock begins anew then."""
        return self._leaving.asked_to_end

    @property
    def is_open(self) -> bool:
        """Whether the vault is open."""
        return self._leaving.journal is not None

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there, then go on as usual."""
        if isinstance(
            event, events.Key | events.Paste | events.MouseDown | events.MouseScrollDown | events.MouseScrollUp
        ):
            slept = self.lock_when_idle()
            self._idle.touch()
            if slept:  # what wakes the machine locks, and goes to no page
                return
            self.said = ""
            if not self._screen_stack:  # the app ends, and what is typed then goes to no page
                return
        for each in as_pressed(event, lambda key: key in self.screen.active_bindings):
            await self._keys.take(each, super().on_event)

    async def on_key_passed(self) -> None:
        """Let the next key go on."""
        await self._keys.passed()

    def on_resize(self, event: events.Resize) -> None:
        """Say how much room is needed while there is too little; what was typed stays where it is."""
        too_small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if too_small and not isinstance(self.screen, SmallScreen):
            self.push_screen(SmallScreen(SMALLEST))
        elif not too_small and isinstance(self.screen, SmallScreen):
            self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's signature
        """Let letters be commands only where one reads, and most commands only behind the door."""
        rows = [
            row for row in self.table.by_action(action) if row.action.startswith("app.")
        ]  # pages have actions of that name
        if not rows:
            return True
        if not self.is_open and not any(row.locked for row in rows):
            return False
        if all(row.where == READING for row in rows):
            return isinstance(self.screen, Page) and self.screen.reading
        return True

    # --- what can be asked for on every page

    async def action_go(self, place: str) -> None:
        """Go to a place."""
        await self.navigation.go(place)

    def action_write(self) -> None:
        """Write a situation."""
        self.navigation.write_new()

    def action_help(self) -> None:
        """Show the keys of the page one is on."""
        from screens.frame.help import HelpScreen

        if isinstance(self.screen, Page) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_palette(self) -> None:
        """Find a command by its name."""
        if isinstance(self.screen, Page):
            from screens.frame.palette import PaletteScreen

            self.push_screen(PaletteScreen(self.screen))

    def action_veil(self) -> None:
        """Cover the page until the next key."""
        self.push_screen(CoverScreen(_("Covered. Any key shows the page again.")))

    # --- settings

    def _choose_words(self) -> None:
        """Let the person’s own terms, hours and days hold."""
        terms.choose(self.settings.terms)
        habits.choose(self.settings.habits(self.environment.clock))

    async def prefer(self, **changes: Any) -> None:
        """Change settings, keep them on the disk, and let them hold at once."""
        await prefer(self, **changes)
        self._choose_words()
        if self.is_open:
            self.journal.notebook.settings = self.settings

    # --- saving

    def save(self, job: Job, key: str = "", *, text: str = "") -> "asyncio.Future[Happened]":
        """Have something kept, after everything that was asked before; the screens hear what became of it.

        With `text`, what was typed, it is tried again when the disk refuses it, and never lost.
        """
        if self.is_open:
            return self.journal.saves.put(job, key, text=text)
        nothing: asyncio.Future[Happened] = asyncio.get_running_loop().create_future()
        nothing.cancel()
        return nothing

    def _publish(self, happened: Happened) -> None:
        for screen in self.navigation.pages():
            screen.post_message(copy(happened))  # a message belongs to one receiver

    # --- what fails

    def _callback_failed(self, _loop: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
        """Treat what fails between two messages as what fails in one; nothing of it reaches the terminal."""
        meet_outside(self, told)

    def contains(self, error: Exception) -> bool:
        """Let what a page fails of cost that page only."""
        return self._exit or (self._running and self.faults.contain(error))  # at the end nobody waits for a page

    def keep_texts(self, *pages: Screen[Any]) -> None:
        """Keep what is typed on pages that failed, as well as they can."""
        if self.is_open:
            self.journal.texts.flush(pages)

    def keep_last_texts(self) -> None:
        """Seal what is typed and not kept yet: the app ends."""
        if self.is_open:
            self.journal.texts.flush(self.navigation.pages())
            self.journal.texts.seal()

    def on_scale_unfit(self) -> None:
        """Say what a scale takes."""
        self._say_here(_("here a number from 0 to 10 answers, or ← →"))

    def on_choice_field_unfit(self) -> None:
        """Say how one chooses."""
        self._say_here(_("here ← → move, and space chooses"))

    def _say_here(self, words: str) -> None:
        """Say something quietly until the next key."""
        if isinstance(self.screen, Page):
            self.said = words
            self.screen.refresh_header()

    # --- leaving

    def lock_when_idle(self) -> bool:
        """Lock when nobody has typed for as long as the settings say, and return whether; 0 minutes mean never."""
        minutes = self.settings.lock_after_minutes
        due = self.is_open and bool(minutes) and self._idle.seconds >= minutes * 60
        if due:
            self.lock()
        return due

    def action_lock(self) -> None:
        """Lock, unless the page shows what would be lost with it and asks once first."""
        if not isinstance(self.screen, Page) or self.screen.may_lock():
            self.lock()

    def lock(self) -> None:
        """Keep drafts, close the vault, forget everything."""
        if self.is_open:
            self._leave(Outcome.LOCKED)

    async def action_quit(self) -> None:
        """Keep drafts and leave; asked again after a failure, leave without what could not be kept."""
        self._leave(Outcome.LEFT, give_up=isinstance(self.screen, CoverScreen))

    def leave_for(self, notebook: "Notebook") -> None:
        """Keep everything in another vault that holds all of this one, and leave, saying where it is."""
        self._leaving.held = self.journal.notebook
        self.journal.move_to(notebook)
        folder = notebook.vault.folder
        self.say_last(_("Your journal goes on in {folder}. Open it with: recul --vault DIR").format(folder=folder))
        self._leave(Outcome.LEFT)

    def end_without_journal(self) -> None:
        """Leave after the journal's keys were destroyed."""
        self._leaving.end_without_journal()

    def settle_in(self) -> None:
        """Do what an opened journal asks for and no page waits for, once; not later than one leaves."""

    def _end_now(self) -> None:
        self._leaving.asked_to_end = True  # while it locks too
        self._leave(Outcome.LEFT, give_up=True)

    @work(exit_on_error=True)
    async def _leave(self, outcome: Outcome, *, give_up: bool = False) -> None:
        if self.is_open:
            self.settle_in()
            self.journal.texts.take(self._keys.unanswered())
        quit_key = self.settings.keymap.get("quit", "ctrl+q")
        await self._leaving.leave(outcome, self.environment, quit_key=quit_key, give_up=give_up)
