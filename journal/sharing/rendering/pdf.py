"""A document as an A4 PDF typeset by Typst, with the practitioner's margin for notes.

The template is ours and fixed; what people wrote is handed over as JSON, so no text can be Typst code. The fonts are
those that Typst carries, so that a file tells nothing of the machine it was made on. It is made to PDF/UA-1, which a
screen reader can follow; a sign that no font shows is refused there, and is shown as a box without that standard. What
bears a date, the report that a sponsor keeps, is made to PDF/A-2 as well, for archives.
"""

import json
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from journal.sharing.document import Document
from journal.sharing.rendering.plain import to_json

_ACCESSIBLE: Final = ("ua-1",)
_ARCHIVED: Final = ("a-2a", "ua-1")
_MOST_NAMED = 12
# Latin, Greek, Cyrillic and the punctuation around them are in the fonts that Typst carries.
_SHOWN = ((0x20, 0x250), (0x391, 0x3CA), (0x400, 0x460), (0x2010, 0x2028), (0x2030, 0x203B), (0x2190, 0x2194))


def render(document: Document) -> bytes:
    """Return the PDF; it carries a title and a language, but no author, and no date but the one that it bears."""
    import typst

    template = files("journal.sharing.rendering").joinpath("page.typ").read_bytes()
    inputs = {"document": json.dumps(to_json(document), ensure_ascii=False)}
    standards = _ARCHIVED if document.dated_on else _ACCESSIBLE
    try:
        return typst.compile(
            template, format="pdf", sys_inputs=inputs, ignore_system_fonts=True, pdf_standards=[*standards]
        )
    except typst.TypstError:
        return typst.compile(template, format="pdf", sys_inputs=inputs, ignore_system_fonts=True)


def unshown(document: Document) -> tuple[str, ...]:
    """Return the first signs of a document that would be empty boxes, in the order in which they are read."""
    return tuple(sign for sign, _place in zip(_refused(_unusual(document)), range(_MOST_NAMED), strict=False))


def _unusual(document: Document) -> list[str]:
    """Return each sign once that may be in no font; controls and joiners show nothing anywhere."""
    signs = dict.fromkeys(document.model_dump_json(exclude={"items": {"__all__": {"record"}}}))
    return [
        sign
        for sign in signs
        if not any(first <= ord(sign) < last for first, last in _SHOWN)
        and unicodedata.category(sign) not in ("Cc", "Cf", "Cn", "Cs", "Mn", "Me", "Zl", "Zp", "Zs")
    ]


def _refused(signs: list[str]) -> Iterator[str]:
    """Yield the signs that Typst refuses to show, asking about all, then about each."""
    import typst

    def refused(some: list[str]) -> bool:
        inputs = {"signs": json.dumps("\n".join(some), ensure_ascii=False)}
        try:
            typst.compile(_PROBE, sys_inputs=inputs, ignore_system_fonts=True, pdf_standards=[*_ACCESSIBLE])
        except typst.TypstError:
            return True
        return False

    if signs and refused(signs):
        yield from (sign for sign in signs if refused([sign]))


_PROBE = b"""
#set document(title: "signs")
#set text(font: "Libertinus Serif", lang: "en")
#for line in json(bytes(sys.inputs.signs)).split("\\n") [#text(line)#linebreak()]
"""
