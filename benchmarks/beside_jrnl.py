"""The same work in Recul, with its passphrase, and in jrnl on a plain text file: searching, and writing one entry down.

    python benchmarks/beside_jrnl.py [--entries N] [--letters N] [--runs N] [--vaults FOLDER]

jrnl comes from the registry in the release named here, into an environment of its own that goes when all is measured.
Both journals hold the same entries. Recul derives its key at every search, at the cost of every new vault; jrnl reads
a file that anybody can read. The aims are how many times as fast a search is, by the entries of the journal.
"""

import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import corpus
import vaults
from log_capture import entry_point, running
from measuring import in_turns, tell_machine

JRNL = "jrnl==4.6"
AIMS = {10_000: 1.5, 100_000: 8.0}
CAPTURE = 1.0  # times as fast, at least
COMMON, SHOWN = "réunion", 50
TEXT = "Le CODIR a repoussé le projet, et je n’ai rien dit."
CONFIG = """version: v4.6
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals: {{default: {{journal: {journal}}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
"""


@contextmanager
def jrnl(entries: int, letters: int) -> Iterator[list[str]]:
    """Give the command of a jrnl that holds a journal of so many entries."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        venv.create(place / "env", with_pip=True)
        scripts = place / "env" / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", JRNL], check=True)
        with (place / "journal.txt").open("w", encoding="utf-8") as file:
            for new in corpus.journal(entries, letters):
                file.write(f"[{new.happened_at:%Y-%m-%d %H:%M}] {new.title}.\n{new.body}\n\n")
        (place / "jrnl.yaml").write_text(CONFIG.format(journal=place / "journal.txt"), encoding="utf-8")
        yield [str(scripts / "jrnl"), "--config-file", str(place / "jrnl.yaml")]


def told(name: str, ours: list[float], theirs: list[float], aim: float | None) -> bool:
    """Print one line; return whether the aim is met: how many times as fast."""
    mine, other = median(ours) * 1000, median(theirs) * 1000
    met = aim is None or other / mine >= aim
    aimed = "" if aim is None else f"  aim {aim:.1f}{'' if met else '  missed'}"
    print(f"{name:<34}{mine:10.0f} ms{other:10.0f} ms  times as fast {other / mine:5.2f}{aimed}")
    return met


def main() -> int:
    """Measure in turns, print, and return 1 when an aim is missed."""
    asked = vaults.options(__doc__, runs=7, entries=10_000, letters=True)
    with vaults.filled(asked.entries, asked.vaults, asked.letters) as vault, jrnl(asked.entries, asked.letters) as peer:
        secret = vault.parent / "passphrase"
        secret.write_text(vaults.PASSPHRASE + "\n", encoding="utf-8")
        environment = {**os.environ, "HOME": str(vault.parent), "XDG_CONFIG_HOME": str(vault.parent)}
        ours = [*entry_point(), "--vault", str(vault), "--passphrase-file", str(secret)]
        searches = {"a common word": COMMON, "a rare word": corpus.RARE}
        tell_machine(asked.runs)
        met = True
        for name, word in searches.items():
            commands = (
                [*ours, "search", word, "--limit", str(SHOWN)],
                [*peer, "-contains", word, "-n", str(SHOWN), "--short"],
            )
            taken = in_turns([running(each, environment) for each in commands], asked.runs)
            met &= told(f"search, {name}", *taken, AIMS.get(asked.entries))
        commands = ([*entry_point(), "log", "--vault", str(vault), TEXT], [*peer, TEXT])
        taken = in_turns([running(each, environment) for each in commands], asked.runs)
        met &= told("writing an entry down", *taken, CAPTURE)
        secret.unlink()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
