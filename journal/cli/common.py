"""The options that every command takes, before or after its name."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from journal import __version__, language
from journal.cli.language_option import speak
from journal.cli.translated_click import Option
from journal.language import N_

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


@dataclass
class Common:
    """What was asked for beside the command itself."""

    vault: str | None = None
    passphrase_file: str | None = None
    json: bool = False

    def folder(self) -> Path:
        """Return the vault's folder: the option, RECUL_VAULT, the platform's place."""
        from journal import paths

        return paths.vault_folder(self.vault, os.environ, language.current())


def _note(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Remember an option wherever it stood; the one after the command's name wins."""
    if value is not None and value is not False and parameter.name:
        setattr(context.ensure_object(Common), parameter.name, value)


def _speak(_context: click.Context, _parameter: click.Parameter, value: language.Language | None) -> None:
    if value is not None:
        speak(value)


def _speak_plainly(_context: click.Context, _parameter: click.Parameter, value: object) -> None:
    from journal.cli.printing import speak_plainly

    speak_plainly(bool(value))


def _tell_version(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        click.echo(f"recul {__version__}")
        context.exit()


_VAULT = click.option(
    "--vault",
    cls=Option,
    metavar=N_("DIR"),
    expose_value=False,
    callback=_note,
    help=N_("The vault’s folder; otherwise RECUL_VAULT, otherwise the usual place."),
)
_PASSPHRASE = click.option(
    "--passphrase-file",
    cls=Option,
    metavar=N_("FILE"),
    expose_value=False,
    callback=_note,
    help=N_("Read the passphrase from the first line of FILE (“-”: standard input)."),
)
_LANGUAGE = click.option(
    "--lang",
    cls=Option,
    type=click.Choice(language.languages()),
    expose_value=False,
    is_eager=True,
    callback=_speak,
    help=N_("The language to speak."),
)
_VERSION = click.option(
    "--version",
    cls=Option,
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_tell_version,
    help=N_("Show the version and exit."),
)
_PLAIN = click.option(
    "--plain",
    cls=Option,
    is_flag=True,
    expose_value=False,
    callback=_speak_plainly,
    help=N_("Write no columns and cut nothing, as it is read aloud; so does TERM=dumb."),
)
_JSON = click.option(
    "--json",
    cls=Option,
    is_flag=True,
    expose_value=False,
    callback=_note,
    help=N_("Write one JSON document, without decoration."),
)


def common(command: Decorated) -> Decorated:
    """Give a command the options that every command takes."""
    for option in (_VERSION, _LANGUAGE, _PASSPHRASE, _VAULT):
        command = option(command)
    return command


def reporting(command: Decorated) -> Decorated:
    """Give a command that lists or reports the common options, `--json` and `--plain`."""
    return common(_JSON(_PLAIN(command)))


asked = click.make_pass_decorator(Common, ensure=True)
"""Hand the common options to a command as its first argument."""
