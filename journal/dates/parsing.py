"""Moments as people write them: ISO, or plain words in French and English.

Our own small grammar: the library dateparser (1.2, tried with `languages=["fr", "en"]`) reads “hier 18h” as 21:30 two
days ago, “demain 9h” as 00:30, “lundi 9h” as a day two weeks back, and does not know “ce matin” or “hier soir”. A
wrong moment is worse than a refused one, so everything here is matched whole or refused.
"""

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, time, timedelta, timezone

from journal.clock import here, on_a_clock
from journal.errors import UnknownMoment, UnknownMomentAhead
from journal.language import current

_LONGEST = 60
_TWELVE = 12
_NOON = time(_TWELVE)

_DAYS = {
    "aujourd'hui": 0, "today": 0, "hier": -1, "yesterday": -1, "avant-hier": -2, "avant hier": -2,
    "day before yesterday": -2, "demain": 1, "tomorrow": 1, "apres-demain": 2, "apres demain": 2,
    "day after tomorrow": 2, "ce": 0, "cet": 0, "cette": 0, "this": 0,
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for names in ("lundi mardi mercredi jeudi vendredi samedi dimanche",
                  "monday tuesday wednesday thursday friday saturday sunday")
    for number, name in enumerate(names.split())
}  # fmt: skip
_MONTHS = {
    name: number
    for names in ("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
                  "january february march april may june july august september october november december")
    for number, name in enumerate(names.split(), 1)
}  # fmt: skip
_PARTS = {
    "matin": 9, "morning": 9, "midi": 12, "noon": 12, "apres-midi": 15, "apres midi": 15, "afternoon": 15, "soir": 19,
    "evening": 19, "nuit": 22, "night": 22, "minuit": 0, "midnight": 0,
}  # fmt: skip
_NUMBERS = {
    "un": 1, "une": 1, "a": 1, "an": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4,
    "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7, "huit": 8, "eight": 8, "neuf": 9, "nine": 9, "dix": 10,
    "ten": 10,
}  # fmt: skip
_UNITS = {
    "minute": timedelta(minutes=1), "min": timedelta(minutes=1), "mn": timedelta(minutes=1),
    "heure": timedelta(hours=1), "hour": timedelta(hours=1), "h": timedelta(hours=1),
    "quart d'heure": timedelta(minutes=15), "demi-heure": timedelta(minutes=30), "half hour": timedelta(minutes=30),
    "half an hour": timedelta(minutes=30), "jour": timedelta(days=1), "day": timedelta(days=1),
    "semaine": timedelta(weeks=1), "week": timedelta(weeks=1),
}  # fmt: skip

_MONTHS_LONG = {
    "mois": 1,
    "month": 1,
    "months": 1,
    **dict.fromkeys(("an", "ans", "annee", "annees", "year", "years"), 12),
}

_AGO = re.compile(r"il y a (?P<past>.+)|(?P<ago>.+) ago|(?:dans|in) (?P<later>.+)")
_SPAN = re.compile(r"(?:(\d{1,4}|[a-z]+) ?)??(" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")s?")
_CLOCK = re.compile(r"(\d{1,2}) ?(?:h|:|heures?)(?: ?([0-5]\d))?(?: ?(am|pm|du matin|du soir|de l'apres-midi))?")
_TWELVE_HOURS = re.compile(r"(\d{1,2}) ?(am|pm)")
_WEEKDAY = re.compile(r"(?:(last|next|this) )?([a-z]+)(?: (dernier|prochain|passe))?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?([a-z]+)(?: (\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?")
_SMALL_WORDS = re.compile(r"^(?:le|on|the|vers|around|at|a) |(?:^| )(?:a|at|vers|around|on|le)$")


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
    if found >= now or said & {"dernier", "passe", "last", "ago"}:
        return found
    if said & _WEEKDAYS.keys():
        return parse_past(text, now + timedelta(days=7))
    return parse_past(text, now + timedelta(days=366)) if said & _MONTHS.keys() or "/" in text else found


def months_on(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or earlier; the last one where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _folded(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.replace("’", "'")) if not unicodedata.combining(c))
    said = " ".join(bare.casefold().replace("‑", "-").replace(",", " ").split())
    return said.replace("last night", "yesterday night").replace("tonight", "this evening")


