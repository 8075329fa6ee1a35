"""Benchmark: what was lived since the last session, from 100,000 entries, against the bare queries.

    python benchmarks/since_last_session.py [--entries N] [--vaults FOLDER] [--runs N]

Aim: at most 1.3 times the bare SQL that fetches the same rows through the same cipher: the session held last, what was
written since, and every step that is open or was looked at since. The sides are run in turns; medians are told. The
vault is a copy: years of steps and a row of sessions are put into it first.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median

import corpus
import vaults
from measuring import in_turns, tell, tell_machine, timed

from journal.model.entry import Entry, Link, NewEntry, Ref, Rel
from journal.model.kind import Kind, State
from journal.model.plan import Outcome, StepDetails
from journal.model.session import SessionDetails
from journal.practice import framing, preparing, scheduling
from journal.practice.notebook import Notebook
from journal.store import entry_writing
from journal.store.columns import selected
from journal.store.lines import line
from journal.store.times import stored
from journal.vault.connection import Connection

AIM_RATIO = 1.3
RHYTHM = timedelta(days=21)
SESSIONS = 10
STEPS = 1_000  # two a week over nine years
OPEN = 20  # of them


@contextmanager
def copied(folder: Path) -> Iterator[Notebook]:
    """Give the notebook of a copy, so that a vault that is kept stays as it is."""
    with tempfile.TemporaryDirectory() as passing:
        copy = Path(passing) / "vault"
        shutil.copytree(folder, copy)
        with vaults.opened(copy) as notebook:
            yield notebook


def accompanied(notebook: Notebook) -> Entry:
    """Put an engagement, its sessions and years of steps into a journal; return the session that lies ahead."""
    engagement = framing.begin(notebook, "Prendre le poste").ref
    coming = corpus.LAST + timedelta(days=3)
    for back in range(SESSIONS - 1, 0, -1):
        held = scheduling.plan_one(notebook, engagement, coming - back * RHYTHM, SessionDetails(number=SESSIONS - back))
        scheduling.hold(notebook, held)
    with notebook.store.writing() as tx:
        for number in range(STEPS):
            written = corpus.LAST - timedelta(days=3 * number)
            step = _step(number, written.date() + timedelta(days=14))
            entry_writing.add(tx, step.with_(happened_at=written), written + timedelta(days=14))
    return scheduling.plan_one(notebook, engagement, coming, SessionDetails(number=SESSIONS))


def _step(number: int, looked_at: object) -> NewEntry:
    when = f"Karim me demande de trancher la question {number}"
    outcomes = () if number < OPEN else (Outcome.model_validate({"on": looked_at, "became": State.DONE}),)
    return NewEntry(
        kind=Kind.STEP,
        state=State.DONE if outcomes else State.OPEN,
        title=f"Si {when}, alors je demande ce qu’il a déjà éliminé",
        body="",
        happened_at=corpus.LAST,
        links=(Link(rel=Rel.SOURCE, ref=1),),
        details=StepDetails.model_validate(
            {"when": when, "then": "je demande", "review_on": None if outcomes else looked_at, "outcomes": outcomes}
        ),
    )


def bare(connection: Connection, session: Entry, engagement: Ref) -> list[object]:
    """Fetch the same rows by SQL alone."""
    shown = "trashed_at IS NULL AND state <> 'sealed'"
    kinds = ", ".join(f"'{kind.value}'" for kind in preparing.GATHERED)
    run = connection.execute
    held, *_rest = run(
        "SELECT happened_at, details, body FROM entry "  # noqa: S608 -- constants
        f"WHERE kind = 'session' AND state = 'held' AND happened_at < ? AND {shown} AND ref IN "
        "(SELECT from_ref FROM entry_link WHERE to_ref = ?) ORDER BY happened_at DESC LIMIT 1",
        (stored(session.happened_at)[0], engagement),
    ).fetchone()
    since = run(
        f"SELECT {selected(line)} FROM entry WHERE kind IN ({kinds}) AND happened_at >= ? AND {shown} "  # noqa: S608 -- constants
        "ORDER BY happened_at DESC, ref DESC LIMIT 500",
        (held,),
    ).fetchall()
    steps = run(
        f"SELECT {selected(line)}, json_extract(details, '$.review_on'), "  # noqa: S608 -- constants
        f"json_extract(details, '$.outcomes[#-1]') FROM entry WHERE kind = 'step' AND {shown} "
        "AND (state = 'open' OR updated_at >= ?)",
        (held,),
    ).fetchall()
    return [held, since, steps]


def main() -> int:
    """Measure, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=60)
    tell_machine(asked.runs)
    with vaults.filled(asked.entries, asked.vaults) as folder, copied(folder) as notebook:
        session = accompanied(notebook)
        engagement = scheduling.engagement_of(session) or 0
        connection = notebook.vault.connect()
        print(f"{asked.entries:,} entries against bare SQL, {STEPS:,} steps among them")
        ours, floor = in_turns(
            [
                timed(lambda: preparing.since_last(notebook, session)),
                timed(lambda: bare(connection, session, engagement)),
            ],
            asked.runs,
        )
        connection.close()
        met = tell("since the last session", median(ours) * 1000, median(floor) * 1000, AIM_RATIO)
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
