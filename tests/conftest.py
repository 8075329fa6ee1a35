"""What all tests share."""

import base64
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import screens  # noqa: F401 -- drops TEXTUAL* before any test sets one
from journal import language
from journal.vault.keys import KdfCost
from journal.vault.vault import OpenVault, create

PASSPHRASE = "correct horse battery staple"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Start and leave every test in English."""
    language.choose("en")
    yield
    language.choose("en")


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


@pytest.fixture
def vault(vault_folder: Path, cost: KdfCost) -> Iterator[OpenVault]:
    """Return a new vault, open, that `passphrase` unlocks."""
    opened, _ = create(vault_folder, PASSPHRASE, cost=cost)
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
