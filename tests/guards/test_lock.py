"""The lock holds one set of releases that every machine we name can install, from public addresses, uncompiled."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).parents[2]
LOCK = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
PACKAGES = [package for package in LOCK["package"] if package["source"] != {"editable": "."}]
PYTHONS = [(3, minor) for minor in range(11, 15)]


def _glibc(machine: str) -> list[str]:
    return [f"manylinux_2_{minor}_{machine}" for minor in range(28, 16, -1)] + [f"manylinux2014_{machine}"]


PLATFORMS = {
    "Windows x64": ["win_amd64"],
    "macOS 15 arm64": list(mac_platforms((15, 0), "arm64")),
    "Linux x86_64, glibc 2.28": _glibc("x86_64"),
    "Linux arm64, glibc 2.28": _glibc("aarch64"),
}


def _files(package: dict[str, Any]) -> list[dict[str, Any]]:
    return [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]


def _tags(python: tuple[int, int], platforms: list[str]) -> Iterator[Tag]:
    interpreter = f"cp{python[0]}{python[1]}"
    yield from cpython_tags(python, [interpreter], platforms)
    yield from compatible_tags(python, interpreter, platforms)


@pytest.mark.parametrize("python", PYTHONS, ids=lambda python: ".".join(map(str, python)))
@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_package_has_a_wheel_for_every_machine_we_name(platform: str, python: tuple[int, int]) -> None:
    fitting = set(_tags(python, PLATFORMS[platform]))
    wheels = {package["name"]: [_tags_of(wheel["url"]) for wheel in package.get("wheels", [])] for package in PACKAGES}
    assert len(wheels) > 40
    assert [name for name, all_tags in wheels.items() if not any(tags & fitting for tags in all_tags)] == []


def _tags_of(address: str) -> frozenset[Tag]:
    return parse_wheel_filename(address.rsplit("/", 1)[1])[3]


def test_the_lock_names_public_addresses_and_fingerprints_only() -> None:
    assert {package["source"].get("registry") for package in PACKAGES} == {"https://pypi.org/simple"}
    for file in (file for package in PACKAGES for file in _files(package)):
        assert file["url"].startswith("https://files.pythonhosted.org/packages/")
        assert re.fullmatch("sha256:[0-9a-f]{64}", file["hash"])
    addresses = re.findall(r"\b[a-z]+://[^/\"]+", (ROOT / "uv.lock").read_text("utf-8"))
    assert set(addresses) == {"https://pypi.org", "https://files.pythonhosted.org"}


def test_the_lock_holds_what_the_build_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = re.findall(r"\[\"(babel.*?)\"\]", (ROOT / ".ci" / "build_hook.py").read_text("utf-8"))
    assert len(asked) == 1
    assert {*project["build-system"]["requires"], *asked} <= set(project["dependency-groups"]["build"])
