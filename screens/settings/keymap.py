"""Page to choose one's own keys: any command of the table, any key that a terminal can tell apart."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList

from journal.errors import ReculError
from journal.language import _
from screens.frame.command import BACK, EVERYWHERE, READING, Command, with_keys
from screens.frame.key_names import key_name
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

# Terminals send the same for these as for backspace, tab and enter; the last three move and confirm in every list.
_IMPOSSIBLE = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "enter", "tab", "shift+tab", "up", "down"}
_SHARED = (EVERYWHERE, READING, BACK, "fields")  # live on the pages of other names


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
            else _("Press Enter, then the new key; Backspace restores the default.")
        )
        rows: list[Row] = []
        changeable = {command.id: command for command in self._changeable()}
        for section in self.host.table.sections:
            commands = [changeable[row.id] for row in section.commands if row.id in changeable]
            if commands:
                rows += [Row("", "")] if rows else []
                rows.append(Row("", _(section.title)))
                rows += [Row(each.id, _(each.title), self._key(each)) for each in commands]
        self.query_one(Rows).show(rows)
        self._tell()

    def _key(self, command: Command) -> str:
        return "…" if command.id == self._waiting_for else key_name(command.keys)

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        chosen = self.query_one(Rows).chosen
        does = next((_(row.help) for row in self.host.table.rows if row.id == chosen), "")
        self.query_one("#does", PlainText).update(does)

    def _changeable(self) -> list[Command]:
        rows = with_keys(self.host.table.rows, self.host.settings.keymap)
        return [command for command in rows if command.listed and not command.locked and command.keys]

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
        for other in with_keys(self.host.table.rows, self.host.settings.keymap):
            if _meet(command.where, other.where) and other.id != command.id and event.key in other.keys.split(","):
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


def _meet(where: str, other: str) -> bool:
    """Return whether commands of these places can be live at once: a key must not mean two things on one page."""
    return where == other or where in _SHARED or other in _SHARED
