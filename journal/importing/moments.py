"""Moments as other programs write them: many shapes of a day, one shape of a time, and what is none is no moment.

A day alone is its midnight. Figures with slashes are read day first, unless the source says or shows otherwise.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum

from journal.clock import here
from journal.dates.vocabulary import vocabulary

EARLIEST, LATEST = 1900, 2199
"""Years in which a note can have been written; others come from figures that are no date."""
_LONGEST = 80
_TWELVE = 12
_FARTHEST = timedelta(hours=16)  # from UTC; the farthest place is 14 hours away
_TWO_DIGITS = 100

_MONTH_NUMBERS = vocabulary().months  # of all languages
_WEEKDAY = rf"(?:{'|'.join(sorted(map(re.escape, vocabulary().weekdays), key=len, reverse=True))})\.?"
_DAY = r"(?P<d>\d{1,2})"
_MONTH = r"(?P<B>[^\W\d_]{3,20})\.?"

# Directives of strftime that a day is made of, and what each matches (https://docs.python.org/3/library/datetime.html).
_DIRECTIVES = {
    "Y": r"(?P<Y>\d{4})", "y": r"(?P<y>\d{2})", "m": r"(?P<m>\d{1,2})", "d": rf"{_DAY}(?:{vocabulary().ordinals})?",
    "B": _MONTH, "A": _WEEKDAY, "b": _MONTH, "a": _WEEKDAY, "e": f" ?{_DAY}", "h": _MONTH,
    "-d": _DAY, "-m": r"(?P<m>\d{1,2})",
}  # fmt: skip
_SHORTHANDS = {"F": "%Y-%m-%d", "D": "%m/%d/%y", "x": "%d/%m/%Y", "c": "%a %b %d %Y"}
_OF_TIME = re.compile(r"[\s,T]*%-?[HIMSpTRrXfzZ].*$")
_TIME = (
    r"(?:(?:[T_,]| ?[-–] ?)? ?(?:at |a |@ ?)?(?P<hour>\d{1,2})(?::| ?h ?|\.)(?P<minute>[0-5]\d)"
    r"(?:[:.](?P<second>[0-5]\d))?"
    r"(?:[.,]\d{1,9})?(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2}))?(?: ?utc| ?gmt)?)"
)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*/)?([^\[\]|/]+)(?:\|[^\[\]]*)?\]\]|\[([^\[\]]+)\]\([^()]*\)")


def _folded(text: str) -> str:
    """Return the text without accents and capitals, each sign still one."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFKD", sign)[0] for sign in text).lower()


@dataclass(frozen=True, slots=True)
class DayFormat:
    """One shape of a day, with what may follow it: a time, and a zone."""

    pattern: str  # as strftime would write the day
    expression: re.Pattern[str]

    @classmethod
    def of(cls, pattern: str) -> "DayFormat | None":
        """Return the format of a strftime pattern, its time aside; None when it says no day."""
        day = _OF_TIME.sub("", pattern)
        for short, whole in _SHORTHANDS.items():
            day = day.replace(f"%{short}", whole)
        parts = re.split(r"%(-?[A-Za-z])", day)
        try:
            text = "".join(_DIRECTIVES[part] if at % 2 else re.escape(_folded(part)) for at, part in enumerate(parts))
            expression = re.compile(rf"{text}(?!\d)(?:{_TIME}(?![\d:]))?")
        except (KeyError, re.error):
            return None
        names = expression.groupindex
        says_a_day = "d" in names and {"m", "B"} & names.keys() and {"Y", "y"} & names.keys()
        return cls(day, expression) if says_a_day else None

    def begins(self, text: str) -> tuple[datetime, int, bool] | None:
        """Return the moment with which a text begins, where it ends, and whether a time was told."""
        match = self.expression.match(_folded(text[:_LONGEST]))
        at = _moment(match) if match else None
        return (at, match.end(), match["hour"] is not None) if match and at else None


def _formats(*patterns: str) -> tuple[DayFormat, ...]:
    return tuple(made for pattern in patterns if (made := DayFormat.of(pattern)))


CLEAR = _formats("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y_%m_%d", "%d %B %Y", "%d-%B-%Y", "%B %d, %Y", "%B %d %Y",
                 "%A, %d %B %Y", "%A %d %B %Y", "%A, %B %d, %Y", "%A, %B %d %Y", "%A %B %d %Y",
                 "%A, %Y/%m/%d", "%A, %Y-%m-%d", "%Y-%m-%d %A", "%Y-%m-%d-%A")  # fmt: skip
DAY_FIRST = _formats("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%d.%m.%y", "%d-%m-%y", "%A %d/%m/%Y",
                     "%A, %d/%m/%Y", "%A %d.%m.%Y")  # fmt: skip
