"""What a process has read when it has done its work: fast paths stay light, rooms stay closed to each other."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing
from journal.practice.notebook import open_notebook
from journal.vault.keys import KdfCost
from journal.vault.vault import create, unlock
from tests.cli.conftest import HOMES

pytestmark = pytest.mark.outside

HEAVY = ("sqlalchemy", "sqlmodel", "alembic", "textual", "pydantic", "click", "sqlcipher3", "platformdirs", "zxcvbn")
PASSPHRASE = "marmotte kiosque"
REPORT = "import sys; print('\\n'.join(sorted(sys.modules)), file=sys.stderr); "


def modules(code: str, tmp_path: Path, *arguments: str, stdin: str = "", **variables: str) -> set[str]:
    """Return the top names and ours that a fresh process has read after running the code."""
    home = {name: str(tmp_path) for name in HOMES}
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{REPORT}", *arguments],
        input=stdin.encode(),
        capture_output=True,
        env=os.environ | home | variables,
        start_new_session=True,
        timeout=60,
        check=True,
    )
    names = done.stderr.decode().split()
    return {name.partition(".")[0] for name in names} | {name for name in names if name.startswith("journal")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    opened, _code = create(tmp_path / "vault", PASSPHRASE, cost=KdfCost(64, 1, 1))
    opened.close()
    return tmp_path / "vault"


MAIN = "from journal.__main__ import main\nimport sys\ncode = main(sys.argv[1:])\nassert code == 0, code"


@pytest.fixture(scope="session")
def _listed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a vault that a command listed after a capture: the tables are made, the capture is an entry."""
    home = tmp_path_factory.mktemp("listed")
    opened, _code = create(home / "vault", PASSPHRASE, cost=KdfCost(64, 1, 1))
    opened.close()
    (home / "passphrase").write_text(PASSPHRASE)
    modules(MAIN, home, "log", "--vault", str(home / "vault"), stdin="something happened", RECUL_LANG="en")
    modules(MAIN, home, "list", *_to_open(home))
    return home


def _to_open(home: Path) -> tuple[str, ...]:
    return ("--vault", str(home / "vault"), "--passphrase-file", str(home / "passphrase"))


@pytest.fixture
def listed(_listed_once: Path, tmp_path: Path) -> tuple[str, ...]:
    """Return what opens a vault of one's own that was listed once: what only a first listing reads is behind it."""
    shutil.copytree(_listed_once, tmp_path, dirs_exist_ok=True)
    return _to_open(tmp_path)


def test_a_capture_reads_nothing_that_is_slow(folder: Path, tmp_path: Path) -> None:
    read = modules(MAIN, tmp_path, "log", "--vault", str(folder), stdin="something happened", RECUL_LANG="en")
    assert not read & {*HEAVY, "screens"} - {"platformdirs"}
    assert not {name for name in read if name.startswith(("journal.model", "journal.store", "journal.practice"))}
    assert list((folder / "inbox").iterdir())


@pytest.mark.parametrize("arguments", [("--help",), ("list", "--help"), ("protocols",), ("doctor",), ("--version",)])
def test_the_command_line_never_reads_the_screens(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert not modules(MAIN, tmp_path, *arguments) & {"textual", "screens"}


def test_the_overview_reads_no_command(tmp_path: Path) -> None:
    read = modules(MAIN, tmp_path, "--help")
    assert not read & {"pydantic", "sqlalchemy", "cryptography", "sqlcipher3"}
    assert "journal.cli.listing" not in read


def test_the_journal_never_reads_textual(tmp_path: Path) -> None:
    everything = (
        "import importlib, pkgutil, journal\n"
        "for found in pkgutil.walk_packages(journal.__path__, 'journal.'):\n"
        "    importlib.import_module(found.name)"
    )
    read = modules(everything, tmp_path)
    assert "journal.practice.reading" in read
    assert not read & {"textual", "screens"}


def test_the_vault_knows_nothing_of_journals(tmp_path: Path) -> None:
    everything = (
        "import importlib, pkgutil, journal.vault\n"
        "for found in pkgutil.iter_modules(journal.vault.__path__, 'journal.vault.'):\n"
        "    importlib.import_module(found.name)"
    )
    read = {name for name in modules(everything, tmp_path) if name.startswith("journal.")}
    rooms = {name.split(".")[1] for name in read}
    assert rooms <= {"vault", "errors", "paths", "files", "plain_files", "clock", "language"}


def test_the_screens_are_read_without_the_database(tmp_path: Path) -> None:
    read = modules("import screens.app", tmp_path)
    assert "textual" in read
    assert not read & {"sqlalchemy", "sqlmodel", "alembic", "sqlcipher3"}


def test_the_terminal_is_held_before_anything_else_is_read(tmp_path: Path) -> None:
    read = modules("import journal.__main__", tmp_path) - modules("pass", tmp_path) - set(sys.builtin_module_names)
    assert read == {"journal", "journal.__main__", "journal.door_options", "journal.held_terminal"}


def test_the_first_frame_is_painted_without_what_is_slow(tmp_path: Path) -> None:
    read = modules("from screens.door import first_frame", tmp_path)
    assert not read & {*HEAVY, "rich", "asyncio", "cryptography"}


@pytest.mark.parametrize(
    "command",
    [("list",), ("list", "--json"), ("search", "happened"), ("search", "x", "--json"), ("show", "1"), ("next",)],
)
def test_reading_commands_open_the_journal_with_the_driver_alone(
    listed: tuple[str, ...], tmp_path: Path, command: tuple[str, ...]
) -> None:
    read = modules(MAIN, tmp_path, *command, *listed)
    assert "sqlcipher3" in read
    assert not read & {"sqlalchemy", "sqlmodel", "alembic", "textual", "journal.sharing.delivering"}


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("list", "--kind", "session", "--since", "2026-01-01"),
        ("search", "happened"),
        ("show", "1"),
        ("next",),
    ],
)
def test_lists_and_an_entry_are_read_without_what_makes_whole_entries(
    listed: tuple[str, ...], tmp_path: Path, command: tuple[str, ...]
) -> None:
    read = modules(MAIN, tmp_path, *command, *listed)
    assert {"sqlcipher3", "journal.store.lines"} <= read
    assert not read & {"pydantic", "pydantic_core", "journal.model.entry", "journal.model.frozen", "tomlkit", "click"}
    assert not {name for name in read if name.startswith(("journal.sharing.", "journal.protocols"))} - {
        "journal.sharing.pending"
    }


