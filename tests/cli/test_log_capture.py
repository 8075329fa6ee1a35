"""`recul log`: what the shell sends arrives intact, sealed, without a passphrase."""

import io
import json
import subprocess
import sys
import time
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journal.cli.log import LONGEST, arguments_after_log, log
from journal.vault.vault import OpenVault, unlock

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=ZoneInfo("Europe/Paris"))


class Shell:
    """`recul log` as a shell calls it, and what it sealed."""

    def __init__(self, vault: OpenVault) -> None:
        self.vault = vault

    def log(self, *arguments: str, stdin: bytes | None = None, **environment: str) -> int:
        sent = None if stdin is None else io.BytesIO(stdin)
        environment = {"RECUL_LANG": "en", "RECUL_VAULT": str(self.vault.folder), **environment}
        return log(arguments, sent, environment, lambda: NOW)

    @property
    def sealed(self) -> list[dict[str, Any]]:
        return [json.loads(capture.payload) for capture in self.vault.captures()]


@pytest.fixture
def shell(vault: OpenVault) -> Shell:
    return Shell(vault)


def test_all_that_was_said_is_sealed(shell: Shell) -> None:
    arguments = ["L’idée", "d'Anne", "--at", "hier 18h", "--title=CODIR", "--tag", "a", "--tag", "b"]
    assert shell.log(*arguments) == 0
    assert shell.sealed == [
        {
            "v": 1,
            "text": "L’idée d'Anne",
            "title": "CODIR",
            "tags": ["a", "b"],
            "at": "2026-11-24T18:00:00+01:00",
            "written_at": "2026-11-25T15:30:00+01:00",
        }
    ]


@pytest.mark.parametrize(
    "text", ["l'un\n\nl’autre\n", '"quoted" `x` $HOME \\n', "👩🏽‍💻 שלום", "[/red]", "\x1b]52;c;x\x07", "--tag"]
)
def test_standard_input_arrives_intact(shell: Shell, text: str) -> None:
    assert shell.log(stdin=text.encode()) == 0
    assert shell.sealed[0]["text"] == text


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (b"\xef\xbb\xbftext", "text"),
        ("été".encode("utf-16"), "été"),
        (b"caf\xe9", "caf\N{REPLACEMENT CHARACTER}"),
        (b"a\x00b", "a\x00b"),
    ],
)
def test_marks_and_bytes_of_other_encodings_are_read_as_well_as_can_be(shell: Shell, sent: bytes, text: str) -> None:
    assert shell.log(stdin=sent) == 0
    assert shell.sealed[0]["text"] == text


