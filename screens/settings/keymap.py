"""Choosing one's own keys: any command of the table, any key that a terminal can tell apart."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList

from journal.errors import ReculError
from journal.language import _
from screens.frame.commands import EVERYWHERE, READING, TABLE, Command, commands_of, key_name
from screens.frame.page import Page
from screens.table.rooms import by_room
from screens.widgets.page_header import PageHeader
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

# Terminals send the same for these as for backspace, tab and enter; the last three move and confirm in every list.
_IMPOSSIBLE = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "enter", "tab", "shift+tab", "up", "down"}
_SHARED = (EVERYWHERE, READING, "fields")  # live on the pages of other names


class KeymapScreen(Page):
    """All commands with their keys; enter, then the new key."""

    name_in_table = "keys"
    AUTO_FOCUS = "Rows"

    def __init__(self) -> None:
        super().__init__()
        self._waiting_for = ""

    def page_title(self) -> str:
        """Return what this is."""
        return _("Keys")

    def compose_room(self) -> ComposeResult:
        """Say what to do, then show the rows, then what the chosen one does."""
        with Vertical(classes="column"):
            yield PlainText("", id="ask")
            yield Rows()
            yield PlainText("", id="does", classes="quiet")

    def refresh_content(self) -> None:
        """Show every command that can have another key, under the place it belongs to."""
        ask = self.query_one("#ask", PlainText)
        ask.set_class(not self._waiting_for, "quiet")
        ask.update(
            _("Press the new key; Esc leaves it as it is.")
            if self._waiting_for
            else _("Enter, then the new key. Backspace brings the first one back.")
        )
        rows: list[Row] = []
        for heading, commands in by_room(self._changeable()):
            rows += [Row("", "")] if rows else []
            rows.append(Row("", _(heading)))
            rows += [Row(each.id, _(each.title), self._key(each)) for each in commands]
        self.query_one(Rows).show(rows)
        self._tell()

    def _key(self, command: Command) -> str:
        return "…" if command.id == self._waiting_for else key_name(command.keys)

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        chosen = self.query_one(Rows).chosen
        does = next((_(each.help) for each in TABLE if each.id == chosen), "")
        self.query_one("#does", PlainText).update(does)

    def _changeable(self) -> list[Command]:
        keymap = self.host.settings.keymap
        wheres = dict.fromkeys(command.where for command in TABLE if not command.locked)
        return [command for command in commands_of(*wheres, keymap=keymap) if command.listed and not command.locked]

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Wait for the new key."""
        self._waiting_for = self.query_one(Rows).chosen
        self.query_one(Rows).disabled = bool(self._waiting_for)
        self.refresh_content()

    def action_back(self) -> None:
        """Go back, or leave the key as it is."""
        if self._waiting_for:
            self._stop_waiting()
        else:
            self.dismiss()

    async def action_first_key(self) -> None:
        """Give the chosen command the key it had at first."""
        chosen = self.query_one(Rows).chosen
        await self._prefer({each: key for each, key in self.host.settings.keymap.items() if each != chosen})

    async def on_key(self, event: events.Key) -> None:
        """Take the new key, if one is awaited."""
        if not self._waiting_for or event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        command = next(each for each in self._changeable() if each.id == self._waiting_for)
        reason = self._refused(command, event)
        if reason:
            self.query_one(PageHeader).tell(reason, caution=True)
            return
        self._stop_waiting()
        await self._prefer({**self.host.settings.keymap, command.id: event.key})

    def _refused(self, command: Command, event: events.Key) -> str:
        if event.key in _IMPOSSIBLE:
            return _("a terminal cannot give this key away")
        if command.where == EVERYWHERE and event.is_printable:
            return _("letters are for writing here: take Ctrl or F keys")
        for other in commands_of(*_rivals(command), keymap=self.host.settings.keymap):
            if other.id != command.id and event.key in other.keys.split(","):
                return _("this key already means: {words}").format(words=_(other.title))
        return ""

    def _stop_waiting(self) -> None:
        self._waiting_for = ""
        rows = self.query_one(Rows)
        rows.disabled = False
        rows.focus()
        self.refresh_content()

    async def _prefer(self, keymap: dict[str, str]) -> None:
        try:
            await self.host.prefer(keymap=keymap)
        except ReculError as error:
            self.query_one(PageHeader).tell(error.message(), caution=True)
        self.refresh_content()
        self.refresh_header()


def _rivals(command: Command) -> set[str]:
    """Return the places whose commands can be live beside this one: a key must not mean two things on one page."""
    return {each.where for each in TABLE} if command.where in _SHARED else {command.where, *_SHARED}
