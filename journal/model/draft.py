"""Draft: what is being written and is not kept yet."""

from typing import Any

from pydantic import Field

from journal.model.entry import Ref
from journal.model.frozen import Frozen, Moment, Text


class Draft(Frozen):
    """The half-written state of one place to write, found again after a lock, a crash or a week.

    `key` names the place: "new:situation:<uuid>" for something new, "entry:12" for a change to an entry,
    "reflection:12" for a run through a protocol. `fields` holds what a panel beside the text would set.
    """

    key: str
    text: Text = ""
    title: Text = ""
    fields: dict[str, Any] = Field(default_factory=dict)
    ref: Ref | None = None
    base_revision: int | None = None
    saved_at: Moment
