"""Commands that look: `list`, `show`, `search`."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.offered_words import people, tags
from journal.cli.opening import opened
from journal.cli.param_types import DAY, REF
from journal.cli.printing import document, excerpt, local, say_text, table, tell
from journal.cli.translated_click import Argument, Command, Option
from journal.errors import PersonNotFound
from journal.language import N_, ngettext
from journal.model.entry_line import EntryLine
from journal.model.filter import Filter
from journal.model.kind import Kind

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook

_LISTED = 20  # entries shown unless another number is asked for
_MOST = 1_000_000


def _filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the conditions that `list` and `search` share."""
    for option in (
        click.option(
            "--limit",
            cls=Option,
            type=click.IntRange(1, _MOST),
            default=_LISTED,
            show_default=True,
            metavar=N_("N"),
            help=N_("At most N entries."),
        ),
        click.option(
            "--person",
            cls=Option,
            metavar=N_("PERSON"),
            shell_complete=people,
            help=N_("Only entries with this person, or of this role."),
        ),
        click.option(
            "--tag", cls=Option, metavar=N_("TAG"), shell_complete=tags, help=N_("Only entries with this tag.")
        ),
        click.option("--until", cls=Option, type=DAY, metavar=N_("WHEN"), help=N_("Nothing after this day.")),
        click.option("--since", cls=Option, type=DAY, metavar=N_("WHEN"), help=N_("Nothing before this day.")),
        click.option(
            "--kind",
            "kinds",
            cls=Option,
            type=click.Choice([kind.value for kind in Kind.all()]),
            multiple=True,
            metavar=N_("KIND"),
            help=N_("Only this kind of entry; can be given several times."),
        ),
    ):
        command = option(command)
    return command


def _where(conditions: dict[str, Any]) -> Filter:
    """Return the conditions as a filter; a day counts where things happened, an hour where it is asked for."""
    kinds = tuple(Kind(kind) for kind in conditions.pop("kinds"))
    for name, day in (("since", "first_day"), ("until", "last_day")):
        if conditions[name] is not None and not isinstance(conditions[name], datetime):
            conditions[day] = conditions.pop(name)
    return Filter(kinds=kinds, **{name: value for name, value in conditions.items() if value is not None})


def _of_somebody(notebook: "Notebook", where: Filter) -> Filter:
    """Return the conditions with whom is meant, by name, other form or role; raise PersonNotFound for nobody."""
    if where.person is None:
        return where
    from journal.practice import people_by_role

    people = people_by_role.names_meant(notebook, where.person)
    if not people:
        raise PersonNotFound
    return where.with_(person=None, people=people)


@reporting
@click.command("list", cls=Command)
@_filters
@asked
def list_command(common: Common, /, limit: int, **conditions: Any) -> None:
    """Show lines, or the documented JSON of each entry."""
    from journal.practice import reading

    where = _where(conditions)
    with opened(common, in_hand=True) as notebook:
        where = _of_somebody(notebook, where)
        lines = reading.newest(notebook, where, limit)
        if common.json:
            from journal.cli.forms import form_of

            document([form_of(reading.entry_or_raw(notebook, line.ref)) for line in lines])
        else:
            table(_row(line) for line in lines)
            _tell_more(notebook, where, len(lines), limit)


def _tell_more(notebook: "Notebook", where: Filter, shown: int, limit: int) -> None:
    """Say how many entries are not listed, and which option lists them."""
    from journal.practice import reading

    more = sum(month.count for month in reading.months(notebook, where)) - shown if shown == limit else 0
    if more > 0:
        words = ngettext("… and {count} more: --limit {all}", "… and {count} more: --limit {all}", more)
        tell(words.format(count=more, all=shown + more))


def _row(line: EntryLine) -> tuple[str, ...]:
    from journal.cli.labels import kind_word, state_word

    if line.unreadable:
        return f"#{line.ref}", local(line.happened_at), "?", "", line.title
    return (
        f"#{line.ref}",
        local(line.happened_at),
        kind_word(line.kind),
        state_word(line.kind, line.state),
        line.title or line.opening,
    )


@reporting
@click.command("show", cls=Command)
@click.argument("ref", cls=Argument, type=REF, metavar=N_("REF"))
@asked
def show_command(common: Common, ref: int) -> None:
    """Show one entry."""
    from journal.cli.forms import form_of, text_of
    from journal.practice import reading

    with opened(common, in_hand=True) as notebook:
        entry = reading.entry_or_raw(notebook, ref)
        if common.json:
            document(form_of(entry, body=True))
        else:
            say_text(text_of(entry))


class SearchCommand(Command):
    """A command for which one dash before a word belongs to the word; two make an option, as everywhere."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Hand over what begins with one dash as text."""
        given = (each for each in self.params if isinstance(each, click.Option) and not each.is_flag)
        valued = {name for each in given for name in each.opts}
        options: list[str] = []
        words: list[str] = []
        left = list(args)
        while left:
            argument = left.pop(0)
            if argument == "--":
                words += left
                break
            dashed = argument.startswith("-") and not argument.startswith("--") and argument != "-"
            (words if dashed else options).append(argument)
            if argument in valued and left:
                options.append(left.pop(0))
        return super().parse_args(ctx, [*options, "--", *words])


@reporting
@click.command("search", cls=SearchCommand)
@click.argument("query", cls=Argument, metavar=N_("QUERY"))
@_filters
@asked
def search_command(common: Common, /, query: str, limit: int, **conditions: Any) -> None:
    """Show what was found, with the words that matched."""
    from journal.practice import reading

    where = _where(conditions)
    with opened(common, in_hand=True) as notebook:
        where = _of_somebody(notebook, where)
        found = reading.search(notebook, query, where, limit)
        if common.json:
            from journal.cli.forms import form_of

            document(
                [form_of(reading.entry_or_raw(notebook, each.line.ref)) | {"snippet": each.snippet} for each in found]
            )
            return
        for each in found:
            table([_row(each.line)])
            excerpt(each.snippet, each.spans)
