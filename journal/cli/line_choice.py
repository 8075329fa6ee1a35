"""Choice of what to run, line by line: a run that was left, three proposals, or any protocol by its number or code."""

from typing import TYPE_CHECKING

from journal.cli.line_answers import AnswerReader, LeftForLater
from journal.cli.printing import tell
from journal.cli.typed_lines import Order
from journal.errors import EntryForProtocol, EntryNotFound, ProtocolNotFound
from journal.errors.questions import ProtocolNeeded
from journal.language import _, ngettext
from journal.model.entry_line import Ref
from journal.model.kind import Kind, State
from journal.practice import choosing, left_runs, questioning, reading
from journal.practice.protocols_at_hand import at_hand
from journal.practice.run_in_words import Wanted

if TYPE_CHECKING:
    from journal.model.protocol import Protocol
    from journal.practice.notebook import Notebook

_LEFT = 5  # runs that are offered to go on with
_LONGEST_REF = 9  # figures


def wanted(
    notebook: "Notebook", code: str | None, on: Ref | None, reader: AnswerReader, *, short: bool | None = None
) -> Wanted:
    """Return which run is meant: a new one, one that was left, one on a question that came back; ask for the rest."""
    line = reading.line(notebook, on) if on is not None else None
    if on is not None and line is None:
        raise EntryNotFound(ref=on)
    if code is not None:
        return Wanted(code=_protocol(notebook, code, on).code, about=on)
    if line is not None and line.kind in questioning.RUNS and line.state is State.OPEN:
        return Wanted(ref=on)
    if line is not None and line.kind is Kind.QUESTION:
        return Wanted(asked=on)
    if not reader.lines.asks:
        raise ProtocolNeeded
    return _chosen(notebook, on, reader, short=short)


def _protocol(notebook: "Notebook", code: str, on: Ref | None) -> "Protocol":
    """Return the protocol of a code; the number of an entry in its place is told as one."""
    try:
        return at_hand().get(code)
    except ProtocolNotFound as error:
        number = code.removeprefix("#")
        short = number.isascii() and number.isdecimal() and len(number) <= _LONGEST_REF
        if on is None and short and reading.line(notebook, int(number)) is not None:
            raise EntryForProtocol(code=int(number)) from error
        raise


def _chosen(notebook: "Notebook", on: Ref | None, reader: AnswerReader, *, short: bool | None) -> Wanted:
    left = [one for one in left_runs.open_reflections(notebook) if on in (None, one.about)][:_LEFT]
    rows = [(_("go on: {title}").format(title=one.title), Wanted(draft=one.key)) for one in left]
    if on is not None:
        for proposal in choosing.proposals(notebook, on, at_hand()):
            words = f"{_named(proposal.protocol, short=short)}. {proposal.reason}"
            rows.append((words, Wanted(code=proposal.protocol.code, about=on)))
    else:
        for theme, protocols in choosing.by_theme(at_hand()).items():
            heading = _(choosing.THEME_WORDS[theme])
            rows += [
                (f"{_named(protocol, short=short)}. {heading}", Wanted(code=protocol.code)) for protocol in protocols
            ]
    for number, (words, _meant) in enumerate(rows, start=1):
        tell(f"{number}. {words}")
    while True:
        tell(_("A number, or the name that “recul protocols” gives; an empty line leaves."))
        line = reader.line()
        if isinstance(line, Order) or not line.strip():
            raise LeftForLater
        said = line.strip()
        if said.isdecimal() and 0 < int(said) <= len(rows):
            return rows[int(said) - 1][1]
        try:
            return Wanted(code=at_hand().get(said).code, about=on)
        except ProtocolNotFound as error:
            tell(error.message())


def _named(protocol: "Protocol", *, short: bool | None) -> str:
    """Return how one is called and how long it takes in the form in which it begins."""
    begins_short = protocol.starts_short if short is None else short
    minutes = (begins_short and protocol.short_minutes) or protocol.minutes
    words = ngettext("{title}, {count} minute", "{title}, {count} minutes", minutes)
    return words.format(title=protocol.title.here, count=minutes)
