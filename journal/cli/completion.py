"""`completion`: the script that lets a shell complete commands and options."""

import click

from journal.cli.common import common
from journal.cli.translated_click import Argument, Command
from journal.language import N_

_SHELLS = ("bash", "zsh", "fish")


@common
@click.command("completion", cls=Command)
@click.argument("shell", cls=Argument, type=click.Choice(_SHELLS), metavar=N_("SHELL"))
def completion_command(shell: str) -> None:
    """Print Click's script, to be read by the shell's start file."""
    from click.shell_completion import get_completion_class

    from journal.cli.recul import recul

    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(recul, {}, "recul", "_RECUL_COMPLETE").source())
