"""Plain output: no columns, no weights, no lines drawn, nothing cut; each line can be read aloud by itself."""

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from journal import terminal
from journal.cli import printing
from journal.errors import DumbTerminal, NoTerminal

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

TITLE = "A title that is far too long for a terminal of forty columns, and whose end matters"
DRAWN = re.compile("[\u2500-\u259f…]|  |\x1b")


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal of forty columns, and no plainness left from the test before."""
    monkeypatch.setenv("COLUMNS", "40")
    token = printing._PLAIN.set(False)
    yield
    printing._PLAIN.reset(token)


def test_a_list_says_how_many_more_there_are_and_how_to_see_them(shell: "Shell") -> None:
    for number in range(3):
        shell.run("log", f"Note {number}")
    assert "and 2 more: --limit 3" in shell.run("list", "--limit", "1").err
    assert "more" not in shell.run("list", "--limit", "3").err
    assert "more" not in shell.run("list", "--limit", "1", "--json").err


@pytest.mark.parametrize("how", ["--plain", "TERM=dumb"])
def test_what_is_listed_is_whole_and_in_sentences(shell: "Shell", monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    told = ("--plain",) if how == "--plain" else ()
    if not told:
        monkeypatch.setenv("TERM", "dumb")
    shell.run("log", "--title", TITLE, "It rained.")
    listed = shell.run("list", *told).out
    assert not DRAWN.search(listed)
    assert TITLE in " ".join(listed.split())
    assert re.match(r"#1, \d{4}-\d\d-\d\d \d{1,2}(:\d\d)? [ap]m, Situation, ", listed)
    for command in (("search", "rained"), ("next",), ("people",), ("protocols",), ("doctor",)):
        out = shell.run(*command, *told).out
        assert not re.search("[\u2500-\u259f\x1b]", out), command
    assert "  " not in shell.run("next", *told).out


def test_at_a_terminal_a_plain_row_is_folded_and_a_usual_one_is_cut(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    printing.table([("#1", TITLE)])
    usual = capsys.readouterr().out
    assert usual.rstrip().endswith("…")
    printing.speak_plainly(True)
    printing.table([("#1", TITLE)])
    plain = capsys.readouterr().out
    assert " ".join(plain.split()) == f"#1, {TITLE}"
    assert max(map(len, plain.splitlines())) <= 40


def test_where_columns_leave_no_room_for_what_a_row_is_about_it_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    printing.table([("#12", "2026-12-02 14:00", "Session", "planned", TITLE)])
    told = capsys.readouterr().out
    assert " ".join(told.split()) == f"#12, 2026-12-02 14:00, Session, planned, {TITLE}"
    assert max(map(len, told.splitlines())) <= 40


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_a_terminal_without_a_full_screen_is_told_what_writes_line_by_line(
    monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    for each in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{each}", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setenv("TERM", "dumb")
    with pytest.raises(DumbTerminal, match="recul list"):
        terminal.require()
    monkeypatch.setattr(f"sys.{stream}", SimpleNamespace(isatty=lambda: False))
    with pytest.raises(NoTerminal):
        terminal.require()


def test_what_is_read_aloud_has_no_marks_of_headings_and_weights(shell: "Shell") -> None:
    shell.log("A **short** note\n\n## Facts\n\nRoom #12, 2 ** 3 and C#")
    assert "# A **short** note" in shell.run("show", "1").out
    told = shell.run("show", "1", "--plain").out
    assert "A short note\n" in told
    assert "\nFacts\n" in told
    assert "Room #12, 2 ** 3 and C#" in told


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", ["rekey", "unlock", "lock", "doctor", "list", "question", "prepare", "--help"])
def test_help_fits_a_narrow_terminal_without_columns(shell: "Shell", command: str, language: str) -> None:
    told = shell.bare("--lang", language, command, "--help").out if command != "--help" else shell.bare("--help").out
    assert max(map(len, told.splitlines())) <= 40
    assert not re.search("[\u2500-\u259f\x1b]", told)


def test_help_read_aloud_has_no_columns_in_a_wide_terminal(shell: "Shell", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert "\n  --help  " in shell.bare("list", "--help").out
    monkeypatch.setenv("TERM", "dumb")
    assert "\n  --help: Show this message and exit." in shell.bare("list", "--help").out


def test_words_that_were_found_are_folded_with_their_weights(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = "It rained on the board of the company when it met, and nobody from the board spoke."
    spans = [(found.start(), found.end()) for found in re.finditer("board|company", text)]
    told = re.compile("\x1b\\[1m(.*?)\x1b\\[0m")
    printing.excerpt(text, spans)
    out = capsys.readouterr().out
    assert [found[1] for found in told.finditer(out)] == ["board", "company", "board"]
    assert max(len(told.sub(r"\1", line)) for line in out.splitlines()) <= 40
    assert " ".join(told.sub(r"\1", out).split()) == text
    printing.speak_plainly(True)
    printing.excerpt(text, spans)
    assert not capsys.readouterr().out.startswith(" ")
