"""Rule of what stays of an entry that leaves: what an evening added to a case unless ticked, all of others' cases."""

from typing import Any

from journal.model.audience import Audience
from journal.model.case_sheet import leaving_body
from journal.model.entry import Entry
from journal.model.evening import STAYING


def as_it_leaves(entry: Entry, audience: Audience) -> Entry:
    """Return an entry as others read it: of a case, what was ticked; as it is for everything else, and for oneself."""
    return entry.with_(body=leaving_body(entry)) if audience.outside else entry


def record_as_it_leaves(record: dict[str, Any], *, asides: bool) -> dict[str, Any]:
    """Return the record of an entry without what concerns the case of somebody else, unless that was said yes to."""
    details = record.get("details") or {}
    evening = details.get("evening")
    if asides or evening is None:
        return record
    told = {name: value for name, value in evening.items() if name not in STAYING}
    return {**record, "details": {**details, "evening": told}}
