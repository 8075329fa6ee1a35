"""Comparison of two commits as a person meets them: pictures, command line and exports of the fictitious year.

    python .ci/compare.py a316435 HEAD [--show] [--keep FOLDER]

Each commit writes what it shows into a folder of its own: every page in both languages at 80x24 and 120x40, the help of
every command, what the reading commands print, and each form of export (a DOCX as its XML, a PDF as the template and
the JSON that it is set from). What differs is listed by name; `--show` adds the lines. Nothing is judged: whoever runs
it knows what a change was meant to change.
"""

import argparse
import asyncio
import difflib
import importlib
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EVENING = datetime(2026, 11, 23, 18, 42, tzinfo=timezone(timedelta(hours=1)))
PASSPHRASE = "a passphrase that nobody needs"  # noqa: S105 -- of a vault that is gone when this ends
LANGUAGES = ("fr", "en")
SIZES = ((80, 24), (120, 40))
PAGES = {
    "today": "1", "journal": "2", "entry": "2 enter", "filter": "2 f", "plans": "3", "plan": "3 enter",
    "sessions": "4", "session": "4 enter", "share": "5", "recipients": "5 r", "people": "5 p", "statements": "5 s",
    "look-back": "6", "settings": "comma", "help": "1 f1", "palette": "colon", "search": "slash a l e r t",
    "trash": "j", "learnings": "l", "check-in": "m", "write": "n", "heat": "h", "set-down": "v", "choose": "2 q",
    "preview": "2 x", "case": "2 c", "curve": "m f4",
}  # fmt: skip
COMMANDS = ("list", "list --json", "next", "disclosures", "protocols", "people", "recipients", "search team", "show 12")
EXPORTS = ("md", "html", "docx", "jsonl", "pdf")
# A PDF is what its library makes of a template and of JSON: these two are told apart, and not the library's releases.
_AS_SET = """
import json
import typst

def compile(template, **given):
    told = given.get("sys_inputs", {}).get("document")
    return template if told is None else template + json.dumps(json.loads(told), indent=1, ensure_ascii=False).encode()

typst.compile = compile
from journal.__main__ import main
raise SystemExit(main())
"""
_MACHINE = re.compile(r"/\S*|\b[0-9a-f]{4} [0-9a-f]{4}\b|\d+ (?:ms|s)\b")


def _first(*names: str) -> Any:
    """Return the first of some things, told as “module:name”, that this commit has."""
    for name in names:
        module, _colon, what = name.partition(":")
        with suppress(ImportError, AttributeError):
            return getattr(importlib.import_module(module), what)
    raise SystemExit(f"none of {names}")


def write(folder: Path) -> None:
    """Write what the commit on the path shows."""
    for spoken in LANGUAGES:
        for width, height in SIZES:
            with tempfile.TemporaryDirectory() as place:
                shown = asyncio.run(_pictures(Path(place), spoken, (width, height)))
            pictures = folder / spoken / f"{width}x{height}"
            pictures.mkdir(parents=True)
            for name, text in shown.items():
                (pictures / f"{name}.txt").write_text(_MACHINE.sub("…", text) + "\n", "utf-8")
        with tempfile.TemporaryDirectory() as place:
            _lived(Path(place), spoken).close()
            _command_line(folder / spoken / "cli", Path(place), spoken)


def _evening() -> datetime:
    return EVENING


def _lived(place: Path, spoken: str) -> Any:
    from journal import language
    from journal.practice import fictitious_year
    from journal.practice.notebook import open_notebook
    from journal.settings import Settings
    from journal.vault import vault
    from journal.vault.keys import FLOOR, KdfCost

    language.choose(spoken)
    opened, _code = vault.create(place / "vault", PASSPHRASE, cost=KdfCost(FLOOR, 1, 1))
    notebook = open_notebook(opened, _evening, Settings(language=spoken))
    fictitious_year.live(notebook, spoken, lambda moment: moment.replace(tzinfo=EVENING.tzinfo))
    return notebook


async def _pictures(place: Path, spoken: str, size: tuple[int, int]) -> dict[str, str]:
    from journal.settings import Settings
    from screens.app import ReculApp

    environment = _first("screens.terminal.environment:Environment", "screens.surroundings:Surroundings")
    notebook = _lived(place, spoken)
    given = environment(place / "vault", place / "settings.toml", place, clock=_evening)
    app = ReculApp(given, Settings(language=spoken, lock_after_minutes=60), notebook)
    shown: dict[str, str] = {}
    async with app.run_test(size=size) as pilot:
        for name, keys in PAGES.items():
            for _time in range(6):  # back to the first place, whatever is open
                if len(app.screen_stack) > 1 and getattr(app.screen, "name_in_table", "") != "today":
                    await pilot.press("escape")
            await pilot.press("1")
            for key in keys.split():
                await pilot.press(key)
                await _settled(app, pilot)
            strips = app.screen._compositor.render_strips()  # noqa: SLF001 -- what is on the screen, as text
            shown[name] = "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
    return shown


