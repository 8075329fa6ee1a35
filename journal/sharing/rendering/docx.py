"""A document as DOCX with real styles, to restyle, comment and navigate; no macro, no link outwards.

An empty file stands ready (`docx_shell`); paragraphs are written into it as text, which takes a tenth of the
time that its objects take for a year of entries.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape

from journal.hygiene import clean
from journal.language import Language
from journal.model.audience import Audience
from journal.sharing.document import Document
from journal.sharing.rendering.blocks import COMPOSED, Block, Run, parse
from journal.sharing.rendering.docx_shell import column, shell
from journal.sharing.rendering.docx_table import table
from journal.sharing.rendering.outline import boxed, contents, level_of, level_over, months
from journal.sharing.rendering.parts import blocks_of
from journal.sharing.rendering.typography import kept_together
from journal.sharing.wording import AUDIENCE_SIGNS

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can tell
_DEEPEST_LIST = 3  # Word's own list styles
_HEADINGS = 9
_READ_BY_OTHERS = (Audience.PRACTITIONER, Audience.GROUP)
_NUMBERS = "ListNumber"
_BESIDE = "RowMore"  # what stands beside the labels of rows
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
    with_margin = document.audience in _READ_BY_OTHERS
    parts = dict(shell(document.language, with_margin=with_margin))
    page = _Page(document.language, column(with_margin=with_margin))
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

    def __init__(self, language: Language, width: int) -> None:
        self._language = language
        self._width = width
        self.told: list[str] = []
        self.numbering: list[str] = []

    def write(self, document: Document) -> None:
        """Write the whole document; its title is no heading, so that headings begin with the first level."""
        told = contents(document)
        self._line(document.title, "Title")
        first, *more = (kept_together(line, self._language) for line in document.under_title)
        self._paragraph((Run("\n".join([f"{AUDIENCE_SIGNS[document.audience]} {first}", *more])),), "Subtitle")
        for place, (heading, month) in enumerate(zip(told, months(document), strict=False), 1):
            self._line(month, "About")
            self._link(heading, f"n{place}")
        self._add(parse(document.opening, self._language), below=0)
        for place, item in enumerate(document.items, 1):
            self._line(document.heading_of(item), f"Heading{level_of(item) - 1}", f"n{place}" if told else "")
            about = (item.kind_words, item.dated, ", ".join(item.tags))
            self._line(" · ".join(words for words in about if words), "About")
            self._add(blocks_of(item, self._language), below=level_over(document, item) - 1)
            if item.closes:
                self._paragraph((), "Ending")
        self._line(document.closing, "ClosingWords")

    def _line(self, text: str, style: str, anchor: str = "") -> None:
        if text.strip():
            words = kept_together(" ".join(re.split(r"[ \t\n\r]+", text)), self._language)
            self._paragraph((Run(words.strip()),), style, anchor=anchor)

    def _link(self, heading: str, anchor: str) -> None:
        """Write a line of the list of contents; it leads to a place in the file and nowhere else."""
        if heading.strip():
            run = _run(Run(kept_together(" ".join(heading.split()), self._language)))
            link = f'<w:hyperlink w:anchor="{anchor}">{run}</w:hyperlink>'
            self.told.append(f'<w:p><w:pPr><w:pStyle w:val="About"/></w:pPr>{link}</w:p>')

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
                    self._composed(block, below, "RowNote" if style == _BESIDE else "Note")
                case _:
                    self._paragraph(block.runs, style)

    def _composed(self, block: Block, below: int, note: str) -> None:
        match block.kind:
            case "rows":
                labelled = any(row.runs for row in block.blocks)
                for row in block.blocks:
                    self._row(row, below, labelled=labelled)
            case "table":
                self.told.append(table(block, self._width, lambda cell: "".join(map(_run, cell.runs))))
            case "room":
                for _line in range(block.level):
                    self._paragraph((), "Room")
            case _:
                self._paragraph(block.runs, note)

    def _row(self, row: Block, below: int, *, labelled: bool) -> None:
        """Write a label and what is told beside it as one paragraph that hangs, and the rest under the latter.

        Where no row has a label, no column is left to them.
        """
        first = row.blocks[:1] if row.blocks and row.blocks[0].kind == "paragraph" else ()
        told = "".join(map(_run, first[0].runs)) if first else ""
        label = f'<w:r><w:rPr><w:rStyle w:val="RowLabel"/></w:rPr>{_lines(row.runs[0].text)}</w:r>' if row.runs else ""
        more = row.blocks[len(first) :]
        if first and more and more[0].kind == "note":  # in the paragraph itself: no program parts the two
            noted, more = _plain(more[0].runs[0].text), more[1:]
            told += (
                f'<w:r><w:rPr><w:rStyle w:val="NoteWords"/></w:rPr><w:br/><w:t xml:space="preserve">{noted}</w:t></w:r>'
            )
        style = '<w:pStyle w:val="Row"/>' if labelled else '<w:pStyle w:val="WideRow"/>'
        tab = "<w:r><w:tab/></w:r>" if labelled else ""
        self.told.append(f"<w:p><w:pPr>{style}<w:keepLines/></w:pPr>{label}{tab}{told}</w:p>")
        self._add(more, below, _BESIDE if labelled else "")

    def _list(self, block: Block, below: int, depth: int) -> None:
        ordered = block.kind == "numbers"
        nth = "" if depth == 1 else str(depth)
        number = self._numbered(block.level, depth) if ordered else 0
        for item in block.blocks:
            inner = boxed(item)
            first = inner[:1] if inner and inner[0].kind == "paragraph" else ()
            style = "ListContinue" if item.done is not None else _NUMBERS if ordered else "ListBullet"
            self._paragraph(first[0].runs if first else (), f"{style}{nth}", number if item.done is None else 0)
            self._add(inner[len(first) :], below, f"ListContinue{nth}", depth)

    def _numbered(self, start: int, depth: int) -> int:
        number = _FIRST_LIST + len(self.numbering)
        self.numbering.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_NUMBERED_AS[depth]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return number

    def _paragraph(self, runs: tuple[Run, ...], style: str, number: int = 0, anchor: str = "") -> None:
        told = f'<w:pStyle w:val="{style}"/>' if style else ""
        if number:
            told += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        about = f"<w:pPr>{told}</w:pPr>" if told else ""
        place = f'<w:bookmarkStart w:id="{anchor[1:]}" w:name="{anchor}"/>' if anchor else ""
        ended = f'<w:bookmarkEnd w:id="{anchor[1:]}"/>' if anchor else ""
        self.told.append(f"<w:p>{about}{place}{''.join(map(_run, runs))}{ended}</w:p>")


def _run(run: Run) -> str:
    marks = "".join(_marks(run))
    about = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f"<w:r>{about}{_lines(run.text)}</w:r>"


def _lines(text: str) -> str:
    lines = _plain(text).replace("\t", " ").split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)


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
