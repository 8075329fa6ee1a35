import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from journal.errors import DamagedVault
from journal.model.filter import Filter
from journal.model.key_pair import KeyPurpose
from journal.model.kind import Kind, State
from journal.model.person import Gender
from journal.model.shown_entry import shown_of
from journal.practice import reading
from journal.practice.notebook import open_notebook
from journal.sharing.statements import Standing, seen_taken_over, standing, taken_over
from journal.store import entries, key_pairs, migrating, people, revisions, searching, source_keys
from journal.store.migrations import STEPS, VERSION
from journal.store.store import Store
from journal.vault.backup import verify
from journal.vault.connection import Connection
from journal.vault.vault import OpenVault, unlock

GOLDEN = Path(__file__).parent / "golden"
NEXT = VERSION + 1


def _colour(connection: Connection) -> None:
    connection.execute("ALTER TABLE entry ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")
    connection.execute("UPDATE entry SET colour = 'blue' WHERE ref = 1")


def _broken(connection: Connection) -> None:
    _colour(connection)
    raise ZeroDivisionError


@pytest.fixture(params=sorted(path.name for path in GOLDEN.iterdir()))
def golden(request: pytest.FixtureRequest, tmp_path: Path, passphrase: str) -> Iterator[OpenVault]:
    """Give a copy of a vault that a released version wrote, open."""
    folder = tmp_path / "vault"
    shutil.copytree(GOLDEN / request.param, folder)
    opened = unlock(folder, passphrase)
    yield opened
    opened.close()


@pytest.fixture
def connection(golden: OpenVault) -> Iterator[Connection]:
    with closing(golden.connect()) as connection:
        yield connection


def test_each_golden_vault_opens_and_is_found_whole(golden: OpenVault) -> None:
    store = Store.open(golden)
    with store.reading() as tx:
        lines = entries.newest(tx, Filter(kinds=(Kind.SITUATION, Kind.REFLECTION)), 9)
        assert [line.title for line in lines] == ["Le CODIR a repoussé le projet", "Dézoomer"]
        assert {line.happened_at.date() for line in lines} == {date(2026, 11, 24)}
        assert [found.line.ref for found in searching.search(tx, "repousse", Filter(), 9)] == [1]
        assert len(revisions.of_entry(tx, 1)) == 1
        for ref in entries.every_ref(tx):
            entry = entries.get(tx, ref)
            by_its_model = entry.kind is Kind.STATEMENT and entries.shown(tx, ref) == entry
            assert by_its_model or entries.shown(tx, ref) == shown_of(entry)
    store.close()


def test_a_golden_vault_ends_with_the_tables_and_indexes_of_a_new_journal(golden: OpenVault, store: Store) -> None:
    upgraded = Store.open(golden)
    assert _schema(upgraded) == _schema(store)
    upgraded.close()


def _schema(store: Store) -> set[tuple[str, str]]:
    with store.reading() as tx:
        rows = tx.rows("SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL")
        columns = tx.rows(
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
        )
    return {(name, " ".join(sql.split())) for name, sql in rows} | set(columns)


@pytest.mark.parametrize("golden", ["v1", "v2"], indirect=True)
def test_days_are_noted_as_they_stood_on_the_clock(golden: OpenVault) -> None:
    with closing(golden.connect()) as connection:
        connection.executemany(
            "UPDATE entry SET happened_at = ?, happened_offset = ? WHERE ref = ?",
            [(-1, 0, 1), (1_774_738_800_000_000 - 1, 120, 2)],  # before 1970; 28 March 2026, 23:59:59 UTC
        )
    store = Store.open(golden)
    with store.reading() as tx:
        assert tx.column("SELECT day FROM entry WHERE ref < 3 ORDER BY ref") == [19691231, 20260329]
    store.close()


def test_validations_that_held_are_taken_over_and_others_are_drafts(tmp_path: Path, passphrase: str) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(GOLDEN / "v2", folder)
    vault = unlock(folder, passphrase)
    notebook = open_notebook(vault)
    lines = reading.newest(notebook, Filter(kinds=(Kind.STATEMENT,)), 9)
    stands = {line.title: (line.state, standing(reading.entry(notebook, line.ref))) for line in lines}
    assert stands == {
        "Je délègue le planning.": (State.VALIDATED, Standing.VALIDATED),
        "Je prépare le comité.": (State.DRAFT, Standing.DRAFT),
        "J’écoute avant de décider.": (State.DRAFT, Standing.LOST),
    }
    assert [entry.title for entry in taken_over(notebook)] == ["Je délègue le planning."]
    seen_taken_over(notebook)
    assert taken_over(notebook) == []
    notebook.close()


