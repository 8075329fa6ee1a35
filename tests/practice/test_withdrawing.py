from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import ReculError, VaultNotFound
from journal.errors.imports import DamagedImportField
from journal.errors.refusals import AliasTaken
from journal.importing.formats import ImportOptions
from journal.importing.reading import read_source
from journal.importing.saving import save_entries
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.person import Person
from journal.model.review import ReviewDetails
from journal.model.session import SessionDetails
from journal.practice import (
    capturing,
    fictitious_road,
    fictitious_year,
    framing,
    known_people,
    reading,
    road,
    scheduling,
    sealing,
    synthesis,
    withdrawing,
)
from journal.practice.notebook import Notebook, open_notebook
from journal.sharing.introducing import introductions
from journal.sharing.taking_along import archive_path, take_along
from journal.vault.keys import KdfCost
from journal.vault.vault import create, unlock


def test_withdrawing_cancels_what_lies_ahead_and_keeps_what_was(notebook: Notebook) -> None:
    engagement = framing.begin(notebook, "Poste")
    now = notebook.clock()
    past = scheduling.plan_one(notebook, engagement.ref, now - timedelta(days=3), SessionDetails(number=1))
    scheduling.hold(notebook, past)
    ahead = scheduling.plan_one(notebook, engagement.ref, now + timedelta(days=3), SessionDetails(number=2))
    assert withdrawing.withdraw(notebook, engagement.ref).state is State.WITHDRAWN
    assert reading.entry(notebook, ahead.ref).state is State.CANCELLED
    assert reading.entry(notebook, past.ref).state is State.HELD
    assert framing.engagements(notebook) == []


def test_everything_taken_along_reads_back_into_another_journal(
    notebook: Notebook, tmp_path: Path, cost: KdfCost, passphrase: str
) -> None:
    fictitious_year.live(notebook, "fr")
    target = archive_path(notebook, tmp_path)
    take_along(notebook, target)
    elsewhere, _ = create(tmp_path / "elsewhere", passphrase, cost=cost)
    other = open_notebook(elsewhere, notebook.clock)
    source = read_source(str(target), ImportOptions(notebook.clock()))
    introduced = [each.person for each in introductions(other, source.people())]
    save_entries(other.store, [source], notebook.clock(), introduced)
    before = [reading.entry(notebook, line.ref) for line in reading.newest(notebook, Filter(), 1000)]
    after = {(entry.title, entry.body, entry.happened_at): entry for entry in _all(other)}
    assert len(before) == len(_all(other))
    for entry in before:
        twin = after[entry.title, entry.body, entry.happened_at]
        assert twin.kind is entry.kind
        assert twin.state is (State.DRAFT if entry.kind is Kind.STATEMENT else entry.state)  # validated here, not there
        assert set(twin.tags) == set(entry.tags)
        assert set(twin.people) == set(entry.people)
    named = {name for entry in before for name in entry.people}
    assert _aliases(other) == {name: told for name, told in _aliases(notebook).items() if name in named}
    other.close()


def _aliases(notebook: Notebook) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {person.name: (person.alias, person.forms) for person in known_people.people(notebook)}


def _all(notebook: Notebook) -> list[NewEntry]:
    return [reading.entry(notebook, line.ref) for line in reading.newest(notebook, Filter(), 1000)]


def test_seals_open_for_whoever_takes_everything(notebook: Notebook) -> None:
    entry = capturing.write(
        notebook, NewEntry(kind=Kind.SITUATION, title="lourd", body="…", happened_at=notebook.clock())
    )
    sealing.seal(notebook, entry.ref, notebook.clock() + timedelta(days=90))
    assert len(reading.sealed_until(notebook)) == 1
    assert withdrawing.open_every_seal(notebook) == 1
    assert reading.entry(notebook, entry.ref).title == "lourd"


def test_after_the_keys_are_destroyed_nothing_opens(notebook: Notebook, passphrase: str) -> None:
    folder = notebook.vault.folder
    withdrawing.destroy(notebook)
    with pytest.raises(ReculError):
        unlock(folder, passphrase)
    with pytest.raises(VaultNotFound):
        unlock(folder, passphrase)
    assert not (folder / "journal.db").exists()


def test_people_who_come_along_take_nobody_s_place(notebook: Notebook, tmp_path: Path) -> None:
    known_people.keep_person(notebook, Person(name="Karim Benali", alias="Sacha"))
    known_people.keep_person(notebook, Person(name="Nadia Roux", alias="N-1 A"))
    lines = (
        '{"kind": "situation", "body": "a", "people": ["Karim Benali"], "aliases": '
        '[{"name": "Karim Benali", "alias": "N-1 B"}]}\n'
        '{"kind": "situation", "body": "b", "people": ["Marc"], "aliases": [{"name": "Marc", "alias": "N-1 A"}]}\n'
    )
    file = tmp_path / "lines.jsonl"
    file.write_text(lines, "utf-8")
    source = read_source(str(file), ImportOptions(notebook.clock()))
    introduced = introductions(notebook, source.people())
    assert [type(each.fault) for each in introduced] == [AliasTaken]
    people = [each.person for each in introduced if each.fault is None]
    save_entries(notebook.store, [source], notebook.clock(), people)
    aliases = {name: alias for name, (alias, _forms) in _aliases(notebook).items()}
    assert (aliases["Karim Benali"], aliases["Nadia Roux"]) == ("Sacha", "N-1 A")
    assert aliases["Marc"] not in aliases.keys() - {"Marc"}
    assert len(set(aliases.values())) == 3


def test_aliases_that_cannot_be_read_are_named(notebook: Notebook, tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text('{"kind": "situation", "body": "a", "aliases": [{"name": 3}]}\n', "utf-8")
    with pytest.raises(DamagedImportField) as refused:
        read_source(str(file), ImportOptions(notebook.clock())).whole()
    assert "aliases" in refused.value.message()


def test_a_road_taken_along_points_to_the_same_entries_in_another_journal(
    notebook: Notebook, tmp_path: Path, cost: KdfCost, passphrase: str
) -> None:
    fictitious_road.live_to_the_end(notebook, "fr")
    target = archive_path(notebook, tmp_path)
    take_along(notebook, target)
    elsewhere, _ = create(tmp_path / "elsewhere", passphrase, cost=cost)
    other = open_notebook(elsewhere, notebook.clock)
    capturing.write(other, NewEntry(kind=Kind.SITUATION, title="before", happened_at=notebook.clock()))
    source = read_source(str(target), ImportOptions(notebook.clock()))
    save_entries(
        other.store, [source], notebook.clock(), [each.person for each in introductions(other, source.people())]
    )
    engagement = next(each for each in framing.engagements(other, ended=True) if framing.objectives(other, each.ref))
    told = {each.key: each for each in synthesis.lines(other, engagement.ref)}
    kept = synthesis.kept(other, engagement.ref)
    assert kept is not None
    keys = {each.key for each in kept.details_as(ReviewDetails).lines}
    assert keys <= set(told) | {key for key in keys if key.startswith("open:")}
    for objective in framing.objectives(other, engagement.ref):
        assert [each.words for each in road.ratings(other, objective.ref) if each.words]
    for session in scheduling.sessions(other, engagement.ref):
        assert not any(line.agreed for line in session.details_as(SessionDetails).record)  # agreed there, not here
    other.close()
