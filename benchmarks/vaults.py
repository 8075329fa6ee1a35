"""Vaults for the benchmarks, filled by the corpus generator; one of 100,000 entries takes minutes, so it can be kept.

    python benchmarks/vaults.py FOLDER [ENTRIES ...]

makes them beforehand. Every benchmark that needs one takes `--vaults FOLDER` and makes only what is missing there;
without it a vault lives in a temporary folder for as long as the benchmark runs.
"""

import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import corpus

from journal.practice.notebook import Notebook, open_notebook
from journal.vault.vault import create, unlock

PASSPHRASE = "girafe velours tambour octobre"  # noqa: S105 -- of vaults that hold made-up texts
LARGE, SMALL = 100_000, 1_000


def options(about: str | None, *, runs: int, entries: int | None = LARGE, letters: bool = False) -> Namespace:
    """Return what a benchmark was asked on its command line."""
    parser = ArgumentParser(description=(about or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=runs, help=f"of each side, in turns (default: {runs})")
    if entries is not None:
        parser.add_argument("--entries", type=int, default=entries, help=f"of the journal (default: {entries:,})")
        if letters:
            parser.add_argument("--letters", type=int, default=corpus.LETTERS, help="of a text; fewer are made sooner")
        parser.add_argument("--vaults", type=Path, help="folder that keeps the vaults for the next time")
    return parser.parse_args()


@contextmanager
def filled(entries: int, keep: Path | None = None, letters: int = corpus.LETTERS) -> Iterator[Path]:
    """Give the folder of a vault with so many entries, one that was kept or a new one."""
    with tempfile.TemporaryDirectory() as passing:
        yield made(entries, keep or Path(passing), letters)


@contextmanager
def opened(folder: Path) -> Iterator[Notebook]:
    """Give the open journal of a vault made here."""
    notebook = open_notebook(unlock(folder, PASSPHRASE), clock=lambda: corpus.LAST + timedelta(days=1))
    try:
        yield notebook
    finally:
        notebook.close()


def made(entries: int, where: Path, letters: int = corpus.LETTERS) -> Path:
    """Return the folder of a vault with so many entries below another folder; make it when it is not there yet."""
    of = "" if letters == corpus.LETTERS else f"-of-{letters}-letters"
    folder, unfinished = where / f"{entries}-entries{of}", where / f"{entries}-unfinished{of}"
    if folder.exists():
        with opened(folder):  # brings it to this version of the tables
            return folder
    shutil.rmtree(unfinished, ignore_errors=True)
    vault, _code = create(unfinished, PASSPHRASE)
    notebook = open_notebook(vault, clock=lambda: corpus.LAST + timedelta(days=1))
    corpus.fill(notebook, entries, letters)
    notebook.close()
    return unfinished.rename(folder)


if __name__ == "__main__":
    for wanted in map(int, sys.argv[2:] or (SMALL, LARGE)):
        print(made(wanted, Path(sys.argv[1])))
