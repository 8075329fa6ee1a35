"""A whole session of the app watched from outside: what it writes, sends, shows and remembers (docs/SECURITY.md)."""

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from journal.model.filter import Filter
from journal.practice import capturing, reading
from journal.practice.notebook import open_notebook
from journal.vault import vault

PASSPHRASE = "girafe velours tambour octobre"
CANARY = "zygomorphe7f3a"
START = "import sys; from pathlib import Path; from screens.launch import run; sys.exit(run(Path(sys.argv[1])))"
Hits = Callable[[Path, str], list[Path]]


def enter(probe: Any, then: str = "Nothing written yet") -> None:
    """Open the door and wait for the day."""
    probe.until("Your journal is closed.")
    probe.type(PASSPHRASE + "\r")
    probe.until(then)
    probe.settle()


def write(probe: Any, text: str, *, keep: bool = True) -> None:
    """Write a situation with keys, and keep it."""
    probe.type("n")
    probe.until("0 words")
    probe.type(text)
    probe.until(text)
    if keep:
        probe.type("\x13")
        probe.until("saved ")


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_session_writes_only_where_it_may_and_sends_nothing(
    terminal: ModuleType, home: Path, environment: dict[str, str], hits: Hits
) -> None:
    trace = home.parent / "trace"
    calls = "trace=socket,connect,sendto,execve,openat,creat,rename,mkdir,symlink,link"
    watched = ["strace", "-f", "-qqq", "-s", "8192", "-e", calls, "-e", "signal=none", "-o", str(trace)]
    offline = ["-e", "inject=socket,connect:error=ENETUNREACH"]  # and a session without network is whole
    command = [*watched, *offline, sys.executable, "-B", "-c", START, str(home / "vault")]
    with terminal.Probe(command, environment=environment) as probe:
        enter(probe)
        write(probe, CANARY)
        probe.type("\x1b")
        probe.until("Recently")
        probe.type("/zygo")
        probe.settle(0.4)
        probe.type("\x0c")
        probe.until("Your journal is closed.")
        assert CANARY not in probe.text
        probe.type("\x11")
        assert probe.end() == 0
        assert b"\x1b]52" not in probe.raw
    told = trace.read_text("utf-8", "replace")
    trace.unlink()
    assert "AF_INET" not in told
    for secret in (CANARY, PASSPHRASE):
        assert secret not in told
        assert hits(home, secret) == []
    opened = re.findall(r'openat\([^"]*"([^"]*)", [^,)]*(?:O_WRONLY|O_RDWR|O_CREAT)[^)]*\) = \d', told)
    allowed = (str(home / "vault"), str(home / "config"), str(home / "state"), "/dev/", "/proc/self/")
    assert [path for path in opened if not path.startswith(allowed)] == []
    assert any(path.startswith(str(home / "vault")) for path in opened)


def _held(pid: int, secrets: dict[str, bytes]) -> set[str]:
    """Return which secrets lie in the memory of a process."""
    found = set()
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, access, *_rest = line.split()
            if not access.startswith("rw") or line.endswith("[vvar]\n"):
                continue
            start, end = (int(edge, 16) for edge in span.split("-"))
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except OSError:
                continue
            found |= {name for name, secret in secrets.items() if secret in content}
    return found


