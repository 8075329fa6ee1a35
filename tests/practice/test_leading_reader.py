"""The reader that a session or a case leads to; nobody for anything else."""

from datetime import timedelta
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.entry import Link, NewEntry, Rel
from journal.model.kind import Kind
from journal.practice import capturing
from journal.practice.leading_reader import leading_reader
from journal.practice.notebook import Notebook


def write(notebook: Notebook, kind: Kind, *links: Link, **fields: Any) -> int:
    new = {"kind": kind, "title": "T", "happened_at": notebook.clock() + timedelta(days=2), "links": links} | fields
    return capturing.write(notebook, NewEntry.model_validate(new)).ref


@pytest.mark.parametrize(
    ("meeting", "reader"),
    [
        ("individual", (Audience.PRACTITIONER, "Mme Lenoir")),
        ("group", (Audience.GROUP, "")),
        ("framing", (Audience.PRACTITIONER, "Mme Lenoir")),
    ],
)
def test_a_session_and_a_case_told_in_it_lead_to_who_sits_there(notebook: Notebook, meeting: str, reader: Any) -> None:
    parties = [
        {"role": "practitioner", "name": "Mme Lenoir"},
        {"role": "practitioner", "name": "M. Petit", "left_on": "2026-05-01"},
        {"role": "sponsor", "name": "Rose"},
    ]
    of = write(notebook, Kind.ENGAGEMENT, state="development", details={"parties": parties})
    part = Link(rel=Rel.PART_OF, ref=of)
    session = write(notebook, Kind.SESSION, part, details={"number": 7, "meeting": meeting})
    case = write(notebook, Kind.CASE, Link(rel=Rel.PART_OF, ref=session))
    for ref in (session, case):
        found = leading_reader(notebook, (ref,))
        assert (found and (found.audience, found.name)) == reader
        assert found is None or found.number == 7


def test_anything_else_leads_to_nobody(notebook: Notebook) -> None:
    scene, case = write(notebook, Kind.SITUATION), write(notebook, Kind.CASE)
    assert leading_reader(notebook, (scene,)) is None
    assert leading_reader(notebook, (case,)) is None
    assert leading_reader(notebook, ()) is None
