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
    page = _Page(file)
    page.line(document.title, "Title")
    page.line(f"{AUDIENCE_SIGNS[document.audience]} {document.audience_words}", "Subtitle")
    page.add(parse(document.opening), below=1)
    for item in document.items:
        page.line(item.title, "Heading 2")
        page.line(
            " · ".join(words for words in (item.kind_words, item.dated, ", ".join(item.tags)) if words), "Caption"
        )
        page.add(parse(item.body), below=2)
    page.line(document.closing, "Caption")
    written = io.BytesIO()
    file.save(written)
    return _scrubbed(written.getvalue())


class _Page:
    """Adds paragraphs in named styles; a style's name is looked up once, since python-docx takes long for it."""

    def __init__(self, file: "Docx") -> None:
        self._file = file
        self._ids: dict[str, str | None] = {}

    def line(self, text: str, style: str) -> None:
        """Add a line of plain text, unless it is empty."""
        if text.strip():
            self._paragraph(style).add_run(_line(text))

    def add(self, blocks: tuple[Block, ...], below: int, style: str = "", depth: int = 0) -> None:
        """Add blocks one after the other; inside lists and quotations with the style of these."""
        for block in blocks:
            match block.kind:
                case "heading":
                    self._fill(block.runs, f"Heading {min(9, block.level + below)}")
                case "bullets" | "numbers":
                    name = "List Bullet" if block.kind == "bullets" else "List Number"
                    level = min(depth + 1, _DEEPEST_LIST)
                    for item in block.blocks:
                        self.add(item.blocks, below, name if level == 1 else f"{name} {level}", depth + 1)
                case "quote":
                    self.add(block.blocks, below, "Quote", depth)
                case "rule":
                    self.line("* * *", style)
                case "item":
                    self.add(block.blocks, below, style, depth)
                case _:
                    self._fill(block.runs, style)

    def _fill(self, runs: tuple[Run, ...], style: str) -> None:
        paragraph = self._paragraph(style)
        for run in runs:
            added = paragraph.add_run(_told(run.text))
            if run.bold:
                added.bold = True
            if run.italic:
                added.italic = True
            if run.code:
                added.font.name = "Courier New"

    def _paragraph(self, style: str) -> "Paragraph":
        paragraph = self._file.add_paragraph()
        if style:
            if style not in self._ids:
                self._ids[style] = self._file.styles[style].style_id
            paragraph._p.style = self._ids[style]  # noqa: SLF001 -- the public way looks the style up in all others
        return paragraph


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
    return " ".join(_told(text).split())


def _told(text: str) -> str:
    """Return clean text without the two characters that XML 1.0 cannot hold in any spelling."""
    return clean(text).replace("\ufffe", "\N{REPLACEMENT CHARACTER}").replace("\uffff", "\N{REPLACEMENT CHARACTER}")


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
