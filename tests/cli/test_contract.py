"""The contract of the command line, option by option: where they stand, what scripts meet, what a shell is offered."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.cli.recul import COMMANDS
from journal.language import _, speaking

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

UNLOCKING = [("list",), ("show", "1"), ("search", "x"), ("next",), ("disclosures",), ("check",), ("people",)]


@pytest.mark.parametrize("command", UNLOCKING)
def test_common_options_stand_before_and_after_the_name(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    shell.log("x")
    monkeypatch.delenv("RECUL_VAULT")
    common = ("--vault", str(shell.folder), "--passphrase-file", str(shell.passphrase_file), "--lang=fr", "--json")
    before, after = shell.bare(*common, *command), shell.bare(*command, *common)
    assert (before.code, after.code) == (0, 0)
    assert before.out == after.out
    json.loads(before.out)
    assert (before.err, after.err) == ("", "")


@pytest.mark.parametrize("command", [*UNLOCKING, ("export", "1", "--dry-run"), ("backup",), ("rekey",), ("rehearse",)])
def test_a_script_without_passphrase_is_refused_and_never_waits(shell: "Shell", command: tuple[str, ...]) -> None:
    done = shell.bare(*command)
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("--lang", "fr"), ("--vault", "somewhere"), ("demo",)])
def test_the_app_needs_a_terminal_and_writes_none_of_its_pages_into_a_file(
    shell: "Shell", arguments: tuple[str, ...]
) -> None:
    done = shell.process(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_capturing_knows_its_options_wherever_they_stand(shell: "Shell") -> None:
    from journal import __version__

    for arguments in (("log", "--version"), ("log", "x", "--version"), ("--vault", "v", "log", "--version")):
        assert shell.bare(*arguments) == shell.bare("--version")
    assert shell.bare("log", "--version").out == f"recul {__version__}\n"
    assert shell.bare("log", "--lang", "es", "x").code == 2
    assert shell.bare("log", "--", "--version").code == 0
    assert shell.run("show", "1", "--json").json["title"] == "--version"


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
@pytest.mark.outside
def test_nothing_is_open_to_others_whatever_the_umask(shell: "Shell", tmp_path: Path) -> None:
    folder, home = str(tmp_path / "new" / "vault"), str(tmp_path / "new" / "home")
    secret = ("--vault", folder, "--passphrase-file", str(shell.passphrase_file))
    target = str(tmp_path / "new" / "out.md")
    before = os.umask(0)
    try:
        for command in (
            ("init", *secret, "--kdf-memory", "64"),
            ("log", "--vault", folder, "a note"),
            ("backup", *secret),
            ("export", "1", *secret, "--to", target, "--plaintext"),
        ):
            assert shell.process(*command, HOME=home).code == 0, command
    finally:
        os.umask(before)
    made = [path for path in (tmp_path / "new").rglob("*") if path != tmp_path / "new"]
    assert len(made) > 6
    assert [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_no_command_takes_a_secret_as_an_argument_or_from_the_environment(
    shell: "Shell", monkeypatch: pytest.MonkeyPatch
) -> None:
    import click

    from journal.cli.recul import recul

    def parameters(command: click.Command) -> set[str]:
        below = command.commands.values() if isinstance(command, click.Group) else ()
        return {
            *(name for parameter in command.params for name in parameter.opts),
            *(name for each in below for name in parameters(each)),
        }

    context = click.Context(recul)
    names = {name for each in COMMANDS for name in parameters(recul.get_command(context, each))}  # type: ignore[arg-type]
    secret = {name for name in names if any(word in name for word in ("pass", "code", "secret", "key"))}
    secret -= {"--age-key"}  # a public one
    assert {"--passphrase-file", "--new-passphrase-file", "--code-file"} <= secret
    assert {name for name in secret if not name.endswith("-file")} == set()
    for variable in ("RECUL_PASSPHRASE", "RECUL_PASSPHRASE_FILE", "RECUL_CODE"):
        monkeypatch.setenv(variable, shell.passphrase_file.read_text("utf-8").strip())
    assert shell.bare("list").code == 3


@pytest.mark.parametrize(
    "option",
    ["--dry-run", "--skip-bad", "--again", "--date-format", "--loose", "--no-text-tags", "--accept-aliases"],
)
def test_import_knows_its_options_and_tells_them_in_both_languages(shell: "Shell", option: str) -> None:
    told = {language: shell.bare("import", "--help", "--lang", language).out for language in ("en", "fr")}
    lines = {language: [line for line in text.splitlines() if f" {option}" in line] for language, text in told.items()}
    assert len(lines["en"]) == len(lines["fr"]) == 1
    assert lines["en"] != lines["fr"]


def test_import_tells_its_counts_as_one_document(shell: "Shell", tmp_path: Path) -> None:
    source = tmp_path / "one.jsonl"
    source.write_text('{"kind": "situation", "body": "une note"}')
    counts = {
        "entries": 1,
        "imported": 1,
        "already": 0,
        "changed": 0,
        "refused": [],
        "fields": {},
        "left": {},
        "aliases": [],
    }
    assert shell.run("import", str(source), "--json").json == counts | {"notices": {"day_of_import": 1}}


@pytest.mark.slow_proof
def test_ten_thousand_entries_come_in_as_one(shell: "Shell", tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text("\n".join(json.dumps({"kind": "situation", "body": f"note {n}"}) for n in range(10_000)))
    done = shell.run("import", str(source), "--json")
    assert (done.json["entries"], done.json["imported"]) == (10_000, 10_000)
    assert done.err == ""  # a bar is for terminals
    assert shell.run("list", "--limit", "20000").out.count("\n") == 10_000


@pytest.mark.parametrize(
    ("shell_name", "words", "offered"),
    [
        ("bash", ("recul export --fo", "2"), ["plain,--for", "plain,--format", "plain,--force"]),
        ("bash", ("recul import ", "2"), ["file,"]),
        ("bash", ("recul --vault ", "2"), ["dir,"]),
        ("bash", ("recul export --for ", "3"), ["plain,me", "plain,coach", "plain,group", "plain,sponsor"]),
        ("bash", ("recul question he", "2"), ["plain,heat"]),
        ("bash", ("recul list --kind plan", "3"), ["plain,plan"]),
        ("bash", ("recul list --tag ", "3"), [""]),
        ("bash", ("recul show ", "2"), [""]),
        ("zsh", ("recul dis", "1"), ["plain", "disclosures", "{disclosures}"]),
        ("fish", ("recul dis", "dis"), ["plain,disclosures\t{disclosures}"]),
    ],
)
@pytest.mark.outside
def test_shells_are_offered_commands_options_values_and_files(
    shell: "Shell", shell_name: str, words: tuple[str, str], offered: list[str]
) -> None:
    variables = {"_RECUL_COMPLETE": f"{shell_name}_complete", "COMP_WORDS": words[0], "COMP_CWORD": words[1]}
    done = shell.process(**variables, RECUL_LANG="fr")
    with speaking("fr"):
        help_of = {"disclosures": _(COMMANDS["disclosures"][1])}
    assert (done.code, done.out.split("\n")[:-1]) == (0, [each.format(**help_of) for each in offered])


@pytest.mark.outside
def test_the_script_for_bash_is_one_that_bash_can_read(shell: "Shell") -> None:
    if shutil.which("bash") is None:
        pytest.skip("needs bash")
    script = shell.bare("completion", "bash").out
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)


@pytest.mark.outside
@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_protocols_kinds_and_formats_once_the_script_is_read(shell: "Shell") -> None:
    program = shell.home / "recul"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m journal "$@"\n')
    program.chmod(0o700)
    asked = (
        'source "$1"; for line in "recul question slow" "recul list --kind sess" "recul export --format d"; do'
        " COMP_WORDS=($line); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=();"
        ' _recul_completion recul; echo "${COMPREPLY[@]}"; done'
    )
    script = shell.home / "recul.bash"
    script.write_text(shell.bare("completion", "bash").out)
    command = ["bash", "--norc", "-c", asked, "bash", str(script)]
    environment = os.environ | {"PATH": f"{shell.home}:{os.environ['PATH']}"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.splitlines() == ["slow-motion", "session", "docx"]


@pytest.mark.outside
@pytest.mark.skipif(shutil.which("jq") is None, reason="needs jq")
def test_the_recipes_of_the_readme_read_what_is_listed(shell: "Shell") -> None:
    source = shell.home / "in.jsonl"
    lines = (
        {"kind": "situation", "body": "The board said no", "tags": ["board"]},
        {
            "kind": "step",
            "body": "If it rains",
            "details": {"when": "it rains", "then": "I wait", "review_on": "2026-12-01"},
        },
        {"kind": "checkin", "body": "7", "details": {"load": 7, "mood": 4}},
    )
    source.write_text("\n".join(json.dumps(line) for line in lines))
    imported = shell.run("import", str(source))
    assert imported.code == 0, imported.err
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    recipes = [line for line in readme.splitlines() if line.startswith("recul ") and "| jq" in line]
    secret = f'recul() {{ "{sys.executable}" -m journal --passphrase-file "{shell.passphrase_file}" "$@"; }}'
    told = [
        subprocess.run(["sh", "-c", f"{secret}; {each}"], capture_output=True, text=True, check=True, env=os.environ)
        for each in recipes
    ]
    assert [each.stderr for each in told] == [""] * 5
    listed, tags, steps, curve, coming = (each.stdout for each in told)
    assert "The board said no" in listed
    assert (tags, steps[:12], coming) == ("1 board\n", "2026-12-01  ", "")
    assert curve.endswith(",7,4\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(("no_color", "bold"), [("", True), ("1", False)])
@pytest.mark.outside
def test_weights_follow_the_terminal_and_no_color(shell: "Shell", *, no_color: str, bold: bool) -> None:
    import pty

    shell.log("Le CODIR a repoussé")
    command = [sys.executable, "-m", "journal", "search", "codir", "--passphrase-file", str(shell.passphrase_file)]
    leader, follower = pty.openpty()
    environment = os.environ | ({"NO_COLOR": no_color} if no_color else {})
    if not no_color:
        environment.pop("NO_COLOR", None)
    subprocess.run(command, stdout=follower, stdin=subprocess.DEVNULL, env=environment, check=True)
    os.close(follower)
    shown = os.read(leader, 65536)
    os.close(leader)
    assert (b"\x1b[1m" in shown) is bold
    assert b"CODIR" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "english", "french"),
    [
        (("export", "--dry-run"), 2, "Name the entries by their numbers", "Indiquez les numéros"),
        (("export", "1", "--to", "../x.md", "--plaintext"), 7, "is no safe name", "n’est pas un nom sûr"),
        (("rehearse",), 4, "There is no backup in", "Il n’y a pas de sauvegarde dans"),
        (("list", "--passphrase-file", os.devnull), 3, "there is no passphrase", "ne contient ni phrase de passe"),
    ],
)
def test_what_is_missing_or_unfit_is_named(
    shell: "Shell", arguments: tuple[str, ...], code: int, english: str, french: str
) -> None:
    shell.log("x")
    for language, words in (("en", english), ("fr", french)):
        done = shell.run("--lang", language, *arguments)
        assert (done.code, done.out) == (code, "")
        assert words in done.err
