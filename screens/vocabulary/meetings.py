"""Words of what a session is for: for lists, and for choosing."""

from journal.language import N_, _
from journal.model.session import OF_THREE, SessionKind

MEETING_WORDS = {
    SessionKind.FRAMING: N_("three-way, at the start"),
    SessionKind.INDIVIDUAL: N_("individual"),
    SessionKind.GROUP: N_("peer group"),
    SessionKind.INTERIM: N_("three-way, half-way"),
    SessionKind.CLOSING: N_("three-way, at the close"),
}


def in_a_list(meeting: SessionKind) -> str:
    """Return it in the one word that a column has room for: which of the three it is, its number tells."""
    return _("three-way") if meeting in OF_THREE else _(MEETING_WORDS[meeting])


def meeting_word(meeting: SessionKind) -> str:
    """Return what a session is for."""
    return _(MEETING_WORDS[meeting])
