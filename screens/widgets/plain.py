"""Text as it is: what a person wrote is cleaned and never parsed as markup."""

import re

from textual import _wrap
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

from journal.hygiene import clean

# Textual breaks lines at every white space; French keeps « ? » beside its word by a no-break one.
_wrap.re_chunk = re.compile(r"[\S\u00a0\u202f]+[^\S\u00a0\u202f]*|[^\S\u00a0\u202f]+")


def plain(text: str) -> Content:
    """Return text that a terminal shows and never obeys."""
    return Content(clean(text))


class PlainText(Static):
    """A paragraph that shows its text literally, escape sequences and brackets included."""

    def __init__(
        self,
        text: VisualType = "",
        *,
        id: str | None = None,  # noqa: A002 -- Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(_visual(text), id=id, classes=classes, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text."""
        super().update(_visual(content), layout=layout)


def _visual(text: VisualType) -> VisualType:
    return plain(text) if isinstance(text, str) else text
