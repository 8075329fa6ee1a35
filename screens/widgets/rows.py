"""Rows of a list: what can be chosen, and the quiet lines between."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.reactive import Reactive
from textual.widgets.option_list import Option

from screens.widgets.plain import plain
from screens.widgets.plain_list import PlainList

_MEASURE = 72  # cells of a line; a row is longer only where its words need it, so that both its sides stay together
_BESIDE = 10  # cells left and right of a list, about
_APART = 2  # cells between the words on the left and those on the right


@dataclass(frozen=True, slots=True)
class Row:
    """One row: words on the left, quiet words on the right; `id` is what choosing it means, "" for a heading.

    Keys among the words keep the accent and can be clicked when they come as `Content`, made by `Page.hint` or
    `Page.sentence`. Several words on the right are columns of a table, each as wide as in the rows around: the last
    ones are left out where the words on the left would keep fewer cells than `least`, or with 0 would not be whole.
    Words that are `whole` go on in a second line.
    """

    id: str
    left: str | Content
    right: str | Content | tuple[str, ...] = ""
    quiet: bool = False
    least: int = 0
    whole: bool = False


class Rows(PlainList):
    """A list of a few rows, told anew when the width changes; rows can be clicked."""

    auto_links = Reactive(False)  # noqa: FBT003 -- a key that can be clicked keeps the accent that its words gave it

    def __init__(self, *, id: str | None = None, classes: str | None = None, apart: int = 0) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id, classes=classes, markup=False)
        self._apart = apart  # cells kept free before the scrollbar
        self._rows: list[Row] = []
        self.awaited = ""  # the row that is chosen as soon as it is there: the next key is meant for it
        self._drawn_for = (_MEASURE, 0)  # cells of a row, and how many columns stand in it

    def holds(self, beginning: str) -> bool:
        """Whether a row stands here whose id begins so."""
        return any(row.id.startswith(beginning) for row in self._rows)

    def show_in_place(self, rows: list[Row]) -> None:
        """Show these rows, and stay on the line one is on, whatever stands there now: the next one is still below."""
        at = self.highlighted
        self.show(rows)
        if at is not None:
            below = (number for number in range(at, len(rows)) if rows[number].id)
            self.highlighted = next(below, self.highlighted)

    def show(self, rows: list[Row], *, chosen: str | None = None) -> None:
        """Show these rows, and keep what was chosen where it still exists; else one is at the first row.

        With `chosen` one is at that row, or with "" at none: what is an answer is never chosen beforehand.
        """
        self._rows = rows
        none = chosen == ""
        chosen = self.chosen if chosen is None else chosen
        room = self.scrollable_content_region.width or self.app.size.width - _BESIDE  # before it has a place of its own
        width = max(20, min(room - self._apart, max([_MEASURE, *map(_whole, rows)])))
        self._drawn_for = width, columns_shown(rows, width)
        self.clear_options()
        self._add(rows)
        ids = [row.id for row in rows]
        if self.awaited and self.awaited in ids:
            chosen, self.awaited = self.awaited, ""
        if chosen and chosen in ids:
            self.highlighted = ids.index(chosen)
        elif any(ids) and not none:
            self.highlighted = next(number for number, each in enumerate(ids) if each)

    def show_more(self, rows: list[Row]) -> None:
        """Show these rows below the others, drawn as those are; nothing else of the list changes."""
        self._rows = [*self._rows, *rows]
        self._add(rows)

    def _add(self, rows: list[Row]) -> None:
        drawn_for = self._drawn_for
        self.add_options(Option(_drawn(row, *drawn_for), id=row.id or None, disabled=not row.id) for row in rows)

    async def on_click(self, event: events.Click) -> None:
        """Do what a key told in a row would do, and not what choosing the row means as well."""
        if "@click" in event.style.meta:
            event.prevent_default()
            await self.broker_event("click", event)

    def on_resize(self) -> None:
        """Draw the rows for the new width."""
        if self._rows:
            self.show(self._rows, chosen=self.chosen)

    @property
    def chosen(self) -> str:
        """The id of the highlighted row, "" for none."""
        if self.highlighted is None or self.highlighted >= self.option_count:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    def choose(self, prefix: str) -> None:
        """Highlight the first row whose id begins so."""
        for number, row in enumerate(self._rows):
            if row.id.startswith(prefix):
                self.highlighted = number
                return


def columns_shown(rows: Sequence[Row], width: int) -> int:
    """Return how many columns fit beside the words of every row."""
    most = max((len(row.right) for row in rows if isinstance(row.right, tuple)), default=0)
    return next((shown for shown in range(most, 0, -1) if all(_fits(row, shown, width) for row in rows)), 0)


def _fits(row: Row, columns: int, width: int) -> bool:
    if not isinstance(row.right, tuple):
        return True
    kept = min(len(row.left), row.least or len(row.left))
    return kept + _APART + sum(map(len, row.right[:columns])) <= width


def _whole(row: Row) -> int:
    """Return how many cells a row takes when nothing of it is cut."""
    right = row.right if isinstance(row.right, Content) else plain("".join(row.right))
    return _left(row).cell_length + _APART + right.cell_length


def _left(row: Row) -> Content:
    return row.left if isinstance(row.left, Content) else plain(row.left)


def high(row: Row, width: int) -> int:
    """Return how many lines a row takes: two where its words are whole and one is not enough."""
    right = _right(row, width, columns_shown([row], width))
    return 1 + bool(_parted(row, width - right.cell_length - (_APART if right else 0))[1])


def _drawn(row: Row, width: int, columns: int) -> Content:
    right = _right(row, width, columns)
    if not row.id and not row.left and not right:
        return Content("")
    apart = _APART if right else 0
    first, rest = _parted(row, width - right.cell_length - apart)
    left = _left(replace(row, left=first)).truncate(max(4, width - right.cell_length - apart), ellipsis=True)
    gap = " " * max(apart // 2, width - left.cell_length - right.cell_length)
    below = Content.assemble("\n", plain(rest).truncate(width, ellipsis=True)) if rest else Content("")
    words = left.stylize_before("$quiet") if row.quiet or not row.id else left
    return Content.assemble(words, gap, right, below.stylize("$quiet") if row.quiet or not row.id else below)


def _parted(row: Row, room: int) -> tuple[str | Content, str]:
    """Return the words of a row parted into what stands in its line and what goes on, moved in, below it."""
    if isinstance(row.left, Content):
        return row.left, ""
    words = row.left.replace("\n", " ")
    if not row.whole or plain(words).cell_length <= room:
        return words, ""
    first = plain(words).wrap(max(4, room))[0].plain.rstrip()
    return first, f"  {words[len(first) :].strip()}"


def _right(row: Row, width: int, columns: int) -> Content:
    if isinstance(row.right, Content):
        return row.right.stylize_before("$quiet")
    if isinstance(row.right, tuple):
        return plain("".join(row.right[:columns])).stylize("$quiet")
    room = max(width // 2 + 4, width - len(row.left) - _APART)  # half of the row, or what the left leaves
    return plain(row.right.replace("\n", " ")).truncate(room, ellipsis=True).stylize("$quiet")