def test_an_upgrade_is_backed_up_first_and_runs_once(golden: OpenVault, connection: Connection) -> None:
    steps = STEPS | {NEXT: _colour}
    migrating.bring_up(connection, golden, steps=steps)
    migrating.bring_up(connection, golden, steps=steps)
    assert migrating.version(connection) == NEXT
    assert connection.execute("SELECT colour FROM entry WHERE ref < 3 ORDER BY ref").fetchall() == [
        ("blue",),
        ("grey",),
    ]
    (saved,) = (golden.folder / migrating.BACKUPS).glob("*.recul")
    verify(saved, golden)


def test_an_upgrade_that_fails_half_way_changes_nothing(golden: OpenVault, connection: Connection) -> None:
    before = migrating.version(connection)
    with pytest.raises(ZeroDivisionError):
        migrating.bring_up(connection, golden, steps=STEPS | {NEXT: _broken})
    assert migrating.version(connection) == before
    assert "colour" not in [row[1] for row in connection.execute("PRAGMA table_info(entry)")]


def test_the_first_versions_tell_a_database_of_today_as_newer(golden: OpenVault) -> None:
    """They compare the text of their own table with theirs, and would take its absence for damage."""
    Store.open(golden).close()
    with closing(golden.connect()) as connection:
        (told,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        assert told == f"{VERSION:04}"
        assert told > "0001"


@pytest.mark.parametrize("spoil", ["DROP TABLE alembic_version", "UPDATE alembic_version SET version_num = 'head'"])
def test_tables_without_a_version_are_damage_and_not_an_empty_journal(
    golden: OpenVault, connection: Connection, spoil: str
) -> None:
    connection.execute("PRAGMA user_version = 0")
    connection.execute(spoil)
    with pytest.raises(DamagedVault):
        Store.open(golden)


def test_the_steps_lead_to_the_version_that_new_journals_have(store: Store) -> None:
    assert sorted(STEPS) == list(range(2, VERSION + 1))
    with store.reading() as tx:
        assert tx.value("PRAGMA user_version") == VERSION


def test_a_golden_vault_of_this_version_keeps_what_its_secret_bound(tmp_path: Path, passphrase: str) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(GOLDEN / f"v{VERSION}", folder)
    notebook = open_notebook(unlock(folder, passphrase))
    (line,) = reading.newest(notebook, Filter(kinds=(Kind.STATEMENT,)), 9)
    assert standing(reading.entry(notebook, line.ref)) is Standing.VALIDATED
    assert taken_over(notebook) == []
    with notebook.store.reading() as tx:
        assert source_keys.entry_of(tx, "markdown", "notes/a.md") == 1
    assert [hit.line.ref for hit in reading.search(notebook, "codir karim")] == [1]
    assert not (folder / migrating.BACKUPS).exists()  # there was nothing to bring up
    with notebook.store.reading() as tx:
        assert [(each.alias, each.gender) for each in people.people(tx)][:1] == [("l’adjointe", Gender.FEMININE)]
        (pair,) = key_pairs.of_purpose(tx, KeyPurpose.ANSWER)
        assert (pair.private, dict(pair.details)) == (bytes(range(32)), {"0f3a": "1"})
        beside = revisions.of_entry(tx, 1)[0].beside
        assert beside is not None
        assert beside.happened_at == entries.get(tx, 1).happened_at
    notebook.close()


def test_people_of_older_vaults_have_no_gender_yet(tmp_path: Path, passphrase: str) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(GOLDEN / "v3", folder)
    store = Store.open(unlock(folder, passphrase))
    with store.reading() as tx:
        assert {each.gender for each in people.people(tx)} == {Gender.UNKNOWN}
    store.close()


UPGRADING = """
import sys
from pathlib import Path
from journal.store.store import Store
from journal.vault.vault import unlock
Store.open(unlock(Path(sys.argv[1]), sys.argv[2])).close()
"""


@pytest.mark.slow_proof
@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_an_upgrade_killed_at_each_change_of_the_disk_is_done_by_the_next_start(
    tmp_path: Path, passphrase: str, killed: Callable[..., Iterator[int]], version: str
) -> None:
    folder = tmp_path / "vault"

    def reset() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(GOLDEN / version, folder)

    for _at in killed(UPGRADING, [str(folder), passphrase], reset, small=3):
        vault = unlock(folder, passphrase)
        store = Store.open(vault)
        with store.reading() as tx:
            assert tx.value("PRAGMA user_version") == VERSION
            assert tx.column("SELECT DISTINCT day / 100 - month FROM entry") == [0]
            assert [hit.line.ref for hit in searching.search(tx, "repousse", Filter(), 9)] == [1]
            assert tx.column("SELECT length(key) FROM secret") == [32]
        store.close()
        for saved in (folder / migrating.BACKUPS).glob("*.recul"):
            verify(saved, vault)
        vault.close()
