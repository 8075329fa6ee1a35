"""`recul log`: a situation captured from the shell, sealed without a passphrase, in the time a shell prompt takes.

Nothing that is slow to import is imported here: not Click, not the models, not the database.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from journal import __version__
from journal.clock import Clock
from journal.errors import NothingToLog, ReculError, UnknownOption
from journal.language import N_, Language, _, brief, choose, detect, languages
from journal.paths import config_folder, vault_folder
from journal.plain_files import text_of

LONGEST = 1024 * 1024
"""Bytes of UTF-8 of a captured text."""

HELP = N_("""\
Usage: recul log [TEXT…] [options]

Capture a situation. It is sealed to the vault at once, without a passphrase, and waits there until you open Recul.
Without TEXT it is read from standard input, which leaves no trace in the shell’s history:

  recul log < note.txt

Options:
  --at WHEN      when it happened: 2026-11-23T18:30, “yesterday 6pm”, “2 days ago”
  --title TITLE  its title
  --tag TAG      a tag; may be repeated
  --for-group    set it aside: perhaps a case for the group
  --vault DIR    the vault’s folder
  --lang fr|en   the language of messages
  --             everything that follows is text
  --version      show the version
  --help         show this""")

SEALED = N_("Sealed. It waits for you in Recul.")

_USUAL = 80  # columns, where a terminal does not tell
_VALUED = ("--at", "--title", "--tag", "--vault", "--lang", "--passphrase-file")


class Request(NamedTuple):
    """What was asked for on the command line."""

    words: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]
    for_group: bool = False
    asks: str = ""
    """"help" or "version" when one of them is asked for instead."""

    def last(self, option: str) -> str | None:
        """Return the last value given to an option."""
        return self.options.get(option, (None,))[-1]


def arguments_after_log(arguments: Sequence[str]) -> list[str] | None:
    """Return what `log` is asked to do when it is the command asked for, common options before it included."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("--"):
        name, equals, _value = arguments[at].partition("=")
        if name not in ("--vault", "--lang", "--passphrase-file"):
            return None
        at += 1 if equals else 2
    if at < len(arguments) and arguments[at] == "log":
        return [*arguments[:at], *arguments[at + 1 :]]
    return None


def log(arguments: Sequence[str], stdin: BinaryIO | None, environment: Mapping[str, str], clock: Clock) -> int:
    """Capture what the arguments or standard input hold and return the exit code; messages go to standard error."""
    try:
        request = _request(arguments)
    except ReculError as error:
        _choose_language(None, environment)
        return _refused(error)
    language = _choose_language(request.last("--lang"), environment)
    if request.asks:
        told = _(HELP) if request.asks == "help" else f"recul {__version__}"
        sys.stdout.write(_folded(told, sys.stdout) + "\n")
        return 0
    try:
        folder = vault_folder(request.last("--vault"), environment, language)
        now = clock()
        at = _moment(request, now)
        _seal(folder, _payload(request, stdin, at, now))
    except ReculError as error:
        return _refused(error)
    if at is not None:
        _tell_moment(request.last("--at") or "", at, now)
    _tell(brief(SEALED))
    return 0


def _request(arguments: Sequence[str]) -> Request:
    words: list[str] = []
    options: dict[str, tuple[str, ...]] = {}
    left = list(arguments)
    asks = ""
    for_group = False
    while left:
        argument = left.pop(0)
        name, equals, value = argument.partition("=")
        if argument == "--":
            words += left
            break
        if argument in ("--help", "-h"):
            asks = "help"
        elif argument == "--version":
            asks = asks or "version"
        elif argument == "--for-group":
            for_group = True
        elif not argument.startswith("-") or argument == "-":
            words.append(argument)
        elif name in _VALUED and (equals or left):
            options[name] = (*options.get(name, ()), value if equals else left.pop(0))
        else:
            raise UnknownOption
    if not {*options.get("--lang", ())} <= {*languages()}:
        raise UnknownOption
    return Request(tuple(words), options, for_group, asks)


