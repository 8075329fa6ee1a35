"""What tests of reading share: situations, what is written before the app starts, the way to the journal."""

from datetime import datetime
from typing import Any

from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing
from screens.reading.entry_list import EntryList


def situation(title: str, at: datetime, **more: Any) -> NewEntry:
    return NewEntry(kind=Kind.SITUATION, title=title, body=more.pop("body", "…"), happened_at=at, **more)


def written(house: Any, *several: NewEntry) -> list[int]:
    held = house.notebook()
    refs = [each.ref for each in capturing.write_all(held, list(several))]
    held.close()
    return refs


async def gone_to_journal(house: Any, pilot: Any) -> EntryList:
    await pilot.press("2")
    await house.settle(pilot)
    listed = pilot.app.screen.query_one(EntryList)
    assert isinstance(listed, EntryList)
    return listed
