"""`prepare`: what happened since the last session, what is brought to the next one, and the question, line by line."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.line_answers import AnswerReader, LeftForLater
from journal.cli.opening import opened
from journal.cli.param_types import REF
from journal.cli.printing import document, joined, local, say, say_text, tell
from journal.cli.translated_click import Argument, Command
from journal.cli.typed_lines import Lines, Order, Rest, closing, name_of
from journal.dates.wording import day_and_month
from journal.errors import EntryNotFound
from journal.errors.questions import NothingPlanned
from journal.language import N_, _, current
from journal.model.session import SessionDetails

if TYPE_CHECKING:
    from journal.model.entry import Entry, EntryLine
    from journal.practice.notebook import Notebook
    from journal.practice.preparing import Since


@reporting
@click.command("prepare", cls=Command)
@click.argument("ref", cls=Argument, type=REF, required=False, metavar=N_("REF"))
@asked
def prepare_command(options: Common, ref: int | None) -> None:
    """Tell what a session can be prepared with; at a terminal, ask for what is brought and keep it at once."""
    from journal.practice import preparing

    with opened(options) as notebook:
        session = _session(notebook, ref)
        since = preparing.since_last(notebook, session)
        if options.json:
            document(_form(session, since.lines))
            return
        _tell(session, since)
        if sys.stdin.isatty() and not notebook.vault.read_only:
            session = _asked(notebook, session, [line.ref for line in since.lines])
            say()
            say_text(preparing.preparation_page(notebook, session))


def _session(notebook: "Notebook", ref: int | None) -> "Entry":
    from journal.model.kind import Kind
    from journal.practice import coming_up, reading

    session = reading.entry(notebook, ref) if ref is not None else coming_up.next_session(notebook)
    if session is None:
        raise NothingPlanned
    if session.kind is not Kind.SESSION:
        raise EntryNotFound(ref=session.ref)
    return session


def _since_when(since: "Since") -> str:
    """Return from when on the lines are: of a first session from a day on."""
    if since.previous:
        return _("Since the session before") if since.lines else _("Nothing was written since the session before.")
    told = _("Written since {day}") if since.lines else _("Nothing was written since {day}.")
    return told.format(day=day_and_month(since.start.date()))


def _tell(session: "Entry", since: "Since") -> None:
    from journal.cli.labels import kind_word
    from journal.practice.bringing import brought

    details = session.details_as(SessionDetails)
    say_text(joined(f"#{session.ref}", local(session.happened_at), session.title))
    say()
    say(_since_when(since))
    for line in since.lines:
        title = line.title or line.opening
        say_text(joined(f"#{line.ref}", f"{line.happened_at:%Y-%m-%d}", kind_word(line.kind), title, indent="  "))
    say()
    if details.question:
        say_text(_("The question you’re bringing: {question}").format(question=details.question))
    if details.expectation:
        say_text(_("What you want from it: {expectation}").format(expectation=details.expectation))
    if refs := brought(session):
        say(_("Chosen: {refs}").format(refs=", ".join(f"#{ref}" for ref in refs)))


def _form(session: "Entry", lines: "Sequence[EntryLine]") -> dict[str, Any]:
    from journal.practice.bringing import brought

    details = session.details_as(SessionDetails)
    return {
        "ref": session.ref,
        "title": session.title,
        "happened_at": session.happened_at.isoformat(),
        "question": details.question,
        "expectation": details.expectation,
        "brings": list(brought(session)),
        "since": [
            {
                "ref": line.ref,
                "kind": line.kind.value,
                "title": line.title or line.opening,
                "happened_at": line.happened_at.isoformat(),
            }
            for line in lines
        ],
    }


@dataclass
class _Preparing:
    """A session being prepared, each answer kept as it is given."""

    notebook: "Notebook"
    session: "Entry"

    def keep(self, **changed: Any) -> None:
        """Keep what changed, the rest as it stands."""
        from journal.practice import preparing
        from journal.practice.bringing import brought

        details = self.session.details_as(SessionDetails)
        now = {"question": details.question, "expectation": details.expectation, "brings": brought(self.session)}
        self.session = preparing.prepare(self.notebook, self.session, **(now | changed))


def _asked(notebook: "Notebook", session: "Entry", offered: list[int]) -> "Entry":
    """Ask for what is brought, the question and the expectation; an empty line leaves each as it is."""
    minutes = notebook.settings.lock_after_minutes
    rest = Rest(minutes, closing(minutes))
    rest.begin()
    reader = AnswerReader(Lines(asks=True, read=sys.stdin.readline, touched=rest.touch), current(), lambda _text: None)
    held = _Preparing(notebook, session)
    words = _("An empty line leaves what is there; {later}: stop here, everything is kept.")
    tell(words.format(later=name_of(Order.LATER)))
    try:
        if offered:
            tell(_("What I’m bringing: the numbers, in their order."))
            _ask_for_refs(held, reader, offered)
        tell(_("The question I’m bringing"))
        _ask_for_text(held, reader, "question")
        tell(_("What I want from this session"))
        _ask_for_text(held, reader, "expectation")
    except LeftForLater:
        pass
    finally:
        rest.end()
    return held.session


def _ask_for_refs(held: _Preparing, reader: AnswerReader, offered: list[int]) -> None:
    from journal.practice.bringing import brought

    known = {*offered, *brought(held.session)}
    while True:
        line = reader.line()
        if line is Order.LATER:
            raise LeftForLater
        if isinstance(line, Order) or not line.strip():
            return
        numbers = line.replace("#", " ").replace(",", " ").split()
        if all(number.isdecimal() and int(number) in known for number in numbers):
            held.keep(brings=tuple(dict.fromkeys(map(int, numbers))))
            return
        tell(_("Only numbers from the list above, such as “{numbers}”.").format(numbers=f"{offered[0]}"))


def _ask_for_text(held: _Preparing, reader: AnswerReader, name: str) -> None:
    given = reader.text()
    if given is Order.LATER:
        raise LeftForLater
    if isinstance(given, str):
        held.keep(**{name: given})
