"""Who takes part in an engagement is a person with an alias from the moment they are entered."""

from journal.language import speaking
from journal.model.audience import Audience
from journal.model.engagement import ClauseCode, EngagementDetails, Form, Party, Role
from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind
from journal.model.person import Person
from journal.model.session import SessionDetails
from journal.practice import capturing, frame_parts, framing, known_people, meeting, reading, scheduling
from journal.practice.notebook import Notebook
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection

PARTIES = (
    Party(role=Role.MANAGER, name="Claire Vasseur"),
    Party(role=Role.PRACTITIONER, name="Anne Weber"),
    Party(role=Role.PEER, name="Lucie Vernet"),
    Party(role=Role.PEER, name="Jean Roux"),
)


def aliases(notebook: Notebook) -> dict[str, str]:
    return {each.name: each.alias for each in known_people.people(notebook)}


def test_parties_are_people_called_by_their_role_or_by_a_sign(notebook: Notebook) -> None:
    engagement = framing.begin(notebook, "Six autour d’une table")
    with speaking("fr"):
        framing.reframe(notebook, engagement, EngagementDetails(parties=PARTIES))
    assert aliases(notebook) == {
        "Claire Vasseur": "la personne accompagnée",
        "Anne Weber": "la personne qui m’accompagne",
        "Lucie Vernet": "P3",
        "Jean Roux": "P4",
    }


def test_who_is_known_keeps_the_alias_and_two_of_one_role_are_told_apart(notebook: Notebook) -> None:
    known_people.keep_person(notebook, Person(name="Anne Weber", alias="la praticienne"))
    engagement = framing.begin(notebook, "Une année")
    sponsors = tuple(Party(role=Role.SPONSOR, name=name) for name in ("Bruno Delmas", "Hélène Marchal"))
    framing.reframe(notebook, engagement, EngagementDetails(parties=(PARTIES[1], *sponsors)))
    assert aliases(notebook) == {"Anne Weber": "la praticienne", "Bruno Delmas": "my sponsor", "Hélène Marchal": "P3"}


def test_a_proposed_alias_follows_the_role_and_one_that_was_typed_stays(
    notebook: Notebook,
) -> None:
    engagement = framing.begin(notebook, "Une année")
    names = ("Bruno Delmas", "Anne Weber", "Hélène Marchal")
    first = tuple(Party(role=Role.SPONSOR, name=name) for name in names)
    with speaking("fr"):
        engagement = framing.reframe(notebook, engagement, EngagementDetails(parties=first))
    anne = next(each for each in known_people.people(notebook) if each.name == "Anne Weber")
    known_people.keep_person(notebook, anne.with_(alias="la directrice"))
    assert aliases(notebook)["Bruno Delmas"] == "mon commanditaire"
    then = (Role.PRACTITIONER, Role.PEER, Role.SPONSOR)
    changed = tuple(Party(role=role, name=name) for role, name in zip(then, names, strict=True))
    engagement = framing.reframe(notebook, engagement, EngagementDetails(parties=changed))
    assert aliases(notebook) == {
        "Bruno Delmas": "la personne qui m’accompagne",
        "Anne Weber": "la directrice",
        "Hélène Marchal": "P3",
    }
    again = (changed[0].with_(role=Role.PEER), *changed[1:])
    framing.reframe(notebook, engagement, EngagementDetails(parties=again))
    assert aliases(notebook)["Bruno Delmas"].startswith("P")


def test_an_alias_stays_while_another_engagement_has_them_in_that_role(notebook: Notebook) -> None:
    sponsor = EngagementDetails(parties=(Party(role=Role.SPONSOR, name="Bruno Delmas"),))
    framing.reframe(notebook, framing.begin(notebook, "One"), sponsor)
    two = framing.reframe(notebook, framing.begin(notebook, "Two"), sponsor)
    framing.reframe(notebook, two, EngagementDetails(parties=(sponsor.parties[0].with_(role=Role.PEER),)))
    assert aliases(notebook) == {"Bruno Delmas": "my sponsor"}


