"""A vault that opens at once, and the command line run inside the test or as a process of its own."""

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal import __main__ as door
from journal.store.store import Store
from journal.vault import vault
from journal.vault.keys import KdfCost

PASSPHRASE = "marmotte kiosque vanille 7f3a9c"
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
"""Variables that lead to a person's folders; Windows is asked past its own, so platformdirs has two of its own."""
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Shell:
    """Runs commands on one vault; nothing that runs here may ever print the passphrase or an escape."""

    folder: Path
    home: Path

    @property
    def passphrase_file(self) -> Path:
        return self.home / "passphrase"

    def run(self, *arguments: str, stdin: str = "") -> Done:
        """Run with the passphrase, inside this process."""
        return self.bare("--passphrase-file", str(self.passphrase_file), *arguments, stdin=stdin)

    def bare(self, *arguments: str, stdin: str = "") -> Done:
        """Run exactly these arguments, inside this process."""
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True) for _ in range(2)]
        given = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
        known, sys.stdin = sys.stdin, given
        try:
            with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
                code = door.main(list(arguments))
        finally:
            sys.stdin = known
        return self._checked(code, *(stream.buffer.getvalue().decode() for stream in streams))  # type: ignore[attr-defined]  # BytesIO

    def process(self, *arguments: str, stdin: bytes = b"", **variables: str) -> Done:
        """Run as a process of its own, away from any terminal."""
        done = subprocess.run(
            [sys.executable, "-m", "journal", *arguments],
            input=stdin,
            capture_output=True,
            env=os.environ | variables,
            start_new_session=True,
            timeout=60,
            check=False,
        )
        told = (stream.decode().replace(os.linesep, "\n") for stream in (done.stdout, done.stderr))
        return self._checked(done.returncode, *told)

    def log(self, text: str, *arguments: str) -> None:
        assert self.bare("log", *arguments, stdin=text).code == 0

    @staticmethod
    def _checked(code: int, out: str, err: str) -> Done:
        for text in (out, err):
            assert PASSPHRASE not in text
            assert "Traceback" not in text
            assert "\x1b" not in text
        return Done(code, out, err)


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "vault"
    opened, _code = vault.create(folder, PASSPHRASE, cost=CHEAP)
    Store.open(opened).close()
    opened.close()
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home, an English environment, a cheap passphrase, and a process that stays readable for other tests."""
    home = tmp_path / "home"
    home.mkdir()
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "RECUL_VAULT", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RECUL_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("journal.vault.process.harden", lambda: None)
    monkeypatch.setattr("journal.vault.process.close_to_others", lambda: None)
    monkeypatch.setattr("journal.vault.keys.STANDARD", CHEAP)
    (home / "passphrase").write_text(PASSPHRASE + "\n", "utf-8")
    yield home
    os.environ.pop("LANGUAGE", None)


@pytest.fixture
def shell(_made_once: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell on a vault of its own that holds nothing yet."""
    folder = home / "vault"
    shutil.copytree(_made_once, folder)
    monkeypatch.setenv("RECUL_VAULT", str(folder))
    return Shell(folder, home)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where homes are kept once the first test has made them, to be copied."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture
def listed(shell: Shell, _homes: Path) -> Shell:
    """A shell that listed its vault; what that imports late is imported."""
    return _as_once_made(shell, _homes / "listed", lambda: shell.run("list"))


@pytest.fixture
def backed_up(shell: Shell, _homes: Path) -> Shell:
    """A shell on a vault that holds a note, with a backup beside it in `kept`."""

    def make() -> None:
        shell.log("un mot")
        assert shell.run("backup", "--to", str(shell.home / "kept")).code == 0

    return _as_once_made(shell, _homes / "backed up", make)


def _as_once_made(shell: Shell, kept: Path, make: Callable[[], object]) -> Shell:
    """Return the shell with a home as the first test made it; the others get a copy."""
    if kept.exists():
        shutil.copytree(kept, shell.home, dirs_exist_ok=True)
    else:
        make()
        shutil.copytree(shell.home, kept)
    return shell


def entry(**fields: object) -> str:
    """Return one line of JSON, as Recul writes it."""
    return json.dumps({"kind": "situation", "body": "…"} | fields, ensure_ascii=False)


@pytest.fixture
def filled(shell: Shell, tmp_path: Path) -> Shell:
    """A journal with three situations, a case that brings one of them, and a session further down."""
    lines = [
        entry(ref=1, title="Le « CODIR »", body="Karim a dit 'non' 😀\n\n- un\n- deux", tags=["a b"], people=["Karim"],
              patterns=["posture"], happened_at="2026-03-04T05:06:07+09:00", details={"intensity": 7}),
        entry(ref=2, title="Deux", body="canary-two", audience="group"),
        entry(ref=5, kind="case", title="Cas", body="Un cas", links=[{"rel": "about", "ref": 1}],
              details={"facts": "Des faits", "offers": [{"kind": "angle", "text": "Et si…", "session": 9}]}),
        entry(ref=9, kind="session", title="Séance", body="", links=[{"rel": "brings", "ref": 5}]),
    ]  # fmt: skip
    path = tmp_path / "filled.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    assert shell.run("import", str(path)).code == 0
    return shell


def titles(shell: Shell) -> list[str]:
    """Return the titles of all that is in the journal."""
    return sorted(each["title"] for each in shell.run("list", "--json", "--limit", "1000").json)
