"""A document as DOCX with real styles, so that the reader can restyle, comment and navigate; no field, no macro.

python-docx makes the empty file (`docx_shell`); paragraphs are written into it as text, which takes a tenth of the
time that its objects take for a year of entries.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape

from journal.hygiene import clean
from journal.model.audience import Audience
from journal.sharing.document import Document
from journal.sharing.rendering.blocks import COMPOSED, Block, Run, parse
from journal.sharing.rendering.docx_shell import shell
from journal.sharing.rendering.parts import blocks_of
from journal.sharing.wording import AUDIENCE_SIGNS

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can tell
_DEEPEST_LIST = 3  # Word's own list styles
_HEADINGS = 9
_READ_BY_OTHERS = (Audience.PRACTITIONER, Audience.GROUP)
_NUMBERS = "ListNumber"
_FIRST_LIST = 100  # numbers of lists of our own begin after the template's
_NUMBERED_AS = {1: 7, 2: 3, 3: 2}  # depth to the template's abstract numbering of List Number, 2 and 3
_CORE = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
)
_UNWRITABLE = re.compile("[\ufffe\uffff]")  # XML 1.0 cannot hold these in any spelling


def render(document: Document) -> bytes:
    """Return the file; its properties carry a title and nothing of who wrote it, with what, or when."""
    parts = dict(shell(document.language, with_margin=document.audience in _READ_BY_OTHERS))
    page = _Page()
    page.write(document)
    parts["docProps/core.xml"] = _CORE.format(title=_plain(document.title)).encode()
    parts["word/document.xml"] = _before(parts["word/document.xml"], b"<w:sectPr", "".join(page.told))
    parts["word/numbering.xml"] = _before(parts["word/numbering.xml"], b"</w:numbering>", "".join(page.numbering))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, _NO_TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            archive.writestr(part, content)
    return written.getvalue()


class _Page:
    """Collects paragraphs, and a numbering of its own for each numbered list, so that none goes on from another."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.numbering: list[str] = []

    def write(self, document: Document) -> None:
        """Write the whole document."""
        self._line(document.title, "Title")
        first, *more = document.under_title
        self._paragraph((Run("\n".join([f"{AUDIENCE_SIGNS[document.audience]} {first}", *more])),), "Subtitle")
        self._add(parse(document.opening), below=1)
        for item in document.items:
            level = 3 if item.nested else 2
            self._line(document.heading_of(item), f"Heading{level}")
            self._line(" · ".join(words for words in (item.kind_words, item.dated, ", ".join(item.tags)) if words),
                       "Caption")  # fmt: skip
            self._add(blocks_of(item), below=level)
            if item.closes:
                self._paragraph((), "Ending")
        self._line(document.closing, "ClosingWords")

    def _line(self, text: str, style: str) -> None:
        if text.strip():
            self._paragraph((Run(" ".join(text.split())),), style)

    def _add(self, blocks: tuple[Block, ...], below: int, style: str = "", depth: int = 0) -> None:
        """Add blocks one after the other; inside a quotation with its style."""
        for block in blocks:
            match block.kind:
                case "heading":
                    self._paragraph(block.runs, f"Heading{min(_HEADINGS, block.level + below)}")
                case "bullets" | "numbers":
                    self._list(block, below, min(depth + 1, _DEEPEST_LIST))
                case "quote":
                    self._add(block.blocks, below, "Quote", depth)
                case "rule":
                    self._line("* * *", style)
                case "code":
                    self._paragraph(block.runs, "Code")
                case _ if block.kind in COMPOSED:
                    self._composed(block, below)
                case _:
                    self._paragraph(block.runs, style)

    def _composed(self, block: Block, below: int) -> None:
        match block.kind:
            case "rows":
                for row in block.blocks:
                    self._row(row, below)
            case "table":
                self.told.append(_table(block))
            case "room":
                for _line in range(block.level):
                    self._paragraph((), "Room")
            case _:
                self._paragraph(block.runs, "RowNote")

    def _row(self, row: Block, below: int) -> None:
        """Write a label and what is told beside it as one paragraph that hangs, and the rest under the latter."""
        first = row.blocks[:1] if row.blocks and row.blocks[0].kind == "paragraph" else ()
        told = "".join(map(_run, first[0].runs)) if first else ""
        label = f'<w:r><w:rPr><w:rStyle w:val="RowLabel"/></w:rPr>{_lines(row.runs[0].text)}</w:r>' if row.runs else ""
        self.told.append(f'<w:p><w:pPr><w:pStyle w:val="Row"/></w:pPr>{label}<w:r><w:tab/></w:r>{told}</w:p>')
        self._add(row.blocks[len(first) :], below, "RowMore")

    def _list(self, block: Block, below: int, depth: int) -> None:
        ordered = block.kind == "numbers"
        nth = "" if depth == 1 else str(depth)
        number = self._numbered(block.level, depth) if ordered else 0
        for item in block.blocks:
            first = item.blocks[:1] if item.blocks and item.blocks[0].kind == "paragraph" else ()
            self._paragraph(first[0].runs if first else (), f"{_NUMBERS if ordered else 'ListBullet'}{nth}", number)
            self._add(item.blocks[len(first) :], below, f"ListContinue{nth}", depth)

    def _numbered(self, start: int, depth: int) -> int:
        number = _FIRST_LIST + len(self.numbering)
        self.numbering.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_NUMBERED_AS[depth]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return number

    def _paragraph(self, runs: tuple[Run, ...], style: str, number: int = 0) -> None:
        told = f'<w:pStyle w:val="{style}"/>' if style else ""
        if number:
            told += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        about = f"<w:pPr>{told}</w:pPr>" if told else ""
        self.told.append(f"<w:p>{about}{''.join(map(_run, runs))}</w:p>")


def _run(run: Run) -> str:
    marks = "".join(_marks(run))
    about = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f"<w:r>{about}{_lines(run.text)}</w:r>"


def _lines(text: str) -> str:
    lines = _plain(text).replace("\t", " ").split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)


def _table(block: Block) -> str:
    """Return a small table, the names of its columns in its first row, which comes again on every page."""
    rows = []
    for place, row in enumerate(block.blocks):
        cells = "".join(
            f'<w:tc><w:tcPr/><w:p><w:pPr><w:pStyle w:val="{"Cell" if place else "CellHead"}"/></w:pPr>'
            f"{''.join(map(_run, cell.runs))}</w:p></w:tc>"
            for cell in row.blocks
        )
        rows.append(f"<w:tr>{'' if place else '<w:trPr><w:tblHeader/></w:trPr>'}{cells}</w:tr>")
    grid = "<w:gridCol/>" * len(block.blocks[0].blocks)
    about = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _marks(run: Run) -> Iterator[str]:
    if run.code:
        yield '<w:rStyle w:val="CodeWords"/>'
    if run.bold:
        yield "<w:b/>"
    if run.italic:
        yield "<w:i/>"


def _plain(text: str) -> str:
    return escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", clean(text)))


def _before(part: bytes, mark: bytes, told: str) -> bytes:
    head, found, tail = part.rpartition(mark)
    return head + told.encode() + found + tail
