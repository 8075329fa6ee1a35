"""`next`: what comes, as far as the journal knows."""

from typing import TYPE_CHECKING, Any

from journal.cli.opening import opened
from journal.cli.printing import document, joined, local, say, say_text
from journal.cli.request import Common
from journal.language import N_, _

if TYPE_CHECKING:
    from journal.model.entry import Entry, EntryLine
    from journal.practice.notebook import Notebook

_SHOWN = 50  # of each sort; the rest is in `list`
_HEADINGS = (
    ("steps_due", N_("Steps to look at again")),
    ("questions", N_("Questions in return that wait")),
    ("open_reflections", N_("Reflections that are still open")),
    ("captured", N_("Captured from the shell, not looked at yet")),
)


def tell_next(options: Common) -> None:
    """Tell the next session, steps due, questions in return, open reflections, captures and drafts."""
    with opened(options, in_hand=True) as notebook:
        coming = _coming(notebook)
    engagement = coming.pop("engagement")
    if options.json:
        document(coming)
        return
    session = coming["session"]
    say_text(_told(session, engagement) if session else _("No session is planned."))
    for name, heading in _HEADINGS:
        if coming[name]:
            say()
            say(_(heading))
            for each in coming[name]:
                say_text(joined(f"#{each['ref']}", each.get("review_on"), each["title"], indent="  "))
    if coming["drafts"]:
        say()
        say(_("Half-written: {count}").format(count=coming["drafts"]))


def _coming(notebook: "Notebook") -> dict[str, Any]:
    from journal.model.filter import Filter
    from journal.model.kind import Kind, State
    from journal.practice import coming_up, reading

    session = coming_up.next_session(notebook)
    reflections = Filter(kinds=(Kind.REFLECTION, Kind.REVIEW), states=(State.OPEN,))
    captured = Filter(states=(State.CAPTURED,))
    return {
        "session": _session(session) if session else None,
        "engagement": coming_up.engagement_told(notebook, session) if session else "",
        "steps_due": [_step(step) for step in coming_up.due_steps(notebook)[:_SHOWN]],
        "questions": [_short(each) for each in coming_up.waiting(notebook)[:_SHOWN]],
        "open_reflections": [_short(line) for line in reading.newest(notebook, reflections, _SHOWN)],
        "captured": [_short(line) for line in reading.newest(notebook, captured, _SHOWN)],
        "drafts": coming_up.half_written(notebook),
    }


def _session(session: "Entry") -> dict[str, Any]:
    from journal.model.entry_line import Rel
    from journal.model.session import SessionDetails

    details = session.details_as(SessionDetails)
    return _short(session) | {
        "state": session.state.value,
        "minutes": details.minutes,
        "place": details.place,
        "video": details.video,
        "question": details.question,
        "brings": [link.ref for link in session.links if link.rel is Rel.BRINGS],
        "when": local(session.happened_at),
    }


def _step(step: "Entry") -> dict[str, Any]:
    from journal.model.plan import StepDetails

    again = step.details_as(StepDetails).review_on
    return _short(step) | {"review_on": again.isoformat() if again else None}


def _short(entry: "Entry | EntryLine") -> dict[str, Any]:
    return {"ref": entry.ref, "title": entry.title, "happened_at": entry.happened_at.isoformat()}


def _told(session: dict[str, Any], engagement: str) -> str:
    named = joined(session["when"], f"#{session['ref']}", session["title"], engagement)
    lines = [_("Next session: {named}").format(named=named)]
    if session["question"]:
        lines.append(_("The question you’re bringing: {question}").format(**session))
    if session["brings"]:
        lines.append(_("Chosen: {refs}").format(refs=", ".join(f"#{ref}" for ref in session["brings"])))
    return "\n".join(lines)
