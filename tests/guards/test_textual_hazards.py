"""What Textual would do by itself with a screen full of secrets, and does not do here (SECURITY.md, hazards)."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from journal.vault import vault

PASSPHRASE = "girafe velours tambour octobre"
CANARY = "canary-7f3a-éléphant"

_START = "import sys; from pathlib import Path; from screens.launch import run; sys.exit(run(Path(sys.argv[1])))"


def _textual_variables() -> Iterator[str]:
    import textual

    folder = Path(textual.__file__).parent
    names = {"TEXTUAL"}
    for source in folder.rglob("*.py"):
        names.update(re.findall(r"[\"'](TEXTUAL_[A-Z_]+)[\"']", source.read_text(encoding="utf-8")))
    yield from sorted(names)


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("name", [*_textual_variables(), "textual_log"])
def test_a_variable_of_textual_is_gone_before_textual_is_imported(name: str) -> None:
    code = (
        "import screens, sys, os; assert 'textual' not in sys.modules; "
        "assert not [name for name in os.environ if name.upper().startswith('TEXTUAL')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, name: "1"})


def test_with_every_variable_set_nothing_is_written_and_the_door_stands(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    harmful = dict.fromkeys(_textual_variables(), "1")
    harmful |= {
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_LOG": str(home / "log.txt"),
        "TEXTUAL_SCREENSHOT_LOCATION": str(home),
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_PRESS": "a,b",
        "TEXTUAL_DRIVER": "antigravity:Nothing",
    }
    before = _files(home)
    with terminal.Probe(
        [sys.executable, "-c", _START, str(home / "vault")], environment={**environment, **harmful}
    ) as probe:
        probe.until("Your journal is closed.")
        probe.settle(1.0)
        assert "Your journal is closed." in probe.text
        probe.type("\x11")
        assert probe.end() == 0
    new = {each for each in _files(home) - before if not each.startswith(("config", "state"))}
    assert new == set()


def test_who_leaves_while_the_room_behind_the_door_is_prepared_ends_without_a_fault(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    slow = "import screens.door.unlock as door, time; door.warm = lambda: time.sleep(60); "
    with terminal.Probe([sys.executable, "-c", slow + _START, str(home / "vault")], environment=environment) as probe:
        probe.until("Your journal is closed.")
        probe.type("\x11")
        assert probe.end() == 0


_CRASH = f"""
import sys
from pathlib import Path
from screens.door import unlock
from screens.launch import run
def fail(self):
    passphrase = "{CANARY}"
    raise ValueError("{CANARY}", passphrase)
