"""A run as it is taken up and told: begun or resumed, the place in it, what may still come."""

from typing import NamedTuple

from journal.language import _, ngettext
from journal.model.kind import State
from journal.practice import asked_back, left_runs, questioning, reading
from journal.practice.notebook import Notebook
from journal.practice.protocols_at_hand import at_hand
from journal.practice.questioning import Run
from journal.practice.run import at_prompt


class Wanted(NamedTuple):
    """Which run is meant: a new one of a protocol, one that was left, or one on a question that came back."""

    code: str = ""
    about: int | None = None
    draft: str = ""
    ref: int | None = None
    asked: int | None = None


def begun(notebook: Notebook, wanted: Wanted) -> Run:
    """Return a run that was left, by its draft or its reflection, or a new one."""
    library = at_hand()
    if wanted.draft:
        return left_runs.resume(notebook, library, wanted.draft)
    if wanted.ref is not None:
        run = left_runs.resume_reflection(notebook, library, wanted.ref)
        line = reading.line(notebook, wanted.ref)
        finished = line is not None and line.state is State.DONE
        return at_prompt(run, run.prompts[0].id) if finished and run.prompts else run
    if wanted.asked is not None:
        return asked_back.start(notebook, library, wanted.asked)
    return questioning.start(notebook, library.get(wanted.code), wanted.about)


def place_in(run: Run) -> str:
    """Return the protocol and which of its questions is asked."""
    title = run.protocol.title.in_(run.language)
    number = min(run.number, run.count)
    return _("{title} · {number} of {count}").format(title=title, number=number, count=run.count)


def still_to_come(run: Run) -> str:
    """Return what the run is about and how long it may still take; a timed question has its own clock."""
    parts = [str(run.about)] if run.about is not None else []
    if run.prompt is None or run.prompt.seconds is None:
        left = run.minutes_left
        parts.append(ngettext("about {count} minute left", "about {count} minutes left", left).format(count=left))
    return " · ".join(parts)
