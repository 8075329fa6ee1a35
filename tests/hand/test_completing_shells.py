"""Completion in the shells themselves, fresh ones: words of the journal with the key in hand, and none without it."""

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from journal import paths, settings
from journal.settings import Settings

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

if sys.platform == "win32":
    pytest.skip("the key in hand does not exist on Windows", allow_module_level=True)

pytestmark = pytest.mark.outside

_BASH = """. <(recul completion bash)
COMP_WORDS=({words} '{begun}'); COMP_CWORD={place}; _recul_completion recul
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
_ZSH = """compdef() {{ : }}
compadd() {{ print -l -- $completions }}
_describe() {{ print -l -- ${{completions_with_descriptions%%:*}} }}
eval "$(recul completion zsh)"
words=({words} '{begun}'); CURRENT={place}+1; _recul_completion
"""
_FISH = """recul completion fish | source
complete -C '{words} {begun}' | string replace -r '\\t.*' ''
"""
SHELLS = {
    "bash": (("bash", "--norc", "--noprofile", "-c"), _BASH),
    "zsh": (("zsh", "-f", "-c"), _ZSH),
    "fish": (("fish", "--no-config", "-c"), _FISH),
}


@pytest.fixture
def held(shell: "Shell", monkeypatch: pytest.MonkeyPatch) -> "Shell":
    """A journal with a tag and a person, and a recul that a shell finds."""
    (run := shell.home / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    settings.save(Settings(key_in_hand=True), paths.config_folder() / "settings.toml")
    shell.log("The board said no", "--tag", "board")
    assert shell.run("people", "add", "Karim Benali", "--alias", "N-1 A").code == 0
    (commands := shell.home / "bin").mkdir()
    (recul := commands / "recul").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m journal "$@"\n', "utf-8")
    recul.chmod(0o700)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    return shell


def offered(name: str, words: str, begun: str) -> list[str]:
    """Return what a fresh shell offers behind these words."""
    command, script = SHELLS[name]
    asked = script.format(words=words, begun=begun, place=len(words.split()))
    done = subprocess.run([*command, asked], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize("name", SHELLS)
def test_a_fresh_shell_completes_from_the_journal_with_the_key_in_hand_alone(held: "Shell", name: str) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"no {name} on this machine")
    asked = (("recul show", "1"), ("recul list --tag", "bo"), ("recul list --person", "Ka"))
    assert offered(name, "recul", "unl") == ["unlock"]
    assert [list(filter(None, offered(name, *each))) for each in asked] == [[], [], []]
    try:
        assert held.run("unlock", "--for", "10m").code == 0
        person = r"Karim\ Benali" if name == "bash" else "Karim Benali"  # the others escape by themselves
        assert [offered(name, *each) for each in asked] == [["1"], ["board"], [person]]
    finally:
        held.bare("lock")