MONTH_FIRST = _formats("%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y", "%m-%d-%y", "%m.%d.%Y", "%A %m/%d/%Y", "%A, %m/%d/%Y")
ALL = (*CLEAR, *DAY_FIRST, *MONTH_FIRST)
MONTHS_BEFORE_DAYS = (*CLEAR, *MONTH_FIRST, *DAY_FIRST)
_MILLISECONDS = re.compile(r"1\d{12}", re.ASCII)  # of 2001 to 2033; no other date has so many figures
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[-_T ]?(\d{2})(\d{2})(\d{2})?)?")


def parse(text: str, formats: Sequence[DayFormat] = ALL) -> datetime | None:
    """Return the moment that a whole text tells, with an offset; None when it tells none."""
    said = unlinked(text).strip().strip("\"'“”«»").strip()
    if not said or len(said) > _LONGEST:
        return None
    if exact := _iso(said):
        return exact
    for each in formats:
        found = each.begins(said)
        if found and found[1] == len(said):
            return found[0]
    if compact := _COMPACT.fullmatch(said):
        return at_numbers(*compact.groups())
    return since_epoch(said) if _MILLISECONDS.fullmatch(said) else None


def since_epoch(milliseconds: str) -> datetime | None:
    """Return the moment that programs count in thousandths since 1970; None when it is none of our time."""
    try:
        at = datetime.fromtimestamp(int(milliseconds) // 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return at if plausible(at) else None


def at_numbers(
    year: str, month: str, day: str, hour: str | None = None, minute: str | None = None, second: str | None = None
) -> datetime | None:
    """Return the local moment of these figures; None when they are none."""
    try:
        told = date(int(year), int(month), int(day))
        clock = time(int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    return local(datetime.combine(told, clock)) if EARLIEST <= told.year <= LATEST else None


def local(naive: datetime) -> datetime:
    """Return a moment without an offset as the clock of this place shows it, its offset in whole minutes."""
    try:
        return here(naive)
    except (OverflowError, OSError, ValueError):  # Windows knows no offset before 1970
        return naive.replace(tzinfo=datetime.now().astimezone().tzinfo)


def plausible(at: datetime) -> bool:
    """Whether a note can have been written then, at a place of this world."""
    offset = at.utcoffset() or timedelta()
    return EARLIEST <= at.year <= LATEST and abs(offset) <= _FARTHEST and not offset % timedelta(minutes=1)


class Order(Enum):
    """In which order the figures of a date stand."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"
    EITHER = "either"  # 02/03/2026


def order_of(text: str) -> Order | None:
    """Return the order that a date shows; None when it has no such figures, or means the same either way."""
    day, month = parse(text, DAY_FIRST), parse(text, MONTH_FIRST)
    if day and month:
        return None if day.date() == month.date() else Order.EITHER
    return Order.DAY_FIRST if day else Order.MONTH_FIRST if month else None


def guessed(texts: Iterable[str]) -> DayFormat | None:
    """Return the one format that reads most of these beginnings; day before month where both do."""
    best: tuple[int, DayFormat | None] = (0, None)
    told = list(texts)
    for each in ALL:
        count = sum(each.begins(text) is not None for text in told)
        if count > best[0]:
            best = count, each
    return best[1]


def unlinked(text: str) -> str:
    """Return text with the words of its links instead of them: `[[2026-03-02]]` is a day."""
    return _LINK.sub(lambda match: match[1] or match[2], text)


def _iso(said: str) -> datetime | None:
    if not said[:4].isdecimal() or not said.isascii() or said.isdecimal():
        return None
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return None
    if not plausible(at):
        return None
    return at if at.tzinfo else local(at)


def _moment(match: re.Match[str]) -> datetime | None:
    told = match.groupdict()
    month = told.get("m") or _MONTH_NUMBERS.get(told.get("B") or "")
    year = int(told.get("Y") or told.get("y") or 0)
    if month is None:
        return None
    year += 0 if told.get("Y") else 2000 if year < _TWO_DIGITS // 2 + 20 else 1900
    hour = int(told["hour"] or 0)
    if told["half"] and hour <= _TWELVE:
        hour = hour % _TWELVE + (_TWELVE if told["half"] == "p" else 0)
    at = at_numbers(str(year), str(month), told["d"], str(hour), told["minute"], told["second"])
    return _zoned(at, told["zone"]) if at else None


def _zoned(at: datetime, zone: str | None) -> datetime | None:
    if not zone:
        return at
    if zone[0] not in "+-":
        return at.replace(tzinfo=UTC)
    figures = zone.replace(":", "")
    offset = timedelta(hours=int(figures[1:3]), minutes=int(figures[3:]))
    if offset > _FARTHEST:
        return None
    return at.replace(tzinfo=timezone(-offset if zone[0] == "-" else offset))
