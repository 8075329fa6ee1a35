"""Height of a wrapped text, asked for at every key and every row that is painted.

Textual 8.2 adds up the rows of all lines each time (`WrappedDocument.height`), though it keeps a list of all rows.
"""

from textual.document._wrapped_document import WrappedDocument


def _height(wrapped: WrappedDocument) -> int:
    return len(wrapped._offset_to_line_info)  # noqa: SLF001 -- told nowhere else


def know_heights() -> None:
    """Let every wrapped text tell its height without counting."""
    WrappedDocument.height = property(_height)  # type: ignore[assignment,method-assign]  # a property too
