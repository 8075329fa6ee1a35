"""Palette: a command found by its name, among those that the table holds for the page one is on."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from journal.language import _
from screens.frame.command import Command
from screens.frame.commands import key_name
from screens.frame.page import Page
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class PaletteScreen(ModalScreen[None]):
    """A field and the commands whose words match; enter runs the one chosen."""

    AUTO_FOCUS = "Input"
    BINDINGS = [("escape", "dismiss"), ("down", "move(1)"), ("up", "move(-1)")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, of: Page) -> None:
        super().__init__()
        self._page = of
        self._commands = {
            command.id: command for command in of.commands() if command.listed and command.id != "palette"
        }

    def compose(self) -> ComposeResult:
        """Put a field above a list."""
        with Vertical(id="palette"):
            yield OneLine(placeholder=_("Which command?"), compact=True)
            yield Rows(classes="gap-above", apart=1)
            yield PlainText("", id="does", classes="quiet gap-above")

    def on_mount(self) -> None:
        """Show all."""
        self._show("")

    @on(Input.Changed)
    def _typed(self, changed: Input.Changed) -> None:
        self._show(changed.value)

    def _show(self, words: str) -> None:
        wanted = words.casefold().split()
        self.query_one(Rows).show(
            [
                Row(command.id, _(command.title), key_name(command.keys))
                for command in self._commands.values()
                if all(word in f"{_(command.title)} {_(command.help)}".casefold() for word in wanted)
            ]
        )

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        command = self._commands.get(self.query_one(Rows).chosen)
        self.query_one("#does", PlainText).update(_(command.help) if command else "")

    def action_move(self, by: int) -> None:
        """Choose the next or the one before, while the field keeps the keys."""
        rows = self.query_one(Rows)
        (rows.action_cursor_down if by > 0 else rows.action_cursor_up)()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    async def _run(self) -> None:
        command = self._commands.get(self.query_one(Rows).chosen)
        if command is not None:
            self.dismiss()
            self.app.call_later(self._perform, command)

    async def _perform(self, command: Command) -> None:
        await self.app.run_action(command.action, default_namespace=self._page)
