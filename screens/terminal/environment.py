"""Environment of the app: folders, time, and the doors of the vault, so that tests can bring their own."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from journal.clock import Clock, now
from journal.held_terminal import HeldTerminal
from journal.language import Language
from screens.terminal.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from journal.vault.vault import OpenVault


def _create(folder: Path, passphrase: str) -> "tuple[OpenVault, str]":
    from journal.vault import vault

    return vault.create(folder, passphrase)


def _unlock(folder: Path, passphrase: str) -> "OpenVault":
    from journal.vault import vault

    return vault.unlock(folder, passphrase)


def _unlock_with_code(folder: Path, code: str) -> "OpenVault":
    from journal.vault import vault

    return vault.unlock_with_code(folder, code)


def _change(vault: "OpenVault", passphrase: str) -> None:
    vault.change_passphrase(passphrase)


@dataclass(frozen=True)
class Doors:
    """How a vault is made, opened and given another passphrase; tests make it with a cheap key derivation."""

    create: "Callable[[Path, str], tuple[OpenVault, str]]" = _create
    unlock: "Callable[[Path, str], OpenVault]" = _unlock
    unlock_with_code: "Callable[[Path, str], OpenVault]" = _unlock_with_code
    change: "Callable[[OpenVault, str], None]" = _change


@dataclass(frozen=True)
class Delays:
    """How long the app waits before it does something by itself, in seconds; tests let it act at once, or never.

    With the write itself, a draft takes well below the two seconds that are promised (SECURITY.md, promise 14).
    """

    draft: float = 1.0  # from the first key
    search: float = 0.01  # without a key: one that is painted first, and several that come at once
    preview: float = 0.1  # without another row
    look: float = 2.0  # from one look at how long nobody typed, and at what could not be kept, to the next
    inbox: float = 5.0  # from one look for notes that were sealed meanwhile to the next


@dataclass(frozen=True)
class Environment:
    """The vault's folder, where settings and the blind log are, and what tells the time.

    `monotonic` and `wall` are in seconds, and so are the two limits of locking.
    """

    folder: Path
    settings_file: Path
    state_folder: Path
    clock: Clock = now
    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    delays: Delays = field(default_factory=Delays)
    doors: Doors = field(default_factory=Doors)
    folder_for: Callable[[Language], Path] | None = None
    held: HeldTerminal = field(default_factory=HeldTerminal)  # since the program began
    typed_ahead: TypedAhead = field(default_factory=TypedAhead)  # before the first page stands
    encoding: str = "utf-8"  # what the locale says that the terminal speaks
    color_system: str | None = "truecolor"  # as Rich names what the terminal can show
    keeping_limit: float = 2.0  # how long texts under way may take to be kept before they are sealed
    closing_limit: float = 0.05  # how long the journal may then take to close before its keys are dropped without it
