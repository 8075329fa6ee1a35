"""`statement`: progress statements, and their validation in writing."""

import sys

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.param_types import REF
from journal.cli.passphrases import asked_for
from journal.cli.printing import document, say, say_text, tell
from journal.cli.translated_click import Argument, Command, Group, Option
from journal.language import N_, _

_LONGEST_NAME = 1000  # bytes of a line that holds a name


@reporting
@click.group("statement", cls=Group)
def statement_command() -> None:
    """Do nothing more: the commands below do."""


@reporting
@statement_command.command("add", cls=Command, help=N_("Write a statement; it is a draft until you validate it."))
@click.argument("text", cls=Argument, metavar=N_("TEXT"))
@click.option("--objective", cls=Option, type=REF, metavar=N_("REF"), help=N_("The shared objective that it serves."))
@asked
def _add(options: Common, text: str, objective: int | None) -> None:
    from journal.cli.forms import entry_json
    from journal.errors import EntryNotFound
    from journal.model.kind import Kind
    from journal.practice import reading
    from journal.sharing import statements

    with opened(options) as notebook:
        if objective is not None and reading.entry(notebook, objective).kind is not Kind.OBJECTIVE:
            raise EntryNotFound(ref=objective)
        entry = statements.write(notebook, text, objective)
    if options.json:
        document(entry_json(entry, body=True))
    else:
        say(_("Statement #{ref} is a draft.").format(ref=entry.ref))


@reporting
@statement_command.command("validate", cls=Command, help=N_("Validate exactly this text, in your own name."))
@click.argument("ref", cls=Argument, type=REF, metavar=N_("REF"))
@click.option(
    "--by", cls=Option, required=True, metavar=N_("NAME"), help=N_("Your name; you are asked to type it again.")
)
@asked
def _validate(options: Common, ref: int, by: str) -> None:
    from journal.cli.forms import entry_json
    from journal.sharing import statements

    with opened(options) as notebook:
        entry = statements.statement(notebook, ref)
        if sys.stdin.isatty():
            say_text("\n".join(part for part in (entry.title, entry.body) if part))
        entry = statements.validate(notebook, ref, by, _again())
    if options.json:
        document(entry_json(entry, body=True))
    else:
        say(_("Statement #{ref} is validated: the sponsor may read it.").format(ref=ref))


@reporting
@statement_command.command("reword", cls=Command, help=N_("Change a statement; it is a draft again by that."))
@click.argument("ref", cls=Argument, type=REF, metavar=N_("REF"))
@click.argument("text", cls=Argument, metavar=N_("TEXT"))
@asked
def _reword(options: Common, ref: int, text: str) -> None:
    from journal.cli.forms import entry_json
    from journal.practice import reading
    from journal.sharing import statements
    from journal.sharing.statements import Standing

    with opened(options) as notebook:
        before = statements.standing(reading.entry(notebook, ref))
        entry = statements.reword(notebook, ref, text)
    if options.json:
        document(entry_json(entry, body=True))
    elif before is Standing.VALIDATED and statements.standing(entry) is Standing.DRAFT:
        say(_("Statement #{ref} was changed: it is a draft again, and has to be validated again.").format(ref=ref))
    elif before is Standing.VALIDATED:
        say(_("Statement #{ref} is as it was.").format(ref=ref))
    else:
        say(_("Statement #{ref} is a draft.").format(ref=ref))


@reporting
@statement_command.command("unvalidate", cls=Command, help=N_("Take a validation back; no reason is asked."))
@click.argument("ref", cls=Argument, type=REF, metavar=N_("REF"))
@asked
def _unvalidate(options: Common, ref: int) -> None:
    from journal.cli.forms import entry_json
    from journal.sharing import statements

    with opened(options) as notebook:
        entry = statements.unvalidate(notebook, ref)
    if options.json:
        document(entry_json(entry, body=True))
    else:
        say(_("Statement #{ref} is a draft.").format(ref=ref))


def _again() -> str:
    """Return the name typed a second time: at the terminal, or as a line of standard input."""
    question = _("Type your name again to validate exactly this text")
    if sys.stdin.isatty():
        return asked_for(question)
    tell(question)
    return sys.stdin.buffer.readline(_LONGEST_NAME).decode("utf-8", "replace")
