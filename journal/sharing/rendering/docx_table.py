"""A table in DOCX: as wide as the column of text, thin rules between its rows, the first one told on each page."""

from collections.abc import Callable

from journal.sharing.rendering.blocks import Block

_RULE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="D9CFC3"/>'


def table(block: Block, width: int, runs: Callable[[Block], str]) -> str:
    """Return a table; `width` in twentieths of a point, `runs` makes the words of a cell."""
    columns = max((len(row.blocks) for row in block.blocks), default=1) or 1
    grid = f'<w:gridCol w:w="{width // columns}"/>' * columns
    rules = "".join(_RULE.format(side=side) for side in ("bottom", "insideH"))
    rows = "".join(_row(row, width // columns, runs, first=place == 0) for place, row in enumerate(block.blocks))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>'
    )


def _row(row: Block, width: int, runs: Callable[[Block], str], *, first: bool) -> str:
    about = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if first else ''}</w:trPr>"
    style = f'<w:pPr><w:pStyle w:val="{"CellHead" if first else "Cell"}"/></w:pPr>'
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{style}{runs(cell)}</w:p></w:tc>'
        for cell in row.blocks
    )
    return f"<w:tr>{about}{cells}</w:tr>"
