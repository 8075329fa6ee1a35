"""`export` and `report`: what leaves, shown first."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from journal.cli import export_options as leaving
from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.param_types import MOMENT_FROM, REF
from journal.cli.translated_click import Argument, Command, Option
from journal.errors.refusals import NothingSelected, NothingValidated
from journal.language import N_, _, current
from journal.model.audience import Audience
from journal.model.kind_spec import spec_of
from journal.sharing.rendering.formats import names

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook
    from journal.sharing.selecting import Selection

_FORMATS = click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(names()),
    help=N_("The form of the file; otherwise the recipient’s, or the one that the ending of PATH tells."),
)
_DRY_RUN = click.option("--dry-run", cls=Option, is_flag=True, help=N_("Show exactly what would leave, write nothing."))


@reporting
@click.command("export", cls=Command)
@click.argument("refs", cls=Argument, type=REF, nargs=-1, metavar=N_("REF"))
@click.option("--since-session", cls=Option, is_flag=True, help=N_("Add what was written since the last session."))
@click.option(
    "--for",
    "audience",
    cls=Option,
    type=click.Choice([each.value for each in Audience]),
    default=Audience.ME.value,
    show_default=True,
    help=N_("Who will read; the sponsor receives validated progress statements only."),
)
@_FORMATS
@click.option(
    "--names",
    cls=Option,
    type=click.Choice(["alias", "real"]),
    help=N_("Aliases or names; aliases unless it is for yourself."),
)
@click.option(
    "--dates",
    cls=Option,
    type=click.Choice(["exact", "week", "none"]),
    default="exact",
    help=N_("How precise dates are."),
)
@click.option(
    "--include-private",
    cls=Option,
    type=REF,
    multiple=True,
    metavar=N_("REF"),
    help=N_("Confirm that this check-in or sealed entry leaves; can be given several times."),
)
@click.option(
    "--with-asides",
    cls=Option,
    is_flag=True,
    help=N_("In JSON Lines for yourself: also what you jotted about others’ cases in a group; asked at a terminal."),
)
@_DRY_RUN
@leaving.options
@asked
def export_command(options: Common, /, **given: Any) -> None:
    """Select, show, confirm, write, register."""
    if not (given["refs"] or given["include_private"] or given["since_session"]):
        raise click.UsageError(_("Name the entries by their numbers, or use --since-session."))
    if not given["dry_run"] and not given["to"]:
        raise click.UsageError(_missing_to())
    if given["with_asides"] and Audience(given["audience"]).outside:
        raise click.UsageError(_("--with-asides goes to yourself alone."))
    from journal.sharing.repository import prepare

    with opened(options) as notebook:
        selection = _selection(notebook, given)
        preview = prepare(notebook, selection)
        leaving.tell_of(preview)
        if given["dry_run"]:
            leaving.tell_unshown(preview, leaving.form_of(given))
            leaving.show(preview, leaving.form_of(given), as_json=options.json)
        else:
            leaving.tell_left(leaving.leave(notebook, preview, given), as_json=options.json)


def _missing_to() -> str:
    return _("--to is needed, or --dry-run.")


def _selection(notebook: "Notebook", given: dict[str, Any]) -> "Selection":
    from journal.sharing.selecting import Dates, Names, Selection

    held, since = _since_session(notebook) if given["since_session"] else (None, ())
    refs = (*given["refs"], *given["include_private"], *since)
    if not refs:
        raise NothingSelected
    asides = given["with_asides"]
    if asides and not given["dry_run"]:
        leaving.ask_about_asides()
    return Selection(
        refs=tuple(dict.fromkeys(refs)),
        asides=tuple(dict.fromkeys(refs)) if asides else (),
        audience=Audience(given["audience"]),
        language=current(),
        names=Names(given["names"]) if given["names"] else None,
        dates=Dates(given["dates"]),
        include_private=given["include_private"],
        since_session=held,
        signature=leaving.signature(notebook, given["recipient"]),
        on=notebook.clock().date(),
    )


def _since_session(notebook: "Notebook") -> tuple[int | None, tuple[int, ...]]:
    """Return the session held last, and what was written since; check-ins stay unless they are named one by one."""
    from journal.model.filter import Filter
    from journal.model.kind import Kind, State
    from journal.practice import reading
    from journal.practice.preparing import GATHERED

    held = reading.newest(notebook, Filter(kinds=(Kind.SESSION,), states=(State.HELD,)), 1)
    kinds = tuple(kind for kind in GATHERED if not spec_of(kind).private)
    lines = reading.newest(notebook, Filter(kinds=kinds, since=held[0].happened_at if held else None), 500)
    return (held[0].ref if held else None), tuple(line.ref for line in reversed(lines))


def _for_three(notebook: "Notebook", meeting: str) -> "Selection":
    """Return what the page for the next meeting of three of this kind holds, or for the last one."""
    from journal.model.session import SessionKind
    from journal.practice import framing, road
    from journal.sharing.for_three import selection_for

    which = road.OF_MEETING[SessionKind(meeting)]
    engagements = [*framing.engagements(notebook), *framing.engagements(notebook, ended=True)[::-1]]
    sessions = [found for each in engagements if (found := road.meeting_of(notebook, each.ref, which)) is not None]
    selection = selection_for(notebook, sessions[0], current()) if sessions else None
    if selection is None or not selection.refs:
        raise NothingValidated
    return selection


@reporting
@click.command("report", cls=Command)
@click.option(
    "--since", cls=Option, type=MOMENT_FROM, metavar=N_("WHEN"), help=N_("Only statements validated from then on.")
)
@click.option(
    "--meeting",
    cls=Option,
    type=click.Choice(["framing", "interim", "closing"]),
    help=N_("The page for this three-way meeting: what is validated, and what all agreed on there."),
)
@click.option("--every-objective", cls=Option, is_flag=True, help=N_("Name the shared objectives without a line too."))
@click.option("--validation-days", cls=Option, is_flag=True, help=N_("Tell the day of each validation."))
@_FORMATS
@_DRY_RUN
@leaving.options
@asked
def report_command(options: Common, /, since: datetime | None, meeting: str | None, **given: Any) -> None:
    """Write the report; the types that build it cannot hold anything but validated statements and agreed lines."""
    from journal.model.filter import Filter
    from journal.model.kind import Kind, State
    from journal.practice import reading
    from journal.sharing.repository import prepare
    from journal.sharing.selecting import Selection

    if not given["dry_run"] and not given["to"]:
        raise click.UsageError(_missing_to())
    with opened(options) as notebook:
        validated = reading.newest(notebook, Filter(kinds=(Kind.STATEMENT,), states=(State.VALIDATED,)), 1000)
        if not validated and not meeting:
            raise NothingValidated
        selection = (
            _for_three(notebook, meeting)
            if meeting
            else Selection(
                refs=tuple(line.ref for line in reversed(validated)),
                audience=Audience.SPONSOR,
                language=current(),
                since=since,
            )
        ).with_(
            on=notebook.clock().date(),
            every_objective=given["every_objective"],
            validation_days=given["validation_days"],
        )
        preview = prepare(notebook, selection)
        if given["dry_run"]:
            leaving.tell_unshown(preview, leaving.form_of(given))
            leaving.show(preview, leaving.form_of(given), as_json=options.json)
        else:
            leaving.tell_left(leaving.leave(notebook, preview, given), as_json=options.json)
