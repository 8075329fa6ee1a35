"""Reader of one protocol file: whatever it holds, the answer is a protocol or a list of faults."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from journal.errors.refusals import UnsafeTarget
from journal.hygiene import one_line
from journal.language import _, languages
from journal.model.protocol import Protocol
from journal.plain_files import opened
from journal.protocols.faults import Fault, faults_of
from journal.protocols.places import Places

MOST_BYTES = 256 * 1024
_LONGEST_LINE = 4000
_DEEPEST = 6  # the schema needs three
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_KEY_DOTS = re.compile(r"\s*\[{0,2}\s*[\w-]+(?:\s*\.\s*[\w-]+){7,}")


Complete = Callable[[dict[str, Any]], dict[str, Any]]


def read(path: Path, complete: Complete = dict) -> Protocol | tuple[Fault, ...]:
    """Read a protocol from a file that may hold anything at all; nothing is raised for its content.

    `complete` adds to what the file tells: the texts of further languages to a protocol that ships.
    """
    try:
        with opened(path) as file:
            data = file.read(MOST_BYTES + 1)
    except UnsafeTarget:
        return (Fault(None, _("This is not a file.")),)
    except FileNotFoundError:
        return (Fault(None, _("The file is not there.")),)
    except OSError:
        return (Fault(None, _("The file cannot be read.")),)
    return _too_large_or_parsed(data, complete)


def _too_large() -> Fault:
    return Fault(None, _("The file is larger than {kib} KiB.").format(kib=MOST_BYTES // 1024))


def _too_large_or_parsed(data: bytes, complete: Complete) -> Protocol | tuple[Fault, ...]:
    if len(data) > MOST_BYTES:
        return (_too_large(),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return (Fault(line, _("This line is not UTF-8 text.")),)
    return parse(text, complete)


def parse(text: str, complete: Complete = dict) -> Protocol | tuple[Fault, ...]:
    """Read a protocol from text."""
    if hostile := _hostile(text):
        return (hostile,)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (_unreadable(error, text),)
    except (RecursionError, ValueError, OverflowError):  # deep arrays; absurd numbers and dates
        return (Fault(None, _("This is nested too deeply, or holds a number that cannot be read.")),)
    if _deeper_than(data, _DEEPEST):
        return (Fault(None, _("This is nested too deeply.")),)
    written = tuple(each for each in languages() if each in _names(data))
    try:
        return Protocol.model_validate(complete(data), context=written)
    except ValidationError as error:
        return faults_of(error, Places(text))


def _hostile(text: str) -> Fault | None:
    """Find a line that must not reach the parser, which takes quadratic time for very long dotted keys."""
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > _LONGEST_LINE:
            return Fault(number, _("This line is longer than {count} characters.").format(count=_LONGEST_LINE))
        if _KEY_DOTS.match(line):
            return Fault(number, _("This is nested too deeply."))
    return None


def _unreadable(error: tomllib.TOMLDecodeError, text: str) -> Fault:
    found = _AT_LINE.search(str(error))
    line = int(found[1]) if found else max(1, len(text.splitlines()))
    # The parser's own words may quote the file; made one harmless line, they say best what it expected.
    detail = one_line(_AT_LINE.sub("", str(error)).replace("(at end of document)", ""))[:120]
    return Fault(line, _("This is not valid TOML ({detail}).").format(detail=detail))


def _names(value: object) -> set[str]:
    """Return the names of all that is told: a text of each language in which the file is written is among them."""
    if isinstance(value, list):
        return set[str]().union(*map(_names, value))
    return set(value).union(*map(_names, value.values())) if isinstance(value, dict) else set()


def _deeper_than(value: object, levels: int) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return bool(inside) and (levels == 0 or any(_deeper_than(one, levels - 1) for one in inside))
