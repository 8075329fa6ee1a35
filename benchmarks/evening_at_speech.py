"""Benchmark: a group's evening noted at the speed of speech, in a real terminal, on a busy machine; every line is kept.

    python benchmarks/evening_at_speech.py [--minutes 10] [--busy 2] [--columns 80] [--rows 24] [--kill]

Twenty offers, one every half minute, typed as fast as somebody types who listens: one of them three lines in two
seconds, one a paste of five lines. Beside it run processes that do nothing but take the processor. Printed is how long
a line takes from its Enter to the list, and whether the journal, read from its file, holds every line, apart and in
order. With `--kill` the process is killed in the middle, right after a line was shown as kept; then the rest is noted.
"""

import random
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from statistics import median

import corpus
from measuring import p95
from terminal_probe import Probe

from journal.clock import now
from journal.model.case import CaseDetails
from journal.model.engagement import EngagementDetails, Form
from journal.model.session import SessionDetails, SessionKind
from journal.practice import casework, framing, members, reading, scheduling
from journal.practice.notebook import open_notebook
from journal.vault.keys import KdfCost
from journal.vault.vault import create, unlock

PASSPHRASE = "girafe velours tambour octobre"  # noqa: S105 -- of a vault that holds made-up texts
OFFERS = 20
_APP = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"
_SPIN = "while True: pass"
_F4, _F7, _END = "\x1bOS", "\x1b[18~", "\x1b[F"
_PER_SECOND = 11  # keys of somebody who writes along
_NAMES = "Jean-Baptiste Morel\nOlivier Sand\nPaul Petit\nLucie Vernet\nSamir Haddad\nGwenola Bourdin\nAnne Kerbrat"


def made(folder: Path) -> Path:
    """Make a vault with a group of eight and its session of now, to which a case is brought."""
    vault, _code = create(folder, PASSPHRASE, cost=KdfCost(64 * 1024, 1, 1))
    notebook = open_notebook(vault, now)
    begun = framing.begin(notebook, "Eight around a table", Form.GROUP)
    frame = begun.details_as(EngagementDetails)
    group = framing.reframe(notebook, begun, frame.with_(parties=members.members_of(_NAMES)))
    details = SessionDetails(number=1, meeting=SessionKind.GROUP)
    session = scheduling.plan_one(notebook, group.ref, now(), details)
    casework.open_case(notebook, "Keeping my place", session=session.ref)
    notebook.close()
    return folder


def said() -> list[list[str]]:
    """Return what is offered each time: a line, once three of them in a burst, once five of them pasted."""
    chance = random.Random(17)
    words = corpus.entry(3).body.split()
    told = [[f"{number}: {' '.join(chance.choices(words, k=chance.randint(3, 14)))}"] for number in range(OFFERS)]
    told[7] = [f"burst {letter} {' '.join(chance.choices(words, k=4))}" for letter in "abc"]
    told[13] = [f"paste {letter} {' '.join(chance.choices(words, k=6))}" for letter in "abcde"]
    return told


def kept(folder: Path) -> list[str]:
    """Return the offers as the journal holds them."""
    notebook = open_notebook(unlock(folder, PASSPHRASE), now)
    [case] = casework.cases(notebook)
    lines = [offer.text for offer in reading.entry(notebook, case.ref).details_as(CaseDetails).offers]
    notebook.close()
    return lines


def come_in(probe: Probe) -> None:
    """Unlock the journal and go to the evening."""
    probe.until("Your journal is closed.", timeout=60)
    probe.type(f"{PASSPHRASE}\r")
    probe.until("? help", timeout=90)
    probe.type("4")
    probe.until("Eight around a table", timeout=60)
    probe.type(f"{_END}\r")
    probe.until("Session 1 ·", timeout=60)
    probe.settle()
    probe.type(_F4)
    probe.until("the evening", timeout=60)
    probe.settle()


def note(probe: Probe, lines: list[str]) -> float:
    """Type what is offered; return the seconds from the last Enter until its line stands in the list."""
    if lines[0].startswith("paste"):
        probe.type(f"\x1b[200~{chr(13).join(lines)}\x1b[201~")
    else:
        per_second = sum(map(len, lines)) / 2 if len(lines) > 1 else _PER_SECOND
        for at, line in enumerate(lines):
            for key in line:
                probe.type(key)
                time.sleep(1 / per_second)
            if at < len(lines) - 1:
                probe.type("\r")
    pressed = probe.type("\r")
    last = lines[-1][:30]
    return probe.until(lambda text: any(last in row for row in text.splitlines()[9:-2]), timeout=60) - pressed


def evening(folder: Path, asked: Namespace) -> list[float]:
    """Note an evening, in two parts where the program is killed in the middle; return what each line took."""
    told = said()
    if not asked.kill:
        return part(folder, asked, told)
    half = OFFERS // 2
    return [*part(folder, asked, told[:half], killed=True), *part(folder, asked, told[half:])]


def part(folder: Path, asked: Namespace, told: list[list[str]], *, killed: bool = False) -> list[float]:
    """Open the journal and note what is told; leave by the door, or be killed."""
    taken = []
    pause = asked.minutes * 60 / OFFERS
    with Probe([sys.executable, "-c", _APP, str(folder)], columns=asked.columns, rows=asked.rows) as probe:
        come_in(probe)
        probe.type(_F7)
        for lines in told:
            due = time.perf_counter() + pause
            taken.append(note(probe, lines))
            while (left := due - time.perf_counter()) > 0:
                probe.settle(quiet=left, longest=left)
        if not killed:
            probe.type("\x1b")
            probe.until("Session 1 ·", timeout=60)
            probe.type("\x11")
            probe.settle(1.0)
    return taken


def options() -> Namespace:
    """Return what was asked on the command line."""
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10.0, help="in which twenty offers are made (default: 10)")
    parser.add_argument("--busy", type=int, default=2, help="processes that only take the processor (default: 2)")
    parser.add_argument("--columns", type=int, default=80)
    parser.add_argument("--rows", type=int, default=24)
    parser.add_argument("--kill", action="store_true", help="kill the program after the tenth offer, and go on")
    return parser.parse_args()


def main() -> int:
    """Note an evening, print, and return 1 when a line is missing, glued to another or out of order."""
    asked = options()
    busy = [subprocess.Popen([sys.executable, "-c", _SPIN]) for _number in range(asked.busy)]
    try:
        with tempfile.TemporaryDirectory() as folder:
            vault = made(Path(folder) / "vault")
            taken = evening(vault, asked)
            found = kept(vault)
    finally:
        for process in busy:
            process.kill()
    lines = [line for told in said() for line in told]
    print(f"Enter to the list: median {median(taken):.2f} s, 95 of 100 {p95(taken):.2f} s, longest {max(taken):.2f} s")
    print(f"{len(lines)} lines said, {len(found)} kept, apart and in order: {'yes' if found == lines else 'no'}")
    return 0 if found == lines else 1


if __name__ == "__main__":
    raise SystemExit(main())
