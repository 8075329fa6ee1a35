"""The terminal probe of the benchmarks, for guards that look at a real process from outside."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

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
