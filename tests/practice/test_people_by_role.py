"""People by role: told by alias, by the parties of the engagements and by number; a list follows all who have one."""

from datetime import UTC, datetime

import pytest

from journal.language import speaking
from journal.model.engagement import EngagementDetails, Form, Party, Role
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.person import Person
from journal.practice import capturing, framing, known_people, members, people_by_role, reading
from journal.practice.notebook import Notebook

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def around(notebook: Notebook) -> Notebook:
    """Return a notebook of somebody with a boss, two who report to them, a sponsor and a group."""
    for name, alias in (
        ("Hélène Marchal", "ma N+1"), ("Paul Petit", "N-1 A"), ("Zoé Roux", "N-1 B"), ("Marc Noir", "un N+1 de Zoé"),
    ):  # fmt: skip
        known_people.keep_person(
            notebook, Person(name=name, alias=alias, forms=("la patronne",) if alias == "ma N+1" else ())
        )
    begun = framing.begin(notebook, "Groupe", Form.GROUP)
    me = Party(role=Role.MANAGER, name="Claire Vasseur", reports_to="la patronne")
    sponsor = Party(role=Role.SPONSOR, name="Bruno Delmas")
    frame = begun.details_as(EngagementDetails)
    framing.reframe(
        notebook, begun, frame.with_(parties=(me, sponsor, *members.members_of("Olga Petit\nOlivier Sand")))
    )
    return notebook


@pytest.mark.parametrize(
    ("called", "boss"),
    [("ma N+1", True), ("N+1", True), ("my boss", True), ("boss 2", True), ("N+1 de Paul", False), ("bossu", False),
     ("un pair", False), ("N+10", False)],
)  # fmt: skip
def test_an_alias_that_says_boss_is_told_in_any_language(called: str, boss: bool) -> None:
    assert people_by_role.is_boss(called) is boss


def test_a_role_means_all_who_have_it_and_a_name_means_somebody(around: Notebook) -> None:
    with speaking("fr"):
        found = people_by_role.by_role(around)
        assert found == {
            "N+1": ("Hélène Marchal",),
            "commanditaire": ("Bruno Delmas",),
            "pair": ("Olga Petit", "Olivier Sand"),
            "N-1": ("Paul Petit", "Zoé Roux"),
        }
        assert people_by_role.names_meant(around, "n+1") == ("Hélène Marchal",)
        assert people_by_role.names_meant(around, "olga petit") == ("Olga Petit",)
        assert people_by_role.names_meant(around, "personne") == ()


def test_a_list_follows_a_role_whatever_its_people_are_called(around: Notebook) -> None:
    for title, people in (("de haut", ("Hélène Marchal",)), ("de l’équipe", ("Zoé Roux",)), ("seul", ())):
        capturing.write(around, NewEntry(kind=Kind.SITUATION, title=title, happened_at=AT, people=people))
    with speaking("fr"):
        of_role = [
            {line.title for line in reading.newest(around, Filter(kinds=(Kind.SITUATION,), people=names), 9)}
            for names in (people_by_role.names_meant(around, role) for role in ("N+1", "N-1"))
        ]
    assert of_role == [{"de haut"}, {"de l’équipe"}]
