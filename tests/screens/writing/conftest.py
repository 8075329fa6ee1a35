"""What tests of writing share: a situation that is there already, and its page."""

from typing import Any

from journal.model.entry import Entry, NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook


def kept(notebook: Notebook) -> list[Entry]:
    return [reading.entry(notebook, line.ref) for line in reading.newest(notebook, Filter(), 50)]


def put(vaulted: Any, **fields: Any) -> Entry:
    notebook = vaulted.notebook()
    new = NewEntry.model_validate(
        {"kind": Kind.SITUATION, "title": "Le CODIR", "body": "Il a dit non.", "happened_at": notebook.clock()} | fields
    )
    entry = capturing.write(notebook, new)
    notebook.close()
    return entry


async def open_entry(vaulted: Any, pilot: Any, ref: int, kind: str = "") -> None:
    vaulted.app(pilot).navigation.open_entry(ref, kind)
    await vaulted.settle(pilot)
