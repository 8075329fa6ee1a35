"""`people`: who appears in the journal, and the name they carry outside."""

import click

from journal.cli.common import Common, asked, common, reporting
from journal.cli.opening import opened
from journal.cli.printing import document, say, table
from journal.cli.spoken import Argument, Command, Group, Option
from journal.language import N_, _


@reporting
@click.group("people", cls=Group, invoke_without_command=True)
@click.pass_context
def people_command(context: click.Context) -> None:
    """List the people when nothing else is asked."""
    if context.invoked_subcommand is None:
        context.invoke(_list)


@reporting
@people_command.command("list", cls=Command, help=N_("List the people and their aliases."))
@asked
def _list(options: Common) -> None:
    from journal.practice import reading

    with opened(options) as notebook:
        known = reading.people(notebook)
    if options.json:
        document([{"name": each.name, "alias": each.alias, "forms": list(each.forms)} for each in known])
    else:
        table((each.name, each.alias, ", ".join(each.forms)) for each in known)


@common
@people_command.command("add", cls=Command, help=N_("Add a person, or give one a new alias."))
@click.argument("name", cls=Argument, metavar=N_("NAME"))
@click.option(
    "--alias", cls=Option, required=True, metavar=N_("ALIAS"), help=N_("The name that the person carries outside.")
)
@click.option(
    "--form",
    "forms",
    cls=Option,
    multiple=True,
    metavar=N_("FORM"),
    help=N_("Another form of the name, such as a first name alone; can be given several times."),
)
@asked
def _add(options: Common, name: str, alias: str, forms: tuple[str, ...]) -> None:
    from journal.model.person import Person
    from journal.practice import reading

    with opened(options) as notebook:
        known = next((each for each in reading.people(notebook) if each.name == name), None)
        person = Person(name=name, alias=alias, forms=forms, id=known.id if known else None)
        reading.keep_person(notebook, person)
    say(_("{name} is “{alias}” outside.").format(name=person.name, alias=person.alias))
