"""Styles parsed once: Textual would parse every rule anew, twice, whenever a page with styles of its own opens."""

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_SOURCES = 1024  # more than there are; Textual remembers 64 and forgets in turn


class StyleCache(Stylesheet):
    """A stylesheet that parses again only what is new, unless the colours changed."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take the theme's variables; the same ones leave everything as it was parsed."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what was not parsed yet with these variables."""
        self.parse()
