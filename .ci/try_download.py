"""Script: try the folder that `.ci/recul.spec` makes, as somebody would who has nothing else.

    python .ci/try_download.py dist/recul/recul

A vault, a note by the inbox, each form of export; where there are pseudo-terminals also the demo, and a lock that
comes back to the door.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PASSPHRASE = "marmotte kiosque velours tambour"  # noqa: S105 -- of a vault that is gone when this ends
PROBE = Path(__file__).resolve().parent.parent / "benchmarks"


def run(program: str, *arguments: str, said: str = "") -> str:
    """Return what the program says; raise when it does not end well."""
    done = subprocess.run(  # noqa: S603 -- the program that was just built
        [program, *arguments], input=said.encode(), capture_output=True, timeout=120, check=False
    )
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode("utf-8")


def expect(told: str, text: str) -> None:
    """Stop unless a text is told."""
    if text not in told:
        raise SystemExit(f"{text!r} is not in {told!r}")


def try_the_shell(program: str, folder: Path) -> None:
    """Make a vault, seal a note, find it, let it leave in each form."""
    known = ("--passphrase-file", str(folder / "known"))
    vault = ("--vault", str(folder / "vault"), "--lang", "en")
    (folder / "known").write_text(PASSPHRASE + "\n", "utf-8")
    expect(run(program, "--version"), "recul ")
    if "missing" in run(program, "doctor", "--lang", "en"):
        raise SystemExit("a library is missing")
    run(program, "init", *vault, *known)
    run(program, "log", *vault, said="The board waited.\n")
    expect(run(program, "list", *vault, *known), "The board waited.")
    expect(run(program, "protocols", "--lang", "fr"), "Dézoomer")
    for form in ("pdf", "html", "docx", "md", "jsonl"):
        target = folder / f"left.{form}"
        run(
            program,
            "export",
            "1",
            "--for",
            "me",
            "--protect",
            "none",
            "--plaintext",
            "--to",
            str(target),
            *vault,
            *known,
        )
        if not target.stat().st_size:
            raise SystemExit(f"{form}: nothing left")


def try_the_app(program: str, folder: Path) -> None:
    """Open the demo; open the vault, lock it, and be back at the door."""
    sys.path.insert(0, str(PROBE))
    from terminal_probe import Probe

    with Probe([program, "demo", "--lang", "en"]) as probe:
        probe.until("Recently")
        probe.type("\x0c")
        if probe.end() != 0:
            raise SystemExit("the demo did not end well")
    with Probe([program, "--vault", str(folder / "vault"), "--lang", "en"]) as probe:
        for _time in range(2):
            probe.until("Your journal is closed")
            probe.settle()
            probe.type(PASSPHRASE + "\r")
            probe.until("look over")
            probe.type("\x0c")
        probe.until("Your journal is closed")
        probe.settle()
        probe.type("\x11")
        if probe.end() != 0:
            raise SystemExit("the app did not end well")


def main() -> None:
    """Try all of it."""
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, USERPROFILE=folder, APPDATA=folder, LOCALAPPDATA=folder)
        try_the_shell(program, Path(folder))
        if sys.platform != "win32":
            try_the_app(program, Path(folder))


if __name__ == "__main__":
    main()
