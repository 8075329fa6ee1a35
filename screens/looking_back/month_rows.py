"""Rows of what the months show: what returns, as bars with its unit, then each month in a few of one’s own words."""

from collections.abc import Iterator, Sequence

from journal.dates.wording import day_and_month, month
from journal.language import N_, _, ngettext
from journal.model.entry import EntryLine
from journal.model.kind import State
from journal.model.pattern import Pattern
from journal.practice.looking_back import Month, returning
from journal.practice.months_in_words import Levels, MonthInWords
from journal.practice.patterns_in_words import PATTERN_WORDS as EXPLAINED
from journal.practice.states_in_words import state_word
from screens.looking_back.small_multiples import bars, initials, levels
from screens.vocabulary.patterns import listed
from screens.widgets.entry_row import title_of
from screens.widgets.rows import Row

SITUATIONS = "situations"
PATTERN = "pattern"
TAG = "tag"
CURVE = "check_ins"
LEVEL = "level"
ENTRY = "entry"
_TOP = 10  # of every level that is noted
_MOST_LEARNT = 4  # lines of a month that stand here; the others are under the learnings
_FEWEST = 2  # months that make a course


def course_rows(months: Sequence[Month], load: Levels, mood: Levels) -> Iterator[Row]:
    """Yield what returns and how strong it was, month by month; in the first month there is no course yet."""
    if not months:
        return
    if len(months) < _FEWEST:
        yield Row("", _("Your first month. With the second, what returns will show here."))
        yield Row("", "")
        return
    firsts = [each.first for each in months]
    yield Row("", _("Month by month"), initials(firsts, _("times")))
    yield _counted(SITUATIONS, _("situations"), [each.situations for each in months])
    for pattern in Pattern:
        counts = [each.patterns[pattern] for each in months]
        if any(counts):
            yield _counted(f"{PATTERN}:{pattern.value}", listed(pattern), counts)
            if (explained := _(EXPLAINED[pattern])) != listed(pattern):
                yield Row("", f"  {explained}", quiet=True)
    for name in returning(months):
        yield _counted(f"{TAG}:{name}", f"#{name}", [each.tags.get(name, 0) for each in months])
    intensity = Levels(tuple(each.weakest for each in months), tuple(each.strongest for each in months))
    noted = [
        *_leveled(SITUATIONS, _("intensity"), intensity),
        *_leveled(CURVE, _("load"), load),
        *_leveled(CURVE, _("mood"), mood),
    ]
    if noted:
        yield Row("", "")
        yield Row("", _("From 0 to 10, as noted"), initials(firsts), whole=True)
        yield from noted
    yield Row("", "")


def _counted(row: str, words: str, counts: Sequence[int]) -> Row:
    return Row(row, words, bars(counts, tail=str(sum(counts))), whole=True)


def _leveled(row: str, words: str, noted: Levels) -> Iterator[Row]:
    """Yield the highest of each month and the lowest, one bar each and the number at the end that it reached."""
    if any(each is not None for each in noted.highest):
        highest = max(each for each in noted.highest if each is not None)
        lowest = min(each for each in noted.lowest if each is not None)
        most = _("{what}, highest").format(what=words)
        least = _("{what}, lowest").format(what=words)
        above = levels(noted.highest, most=_TOP, tail=str(highest))
        below = levels(noted.lowest, most=_TOP, tail=str(lowest))
        yield Row(f"{LEVEL}:{row}:{words}:highest", most, above, whole=True)
        yield Row(f"{LEVEL}:{row}:{words}:lowest", least, below, whole=True)


def month_rows(told: Sequence[MonthInWords], situations: Sequence[Month]) -> Iterator[Row]:
    """Yield each month, newest first, in a few lines that open; one that holds nothing is left out."""
    counted = {each.first: each.situations for each in situations}
    for each in told:
        rows = list(_lines(each))
        if rows:
            count = counted.get(each.first, 0)
            words = ngettext("{count} situation", "{count} situations", count).format(count=count) if count else ""
            yield Row("", month(each.first).capitalize(), words)
            yield from rows
            yield Row("", "")


def _lines(told: MonthInWords) -> Iterator[Row]:
    for words, line in ((N_("first words"), told.begins), (N_("last words"), told.ends)):
        if line is not None:
            yield _line(_(words), line)
    for line in told.learnt[-_MOST_LEARNT:]:
        yield _line(_("learnt"), line)
    for line in told.steps:
        yield _line(_("step, {word}").format(word=state_word(line.kind, State(line.state))), line)
    for line in told.sessions:
        yield _line(_("session"), line)


def _line(words: str, line: EntryLine) -> Row:
    return Row(
        f"{ENTRY}:{line.kind.value}:{line.ref}",
        f"  {words}  {title_of(line)}",
        day_and_month(line.happened_at.date()),
    )