def test_what_looks_like_an_option_is_text_after_two_dashes(shell: Shell) -> None:
    assert shell.log("--tag", "x", "--", "--title", "is not one") == 0
    assert shell.sealed[0]["text"] == "--title is not one"


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "says"),
    [
        ((), None, 2, "nothing to keep"),
        ((), b" \n", 2, "nothing to keep"),
        (("--unknown", "x"), None, 2, "no such option"),
        (("text", "--at"), None, 2, "no such option"),
        (("text", "--at", "one fine day"), None, 2, "cannot be read"),
        ((), b"x" * (LONGEST + 1), 7, "longer than 1024 KiB"),
        (("x" * (LONGEST + 1),), None, 7, "longer than 1024 KiB"),
        (("text", "--title", "x" * 4 * LONGEST), None, 7, "longer than 1024 KiB"),
        (("text", "--vault", "/nowhere"), None, 4, "no vault"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_line(
    shell: Shell,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    stdin: bytes | None,
    code: int,
    says: str,
) -> None:
    assert shell.log(*arguments, stdin=stdin) == code
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert shell.sealed == []


def test_the_longest_text_is_kept(shell: Shell) -> None:
    assert shell.log(stdin=b"x" * LONGEST) == 0
    assert len(shell.sealed[0]["text"]) == LONGEST


def test_it_speaks_both_languages_and_tells_the_text_to_nobody(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.log("canary", "--lang", "fr")
    shell.log("canary", "--lang", "en")
    assert capsys.readouterr() == ("", "Scellé. Vous le retrouverez dans Recul.\nSealed. It waits for you in Recul.\n")


def test_help_is_given_in_the_language_that_is_asked_for(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    assert shell.log("--help", "--lang", "fr") == 0
    assert "Noter une situation" in capsys.readouterr().out
    assert all(len(line) <= 120 for line in capsys.readouterr().out.splitlines())


def test_common_options_may_stand_before_the_command() -> None:
    assert arguments_after_log(["--vault", "x", "--lang=fr", "log", "a"]) == ["--vault", "x", "--lang=fr", "a"]
    assert arguments_after_log(["log"]) == []
    for other in ([], ["show", "log"], ["--json", "log"], ["--vault", "log"], ["search", "--", "log"]):
        assert arguments_after_log(other) is None


def test_the_installed_command_seals_without_importing_what_is_slow(vault: OpenVault, passphrase: str) -> None:
    vault.close()
    program = (
        "import sys; from journal.__main__ import main; code = main(sys.argv[1:]);"
        "print(code, {'click', 'sqlalchemy', 'pydantic', 'textual', 'sqlcipher3'} & set(sys.modules))"
    )
    asked = ["log", "--vault", str(vault.folder), "bonjour"]
    done = subprocess.run([sys.executable, "-c", program, *asked], capture_output=True, text=True, check=True)
    assert done.stdout == "0 set()\n"
    again = unlock(vault.folder, passphrase)
    assert len(list(again.captures())) == 1
    again.close()


@pytest.mark.parametrize(
    ("spoken", "at", "says"),
    [
        ("fr", "demain", "Ce moment est encore à venir\u00a0: jeudi 26 novembre 2026, 12\u00a0h"),
        ("en", "tomorrow", "This is still to come: Thursday 26 November 2026, noon"),
        ("fr", "hier", "Daté du mardi 24 novembre 2026, 12\u00a0h"),
    ],
)
def test_the_moment_that_was_understood_is_said_in_full(
    shell: Shell, capsys: pytest.CaptureFixture[str], spoken: str, at: str, says: str
) -> None:
    assert shell.log("canary", "--at", at, "--lang", spoken) == 0
    said = capsys.readouterr().err
    assert said.startswith(says)
    assert said.count("\n") == 2
    assert len(shell.sealed) == 1


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set")
@pytest.mark.parametrize(
    ("at", "kept", "says"),
    [
        ("2026-03-29 02:30", "2026-03-29T03:30:00+02:00", "Clocks skipped 2:30 am that day: noted as 3:30 am."),
        ("2026-03-29 02:00", "2026-03-29T03:00:00+02:00", "Clocks skipped 2 am that day: noted as 3 am."),
        ("2026-03-29 03:30", "2026-03-29T03:30:00+02:00", ""),
        ("2026-03-29T02:30+01:00", "2026-03-29T02:30:00+01:00", ""),
        ("2026-10-25 02:30", "2026-10-25T02:30:00+02:00", ""),  # the first of the two
        ("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00", ""),
        ("1900-06-01 12:00", "1900-06-01T12:00:00+00:09", ""),  # Paris was 9 minutes and 21 seconds from Greenwich
    ],
)
def test_hours_that_clocks_skip_or_show_twice(
    vault: OpenVault,
    passphrase: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    at: str,
    kept: str,
    says: str,
) -> None:
    from journal.clock import now

    vault.close()
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    try:
        asked = [f"--vault={vault.folder}", "--lang=en", f"--at={at}", "canary"]
        assert log(asked, None, {}, now) == 0
    finally:
        monkeypatch.undo()
        time.tzset()
    again = unlock(vault.folder, passphrase)
    (capture,) = again.captures()
    again.close()
    assert json.loads(capture.payload)["at"] == kept
    said = capsys.readouterr().err.splitlines()
    assert said[:-2] == ([says] if says else [])


@pytest.mark.parametrize(
    "at",
    ["2026-01-01T00:00+23:59:59", "2026-01-01T00:00+18:01", "2026-01-01T00:00-18:01", "2026-01-01T00:00+01:00:30"],
)
def test_a_moment_that_no_clock_shows_is_an_error_of_usage(shell: Shell, at: str) -> None:
    assert shell.log("canary", "--at", at) == 2
    assert shell.sealed == []