def _choose_language(option: str | None, environment: Mapping[str, str]) -> Language:
    asked = option or environment.get("RECUL_LANG")
    language = detect(environment, None if asked else _language_setting(), option)
    choose(language)
    return language


def _language_setting() -> str | None:
    """Return the one setting that matters here, without the import of the others."""
    file = config_folder() / "settings.toml"
    if not file.exists():
        return None
    from journal import plain_toml

    try:
        setting = plain_toml.loads(text_of(file)).get("language")
    except (OSError, ReculError, ValueError, RecursionError):
        return None
    return setting if isinstance(setting, str) else None


def _refused(error: ReculError) -> int:
    _tell(error.message())
    return error.exit_code


def _tell(text: str) -> None:
    with suppress(OSError):  # what is sealed is sealed, whoever hears of it
        sys.stderr.write(_folded(text, sys.stderr) + "\n")


def _folded(text: str, stream: TextIO) -> str:
    """Return a text that breaks between words where a terminal would cut one."""
    try:
        width = os.get_terminal_size(stream.fileno()).columns or _USUAL
    except (OSError, ValueError):  # no terminal
        return text
    if all(len(line) <= width for line in text.split("\n")):
        return text
    import textwrap

    lines = ((line, line[: len(line) - len(line.lstrip())]) for line in text.split("\n"))
    return "\n".join(
        textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False) for line, indent in lines
    )


def _moment(request: Request, now: datetime) -> datetime | None:
    at = request.last("--at")
    if at is None:
        return None
    from journal.dates import habits
    from journal.dates.parsing import parse_past
    from journal.settings import load

    habits.choose(load(config_folder() / "settings.toml").habits())
    return parse_past(at, now)


def _tell_moment(text: str, at: datetime, now: datetime) -> None:
    """Say which moment was understood, in full: of an hour that clocks skipped, and of a day that has not come yet."""
    from journal.dates.skipping import skipped_hour
    from journal.dates.wording import clock_time, dated, weekday

    if words := skipped_hour(text, now):
        _tell(words)
    day = at.date()
    told = _("{weekday} {day}, {time}").format(weekday=weekday(day), day=dated(day), time=clock_time(at))
    # What is logged has usually happened.
    _tell((_("This is still to come: {moment}.") if at > now else _("Dated {moment}.")).format(moment=told))


def _payload(request: Request, stdin: BinaryIO | None, at: datetime | None, now: datetime) -> bytes:
    text = _text(request.words, stdin)
    content = {
        "v": 1,
        "text": text,
        "title": request.last("--title") or "",
        "tags": list(request.options.get("--tag", ())),
        "at": at.isoformat() if at else None,
        "written_at": now.isoformat(),
    } | ({"for_group": True} if request.for_group else {})
    payload = json.dumps(content, ensure_ascii=False).encode()
    if len(payload) > 3 * LONGEST:  # a title or tags of a megabyte
        raise _too_long()
    return payload


def _text(words: Sequence[str], stdin: BinaryIO | None) -> str:
    if words and words != ("-",):
        raw = " ".join(words).encode()
    elif stdin is not None and not stdin.isatty():
        raw = stdin.read(LONGEST + 1)
    else:
        raise NothingToLog
    if len(raw) > LONGEST:
        raise _too_long()
    text = _decoded(raw)
    if not text.strip():
        raise NothingToLog
    return text


def _decoded(raw: bytes) -> str:
    """Return the text; what is no UTF-8 becomes the replacement character, a byte order mark is heeded."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):  # PowerShell pipes UTF-16
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8-sig", "replace")


def _seal(folder: Path, payload: bytes) -> None:
    from journal.vault.inbox import seal

    seal(folder, payload)


def _too_long() -> ReculError:
    from journal.errors.refusals import TextTooLong

    return TextTooLong(limit=LONGEST // 1024)
