"""`recul list`, `search`, `show` and `next` from cold processes, against the bare driver on the same file.

    python benchmarks/cold_commands.py [--entries N] [--letters N] [--runs N] [--vaults FOLDER]

The key is in hand (`recul unlock`), so that Argon2id is in none of them. The floor is an interpreter that imports the
driver, opens the database with its key and reads what `list` shows. Beside it stand interpreters that import what
these commands do without: Click, and a value of pydantic. All are run in turns. Told is the time of the processor,
which a busy machine changes less than the time on the clock.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import corpus
import vaults
from log_capture import entry_point, running
from measuring import in_turns, processor_time, tell, tell_machine

AIM = 3.0
BARE = """
import os, sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1])
connection.execute(f"PRAGMA key = \\"x'{os.environ['BARE_KEY']}'\\"")
query = "SELECT ref, happened_at, kind, state, title FROM entry WHERE trashed_at IS NULL AND state <> 'sealed' "
for row in connection.execute(query + "ORDER BY happened_at DESC, ref DESC LIMIT 20"):
    print(*row)
"""
VALUE = """
import click, pydantic
class Value(pydantic.BaseModel):
    number: int
Value(number=1)
"""
BOUNDS = {
    "importing Click": "import click",
    "importing Click, a pydantic value": VALUE,
}
COMMANDS = (("list",), ("search", corpus.RARE), ("show", "1"), ("next",))


@contextmanager
def in_hand(vault: Path) -> Iterator[dict[str, str]]:
    """Give the environment of a shell that has the key of a vault in hand."""
    with tempfile.TemporaryDirectory() as home:
        secret, config = Path(home) / "passphrase", Path(home) / "Recul"
        secret.write_text(vaults.PASSPHRASE + "\n", encoding="utf-8")
        config.mkdir()
        (config / "settings.toml").write_text("key_in_hand = true\n", encoding="utf-8")
        folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"), home)
        environment = {**os.environ, **folders, "RECUL_VAULT": str(vault)}
        with vaults.opened(vault) as notebook:
            environment["BARE_KEY"] = notebook.vault.database_key().hex()
        unlock = [*entry_point(), "unlock", "--for", "2h", "--passphrase-file", str(secret)]
        subprocess.run(unlock, env=environment, check=True, capture_output=True)
        try:
            yield environment
        finally:
            subprocess.run([*entry_point(), "lock"], env=environment, check=True, capture_output=True)


def main() -> int:
    """Measure in turns, print, and return 1 when an aim is missed."""
    asked = vaults.options(__doc__, runs=25, entries=10_000, letters=True)
    with vaults.filled(asked.entries, asked.vaults, asked.letters) as vault, in_hand(vault) as environment:
        floor = [sys.executable, "-c", BARE, str(vault / "journal.db")]
        bounds = ([sys.executable, "-c", code] for code in BOUNDS.values())
        sides = [floor, *([*entry_point(), *command] for command in COMMANDS), *bounds]
        bare, *ours = (
            median(taken) * 1000
            for taken in in_turns([running(side, environment, processor_time) for side in sides], asked.runs)
        )
    tell_machine(asked.runs)
    for name, took in zip(BOUNDS, ours[len(COMMANDS) :], strict=True):
        tell(name, took, bare)
    met = [tell(f"recul {each[0]}", took, bare, AIM) for each, took in zip(COMMANDS, ours, strict=False)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
