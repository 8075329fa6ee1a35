"""Text as it is: what a person wrote is cleaned and never parsed as markup."""

import re

from rich import _wrap as _wrap_in_rich
from textual import _wrap
from textual.content import Content
from textual.reactive import Reactive
from textual.visual import VisualType
from textual.widgets import Static

from journal.hygiene import clean

# Textual breaks lines at every white space; French keeps « ? » beside its word by a no-break one. What one writes in is
# wrapped by Textual's own rule, what one reads by Rich's.
_SPACE = r"[^\S\u00a0\u202f]"
_LETTER = r"[\S\u00a0\u202f]"
_wrap.re_chunk = re.compile(f"{_LETTER}+{_SPACE}*|{_SPACE}+")
_wrap_in_rich.re_word = re.compile(f"{_SPACE}*{_LETTER}+{_SPACE}*")


def plain(text: str) -> Content:
    """Return text that a terminal shows and never obeys."""
    return Content(clean(text))


class PlainText(Static):
    """A paragraph that shows its text literally, escape sequences and brackets included."""

    auto_links = Reactive(False)  # noqa: FBT003 -- a key that can be clicked keeps the accent that its words gave it

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
