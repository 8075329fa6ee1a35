"""`demo`: the app on a fictitious year, in a vault that is gone when one leaves it."""

import gc
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from journal import language, paths, settings, terminal
from journal.cli.common import common
from journal.cli.printing import tell
from journal.cli.translated_click import Command, Option
from journal.first_use import defer_checks
from journal.language import N_, _

_PASSPHRASE_BYTES = 32
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
_ENDED_BY = 128  # what shells add to the number of the signal that ended a program


@common
@click.command("demo", cls=Command)
@click.option(
    "--ended",
    cls=Option,
    is_flag=True,
    help=N_("The year as it ended three months ago, with its reviews."),
)
def demo_command(*, ended: bool) -> int:
    """Open the app on the page of the day of an invented manager; locking ends it."""
    terminal.require()
    gc.enable()  # the app goes on for long, in several threads
    defer_checks(wanted=False)
    tell(_("A fictitious year is being written; it is deleted when you leave."))
    with _passing_folder() as (folder, told):
        return _show(folder, told, ended=ended)


def _show(folder: Path, told: list[int], *, ended: bool) -> int:
    """Make the vault, fill it, and open the app on it; its passphrase is random and known to nobody."""
    import secrets

    from journal.clock import now
    from journal.practice import fictitious_road
    from journal.practice.notebook import open_notebook
    from journal.vault import vault
    from journal.vault.keys import FLOOR, KdfCost
    from screens.launch import run_opened

    preferences = settings.load(paths.config_folder() / "settings.toml")
    # Nothing here is anybody's: the idle lock would only end the demo. Choices made in it stay in its own folder.
    preferences = preferences._replace(language=language.current(), lock_after_minutes=0)
    made, _code = vault.create(folder, secrets.token_hex(_PASSPHRASE_BYTES), cost=KdfCost(FLOOR, 1, 1))
    notebook = open_notebook(made, now, preferences)
    try:
        live = fictitious_road.live_to_the_end if ended else fictitious_road.live_so_far
        live(notebook, language.current())
        if told:  # what a signal raises can be lost in a function that a library calls back
            _end(told[0])
        # The year that has ended has no next session to prepare, through which the visit leads.
        return run_opened(notebook, preferences, folder / "settings.toml", visited=not ended)
    finally:
        notebook.close()


@contextmanager
def _passing_folder() -> Iterator[tuple[Path, list[int]]]:
    """Give a private folder, and which signals came; delete it whatever happens, an ending signal included."""
    told: list[int] = []

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        told.append(number)
        _end(number)

    before = {number: signal.signal(number, end) for number in _ENDING}
    folder = Path(tempfile.mkdtemp(prefix=f"Recul {paths.personal()} "))  # 0700
    try:
        yield folder, told
    finally:
        for number in before:
            signal.signal(number, signal.SIG_IGN)  # a second one would leave the folder half deleted
        shutil.rmtree(folder, ignore_errors=True)
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int) -> NoReturn:
    raise SystemExit(_ENDED_BY + number)
