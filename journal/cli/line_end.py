"""End of a run asked line by line: kept, sealed or destroyed; a learning or a step may be taken along."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from journal.cli.line_answers import AnswerReader
from journal.cli.printing import tell
from journal.cli.typed_lines import Order
from journal.dates.parsing import parse_future
from journal.dates.wording import dated, full_day
from journal.errors.moments import UnknownDayAhead, UnknownMoment, UnknownMomentAhead
from journal.errors.refusals import DateNotAhead
from journal.language import _
from journal.model.protocol import Role
from journal.practice import learning, planning, questioning, sealing
from journal.practice.run import Run

if TYPE_CHECKING:
    from journal.model.entry import Entry
    from journal.practice.notebook import Notebook


def end(notebook: "Notebook", run: Run, reader: AnswerReader) -> "Entry | None":
    """Do what was chosen with what was said; return the reflection that can be read now, None where there is none."""
    put_down = (run.answers.get(each.id) for each in run.protocol.prompts if each.role is Role.PUT_DOWN)
    choice = next(put_down, None)
    if run.said and choice == "destroy" and _destroyed(notebook, run, reader):
        return None
    if run.said and choice == "seal" and (until := _until(notebook, reader)) is not None:
        sealing.seal_run(notebook, run, until)
        tell(_("Put away until {day}.").format(day=dated(until)))
        return None
    kept = questioning.finish(notebook, run)
    if kept is None:
        tell(_("Nothing was answered; nothing is kept."))
        return None
    tell(_("Saved. You can stop here."))
    if reader.lines.asks:
        _take_along(notebook, run, kept, reader)
    return kept


def _destroyed(notebook: "Notebook", run: Run, reader: AnswerReader) -> bool:
    """Destroy after the word for it alone; without it what was said is kept. Returns whether it is gone."""
    word = _("destroy")
    tell("\n".join((_("Destroy what you wrote?"), sealing.what_destroying_does_not_cover())))
    tell(_("Type “{word}” to destroy it; anything else keeps it.").format(word=word))
    line = reader.line()
    if isinstance(line, Order) or line.strip().casefold() not in (word, "destroy"):
        return False
    sealing.destroy(notebook, run)
    tell(_("Destroyed."))
    return True


def _until(notebook: "Notebook", reader: AnswerReader) -> date | None:
    """Ask until when; None where no day is given, and it is kept readable."""
    tell("\n".join((_("Until when?"), sealing.what_a_seal_is())))
    tell(_("For instance “in six weeks” or “31 January”; an empty line keeps it readable."))
    now = notebook.clock()
    while True:
        line = reader.line()
        if isinstance(line, Order) or not line.strip():
            return None
        try:
            until = parse_future(line, datetime.combine(now.date(), time()).astimezone()).date()
        except UnknownMoment as unknown:
            _refuse(reader, UnknownDayAhead() if type(unknown) is UnknownMomentAhead else unknown)
            continue
        if until > now.date():
            return until
        _refuse(reader, DateNotAhead())


def _refuse(reader: AnswerReader, error: UnknownMoment | DateNotAhead) -> None:
    """Say what is missing; a program is not asked twice."""
    if not reader.lines.asks:
        raise error
    tell(error.message())


def _take_along(notebook: "Notebook", run: Run, kept: "Entry", reader: AnswerReader) -> None:
    """Offer to keep a learning or an if-then step, as often as one likes, or nothing."""
    while True:
        chosen = reader.pick([_("Keep a learning"), _("Make it a step: if…, then…")])
        if chosen is None:
            return
        words = run.said_for(Role.IF_THEN if chosen else Role.LEARNING)
        if words:
            tell(words)
            tell(_("An empty line takes it as it is; or write another one."))
        else:
            tell(_("If…, then… in one sentence.") if chosen else _("In your own words; an empty line ends it."))
        text = _if_then(reader, words) if chosen else _own_words(reader, words)
        if isinstance(text, Order) or not text:
            return
        if chosen:
            planning.set_out(notebook, text, kept.ref)
            tell(
                _("Saved; it comes back on {day}.").format(day=full_day(notebook.clock().date() + planning.LOOK_AGAIN))
            )
        else:
            learning.keep_learning(notebook, text, learning.likely_sort(kept), kept.ref)
            tell(_("Saved."))


def _own_words(reader: AnswerReader, words: str) -> str | Order:
    """Return the lines that are typed, up to an empty one; none takes what was offered."""
    given = reader.text()
    return words if given is None else given


def _if_then(reader: AnswerReader, words: str) -> str | Order:
    """Return one line that has both halves, asked for until it has; an empty one takes what was offered, or nothing."""
    while True:
        line = reader.line()
        text = line if isinstance(line, Order) else line.strip() or words
        if isinstance(text, Order) or not text or planning.parted(text)[0]:
            return text
        tell(_("A step begins with its “if”: what may happen?"))
        tell(_("If…, then… in one sentence."))
        words = ""  # it was offered, and has no “if”
