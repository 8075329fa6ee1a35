"""Hatchling's build hook: what a clone lacks and an sdist and a wheel carry, the compiled catalogues."""

import runpy
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[object]):
    """Compile the catalogues of a clone; an sdist brings them, and who installs it needs no Babel."""

    def _is_clone(self) -> bool:
        return not Path(self.root, "PKG-INFO").exists()

    def dependencies(self) -> list[str]:
        """Return what this build needs beside hatchling."""
        return ["babel>=2.16,<3"] if self._is_clone() else []

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Compile before the files are collected."""
        if self._is_clone():
            runpy.run_path(str(Path(self.root, ".ci", "catalogues.py")), run_name="__main__")
