"""YAML as plain text in lists and mappings: every scalar stays as it was written, aliases are refused."""

from typing import Any

import yaml

LONGEST = 64 * 1024  # characters
_DEEPEST = 20  # levels of nesting
_MOST_NODES = 2_000


class NotRead(ValueError):
    """A text that is no YAML, or more of it than is read."""


class _TextLoader(yaml.SafeLoader):
    """Knows neither numbers, dates nor truth values: `no`, `12:30` and `2026-03-02` stay what they are."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 -- PyYAML's own attribute

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._depth = self._nodes = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Compose one node, within the caps; an alias could stand for gigabytes."""
        if self.check_event(yaml.AliasEvent):
            raise NotRead
        self._depth += 1
        self._nodes += 1
        if self._depth > _DEEPEST or self._nodes > _MOST_NODES:
            raise NotRead
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1


def parse(text: str) -> Any:
    """Return text, lists and mappings; raise NotRead."""
    if len(text) > LONGEST:
        raise NotRead
    try:
        value = yaml.load(text, _TextLoader)  # noqa: S506 -- a subclass of the safe loader
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError) as error:
        raise NotRead from error
    return _plain(value)


def _plain(value: object) -> Any:
    """Return the value when it is made of texts alone; an explicit type could have made it something else."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(_plain(key)): _plain(each) for key, each in value.items()}
    raise NotRead
