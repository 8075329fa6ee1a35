"""Words of an audience: a sign, a word and a colour, never a colour alone."""

from textual.content import Content

from journal.language import N_, _
from journal.model.audience import Audience
from journal.terms import term

SIGNS = {Audience.ME: "●", Audience.PRACTITIONER: "◆", Audience.GROUP: "▲", Audience.SPONSOR: "■"}
AUDIENCE_WORDS = {
    Audience.ME: N_("for myself"),
    Audience.PRACTITIONER: N_("practitioner"),
    Audience.GROUP: N_("group"),
    Audience.SPONSOR: N_("sponsor"),
}
AUDIENCE_COLOURS = {
    Audience.ME: "$mine",
    Audience.PRACTITIONER: "$practitioner",
    Audience.GROUP: "$group",
    Audience.SPONSOR: "$sponsor",
}


def word(audience: Audience) -> str:
    """Return what an audience is called: who goes along with the person, in their own word."""
    return term("practitioner") if audience is Audience.PRACTITIONER else _(AUDIENCE_WORDS[audience])


def told(audience: Audience, gap: str = " ") -> Content:
    """Return sign and word of an audience, in its colour; a no-break gap keeps them together in running text."""
    return Content.styled(f"{SIGNS[audience]}{gap}{word(audience)}", AUDIENCE_COLOURS[audience])


def audience_words(audience: Audience, recipient: str = "") -> str:
    """Return sign and word of an audience, and whose eyes it is meant for when a name is known."""
    words = f"{SIGNS[audience]} {word(audience)}"
    return f"{words} · {recipient}" if recipient else words
