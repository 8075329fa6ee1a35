"""Passphrases come from the terminal or from a file, never from an argument or a variable."""

import sys
from pathlib import Path
from typing import Any

from journal.errors import EmptyPassphrase, MissingPassphrase
from journal.language import _
from journal.plain_files import opened_or_handed_over

_LONGEST = 4096  # bytes of a first line that can still be a passphrase


def passphrase(file: str | None, question: str | None = None) -> str:
    """Return an existing passphrase; raise MissingPassphrase when there is no file and no terminal."""
    return from_file(file) if file else _ask(question or _("Passphrase"))


def new_passphrase(file: str | None) -> str:
    """Return a passphrase to set, typed twice at a terminal; raise WeakPassphrase when it would be guessed."""
    from journal.errors.refusals import WeakPassphrase
    from journal.vault import strength

    chosen = from_file(file) if file else _ask(_("New passphrase"), again=_("Type it again"))
    if not strength.measure(chosen).acceptable:
        raise WeakPassphrase
    return chosen


def from_file(file: str) -> str:
    """Return the first line of a file (`-`: standard input) as it is, without its line end.

    Raise EmptyPassphrase, FileMissing, UnsafeTarget, StorageFailed and its kinds.
    """
    if file == "-":
        line = sys.stdin.buffer.readline(_LONGEST)
    else:
        try:
            with opened_or_handed_over(Path(file)) as opened:
                line = opened.readline(_LONGEST)
        except OSError as error:
            from journal.faults import named

            raise named(error) from None
    text = line.decode("utf-8-sig", errors="replace").rstrip("\r\n")
    if not text:
        raise EmptyPassphrase(path=file)
    return text


def asked_for(question: str, **more: Any) -> str:
    """Return what is typed after a question on standard error, set as its language sets a colon.

    Raises KeyboardInterrupt for the end of input too, which is an interruption by Ctrl+D.
    """
    import click

    try:
        return str(click.prompt(question, err=True, prompt_suffix=_(": "), **more))
    except click.Abort:
        click.echo(err=True)
        raise KeyboardInterrupt from None


def _ask(question: str, again: str = "") -> str:
    if not sys.stdin.isatty():
        raise MissingPassphrase
    return asked_for(question, hide_input=True, confirmation_prompt=again or False)
