"""`people`: who appears in the journal, the name they carry outside, and words that may tell too much."""

from typing import Literal

import click

from journal.cli.common import Common, asked, common, reporting
from journal.cli.opening import opened
from journal.cli.param_types import REF
from journal.cli.printing import document, say, table
from journal.cli.translated_click import Argument, Command, Group, Option
from journal.hygiene import one_line, plain_name
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
    from journal.practice import known_people

    with opened(options) as notebook:
        known = known_people.people(notebook)
    if options.json:
        document(
            [
                {"name": each.name, "alias": each.alias, "forms": list(each.forms), "gender": each.gender.value}
                for each in known
            ]
        )
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
    help=N_("Another form of the name, such as a nickname, beside those given before; can be given several times."),
)
@click.option(
    "--no-form",
    "dropped",
    cls=Option,
    multiple=True,
    metavar=N_("FORM"),
    help=N_("Forget this form of the name; can be given several times."),
)
@click.option(
    "--gender",
    cls=Option,
    type=click.Choice(["f", "m"]),
    help=N_("How a French sentence agrees with the alias, where the alias does not tell."),
)
@asked
def _add(options: Common, name: str, alias: str, forms: tuple[str, ...], dropped: tuple[str, ...], gender: str) -> None:
    from journal.model.person import Gender, Person
    from journal.sharing.naming import keep_person

    if not plain_name(name) or not all(map(plain_name, forms)):
        raise click.UsageError(_("The name is empty."))
    if not plain_name(alias):
        raise click.UsageError(_("The alias is empty."))
    with opened(options) as notebook:
        person = keep_person(notebook, Person(name=name, alias=alias, forms=forms, gender=Gender(gender or "")))
        if dropped:
            kept = tuple(each for each in person.forms if each not in dropped)
            person = keep_person(notebook, person.with_(forms=kept))
    say(_("{name} is “{alias}” outside.").format(name=person.name, alias=person.alias))


@common
@people_command.command("forget", cls=Command, help=N_("Forget that a name is somebody’s; entries stay as they are."))
@click.argument("name", cls=Argument, metavar=N_("NAME"))
@asked
def _forget(options: Common, name: str) -> None:
    from journal.errors import PersonNotFound
    from journal.practice import known_people

    with opened(options) as notebook:
        known = next((each for each in known_people.people(notebook) if each.name == name), None)
        if known is None or known.id is None:
            raise PersonNotFound(name=name)
        known_people.forget_person(notebook, known.id)
    say(_("{name} is forgotten: from now on the name leaves as it is written.").format(name=name))


@common
@people_command.command("replace", cls=Command, help=N_("Let words leave as others, everywhere or in one entry."))
@click.argument("words", cls=Argument, metavar=N_("WORDS"))
@click.option("--by", cls=Option, required=True, metavar=N_("WORDS"), help=N_("What stands for them outside."))
@click.option("--in", "ref", cls=Option, type=REF, metavar=N_("REF"), help=N_("In this entry alone."))
@asked
def _replace(options: Common, words: str, by: str, ref: int | None) -> None:
    _decide(options, words, ref, by=by)
    say(_("“{words}” leaves as “{by}”.").format(words=words, by=by))


@common
@people_command.command(
    "keep", cls=Command, help=N_("Let words leave as they are, whoever reads them; they are not pointed out again.")
)
@click.argument("words", cls=Argument, metavar=N_("WORDS"))
@click.option("--in", "ref", cls=Option, type=REF, metavar=N_("REF"), help=N_("In this entry alone."))
@asked
def _keep(options: Common, words: str, ref: int | None) -> None:
    alias = _decide(options, words, ref)
    if alias:
        told = _("“{words}” is not pointed out any more; where it is the name of “{alias}”, the alias still leaves.")
    else:
        told = _("“{words}” leaves as it is.")
    say(told.format(words=words, alias=alias))


@common
@people_command.command("omit", cls=Command, help=N_("Leave a tag at home: it leaves with no entry, or not with one."))
@click.argument("tag", cls=Argument, metavar=N_("TAG"))
@click.option("--in", "ref", cls=Option, type=REF, metavar=N_("REF"), help=N_("In this entry alone."))
@asked
def _omit(options: Common, tag: str, ref: int | None) -> None:
    _decide(options, tag, ref, action="omit")
    say(_("The tag “{tag}” stays here.").format(tag=tag))


def _decide(
    options: Common, words: str, ref: int | None, *, by: str | None = None, action: Literal["keep", "omit"] = "keep"
) -> str:
    """Keep a decision; return the alias of whom the words are a name of and nothing else."""
    from journal.practice import reading
    from journal.sharing.naming import alias_named_by, names_nobody
    from journal.sharing.remainders import Decision
    from journal.sharing.repository import decide

    if not one_line(words) or (by is not None and not one_line(by)):
        raise click.UsageError(_("The words are empty."))
    with opened(options) as notebook:
        if by is not None:
            names_nobody(notebook, by)
        if ref is not None:
            reading.entry(notebook, ref)
        decide(notebook, Decision(words=words, action=action if by is None else "replace", by=by or "", ref=ref))
        return alias_named_by(notebook, words)


@reporting
@people_command.command(
    "watch", cls=Command, help=N_("List words to look out for, such as companies and projects, or add some.")
)
@click.argument("words", cls=Argument, nargs=-1, metavar=N_("WORDS"))
@click.option("--no-longer", cls=Option, is_flag=True, help=N_("Take these words off the list instead."))
@asked
def _watch(options: Common, words: tuple[str, ...], *, no_longer: bool) -> None:
    from journal.sharing.folding import fold
    from journal.sharing.repository import list_words, listed_words

    with opened(options) as notebook:
        listed = listed_words(notebook)
        if words:
            others = tuple(each for each in listed if fold(each) not in {fold(word) for word in words})
            list_words(notebook, others if no_longer else (*listed, *words))
            listed = listed_words(notebook)
    if options.json:
        document(list(listed))
    else:
        table((each,) for each in listed)
