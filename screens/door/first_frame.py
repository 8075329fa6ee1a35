"""First frame: the unlock page as it will stand, painted by hand before Textual is imported.

A test holds it beside the page, cell by cell. Where the page cannot be foretold, nothing is painted.
"""

import os
from collections.abc import Mapping
from typing import NamedTuple

from journal import language, settings
from journal.held_terminal import HeldTerminal
from journal.language import _
from journal.paths import config_folder, vault_folder
from journal.vault.presence import exists
from screens.frame.command import CommandTable
from screens.frame.footer_items import fitting
from screens.terminal.decoding import remark_on, terminal_encoding
from screens.terminal.smallest_size import SMALLEST
from screens.terminal.terminal_colours import EIGHT_BITS, TRUE, colour_of, colours_shown
from screens.terminal.typed_ahead import TypedAhead

_WIDEST_COLUMN, _PADDING, _EDGE = 78, 3, 1
_LEAD, _LABEL, _FIELD = 4, 6, 7  # rows, counted from 1
_INPUT, _OUTPUT, _ERROR = 0, 1, 2


class Look(NamedTuple):
    """The colours of a theme as its page shows them: a field is lit, and the accent has gone through Textual's own."""

    ground: str
    text: str
    quiet: str
    rule: str
    accent: str
    field: str
    cursor: str


LOOKS: Mapping[str, Look] = {
    "encre": Look("1e1c1a", "e4dccf", "a0968a", "4a443d", "d8a05b", "33302c", "e4dccf"),
    "papier": Look("f7f2e8", "2e2a25", "6d6458", "cfc4b0", "894b1f", "e2dacb", "2e2a25"),
    "contraste": Look("000000", "ffffff", "d0d0d0", "ffffff", "fee14d", "323232", "ffe14d"),
}


class FirstFrame(NamedTuple):
    """The unlock page in a terminal of a size, in the colours that it shows."""

    columns: int
    rows: int
    look: Look
    commands: CommandTable
    keymap: Mapping[str, str]
    true_colours: bool = True

    def painted(self) -> str:
        """Return what paints the page, with nothing typed."""
        look, wide = self.look, self.columns - 2 * _EDGE
        clear = self._on(look.text, look.ground) + " " * self.columns
        lines = [self._at(row, 1) + clear for row in range(1, self.rows + 1)]
        rule = self._on(look.rule, look.ground) + "─" * wide
        title = self._bold(look.text) + "Recul"
        lead = self._bold(look.text) + _("Your journal is closed.")
        label = self._on(look.quiet, look.ground) + _("Passphrase")
        lines += [self._at(1, 1 + _EDGE) + title, self._at(2, 1 + _EDGE) + rule]
        lines += [self._at(_LEAD, self._left) + lead, self._at(_LABEL, self._left) + label]
        lines += [self._at(self.rows - 1, 1 + _EDGE) + rule, self._at(self.rows, 1 + _EDGE) + self._footer(wide)]
        return "".join(lines) + self.field(0)

    def field(self, letters: int) -> str:
        """Return what paints the field with so many covered letters."""
        shown = min(letters, self._room - 1)
        covered = self._on(self.look.text, self.look.field) + "•" * shown
        cursor = self._on(self.look.ground, self.look.cursor) + " "
        free = self._on(self.look.text, self.look.field) + " " * (self._room - 1 - shown)
        return self._at(_FIELD, self._left) + covered + cursor + free + "\x1b[0m"

    @property
    def _left(self) -> int:
        return 1 + (self.columns - min(self.columns, _WIDEST_COLUMN)) // 2 + _PADDING

    @property
    def _room(self) -> int:
        return min(self.columns, _WIDEST_COLUMN) - 2 * _PADDING

    def _footer(self, wide: int) -> str:
        told, gap = fitting(self.commands.before_opening("unlock", keymap=self.keymap), wide, 1)
        ground, quiet = self._on(self.look.text, self.look.ground), self._on(self.look.quiet, self.look.ground)
        return f"{ground}{gap}".join(
            f"{self._bold(self.look.accent)}{key}{quiet} {words}" for key, words, _command in told[0]
        )

    def _bold(self, colour: str) -> str:
        return f"{self._on(colour, self.look.ground)}\x1b[1m"

    def _on(self, colour: str, ground: str) -> str:
        front, behind = (colour_of(each, true=self.true_colours) for each in (colour, ground))
        return f"\x1b[0;38;{front};48;{behind}m"

    @staticmethod
    def _at(row: int, column: int) -> str:
        return f"\x1b[{row};{column}H"


def begin(held: HeldTerminal, vault: str | None, commands: CommandTable) -> TypedAhead:
    """Paint the first frame where it is known what the page will be, and keep what is typed from then on.

    Where nothing is painted the terminal itself keeps the keys until they are read.
    """
    typed = TypedAhead()
    frame = _foretold(vault, commands) if held.is_held else None
    if frame is not None:
        held.paint(frame.painted())
        typed.begin(_INPUT, lambda letters: _show(frame.field(letters)))
    return typed


def _show(painted: str) -> None:
    os.write(_ERROR, painted.encode())


def _foretold(vault: str | None, commands: CommandTable) -> FirstFrame | None:
    """Return the first frame; None where another page will stand, or other colours than can be told here."""
    size, colours = os.get_terminal_size(_OUTPUT), colours_shown(os.environ)
    if size.columns < SMALLEST[0] or size.lines < SMALLEST[1] or colours not in (EIGHT_BITS, TRUE):
        return None
    if remark_on(terminal_encoding()) is not None or not exists(vault_folder(vault, os.environ, language.current())):
        return None
    preferred = settings.load(config_folder() / "settings.toml")
    look = LOOKS.get(preferred.theme, LOOKS["encre"])
    return FirstFrame(size.columns, size.lines, look, commands, preferred.keymap, true_colours=colours == TRUE)
