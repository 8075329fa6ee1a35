"""Words that a shell is offered from the journal: numbers, tags and people, only while the key is in hand."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click
from click.shell_completion import BashComplete, CompletionItem

from journal.cli.request import Common

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook

_ESCAPED = r"\\ "
_MOST = 30  # entries that are offered
_INERT = re.compile(r"\w[\w.+-]*(?: \w[\w.+-]*)*")  # what no shell reads as more than words; a space is escaped


class Bash(BashComplete):
    """What bash is told: it puts words on the line as they come, and would take a name with a space for two."""

    def format_completion(self, item: CompletionItem) -> str:
        """Return a word with its spaces escaped; the backslash twice, since the script reads one away."""
        return f"{item.type},{item.value.replace(' ', _ESCAPED)}"


def refs(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the newest entries by number, each with its title."""

    def found(notebook: "Notebook") -> list[tuple[str, str]]:
        from journal.model.filter import Filter
        from journal.practice import reading

        lines = reading.newest(notebook, Filter(), _MOST)
        return [(str(line.ref), line.title or line.opening) for line in lines]

    return _offered(context, incomplete, found)


def tags(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the tags."""

    def found(notebook: "Notebook") -> list[tuple[str, str]]:
        from journal.practice import reading

        return [(tag, "") for tag, _count in reading.tags(notebook)]

    return _offered(context, incomplete, found)


def people(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of the people."""

    def found(notebook: "Notebook") -> list[tuple[str, str]]:
        from journal.practice import known_people

        return [(person.name, "") for person in known_people.people(notebook)]

    return _offered(context, incomplete, found)


def _offered(
    context: click.Context, incomplete: str, found: "Callable[[Notebook], list[tuple[str, str]]]"
) -> list[CompletionItem]:
    from journal.hygiene import one_line

    with _read(context) as notebook:
        if notebook is None:
            return []
        there = [(word, one_line(about)) for word, about in found(notebook) if _INERT.fullmatch(word)]
        return [CompletionItem(word, help=about or None) for word, about in there if word.startswith(incomplete)]
    return []


@contextmanager
def _read(context: click.Context) -> "Iterator[Notebook | None]":
    """Open the journal with the key in hand, without a word; None where there is none, or where it cannot be opened."""
    from journal.cli.key_in_hand import unlocked
    from journal.errors import ReculError
    from journal.practice.notebook import open_notebook

    vault = None
    with suppress(ReculError, OSError):
        vault = unlocked(context.find_object(Common) or Common())
    if vault is None:
        yield None
        return
    try:
        notebook = open_notebook(vault)
        try:
            yield notebook
        finally:
            notebook.store.close()
    finally:
        vault.close()
