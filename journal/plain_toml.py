"""Reader of the plain TOML that settings are written in; `tomllib`, whose import takes longer, reads all other."""

import json
from typing import Any

_MORE = frozenset("\\{")  # what begins to mean other things than it means in JSON


def loads(text: str) -> dict[str, Any]:
    """Return what `tomllib` returns for a text. Raises ValueError."""
    try:
        return _plain(text)
    except ValueError:
        import tomllib

        return tomllib.loads(text)


def _plain(text: str) -> dict[str, Any]:
    """Return the tables of a text of which each line is one name and one value, and both are plain."""
    told: dict[str, Any] = {}
    table = told
    for line in text.split("\n"):
        if not line.isprintable():
            raise ValueError
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            name = _name(line.removeprefix("[").removesuffix("]"))
            if not line.endswith("]") or name in told:
                raise ValueError
            table = told[name] = {}
            continue
        written, _equals, value = line.partition("=")
        name = _name(written.strip(" "))
        if name in table:
            raise ValueError
        table[name] = _value(value)
    return told


def _name(written: str) -> str:
    """Return a name, bare or in quotes."""
    bare = written[1:-1] if written[:1] == written[-1:] == '"' and len(written) > 1 else written
    plain = bare.replace("_", "").replace("-", "").replace(".", "" if bare is not written else ".")
    if not (plain.isascii() and plain.isalnum()):
        raise ValueError
    return bare


def _value(written: str) -> Any:
    """Return a value that JSON writes as TOML does: a truth, a whole number, a text, texts in a row."""
    if not _MORE.isdisjoint(written):
        raise ValueError
    value = json.loads(written)
    if not (type(value) in (bool, int, str) or (type(value) is list and all(type(each) is str for each in value))):
        raise ValueError
    return value
