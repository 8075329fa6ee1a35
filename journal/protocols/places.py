"""Lines of a TOML file: on which of them a value stands, which the standard parser does not tell."""

import re

Path = tuple[int | str, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\"' -]+?)\s*=")


class Places:
    """The lines of tables and keys, as far as they are written in the usual way."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {}
        counts: dict[Path, int] = {}
        table: Path = ()
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(line):
                table = _numbered(_parts(header[2]), counts, begins=header[1] == "[[")
                self._note(table, number)
            elif key := _KEY.match(line):
                self._note(table + _parts(key[1]), number)

    def _note(self, path: Path, number: int) -> None:
        for end in range(1, len(path) + 1):
            self._lines.setdefault(path[:end], number)

    def line_of(self, path: Path) -> int | None:
        """Return the line of a value, or of the nearest thing around it that has one."""
        for end in range(len(path), 0, -1):
            if path[:end] in self._lines:
                return self._lines[path[:end]]
        return None


def _parts(dotted: str) -> Path:
    return tuple(part.strip(" \"'") for part in dotted.split(".")[:6])


def _numbered(name: Path, counts: dict[Path, int], *, begins: bool) -> Path:
    """Return a header's path with the number of the item it belongs to, as in prompts, 2, question."""
    path: Path = ()
    for part in name:
        path += (part,)
        if begins and path == name:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path += (counts[path],)
    return path