@pytest.mark.skipif(sys.platform == "win32", reason="the key in hand does not exist there")
@pytest.mark.parametrize("command", [("list",), ("search", "happened"), ("show", "1"), ("next",)])
def test_with_the_key_in_hand_they_read_nothing_that_takes_long(
    folder: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    opened = unlock(folder, PASSPHRASE)
    opened_key = opened.data_key().hex()
    notebook = open_notebook(opened)
    capturing.write(notebook, NewEntry(kind=Kind.SITUATION, body="happened", happened_at=notebook.clock()))
    notebook.close()
    prepare = "from journal import paths, settings\nsettings.save(settings.Settings(key_in_hand=True), "
    modules(f"{prepare}paths.config_folder() / 'settings.toml')", tmp_path)
    held = f"from journal.hand import held\nheld.key_of = lambda _vault: bytes.fromhex({opened_key!r})\n"
    read = modules(held + MAIN, tmp_path, *command, "--vault", str(folder))
    assert "journal.store.lines" in read
    slow = {*HEAVY, "cryptography", "filelock", "dataclasses", "inspect", "threading", "socket"} - {"sqlcipher3"}
    assert not read & {*slow, "journal.store.columns_beside", "journal.store.word_counts", "journal.errors.refusals"}


def test_a_whole_entry_brings_the_details_of_its_own_kind_alone(folder: Path, tmp_path: Path) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text(PASSPHRASE)
    notebook = open_notebook(unlock(folder, PASSPHRASE))
    capturing.write(notebook, NewEntry(kind=Kind.SITUATION, body="x", happened_at=notebook.clock()))
    notebook.close()
    read = modules(MAIN, tmp_path, "show", "1", "--json", "--vault", str(folder), "--passphrase-file", str(passphrase))
    assert "journal.model.situation" in read
    assert not read & {f"journal.model.{kind}" for kind in ("session", "engagement", "plan", "reflection", "checkin")}


def test_a_package_of_another_program_that_stands_in_the_way_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "screens").mkdir()
    (tmp_path / "screens" / "__init__.py").write_text("raise SystemExit('not ours')")
    code = (
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nfrom journal import __main__, terminal\n"
        "terminal.require = lambda: None\nsys.exit(__main__.main([]))"
    )
    told = os.environ | {"RECUL_LANG": "en"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=told, check=False)
    assert done.returncode == 9
    assert done.stderr.count("\n") == 1
    assert "called “screens” stands in the way" in done.stderr
    assert str(tmp_path) in done.stderr


def test_a_value_whose_checks_are_built_at_its_first_use_is_checked_as_ever(tmp_path: Path) -> None:
    code = """
from journal.first_use import defer_checks
defer_checks(wanted=True)
from journal.model.frozen import Frozen
from journal.model.situation import SituationDetails
assert not SituationDetails.__pydantic_complete__
from journal.model.kind_spec import specs
assert all(spec.details for spec in specs())
left = [Frozen]
for each in left:
    left += each.__subclasses__()
    each.model_rebuild(raise_errors=True)
assert len(left) > 40
assert SituationDetails(intensity=7).model_dump() == {"intensity": 7, "sealed_until": None, "for_group": False}
try:
    SituationDetails(intensity=11)
except ValueError:
    print("refused")
"""
    assert "journal.model.situation" in modules(code, tmp_path)
