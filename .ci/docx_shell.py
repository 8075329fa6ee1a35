"""Write `journal/sharing/rendering/shell.docx`, into which text is put: A4, the look of the other forms as real styles.

Run by hand after a change here: `python .ci/docx_shell.py`; `tests/sharing/test_docx_shell.py` holds the file against
it. Dressing it takes python-docx most of a second, which nobody waits for at an export.
"""

import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from journal.sharing.rendering.docx_shell import A4, LEFT_MARGIN, RIGHT_MARGIN, TEMPLATE  # noqa: E402

_FACE, _CODE_FACE = "Georgia", "Courier New"
# Georgia is on Windows, macOS and iOS; elsewhere one of these stands in, or whatever serif the system has.
_STAND_INS = {_FACE: "Gelasio,Noto Serif,Liberation Serif,Times New Roman,DejaVu Serif",
              _CODE_FACE: "Liberation Mono,DejaVu Sans Mono,Menlo,Consolas"}  # fmt: skip
_INK, _QUIET, _RULE = "2B2622", "6D6259", "D9CFC3"
_LABELS = 4.6  # centimetres that labels stand in
_HEADINGS = 9
_SLOPED, _LIGHT, _FAINT = 3, 4, 5  # levels of headings from which on they are told apart by slope, weight and colour
# Parts of python-docx's template that say with what the file was made, or that nothing here needs.
_UNNEEDED = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects", "webSettings")


def write(target: Path) -> None:
    """Write the empty file, the same whenever it is written."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts().items():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the first moment that a zip archive can tell
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            archive.writestr(part, content)


def parts() -> dict[str, bytes]:
    """Return the parts of an empty file by name."""
    file = docx.Document()
    for relations in (file.part.package.rels, file.part.rels):
        for known in [key for key, each in relations.items() if each.reltype.rpartition("/")[2] in _UNNEEDED]:
            relations.pop(known)
    section = file.sections[0]
    section.page_width, section.page_height = (Cm(length) for length in A4)
    section.left_margin = section.top_margin = section.bottom_margin = Cm(LEFT_MARGIN)
    section.right_margin = Cm(RIGHT_MARGIN)
    _dress(file)
    _number_pages(file)
    written = io.BytesIO()
    file.save(written)
    with zipfile.ZipFile(written) as archive:
        told = {name: archive.read(name) for name in archive.namelist()}
    return told | {"word/fontTable.xml": _fonts().encode()}


def _fonts() -> str:
    """Return the table of fonts, in which a program without one finds what may stand in for it."""
    told = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="{family}"/>'
        f'<w:pitch w:val="{pitch}"/></w:font>'
        for (name, instead), family, pitch in zip(
            _STAND_INS.items(), ("roman", "modern"), ("variable", "fixed"), strict=True
        )
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/'
        f'wordprocessingml/2006/main">{told}</w:fonts>'
    )


def _dress(file: Docx) -> None:
    _face(file, "Normal", 11, _INK, after=6, line=1.25)
    _face(file, "Title", 18, _INK, bold=True, after=2)
    _face(file, "Subtitle", 10, _QUIET, after=14)
    _face(file, "Footer", 8.5, _QUIET)
    _face(file, "Quote", 11, _QUIET, after=6)
    for level in range(1, _HEADINGS + 1):
        size, before = {1: (14, 20), 2: (12, 14)}.get(level, (11, 12))
        _face(file, f"Heading {level}", size, _INK if level < _FAINT else _QUIET, bold=level < _LIGHT, before=before,
              after=2)  # fmt: skip
        file.styles[f"Heading {level}"].font.italic = level in (_SLOPED, _LIGHT)
    _about(file)
    _code(file)
    _rules(file)
    _parts(file)


def _face(file: Docx, name: str, size: float, colour: str, *, bold: bool = False, **spacing: float) -> None:
    """Give a style one face, size and colour in place of the template's theme, and room around it."""
    style: Any = file.styles[name]
    for themed in style.element.iter(qn("w:rFonts")):
        themed.attrib.clear()
    font = style.font
    font.name, font.size, font.bold, font.italic = _FACE, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour)
    for stretched in list(style.element.iter(qn("w:rPr"))):
        for each in stretched.findall(qn("w:spacing")):
            stretched.remove(each)
    told = style.paragraph_format
    told.space_before, told.space_after = Pt(spacing.get("before", 0)), Pt(spacing.get("after", 0))
    told.line_spacing = spacing.get("line", 1.15)
    if name == "Quote":
        told.left_indent = Pt(14)


