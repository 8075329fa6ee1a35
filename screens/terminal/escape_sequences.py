"""Escape sequences taken out of what a terminal sends, whole, so that one nobody knows is never typed as letters."""

import re
from collections.abc import Iterator

_BEGUN = re.compile(  # what may still become one of the forms below
    r"""(?!\x1b\[[0-9]+\$)\x1b(?:
        \[(?:\[ | M[^\x00-\x1f]{0,2} | [0-?]*[ -/]*)?
      | O[0-9]?
      | \](?:[0-9][^\x07\x1b]*\x1b?)?
      | [P_](?:[0-9>=!+$G][^\x1b]*\x1b?)?
    )?""",
    re.DOTALL | re.VERBOSE,
)
_WHOLE = re.compile(
    r"""\x1b(?:
        \[\[.                        # the Linux console's first five function keys
      | \[M[^\x00-\x1f]{3}           # a mouse as the first xterm had it
      | \[[0-9]+\$                   # urxvt, with Shift
      | \[[0-?]*[ -/]*[@-~]          # CSI
      | O[0-9]?[ -~]                 # SS3
      | \][0-9][^\x07\x1b]*(?:\x07|\x1b\\)             # OSC: an answer about a colour or a clipboard
      | [P_][0-9>=!+$G][^\x1b]*\x1b\\                  # DCS and APC: other answers
      | O(?![0-9]) | \](?![0-9]) | [P_](?![0-9>=!+$G]) | [^\x1b\[\]OP_]  # Alt and a key
    )""",
    re.DOTALL | re.VERBOSE,
)
_OTHER = re.compile("[^\x1b]+")
_LONGEST = 4096  # characters; no answer to anything we ask is longer


class SequenceSplitter:
    """Cuts what comes in into plain text and whole sequences; what is begun waits for its end."""

    def __init__(self) -> None:
        self.begun = ""

    def split(self, sent: str) -> Iterator[str]:
        """Yield texts without any escape, and sequences, which begin with one."""
        rest = self.begun + sent
        self.begun = ""
        while rest:
            if _BEGUN.fullmatch(rest):
                self.begun = rest if len(rest) < _LONGEST else ""
                return
            part = _OTHER.match(rest) or _WHOLE.match(rest)
            piece = part.group() if part else self._broken(rest)
            yield piece
            rest = rest[len(piece) :]

    @staticmethod
    def _broken(rest: str) -> str:
        """Return what was begun and cut off by something else: Escape before another sequence, or a sequence torn."""
        begun = _BEGUN.match(rest)
        torn = begun.group() if begun else rest[:1]
        return torn[:-1] if len(torn) > 1 and torn.endswith("\x1b") else torn

    def give_up(self) -> str:
        """Return what was begun, and wait for its end no longer."""
        begun, self.begun = self.begun, ""
        return begun
