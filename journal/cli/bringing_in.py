"""`import`: everything of a file or nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.printing import document, say
from journal.cli.spoken import Argument, Command, Option
from journal.clock import now
from journal.importing.formats import Format
from journal.language import N_, _, ngettext


@reporting
@click.command("import", cls=Command)
@click.argument("file", cls=Argument, metavar=N_("FILE"))
@click.option(
    "--from",
    "format_name",
    cls=Option,
    type=click.Choice([each.value for each in Format]),
    help=N_("The format; recognised when it is not told."),
)
@click.option("--dry-run", cls=Option, is_flag=True, help=N_("Read and verify everything, keep nothing."))
@asked
def import_command(options: Common, file: str, format_name: str | None, *, dry_run: bool) -> None:
    """Open the vault first: with the passphrase on standard input, the file may follow it there."""
    from journal.importing.reading_in import read_in
    from journal.importing.taking_in import take_in

    with opened(options) as notebook:
        at = now()
        incoming = read_in(file, at, Format(format_name) if format_name else None)
        if not dry_run:
            with _progress(len(incoming)) as advance:
                take_in(notebook.store, incoming, at, advance)
    count = len(incoming)
    if options.json:
        document({"entries": count, "imported": 0 if dry_run else count})
    elif dry_run:
        say(ngettext("{count} entry can be imported.", "{count} entries can be imported.", count).format(count=count))
    else:
        say(ngettext("{count} entry imported.", "{count} entries imported.", count).format(count=count))


@contextmanager
def _progress(count: int) -> Iterator[Callable[[int], object]]:
    """Show a bar at a terminal; nothing in a script."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    with click.progressbar(length=count, label=_("Importing"), file=sys.stderr) as bar:
        yield bar.update
