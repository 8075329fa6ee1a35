"""`log` as Click's help and completion know it; the command itself runs before Click is imported."""

import click

from journal.cli.common import common
from journal.cli.spoken import Argument, Command, Option
from journal.language import N_


@common
@click.command("log", cls=Command)
@click.argument("text", cls=Argument, nargs=-1, metavar=N_("TEXT"))
@click.option("--tag", cls=Option, multiple=True, metavar=N_("TAG"), help=N_("A tag; can be given several times."))
@click.option("--title", cls=Option, metavar=N_("TITLE"), help=N_("A title; otherwise the first line serves."))
@click.option(
    "--at", cls=Option, metavar=N_("WHEN"), help=N_("When it happened: ISO, or plain words such as “yesterday 6pm”.")
)
def log_command(**_given: object) -> None:
    """Never reached with a text: the program's door has carried it out before."""
