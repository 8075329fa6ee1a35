"""Values typed on the command line, read without Click: numbers of entries, days."""

from datetime import date, time

from journal.clock import now

_NOON = time(12)


def ref(text: str) -> int | None:
    """Return the number of an entry, told with or without its sign; None for what is none."""
    digits = text.removeprefix("#")
    known = digits.isascii() and digits.isdigit() and len(digits) < 16  # noqa: PLR2004 -- SQLite's integers
    return int(digits) if known else None


def day(text: str) -> date:
    """Return the moment told, or the day where only a day was told, which is read as its noon or as now.

    Raises UnknownMoment.
    """
    from journal.dates import parsing

    this = now()
    found = parsing.parse_past(text, this)
    if found != this and found.timetz().replace(tzinfo=None) != _NOON:
        return found
    return found.date()
