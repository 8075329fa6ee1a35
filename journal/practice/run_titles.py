"""Titles of runs: by which name one is found again, and what the ones that were left are about."""

from collections.abc import Sequence

from journal.model.draft import Draft
from journal.model.protocol import Answer
from journal.practice.notebook import Notebook
from journal.practice.run import Run
from journal.protocols.library import HEAT
from journal.store import entries

_LONGEST = 80  # characters of the first words that make a title


def title_of(run: Run) -> str:
    """Return the protocol’s title; what began in the heat, without a situation, is found by its own first words."""
    found = run.protocol.code == HEAT and run.about is None
    words = (_first_words(one.answer) for one in run.asked) if found else ()
    return next(filter(None, words), run.protocol.title.in_(run.language))


def _first_words(given: Answer) -> str:
    text = given if isinstance(given, str) else ""
    first = " ".join(next(iter(text.strip().splitlines()), "").split())
    return first if len(first) <= _LONGEST else first[:_LONGEST].rsplit(" ", 1)[0] + "…"


def titles_about(notebook: Notebook, left: Sequence[Draft]) -> dict[str, str]:
    """Return, by the key of a run that was left, the title of what it is about."""
    told = {}
    with notebook.store.reading() as tx:
        for draft in left:
            about = draft.fields.get("about")
            line = entries.line_of(tx, about) if isinstance(about, int) else None
            if line is not None and line.title:
                told[draft.key] = line.title
    return told