unlock.UnlockScreen.{{where}} = fail
sys.exit(run(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("where", ["refresh_content", "compose_page", "action_reveal"])
def test_a_crash_tells_an_identifier_and_nothing_else(
    where: str, terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    command = [sys.executable, "-c", _CRASH.format(where=where), str(home / "vault")]
    with terminal.Probe(command, environment=environment) as probe:
        if where == "action_reveal":
            probe.until("Your journal is closed.")
            probe.type("\x1bOQ")
        probe.until("log: ")  # the page says so, and the app goes on
        probe.type("\x11")
        assert probe.end() == 0
        raw = probe.raw.decode("utf-8", "replace")
    told = re.search(r"log: ([0-9a-f]{8})", raw)
    assert told is not None
    assert CANARY not in raw
    assert "Traceback" not in raw
    log = next((home / "state").rglob("recul.log")).read_text()
    assert told.group(1) in log
    assert "ValueError" in log
    assert CANARY not in log


@pytest.mark.parametrize("place", ["the door", "a page"])
def test_copying_and_cutting_reach_no_clipboard_of_the_terminal(
    place: str, terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    with terminal.Probe([sys.executable, "-c", _START, str(home / "vault")], environment=environment) as probe:
        if place == "a page":
            _enter(probe)
            probe.type("n")
            probe.until("0 words")
        else:
            probe.until("Your journal is closed.")
        probe.type(CANARY)
        for keys in ("\x1b[H", "\x1b[1;2F", "\x03", "\x18", "\x11"):  # home, shift+end, ctrl+c, ctrl+x, ctrl+q
            probe.settle(0.1)
            probe.type(keys)
        assert probe.end() == 0
        raw = bytes(probe.raw)
    assert b"\x1b]52" not in raw
    assert (CANARY.encode() in raw) is (place == "a page")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_app_in_order_and_restores_the_terminal(
    number: int, terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    with terminal.Probe([sys.executable, "-c", _START, str(home / "vault")], environment=environment) as probe:
        probe.until("Your journal is closed.")
        probe.settle()
        probe.signal(number)
        assert probe.end() == 0
        assert b"\x1b[?1049l" in probe.raw
        assert b"\x1b[?25h" in probe.raw


def test_the_window_title_is_never_set(terminal: ModuleType, home: Path, environment: dict[str, str]) -> None:
    with terminal.Probe([sys.executable, "-c", _START, str(home / "vault")], environment=environment) as probe:
        probe.until("Your journal is closed.")
        probe.type("\x11")
        probe.end()
        assert not re.search(rb"\x1b\][012];", bytes(probe.raw))


_LATE = """
import sys
from pathlib import Path
from screens.door import unlock
from screens.launch import run
def look():
    heavy = [name for name in ("sqlalchemy", "sqlmodel", "pydantic", "sqlcipher3", "alembic") if name in sys.modules]
    Path(sys.argv[2]).write_text(",".join(heavy))
unlock.warm = look
sys.exit(run(Path(sys.argv[1])))
"""


def test_the_unlock_prompt_is_painted_before_the_database_is_imported(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    seen = home / "seen.txt"
    with terminal.Probe(
        [sys.executable, "-c", _LATE, str(home / "vault"), str(seen)], environment=environment
    ) as probe:
        probe.until("Your journal is closed.")
        probe.settle(0.5)
        probe.type("\x11")
        probe.end()
    assert seen.read_text() == ""


def _every_text() -> list[str]:
    return ["[/x]", "[red]", "[@click=app.quit]x[/]", "\x1b]52;c;eA==\x07", "\x1b[2J", "a\u202eb", "[b"]


@pytest.mark.parametrize("text", _every_text())
async def test_text_is_shown_as_it_is_and_never_obeyed(text: str) -> None:
    from textual.app import App

    from journal.hygiene import clean
    from screens.frame.page_header import PageHeader
    from screens.frame.themes import ENCRE
    from screens.widgets.plain import PlainText
    from screens.widgets.rows import Row, Rows

    class Shown(App[None]):
        CSS = "PageHeader { height: 2; } PlainText, Rows { height: 4; width: 60; }"

        def on_mount(self) -> None:
            self.register_theme(ENCRE)
            self.theme = ENCRE.name

        def compose(self) -> Any:
            yield PlainText(text, id="plain")
            yield PageHeader()
            yield Rows()

    app = Shown()
    async with app.run_test() as pilot:
        app.query_one(PageHeader).heading = text
        app.query_one(Rows).show([Row("a", text, text)])
        app.query_one("#plain", PlainText).update(text)
        await pilot.pause()
        lines = ["".join(part.text for part in strip) for strip in app.screen._compositor.render_strips()]
    assert sum(line.count(clean(text)) for line in lines) == 4
    assert not any("\x1b" in line for line in lines)


def _enter(probe: Any) -> None:
    probe.until("Your journal is closed.")
    probe.type(PASSPHRASE + "\r")
    probe.until("Nothing written yet")
    probe.settle()


def test_a_lock_begins_anew_at_the_closed_door(terminal: ModuleType, home: Path, environment: dict[str, str]) -> None:
    with terminal.Probe([sys.executable, "-c", _START, str(home / "vault")], environment=environment) as probe:
        _enter(probe)
        probe.signal(signal.SIGTSTP)
        probe.until("Your journal is closed.")
        probe.settle(0.3)
        _enter(probe)
        probe.type("\x11")
        assert probe.end() == 0


def test_a_closed_window_ends_the_process_and_frees_the_vault(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    with terminal.Probe([sys.executable, "-c", _START, str(home / "vault")], environment=environment) as probe:
        _enter(probe)
        probe.hang_up()
        probe.end()
    vault.unlock(home / "vault", PASSPHRASE).close()


def test_a_worker_is_declared_where_it_stands_and_no_coroutine_is_made_that_may_never_be_awaited() -> None:
    sources = sorted((Path(__file__).resolve().parents[2] / "screens").rglob("*.py"))
    assert any("@work" in source.read_text("utf-8") for source in sources)
    assert not [source.name for source in sources if "run_worker(" in source.read_text("utf-8")]
