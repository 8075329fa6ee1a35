"""`question`: a protocol run line by line, without a full screen; every answer is kept as it is given."""

import sys
from typing import TYPE_CHECKING

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.param_types import REF, ProtocolType
from journal.cli.printing import document, say_text, tell
from journal.cli.translated_click import Argument, Command, Option
from journal.errors.storage import ReadOnlyDisk
from journal.language import N_, _, current

if TYPE_CHECKING:
    from journal.cli.typed_lines import Lines
    from journal.model.entry import Entry
    from journal.practice.notebook import Notebook
    from journal.practice.run import Run


@reporting
@click.command("question", cls=Command)
@click.argument("protocol", cls=Argument, required=False, type=ProtocolType(), metavar=N_("PROTOCOL"))
@click.option(
    "--on",
    cls=Option,
    type=REF,
    metavar=N_("REF"),
    help=N_("What it is about; an open reflection is gone on with, a question that came back is answered."),
)
@click.option("--short/--long", "short", cls=Option, default=None, help=N_("The short form, or the whole one."))
@asked
def question_command(options: Common, protocol: str | None, on: int | None, *, short: bool | None) -> None:
    """Ask line by line; what is answered is the reflection that the app would keep."""
    from journal.cli.typed_lines import Lines, Rest, closing

    with opened(options) as notebook:
        if notebook.vault.read_only:
            raise ReadOnlyDisk
        minutes = notebook.settings.lock_after_minutes
        rest = Rest(minutes, closing(minutes))
        lines = Lines(sys.stdin.isatty(), sys.stdin.readline, rest.touch)
        if lines.asks:
            rest.begin()
            _welcome()
        try:
            kept = _carried_out(notebook, lines, (protocol, on), short=short)
        finally:
            rest.end()
    if options.json:
        from journal.cli.forms import entry_json

        document(entry_json(kept) if kept is not None else None)
    elif kept is not None:
        say_text(f"#{kept.ref}  {kept.title}")


def _carried_out(
    notebook: "Notebook", lines: "Lines", meant: tuple[str | None, int | None], *, short: bool | None
) -> "Entry | None":
    """Ask to the end and return the reflection; None where the person stopped before, all kept."""
    from journal.cli.line_answers import AnswerReader, LeftForLater
    from journal.cli.line_choice import wanted
    from journal.cli.line_end import end
    from journal.cli.line_run import LineRun
    from journal.practice.run import in_form
    from journal.practice.run_in_words import begun

    try:
        reader = AnswerReader(lines, current(), lambda _text: None)
        run = begun(notebook, wanted(notebook, *meant, reader, short=short))
    except LeftForLater:
        return None
    talk = LineRun(notebook, lines, run if short is None else in_form(run, short=short))
    if lines.asks:
        tell("\n" + talk.run.protocol.title.in_(talk.run.language))
    try:
        return end(notebook, talk.ask_all(), talk.reader)
    except LeftForLater:
        lines.asks = False  # nobody is asked again: what the disk refuses now is told as an error
        talk.keep(talk.run)
        _tell_left(talk.run)
    except KeyboardInterrupt:
        if not talk.unsaved:
            _tell_left(talk.run)
        raise
    return None


def _welcome() -> None:
    """Tell how one answers, and what stays to be seen."""
    from journal.cli.typed_lines import Order, name_of

    tell(_("An empty line goes on; a question without an answer is passed over."))
    words = _("{help}: what else can be typed. {later}: stop here, everything is kept.")
    tell(words.format(help=name_of(Order.HELP), later=name_of(Order.LATER)))
    tell(_("What you type stays to be read in this terminal: clear it when you are done."))


def _tell_left(run: "Run") -> None:
    if run.empty:
        tell(_("Nothing was answered; nothing is kept."))
    elif run.ref is None:
        tell(_("Kept. “recul question” goes on where you were."))
    else:
        tell(_("Kept. “recul question --on {ref}” goes on where you were.").format(ref=run.ref))
