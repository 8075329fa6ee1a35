"""Catalogue: a compiled file of gettext, each of its texts read when it is asked for.

The standard module reads all of them at once, which takes longer than opening a vault; its rule of plurals is taken.
"""

from collections.abc import Callable
from functools import cached_property

_MAGIC = 0x950412DE  # https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
_RULE = "plural="


class Catalogue:
    """The texts of one language; without any, it gives back what it is asked for, as English counts."""

    def __init__(self, raw: bytes = b"") -> None:
        self._raw = raw
        self._read: dict[str, tuple[str, ...]] = {}

    def gettext(self, text: str) -> str:
        """Return a text, itself where there is none."""
        forms = self._forms(text)
        return text if not forms else forms[0 if len(forms) == 1 else self._rule(1)]

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the singular or the plural, as the language counts."""
        forms = self._forms(one)
        return forms[self._rule(count)] if len(forms) > 1 else one if count == 1 else many

    def pgettext(self, context: str, text: str) -> str:
        """Return a text that is told apart by a context."""
        asked = f"{context}\x04{text}"
        told = self.gettext(asked)
        return text if told == asked else told

    def texts(self) -> frozenset[str]:
        """Return every text there is, by its English, contexts in front."""
        return frozenset(key.decode() for key in self._places) - {""}

    def _forms(self, text: str) -> tuple[str, ...]:
        """Return what stands for a text, one for each plural of a text that counts; nothing where it is not there."""
        known = self._read.get(text)
        if known is None:
            place = self._places.get(text.encode("utf-8", "surrogatepass"))
            told = "" if place is None else self._raw[slice(*place)].decode()
            known = self._read[text] = () if place is None else tuple(told.split("\0"))
        return known

    @cached_property
    def _places(self) -> dict[bytes, tuple[int, int]]:
        """Where what stands for a text begins and ends, by the text, the singular of one that counts."""
        raw = self._raw
        if not raw:
            return {}
        import struct

        order = "<" if int.from_bytes(raw[:4], "little") == _MAGIC else ">"
        count, texts, translations = struct.unpack_from(f"{order}3I", raw, 8)
        keys = struct.unpack_from(f"{order}{2 * count}I", raw, texts)
        told = struct.unpack_from(f"{order}{2 * count}I", raw, translations)
        places = {}
        for length, start, told_length, told_start in zip(keys[::2], keys[1::2], told[::2], told[1::2], strict=True):
            key = raw[start : start + length].split(b"\0", 1)[0]
            places[key] = (told_start, told_start + told_length)
        return places

    @cached_property
    def _rule(self) -> Callable[[int], int]:
        """Which plural a number takes."""
        from gettext import c2py

        facts = "".join(self._forms(""))
        return c2py(facts.partition(_RULE)[2].partition(";")[0])