def _about(file: Docx) -> None:
    """Add the style of the line that tells an entry's kind, date and tags, which stays with what follows."""
    style: Any = file.styles.add_style("About", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles["Normal"]
    _face(file, "About", 9.5, _QUIET, after=6)
    style.paragraph_format.keep_with_next = True


def _number_pages(file: Docx) -> None:
    """Put "1 / 4" at the foot of each page: the two fields that programs count by themselves, and no other."""
    foot = file.sections[0].footer.paragraphs[0]
    for told in ("PAGE", "NUMPAGES"):
        if told == "NUMPAGES":
            foot.add_run(" / ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), told)
        run = OxmlElement("w:r")
        number = OxmlElement("w:t")
        number.text = "1"
        run.append(number)
        field.append(run)
        foot._p.append(field)  # noqa: SLF001 -- python-docx knows no fields


def _code(file: Docx) -> None:

    for name, kind in (("Code", WD_STYLE_TYPE.PARAGRAPH), ("Code Words", WD_STYLE_TYPE.CHARACTER)):
        style: Any = file.styles.add_style(name, kind)
        style.font.name, style.font.size = _CODE_FACE, Pt(9.5)


def _rules(file: Docx) -> None:
    """Put the thin rules of the other forms under the line that says for whom and over the closing one."""
    title, below = (file.styles[name].element.get_or_add_pPr() for name in ("Title", "Subtitle"))
    for former in (*title.findall(qn("w:pBdr")), *below.findall(qn("w:numPr"))):
        former.getparent().remove(former)
    closing: Any = file.styles.add_style("Closing Words", WD_STYLE_TYPE.PARAGRAPH)
    closing.base_style = file.styles["Normal"]
    _face(file, "Closing Words", 9.5, _QUIET, before=24)
    below.insert(0, _rule("bottom"))
    closing.element.get_or_add_pPr().insert(0, _rule("top"))


def _parts(file: Docx) -> None:
    """Add the styles of a composed page: labels beside their text, small tables, lines to write on, a closing rule."""
    looks: Mapping[str, tuple[float, str]] = {
        "Row": (11, _INK), "RowMore": (11, _INK), "RowNote": (9.5, _QUIET),
        "WideRow": (11, _INK), "Note": (9.5, _QUIET),
        "Cell": (10, _INK), "CellHead": (9.5, _QUIET), "Room": (11, _INK), "Ending": (4, _INK),
    }  # fmt: skip
    made: dict[str, Any] = {}
    for name, (size, colour) in looks.items():
        made[name] = style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles["Normal"]
        _face(file, name, size, colour, after=3)
    for name in ("Row", "RowMore", "RowNote"):
        made[name].paragraph_format.left_indent = Cm(_LABELS)
    made["Row"].paragraph_format.first_line_indent = Cm(-_LABELS)
    made["Row"].paragraph_format.tab_stops.add_tab_stop(Cm(_LABELS))
    made["Room"].paragraph_format.space_before = Pt(10)
    made["Ending"].paragraph_format.space_after = Pt(14)
    made["Room"].element.get_or_add_pPr().insert(0, _rule("bottom", "between"))
    made["Room"].paragraph_format.keep_with_next = True  # room to write is of use in one piece
    made["Ending"].element.get_or_add_pPr().insert(0, _rule("bottom"))

    for name, points in (("RowLabel", 10), ("NoteWords", 9.5)):
        words: Any = file.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        words.font.size, words.font.color.rgb = Pt(points), RGBColor.from_string(_QUIET)


def _rule(*sides: str) -> Any:

    rule = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "6"), ("color", _RULE)):
            line.set(qn(f"w:{name}"), value)
        rule.append(line)
    return rule


if __name__ == "__main__":
    write(TEMPLATE)
