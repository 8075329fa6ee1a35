"""The program: does what was asked at its door, and says in one line what went wrong.

Nothing heavy is imported here: `recul log` must be done before Click would have been read, and the unlock screen must
stand before the database's library is.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from journal import language, terminal
from journal.door_options import split
from journal.errors import NotText, ReculError
from journal.held_terminal import INTERRUPTED, HeldTerminal


def do(asked: list[str], held: HeldTerminal) -> int:
    """Do what was asked and return the exit code; the terminal is itself again before an error is told."""
    try:
        with held:
            _carry_every_text()
            _refuse_what_is_no_text(asked)
            captured = _capture(asked)
            return _carry_out(asked, held) if captured is None else captured
    except ReculError as error:
        return _fail(error)
    except KeyboardInterrupt:
        return INTERRUPTED
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


def end(code: int) -> NoReturn:
    """End the process at once; everything is durable and closed."""
    _give_up_unwritten()
    os._exit(code)


def _carry_out(asked: list[str], held: HeldTerminal) -> int:
    from journal.vault.process import harden

    harden()
    _choose_language(asked)
    options, rest = split(asked)
    if not rest and "_RECUL_COMPLETE" not in os.environ:
        return _open_app(options.get("--vault"), held)
    code = _run(asked)
    sys.stdout.flush()  # a closed pipe is noticed here and not while Python ends
    _give_up_unwritten()
    return code


def _run(asked: list[str]) -> int:
    from journal.cli.language_option import speak
    from journal.cli.plain_reading import understood
    from journal.first_use import defer_checks

    defer_checks(wanted=True)
    if "_RECUL_COMPLETE" not in os.environ and (plain := understood(asked)) is not None:
        plain.carry_out()
        return 0
    from journal.cli.recul import run

    speak(language.current())
    return run(asked)


def _open_app(vault: str | None, held: HeldTerminal) -> int:
    """Open the app; nothing that its imports make is garbage, so looking for some would only delay the first page."""
    terminal.require()
    _require_own("screens")
    gc.disable()  # until the first page stands
    from screens.door import first_frame
    from screens.keys import TABLE

    typed = first_frame.begin(held, vault, TABLE)
    from screens import launch as running

    gc.freeze()
    return running.run(vault, held, typed)


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