def test_spellings_of_a_name_are_one_person_whatever_its_capitals_accents_apostrophe_and_spaces(
    notebook: Notebook,
) -> None:
    for spelt in ("Rose N’Diaye", "rose  n'diaye", "Rose", "Jean-Rémi Coach", "jean remi", "coach", "Coach", "COACH"):
        new = NewEntry(kind=Kind.SITUATION, title=spelt, body="B", happened_at=notebook.clock(), people=(spelt,))
        capturing.write(notebook, new)
    assert set(aliases(notebook)) == {"Rose N’Diaye", "Jean-Rémi Coach", "coach"}


def test_parties_that_come_in_by_any_door_are_people(notebook: Notebook) -> None:
    details = EngagementDetails(parties=PARTIES[2:])
    new = NewEntry(kind=Kind.ENGAGEMENT, title="T", happened_at=notebook.clock(), details=details)
    assert capturing.write(notebook, new).people == ("Lucie Vernet", "Jean Roux")
    assert set(aliases(notebook)) == {"Lucie Vernet", "Jean Roux"}


def test_a_members_name_does_not_leave_in_a_case(notebook: Notebook) -> None:
    engagement = framing.begin(notebook, "Six autour d’une table")
    framing.reframe(notebook, engagement, EngagementDetails(form=Form.GROUP, parties=PARTIES))
    body = "Lucie Vernet m’a coupée ; l’avis de Jean compte."
    case = capturing.write(
        notebook, NewEntry(kind=Kind.CASE, title="Avec Lucie", body=body, happened_at=notebook.clock())
    )
    preview = prepare(notebook, Selection(refs=(case.ref,), audience=Audience.GROUP, language="fr"))
    assert preview.document.items[0].title == "Avec P3"
    assert preview.document.items[0].body == "P3 m’a coupée ; l’avis de P4 compte."
    assert preview.readers == ("Lucie Vernet", "Jean Roux")


def test_a_corrected_name_corrects_the_person_and_all_that_the_engagement_tells_of_them(notebook: Notebook) -> None:
    def corrected(name: str) -> Entry:
        present = reading.entry(notebook, engagement.ref)
        first = present.details_as(EngagementDetails).parties[0]
        return frame_parts.keep_party(notebook, present, 0, first.with_(name=name))

    engagement = framing.begin(notebook, "Une année")
    with speaking("fr"):
        sponsor = Party(role=Role.SPONSOR, name="Helen Durant", service="DRH")
        engagement = frame_parts.keep_party(notebook, engagement, None, sponsor)
        framing.consent(notebook, engagement, ClauseCode.CONSENT, "Helen Durant", notebook.clock().date())
        session = scheduling.plan_one(notebook, engagement.ref, notebook.clock(), SessionDetails())
        meeting.keep_words(notebook, session, views={"Helen Durant": "Plus de recul."}, said="", unsaid="")
        kept = corrected("Hélène Durand")
    assert aliases(notebook) == {"Hélène Durand": "mon commanditaire"}
    assert [each.by for clause in kept.details_as(EngagementDetails).clauses for each in clause.consents] == [
        "Hélène Durand"
    ]
    assert meeting.view_of(reading.entry(notebook, session.ref), "Hélène Durand") == "Plus de recul."
    corrected("Bruno Petit")  # nobody of the old name is anywhere
    assert list(aliases(notebook)) == ["Bruno Petit"]
    told = NewEntry(
        kind=Kind.SITUATION, title="Avec Bruno Petit", happened_at=notebook.clock(), people=("Bruno Petit",)
    )
    capturing.write(notebook, told)
    corrected("Bruno Petitjean")  # a slip: one person, whose other spelling still leaves by the alias
    (person,) = known_people.people(notebook)
    assert (person.name, person.forms) == ("Bruno Petitjean", ("Bruno Petit",))
    corrected("Chloé Arnaud")  # somebody else: who stands in a text stays
    assert list(aliases(notebook)) == ["Bruno Petitjean", "Chloé Arnaud"]
    kept = reading.entry(notebook, engagement.ref)
    frame_parts.put_party_back(notebook, frame_parts.take_party_out(notebook, kept, 0), 0, sponsor)
    assert reading.entry(notebook, engagement.ref).details_as(EngagementDetails).parties == (sponsor,)
