"""A process killed at any step of a departure: the file and its line in the register are both there, or neither is."""

import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.sharing import disclosing
from journal.sharing.delivering import Delivery, deliver, settle_pending
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from journal.store import entry_writing
from journal.store.store import Store
from journal.vault.keys import KdfCost
from journal.vault.vault import create, unlock

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed with the signals of POSIX"),
    pytest.mark.slow_proof,
]

NOW = datetime(2026, 11, 24, 18, 42, tzinfo=UTC)
STEPS = ("open", "fsync", "link", "unlink", "replace")
_MOST_STEPS = 200


def keeper(folder: Path, passphrase: str) -> Any:
    vault = unlock(folder, passphrase)
    store = Store.open(vault)
    return SimpleNamespace(store=store, vault=vault, clock=lambda: NOW)


def closed(one: Any) -> None:
    one.store.close()
    one.vault.close()


def killed_at(step: int, run: Callable[[], object]) -> bool:
    """Run in a child that is killed before its n-th step that touches a disk; return whether it was."""
    child = os.fork()
    if child:
        _pid, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
        return os.WIFSIGNALED(status)
    left = [step]

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **more: Any) -> Any:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **more)

        return call

    try:
        for name in STEPS:
            setattr(os, name, counted(getattr(os, name)))
        Store.writing = counted(Store.writing)  # type: ignore[method-assign]  # this process ends here anyway
        run()
    except BaseException:  # noqa: BLE001 -- a child of the test runner must never return into it
        os._exit(1)
    os._exit(0)


@pytest.mark.parametrize("force", [False, True])
def test_a_kill_at_any_step_leaves_no_half_departure(
    vault_folder: Path, passphrase: str, cost: KdfCost, tmp_path: Path, force: bool
) -> None:
    made, _code = create(vault_folder, passphrase, cost=cost)
    store = Store.open(made)
    with store.writing() as tx:
        new = NewEntry(kind=Kind.SITUATION, title="Un titre", body="Un texte. " * 5000, happened_at=NOW)
        ref = entry_writing.add(tx, new, NOW).ref
    store.close()
    made.close()
    out = tmp_path / "out"
    out.mkdir()
    outcomes = set()
    for step in range(1, _MOST_STEPS):
        target = out / f"{step}.md"
        if force:
            target.write_text("mine")

        def run(target: Path = target) -> None:
            one = keeper(vault_folder, passphrase)
            preview = prepare(one, Selection(refs=(ref,), audience=Audience.PRACTITIONER))
            deliver(one, preview, Delivery(target, FileFormat.MARKDOWN, plaintext=True, force=force))

        killed = killed_at(step, run)
        again = keeper(vault_folder, passphrase)
        settle_pending(again)
        registered = [each for each in disclosing.register(again) if each.file_name == target.name]
        closed(again)
        content = target.read_text("utf-8") if target.exists() else "mine" if not force else ""
        assert (content != "mine") is bool(registered), step
        assert content == "mine" or content.count("Un texte.") == 5000
        assert not [path.name for path in out.iterdir() if path.name.startswith(".")], step
        outcomes.add(bool(registered))
        if not killed:
            break
    else:
        pytest.fail("the departure never came to its end")
    assert outcomes == {True, False}
