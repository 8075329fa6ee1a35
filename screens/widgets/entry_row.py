"""One row of the journal: mark, number, title, and in quiet words what it is, what was recognised in it, the day."""

from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from journal.dates.wording import weekday
from journal.language import _
from journal.model.entry import EntryLine
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from screens.vocabulary.audiences import told
from screens.vocabulary.patterns import listed, short
from screens.widgets.plain import plain

_DAY = 12  # cells: "Wednesday 25", "mercredi 25"
_BESIDE = 24  # cells of mark, number, day and the spaces between
_TITLE_WIDE = 20  # cells a title keeps before patterns are told shorter
BLANK = "▒"
INDENTED = " ↳ "
_APART = frozenset({Kind.SESSION, Kind.OBJECTIVE, Kind.STATEMENT, Kind.REVIEW})  # in an engagement, about no entry


@dataclass(frozen=True, slots=True)
class Look:
    """How a row is told: its width in cells, whether it is marked for sharing, whether its title is veiled."""

    width: int
    number_width: int = 4
    marked: bool = False
    veiled: bool = False


def title_of(line: EntryLine) -> str:
    """Return what an entry is called in a list, a session with its engagement where that is not plain."""
    word = _("(no title)") if line.kind is Kind.SITUATION else _(spec_of(line.kind).word)
    return " · ".join(filter(None, (line.title or line.opening or word, line.within)))


def is_about_another(line: EntryLine) -> bool:
    """Return whether an entry stands under another one, as a reflection under its situation."""
    return line.parent is not None and line.kind not in _APART


def drawn(line: EntryLine, look: Look) -> Content:
    """Return the row, exactly as wide as asked."""
    right = _right(line, look.width)
    mark = Content.styled("✓ ", "$accent") if look.marked else Content("  ")
    number = Content.styled(f"{line.ref:>{look.number_width}}  ", "$quiet")
    room = max(4, look.width - 2 - number.cell_length - right.cell_length - 2)
    indent = INDENTED if is_about_another(line) else ""
    title = plain(title_of(line).replace("\n", " "))
    if look.veiled:
        title = Content(BLANK * min(room - len(indent), title.cell_length)).stylize("$rule")
    elif spec_of(line.kind).private:
        title = title.stylize("$quiet")
    left = Content.assemble((indent, "$quiet"), title).truncate(room, ellipsis=True)
    gap = " " * max(1, look.width - 2 - number.cell_length - left.cell_length - right.cell_length)
    return Content.assemble(mark, number, left, gap, right)


def _right(line: EntryLine, width: int) -> Content:
    words = [_("outside the app")] if line.state is State.CAPTURED else []
    if not spec_of(line.kind).private and line.kind is not Kind.SITUATION and (line.title or line.opening):
        words.append(_(spec_of(line.kind).word))
    whole = " · ".join([*words, *(listed(pattern) for pattern in line.patterns)])
    if len(whole) > width - _BESIDE - _TITLE_WIDE:
        whole = " · ".join(filter(None, [*words, short(line.patterns)]))
    side = Content(whole).truncate(max(0, width // 3), ellipsis=True).stylize("$quiet")
    if spec_of(line.kind).private:
        side = told(line.audience)
    return Content.assemble(side, "  ", (f"{day_in_month(line.happened_at):<{_DAY}}", "$quiet"))


def day_in_month(at: datetime) -> str:
    """Return "jeudi 26" or "Thursday 26": the month stands above."""
    return _("{weekday} {number}").format(weekday=weekday(at.date()), number=_("1") if at.day == 1 else at.day)
