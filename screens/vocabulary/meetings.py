"""Words of what a session is for: for lists, and for choosing."""

from journal.language import N_, _
from journal.model.session import SessionKind

MEETING_WORDS = {
    SessionKind.FRAMING: N_("framing"),
    SessionKind.INDIVIDUAL: N_("individual"),
    SessionKind.GROUP: N_("peer group"),
    SessionKind.INTERIM: N_("mid-point review"),
    SessionKind.CLOSING: N_("closing"),
}

_SHORTER = {SessionKind.INTERIM: N_("halfway")}


def in_a_list(meeting: SessionKind) -> str:
    """Return it in the one word that a column has room for."""
    return _(_SHORTER.get(meeting, MEETING_WORDS[meeting]))


def meeting_word(meeting: SessionKind) -> str:
    """Return what a session is for."""
    return _(MEETING_WORDS[meeting])
