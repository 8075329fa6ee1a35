"""Keys read from what a terminal sends: Textual's parser gets whole sequences that it knows, and no other."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from time import monotonic

from textual import _xterm_parser, constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual.keys import Keys
from textual.message import Message

from screens.terminal.escape_sequences import SequenceSplitter
from screens.terminal.kitty_keys import typed_sign
from screens.terminal.pasting import BEGINS, ENDS, PasteGate

_ESCAPE = "\x1b"
_PARTS = re.compile(r"[^\x00-\x1f\x7f]+|[\x00-\x1f\x7f]")
_PASTED = 16  # signs that come at once without a control among them: no hand types them, and as keys each is painted
_LONGEST_KNOWN = 32  # Textual gives a longer one up and types it
_WIDEST = 1000  # rows and columns; a terminal that claims more would be painted for hours
_KNOWN = (
    _xterm_parser._re_cursor_position,  # noqa: SLF001 -- no public way
    _xterm_parser._re_terminal_mode_response,  # noqa: SLF001
    _xterm_parser._re_mouse_event,  # noqa: SLF001
)
_RESIZE = _xterm_parser._re_in_band_window_resize  # noqa: SLF001 -- no public way
_NUMBERED = re.compile(r"\x1b\[(\d*)[\d:;]*([u~A-Z])")
_OF_URXVT = {  # Home and End with Ctrl, which Textual takes for one another, and with Ctrl and Shift
    "\x1b[7^": "\x1b[1;5H",
    "\x1b[8^": "\x1b[1;5F",
    "\x1b[7@": "\x1b[1;6H",
    "\x1b[8@": "\x1b[1;6F",
}
_OF_ST = {
    "\x1b[P": "\x1b[3~",
    "\x1b[4h": "\x1b[2~",
}  # Delete and Insert of st, before it is told to send what others do


class KeyParser(_xterm_parser.XTermParser):
    """Textual's parser behind our own reading of pastes, sequences and kitty keys."""

    def __init__(self, debug: bool = False) -> None:  # noqa: FBT001, FBT002 -- Textual's signature
        super().__init__(debug)
        self._gate = PasteGate()
        self._splitter = SequenceSplitter()
        self._pasting = False
        self._give_up_at: float | None = None
        of_st = os.environ.get("TERM", "").partition("-")[0] == "st"
        self._renamed = _OF_URXVT | (_OF_ST if of_st else {})
        self._word_eraser = "\x08" if erase_character() != "\x08" else ""

    def feed(self, data: str) -> Iterator[Message]:
        """Read what came; nothing at all means the end, to Textual."""
        if not data:
            yield from super().feed(data)
        for piece in self._splitter.split(self._gate.let_in(data)):
            yield from self._read(piece)
        self._give_up_at = monotonic() + constants.ESCAPE_DELAY if self._splitter.begun else None

    def tick(self) -> Iterator[Message]:
        """Take what was begun for what it is when nothing follows: Escape, Alt and a key, or a sequence torn."""
        if self._give_up_at is not None and monotonic() >= self._give_up_at:
            self._give_up_at = None
            begun = self._splitter.give_up()
            if len(begun) <= 2:  # noqa: PLR2004 -- an escape and one sign
                yield from self._read(begun)
        yield from super().tick()

    def _read(self, piece: str) -> Iterator[Message]:
        piece = self._renamed.get(piece, piece)
        if not piece.startswith(_ESCAPE):
            yield from self._plain(piece)
        elif piece == _ESCAPE:
            yield events.Key("escape", _ESCAPE)
        elif len(piece) == 2:  # noqa: PLR2004 -- an escape and one sign
            yield from self._with_alt(piece)
        elif not constants.DISABLE_KITTY_KEY and (sign := typed_sign(piece)) is not None:
            yield from super().feed(sign)
        elif self._knows(piece):
            self._pasting = piece == BEGINS or (self._pasting and piece != ENDS)
            yield from super().feed(piece)

    def _plain(self, text: str) -> Iterator[Message]:
        if self._pasting:
            yield from super().feed(text)
            return
        for part in _PARTS.findall(text):
            if len(part) >= _PASTED:
                yield events.Paste(part)
            elif part == self._word_eraser:
                yield events.Key("ctrl+backspace", None)
            else:
                yield from super().feed(part)

    def _with_alt(self, piece: str) -> Iterator[Message]:
        known = ANSI_SEQUENCES_KEYS.get(piece)
        if isinstance(known, tuple) and not piece[1].isalpha():
            yield from self._sequence_to_key_events(piece)
            return
        for key in self._sequence_to_key_events(piece[1]):
            if key.key != Keys.Ignore:
                yield events.Key(f"alt+{key.key}", piece[1])

    def _knows(self, piece: str) -> bool:
        if len(piece) > _LONGEST_KNOWN:
            return False
        if resize := _RESIZE.fullmatch(piece):
            return all(0 < int(size.partition(":")[0]) <= _WIDEST for size in resize.groups()[:2])
        return (
            piece in _xterm_parser.SPECIAL_SEQUENCES
            or any(form.fullmatch(piece) for form in _KNOWN)
            or piece in ANSI_SEQUENCES_KEYS
            or (_names_a_key(piece) and any(True for _key in self._sequence_to_key_events(piece)))
        )

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:  # noqa: FBT001, FBT002 -- Textual's signature
        """Return the keys of a sequence; none where it names signs that do not exist."""
        try:
            keys = list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):
            return []
        return [key for key in keys if key.character is None or not "\ud800" <= key.character <= "\udfff"]

    def parse_mouse_code(self, code: str) -> Message | None:
        """Return the event of a mouse; none where the terminal claims a size that cannot be."""
        try:
            return super().parse_mouse_code(code)
        except (ValueError, OverflowError, ZeroDivisionError):
            return None


def _names_a_key(piece: str) -> bool:
    """Whether a sequence with a number names a key; Textual takes the number for a letter where none has it."""
    named = _NUMBERED.fullmatch(piece)
    return named is not None and (named[2] == "u" or f"{named[1] or 1}{named[2]}" in FUNCTIONAL_KEYS)


def erase_character() -> str:
    """Return what the terminal's Backspace sends; Ctrl+Backspace then often sends the other one."""
    if sys.platform == "win32" or sys.__stdin__ is None:
        return "\x7f"
    import termios

    try:
        settings = termios.tcgetattr(sys.__stdin__)
    except (termios.error, ValueError, OSError):
        return "\x7f"
    erases = settings[6][termios.VERASE]
    return erases.decode("latin-1") if isinstance(erases, bytes) else "\x7f"


def read_keys_our_way() -> None:
    """Have Textual's drivers, which are imported when an app is made, read by our parser."""
    _xterm_parser.XTermParser = KeyParser  # type: ignore[misc]  # there is no other way in


def allow_kitty_keys(allowed: bool) -> None:  # noqa: FBT001 -- the setting itself
    """Have Textual ask the terminal to name keys by the kitty protocol, or not; before the app runs."""
    vars(constants)["DISABLE_KITTY_KEY"] = not allowed
