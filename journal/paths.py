"""Paths: the vault, the settings, the log."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from journal.files import private_folder
from journal.language import N_, Language, brief, languages

__all__ = ["config_folder", "personal", "private_folder", "state_folder", "vault_folder"]

_HEADER = "vault.json"
_PERSONAL = N_("PERSONAL")
_XDG = {"data": ".local/share", "config": ".config", "state": ".local/state"}  # XDG base directory rules 0.8


def vault_folder(option: str | None, environment: Mapping[str, str], language: Language) -> Path:
    """Return the vault's folder: the option, RECUL_VAULT, an existing one of any language, or the place for one."""
    asked = option or environment.get("RECUL_VAULT")
    if asked:
        return Path(asked).expanduser().absolute()
    data = _user_folder("data")
    places = {spoken: data / f"Recul {personal(spoken)}" for spoken in languages()}
    wished = places[language]
    return next((place for place in (wished, *places.values()) if (place / _HEADER).exists()), wished)


def personal(language: Language | None = None) -> str:
    """Return the word that marks a file as private on a work computer, in a language, the current one.

    France: Cass. soc., 17 May 2005, n° 03-40.017.
    """
    return brief(_PERSONAL, language)


def config_folder() -> Path:
    """Return the folder of the settings and of a person's own protocols; it may not exist yet."""
    return _user_folder("config") / "Recul"


def state_folder() -> Path:
    """Return the folder of the log; it may not exist yet."""
    return _user_folder("state") / "Recul"


def _user_folder(purpose: Literal["data", "config", "state"]) -> Path:
    if sys.platform == "linux":  # importing platformdirs would cost `recul log` a fifth of its time
        asked = os.environ.get(f"XDG_{purpose.upper()}_HOME", "").strip()
        return Path(asked) if asked else Path.home() / _XDG[purpose]
    import platformdirs

    if purpose == "data":
        return platformdirs.user_data_path()
    return platformdirs.user_config_path() if purpose == "config" else platformdirs.user_state_path()
