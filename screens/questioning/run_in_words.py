"""Where a run stands, in words: the place in it, and what may still come."""

from journal.language import _, ngettext
from journal.practice.questioning import Run


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
