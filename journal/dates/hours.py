"""An hour of the day as people write it: “18 h 30”, “2.30pm”, “1400”, “half past two”, “midi et demi”."""

from datetime import time, timedelta

from journal.dates.vocabulary import vocabulary

_TWELVE = 12
_SEEN_BY_DAY = 7
"""On a dial without am or pm, hours before this one are those of the afternoon: “half past two” is seldom at night."""


def hour_of(said: str) -> time | None:
    """Return the hour that plain words tell and nothing else, None when they tell none."""
    words = vocabulary()
    part = words.into.sub("", said)
    if part in words.parts or part in words.hours_named:
        return time(words.parts.get(part, words.hours_named.get(part, 0)))
    return _in_figures(said) or _on_the_dial(said)


def bare_hour(said: str) -> time | None:
    """Return the hour of a number alone, which needs a word such as “at” before it."""
    return time(int(said)) if said.isascii() and said.isdigit() and len(said) <= 2 and int(said) < 24 else None  # noqa: PLR2004 -- a day


def _in_figures(said: str) -> time | None:
    words = vocabulary()
    if match := words.four_figures.fullmatch(said):
        return time(int(match[1]), int(match[2]))
    if match := words.clock.fullmatch(said):
        if ":" in said and match[2] is None:
            return None
        return _halved(int(match[1]), int(match[2] or 0), match[3])
    if match := words.dotted.fullmatch(said):
        return _halved(int(match[1]), int(match[2]), match[3])
    if match := words.twelve_hours.fullmatch(said):
        return _halved(int(match[1]), 0, match[2])
    return None


def _halved(hour: int, minute: int, half: str | None) -> time | None:
    """Return the hour of a half of the day; raise ValueError for one that is none."""
    words = vocabulary()
    if half in words.twelve and not 0 < hour <= _TWELVE:
        return None
    if half in words.twelve and half in words.before_noon:
        hour %= _TWELVE
    elif half is not None and half not in words.before_noon and hour <= _TWELVE:
        hour = hour % _TWELVE + _TWELVE
    return time(hour, minute)


def _on_the_dial(said: str) -> time | None:
    """Return what is said by the hands of a clock: “quarter to three”, “deux heures et demie”, “two o’clock”."""
    words = vocabulary()
    half = next((word for word in words.halves if said.endswith(f" {word}")), None)
    told = said[: -len(half)].strip() if half else said
    for pattern, minutes in words.hands:
        if (match := pattern.fullmatch(told)) and (hour := _hour_at(match[1].strip(), half)) is not None:
            return _moved(hour, minutes)
    return _hour_at(told, half) if words.hours_alone.fullmatch(told) else None


def _hour_at(said: str, half: str | None) -> time | None:
    """Return the full hour at which the hands stand, by name or number."""
    words = vocabulary()
    if said in words.hours_named:
        return time(words.hours_named[said])
    match = words.hours_alone.fullmatch(said)
    number = match[1] if match else said
    figure = bare_hour(number)
    hour = figure.hour if figure else words.numbers.get(number, 0)
    if not 0 < hour <= _TWELVE:
        return _in_figures(said)
    if half is not None:
        return _halved(hour, 0, half)
    written_out = match is None or not number.isdigit()  # “2 h” is what the clock of a screen shows
    return time(hour + _TWELVE if written_out and hour < _SEEN_BY_DAY else hour)


def _moved(hour: time, minutes: int) -> time:
    moved = (timedelta(hours=hour.hour, minutes=minutes) + timedelta(days=1)) // timedelta(minutes=1) % (24 * 60)
    return time(moved // 60, moved % 60)