async def _settled(app: Any, pilot: Any) -> None:
    await pilot.pause()
    busy = [worker for worker in app.workers if worker.name != "saving"]
    with suppress(Exception):
        await asyncio.wait_for(app.workers.wait_for_complete(busy), 5) if busy else None
    await pilot.pause()


def _command_line(folder: Path, place: Path, spoken: str) -> None:
    (place / "passphrase").write_text(PASSPHRASE, "utf-8")
    folder.mkdir(parents=True)
    home = {**os.environ, "HOME": str(place), "COLUMNS": "100", "RECUL_VAULT": str(place / "vault")}

    def recul(*arguments: str) -> str:
        program = ("-c", _AS_SET) if "pdf" in arguments else ("-m", "journal")
        command = [sys.executable, *program, *arguments, "--lang", spoken]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=home, cwd=place)  # noqa: S603
        return _MACHINE.sub("…", done.stdout + done.stderr) + f"[{done.returncode}]\n"

    key = ("--passphrase-file", str(place / "passphrase"))
    whole = recul("--help")
    (folder / "help.txt").write_text(whole, "utf-8")
    for name in re.findall(r"^  ([a-z]+)  ", whole, re.MULTILINE):
        (folder / f"help-{name}.txt").write_text(recul(name, "--help"), "utf-8")
    for command in COMMANDS:
        (folder / f"{command.replace(' ', '-')}.txt").write_text(recul(*command.split(), *key), "utf-8")
    for reader in ("me", "coach"):
        for form in EXPORTS:
            target = place / f"out-{reader}.{form}"
            told = recul("export", "12", "40", "80", "--for", reader, "--format", form, "--to", str(target),
                         "--plaintext", *key)  # fmt: skip
            (folder / f"export-{reader}-{form}.txt").write_text(told, "utf-8")
            if target.exists():
                _unpacked(target, folder / f"export-{reader}.{form}")


def _unpacked(target: Path, to: Path) -> None:
    if target.suffix != ".docx":
        to.write_bytes(target.read_bytes())
        return
    with zipfile.ZipFile(target) as archive:
        for part in archive.namelist():
            if part.endswith((".xml", ".rels")):
                text = archive.read(part).decode().replace("><", ">\n<")
                to.with_name(f"{to.name}.{part.replace('/', '.')}").write_text(text + "\n", "utf-8")


def _commit_writes(commit: str, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True)  # noqa: S603, S607
        subprocess.run(["tar", "-x", "-C", place], input=packed.stdout, check=True)  # noqa: S603, S607
        run = partial(subprocess.run, cwd=place, check=True, env={**os.environ, "PYTHONPATH": place})
        run([sys.executable, ".ci/catalogues.py"])
        run([sys.executable, str(Path(__file__).resolve()), "--write", str(folder)])


def compare(before: Path, after: Path, *, show: bool) -> int:
    """Tell which files differ; return how many."""
    names = sorted({str(path.relative_to(root)) for root in (before, after) for path in root.rglob("*.*")})
    different = 0
    for name in names:
        texts = [path.read_text("utf-8") if (path := root / name).exists() else "" for root in (before, after)]
        lines = list(difflib.unified_diff(*(text.splitlines() for text in texts), lineterm="", n=0))[2:]
        if lines:
            different += 1
            added, left = (sum(line.startswith(sign) for line in lines) for sign in "+-")
            sys.stdout.write(f"{name}: +{added} -{left}\n" + "".join(f"    {line}\n" for line in lines if show))
    sys.stdout.write(f"{different} of {len(names)} differ\n")
    return different


def main() -> None:
    """Write one commit, or compare two."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("commits", nargs="*")
    parser.add_argument("--show", action="store_true", help="the lines that differ, too")
    parser.add_argument("--keep", type=Path, help="a folder to leave both in")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        write(asked.write)
        return
    with tempfile.TemporaryDirectory() as place:
        folder = asked.keep or Path(place)
        for commit in asked.commits:
            if not (folder / commit).exists():
                _commit_writes(commit, folder / commit)
        compare(*(folder / commit for commit in asked.commits), show=asked.show)


if __name__ == "__main__":
    main()
