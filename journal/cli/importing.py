"""`import`: everything that can be read, what cannot being named first."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.param_types import REF
from journal.cli.printing import document, say, table, tell
from journal.cli.translated_click import Argument, Command, Option
from journal.clock import now
from journal.importing.formats import Format, ImportOptions
from journal.language import N_, _, ngettext

if TYPE_CHECKING:
    from journal.importing.reading import Reading
    from journal.model.entry import Entry
    from journal.model.returned import ReturnedLine
    from journal.practice.notebook import Notebook
    from journal.sharing.introducing import Introduction

_MOST_NAMED = 50
"""Entries that cannot be read, named one by one."""


@reporting
@click.command("import", cls=Command)
@click.argument("files", cls=Argument, metavar=N_("FILE"), nargs=-1, required=True)
@click.option(
    "--from",
    "format_name",
    cls=Option,
    type=click.Choice([each.value for each in Format]),
    help=N_("The format; recognised when it is not told."),
)
@click.option("--dry-run", cls=Option, is_flag=True, help=N_("Read and verify everything, keep nothing."))
@click.option(
    "--skip-bad", cls=Option, is_flag=True, help=N_("Leave out entries that cannot be read, and import the others.")
)
@click.option("--again", cls=Option, is_flag=True, help=N_("Import what came in before once more."))
@click.option(
    "--date-format",
    cls=Option,
    metavar=N_("FORMAT"),
    help=N_("How dates are written, as in jrnl’s own settings, for instance '%d/%m/%Y %H:%M'."),
)
@click.option(
    "--loose",
    cls=Option,
    is_flag=True,
    help=N_("Let each dated line of a jrnl begin an entry, whatever is before."),
)
@click.option("--no-text-tags", cls=Option, is_flag=True, help=N_("Make no tags of the #tags in the text."))
@click.option(
    "--accept-aliases",
    cls=Option,
    is_flag=True,
    help=N_("Let the aliases that come along stand for names outside, from now on."),
)
@click.option(
    "--session",
    cls=Option,
    type=REF,
    metavar=N_("REF"),
    help=N_("The session that questions in return are for; otherwise the next one, or the last held."),
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
    /,
    files: tuple[str, ...],
    format_name: str | None,
    session: int | None,
    import_passphrase_file: str | None,
    date_format: str | None,
    **flags: bool,
) -> None:
    """Open the vault first: with the passphrase on standard input, the file may follow it there."""
    if format_name is None and not flags["dry_run"] and _are_notes(files):
        from journal.cli.phone import take_in

        take_in(options, files)
        return
    told = format_name == Format.QUESTIONS.value
    if (told or format_name is None) and (content := _questions_in(files, told=told)) is not None:
        _take_questions(
            options, (files[0], content), session, import_passphrase_file,
            dry_run=flags["dry_run"], again=flags["again"],
        )  # fmt: skip
        return
    wanted = ImportOptions(
        now(),
        Format(format_name) if format_name else None,
        date_format,
        loose=flags["loose"],
        skip_bad=flags["skip_bad"],
        text_tags=not flags["no_text_tags"],
    )
    _import(options, files, wanted, flags)


def _are_notes(files: Sequence[str]) -> bool:
    """Whether every file holds notes that were sealed on a phone."""
    from journal.importing.phone_files import holds_notes

    return all(file != "-" and holds_notes(file) for file in files)


def _import(options: Common, files: Sequence[str], wanted: ImportOptions, flags: Mapping[str, bool]) -> None:
    from journal.cli.import_summary import ImportReport
    from journal.errors.imports import BadEntries
    from journal.importing.reading import in_one_order
    from journal.importing.saving import save_entries, standings
    from journal.sharing.introducing import introductions

    with opened(options) as notebook:
        readings = in_one_order([_read(file, wanted, among=files) for file in files])
        bad = _name_bad(files, readings)
        if bad and not flags["skip_bad"] and not flags["dry_run"]:
            raise BadEntries(count=bad)
        introduced = introductions(notebook, (each for reading in readings for each in reading.people()))
        stand, silent = standings(notebook.store, readings)
        if not flags["dry_run"]:
            _check_aliases(notebook, introduced, accepted=flags["accept_aliases"])
            with _progress(sum(len(each.entries) for each in readings)) as advance:
                people = [each.person for each in introduced if each.fault is None]
                save_entries(notebook.store, readings, wanted.at, people, advance, again=flags["again"])
    told = readings if flags["again"] else silent
    report = ImportReport(told, introduced, stand, again=flags["again"], dry_run=flags["dry_run"])
    report.show(as_json=options.json)
    if bad and not flags["skip_bad"]:
        raise BadEntries(count=bad)


def _read(file: str, wanted: ImportOptions, among: Sequence[str]) -> "Reading":
    """Return what one file holds; where there are several, an error says first in which."""
    from journal.errors import ReculError
    from journal.importing.reading import read_source

    try:
        return read_source(file, wanted)
    except ReculError:
        if len(among) > 1:
            tell(_("In {path}:").format(path=file))
        raise


def _name_bad(files: Sequence[str], readings: "Sequence[Reading]") -> int:
    """Name what cannot be read; return how much that is."""
    refused = [(file, error) for file, reading in zip(files, readings, strict=True) for error in reading.refused]
    for file, error in refused[:_MOST_NAMED]:
        tell(error.named() if len(files) == 1 else f"{file}, {error.named()}")
    count = len(refused) + sum(reading.refused_more for reading in readings)
    if count > _MOST_NAMED:
        more = count - _MOST_NAMED
        tell(ngettext("And {count} more.", "And {count} more.", more).format(count=more))
    return count


def _check_aliases(notebook: "Notebook", introduced: "Sequence[Introduction]", *, accepted: bool) -> None:
    """Ask before an alias changes what leaves; raise AliasesNotAccepted when nobody said yes."""
    from journal.cli.import_summary import alias_row
    from journal.cli.passphrases import asked_for
    from journal.errors.refusals import AliasesNotAccepted
    from journal.sharing.introducing import change_what_leaves

    if accepted or not change_what_leaves(notebook, introduced):
        return
    if sys.stdin.isatty():
        table(alias_row(each) for each in introduced)
        tell(_("From now on these aliases would stand for the names outside, in what you wrote before too."))
        word = _("accept")
        if asked_for(_("Type “{word}” to take them over").format(word=word), default="", show_default=False) == word:
            return
    raise AliasesNotAccepted


def _questions_in(files: Sequence[str], *, told: bool) -> bytes | None:
    """Return the content of the only file when it holds questions."""
    from journal.importing.questions import content_of

    return content_of(files[0], told=told) if len(files) == 1 and files[0] != "-" else None


def _take_questions(
    options: Common,
    given: tuple[str, bytes],
    session: int | None,
    passphrase_file: str | None,
    *,
    dry_run: bool,
    again: bool,
) -> None:
    """Keep what a reader asks back, as questions that wait; what looks like none is left out."""
    from journal.cli.passphrases import passphrase
    from journal.errors.imports import NoQuestion, RepeatedAnswer
    from journal.importing.questions import read
    from journal.practice import returned_questions
    from journal.practice.returned_lines import taken_for_greetings
    from journal.sharing import way_back
    from journal.sharing.protecting.age import opened_with_passphrase

    def opened_age(closed: bytes) -> bytes:
        return opened_with_passphrase(closed, passphrase(passphrase_file, _("Passphrase of the file")))

    with opened(options) as notebook:
        source, content = given
        answers, refused = way_back.all_opened(notebook, read(content, source, opened_age))
        ref: int | None = None
        chosen: list[ReturnedLine] = []
        greetings: list[ReturnedLine] = []
        kept: list[Entry] = []
        for came in answers:
            meant = returned_questions.session_for(notebook, came.session if session is None else session)
            ref = meant.ref if meant else None
            try:
                offered = returned_questions.offered(notebook, came, again=again)
            except (NoQuestion, RepeatedAnswer) as error:
                refused = refused or error
                continue
            ticked = [line for line in offered if line.ticked]
            chosen, greetings = [*chosen, *ticked], [*greetings, *taken_for_greetings(offered)]
            kept += [] if dry_run or not ticked else returned_questions.keep(notebook, came, ticked, ref)
        if not chosen:
            raise refused or NoQuestion()
    if refused is not None:
        tell(refused.message())
    count = len(chosen)
    if options.json:
        refs = [each.ref for each in kept]
        told = {"questions": count, "session": ref, "imported": len(kept), "refs": refs, "greetings": len(greetings)}
        document(told)
        return
    if dry_run:
        table((each.text, each.title) for each in chosen)
        words = ngettext("{count} question can be taken in.", "{count} questions can be taken in.", count)
    else:
        words = ngettext(
            "{count} question waits for you, on Today.", "{count} questions wait for you, on Today.", count
        )
    say(words.format(count=count))
    if greetings:
        words = ngettext(
            "{count} line with a question mark reads like a greeting and stays out:",
            "{count} lines with a question mark read like greetings and stay out:",
            len(greetings),
        )
        say(words.format(count=len(greetings)))
        table((each.text,) for each in greetings)


@contextmanager
def _progress(count: int) -> Iterator[Callable[[int], object]]:
    """Show a bar at a terminal; nothing in a script."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    with click.progressbar(length=count, label=_("Importing"), file=sys.stderr) as bar:
        yield bar.update
