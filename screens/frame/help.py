"""Help: the keys of the page one came from, then those that hold everywhere."""

from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from journal.language import _
from screens.frame.command import Command
from screens.frame.key_names import key_name
from screens.frame.page import Page
from screens.widgets.plain import PlainText

_KEYS_WIDE = 12
_WIDE = 70


class HelpScreen(Page):
    """One line per command: key, word, sentence."""

    name_in_table = "help"
    reading = False  # no key of another page: what one would begin here would stand over the page one came from
    AUTO_FOCUS = ".column"

    def __init__(self, of: Page) -> None:
        super().__init__()
        self._of = of

    def page_title(self) -> str:
        """Return what this is."""
        return _("Help · {page}").format(page=self._of.page_name())

    def commands(self) -> list[Command]:
        """Return the way back and nothing else."""
        return [command for command in super().commands() if command.where == self.name_in_table]

    def compose_page(self) -> ComposeResult:
        """Keys and words."""
        own = [
            row
            for row in self._of.commands()
            if row.where in (self._of.name_in_table, self._of.shared_keys, self._of.on_a_row, self._of.removes)
        ]
        other = [command for command in self._of.commands() if command not in own]
        if own:
            yield PlainText(_("On this page"), classes="quiet")
            yield _KeyLines(own)
        yield PlainText(_("Everywhere") if own else _("Keys"), classes="quiet gap-above")
        yield _KeyLines(other)
        yield PlainText(
            _(
                "In text and fields: arrows, Home and End move; Shift selects. "
                "Ctrl+Z undoes, while you write and where you just threw something away."
            ),
            classes="quiet gap-above",
        )


class _KeyLines(PlainText):
    """Keys and what they do, each in its own column, as wide as the page is."""

    def __init__(self, commands: list[Command]) -> None:
        self._commands = [command for command in commands if command.listed]
        super().__init__(self._drawn(_WIDE))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the words anew."""
        self.update(self._drawn(min(_WIDE, event.size.width)))

    def _drawn(self, width: int) -> Content:
        return Content("\n").join(
            Content.assemble(
                (f"{key_name(command.keys):<{_KEYS_WIDE}}", "bold $accent"), _hung(_(command.help), width - _KEYS_WIDE)
            )
            for command in self._commands
        )


def _hung(words: str, width: int) -> str:
    return f"\n{' ' * _KEYS_WIDE}".join(wrap(words, width))
