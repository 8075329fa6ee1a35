"""`protocols`: the lines of questioning at hand; no vault is opened."""

import sys
from pathlib import Path
from typing import Any

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.printing import document, say, table, tell
from journal.cli.translated_click import Command, Option
from journal.errors import FileMissing, WrongUsage
from journal.language import N_, _, current, in_words

_LONGEST = 1_000_000  # characters of a wording to try


@reporting
@click.command("protocols", cls=Command)
@click.option(
    "--check", "file", cls=Option, metavar=N_("FILE"), help=N_("List everything wrong with your own protocol.")
)
@click.option(
    "--try",
    "wording",
    cls=Option,
    metavar=N_("TEXT"),
    help=N_("Tell the follow-up questions that TEXT calls for (“-”: standard input)."),
)
@asked
def protocols_command(options: Common, file: str | None, wording: str | None) -> int:
    """List, check or try."""
    if file is not None and wording is not None:
        raise WrongUsage
    if file is not None:
        return _check(options, Path(file))
    if wording is not None:
        _try(options, sys.stdin.read(_LONGEST) if wording == "-" else wording)
    else:
        _list(options)
    return 0


def _list(options: Common) -> None:
    from journal import settings, terms
    from journal.paths import config_folder
    from journal.practice.protocols_at_hand import at_hand, listing, own_folder

    terms.choose(settings.load(config_folder() / "settings.toml").terms)
    library = at_hand()
    rows = listing(library)
    if options.json:
        document(rows)
    else:
        table(
            (row["code"], _("{minutes} min").format(minutes=row["minutes"]), _title(row), row["purpose"])
            for row in rows
        )
        if not library.own and not library.left_aside:
            tell(_("Your own, written like these, go into {folder}.").format(folder=own_folder()))
    for left in library.left_aside:
        for fault in left.faults:
            tell(_("{file}: {fault}").format(file=left.path, fault=fault.sentence()))


def _title(row: dict[str, Any]) -> str:
    """Return how one is called, and in which language it asks when that is not the one spoken."""
    if row["language"] == current():
        return str(row["title"])
    return _("{title} ({language})").format(title=row["title"], language=in_words(row["language"]))


def _check(options: Common, path: Path) -> int:
    """Tell the faults; a file with any is damaged in the sense of the exit codes."""
    from journal.errors.imports import DamagedImport
    from journal.practice.protocols_at_hand import check_file

    if not path.exists():
        raise FileMissing(path=path)
    faults = check_file(path)
    if options.json:
        document([{"line": fault.line, "reason": fault.reason} for fault in faults])
    elif not faults:
        say(_("This protocol can be run."))
    else:
        for fault in faults:
            say(fault.sentence())
    return DamagedImport.exit_code if faults else 0


def _try(options: Common, text: str) -> None:
    """Tell what is heard; what is missing from the whole text has the whole text as its span."""
    from journal.practice.following_up import all_matches, families

    heard = [
        {"family": each.family.value, "span": list(each.span or (0, len(text))), "question": each.question}
        for each in all_matches(text, current())
    ]
    if options.json:
        document(heard)
        return
    names = {family.code.value: family.name for family in families(current())}
    for each in heard:
        say(names[str(each["family"])])
        say(f"    {each['question']}")
