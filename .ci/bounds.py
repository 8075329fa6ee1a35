"""The bounds of `pyproject.toml` beside the releases of `uv.lock`.

`bounds.py overrides` prints an override file for uv that lifts every bound; `bounds.py differences`, run by the
interpreter of an environment, tells what is newer there.
"""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((TREE / "pyproject.toml").read_text("utf-8"))
LOCKED = tomllib.loads((TREE / "uv.lock").read_text("utf-8"))["package"]


def bounds() -> dict[str, str]:
    """Return each requirement that the project states, by name."""
    stated = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"]]
    for several in ("optional-dependencies", "dependency-groups"):
        groups = PROJECT["project"].get(several) or PROJECT.get(several, {})
        stated += [requirement for group in groups.values() for requirement in group]
    return {re.split(r"[^\w-]", requirement, maxsplit=1)[0]: requirement for requirement in stated}


def overrides() -> list[str]:
    """Return a line without bounds for each requirement; with the extras that others want, which it overrides too."""
    edges = [edge for package in LOCKED for edge in package.get("dependencies", [])]
    extras = {edge["name"]: ",".join(edge["extra"]) for edge in edges if edge.get("extra")}
    markers = {name: stated.partition(";")[1:] for name, stated in bounds().items()}
    return [f"{name}[{extras.get(name, '')}]{''.join(marker)}" for name, marker in markers.items()]


def differences() -> list[str]:
    """Return what this environment holds in another release than the lock does, and the bound when it states one."""
    told = []
    for package in LOCKED:
        try:
            here = version(package["name"])
        except PackageNotFoundError:
            continue
        if here != package.get("version", here):
            told.append(f"{package['name']}: {package['version']} -> {here}  {bounds().get(package['name'], '')}")
    return told or ["nothing newer than the lock"]


if __name__ == "__main__":
    lines = {"overrides": overrides, "differences": differences}[sys.argv[1]]()
    print("\n".join(lines))
