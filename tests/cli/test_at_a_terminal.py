"""What is different when a person sits there: questions, words to type, nothing echoed, nothing left without a yes."""

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import pty
import select

pytestmark = pytest.mark.outside

PASSPHRASE = "marmotte kiosque vanille 7f3a9c"
PATIENCE = 30.0  # seconds until a silent program is given up


def at_terminal(*arguments: str, answers: tuple[tuple[str, str], ...] = ()) -> tuple[int, str]:
    """Run recul in a terminal of its own, type each answer once its question has come; return code and screen."""
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell lets what it runs in the background ignore it
        os.execv(sys.executable, [sys.executable, "-m", "journal", *arguments])  # noqa: S606 -- no shell is wanted
    shown, left = "", list(answers)
    asked_from = 0
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                read = os.read(terminal, 65536)
            except OSError:  # Linux tells the end of a terminal so
                break
            if not read:
                break
            shown += read.decode("utf-8", "replace")
        if left and left[0][0] in shown[asked_from:]:
            asked_from = len(shown)
            os.write(terminal, left.pop(0)[1].encode() + b"\n")
    _pid, status = os.waitpid(child, 0)
    os.close(terminal)
    assert not left, shown
    assert PASSPHRASE not in shown
    assert "Traceback" not in shown
    return os.waitstatus_to_exitcode(status), shown


def test_the_passphrase_is_asked_and_never_echoed(shell: "Shell") -> None:
    shell.log("Le CODIR a repoussé")
    code, shown = at_terminal("list", answers=(("Passphrase", PASSPHRASE),))
    assert code == 0
    assert "Le CODIR a repoussé" in shown


def test_a_question_sets_its_colon_as_its_language_does(shell: "Shell") -> None:
    shell.log("Le CODIR a repoussé")
    code, shown = at_terminal("list", "--lang", "fr", answers=(("Phrase de passe\u00a0: ", PASSPHRASE),))
    assert code == 0
    assert "Le CODIR a repoussé" in shown


def test_a_new_vault_asks_twice_and_a_slip_is_asked_again(shell: "Shell", tmp_path: Path) -> None:
    answers = (
        ("New passphrase", PASSPHRASE),
        ("Type it again", "a slip"),
        ("New passphrase", PASSPHRASE),
        ("Type it again", PASSPHRASE),
    )
    code, shown = at_terminal("init", "--vault", str(tmp_path / "v"), "--kdf-memory", "64", answers=answers)
    assert code == 0
    assert "recovery code" in shown


@pytest.mark.parametrize(("word", "code"), [("share", 0), ("yes", 7), ("", 7)])
def test_readable_text_leaves_only_with_the_word(shell: "Shell", tmp_path: Path, word: str, code: int) -> None:
    shell.log("What leaves")
    target = tmp_path / "x.md"
    given = ("export", "1", "--for", "coach", "--to", str(target), "--passphrase-file", str(shell.passphrase_file))
    ended, shown = at_terminal(*given, answers=(("more readers", "y"), ("to let it leave", word)))
    assert ended == code
    assert shown.index("What leaves") < shown.index("to let it leave")
    assert target.exists() == (code == 0)


def test_what_was_meant_for_oneself_leaves_no_terminal_by_enter_alone(shell: "Shell", tmp_path: Path) -> None:
    shell.log("What stays")
    given = ("export", "1", "--for", "coach", "--to", str(tmp_path / "x.pdf"), "--protect", "pdf")
    ended, shown = at_terminal(*given, "--passphrase-file", str(shell.passphrase_file), answers=(("more readers", ""),))
    assert ended == 7
    assert "Meant for fewer readers until now: #1" in shown
    assert not (tmp_path / "x.pdf").exists()


def test_an_answer_that_is_interrupted_ends_at_once(shell: "Shell") -> None:
    code, shown = at_terminal("list", answers=(("Passphrase", "\x03"),))
    assert code == 130
    assert "vault" not in shown


def test_text_is_folded_to_the_terminal(shell: "Shell") -> None:
    shell.log("Titre\n\n" + "mot " * 100)
    code, shown = at_terminal("show", "1", "--passphrase-file", str(shell.passphrase_file))
    assert code == 0
    assert max(len(line) for line in shown.splitlines()) <= 100
    code, shown = at_terminal("log", "--at", "bientôt peut-être", "x", "--lang", "fr")
    assert code == 2
    assert len(shown.splitlines()) > 1
    assert max(len(line) for line in shown.splitlines()) <= 80
    code, shown = at_terminal("log", "--help", "--lang", "fr")
    assert code == 0
    assert max(len(line) for line in shown.splitlines()) <= 80


