"""Acceptance of a note that was taken elsewhere: it joins the journal, and what was answered in the heat with it.

The short questions that the page for the phone asks are those of a protocol: answered there, they become a run of it.
"""

import uuid
from datetime import datetime

from journal.model.entry import Entry, Ref
from journal.model.kind import State
from journal.model.prompt import PromptKind
from journal.model.reflection import compiled
from journal.model.situation import HeatAnswers, SituationDetails
from journal.practice import questioning
from journal.practice.notebook import Notebook
from journal.practice.run import Run, answer, at_prompt
from journal.protocols.library import HEAT, shipped
from journal.store import entries, entry_writing
from journal.store.store import Tx


def accept(notebook: Notebook, ref: Ref) -> Entry:
    """Take a capture into the journal as it is."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        return _accepted(tx, entries.get(tx, ref), at, keep_revision=False)


def accept_rewritten(notebook: Notebook, entry: Entry) -> Entry:
    """Take a capture into the journal in another wording. Raises EntryNotFound, EntryChangedMeanwhile."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        return _accepted(tx, entry, at, keep_revision=True)


def answered(entry: Entry) -> HeatAnswers | None:
    """Return what was answered in the heat and waits with a note; None when nothing came with it."""
    return entry.details.heat if isinstance(entry.details, SituationDetails) else None


def answers_in_words(entry: Entry) -> str:
    """Return what was answered in the heat, as Markdown; empty when nothing came with the note."""
    heat = answered(entry)
    return compiled(_run(heat, entry.ref).asked) if heat else ""


def _accepted(tx: Tx, entry: Entry, at: datetime, *, keep_revision: bool) -> Entry:
    details = entry.details
    if not isinstance(details, SituationDetails) or details.heat is None:
        return entry_writing.change(tx, entry.with_(state=State.KEPT), at, keep_revision=keep_revision)
    taken = entry.with_(state=State.KEPT, details=details.with_(heat=None))
    kept = entry_writing.change(tx, taken, at, keep_revision=keep_revision)
    run = _run(details.heat, kept.ref)
    if run.said:
        questioning.keep_done(tx, run, at)
    return kept


def _run(heat: HeatAnswers, about: Ref) -> Run:
    """Return the run that was gone through on the phone; what answers no question of it is left out."""
    key = questioning.DRAFT_PREFIX + uuid.uuid4().hex
    run = Run(shipped().get(HEAT), heat.language, key, "", heat.written_at, about, short=True)
    given = dict(heat.answers)
    for prompt in run.protocol.prompts:
        said = given.get(prompt.id, "")
        if prompt.kind is not PromptKind.SCALE:
            run = answer(at_prompt(run, prompt.id), said) if said else run
        elif said.isdecimal():
            run = answer(at_prompt(run, prompt.id), int(said))
    return run
