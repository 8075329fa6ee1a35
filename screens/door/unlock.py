"""The closed door: a passphrase, and what to do without it."""

import asyncio
import gc
from contextlib import suppress
from importlib import import_module
from threading import Thread

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from journal.errors import ReculError
from journal.language import _
from screens.door import routes as door_routes
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.secret import Secret
from screens.widgets.working import Working

_BEHIND_THE_DOOR = (
    "journal.vault.vault",
    "journal.practice.notebook",
    "journal.practice.reading",
    "journal.store.searching",  # else read with the first search
    "journal.store.entry_rows",  # and with the first whole entry
    "screens.door.older_vault",
    "screens.frame.open_journal",
    "screens.today.place",
    "screens.writing.situation",  # where the first key leads most often
)


def warm() -> None:
    """Import what is needed behind the door while the passphrase is typed."""
    for module in _BEHIND_THE_DOOR:
        import_module(module)
    from journal.model.kind_spec import specs
    from journal.practice.protocols_at_hand import at_hand
    from journal.vault import keys
    from journal.vault.connection import cipher

    keys.warm()
    cipher()
    for spec in specs():
        assert spec.details  # noqa: S101 -- read now, and not with the first entry of that kind
    at_hand()  # the protocols are read once; the day's question comes from them
    gc.freeze()  # what was imported stays: looking through it for garbage would delay the page


class UnlockScreen(Page):
    """Asks for the passphrase; tells wrong, damaged, newer and busy apart."""

    name_in_table = "unlock"
    _opening = False  # whether a passphrase is being tried
    shared_keys = ""  # there is nothing to go back to
    reading = False
    AUTO_FOCUS = "Secret"

    class Warmed(Message):
        """What stands behind the door can be made."""

    def page_title(self) -> str:
        """Return the program's name: nothing of the content is told before the door is open."""
        return "Recul"

    def compose_page(self) -> ComposeResult:
        """One field, with what was typed before it stood."""
        typed = self.host.environment.typed_ahead.text()
        yield PlainText(_("Your journal is closed."), classes="lead")
        yield PlainText(_("Passphrase"), classes="door-field")
        yield Secret(typed, id="passphrase")
        yield Working("", id="working", classes="quiet gap-above")
        yield PlainText("", id="told")

    def refresh_content(self) -> None:
        """Once painted, prepare what comes next."""
        self.call_after_refresh(Thread(target=self._warm, name="warming", daemon=True).start)

    def _warm(self) -> None:
        warm()
        with suppress(RuntimeError):  # the app has ended meanwhile
            self.post_message(self.Warmed())

    @on(Input.Submitted)
    def _submitted(self, given: Input.Submitted) -> None:
        if given.value and not self._opening:
            self._open(given.value)

    def action_open(self) -> None:
        """Try the passphrase."""
        field = self.query_one(Secret)
        if field.value and not self._opening:
            self._open(field.value)

    def action_reveal(self) -> None:
        """Show what is typed, or cover it again."""
        field = self.query_one(Secret)
        field.password = not field.password

    def action_recover(self) -> None:
        """Open with the recovery code instead."""
        self.app.push_screen(door_routes.recover())

    @work(exclusive=True)
    async def _open(self, passphrase: str) -> None:
        field, working = self.query_one(Secret), self.query_one(Working)
        environment = self.host.environment
        self.query_one("#told", PlainText).update("")
        self._opening = True
        field.action_select_all()  # what is typed meanwhile is the next try, and stays
        working.begin(_("Opening"))
        try:
            vault = await asyncio.to_thread(environment.doors.unlock, environment.folder, passphrase)
            notebook = await asyncio.to_thread(self.host.open_notebook, vault)
        except ReculError as error:
            self._opening = False
            self._tell(error, mended=field.value != passphrase)
        else:
            field.value = ""
            await self.host.enter(notebook)
        finally:
            working.end()

    def _tell(self, error: ReculError, *, mended: bool) -> None:
        told = self.query_one("#told", PlainText)
        told.add_class("caution")
        told.update(error.message())
        if not mended:
            self.query_one(Secret).choose_all()
