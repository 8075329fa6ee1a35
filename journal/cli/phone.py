"""`phone`: pages for the phone that can only seal, and what is taken in from them."""

from collections.abc import Sequence
from pathlib import Path

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.printing import document, local, say, table
from journal.cli.translated_click import Argument, Command, Option
from journal.language import N_, _, current, ngettext


@reporting
@click.command("phone", cls=Command)
@click.argument("file", cls=Argument, metavar=N_("FILE"), required=False)
@click.option("--force", cls=Option, is_flag=True, help=N_("Overwrite the file when it is there."))
@click.option("--list", "listed", cls=Option, is_flag=True, help=N_("List the pages, their words and their state."))
@click.option(
    "--end",
    "ended",
    cls=Option,
    type=int,
    metavar=N_("NUMBER"),
    help=N_("End a page: notes of it that were not taken in yet stay closed for good."),
)
@click.option(
    "--take",
    cls=Option,
    multiple=True,
    metavar=N_("FILE"),
    help=N_("Take in a sealed note, or a mail (.eml) that holds one or is one; can be given several times."),
)
@click.option(
    "--watch", cls=Option, metavar=N_("DIR"), help=N_("Look for sealed notes in DIR whenever the journal is opened.")
)
@click.option("--unwatch", cls=Option, metavar=N_("DIR"), help=N_("Look into DIR no longer."))
@asked
def phone_command(
    options: Common,
    /,
    file: str | None,
    take: tuple[str, ...],
    watch: str | None,
    unwatch: str | None,
    ended: int | None,
    **flags: bool,
) -> None:
    """Write a page, unless something else is asked for."""
    if watch or unwatch:
        _watch(watch, unwatch)
    elif flags["listed"]:
        _list(options)
    elif ended is not None:
        _end(options, ended)
    elif take:
        take_in(options, take)
    else:
        _write(options, file, force=flags["force"])


def _write(options: Common, file: str | None, *, force: bool) -> None:
    from journal.sharing import phone

    with opened(options) as notebook:
        path, words = phone.write(notebook, Path(file) if file else None, current(), force=force)
    if options.json:
        document({"file": str(path), "words": words})
        return
    say(_("{file} is written. Its four words: {words}").format(file=path, words=words))
    say(_("Bring it to the phone yourself. It holds nothing secret; it can only seal."))


def _list(options: Common) -> None:
    from journal.sharing import phone

    with opened(options) as notebook:
        pages = phone.pages(notebook)
    if options.json:
        document(
            [
                {"number": each.number, "words": each.words, "made_at": each.made_at, "ended_at": each.ended_at}
                for each in pages
            ]
        )
        return
    table(
        (
            str(each.number),
            local(each.made_at),
            each.words,
            _("ended {day}").format(day=local(each.ended_at)) if each.ended_at else _("in use"),
        )
        for each in pages
    )


def _end(options: Common, number: int) -> None:
    from journal.sharing import phone

    with opened(options) as notebook:
        phone.end(notebook, number)
    say(_("Page {number} is ended: what it sealed and was not taken in stays closed.").format(number=number))


def take_in(options: Common, files: Sequence[str]) -> None:
    """Take in what files hold that came from the phone; the first that cannot be taken in ends it, and is told."""
    from journal.importing import phone_files
    from journal.importing.phone_notes import Taken

    taken, open_ones = Taken(), 0
    with opened(options) as notebook:
        for file in files:
            one, sealed = phone_files.take_file(notebook.store, Path(file), notebook.clock())
            taken += one
            open_ones += 0 if sealed else 1
    count = len(taken.refs)
    if options.json:
        document({"imported": count, "refs": taken.refs, "known": taken.known, "closed": len(taken.closed)})
        return
    words = ngettext(
        "{count} note from the phone waits for you, on Today.",
        "{count} notes from the phone wait for you, on Today.",
        count,
    )
    say(words.format(count=count))
    if open_ones:
        say(_("The mail was not sealed: whoever can read your mails can read it."))


def _watch(watch: str | None, unwatch: str | None) -> None:
    """Keep which folders are looked at; a folder that is not there is refused."""
    from journal import paths, settings
    from journal.errors import FolderMissing

    file = paths.config_folder() / "settings.toml"
    held = settings.load(file)
    kept = held.watched_folders
    if unwatch:
        gone = str(Path(unwatch).expanduser().absolute())
        kept = tuple(each for each in kept if each not in (gone, unwatch))
    if watch:
        folder = Path(watch).expanduser().absolute()
        if not folder.is_dir():
            raise FolderMissing(path=folder)
        kept = tuple(dict.fromkeys((*kept, str(folder))))
    settings.save(held._replace(watched_folders=kept), file)
    say(_("Looked into when the journal is opened:") if kept else _("No folder is looked into."))
    for each in kept:
        say(each)
