"""Looking at what the journal holds: `list`, `show`, `search`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.param_types import MOMENT_FROM, MOMENT_UNTIL, REF
from journal.cli.printing import document, excerpt, local, say_text, table
from journal.cli.translated_click import Argument, Command, Option
from journal.errors import PersonNotFound
from journal.language import N_
from journal.model.entry import EntryLine
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
        click.option("--person", cls=Option, metavar=N_("PERSON"), help=N_("Only entries with this person.")),
        click.option("--tag", cls=Option, metavar=N_("TAG"), help=N_("Only entries with this tag.")),
        click.option("--until", cls=Option, type=MOMENT_UNTIL, metavar=N_("WHEN"), help=N_("Nothing after this day.")),
        click.option("--since", cls=Option, type=MOMENT_FROM, metavar=N_("WHEN"), help=N_("Nothing before this day.")),
        click.option(
            "--kind",
            "kinds",
            cls=Option,
            type=click.Choice([kind.value for kind in Kind]),
            multiple=True,
            metavar=N_("KIND"),
            help=N_("Only this kind of entry; can be given several times."),
        ),
    ):
        command = option(command)
    return command


def _where(conditions: dict[str, Any]) -> Filter:
    kinds = tuple(Kind(kind) for kind in conditions.pop("kinds"))
    return Filter(kinds=kinds, **{name: value for name, value in conditions.items() if value is not None})


def _of_somebody(notebook: "Notebook", where: Filter) -> Filter:
    """Return the conditions with the person meant, told by name or by another form; raise PersonNotFound for nobody."""
    from journal.practice import reading

    if where.person is None:
        return where
    somebody = reading.person_called(notebook, where.person)
    if somebody is None:
        raise PersonNotFound
    return where.with_(person=somebody.name)


@reporting
@click.command("list", cls=Command)
@_filters
@asked
def list_command(common: Common, /, limit: int, **conditions: Any) -> None:
    """Show lines, or the documented JSON of each entry."""
    from journal.practice import reading

    where = _where(conditions)
    with opened(common) as notebook:
        where = _of_somebody(notebook, where)
        lines = reading.newest(notebook, where, limit)
        if common.json:
            from journal.cli.forms import entry_json

            document([entry_json(reading.entry(notebook, line.ref)) for line in lines])
        else:
            table(_row(line) for line in lines)


def _row(line: EntryLine) -> tuple[str, ...]:
    from journal.cli.labels import kind_word, state_word

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
    from journal.cli.forms import entry_json, entry_markdown
    from journal.practice import reading

    with opened(common) as notebook:
        entry = reading.entry(notebook, ref)
        if common.json:
            document(entry_json(entry, body=True))
        else:
            say_text(entry_markdown(entry))


@reporting
@click.command("search", cls=Command)
@click.argument("query", cls=Argument, metavar=N_("QUERY"))
@_filters
@asked
def search_command(common: Common, /, query: str, limit: int, **conditions: Any) -> None:
    """Show what was found, with the words that matched."""
    from journal.cli.forms import entry_json
    from journal.practice import reading

    where = _where(conditions)
    with opened(common) as notebook:
        where = _of_somebody(notebook, where)
        found = reading.search(notebook, query, where, limit)
        if common.json:
            document([entry_json(reading.entry(notebook, each.line.ref)) | {"snippet": each.snippet} for each in found])
            return
        for each in found:
            table([_row(each.line)])
            excerpt(each.snippet, each.spans)
