"""The program's door: `recul`, `python -m journal`.

Nothing heavy is imported here: `recul log` must be done before Click would have been read, and the unlock screen must
stand before the database's library is.
"""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from journal import language, terminal
from journal.errors import NotText, ReculError

_INTERRUPTED = 130  # what shells tell of a program ended by Ctrl+C
_DOOR_OPTIONS = ("--vault", "--lang")  # what can be said to the app


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked and return the exit code; one line on standard error tells what went wrong.

    As the whole of a process (`arguments` is None) it ends at once instead of returning: everything is durable and
    closed, and taking the interpreter apart would cost time, and waits for threads that nobody needs any more.
    """
    code = _do(list(sys.argv[1:] if arguments is None else arguments))
    if arguments is None:
        _end(code)
    return code


def _do(asked: list[str]) -> int:
    try:
        _carry_every_text()
        _refuse_what_is_no_text(asked)
        captured = _capture(asked)
        return _carry_out(asked) if captured is None else captured
    except ReculError as error:
        return _fail(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        return _leave_quietly()
    except OSError as error:
        from journal import faults

        return _fail(faults.named(error))
    except Exception as error:  # noqa: BLE001 -- the last door: a traceback would show values
        from journal import faults, paths

        return _fail(faults.record(error, paths.state_folder()))


def _carry_every_text() -> None:
    """Let standard output and error carry every text, and let streams that were closed lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 -- open as long as the program runs
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Windows writes pipes in a code page that cannot hold every text.
            stream.reconfigure(encoding="utf-8" if os.name == "nt" and not stream.isatty() else None, errors="replace")


def _refuse_what_is_no_text(asked: Sequence[str]) -> None:
    """Raise NotText for bytes that are no characters: Python makes half characters of them, which nothing can keep."""
    try:
        "".join(asked).encode()
    except UnicodeEncodeError as error:
        _choose_language([each for each in asked if each.isascii()])
        raise NotText from error


def _capture(asked: Sequence[str]) -> int | None:
    """Do `recul log`, before anything is read that it does not need; None when something else is asked."""
    if "log" not in asked or "_RECUL_COMPLETE" in os.environ:
        return None
    from journal.cli import log
    from journal.clock import now
    from journal.vault.process import close_to_others

    rest = log.arguments_after_log(asked)
    if rest is None:
        return None
    close_to_others()
    code = log.log(rest, sys.stdin.buffer if sys.stdin else None, os.environ, now)
    sys.stdout.flush()  # what cannot be told is noticed here
    return code


def _end(code: int) -> NoReturn:
    _give_up_unwritten()
    os._exit(code)


def _carry_out(asked: list[str]) -> int:
    from journal.vault.process import harden

    harden()
    _choose_language(asked)
    options, rest = _split(asked)
    if not rest and "_RECUL_COMPLETE" not in os.environ:
        return _open_app(options.get("--vault"))
    gc.disable()  # until the journal is open: what is imported is no garbage, and looking through it takes its time
    try:
        code = _run(asked)
    finally:
        gc.enable()
    sys.stdout.flush()  # a closed pipe is noticed here and not while Python ends
    _give_up_unwritten()
    return code


def _run(asked: list[str]) -> int:
    from journal.cli.language_option import speak
    from journal.cli.recul import run
    from journal.first_use import defer_checks

    defer_checks(wanted=True)
    speak(language.current())
    return run(asked)


def _open_app(vault: str | None) -> int:
    """Open the app; nothing that its imports make is garbage, so looking for some would only delay the first page."""
    terminal.require()
    _require_own("screens")
    gc.disable()
    from screens import launch as running

    gc.freeze()
    gc.enable()
    return running.run(vault)


def _require_own(name: str) -> None:
    """Raise OtherPackage when a package of another program would be taken for one of ours."""
    from importlib.util import find_spec
    from pathlib import Path

    found = find_spec(name)
    place = Path(found.origin).parent if found is not None and found.origin else None
    if place != Path(__file__).resolve().parent.with_name(name):
        from journal.errors import OtherPackage

        raise OtherPackage(name=name, place=place or "?")


def _choose_language(asked: Sequence[str]) -> None:
    from journal import paths, settings
    from journal.cli.language_option import asked_language

    preferred = settings.load(paths.config_folder() / "settings.toml").language
    language.choose(language.detect(os.environ, preferred, asked_language(asked)))


def _split(asked: Sequence[str]) -> tuple[Mapping[str, str], list[str]]:
    """Return the door's options that stand in front, and everything from the first other word on."""
    options: dict[str, str] = {}
    rest = list(asked)
    while rest:
        name, equals, value = rest[0].partition("=")
        if name not in _DOOR_OPTIONS or not (equals or len(rest) > 1):
            break
        options[name] = value if equals else rest[1]
        del rest[: 1 if equals else 2]
    return options, rest


def _fail(error: ReculError) -> int:
    from journal.hygiene import clean

    with suppress(OSError):
        print(clean(error.message()).replace("\n", " "), file=sys.stderr)  # noqa: T201 -- Click may not be read here
    _give_up_unwritten()
    return error.exit_code


def _leave_quietly() -> int:
    """End without a word when the reader has closed the pipe: what it wanted, it has."""
    _give_up_unwritten()
    return 0


def _give_up_unwritten() -> None:
    """Lead what takes nothing more nowhere: Python would try once more when it ends, and end with a code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
