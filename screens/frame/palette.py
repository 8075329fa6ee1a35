"""Palette: what can be asked for on a page, and every way of questioning, found by their names and words alike."""

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList

from journal.language import _, languages
from screens.frame.command import Command
from screens.frame.finding import folded, in_all_languages, matching
from screens.frame.key_names import key_name
from screens.frame.left_once import Dialog
from screens.frame.page import Page
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from journal.model.protocol import Protocol, Worded

_PROTOCOL = "protocol:"


class PaletteScreen(Dialog[None]):
    """A field and the commands whose words match; enter runs the one chosen."""

    AUTO_FOCUS = "Input"
    BINDINGS = [("escape", "dismiss"), ("down", "move(1)"), ("up", "move(-1)")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, of: Page) -> None:
        super().__init__()
        self._page = of
        here = of.commands()
        elsewhere = of.host.table.elsewhere(here, of.host.settings.keymap) if of.host.is_open and of.reading else []
        self._elsewhere = {each.id: each for each in elsewhere}
        self._commands = {each.id: each for each in here if each.listed and each.id != "palette"} | self._elsewhere

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

    @cached_property
    def _protocols(self) -> "dict[str, Protocol]":
        """The ways of questioning, which begin from here; behind the door there is nothing to question."""
        if not self._page.host.is_open:
            return {}
        from journal.practice.choosing import of_scenes
        from journal.practice.protocols_at_hand import at_hand

        return {_PROTOCOL + each.code: each for each in of_scenes(at_hand())}

    @cached_property
    def _known(self) -> dict[str, tuple[str, ...]]:
        """What each row is found by, in every language."""
        told = {
            each.id: tuple(in_all_languages(text) if text else "" for text in (each.title, each.words, each.help))
            for each in self._commands.values()
        }
        asked = {row: (_in_all(each.title), "", _in_all(each.purpose)) for row, each in self._protocols.items()}
        return told | asked

    def _show(self, words: str) -> None:
        found = matching(self._known, words)
        commands = [self._commands[each] for each in found if each in self._commands]
        rows = [Row(each.id, self._title(each), self._keys(each)) for each in commands]
        asked = [Row(each, self._protocols[each].title.here) for each in found if each in self._protocols]
        if asked:
            rows += [*([Row("", "")] if rows else []), Row("", _("To be questioned")), *asked]
        best = next((each.id for each in rows if each.id), "")  # of other words another command is meant
        self.query_one(Rows).show(rows or [Row("", _("No command is called so."))], chosen=best)
        self._tell()

    def _title(self, command: Command) -> str:
        """Return the title of a command, behind its place where it leads to a page: “words” alone says not of what."""
        way = self._way(command) if command.opens else []
        return " · ".join(_(each.title) for each in (*way[:-1], command))

    def _keys(self, command: Command) -> str:
        """Return the key of a command; of a page elsewhere the keys that lead there from here."""
        way = self._way(command) if command.id in self._elsewhere else [command]
        return " ".join(key_name(each.keys) for each in way)

    def _way(self, command: Command) -> list[Command]:
        return self._page.host.table.way_to(command, self._page.host.settings.keymap)

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        chosen = self.query_one(Rows).chosen
        command, protocol = self._commands.get(chosen), self._protocols.get(chosen)
        words = _(command.help) if command else protocol.purpose.here if protocol else ""
        self.query_one("#does", PlainText).update(words)

    def action_move(self, by: int) -> None:
        """Choose the next or the one before, while the field keeps the keys."""
        rows = self.query_one(Rows)
        (rows.action_cursor_down if by > 0 else rows.action_cursor_up)()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    async def _run(self) -> None:
        chosen = self.query_one(Rows).chosen
        if chosen in self._commands:
            self.dismiss()
            command = self._commands[chosen]
            opening = chosen in self._elsewhere
            self.app.call_later(self._perform, f"app.open('{command.opens}')" if opening else command.action)
        elif chosen in self._protocols:
            self.dismiss()
            self.app.call_later(self._perform, f"app.question('{self._protocols[chosen].code}')")

    async def _perform(self, action: str) -> None:
        await self.app.run_action(action, default_namespace=self._page)


def _in_all(words: "Worded") -> str:
    return folded(" ".join(words.in_(language) for language in languages()))
