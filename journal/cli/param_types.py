"""Values typed on the command line: numbers of entries, moments."""

from datetime import datetime, time
from typing import Any

import click

from journal.language import _

_NOON = time(12)


class RefType(click.ParamType[int]):
    """The number of an entry, with or without its sign."""

    name = "ref"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        digits = str(value).removeprefix("#")
        if not (digits.isascii() and digits.isdigit() and len(digits) < 16):  # noqa: PLR2004 -- SQLite's integers
            self.fail(_("“{value}” is not the number of an entry.").format(value=value), param, ctx)
        return int(digits)


class MomentType(click.ParamType[datetime]):
    """A date or a time, in ISO or in plain words; a day alone means its start, or its end."""

    name = "moment"

    def __init__(self, *, end: bool = False) -> None:
        self.end = end

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ARG002 -- Click's signature
        """Return the moment; raise UnknownMoment when it cannot be read."""
        return value if isinstance(value, datetime) else _moment(str(value), end=self.end)


def _moment(text: str, *, end: bool) -> datetime:
    """Return the moment told; where only a day was told (read as its noon, or as now), the day's start or end."""
    from journal.clock import now
    from journal.dates import parsing as moment

    this = now()
    found = moment.read(text, this)
    if found != this and found.timetz().replace(tzinfo=None) != _NOON:
        return found
    edge = time.max if end else time.min
    return datetime.combine(found.date(), edge).astimezone()


REF = RefType()
MOMENT_FROM = MomentType()
MOMENT_UNTIL = MomentType(end=True)
