"""Moments as people write them: ISO, or plain words of any of the languages.

Our own small grammar: the library dateparser (1.2, tried with `languages=["fr", "en"]`) reads “hier 18h” as 21:30 two
days ago, “demain 9h” as 00:30, “lundi 9h” as a day two weeks back, and does not know “ce matin” or “hier soir”. A
wrong moment is worse than a refused one, so everything here is matched whole or refused. The words stand in the file of
each language; `vocabulary.py` puts them together, so that a moment is read in whichever language it is written.
"""

from calendar import monthrange
from datetime import date, datetime, time, timedelta, timezone

from journal.clock import here, on_a_clock
from journal.dates.vocabulary import plain, vocabulary
from journal.errors import UnknownMoment, UnknownMomentAhead
from journal.language import current, facts

_LONGEST = 60
_TWELVE = 12
_NOON = time(_TWELVE)


def parse_past(text: str, now: datetime) -> datetime:
    """Return the moment that the text tells, with an offset, seen from `now` (which carries one).

    A day without an hour is its noon, today is now; a bare hour or weekday is the latest one that has passed. Raises
    UnknownMoment.
    """
    said = _folded(text)
    if not said or len(said) > _LONGEST:
        raise UnknownMoment
    try:
        found = _iso(text.strip(), now) or _span(said, now) or _day_and_hour(said, now)
        if found is not None:
            return on_a_clock(found)
    except (ValueError, OverflowError, OSError) as error:
        raise UnknownMoment from error
    raise UnknownMoment


def told_on_the_wall(text: str, now: datetime) -> datetime:
    """Return what a clock on the wall would have shown, also in an hour that clocks skipped. Raises UnknownMoment."""
    nowhere = timezone((now.utcoffset() or timedelta()) + timedelta(minutes=1))  # no rules: every hour is there
    return parse_past(text, now.replace(tzinfo=nowhere)).replace(tzinfo=None)


def parse_future(text: str, now: datetime) -> datetime:
    """Return the moment that the text tells of something planned: a bare weekday or date is the next one.

    What says that it is past stays past. Raises UnknownMomentAhead.
    """
    try:
        found = parse_past(text, now)
    except UnknownMoment as error:
        raise UnknownMomentAhead from error
    said = set(_folded(text).split())
    if found >= now or said & vocabulary().gone:
        return found
    if said & vocabulary().weekdays.keys():
        return parse_past(text, now + timedelta(days=7))
    return parse_past(text, now + timedelta(days=366)) if said & vocabulary().months.keys() or "/" in text else found


