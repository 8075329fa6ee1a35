"""A pasted text comes in whole and in its order, whatever escape sequences it holds.

Textual's parser takes an escape sequence inside a bracketed paste out of it: the characters after the escape become
keys, which arrive before the text that stood in front of them. So none reaches the parser: between the two marks of a
paste, the escape character becomes its visible sign before Textual reads it, as `journal.hygiene` would show it.
"""

BEGINS = "\x1b[200~"
ENDS = "\x1b[201~"
_SHOWN = "\N{SYMBOL FOR ESCAPE}"


class PasteGate:
    """Lets what a terminal sends through, piece by piece; a mark may be cut in two between pieces."""

    def __init__(self) -> None:
        self._inside = False
        self._held = ""  # the beginning of an end mark, perhaps; only ever inside a paste
        self._last = ""  # the end of what went through outside a paste, where a mark may have begun

    def let_in(self, sent: str) -> str:
        """Return what Textual may read of it now."""
        through: list[str] = []
        rest = self._held + sent
        self._held = ""
        while rest:
            part, rest = self._inside_paste(rest) if self._inside else self._outside(rest)
            through.append(part)
        return "".join(through)

    def _outside(self, rest: str) -> tuple[str, str]:
        known = self._last
        at = (known + rest).find(BEGINS)
        if at < 0:
            self._last = (known + rest)[-(len(BEGINS) - 1) :]
            return rest, ""
        end = at + len(BEGINS) - len(known)
        self._inside, self._last = True, ""
        return rest[:end], rest[end:]

    def _inside_paste(self, rest: str) -> tuple[str, str]:
        pasted, mark, after = rest.partition(ENDS)
        if mark:
            self._inside = False
            return pasted.replace("\x1b", _SHOWN) + mark, after
        for long in range(min(len(rest), len(ENDS) - 1), 0, -1):
            if ENDS.startswith(rest[-long:]):
                self._held = rest[-long:]
                rest = rest[:-long]
                break
        return rest.replace("\x1b", _SHOWN), ""
