"""`man`: the manual page, made from the same table as the help, in the language that is spoken."""

from collections.abc import Iterator, Sequence

import click

from journal import __version__
from journal.cli.common import common
from journal.cli.translated_click import Command
from journal.language import N_, _

_EXIT_CODES: Sequence[tuple[int, str]] = (
    (0, N_("Done.")),
    (1, N_("Unexpected error; its reference stands in the log, never content.")),
    (2, N_("This request cannot be understood.")),
    (3, N_("Wrong or missing passphrase or recovery code.")),
    (4, N_("No such vault, entry or file.")),
    (5, N_("Damaged or altered vault, backup or import.")),
    (6, N_("The vault is open in another process.")),
    (7, N_("Refused by a rule: a statement that is not validated, a target that exists.")),
    (8, N_("Written by a newer version.")),
    (9, N_("The system failed: disk full, read-only, permission.")),
)


@common
@click.command("man", cls=Command)
def man_command() -> None:
    """Print the page in roff, for instance for ~/.local/share/man/man1/recul.1."""
    click.echo("\n".join(page()))


def page() -> Iterator[str]:
    """Yield the lines of the page."""
    from journal.cli.recul import recul

    group = click.Context(recul, info_name="recul")
    yield f'.TH RECUL 1 "" "recul {__version__}" "Recul"'
    yield from _section(
        _("NAME"), f"recul \\- {roff(_('A journal for stepping back from your work, a few minutes a day.'))}"
    )
    yield from _section(_("SYNOPSIS"), "\\fBrecul\\fR", ".br", f"\\fBrecul\\fR {_arguments(recul, group)}")
    yield from _section(_("DESCRIPTION"), roff(str(recul.help)))
    yield from _section(_("OPTIONS"), *_options(recul, group))
    yield from _section(_("COMMANDS"))
    for name in recul.list_commands(group):
        command = recul.get_command(group, name)
        if command is not None:
            yield from _command(command, click.Context(command, info_name=name, parent=group))
    yield from _section(
        _("EXIT STATUS"), *(line for code, words in _EXIT_CODES for line in (".TP", str(code), roff(_(words))))
    )
    yield from _section(
        _("ENVIRONMENT"),
        ".TP", "RECUL_VAULT", roff(_("The vault’s folder, where none is told.")),
        ".TP", "RECUL_LANG", roff(_("The language to speak.")),
        ".TP", "NO_COLOR", roff(_("Nothing is said by colour.")),
    )  # fmt: skip


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    names = context.command_path
    yield f".SS \\fB{roff(names)}\\fR {_arguments(command, context)}".rstrip()
    yield roff(command.help or "")
    yield from _options(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            under = command.get_command(context, name)
            if under is not None:
                yield from _command(under, click.Context(under, info_name=name, parent=context))


def _arguments(command: click.Command, context: click.Context) -> str:
    return roff(" ".join(command.collect_usage_pieces(context)))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield the options of a command, those that every command takes at the top alone."""
    shared = set() if context.parent is None else {each.name for each in context.find_root().command.params}
    for parameter in command.get_params(context):
        told = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if told is not None and parameter.name not in shared and not (shared and "--help" in parameter.opts):
            yield from (".TP", f"\\fB{roff(told[0])}\\fR", roff(told[1]))


def _section(title: str, *lines: str) -> Iterator[str]:
    yield f".SH {roff(title)}"
    yield from lines


def roff(text: str) -> str:
    """Return a text in which nothing is a request: backslashes, hyphens, and what begins a line are written out."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain[:1] in (".", "'") else plain