def months_on(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or earlier; the last one where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _folded(text: str) -> str:
    said = plain(text)
    for words, others in vocabulary().said_as.items():
        said = said.replace(words, others)
    return said


def _iso(text: str, now: datetime) -> datetime | None:
    if not text[:4].isdigit():
        return None
    found = datetime.fromisoformat(text)
    if len(text) <= len("2026-11-23"):
        return _noon(found.date(), now)
    return found if found.tzinfo else _here(found, now)


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


def _day_and_hour(said: str, now: datetime) -> datetime | None:
    words = said.split()
    for at in range(len(words) + 1):
        head, tail = " ".join(words[:at]), " ".join(words[at:])
        for day_words, hour_words in ((head, tail), (tail, head)):
            found = _combined(_bare(day_words), _bare(hour_words), now)
            if found is not None:
                return found
    return None


def _bare(words: str) -> str:
    while (shorter := vocabulary().small_words.sub("", words).strip()) != words:
        words = shorter
    return words


def _combined(day_words: str, hour_words: str, now: datetime) -> datetime | None:
    hour = _hour(hour_words) if hour_words else None
    if hour is None:
        return None if hour_words else _whole_day(day_words, now)
    if not day_words:
        return _latest(now.date(), hour, now, 1)
    day_words, hour = _refined(day_words, hour)
    if (weekday := _weekday(day_words)) is not None:
        return _on_weekday(weekday, hour, now)
    day = _day(day_words, now)
    return None if day is None else _here(datetime.combine(day, hour), now)


def _whole_day(day_words: str, now: datetime) -> datetime | None:
    if (weekday := _weekday(day_words)) is not None:
        return _on_weekday(weekday, _NOON, now)
    day = None if day_words in vocabulary().this else _day(day_words, now)
    if day is None:
        return None
    return now if day == now.date() else _noon(day, now)


def _refined(day_words: str, hour: time) -> tuple[str, time]:
    """Return “hier soir” and 8 h as “hier” and 20 h."""
    day, space, part = day_words.rpartition(" ")
    if not space or part not in vocabulary().parts:
        return day_words, hour
    late = vocabulary().parts[part] > _TWELVE and 0 < hour.hour < _TWELVE
    return day, hour.replace(hour=hour.hour + _TWELVE) if late else hour


def _hour(said: str) -> time | None:
    words = vocabulary()
    part = words.into.sub("", said)
    if part in words.parts or part in words.hours_named:
        return time(words.parts.get(part, words.hours_named.get(part, 0)))
    if match := words.clock.fullmatch(said):
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
        if ":" in said and match[2] is None:
            return None
    elif match := words.twelve_hours.fullmatch(said):
        hour, minute, half = int(match[1]), 0, match[2]
    else:
        return None
    if half in words.twelve and not 0 < hour <= _TWELVE:
        return None
    if half in words.twelve and half in words.before_noon:
        hour %= _TWELVE
    elif half is not None and half not in words.before_noon and hour <= _TWELVE:
        hour = hour % _TWELVE + _TWELVE
    return time(hour, minute)


def _weekday(said: str) -> tuple[int, str] | None:
    words = vocabulary()
    match = words.weekday.fullmatch(said)
    if match is None or match[2] not in words.weekdays:
        return None
    return words.weekdays[match[2]], words.before_weekday.get(match[1]) or words.after_weekday.get(match[3]) or ""


def _on_weekday(asked: tuple[int, str], hour: time, now: datetime) -> datetime:
    number, side = asked
    back = (now.weekday() - number) % 7
    if side == "ahead":
        day = now.date() + timedelta(days=7 - back)
    elif side:
        day = now.date() - timedelta(days=back or 7)
    else:
        return _latest(now.date() - timedelta(days=back), hour, now, 7)
    return _here(datetime.combine(day, hour), now)


def _day(said: str, now: datetime) -> date | None:
    words = vocabulary()
    if said in words.days:
        return now.date() + timedelta(days=words.days[said])
    span, sign = _span_words(said)
    if length := _length(span):
        whole = length % timedelta(days=1) == timedelta(0)
        return now.date() + sign * length if whole else None
    if (match := words.day_month.fullmatch(said)) and match[2] in words.months:
        return _dated(int(match[1]), words.months[match[2]], match[3], now)
    if (match := words.month_day.fullmatch(said)) and match[1] in words.months:
        return _dated(int(match[2]), words.months[match[1]], match[3], now)
    if (match := words.figures.fullmatch(said)) and (facts(current()).get("day_first") or int(match[1]) > _TWELVE):
        return _dated(int(match[1]), int(match[2]), match[3], now)
    return None


def _dated(day: int, month: int, year: str | None, now: datetime) -> date:
    """Return the date; without a year the latest one that is not in the future."""
    if year:
        return date(int(year), month, day)
    this_year = date(now.year, month, day)
    return this_year if this_year <= now.date() else date(now.year - 1, month, day)


def _latest(day: date, hour: time, now: datetime, step: int) -> datetime:
    found = _here(datetime.combine(day, hour), now)
    return found if found <= now else _here(datetime.combine(day - timedelta(days=step), hour), now)


def _noon(day: date, now: datetime) -> datetime:
    return _here(datetime.combine(day, _NOON), now)


def _here(local: datetime, now: datetime) -> datetime:
    """Return the local time with the offset that holds here on that day, daylight saving included."""
    if isinstance(now.tzinfo, timezone) and now.replace(tzinfo=None).astimezone().utcoffset() == now.utcoffset():
        return here(local)  # `now` came from this machine: its zone knows the offset of the other day
    return local.replace(tzinfo=now.tzinfo)
