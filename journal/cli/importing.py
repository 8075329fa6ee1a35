"""`import`: everything of a file or nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.param_types import REF
from journal.cli.printing import document, local, say, table, tell
from journal.cli.translated_click import Argument, Command, Option
from journal.clock import now
from journal.importing.formats import Format
from journal.language import N_, _, ngettext

if TYPE_CHECKING:
    from journal.model.entry import NewEntry


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
@click.option(
    "--session",
    cls=Option,
    type=REF,
    metavar=N_("REF"),
    help=N_("The session to which questions that come back are added; otherwise the next one, or the last held."),
)
@click.option(
    "--import-passphrase-file",
    cls=Option,
    metavar=N_("FILE"),
    help=N_("Read the passphrase of an age file from the first line of FILE."),
)
@asked
def import_command(
    options: Common,
    file: str,
    format_name: str | None,
    session: int | None,
    import_passphrase_file: str | None,
    *,
    dry_run: bool,
) -> None:
    """Open the vault first: with the passphrase on standard input, the file may follow it there."""
    from journal.importing.reading import read_source
    from journal.importing.saving import save_entries

    told = format_name == Format.QUESTIONS.value
    if file != "-" and (told or format_name is None):
        from journal.importing.questions import content_of

        content = content_of(file, told=told)
        if content is not None:
            _take_questions(options, content, session, import_passphrase_file, dry_run=dry_run)
            return
    with opened(options) as notebook:
        at = now()
        incoming = read_source(file, at, Format(format_name) if format_name else None)
        if not dry_run:
            with _progress(len(incoming)) as advance:
                save_entries(notebook.store, incoming, at, advance)
    count = len(incoming)
    _warn_of_exports(sum(each.exported for each in incoming))
    if options.json:
        document({"entries": count, "imported": 0 if dry_run else count})
    elif dry_run:
        table(_row(each.new) for each in incoming)
        say(ngettext("{count} entry can be imported.", "{count} entries can be imported.", count).format(count=count))
    else:
        say(ngettext("{count} entry imported.", "{count} entries imported.", count).format(count=count))


def _row(new: "NewEntry") -> tuple[str, ...]:
    """Return how an entry that could be imported stands in the list: its day, what it is, its title."""
    from journal.cli.labels import kind_word
    from journal.model.entry import first_words

    return local(new.happened_at), kind_word(new.kind), new.title or first_words(new.body)


def _warn_of_exports(count: int) -> None:
    """Say when pages written to be read come back: they hold aliases, and what they tell may be here already."""
    if not count:
        return
    tell(
        ngettext(
            "{count} file looks like a page that Recul wrote to be read: it comes in as a new situation, beside the "
            "entries it was made from. To bring entries back as they were, export them as JSON Lines (jsonl).",
            "{count} files look like pages that Recul wrote to be read: they come in as new situations, beside the "
            "entries they were made from. To bring entries back as they were, export them as JSON Lines (jsonl).",
            count,
        ).format(count=count)
    )


def _take_questions(
    options: Common, content: bytes, session: int | None, passphrase_file: str | None, *, dry_run: bool
) -> None:
    """Add what a practitioner asks back to the notes of a session."""
    from journal.cli.passphrases import passphrase
    from journal.importing.questions import read
    from journal.practice import returned_questions as asked_back
    from journal.sharing.protecting.age import opened_with_passphrase

    def opened_age(closed: bytes) -> bytes:
        return opened_with_passphrase(closed, passphrase(passphrase_file, _("Passphrase of the file")))

    with opened(options) as notebook:
        questions = read(content, opened_age)
        kept = asked_back.session_for(notebook, session)
        if not dry_run:
            asked_back.note(notebook, kept, questions.asked, questions.sender)
    count = len(questions.asked)
    if options.json:
        document({"questions": count, "session": kept.ref, "imported": 0 if dry_run else count})
        return
    words = (
        ngettext(
            "{count} question can be added to the notes of #{ref}.",
            "{count} questions can be added to the notes of #{ref}.",
            count,
        )
        if dry_run
        else ngettext(
            "{count} question added to the notes of #{ref}.", "{count} questions added to the notes of #{ref}.", count
        )
    )
    say(words.format(count=count, ref=kept.ref))


@contextmanager
def _progress(count: int) -> Iterator[Callable[[int], object]]:
    """Show a bar at a terminal; nothing in a script."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    with click.progressbar(length=count, label=_("Importing"), file=sys.stderr) as bar:
        yield bar.update
