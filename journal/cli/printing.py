"""Output for people and programs: neutralised, folded to the terminal, or one JSON document."""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from datetime import datetime
from functools import cache
from typing import TextIO

from journal.hygiene import clean, one_line, visible
from journal.unicode_ranges import DEFAULT_IGNORABLE

_DUMB = "dumb"  # a terminal that moves no cursor: a line follows the other, as they are read aloud
_PLAIN: ContextVar[bool] = ContextVar("plain", default=False)
_MARKS = r"(?m)^#{1,6} +|\*\*(?P<bold>[^*\n]+)\*\*"  # of Markdown, which nobody wants to hear
_BOLD, _USUAL_WEIGHT = "\x1b[1m", "\x1b[0m"
_UNDER = "    "  # before words of an entry, below its line
_USUAL = 80  # columns, where nobody tells
_WIDEST = 100  # columns of running text, however wide the terminal
_LEAST = 24  # columns that must be left for the last cell of a row: with fewer, nobody reads what it is about


def speak_plainly(plain: bool) -> None:  # noqa: FBT001 -- as its option tells it
    """Write no columns, no weights and nothing cut in this command: what is read aloud has none of them."""
    _PLAIN.set(plain)


def plainly() -> bool:
    """Return whether lines are written as they are read aloud."""
    return _PLAIN.get() or os.environ.get("TERM") == _DUMB


def columns() -> int:
    """Return how wide the terminal is: as COLUMNS says, as the system knows, else 80."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked):
        return int(asked)
    for stream in (sys.__stdout__, sys.__stderr__):  # a result may go into a file while messages are read
        with suppress(OSError, ValueError, AttributeError):
            return os.get_terminal_size(stream.fileno()).columns or _USUAL  # type: ignore[union-attr]  # as above
    return _USUAL


def say(text: str = "") -> None:
    """Write a result to standard output, folded when a person reads it at a terminal; nothing in it hides."""
    _write(_fitting(visible(text), sys.stdout))


def say_text(text: str) -> None:
    """Write a text of the journal to standard output: its joiners stay, which several scripts need.

    Read aloud, it has no marks of headings and weights; in a file it stays Markdown.
    """
    aloud = _PLAIN.get() or (plainly() and sys.stdout.isatty())
    told = re.sub(_MARKS, lambda mark: mark["bold"] or "", clean(text)) if aloud else clean(text)
    _write(_fitting(told, sys.stdout))


def tell(text: str) -> None:
    """Write a message to standard error; that nobody can read it there does not change what was done."""
    with suppress(OSError):
        _write(_fitting(visible(text), sys.stderr), sys.stderr)


def document(content: object) -> None:
    """Write one JSON document to standard output, whatever a terminal could obey written as an escape of JSON."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(content, ensure_ascii=not unicode, indent=2, default=_plain)
    _write(_obeyed().sub(lambda match: json.dumps(match.group())[1:-1], text))


def excerpt(text: str, spans: Iterable[tuple[int, int]]) -> None:
    """Write some words with the given spans in bold where weights are welcome, folded as everything else."""
    words, found, at = "", [], 0
    for start, end in sorted(spans):
        words += _flat(text[at:start])
        found.append((len(words), len(words := words + one_line(text[start:end]))))
        at = end
    words += _flat(text[at:])
    if os.environ.get("NO_COLOR") or plainly() or not sys.stdout.isatty():
        found = []
    at = 0
    for line in _fitting(words, sys.stdout, indent="" if plainly() else _UNDER).split("\n"):
        at = max(words.find(line.strip(), at), at)
        _write(_weighted(line, [(start - at, end - at) for start, end in found]))


def _weighted(line: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return an indented line with what stands in the spans in bold; they count from its first letter."""
    first, end_of_line = len(line) - len(line.lstrip()), len(line)
    told, at = "", 0
    for start, end in spans:
        begins, ends = max(first + start, first), min(first + end, end_of_line)
        if begins < ends:
            told += f"{line[at:begins]}{_BOLD}{line[begins:ends]}{_USUAL_WEIGHT}"
            at = ends
    return told + line[at:]


def _flat(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\t", " ")


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows as columns, the last one cut at the terminal's edge; nothing is cut in a file or a pipe.

    Plainly, or where the terminal is too narrow for columns, a row is a sentence of its own, whole.
    """
    lines = [tuple(clean(cell).replace("\n", " ") for cell in row) for row in rows]
    if not lines:
        return
    widths = [max(len(row[column]) for row in lines) for column in range(len(lines[0]))]
    edge = columns() if sys.stdout.isatty() else None
    before = sum(widths[:-1]) + 2 * len(widths[:-1])
    if plainly() or (edge is not None and before + min(widths[-1], _LEAST) > edge):
        for row in lines:
            _write(_fitting(", ".join(cell.strip() for cell in row if cell.strip()), sys.stdout))
        return
    for row in lines:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        _write(line if edge is None or len(line) <= edge else line[: edge - 1] + "…")


def joined(*cells: str | None, indent: str = "") -> str:
    """Return the parts of a line that there are, side by side; plainly, as a sentence that can be read aloud."""
    there = [cell for cell in cells if cell]
    return ", ".join(there) if plainly() else indent + "  ".join(there)


def local(moment: datetime) -> str:
    """Return a moment as a person reads it in a list: year first, in the offset in which it was lived.

    The hour is written as everywhere else, by the person's own clock of 12 or 24 hours.
    """
    from journal.dates.wording import clock_time

    return f"{moment:%Y-%m-%d} {clock_time(moment)}"


@cache
def _obeyed() -> re.Pattern[str]:
    """Return what finds signs that json.dumps leaves as they are and a terminal may obey, or not show.

    They are C1 controls, direction marks, zero widths; it takes a millisecond to make.
    """
    return re.compile(f"[\x7f-\x9f\u2028\u2029{DEFAULT_IGNORABLE}]")


def _write(text: str, stream: TextIO | None = None) -> None:
    """Write a text with its line end, and let it go at once: what stands on two streams stays in its order."""
    stream = stream or sys.stdout
    if os.name == "nt" and stream.isatty():  # Click knows the consoles of Windows that take no weights by themselves
        from click import echo

        echo(text, file=stream)
        return
    stream.write(f"{text}\n")
    stream.flush()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)


def _fitting(text: str, stream: TextIO, indent: str = "") -> str:
    if not stream.isatty():
        return "\n".join(f"{indent}{line}" for line in text.split("\n"))
    width = min(columns(), _WIDEST)
    return "\n".join(_folded((f"{indent}{line}" for line in text.split("\n")), width))


def _folded(lines: Iterable[str], width: int) -> Iterator[str]:
    import textwrap

    for line in lines:
        indent = line[: len(line) - len(line.lstrip())]
        yield "\n".join(textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False))
