"""A document as an A4 PDF typeset by Typst, with the practitioner's margin for notes.

The template is ours and fixed; what people wrote is handed over as JSON, so no text can be Typst code. The fonts are
those that Typst carries, so that a file tells nothing of the machine it was made on.
"""

import json
from importlib.resources import files

from journal.sharing.document import Document
from journal.sharing.rendering.plain import told


def render(document: Document) -> bytes:
    """Return the PDF; it carries a title and a language, but neither author nor date."""
    import typst

    template = files("journal.sharing.rendering").joinpath("page.typ").read_bytes()
    content = json.dumps(told(document), ensure_ascii=False)
    return typst.compile(template, format="pdf", sys_inputs={"document": content}, ignore_system_fonts=True)