def _iso(text: str, now: datetime) -> datetime | None:
    if not text[:4].isdigit():
        return None
    found = datetime.fromisoformat(text)
    if len(text) <= len("2026-11-23"):
        return _noon(found.date(), now)
    return found if found.tzinfo else _here(found, now)


def _span(said: str, now: datetime) -> datetime | None:
    match = _AGO.fullmatch(said)
    if match is None:
        return None
    said = match["past"] or match["ago"] or match["later"]
    if (months := _months(said)) is not None:
        day = months_on(now.date(), months if match["later"] else -months)
        return _here(datetime.combine(day, now.time()), now)
    length = _length(said)
    if length is not None:
        return now + length if match["later"] else now - length
    return None


def _months(said: str) -> int | None:
    number, _space, unit = said.partition(" ")
    count = int(number) if number.isdecimal() else _NUMBERS.get(number)
    return count * _MONTHS_LONG[unit] if count is not None and unit in _MONTHS_LONG else None


def _length(said: str) -> timedelta | None:
    match = _SPAN.fullmatch(said)
    if match is None:
        return None
    number, unit = match[1], _UNITS[match[2]]
    if number is None:
        return unit if match[2] == "half an hour" else None
    count = int(number) if number.isdigit() else _NUMBERS.get(number)
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
    while (shorter := _SMALL_WORDS.sub("", words).strip()) != words:
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
    day = None if day_words in ("ce", "cet", "cette", "this") else _day(day_words, now)
    if day is None:
        return None
    return now if day == now.date() else _noon(day, now)


def _refined(day_words: str, hour: time) -> tuple[str, time]:
    """Return “hier soir” and 8 h as “hier” and 20 h."""
    day, space, part = day_words.rpartition(" ")
    if not space or part not in _PARTS or part in ("midi", "noon", "minuit", "midnight"):
        return day_words, hour
    late = _PARTS[part] > _TWELVE and 0 < hour.hour < _TWELVE
    return day, hour.replace(hour=hour.hour + _TWELVE) if late else hour


def _hour(said: str) -> time | None:
    if (part := said.removeprefix("in the ").removeprefix("au ")) in _PARTS:
        return time(_PARTS[part])
    if match := _CLOCK.fullmatch(said):
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
        if ":" in said and match[2] is None:
            return None
    elif match := _TWELVE_HOURS.fullmatch(said):
        hour, minute, half = int(match[1]), 0, match[2]
    else:
        return None
    if half in ("am", "pm") and not 0 < hour <= _TWELVE:
        return None
    if half == "am":
        hour %= _TWELVE
    elif half is not None and half != "du matin" and hour <= _TWELVE:
        hour = hour % _TWELVE + _TWELVE
    return time(hour, minute)


def _weekday(said: str) -> tuple[int, str] | None:
    match = _WEEKDAY.fullmatch(said)
    if match is None or match[2] not in _WEEKDAYS:
        return None
    return _WEEKDAYS[match[2]], (match[1] or match[3] or "")


def _on_weekday(asked: tuple[int, str], hour: time, now: datetime) -> datetime:
    number, side = asked
    back = (now.weekday() - number) % 7
    if side in ("next", "prochain"):
        day = now.date() + timedelta(days=7 - back)
    elif side:
        day = now.date() - timedelta(days=back or 7)
    else:
        return _latest(now.date() - timedelta(days=back), hour, now, 7)
    return _here(datetime.combine(day, hour), now)


def _day(said: str, now: datetime) -> date | None:
    if said in _DAYS:
        return now.date() + timedelta(days=_DAYS[said])
    if (match := _AGO.fullmatch(said)) and (length := _length(match["past"] or match["ago"] or match["later"])):
        whole = length % timedelta(days=1) == timedelta(0)
        return now.date() + (length if match["later"] else -length) if whole else None
    if (match := _DAY_MONTH.fullmatch(said)) and match[2] in _MONTHS:
        return _dated(int(match[1]), _MONTHS[match[2]], match[3], now)
    if (match := _MONTH_DAY.fullmatch(said)) and match[1] in _MONTHS:
        return _dated(int(match[2]), _MONTHS[match[1]], match[3], now)
    if (match := _FIGURES.fullmatch(said)) and (current() == "fr" or int(match[1]) > _TWELVE):
        return _dated(int(match[1]), int(match[2]), match[3], now)  # 3/4 is two days in English: only 23/4 is clear
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
