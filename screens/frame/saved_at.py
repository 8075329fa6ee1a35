"""Words of a page's corner: when what stands there was kept last, and the key that leaves, for saving stays."""

from datetime import datetime
from typing import TYPE_CHECKING

from journal.dates.wording import clock_time
from journal.language import _
from screens.frame.events import DraftSaved, EntrySaved, Happened
from screens.frame.key_names import key_name

if TYPE_CHECKING:
    from screens.frame.page import Page

_LEAVES = ("back", "leave")  # what the key that leaves does, by the table


def drafted_at(at: datetime) -> str:
    """Return when a draft was kept."""
    return _("draft {time}").format(time=clock_time(at))


def saved_at(page: "Page", saved: Happened) -> str:
    """Return when what stands on a page was kept; once all is, with the key that leaves, as the person has set it."""
    at = saved.at if isinstance(saved, DraftSaved | EntrySaved) else page.host.environment.clock()
    if isinstance(saved, DraftSaved):
        return drafted_at(at)
    key = _key_that_leaves(page)
    told = _("saved {time} · {key} to leave") if key else _("saved {time}")
    return told.format(time=clock_time(at), key=key)


def nothing_new(page: "Page") -> str:
    """Return that all that stands on a page is kept already, with the key that leaves."""
    key = _key_that_leaves(page)
    return _("nothing new to save · {key} to leave").format(key=key) if key else _("nothing new to save")


def _key_that_leaves(page: "Page") -> str:
    """Return the key as the person has set it, "" where from where one is now it leads elsewhere first."""
    back = next(each for each in page.commands() if each.action in _LEAVES)
    return key_name(back.keys) if back.title == page.host.table.row(back.id).title else ""
