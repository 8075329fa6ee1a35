import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from journal.errors import DamagedVault
from journal.model.filter import Filter
from journal.store import entries, migrating, searching
from journal.store.store import Store
from journal.vault.backup import verify
from journal.vault.connection import cipher
from journal.vault.vault import OpenVault, unlock

GOLDEN = Path(__file__).parent / "golden"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
STEP = """
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE entry ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")
    op.execute("UPDATE entry SET colour = 'blue' WHERE ref = 1")
    {after}
"""


@pytest.fixture(params=sorted(path.name for path in GOLDEN.iterdir()))
def golden(request: pytest.FixtureRequest, tmp_path: Path, passphrase: str) -> Iterator[OpenVault]:
    """Give a copy of a vault that a released version wrote, open."""
    folder = tmp_path / "vault"
    shutil.copytree(GOLDEN / request.param, folder)
    opened = unlock(folder, passphrase)
    yield opened
    opened.close()


@pytest.fixture
def engine(golden: OpenVault) -> Iterator[Engine]:
    engine = create_engine("sqlite://", module=cipher(), creator=golden.connect, hide_parameters=True)
    yield engine
    engine.dispose()


def scripts(tmp_path: Path, after: str = "") -> Path:
    """Return the shipped steps with one more that only this test knows."""
    folder = tmp_path / "steps"
    shutil.copytree(migrating.SCRIPTS, folder)
    (folder / "versions" / "v0003_colour.py").write_text(STEP.format(after=after), encoding="utf-8")
    return folder


def test_each_golden_vault_opens_and_is_found_whole(golden: OpenVault) -> None:
    store = Store.open(golden)
    with store.reading() as tx:
        assert [line.title for line in entries.newest(tx, Filter(), 9)] == ["Le CODIR a repoussé le projet", "Dézoomer"]
        assert [found.line.ref for found in searching.search(tx, "repousse", Filter(), 9)] == [1]
        assert len(entries.revisions(tx, 1)) == 1
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


def test_an_upgrade_is_backed_up_first_and_runs_once(golden: OpenVault, engine: Engine, tmp_path: Path) -> None:
    steps = scripts(tmp_path)
    migrating.bring_up(engine, golden, head="0003", scripts=steps)
    migrating.bring_up(engine, golden, head="0003", scripts=steps)
    with engine.connect() as connection:
        assert migrating.version(connection) == "0003"
        assert connection.exec_driver_sql("SELECT colour FROM entry ORDER BY ref").fetchall() == [("blue",), ("grey",)]
    (saved,) = (golden.folder / migrating.BACKUPS).glob("*.recul")
    verify(saved, golden)


def test_an_upgrade_that_fails_half_way_changes_nothing(golden: OpenVault, engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        migrating.bring_up(engine, golden, head="0003", scripts=scripts(tmp_path, after="1 / 0"))
    with engine.connect() as connection:
        assert migrating.version(connection) == "0001"
        columns = [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(entry)")]
    assert "colour" not in columns


def test_tables_without_a_version_are_damage_and_not_an_empty_journal(golden: OpenVault, engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    with pytest.raises(DamagedVault):
        Store.open(golden)


def test_the_steps_lead_to_the_version_that_new_journals_have() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(migrating.SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == migrating.HEAD


UPGRADING = """
import sys
from pathlib import Path
from sqlalchemy import create_engine
from journal.store import migrating
from journal.vault.connection import cipher
from journal.vault.vault import unlock
vault = unlock(Path(sys.argv[1]), sys.argv[2])
engine = create_engine("sqlite://", module=cipher(), creator=vault.connect, hide_parameters=True)
migrating.bring_up(engine, vault, head="0003", scripts=Path(sys.argv[3]))
"""


@pytest.mark.slow_proof
def test_an_upgrade_killed_at_each_change_of_the_disk_is_done_by_the_next_start(
    tmp_path: Path, passphrase: str, killed: Callable[..., Iterator[int]]
) -> None:
    folder, steps = tmp_path / "vault", scripts(tmp_path)

    def reset() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(GOLDEN / "v1", folder)

    for _at in killed(UPGRADING, [str(folder), passphrase, str(steps)], reset, small=3):
        vault = unlock(folder, passphrase)
        engine = create_engine("sqlite://", module=cipher(), creator=vault.connect, hide_parameters=True)
        migrating.bring_up(engine, vault, head="0003", scripts=steps)
        with engine.connect() as connection:
            assert migrating.version(connection) == "0003"
            colours = connection.exec_driver_sql("SELECT colour FROM entry ORDER BY ref").fetchall()
            assert colours == [("blue",), ("grey",)]
        engine.dispose()
        for saved in (folder / migrating.BACKUPS).glob("*.recul"):
            verify(saved, vault)
        vault.close()