def test_a_locked_app_holds_neither_passphrase_nor_key_nor_text(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    if sys.platform != "linux" or not hasattr(signal, "SIGKILL"):
        pytest.skip("memory is read by Linux's /proc")
    opened = vault.unlock(home / "vault", PASSPHRASE)
    secrets = {"passphrase": b"girafe velours", "key": opened.database_key(), "text": CANARY.encode()}
    secrets |= {"data key": bytes(opened._key)}
    opened.close()
    with terminal.Probe([sys.executable, "-c", START, str(home / "vault")], environment=environment) as probe:
        enter(probe)
        write(probe, CANARY)
        try:
            before = _held(probe.pid, secrets)
        except PermissionError:
            pytest.skip("the app lets nobody but root read its memory")
        assert {"data key", "text"} <= before  # the scan finds what is there
        probe.type("\x0c")
        probe.until("Your journal is closed.")
        probe.settle(0.5)
        assert _held(probe.pid, secrets) == set()
        for told in ("cmdline", "environ"):
            content = Path(f"/proc/{probe.pid}/{told}").read_bytes()
            assert not any(secret in content for secret in secrets.values())
        probe.type("\x11")
        assert probe.end() == 0


@pytest.mark.outside
@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_nothing_stays_in_the_scrollback(home: Path, environment: dict[str, str]) -> None:
    tmux = ["tmux", "-f", "/dev/null", "-S", str(home.parent / "tmux")]

    def does(*what: str) -> str:
        return subprocess.run([*tmux, *what], capture_output=True, text=True, timeout=20, check=True).stdout

    def until(words: str) -> None:
        end = time.monotonic() + 30
        while words not in does("capture-pane", "-p"):
            assert time.monotonic() < end, does("capture-pane", "-p")

    variables = [f"{name}={value}" for name, value in environment.items()]
    recul = f'{sys.executable} -c "{START}" {home / "vault"}; echo over; cat'
    does("new-session", "-d", "-x", "80", "-y", "24", "env", *variables, "LC_ALL=C.UTF-8", "sh", "-c", recul)
    try:
        until("Your journal is closed.")
        does("send-keys", "-l", PASSPHRASE)
        does("send-keys", "Enter")
        until("Nothing written yet")
        does("send-keys", "n")
        until("0 words")
        does("send-keys", "-l", CANARY)
        until(CANARY)
        does("send-keys", "C-q")
        until("over")
        seen = does("capture-pane", "-p", "-S", "-") + does("display-message", "-p", "#{pane_title} #{window_name}")
        assert "over" in seen
        assert CANARY not in seen
        assert "girafe" not in seen
    finally:
        subprocess.run([*tmux, "kill-server"], capture_output=True, check=False)


CRASH = f"""
import sys
from pathlib import Path
from journal.model.filter import Filter
from journal.practice import capturing, reading
from journal.store import entry_writing
from screens.frame import page_faults
from screens.writing import situation
from screens.launch import run
def fail(*given, **named):
    text = "{CANARY}"
    raise ValueError(text, given, named)
{{where}} = fail
sys.exit(run(Path(sys.argv[1])))
"""
REFERENCE = re.compile(r"(log:|reference) [0-9a-f]{8}")


def _crash(probe: Any, after: str) -> bytes:
    """Write, ask for what fails, wait for what is then told, leave; return what the terminal holds afterwards."""
    enter(probe)
    write(probe, CANARY, keep=False)
    probe.type("\x13")
    if after:
        probe.until(after)
        assert REFERENCE.search(" ".join(probe.text.split()))
        probe.type("\x11")
    assert probe.end() == (0 if after else 1)
    return bytes(probe.raw)[probe.raw.rindex(b"\x1b[?1049l") :]


def _kept_somewhere(home: Path) -> list[str]:
    notebook = open_notebook(vault.unlock(home / "vault", PASSPHRASE))
    capturing.take_over_captures(notebook)
    texts = [draft.text for draft in capturing.drafts(notebook)]
    texts += [line.title for line in reading.newest(notebook, Filter(), 5)]
    notebook.close()
    return texts


@pytest.mark.parametrize(
    ("where", "after"),
    [
        ("situation.SituationScreen.action_keep", "This page was closed."),
        ("capturing.write", "not saved yet"),
        ("entry_writing.add", "not saved yet"),
        ("page_faults.PageFaults.contain = situation.SituationScreen.action_keep", ""),  # nothing helps: the app ends
    ],
)
def test_a_fault_in_an_open_journal_tells_nothing_of_it_and_loses_no_text(
    where: str, after: str, terminal: ModuleType, home: Path, environment: dict[str, str], hits: Hits
) -> None:
    command = [sys.executable, "-c", CRASH.format(where=where), str(home / "vault")]
    with terminal.Probe(command, environment=environment) as probe:
        ended = _crash(probe, after)
    if not after:
        assert REFERENCE.search(ended.decode())
        assert b"Your text is safe." in ended
    assert CANARY.encode() not in ended
    assert b"Traceback" not in ended
    assert hits(home, CANARY) == []
    assert "ValueError" in next((home / "state").rglob("recul.log")).read_text()
    assert CANARY in _kept_somewhere(home)


UNREADABLE = """
import sys
from pathlib import Path
from journal.errors import DamagedVault
from journal.practice import reading
from screens.launch import run
def fail(*given, **named):
    raise DamagedVault
reading.newest = fail
sys.exit(run(Path(sys.argv[1])))
"""


def test_a_page_that_cannot_be_read_says_why_and_lets_one_leave(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    with terminal.Probe([sys.executable, "-c", UNREADABLE, str(home / "vault")], environment=environment) as probe:
        probe.until("Your journal is closed.")
        probe.type(PASSPHRASE + "\r")
        probe.until("The vault is damaged or was altered.")
        probe.type("\x11")
        assert probe.end() == 0
    assert [path.name for path in (home / "state").rglob("*") if path.is_file()] == ["openings.json"]  # no fault


def _typing_on(probe: Any, shown: str) -> bool:
    """Type without a rest until a draft is told: it does not wait for the keys to stop."""
    if "draft " in shown:
        return True
    probe.type("x")
    return False


@pytest.mark.slow_proof
@pytest.mark.parametrize("number", [signal.SIGTERM, "SIGKILL"])
def test_what_was_typed_survives_an_end_from_outside(
    number: Any,
    terminal: ModuleType,
    home: Path,
    environment: dict[str, str],
    hits: Hits,
    proof_count: Callable[[int, int], int],
) -> None:
    """A signal that can be answered loses nothing; one that cannot loses what no draft had taken yet."""
    for turn in range(proof_count(1, 100)):
        text = f"{CANARY} {turn}"
        with terminal.Probe([sys.executable, "-c", START, str(home / "vault")], environment=environment) as probe:
            enter(probe, "Not finished" if turn else "Nothing written yet")
            probe.type("n")
            probe.until("0 words")
            if number == "SIGKILL":
                probe.type(text)
                probe.until(partial(_typing_on, probe))
                probe.signal(signal.SIGKILL)
            else:
                probe.type(f"\x1b[200~{text} \x1b[31mrouge\x1b[201~")
                probe.until(f"{text} ␛[31mrouge")
                probe.signal(number)
            ended = probe.end()
            assert ended == (0 if number == signal.SIGTERM else -9)
            if number == signal.SIGTERM:
                assert b"\x1b[?1049l" in probe.raw
        notebook = open_notebook(vault.unlock(home / "vault", PASSPHRASE))
        kept = {draft.text.rstrip("x") for draft in capturing.drafts(notebook)}
        assert (text if number == "SIGKILL" else f"{text} ␛[31mrouge") in kept  # a paste, in its order
        notebook.close()
        assert hits(home, CANARY) == []
