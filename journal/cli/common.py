"""The options that every command takes, before or after its name."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from journal import __version__, language
from journal.cli.language_option import speak
from journal.cli.printing import speak_plainly
from journal.cli.reading_forms import JSON, LANGUAGE, PASSPHRASE, PLAIN, VAULT, Given
from journal.cli.request import Common
from journal.cli.translated_click import Option
from journal.language import N_

__all__ = ["Common", "asked", "common", "option_of", "reporting"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


def option_of(given: Given, **more: Any) -> Callable[[Decorated], Decorated]:
    """Return an option for Click as it is declared."""
    flag = given.sort == "flag"
    return click.option(
        given.name, given.to, cls=Option, metavar=given.metavar, is_flag=flag or None, help=given.help, **more
    )


def _note(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Remember an option wherever it stood; the one after the command's name wins."""
    if value is not None and value is not False and parameter.name:
        setattr(context.ensure_object(Common), parameter.name, value)


def _speak(_context: click.Context, _parameter: click.Parameter, value: language.Language | None) -> None:
    if value is not None:
        speak(value)


def _speak_plainly(_context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value:  # the group and the command ask both, and one of them is told
        speak_plainly(plain=True)


def _tell_version(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        click.echo(f"recul {__version__}")
        context.exit()


_VAULT = option_of(VAULT, expose_value=False, callback=_note)
_PASSPHRASE = option_of(PASSPHRASE, expose_value=False, callback=_note)
_LANGUAGE = option_of(
    LANGUAGE, type=click.Choice(language.languages()), expose_value=False, is_eager=True, callback=_speak
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
_PLAIN = option_of(PLAIN, expose_value=False, callback=_speak_plainly)
_JSON = option_of(JSON, expose_value=False, callback=_note)


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
