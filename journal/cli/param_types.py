"""Values typed on the command line: numbers of entries, moments."""

from datetime import date, datetime, time
from typing import Any

import click
from click.shell_completion import CompletionItem

from journal.cli import typed_values
from journal.clock import here
from journal.language import _


class RefType(click.ParamType[int]):
    """The number of an entry, with or without its sign."""

    name = "ref"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return numbers of entries while the key is in hand; they and their titles are secrets otherwise."""
        from journal.cli.offered_words import refs

        return refs(ctx, param, incomplete)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        number = typed_values.ref(str(value))
        if number is None:
            self.fail(_("“{value}” is not the number of an entry.").format(value=value), param, ctx)
        return number


class MomentType(click.ParamType[datetime]):
    """A date or a time, in ISO or in plain words; a day alone means its start."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ARG002 -- Click's signature
        """Return the moment; raise UnknownMoment when it cannot be read."""
        told = value if isinstance(value, datetime) else typed_values.day(str(value))
        return told if isinstance(told, datetime) else here(datetime.combine(told, time()))


class DayType(click.ParamType[date]):
    """A day on the clock where things happened, or a moment when an hour was told as well."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002 -- Click's signature
        """Return the day or the moment; raise UnknownMoment when it cannot be read."""
        return value if isinstance(value, date) else typed_values.day(str(value))


class ProtocolType(click.ParamType[str]):
    """The code of a protocol; a shell is offered those at hand, which are no secret."""

    name = "protocol"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 -- Click's signature
        """Return the codes that begin so, each with its title."""
        from journal.practice.protocols_at_hand import at_hand

        return [
            CompletionItem(each.code, help=each.title.here)
            for each in at_hand().protocols
            if each.code.startswith(incomplete)
        ]


REF = RefType()
MOMENT_FROM = MomentType()
DAY = DayType()
