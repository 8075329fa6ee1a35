"""Clauses to start from: those of an accompaniment, and those of a peer group, which are not the same.

The person being coached, whoever coaches, and the sponsor all agree to them: nobody in them says “I”.
"""

from journal.language import N_, _
from journal.model.engagement import Clause, ClauseCode, EngagementDetails, Form

_INDIVIDUAL = {
    ClauseCode.CONSENT: N_(
        "The person being coached takes part of their own free will. Everyone has been told what this coaching is, "
        "and what it is not: not therapy, not training, not advice."
    ),
    ClauseCode.NEUTRALITY: N_(
        "The coach takes no sides, gives no advice on decisions and, the two limits of confidentiality apart, gives "
        "nobody an account of what is said in the sessions. The coach discusses their own practice in supervision, "
        "changing whatever would let anyone be recognised, and says so here."
    ),
    ClauseCode.CONFIDENTIALITY: N_(
        "What is said in sessions stays there, with two limits: serious danger to someone, and what the law requires."
        " The person being coached is told first, if that is possible. Nothing else is shared without their agreement."
    ),
    ClauseCode.SPONSOR: N_(
        "The sponsor receives what the person being coached has validated in writing about overall progress, and "
        "anything agreed between all three. Nothing else."
    ),
    ClauseCode.STOP: N_(
        "The person being coached may stop at any time, without giving a reason. The sponsor undertakes not to hold "
        "it against them in any way."
    ),
    ClauseCode.ENDING: N_(
        "If the coach or the sponsor ends the coaching, they tell the person being coached first, offer a last "
        "session, and pass on nothing that was not validated."
    ),
    ClauseCode.WORKING_TIME: N_("Sessions take place during working hours and count as such."),
    ClauseCode.CANCELLING: N_(
        "A session can be moved up to two days beforehand. After that, those concerned agree what happens to it."
    ),
    ClauseCode.NOTES: N_(
        "The coach’s own notes are for the coach alone, and are destroyed six months after the last session. The "
        "person being coached may ask what they say, and have them erased."
    ),
    ClauseCode.ETHICS: N_("The coach abides by a code of ethics. Its name, and where to read it: …"),
    ClauseCode.MEETINGS: N_("Three three-way meetings: at the start, halfway, at the end. Their dates: …"),
}
_GROUP = {
    ClauseCode.CONSENT: N_("Everyone comes of their own free will, and may pass their turn."),
    ClauseCode.RECIPROCITY: N_("Everyone brings a case in turn, and gives everyone else’s the same attention."),
    ClauseCode.ADVICE: N_("No advice, unless the person who brings the case asks for it."),
    ClauseCode.ABSENT: N_("People who are not here are spoken of as if they could hear, and under an alias."),
    ClauseCode.KNOWN: N_(
        "If everyone knows the person a case is about, that is said before the case is told. Members who work with "
        "this person say so, and may step out."
    ),
    ClauseCode.TIME: N_("Every case has the same time. We start and finish on time."),
    ClauseCode.CONFIDENTIALITY: N_(
        "What is said here stays here, after the group has ended too, with two limits: serious danger to someone, and "
        "what the law requires."
    ),
    ClauseCode.OUTSIDE: N_(
        "Between sessions nobody talks about a case, either with others or with the person who brought it, unless "
        "that person brings it up."
    ),
    ClauseCode.HOME: N_(
        "Everyone may write for themselves what the cases teach them about themselves, and what they said they would "
        "do. What others shared is kept no longer than the group lasts."
    ),
    ClauseCode.PRESENCE: N_(
        "Everyone comes to every session. Anyone who cannot says so beforehand, and the date stands."
    ),
    ClauseCode.HIERARCHY: N_(
        "If one member becomes another’s manager, both tell the group, which decides with them how to go on. In that "
        "new relationship, nothing said here is used to assess anyone or to decide about them."
    ),
    ClauseCode.STOP: N_("Anyone may leave the group at any time, without giving a reason."),
}


def wordings(form: Form) -> tuple[Clause, ...]:
    """Return the clauses of a form in the words to start from; those concerned change them to what they agree on."""
    texts = _GROUP if form is Form.GROUP else _INDIVIDUAL
    return tuple(Clause(code=code, text=_(text)) for code, text in texts.items())


def clauses_for(frame: EngagementDetails, form: Form) -> tuple[Clause, ...]:
    """Return the clauses that a frame has in a form: those of the other form give way while nobody agreed to any."""
    agreed = any(clause.consents for clause in frame.clauses)
    return frame.clauses if agreed or form is frame.form else wordings(form)


def usual(form: Form, code: ClauseCode) -> str:
    """Return the words to start from of one clause; "" when the form does not have it."""
    return next((clause.text for clause in wordings(form) if clause.code is code), "")
