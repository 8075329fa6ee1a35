"""Styles parsed once, and put on what is seen when they change.

Textual would parse every rule anew, twice, whenever a page with styles of its own opens; set every rule of everything
below what got or lost the focus, although nearly all are as they were; and work out the styles of each part that a
widget could draw, although few of them are ever drawn.
"""

from typing import ClassVar
from weakref import WeakKeyDictionary

from textual.cache import LRUCache
from textual.css.styles import RenderStyles, RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

_SOURCES = 1024  # more than there are; Textual remembers 64 and forgets in turn


class StyleCache(Stylesheet):
    """A stylesheet that does again only what is new."""

    _given: ClassVar[WeakKeyDictionary[DOMNode, tuple[RulesMap, RulesMap]]] = WeakKeyDictionary()
    """The rules last put on a node, and what its styles made of them: some are kept in another form."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(_SOURCES)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take the theme's variables; the same ones leave everything as it was parsed."""
        if variables != self._variables:
            super().set_variables(variables)
            self._require_parse = True

    def reparse(self) -> None:
        """Parse what was not parsed yet with these variables."""
        if self._require_parse:
            self.parse()

    @classmethod
    def replace_rules(cls, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:  # noqa: FBT001, FBT002 -- theirs
        """Put rules on a node, unless it has just these."""
        base = node.styles.base
        if cls._given.get(node) == (rules, base.get_rules()):
            node.notify_style_update()
            return
        super().replace_rules(node, rules, animate=animate)
        cls._given[node] = (rules, base.get_rules())

    def _process_component_classes(self, node: DOMNode) -> None:
        """Let a node ask for the styles of its parts, and paint it anew when one that it asked for changed."""
        if not (names := node._get_component_classes()):  # noqa: SLF001 -- no public way, here and below
            return
        known, parts = node._component_styles, PartStyles(self, node, names)  # noqa: SLF001
        node._component_styles = parts  # noqa: SLF001
        if not isinstance(known, PartStyles) or any(parts[name] != was for name, was in known.items()):
            node.refresh()


class PartStyles(dict[str, RenderStyles]):
    """The styles of the parts of a widget, each worked out when it is asked for."""

    def __init__(self, sheet: StyleCache, node: DOMNode, names: frozenset[str]) -> None:
        super().__init__()
        self._sheet, self._node, self._names = sheet, node, names

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __missing__(self, name: str) -> RenderStyles:
        part = DOMNode(classes=name)
        part._attach(self._node)  # noqa: SLF001
        self._sheet.apply(part)
        self[name] = part.styles
        return part.styles

    def clear(self) -> None:
        """Forget all of them, of a widget that is gone."""
        super().clear()
        self._names = frozenset()
