"""`log` for Click: its help, its completion, and the rare call in which other options stand before its name.

The usual call is carried out by the program's door, before Click is imported.
"""

import os
import sys

import click

from journal import language
from journal.cli.common import Common, asked, common
from journal.cli.log import log
from journal.cli.translated_click import Argument, Command, Option
from journal.clock import now
from journal.language import N_


@common
@click.command("log", cls=Command)
@click.argument("text", cls=Argument, nargs=-1, metavar=N_("TEXT"))
@click.option("--tag", cls=Option, multiple=True, metavar=N_("TAG"), help=N_("A tag; can be given several times."))
@click.option("--title", cls=Option, metavar=N_("TITLE"), help=N_("A title; otherwise the first line is used."))
@click.option(
    "--at", cls=Option, metavar=N_("WHEN"), help=N_("When it happened: ISO, or plain words such as “yesterday 6pm”.")
)
@asked
def log_command(options: Common, text: tuple[str, ...], at: str | None, title: str | None, tag: tuple[str, ...]) -> int:
    """Hand everything on as it was given."""
    given = [("--vault", options.vault), ("--at", at), ("--title", title), *(("--tag", each) for each in tag)]
    handed = [f"{name}={value}" for name, value in given if value is not None]
    words = ["--", *text] if text else []
    return log([f"--lang={language.current()}", *handed, *words], sys.stdin.buffer, os.environ, now)
