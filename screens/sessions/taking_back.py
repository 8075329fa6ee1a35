"""Record of what was just done to sessions: what is said of it, how it is taken back."""

from collections.abc import Sequence
from datetime import datetime

from journal.language import _, ngettext
from journal.model.entry import Entry, Ref
from journal.practice import scheduling
from screens.frame.changes import changing
from screens.frame.just_done import JustDone


def planned(refs: tuple[Ref, ...]) -> JustDone | None:
    """Return that sessions were planned all at once; None when there were none to plan."""
    words = ngettext(
        "{count} session planned · {key} takes it back", "{count} sessions planned · {key} takes them back", len(refs)
    )
    return JustDone(words.replace("{count}", str(len(refs))), changing(scheduling.unplan, refs)) if refs else None


def moved(before: Sequence[Entry]) -> JustDone:
    """Return that sessions, here as they were before, were moved."""
    words = ngettext(
        "{count} session moved · {key} takes it back", "{count} sessions moved · {key} takes them back", len(before)
    )
    return JustDone(words.replace("{count}", str(len(before))), changing(scheduling.put_back, tuple(before)))


def moved_past(before: Entry, beside: Entry, to: datetime) -> JustDone:
    """Return that a session, here as it was before, was moved past others, and beside which one it stands now."""
    after = _("moved past session {number} · {{key}} takes it back")
    ahead = _("moved before session {number} · {{key}} takes it back")
    words = (after if to > before.happened_at else ahead).format(number=scheduling.number_of(beside))
    return JustDone(words, changing(scheduling.put_back, (before,)))


def cancelled(before: Sequence[Entry]) -> JustDone:
    """Return that sessions, here as they were before, were cancelled."""
    words = ngettext(
        "cancelled · {key} takes it back", "{count} sessions cancelled · {key} takes them back", len(before)
    )
    return JustDone(words.replace("{count}", str(len(before))), changing(scheduling.put_back, tuple(before)))


def held(before: Sequence[Entry]) -> JustDone:
    """Return that sessions, here as they were before, were marked as held."""
    words = ngettext(
        "held · enter for your notes · {key} takes it back",
        "{count} sessions held · {key} takes them back",
        len(before),
    )
    return JustDone(words.replace("{count}", str(len(before))), changing(scheduling.put_back, tuple(before)))
