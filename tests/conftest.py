"""What all tests share."""

import base64
import gc
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import screens  # noqa: F401 -- drops TEXTUAL* before any test sets one
from journal import language
from journal.dates import habits
from journal.sharing.protecting import html_page
from journal.store.store import Store
from journal.vault.keys import KdfCost
from journal.vault.vault import OpenVault, create, unlock
from tests.quick_loop import further_cases

PASSPHRASE = "correct horse battery staple"


OUTSIDE = {"browser", "killed", "terminal"}
"""The fixtures that bring another program, or a terminal with the whole of ours in it."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return how many processes share the tests: more than cores, since a page often waits; none for single files."""
    if any("::" in name or name.endswith(".py") for name in config.args):
        return 0
    cores = os.cpu_count() or 1
    return cores + 1 if "not outside" in config.option.markexpr else 2 * cores  # other programs are waited for longer


def pytest_configure(config: pytest.Config) -> None:
    """Make ready what every process of the tests shares."""
    gc.set_threshold(10_000, 10, 10)  # apps are large, short-lived, and freed at their end all the same
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each process would compile every test anew, and all of Recul
    sys.dont_write_bytecode = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what looks at Recul from outside by the fixtures that it asks for; give long proofs in full an hour each."""
    for item in further_cases(items):
        item.add_marker(pytest.mark.slow_proof)
    for item in items:
        if OUTSIDE & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.outside)
        if os.environ.get("RECUL_PROOF") == "full" and item.get_closest_marker("slow_proof"):
            item.add_marker(pytest.mark.timeout(3600))  # the usual limit is there for tests that hang


@pytest.fixture(autouse=True)
def _no_program_but_ours(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test start another program only when it is marked `outside`."""
    popen = subprocess.Popen

    def start(command: Sequence[str | bytes | os.PathLike[str]], *args: Any, **options: Any) -> subprocess.Popen[Any]:
        ours = {Path(sys.executable), Path(sys.executable).with_name("recul")}
        assert Path(os.fsdecode(command[0])) in ours, f"{command[0]!r} is another program: mark the test `outside`"
        return popen(command, *args, **options)

    if request.node.get_closest_marker("outside") is None:
        monkeypatch.setattr(subprocess, "Popen", start)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Start and leave every test in English."""
    language.choose("en")
    yield
    language.choose("en")
    habits.choose(habits.Habits())


@pytest.fixture(scope="session", autouse=True)
def _few_rounds() -> None:
    """Let the key of a locked page cost little wherever its price is not what is looked at."""
    html_page.encrypt.__kwdefaults__["rounds"] = 1000


@pytest.fixture
def rounds_as_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the key of a locked page cost what it costs outside."""
    monkeypatch.setitem(html_page.encrypt.__kwdefaults__, "rounds", html_page.ROUNDS)


@pytest.fixture
def proof_count() -> Callable[[int, int], int]:
    """Return how often a proof repeats itself: the small count, or the full one when RECUL_PROOF=full."""
    return lambda small, full: full if os.environ.get("RECUL_PROOF") == "full" else small


@pytest.fixture
def passphrase() -> str:
    """Return the passphrase of the vault that tests open."""
    return PASSPHRASE


@pytest.fixture
def cost() -> KdfCost:
    """Return a price of guessing that tests can afford: far below the floor."""
    return KdfCost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """Return the folder in which a test's vault lives; nothing is there yet."""
    return tmp_path / "Recul PERSONAL"


@pytest.fixture(scope="session")
def _made_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with the tables of a journal that holds nothing; to be copied."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    opened, _ = create(folder, PASSPHRASE, cost=KdfCost(memory_kib=64, passes=1, lanes=1))
    Store.open(opened).close()
    opened.close()
    return folder


@pytest.fixture
def vault(vault_folder: Path, _made_with_tables: Path) -> Iterator[OpenVault]:
    """Return an empty vault, open, that `passphrase` unlocks."""
    shutil.copytree(_made_with_tables, vault_folder)
    opened = unlock(vault_folder, PASSPHRASE)
    yield opened
    opened.close()


def _contents(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file, and those of every entry when it is a ZIP container."""
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name) for name in packed.namelist())


@pytest.fixture
def hits() -> Callable[[Path, str], list[Path]]:
    """Return a function that names the files of a folder in which a canary can be read, however it is encoded."""

    def search(folder: Path, canary: str) -> list[Path]:
        raw = canary.encode()
        assert len(raw) >= 12, "a shorter one would be found by chance"
        forms = [raw, canary.encode("utf-16-le"), canary.encode("utf-16-be")]
        forms += [base64.b64encode(bytes(shift) + raw)[4:-4] for shift in range(3)]
        files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
        return [path for path in files if any(form in content for content in _contents(path) for form in forms)]

    return search


CHANGES = "write,pwrite64,fsync,fdatasync,ftruncate,rename,unlink,mkdir"
"""The system calls by which a program changes what the disk holds."""


@pytest.fixture
def killed(tmp_path: Path, proof_count: Callable[[int, int], int]) -> Callable[..., Iterator[int]]:
    """Return a function that runs a program again and again, killed at another of its changes to the disk each time."""
    if shutil.which("strace") is None:
        pytest.skip("needs strace")
    trace = tmp_path / "calls"
    strace = [
        "strace",
        "-f",
        "-qqq",
        "-e",
        f"trace={CHANGES}",
        "-e",
        "signal=none",
    ]  # its seccomp filter would kill nobody

    def run(program: str, arguments: list[str], reset: Callable[[], object], small: int) -> Iterator[int]:
        command = [sys.executable, "-B", "-c", program, *arguments]
        reset()
        subprocess.run([*strace, "-o", str(trace), *command], capture_output=True, timeout=60, check=True)
        seen, steps = Counter[tuple[str, str]](), []
        for line in trace.read_text("utf-8", "replace").splitlines():  # strace counts each call and thread by itself
            call = tuple(line.partition("(")[0].split())
            seen[call] += 1
            steps.append((call[1], seen[call]))
        turns = min(len(steps), proof_count(small, len(steps)))
        for turn in range(turns):
            name, at = steps[turn * len(steps) // turns]
            reset()
            inject = ["-o", os.devnull, "-e", f"inject={name}:signal=SIGKILL:when={at}"]
            done = subprocess.run([*strace, *inject, *command], capture_output=True, timeout=60, check=False)
            assert done.returncode != 0, f"not killed at {name} {at}"
            yield turn

    return run
