"""The shell of the command line's tests."""

from tests.cli.conftest import _made_once, home, shell

__all__ = ["_made_once", "home", "shell"]
