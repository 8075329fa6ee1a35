"""List of what a search found: title and day, and below them the sentence with the words that were looked for."""

import re
from collections.abc import Container
from datetime import datetime

from textual import on
from textual.binding import Binding
from textual.content import Content, Span
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.dates.wording import ago
from journal.hygiene import clean
from journal.model.entry import EntryLine, Found, Ref
from screens.widgets.entry_row import BLANK, INDENTED, is_about_another, title_of
from screens.widgets.plain import plain
from screens.widgets.plain_list import PlainList

_SIGNS = re.compile(r"(?:(?<=\s)|^)#{1,6} |\*\*")

_MARGIN = " " * 7  # below the number
_BEFORE = 20  # letters before a word that would not fit


class FoundList(PlainList):
    """Results of two lines each; at the first of them, up goes back to the field."""

    BINDINGS = [Binding("up", "up", show=False)]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, marked: Container[Ref] = (), *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id, markup=False)
        self._marked = marked
        self._found: list[Found] = []
        self._now: datetime | None = None
        self._veiled = False

    @property
    def line(self) -> EntryLine | None:
        """The line of the result one is on."""
        return self._found[self.highlighted].line if self.highlighted is not None and self._found else None

    def show(self, found: list[Found], now: datetime) -> None:
        """Show these results; the one that one is on stays it where it is still found."""
        before = self.line
        self._found, self._now = found, now
        self._draw(next((n for n, one in enumerate(found) if before and one.line.ref == before.ref), 0))

    def veil(self) -> None:
        """Veil all results but the current one, or show them again."""
        self._veiled = not self._veiled
        self._draw(self.highlighted or 0)

    def _draw(self, current: int) -> None:
        width = max(20, self.scrollable_content_region.width - 1)  # a space before the scrollbar
        self.clear_options()
        self.add_options(
            Option(self._drawn(one, width, veiled=self._veiled and number != current))
            for number, one in enumerate(self._found)
        )
        if self._found:
            self.highlighted = current

    def redraw(self) -> None:
        """Draw the results anew: marks were made or taken away."""
        if self._found:
            self._draw(self.highlighted or 0)

    def on_resize(self) -> None:
        """Draw the results for the new width."""
        self.redraw()

    @on(OptionList.OptionHighlighted)
    def _unveil_current(self, event: OptionList.OptionHighlighted) -> None:
        if self._veiled:
            width = max(20, self.scrollable_content_region.width - 1)  # a space before the scrollbar
            for number, one in enumerate(self._found):
                self.replace_option_prompt_at_index(
                    number, self._drawn(one, width, veiled=number != event.option_index)
                )

    def _drawn(self, found: Found, width: int, *, veiled: bool) -> Content:
        line = found.line
        day = Content.styled(ago(line.happened_at, self._now or line.happened_at), "$quiet")
        mark = Content.styled("✓", "$accent") if line.ref in self._marked else Content(" ")
        indent = INDENTED if is_about_another(line) else ""
        number = Content.assemble(mark, (f"{line.ref:>4}  {indent}", "$quiet"))
        room = max(4, width - number.cell_length - day.cell_length - 2)
        in_title = found.snippet == line.title
        title = _marked_title(found) if in_title else plain(title_of(line))
        title = title.truncate(room, ellipsis=True)
        if veiled:
            return Content.assemble(number, (BLANK * title.cell_length, "$rule"))
        gap = " " * max(1, width - number.cell_length - title.cell_length - day.cell_length)
        above = Content.assemble(number, title, gap, day)
        if in_title:
            return above
        sentence = _begun_near(_marked(found), width - len(_MARGIN)).stylize_before("$quiet")
        below = Content.assemble(_MARGIN, sentence).truncate(width, ellipsis=True)
        return Content.assemble(above, "\n", below)

    def action_up(self) -> None:
        """Go to the result above, or from the first one back to the field."""
        if self.highlighted:
            self.action_cursor_up()
        else:
            self.screen.query_one("#query").focus()


def _marked_title(found: Found) -> Content:
    within = found.line.within
    return Content.assemble(_marked(found), (f" · {clean(within)}", "$quiet")) if within else _marked(found)


def _marked(found: Found) -> Content:
    """Return the excerpt with its words standing out and without the signs of Markdown; spans, never markup."""
    text = clean(found.snippet)
    if len(text) != len(found.snippet):  # cleaning has moved what follows: no words stand out rather than wrong ones
        return Content(text)
    content = Content(text, [Span(start, end, "bold $accent") for start, end in found.spans])
    kept, last = [], 0
    for sign in _SIGNS.finditer(text):
        kept.append(content[last : sign.start()])
        last = sign.end()
    return Content("").join([*kept, content[last:]]) if kept else content


def _begun_near(sentence: Content, width: int) -> Content:
    """Return a sentence that begins later when its first word found would not fit into the width."""
    first = min(sentence.spans, key=lambda span: span.start, default=None)
    if first is None or sentence[: first.end].cell_length < width:
        return sentence
    return Content.assemble("…", sentence[max(0, first.start - _BEFORE) :])
