"""The same work in Recul, with its passphrase, and in jrnl on a plain text file: searching, and writing one entry down.

    python benchmarks/beside_jrnl.py [--entries N] [--letters N] [--runs N] [--vaults FOLDER]

jrnl comes from the registry in the release named here, into an environment of its own that goes when all is measured.
Both journals hold the same entries. Recul derives its key at every search, at the cost of every new vault, or has it in
hand (`recul unlock`); jrnl reads a file that anybody can read. Told is the time of the processor: a busy machine holds
up a long program more than a short one. The aims are how many times as fast a search is, by the entries of the journal.
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
from measuring import in_turns, processor_time, tell_machine

JRNL = "jrnl==4.6"
AIMS = {10_000: 1.5, 100_000: 8.0}
IN_HAND = {100_000: 40.0}  # the same with the key in hand
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
    print(f"{name:<40}{mine:10.0f} ms{other:10.0f} ms  times as fast {other / mine:5.2f}{aimed}")
    return met


def main() -> int:
    """Measure in turns, print, and return 1 when an aim is missed."""
    asked = vaults.options(__doc__, runs=7, entries=10_000, letters=True)
    with (
        vaults.filled(asked.entries, asked.vaults, asked.letters) as vault,
        jrnl(asked.entries, asked.letters) as peer,
        tempfile.TemporaryDirectory() as home,
    ):
        secret, config = Path(home) / "passphrase", Path(home) / "Recul"
        secret.write_text(vaults.PASSPHRASE + "\n", encoding="utf-8")
        config.mkdir()
        (config / "settings.toml").write_text("key_in_hand = true\n", encoding="utf-8")
        folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"), home)
        environment = {**os.environ, **folders}
        of = ("--vault", str(vault))
        subprocess.run(
            [*entry_point(), "unlock", "--for", "2h", *of, "--passphrase-file", str(secret)],
            env=environment, check=True, capture_output=True,
        )  # fmt: skip
        tell_machine(asked.runs)
        met = True
        for name, word in {"a common word": COMMON, "a rare word": corpus.RARE}.items():
            search = [*entry_point(), "search", word, "--limit", str(SHOWN), *of]
            theirs = [*peer, "-contains", word, "-n", str(SHOWN), "--short"]
            commands = ([*search, "--passphrase-file", str(secret)], search, theirs)
            derived, held, other = in_turns(
                [running(each, environment, processor_time) for each in commands], asked.runs
            )
            met &= told(f"search, {name}", derived, other, AIMS.get(asked.entries))
            met &= told(f"search, {name}, key in hand", held, other, IN_HAND.get(asked.entries))
        commands = ([*entry_point(), "log", *of, TEXT], [*peer, TEXT])
        taken = in_turns([running(each, environment, processor_time) for each in commands], asked.runs)
        met &= told("writing an entry down", *taken, CAPTURE)
        subprocess.run([*entry_point(), "lock", *of], env=environment, check=True, capture_output=True)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
