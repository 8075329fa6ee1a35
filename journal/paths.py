"""Where things live: the vault, the settings, the log."""

from collections.abc import Mapping
from pathlib import Path

from journal.errors import ReculError
from journal.files import private_folder
from journal.language import LANGUAGES, Language

__all__ = ["PERSONAL", "config_folder", "private_folder", "state_folder", "vault_folder"]

PERSONAL: Mapping[Language, str] = {"fr": "PERSONNEL", "en": "PERSONAL"}
"""The word that marks a file as private on a work computer (France: Cass. soc., 17 May 2005, n° 03-40.017)."""

_HEADER = "vault.json"


def vault_folder(option: str | None, environment: Mapping[str, str], language: Language) -> Path:
    """Return the vault's folder: the option, RECUL_VAULT, an existing one of either language, or the place for one."""
    asked = option or environment.get("RECUL_VAULT")
    if asked:
        return Path(asked).expanduser().absolute()
    data = _platform("user_data_path")
    places = {spoken: data / f"Recul {PERSONAL[spoken]}" for spoken in LANGUAGES}
    wished = places[language]
    return next((place for place in (wished, *places.values()) if (place / _HEADER).exists()), wished)


def config_folder() -> Path:
    """Return the folder of the settings and of a person's own protocols; it may not exist yet."""
    return _platform("user_config_path")


def state_folder() -> Path:
    """Return the folder of the log; it may not exist yet."""
    return _platform("user_state_path")


def _platform(kind: str) -> Path:
    import platformdirs

    found = getattr(platformdirs, kind)("Recul", appauthor=False)
    if not isinstance(found, Path):
        raise ReculError(id=kind)
    return found
