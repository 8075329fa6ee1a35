"""A document as DOCX with real styles, so that the reader can restyle, comment and navigate; no field, no macro."""

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from journal.hygiene import clean
from journal.sharing.document import Document
from journal.sharing.rendering.blocks import Block, Run, parse
from journal.sharing.wording import AUDIENCE_SIGNS

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.text.paragraph import Paragraph

_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can tell
_DEEPEST_LIST = 3  # Word's own list styles
_A4 = (21.0, 29.7)  # centimetres
_READERS_MARGIN = 6.2


def render(document: Document) -> bytes:
    """Return the file; its properties carry a title and nothing of who wrote it, with what, or when."""
    import docx

    file = docx.Document()
    _page(file, document)
    _properties(file, document)
    file.add_heading(_line(document.title), level=0)
    file.add_paragraph(_line(f"{AUDIENCE_SIGNS[document.audience]} {document.audience_words}"), style="Subtitle")
    _add(file, parse(document.opening), below=1)
    for item in document.items:
        if item.title:
            file.add_heading(_line(item.title), level=2)
        about = " · ".join(words for words in (item.kind_words, item.dated, ", ".join(item.tags)) if words)
        if about:
            file.add_paragraph(_line(about), style="Caption")
        _add(file, parse(item.body), below=2)
    if document.closing:
        file.add_paragraph(_line(document.closing), style="Caption")
    written = io.BytesIO()
    file.save(written)
    return _scrubbed(written.getvalue())


def _page(file: "Docx", document: Document) -> None:
    from docx.shared import Cm

    section = file.sections[0]
    section.page_width, section.page_height = (Cm(length) for length in _A4)
    section.left_margin = section.top_margin = section.bottom_margin = Cm(2.2)
    section.right_margin = Cm(_READERS_MARGIN if document.audience.value in ("coach", "group") else 2.8)


def _properties(file: "Docx", document: Document) -> None:
    properties = file.core_properties
    properties.title = _line(document.title)
    properties.language = _LANGUAGES[document.language]
    for name in ("author", "comments", "keywords", "last_modified_by", "subject", "category", "content_status"):
        setattr(properties, name, "")
    properties.revision = 1
    properties.created = properties.modified = datetime(*_NO_TIME)  # noqa: DTZ001 -- the format knows UTC alone


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _add(file: "Docx", blocks: tuple[Block, ...], below: int, style: str = "", depth: int = 0) -> None:
    """Add blocks one after the other; inside lists and quotations with the style of these."""
    for block in blocks:
        match block.kind:
            case "heading":
                _fill(file.add_heading(level=min(9, block.level + below)), block.runs)
            case "bullets" | "numbers":
                name = "List Bullet" if block.kind == "bullets" else "List Number"
                level = min(depth + 1, _DEEPEST_LIST)
                for item in block.blocks:
                    _add(file, item.blocks, below, name if level == 1 else f"{name} {level}", depth + 1)
            case "quote":
                _add(file, block.blocks, below, "Quote", depth)
            case "rule":
                file.add_paragraph("* * *")
            case "item":
                _add(file, block.blocks, below, style, depth)
            case _:
                _fill(file.add_paragraph(style=style or None), block.runs)


def _fill(paragraph: "Paragraph", runs: tuple[Run, ...]) -> None:
    for run in runs:
        added = paragraph.add_run(clean(run.text))
        added.bold = run.bold or None
        added.italic = run.italic or None
        if run.code:
            added.font.name = "Courier New"


def _scrubbed(content: bytes) -> bytes:
    """Return the archive with the time of every part removed."""
    scrubbed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(scrubbed, "w") as target:
        for part in source.infolist():
            plain = zipfile.ZipInfo(part.filename, _NO_TIME)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.create_system = 0
            target.writestr(plain, source.read(part))
    return scrubbed.getvalue()
