"""Who accompanies is proposed by name to whoever shares with a practitioner, and the page says why."""

from typing import Any

from journal.model.audience import Audience
from journal.model.engagement import EngagementDetails, Party, Role
from journal.model.recipient import Recipient
from journal.practice import framing
from journal.sharing import habits
from journal.sharing import repository as keeping
from screens.sharing.for_whom import proposed_recipient, proposed_words, readers_offered

COACH = Audience.PRACTITIONER


def test_the_practitioner_of_an_engagement_is_proposed_and_can_be_chosen(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    begun = framing.begin(notebook, "Coaching")
    party = Party(role=Role.PRACTITIONER, name="Hélène Garnier")
    sponsor = Party(role=Role.SPONSOR, name="Paul Mercier")
    framing.reframe(notebook, begun, begun.details_as(EngagementDetails).with_(parties=(party, sponsor)))
    assert proposed_recipient(notebook, (), COACH) == Recipient(name="Hélène Garnier")
    assert proposed_words(notebook, (), COACH) == "To · proposed for “Coaching”: Hélène Garnier"
    assert proposed_recipient(notebook, (), Audience.GROUP) is None
    assert readers_offered(notebook, (), Audience.GROUP) == ()
    assert proposed_words(notebook, (), Audience.SPONSOR) == "To · proposed for “Coaching”: Paul Mercier"
    keeping.keep_recipient(notebook, Recipient(name="hélène garnier", signature="C."))
    assert [each.signature for each in readers_offered(notebook, (), COACH)] == ["C."]  # as she is kept, and once
    keeping.keep_recipient(notebook, Recipient(name="Odile"))
    habits.remember(notebook, COACH, habits.Habit(folder="/x"))
    assert proposed_recipient(notebook, (), COACH) is None  # last time nobody was named
    notebook.close()
