"""Launchers: what a desktop needs to open Recul by a click, in a terminal of the right size.

Of a vault at most the path stands in them.
"""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from journal.errors.refusals import NoLauncherHere, UnsafeTarget
from journal.files import replace, storage_errors

COLUMNS, ROWS = 120, 40
_ICON = Path(__file__).with_name("launcher.svg")
_MARK = "Recul"
_TERMINALS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("kitty", ("-o", "remember_window_size=no", "-o", f"initial_window_width={COLUMNS}c",
               "-o", f"initial_window_height={ROWS}c")),
    ("foot", (f"--window-size-chars={COLUMNS}x{ROWS}",)),
    ("alacritty", ("-o", f"window.dimensions.columns={COLUMNS}", "-o", f"window.dimensions.lines={ROWS}", "-e")),
    ("gnome-terminal", (f"--geometry={COLUMNS}x{ROWS}", "--wait", "--")),
    ("konsole", ("-p", f"TerminalColumns={COLUMNS}", "-p", f"TerminalRows={ROWS}", "-e")),
    ("xfce4-terminal", (f"--geometry={COLUMNS}x{ROWS}", "-x")),
    ("xterm", ("-geometry", f"{COLUMNS}x{ROWS}", "-e")),
)  # fmt: skip
"""Terminals that can be told their size, each with what is said before the command."""


@dataclass(frozen=True, slots=True)
class Launcher:
    """The files of a launcher, with what stands in them; those that are run are executable."""

    files: Mapping[Path, bytes]
    run: frozenset[Path] = frozenset()

    def add(self) -> list[Path]:
        """Write the files, over those of an earlier call; return where they are."""
        for path, content in self.files.items():
            with storage_errors(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                replace(path, content)
                if path in self.run:
                    path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return list(self.files)

    def remove(self) -> list[Path]:
        """Take the files away again; return those that were there."""
        there = [path for path in self.files if path.exists()]
        for path in there:
            with storage_errors(path):
                path.unlink()
        return there


def launcher(vault: str | None, comment: str, system: str = sys.platform) -> Launcher:
    """Return the launcher of this system; it opens the usual vault, or the one that is told.

    Raises NoLauncherHere on a system of which none is known, UnsafeTarget for a path of which no line can be made.
    """
    make: Callable[[Sequence[str], str], Launcher] | None = {
        "linux": _of_linux, "darwin": _of_macos, "win32": _of_windows,
    }.get(system)  # fmt: skip
    if make is None:
        raise NoLauncherHere
    command = [*_command(), *(["--vault", str(Path(vault).expanduser().absolute())] if vault else [])]
    if any(not sign.isprintable() for word in command for sign in word):  # a line of its own would be another command
        raise UnsafeTarget(path=vault or command[0])
    return make(command, comment)


def _command() -> list[str]:
    """Return how Recul is started: by the program that holds its Python, its own command, or the Python that runs."""
    if getattr(sys, "frozen", False):  # what `.ci/recul.spec` makes; a `recul` on the path is another one
        return [sys.executable]
    found = shutil.which("recul")
    return [str(Path(found).absolute())] if found else [sys.executable, "-m", "journal"]


# --- Linux: the desktop entry specification 1.5


def _of_linux(command: Sequence[str], comment: str) -> Launcher:
    data = Path(os.environ.get("XDG_DATA_HOME", "").strip() or Path.home() / ".local" / "share")
    terminal = next(((name, said) for name, said in _TERMINALS if shutil.which(name)), None)
    whole = [terminal[0], *terminal[1], *command] if terminal else list(command)
    entry = "\n".join([
        "[Desktop Entry]", "Type=Application", "Version=1.5", f"Name={_MARK}", f"Comment={_of_one_line(comment)}",
        f"Exec={' '.join(map(_quoted, whole))}", f"Terminal={'false' if terminal else 'true'}", "Icon=recul",
        "Categories=Office;", "StartupNotify=false", "",
    ])  # fmt: skip
    return Launcher({
        data / "applications" / "recul.desktop": entry.encode(),
        data / "icons" / "hicolor" / "scalable" / "apps" / "recul.svg": _ICON.read_bytes(),
    })  # fmt: skip


def _quoted(argument: str) -> str:
    """Return an argument of Exec: quoted, and a string of the file besides, so that backslashes stand four times."""
    inner = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in argument).replace("%", "%%")
    return '"' + inner.replace("\\", "\\\\") + '"'


def _of_one_line(words: str) -> str:
    return " ".join(words.split()).replace("\\", "\\\\")


# --- macOS: a command file, which Terminal opens


def _of_macos(command: Sequence[str], _comment: str) -> Launcher:
    path = Path.home() / "Applications" / f"{_MARK}.command"
    words = " ".join("'" + each.replace("'", "'\\''") + "'" for each in command)
    script = f"#!/bin/sh\nprintf '\\033[8;{ROWS};{COLUMNS}t'\nexec {words}\n"
    return Launcher({path: script.encode()}, frozenset({path}))


# --- Windows: a command file in the start menu, which sizes the console before it starts


def _of_windows(command: Sequence[str], _comment: str) -> Launcher:
    menu = Path(os.environ.get("APPDATA", "") or Path.home() / "AppData" / "Roaming")
    path = menu / "Microsoft" / "Windows" / "Start Menu" / "Programs" / f"{_MARK}.cmd"
    words = " ".join(f'"{each.replace("%", "%%")}"' for each in command)
    lines = ["@echo off", "chcp 65001 >nul", f"mode con: cols={COLUMNS} lines={ROWS}", words, ""]
    return Launcher({path: "\r\n".join(lines).encode()})