@pytest.mark.parametrize(("language", "label"), [("en", "Importing"), ("fr", "Import")])
def test_an_import_shows_how_far_it_is(shell: "Shell", tmp_path: Path, language: str, label: str) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text("\n".join('{"kind": "situation", "body": "x"}' for _ in range(300)))
    secret = ("--passphrase-file", str(shell.passphrase_file))
    code, shown = at_terminal("import", str(source), "--lang", language, *secret)
    assert code == 0
    assert label in shown
    assert "100%" in shown


@pytest.mark.parametrize(
    ("language", "word", "code"), [("en", "accept", 0), ("fr", "accepter", 0), ("en", "yes", 7), ("fr", "", 7)]
)
def test_aliases_come_in_only_with_the_word(
    shell: "Shell", tmp_path: Path, language: str, word: str, code: int
) -> None:
    shell.log("Karim a dit non")
    source = tmp_path / "a.jsonl"
    brought = {"kind": "situation", "body": "x", "people": ["Karim"], "aliases": [{"name": "Karim", "alias": "N-1 B"}]}
    source.write_text(json.dumps(brought), "utf-8")
    secret = ("--passphrase-file", str(shell.passphrase_file))
    question = {"en": "to take them over", "fr": "pour les reprendre"}[language]
    ended, shown = at_terminal("import", str(source), "--lang", language, *secret, answers=((question, word),))
    assert ended == code
    assert "N-1 B" in shown[: shown.index(question)]
    aliases = {each["name"]: each["alias"] for each in shell.run("people", "--json").json}
    assert (aliases.get("Karim") == "N-1 B") == (code == 0)
    assert len(shell.run("list", "--json").json) == (2 if code == 0 else 1)


@pytest.mark.parametrize(("word", "code"), [("y", 0), ("", 7), ("share", 7)])
def test_what_was_jotted_on_anothers_case_leaves_only_after_a_yes_of_its_own(
    shell: "Shell", tmp_path: Path, word: str, code: int
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    jotted = {"kind": "session", "title": "S", "details": {"evening": {"aside": "canary-of-another"}}}
    source.write_text(json.dumps(jotted), "utf-8")
    assert shell.run("import", str(source)).code == 0
    given = ("export", "1", "--to", str(target), "--plaintext", "--with-asides")
    secret = ("--passphrase-file", str(shell.passphrase_file))
    ended, _shown = at_terminal(*given, *secret, answers=(("others’ cases goes along", word),))
    assert ended == code
    assert target.exists() == (code == 0)
    assert not target.exists() or "canary-of-another" in target.read_text("utf-8")


@pytest.mark.parametrize("how", ["ctrl+c", "terminal closed", signal.SIGTERM, signal.SIGKILL])
def test_a_questioning_that_is_ended_from_outside_keeps_every_line_and_goes_on_where_it_was(
    shell: "Shell", how: str | signal.Signals
) -> None:
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        given = ("question", "heat", "--passphrase-file", str(shell.passphrase_file))
        os.execv(sys.executable, [sys.executable, "-m", "journal", *given])  # noqa: S606 -- no shell is wanted
    for awaited, line in (("Question 1", b"7\n"), ("Question 2", b"It rained\n\n"), ("walk.", b"")):
        shown = ""
        while awaited not in shown:
            shown += os.read(terminal, 4096).decode("utf-8", "replace")
        os.write(terminal, line)
    _type_a_line(terminal, shell.folder / "journal.db-wal", "If asked, then I wait")
    os.write(terminal, b"and not this, which no Enter ended")
    if isinstance(how, signal.Signals):
        os.kill(child, how)
    elif how == "ctrl+c":
        os.write(terminal, b"\x03")
    if how != "terminal closed":
        os.waitpid(child, 0)
    os.close(terminal)
    if how == "terminal closed":
        os.waitpid(child, 0)
    done = shell.run("question", "--on", "1", stdin="\n")
    kept = shell.run("show", "1", "--json").json["details"]["asked"]
    assert done.code == 0
    assert [one["answer"] for one in kept] == [7, "It rained", "If asked, then I wait"]
    assert shell.run("check").code == 0
    assert {path.name for path in shell.folder.iterdir()} <= _WHOLE


_WHOLE = {"vault.json", "vault.json.mirror", "vault.lock", "journal.db", "journal.db-wal", "journal.db-shm", "inbox"}


def _type_a_line(terminal: int, log: Path, line: str) -> None:
    """Type a line of an answer and wait until the database has written something down."""
    before = log.stat()
    os.write(terminal, f"{line}\n".encode())
    until = time.monotonic() + PATIENCE
    while (log.stat().st_mtime_ns, log.stat().st_size) == (before.st_mtime_ns, before.st_size):
        assert time.monotonic() < until, "nothing was written down"
        time.sleep(0.01)
