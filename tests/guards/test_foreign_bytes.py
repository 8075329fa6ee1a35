"""A whole Recul in a terminal that sends what it should not (SECURITY.md)."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from journal.practice import capturing
from journal.practice.notebook import open_notebook
from journal.vault import vault

pytestmark = pytest.mark.outside
PASSPHRASE = "girafe velours tambour octobre"
_START = "import sys; from pathlib import Path; from screens.launch import run; sys.exit(run(Path(sys.argv[1])))"


def _drafts(folder: Path) -> str:
    notebook = open_notebook(vault.unlock(folder, PASSPHRASE))
    try:
        return "\n".join(f"{draft.title}\n{draft.text}" for draft in capturing.drafts(notebook))
    finally:
        notebook.close()


def test_bytes_of_latin_1_leave_the_app_alive_and_every_word_kept(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    with terminal.Probe([sys.executable, "-c", _START, str(home / "vault")], environment=environment) as probe:
        probe.until("Your journal is closed.")
        probe.type(PASSPHRASE + "\r")
        probe.until("Nothing written yet")
        probe.settle()
        probe.type("n")
        probe.until("0 words")
        probe.send("avant caf\N{LATIN SMALL LETTER E WITH ACUTE} ".encode("latin-1"))
        probe.send(b"\xff\xfe\x80\xc3")
        probe.type(" encore")
        probe.until("encore")
        probe.type("\x11")
        assert probe.end() == 0
    kept = _drafts(home / "vault")
    assert "avant caf" in kept
    assert "encore" in kept


@pytest.mark.parametrize("allowed", [True, False])
def test_the_kitty_protocol_is_asked_for_unless_the_setting_says_no(
    allowed: bool, terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    settings = home / "config" / "Recul" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"kitty_keys = {str(allowed).lower()}\n")
    with terminal.Probe([sys.executable, "-c", _START, str(home / "vault")], environment=environment) as probe:
        probe.until("Your journal is closed.")
        probe.settle()
        probe.type("\x11")
        assert probe.end() == 0
    assert (b"\x1b[>25u" in probe.raw) is allowed
