"""`doctor`: what somebody who helps needs to know, and nothing of the content."""

import os
import platform
import shutil
import stat
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click

from journal import __version__, language
from journal.cli.common import Common, asked, reporting
from journal.cli.in_hand import spoken
from journal.cli.in_hand import told as told_in_hand
from journal.cli.printing import document, table
from journal.cli.remarks import as_json, tell_remarks
from journal.cli.translated_click import Command
from journal.hygiene import visible
from journal.language import N_, _

_LIBRARIES = ("click", "cryptography", "pydantic", "sqlalchemy", "sqlcipher3", "sqlmodel", "textual")
_LABELS = {
    "recul": "Recul",
    "python": "Python",
    "system": N_("System"),
    "language": N_("Language"),
    "language_gaps": N_("Missing in it"),
    "libraries": N_("Libraries"),
    "cipher": N_("Database encryption"),
    "vault": N_("Vault"),
    "settings": N_("Settings"),
    "state": N_("Log"),
    "key_in_hand": N_("Key in hand"),
    "terminal": N_("Terminal"),
}
_TERMINAL = {
    "interactive": N_("interactive"),
    "columns": N_("columns"),
    "lines": N_("lines"),
    "type": N_("type"),
    "colours": N_("colours"),
    "no_color": "NO_COLOR",
    "encoding": N_("encoding"),
}


@reporting
@click.command("doctor", cls=Command)
@asked
def doctor_command(options: Common) -> None:
    """Tell versions, paths, permissions and terminal."""
    from journal import paths
    from journal.practice.language_gaps import gaps
    from journal.vault.remarks import about

    report: dict[str, Any] = {
        "recul": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "language": language.current(),
        "language_gaps": list(gaps(language.current())),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "cipher": _cipher(),
        "vault": _place(options.folder()),
        "settings": _place(paths.config_folder()),
        "state": _place(paths.state_folder()),
        "key_in_hand": told_in_hand(options),
        "terminal": _terminal(),
    }
    if options.json:
        document(report | {"remarks": as_json(about(options.folder()))})
        return
    table((_(label), _told(report[name])) for name, label in _LABELS.items() if report[name] != [])
    tell_remarks(options.folder())


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _cipher() -> str | None:
    """Return the version of SQLCipher, None when the database could not be encrypted."""
    from journal.errors.storage import CipherMissing
    from journal.vault import connection

    try:
        row = connection.cipher().connect(":memory:").execute("PRAGMA cipher_version").fetchone()
    except CipherMissing:
        return None
    return str(row[0]) if row else None


def _place(path: Path) -> dict[str, Any]:
    """Return a folder, whether it exists, whether others may look into it, whether it can be written to."""
    there = path.is_dir()
    mode = stat.S_IMODE(path.stat().st_mode) if there else None
    private = None if mode is None or os.name == "nt" else not mode & (stat.S_IRWXG | stat.S_IRWXO)
    return {"path": str(path), "exists": there, "private": private, "writable": there and os.access(path, os.W_OK)}


def _terminal() -> dict[str, Any]:
    size = shutil.get_terminal_size()
    return {
        "interactive": sys.stdin.isatty() and sys.stdout.isatty(),
        "columns": size.columns,
        "lines": size.lines,
        "type": os.environ.get("TERM", ""),
        "colours": os.environ.get("COLORTERM", ""),
        "no_color": bool(os.environ.get("NO_COLOR")),
        "encoding": sys.stdout.encoding,
    }


def _told(value: object) -> str:
    if value is None:
        return _("missing")
    if isinstance(value, list):
        return ", ".join(map(visible, value))
    if isinstance(value, dict) and "seconds_left" in value:
        return _hand(value)
    if isinstance(value, dict) and "exists" in value:
        return f"{visible(value['path'])}  ({_state_of(value)})"
    if isinstance(value, dict):
        told = (
            (_(_TERMINAL.get(str(name), str(name))), each) for name, each in value.items() if each not in ("", False)
        )
        return ", ".join(name if each is True else f"{name} {_told(each)}" for name, each in told)
    return visible(str(value))


def _hand(told: dict[str, Any]) -> str:
    if not told["offered"]:
        return _("does not exist on this system")
    if not told["answers"]:
        return _("perhaps held, and does not answer")
    if not told["safe"]:
        return _("its folder is a link, or open to others, or not yours")
    if told["seconds_left"] is not None:
        return _("held, {time} left").format(time=spoken(told["seconds_left"]))
    return _("none") if told["allowed"] else _("switched off")


def _state_of(place: dict[str, Any]) -> str:
    if not place["exists"]:
        return _("not there yet")
    if place["private"] is False:
        return _("open to other users")
    return _("private") if place["writable"] else _("read-only")
