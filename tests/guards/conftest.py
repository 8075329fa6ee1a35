"""The terminal probe of the benchmarks, for guards that look at a real process from outside."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from journal.vault import vault
from journal.vault.keys import KdfCost

PASSPHRASE = "girafe velours tambour octobre"
_BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="session")
def terminal() -> ModuleType:
    """Return the probe's module; pseudo-terminals do not exist on Windows."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminal that the probe could drive")
    spec = importlib.util.spec_from_file_location("terminal_probe", _BENCHMARKS / "terminal_probe.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a vault whose key derivation is cheap."""
    opened, _code = vault.create(tmp_path / "vault", PASSPHRASE, cost=KdfCost(64, 1, 1))
    opened.close()
    return tmp_path


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "TMPDIR": str(home),
        "RECUL_LANG": "en",
    }
