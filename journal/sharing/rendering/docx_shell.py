"""Shell of a DOCX: the empty file that text is put into, in the reader's language and with room for their notes.

`shell.docx` is written by `.ci/docx_shell.py` and opened here as the archive that it is.
"""

import re
import zipfile
from functools import cache
from pathlib import Path

from journal.language import Language, facts

TEMPLATE = Path(__file__).parent / "shell.docx"
A4 = (21.0, 29.7)  # centimetres
LEFT_MARGIN, RIGHT_MARGIN, READERS_MARGIN = 2.2, 2.8, 6.2
_TWENTIETHS = 1440 / 2.54  # of a point, in a centimetre


def column(*, with_margin: bool) -> int:
    """Return how wide the text is, in twentieths of a point."""
    return round((A4[0] - LEFT_MARGIN - (READERS_MARGIN if with_margin else RIGHT_MARGIN)) * _TWENTIETHS)


@cache
def shell(language: Language, *, with_margin: bool) -> dict[str, bytes]:
    """Return the parts of an empty file by name, with room for the reader's notes beside the text when asked."""
    with zipfile.ZipFile(TEMPLATE) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    # The spelling checker of the reader's program is told which language this is.
    spoken = facts(language)["tag"].encode()
    parts["word/styles.xml"] = re.sub(rb'(<w:lang [^>]*w:val=")[^"]*', rb"\g<1>" + spoken, parts["word/styles.xml"])
    if with_margin:
        width = round(READERS_MARGIN * _TWENTIETHS)
        parts["word/document.xml"] = re.sub(
            rb'(<w:pgMar [^>]*w:right=")[^"]*', rb"\g<1>%d" % width, parts["word/document.xml"]
        )
    return parts
