"""Who takes part in an engagement is a person with an alias from the moment they are entered."""

from journal.language import speaking
from journal.model.audience import Audience
from journal.model.engagement import EngagementDetails, Form, Party, Role
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.person import Person
from journal.practice import capturing, framing, known_people
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
