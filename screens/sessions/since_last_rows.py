"""Rows of what happened since the last session: what it is, when it was, and the word that tells it apart."""

from collections.abc import Collection, Sequence

from journal.dates.wording import day_and_month, near_day
from journal.language import _
from journal.model.checkin import CheckInDetails
from journal.model.entry import Entry, EntryLine
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.unreadable import unreadable_words
from journal.practice import reading, scheduling
from journal.practice.notebook import Notebook
from journal.practice.preparing import Since
from journal.practice.states_in_words import state_word
from screens.vocabulary import patterns
from screens.vocabulary.audiences import audience_words
from screens.widgets.rows import Row

_TITLE_WIDE = 30  # cells a mark, a number and a title keep before the words beside them give way


def since_when(since: Since, session: Entry) -> str:
    """Return from when on the lines are; before a first session six weeks, counted from today where it lies ahead."""
    day = day_and_month(since.start.date())
    if since.previous:
        told = _("Since session {number}, {day}   ·   space chooses, shift+↑↓ orders")
        return told.format(number=scheduling.number_of(since.previous), day=day)
    if session.state is State.HELD:
        return _("Written in the six weeks before   ·   space chooses, shift+↑↓ orders")
    return _("Written since {day}   ·   space chooses, shift+↑↓ orders").format(day=day)


def gathered_rows(notebook: Notebook, since: Since, lines: Sequence[EntryLine], brings: Collection[int]) -> list[Row]:
    """Return a row for each line; days and words stand in columns of their own."""
    today = notebook.clock().date()
    days = [near_day(since.days.get(line.ref, line.happened_at.date()), today) for line in lines]
    words = [_word(line, since) for line in lines]
    day_wide, word_wide = (max(map(len, column), default=0) for column in (days, words))
    return [
        Row(
            str(line.ref),
            f"{'✓' if line.ref in brings else ' '} {line.ref:>4}  {_named(notebook, line)}",
            (f"{day:<{day_wide}}", f"  {word:<{word_wide}}"),
            quiet=spec_of(line.kind).private,
            least=_TITLE_WIDE,
        )
        for line, day, word in zip(lines, days, words, strict=True)
    ]


def _named(notebook: Notebook, line: EntryLine) -> str:
    title = line.title or _("(no title)")
    if line.kind is Kind.SITUATION:
        return title
    if line.kind is Kind.CHECKIN:
        title = _weather(notebook, line) or _("noted")
    return _("{kind} · {title}").format(kind=_(spec_of(line.kind).word), title=title)


def _weather(notebook: Notebook, line: EntryLine) -> str:
    """Return what a check-in holds: "charge 7 · « serré »"."""
    entry = reading.entry_or_raw(notebook, line.ref)
    if not isinstance(entry, Entry):
        return unreadable_words(entry.why)
    noted = entry.details_as(CheckInDetails)
    parts = [_("load {level}").format(level=noted.load) if noted.load is not None else ""]
    parts.append(_("mood {level}").format(level=noted.mood) if noted.mood is not None else "")
    parts.append(_("“{words}”").format(words=noted.word) if noted.word else "")
    return " · ".join(filter(None, parts))


def _word(line: EntryLine, since: Since) -> str:
    if line.kind is Kind.CHECKIN:
        return audience_words(line.audience)
    if line.kind is Kind.STEP:
        step = since.steps.get(line.ref)
        if line.state is not State.OPEN:
            return state_word(line.kind, line.state)
        if step is not None and step.became is State.POSTPONED:
            return state_word(line.kind, State.POSTPONED)
        return _("look again") if step is not None and since.days[line.ref] == step.review_on else ""
    if line.kind is Kind.QUESTION or (line.kind is Kind.PLAN and line.state is not State.OPEN):
        return state_word(line.kind, line.state)
    return patterns.short(line.patterns)
