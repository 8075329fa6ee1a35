"""Rule of what stays of an entry that leaves: what an evening added to a case unless ticked, all of others' cases."""

from typing import Any

from journal.model.audience import Audience
from journal.model.case_sheet import leaving_body
from journal.model.entry import Entry
from journal.model.evening import STAYING


def as_it_leaves(entry: Entry, audience: Audience) -> Entry:
    """Return an entry as others read it: of a case, what was ticked; as it is for everything else, and for oneself."""
    body = leaving_body(entry) if audience.outside else entry.body
    return entry if body == entry.body else entry.with_(body=body)


def record_as_it_leaves(record: dict[str, Any], *, asides: bool) -> dict[str, Any]:
    """Return the record of an entry without what concerns or belongs to somebody else, unless that was said yes to.

    Of a session's evening what stays of it, of a group's end the words of each member.
    """
    details = record.get("details") or {}
    if asides or not {"evening", "voices"} & details.keys():
        return record
    evening = {name: value for name, value in (details.get("evening") or {}).items() if name not in STAYING}
    told = {**details, "evening": evening, "voices": []}
    return {**record, "details": {name: told[name] for name in details}}
