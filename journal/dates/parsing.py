"""Moments as people write them: ISO, or plain words of any of the languages.

Our own small grammar: the library dateparser (1.2, tried with `languages=["fr", "en"]`) reads “hier 18h” as 21:30 two
days ago, “demain 9h” as 00:30, “lundi 9h” as a day two weeks back, and does not know “ce matin” or “hier soir”. A
wrong moment is worse than a refused one, so everything here is matched whole or refused. The words stand in the file of
each language; `vocabulary.py` puts them together, so that a moment is read in whichever language it is written. What
the program prints it reads.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone

from journal.clock import here, on_a_clock
from journal.dates.days import Toward, day_of, either_of, on_side, weekday_of
from journal.dates.hours import bare_hour, hour_of
from journal.dates.parts_of_spans import month_without_day
from journal.dates.vocabulary import plain, vocabulary
from journal.errors.moments import DayOrMonth, FarYear, NoSuchDay, UnknownMoment, UnknownMomentAhead, WhichDay

_LONGEST = 60
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TWELVE = 12
_NOON = time(_TWELVE)
_WEEK = timedelta(days=7)
_YEARS_BACK = {Toward.PAST: 100, Toward.AHEAD: 10, Toward.NEAREST: 20}
_YEARS_AHEAD = 10


def parse_past(text: str, now: datetime) -> datetime:
    """Return the moment that the text tells, with an offset, seen from `now` (which carries one).

    A day without an hour is its noon, today is now; a bare hour, weekday or date is the latest one that has passed.
    Raises UnknownMoment.
    """
    return _parse(text, now, Toward.PAST)


def parse_future(text: str, now: datetime) -> datetime:
    """Return the moment that the text tells of something planned: a bare weekday or date is the next one.

    What says that it is past stays past. Raises UnknownMomentAhead.
    """
    try:
        return _parse(text, now, Toward.AHEAD)
    except UnknownMoment as error:
        if type(error) is not UnknownMoment:
            raise  # it says already what was not understood
        raise UnknownMomentAhead from error


def parse_nearest(text: str, now: datetime) -> datetime:
    """Return the moment that the text tells of what may be past or planned: a bare weekday or date is the nearest one.

    Raises UnknownMoment.
    """
    return _parse(text, now, Toward.NEAREST)


def told_on_the_wall(text: str, now: datetime, read: Callable[[str, datetime], datetime] = parse_past) -> datetime:
    """Return what a clock on the wall would have shown, also in an hour that clocks skipped. Raises UnknownMoment."""
    nowhere = timezone((now.utcoffset() or timedelta()) + timedelta(minutes=1))  # no rules: every hour is there
    return read(text, now.replace(tzinfo=nowhere)).replace(tzinfo=None)


def months_on(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or earlier; the last one where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _parse(text: str, now: datetime, toward: Toward) -> datetime:
    said = _folded(text)
    if not said or len(said) > _LONGEST:
        raise UnknownMoment
    try:
        exact = _iso(text.strip(), now)
        if exact is not None and toward is Toward.PAST:
            return on_a_clock(exact)  # whoever writes all of it means it, be it long ago
        found = exact or _span(said, now) or _day_and_hour(said, now, toward)
        if found is not None:
            return on_a_clock(_not_far(found, now, toward))
    except (ValueError, OverflowError, OSError) as error:
        raise UnknownMoment from error
    if numbers := either_of(said):
        raise DayOrMonth(*numbers)
    if (month := month_without_day(said)) is not None:
        raise WhichDay(month)
    raise UnknownMoment


def _not_far(found: datetime, now: datetime, toward: Toward) -> datetime:
    """Return a moment; raise FarYear for one so far away that its year is a slip: “3 December 1400”."""
    if not now.year - _YEARS_BACK[toward] <= found.year <= now.year + _YEARS_AHEAD:
        raise FarYear
    return found


def _folded(text: str) -> str:
    said = plain(text)
    for words, others in vocabulary().said_as:
        said = words.sub(others, said)
    return said


def _iso(text: str, now: datetime) -> datetime | None:
    if not text[:4].isdigit() or text[4:5] != "-":
        return None
    if _ISO_DAY.fullmatch(text[:10]):
        _in_a_calendar(text[:10])
    if text[10:11] in (" ", ",") and (hour := hour_of(_folded(text[10:].strip(" ,")))) is not None:
        return _here(datetime.combine(date.fromisoformat(text[:10]), hour), now)  # as lists print it: “2026-11-23 2 pm”
    found = datetime.fromisoformat(text)
    if len(text) <= len("2026-11-23"):
        return _noon(found.date(), now)
    return found if found.tzinfo else _here(found, now)


def _in_a_calendar(day: str) -> None:
    """Raise NoSuchDay for 2026-02-30."""
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise NoSuchDay from error


def _span(said: str, now: datetime) -> datetime | None:
    span, sign = _span_words(said)
    if (months := _months(span)) is not None:
        return _here(datetime.combine(months_on(now.date(), sign * months), now.time()), now)
    length = _length(span)
    return None if length is None else now + sign * length


def _span_words(said: str) -> tuple[str, int]:
    """Return “deux semaines” and -1 of “il y a deux semaines”; no words when no span is told."""
    for pattern, sign in vocabulary().spans:
        if match := pattern.fullmatch(said):
            return match[1], sign
    return "", 0


def _months(said: str) -> int | None:
    number, _space, unit = said.partition(" ")
    count = int(number) if number.isdecimal() else vocabulary().numbers.get(number)
    months = vocabulary().month_counts.get(unit)
    return None if count is None or months is None else count * months


def _length(said: str) -> timedelta | None:
    match = vocabulary().length.fullmatch(said)
    if match is None:
        return None
    number, unit = match[1], timedelta(minutes=vocabulary().minutes[match[2]])
    if number is None:
        return unit if match[2] in vocabulary().alone else None
    count = int(number) if number.isdigit() else vocabulary().numbers.get(number)
    return None if count is None else count * unit


def _day_and_hour(said: str, now: datetime, toward: Toward) -> datetime | None:
    """Return what a day and an hour tell, in either order, the longest day first: a year is no hour."""
    words = said.split()
    for at in range(len(words), -1, -1):
        head, tail = " ".join(words[:at]), " ".join(words[at:])
        for day_words, hour_words in ((head, tail), (tail, head)):
            found = _combined(day_words, hour_words, now, toward)
            if found is not None:
                return found
    return None


def _bare(words: str) -> str:
    while (shorter := vocabulary().small_words.sub("", words).strip()) != words:
        words = shorter
    return words


def _combined(day_words: str, hour_words: str, now: datetime, toward: Toward) -> datetime | None:
    bare = _bare(hour_words)
    hour = (hour_of(bare) or (bare_hour(bare) if bare != hour_words.strip() else None)) if bare else None
    if not hour_words.strip():
        return _whole_day(day_words, now, toward)
    if hour is None:
        return None
    if not day_words:
        return None if _is_year(hour_words, now) else _on_clock(now, hour, toward)
    for each in _forms(day_words):
        told, at = _refined(each, hour)
        if (weekday := weekday_of(told)) is not None:
            return _on_weekday(weekday, at, now, toward)
        if (day := _day(told, now, toward)) is not None:
            return _here(datetime.combine(day, at), now)
    return None


def _forms(day_words: str) -> tuple[str, ...]:
    """Return the words of a day as they are, where "le 3" needs its article, and without one."""
    bare = _bare(day_words)
    without = vocabulary().article.sub("", bare)
    return (bare,) if without == bare else (bare, without)


def _is_year(words: str, now: datetime) -> bool:
    return words.isdecimal() and abs(int(words) - now.year) <= _YEARS_AHEAD


def _whole_day(day_words: str, now: datetime, toward: Toward) -> datetime | None:
    for each in _forms(day_words):
        if (weekday := weekday_of(each)) is not None:
            return _on_weekday(weekday, _NOON, now, toward)
        day = None if each in vocabulary().this else _day(each, now, toward)
        if day is not None:
            return now if day == now.date() else _noon(day, now)
    return None


def _refined(day_words: str, hour: time) -> tuple[str, time]:
    """Return “hier soir” and 8 h as “hier” and 20 h."""
    day, space, part = day_words.rpartition(" ")
    if not space or part not in vocabulary().parts:
        return day_words, hour
    late = vocabulary().parts[part] > _TWELVE and 0 < hour.hour < _TWELVE
    return day, hour.replace(hour=hour.hour + _TWELVE) if late else hour


def _on_weekday(asked: tuple[int, str], hour: time, now: datetime, toward: Toward) -> datetime:
    day = on_side(asked, now.date())
    if day is not None:
        return _here(datetime.combine(day, hour), now)
    back = timedelta(days=(now.weekday() - asked[0]) % 7)
    return _nearest([now.date() - back + weeks * _WEEK for weeks in (-1, 0, 1)], hour, now, toward)


def _on_clock(now: datetime, hour: time, toward: Toward) -> datetime:
    """Return when a clock shows an hour; without a day what is planned is meant for today until the hour has passed."""
    day = now.date()
    if toward is Toward.AHEAD:
        return _nearest([day, day + timedelta(days=1)], hour, now, toward)
    return _nearest([day - timedelta(days=1), day], hour, now, Toward.PAST)


def _nearest(days: list[date], hour: time, now: datetime, toward: Toward) -> datetime:
    moments = [_here(datetime.combine(day, hour), now) for day in days]
    fitting = [at for at in moments if (at <= now if toward is Toward.PAST else at >= now)]
    return min(moments if toward is Toward.NEAREST else fitting, key=lambda at: (abs(at - now), at))


def _day(said: str, now: datetime, toward: Toward) -> date | None:
    today = now.date()
    span, sign = _span_words(said)
    if length := _length(span):
        whole = length % timedelta(days=1) == timedelta(0)
        return today + sign * length if whole else None
    return day_of(said, today, toward)


def _noon(day: date, now: datetime) -> datetime:
    return _here(datetime.combine(day, _NOON), now)


def _here(local: datetime, now: datetime) -> datetime:
    """Return the local time with the offset that holds here on that day, daylight saving included."""
    if isinstance(now.tzinfo, timezone) and now.replace(tzinfo=None).astimezone().utcoffset() == now.utcoffset():
        return here(local)  # `now` came from this machine: its zone knows the offset of the other day
    return local.replace(tzinfo=now.tzinfo)
