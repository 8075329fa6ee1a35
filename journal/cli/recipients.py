"""`recipients`: to whom something leaves, and the form in which they like it."""

import click

from journal.cli.common import Common, asked, common, reporting
from journal.cli.opening import opened
from journal.cli.printing import document, say, table
from journal.cli.translated_click import Argument, Command, Group, Option
from journal.errors import ProtectionUnfit, UnknownRecipient, UnknownRecipientKey
from journal.language import N_, _
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.sharing.rendering.formats import names


@reporting
@click.group("recipients", cls=Group, invoke_without_command=True)
@click.pass_context
def recipients_command(context: click.Context) -> None:
    """List the recipients when nothing else is asked."""
    if context.invoked_subcommand is None:
        context.invoke(_list)


@reporting
@recipients_command.command("list", cls=Command, help=N_("List the recipients, their form and their protection."))
@asked
def _list(options: Common) -> None:
    from journal.cli.labels import audience_word
    from journal.sharing import repository as keeping

    with opened(options) as notebook:
        kept = keeping.recipients(notebook)
    if options.json:
        document([each.model_dump(mode="json") for each in kept])
    else:
        table(
            (each.name, audience_word(each.audience), each.format.value, each.protection.value, each.age_key or "")
            for each in kept
        )


@common
@recipients_command.command("add", cls=Command, help=N_("Keep a recipient, in place of the one of the same name."))
@click.argument("name", cls=Argument, metavar=N_("NAME"))
@click.option(
    "--for",
    "audience",
    cls=Option,
    type=click.Choice([each.value for each in Audience if each.outside]),
    default=Audience.PRACTITIONER.value,
    show_default=True,
    help=N_("As whom they read."),
)
@click.option("--age-key", cls=Option, metavar="AGE1…", help=N_("Their age public key."))
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(names()),
    default=FileFormat.PDF.value,
    show_default=True,
    help=N_("The form that they prefer."),
)
@click.option(
    "--protect",
    cls=Option,
    type=click.Choice([each.value for each in Protection]),
    help=N_("How their files are closed; age when they have a key, otherwise PDF, HTML or age as the form allows."),
)
@click.option(
    "--signature",
    cls=Option,
    default="",
    help=N_("What you sign with towards them: a name, initials, a code that both of you know."),
)
@asked
def _add(
    options: Common, name: str, audience: str, age_key: str | None, form: str, protect: str | None, signature: str
) -> None:
    from pydantic import ValidationError

    from journal.model.recipient import Recipient
    from journal.sharing import repository as keeping
    from journal.sharing.rendering.formats import renderer

    told = FileFormat(form)
    protection = Protection(protect) if protect else _usual(told, keyed=bool(age_key))
    if not renderer(told).allows(protection):
        raise ProtectionUnfit
    try:
        recipient = Recipient(
            name=name,
            audience=Audience(audience),
            age_key=age_key,
            format=told,
            protection=protection,
            signature=signature,
        )
    except ValidationError:
        raise UnknownRecipientKey from None
    with opened(options) as notebook:
        keeping.keep_recipient(notebook, recipient)
    say(_("{name} is kept.").format(name=recipient.name))


@common
@recipients_command.command(
    "forget", cls=Command, help=N_("Forget a recipient; what they received stays in the register.")
)
@click.argument("name", cls=Argument, metavar=N_("NAME"))
@asked
def _forget(options: Common, name: str) -> None:
    from journal.sharing import repository as keeping

    with opened(options) as notebook:
        if keeping.recipient(notebook, name) is None:
            raise UnknownRecipient(name=name)
        keeping.forget_recipient(notebook, name.strip())
    say(_("{name} is forgotten; what they received stays in the register.").format(name=name.strip()))


def _usual(form: FileFormat, *, keyed: bool) -> Protection:
    """Return the protection that suits a form best when nobody chose one."""
    from journal.sharing.rendering.formats import renderer

    return Protection.AGE if keyed else renderer(form).own_protection or Protection.AGE
