"""Launch of the app at a terminal: behind a door, or on a journal that is open already."""

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from journal import language, settings
from journal.held_terminal import HeldTerminal
from journal.paths import config_folder, state_folder, vault_folder
from screens.app import ReculApp
from screens.terminal.decoding import terminal_encoding
from screens.terminal.environment import Environment
from screens.terminal.locking import Outcome, end, must_watch, start_again, watch
from screens.terminal.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook


def run(
    vault: str | Path | None = None, held: HeldTerminal | None = None, typed_ahead: TypedAhead | None = None
) -> int:
    """Open the app; it ends the process with its exit code, and after a lock begins anew at the closed door.

    Only where a parent has to watch over it does that parent return the code.

    `vault` is the folder that was asked for; None means the usual one, which the first run may still name in the
    other language. `held` is the terminal, and `typed_ahead` what was typed at it before this was imported.
    """
    if must_watch():
        return watch()

    def folder_for(spoken: language.Language) -> Path:
        return vault_folder(str(vault) if vault else None, os.environ, spoken)

    settings_file = config_folder() / "settings.toml"
    environment = Environment(
        folder_for(language.current()),
        settings_file,
        state_folder(),
        folder_for=folder_for,
        held=held or HeldTerminal(),
        typed_ahead=typed_ahead or TypedAhead(),
        encoding=terminal_encoding(),
        color_system=Console(force_terminal=True).color_system,
    )
    app = ReculApp(environment)
    # A loop that is closed lets go of the signals, while the terminal is not itself yet.
    outcome = app.run(loop=asyncio.new_event_loop() if environment.held.is_held else None)
    if outcome is Outcome.LOCKED and not app.asked_to_end:
        start_again(environment.held.hand_on())
    environment.held.restore()
    return end(0 if outcome is Outcome.LOCKED else app.return_code or 0)


def run_opened(
    notebook: "Notebook", preferences: settings.Settings, settings_file: Path, *, visited: bool = False
) -> int:
    """Show a journal that is open already and return the exit code; a lock ends it, since there is no door.

    `visited`: somebody is shown around in it.
    """
    environment = Environment(
        notebook.vault.folder,
        settings_file,
        state_folder(),
        clock=notebook.clock,
        encoding=terminal_encoding(),
        color_system=Console(force_terminal=True).color_system,
    )
    app = ReculApp(environment, preferences, notebook, visited=visited)
    return 0 if app.run() is Outcome.LOCKED else app.return_code or 0
