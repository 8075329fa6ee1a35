"""`disclosures`: what has left, what somebody knows by it, and where an entry went."""

import click

from journal.cli import export_options as leaving
from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.param_types import REF
from journal.cli.printing import document, local, table
from journal.cli.translated_click import Argument, Command, Option
from journal.errors import UnknownRecipient
from journal.language import N_
from journal.model.disclosure import Disclosure, Protection
from journal.same_name import name_key

_AGE_KEY = "age1"


@reporting
@click.command("disclosures", cls=Command)
@click.argument("words", cls=Argument, nargs=-1, metavar=N_("WORDS"))
@click.option(
    "--knows",
    cls=Option,
    metavar=N_("NAME"),
    help=N_("Tell instead, entry by entry, everything that NAME ever received."),
)
@click.option("--entry", cls=Option, type=REF, metavar=N_("REF"), help=N_("Only what carried this entry."))
@asked
def disclosures_command(options: Common, words: tuple[str, ...], knows: str | None, entry: int | None) -> None:
    """List the register, newest first, or what of it was asked for."""
    from journal.sharing.disclosing import recipients_known, register
    from journal.sharing.repository import recipient

    with opened(options) as notebook:
        departures = register(notebook, " ".join(words))
        if entry is not None:
            departures = [each for each in departures if entry in each.refs]
        if knows is not None:
            if name_key(knows) not in map(name_key, recipients_known(notebook)) and (
                recipient(notebook, knows) is None
            ):
                raise UnknownRecipient(name=knows)
            _tell_known(departures, knows, as_json=options.json)
            return
    if options.json:
        document([leaving.record(each) for each in departures])
    else:
        table(map(_row, departures))


def _row(departure: Disclosure) -> tuple[str, ...]:
    from journal.cli.labels import audience_word

    return (
        local(departure.at),
        audience_word(departure.audience),
        _shortened(departure.recipient),
        departure.file_name,
        "" if departure.protection is Protection.NONE else departure.protection.value,
        "; ".join(departure.titles),
    )


def _shortened(recipient: str) -> str:
    """Return an age key by its beginning and end, which tell it apart, and a name as it is."""
    return f"{recipient[:10]}…{recipient[-4:]}" if recipient.startswith(_AGE_KEY) else recipient


def _tell_known(departures: list[Disclosure], name: str, *, as_json: bool) -> None:
    from journal.sharing.disclosing import known_by

    known = known_by(departures, name)
    if as_json:
        document(
            [
                {"ref": each.ref, "title": each.title, "at": [left.at.isoformat() for left in each.departures]}
                for each in known
            ]
        )
    else:
        table((f"#{each.ref}", ", ".join(local(left.at) for left in each.departures), each.title) for each in known)
