"""The public contract of the command line: results, messages, exit codes."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.cli.recul import COMMANDS
from journal.protocols.library import shipped

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

PUBLIC_FIELDS = {
    *("ref", "kind", "title", "happened_at", "created_at", "updated_at", "tags", "people", "patterns"),
    *("audience", "state", "links", "details"),
}


# --- help, language, usage


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages_without_a_vault(shell: "Shell", name: str) -> None:
    english = shell.bare(name, "--help")
    french = shell.bare(name, "--help", "--lang", "fr")
    assert (english.code, french.code) == (0, 0)
    assert english.out != french.out
    assert "Usage" in english.out
    assert "Show " not in french.out
    assert shell.bare("--lang=fr", name, "--help").out == french.out


def test_the_overview_names_every_command_in_both_languages(shell: "Shell") -> None:
    for language, heading in (("en", "Commands"), ("fr", "Commandes")):
        done = shell.bare("--help", "--lang", language)
        assert done.code == 0
        assert heading in done.out
        for name in COMMANDS:
            assert f"\n  {name} " in done.out


@pytest.mark.parametrize("place", [("--version",), ("list", "--version"), ("log", "--version")])
def test_the_version_is_told_everywhere(shell: "Shell", place: tuple[str, ...]) -> None:
    from journal import __version__

    assert shell.bare(*place).out == f"recul {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        (("lst",), "No such command 'lst'", "Il n’y a pas de commande 'lst'"),
        (("list", "--nope"), "No such option '--nope'", "Il n’y a pas d’option '--nope'"),
        (("show",), "Missing argument 'REF'", "Il manque l’argument 'NUMÉRO'"),
        (("show", "abc"), "“abc” is not the number", "« abc » n’est pas le numéro"),
        (("list", "--kind", "x"), "is not one of", "n’est pas l’un de"),
        (("list", "--since", "whenever"), "cannot be read", "ne peut pas être lue"),
        (("export", "1"), "--to is needed", "--to est nécessaire"),
    ],
)
def test_wrong_usage_is_told_in_the_language_of_the_person(
    shell: "Shell", arguments: tuple[str, ...], english: str, french: str
) -> None:
    for language, text in (("en", english), ("fr", french)):
        done = shell.run("--lang", language, *arguments)
        assert done.code == 2
        assert not done.out
        assert text in done.err.replace("\u00a0", " ").replace("\n", " ")


def test_what_was_typed_cannot_reach_the_terminal_as_a_command(shell: "Shell") -> None:
    assert shell.bare("\x1b]0;title\x07").code == 2
    assert shell.bare("show", "\x1b[2J").code == 2


# --- passphrases


# --- exit codes


# --- capturing, listing, showing, searching


def test_what_the_shell_captures_arrives_intact_and_is_shown_as_captured(shell: "Shell") -> None:
    text = 'L’équipe d\'à côté\n\n« Non » dit-elle, "jamais" 😀👩‍💻\n\tencore `$HOME`\n'
    done = shell.process("log", "--tag", "CODIR", "--at", "2026-11-20T18:00", stdin=text.encode())
    assert done.code == 0
    (listed,) = shell.run("list", "--json").json
    assert listed["state"] == "captured"
    assert listed["tags"] == ["CODIR"]
    assert listed["happened_at"].startswith("2026-11-20T18:00:00")
    shown = shell.run("show", str(listed["ref"]), "--json").json
    assert shown["title"] == "L’équipe d'à côté"
    assert shown["body"] == '« Non » dit-elle, "jamais" 😀👩‍💻\n\tencore `$HOME`'
    assert "captured" in shell.run("list").out
    assert "« Non » dit-elle" in shell.run("show", f"#{listed['ref']}").out


def test_options_before_log_lose_no_word_of_it(shell: "Shell") -> None:
    given = ("--json", "log", "--title=T", "--tag", "a", "--at", "2026-11-20", "two", "words", "--", "--json")
    assert shell.bare(*given).code == 0
    (listed,) = shell.run("list", "--json").json
    shown = shell.run("show", str(listed["ref"]), "--json").json
    assert (shown["title"], shown["body"], shown["tags"]) == ("T", "two words --json", ["a"])


def test_the_json_of_an_entry_is_the_documented_one(shell: "Shell") -> None:
    shell.log("One thing\n\nthat happened")
    (listed,) = shell.run("list", "--json").json
    assert set(listed) == PUBLIC_FIELDS
    assert set(shell.run("show", str(listed["ref"]), "--json").json) == PUBLIC_FIELDS | {"body"}
    (found,) = shell.run("search", "happ", "--json").json
    assert set(found) == PUBLIC_FIELDS | {"snippet"}
    for moment in ("happened_at", "created_at", "updated_at"):
        assert listed[moment][-6] in "+-" or listed[moment].endswith("Z")


def test_filters_hold_together(shell: "Shell") -> None:
    shell.log("first", "--tag", "a", "--at", "2026-01-05T10:00")
    shell.log("second", "--tag", "b", "--at", "2026-01-06T10:00")
    shell.log("third", "--tag", "b", "--at", "2026-01-07T23:00")

    def titles(*conditions: str) -> list[str]:
        return [entry["title"] for entry in shell.run("list", "--json", *conditions).json]

    assert titles() == ["third", "second", "first"]
    assert titles("--limit", "1") == ["third"]
    assert titles("--tag", "b") == ["third", "second"]
    assert titles("--since", "2026-01-06", "--until", "2026-01-06") == ["second"]
    assert titles("--until", "2026-01-07") == ["third", "second", "first"]
    assert titles("--kind", "plan") == []
    assert titles("--kind", "plan", "--kind", "situation", "--tag", "a") == ["first"]


def test_in_search_one_dash_before_a_word_is_a_word_and_two_make_an_option(shell: "Shell") -> None:
    shell.log("la version -beta du projet", "--tag", "codir")
    for asked in (["-beta"], ["-b"], ["--tag", "CODIR", "-beta"], ["-beta", "--limit=3"], ["--", "--beta"], ["beta"]):
        (found,) = shell.run("search", "--json", *asked).json
        assert found["ref"] == 1, asked
    assert shell.run("search", "-h", "--json").json == []
    assert shell.run("search", "--beta").code == 2
    assert shell.run("search").code == 2
    assert shell.run("search", "--limit", "-1", "beta").code == 2
    assert shell.run("list", "-beta").code == 2


def test_days_of_since_and_until_are_those_on_the_clock_where_it_happened(shell: "Shell") -> None:
    shell.log("tokyo", "--at", "2026-11-10T01:00+09:00")
    shell.log("honolulu", "--at", "2026-11-09T20:00-10:00")

    def listed(*conditions: str) -> list[str]:
        return sorted(each["title"] for each in shell.run("list", "--json", *conditions).json)

    assert listed("--since", "2026-11-10") == ["tokyo"]
    assert listed("--until", "2026-11-09") == ["honolulu"]
    assert listed("--since", "2026-11-09", "--until", "2026-11-10") == ["honolulu", "tokyo"]
    assert listed("--since", "2026-11-09T17:00+00:00") == ["honolulu"]  # an hour is the same moment everywhere


def test_search_ignores_accents_and_finds_beginnings(shell: "Shell") -> None:
    shell.log("Le comité a repoussé l’école")
    for query in ("comite", "repou", '"a repousse"', "l'école", "ECOLE"):
        assert shell.run("search", query, "--json").json, query
    for query in ("-x", "foo AND", '"', "NEAR(", "*"):
        assert shell.run("search", "--", query).code == 0, query


def test_hostile_text_is_printed_without_escapes(shell: "Shell") -> None:
    shell.log("[red]\x1b]0;x\x07 [@click=quit] \u202eabc\n\x1b[2J\x9b31m body")
    (ref,) = [entry["ref"] for entry in shell.run("list", "--json").json]
    for command in (("list",), ("show", str(ref)), ("show", str(ref), "--json"), ("search", "body"), ("next",)):
        done = shell.run(*command)  # the shell itself refuses every ESC
        assert done.code == 0
        assert not {"\x07", "\x9b", "\u202e"} & set(done.out)
    assert "[red]" in shell.run("list").out


def test_next_tells_what_waits(shell: "Shell") -> None:
    shell.log("To look at")
    told = shell.run("next", "--json").json
    assert told["session"] is None
    assert [each["title"] for each in told["captured"]] == ["To look at"]
    assert "To look at" in shell.run("next").out
    assert "Aucune séance" in shell.run("next", "--lang", "fr").out


# --- people, protocols, doctor, completion


def test_people_are_added_listed_and_renamed(shell: "Shell") -> None:
    assert shell.run("people", "add", "Karim Benali", "--alias", "N-1 A", "--form", "Karim").code == 0
    assert shell.run("people", "add", "Karim Benali", "--alias", "N-1 B", "--gender", "m").code == 0
    for command in (("people", "--json"), ("people", "list", "--json")):
        assert shell.run(*command).json == [
            {"name": "Karim Benali", "alias": "N-1 B", "forms": ["Karim"], "gender": "m"}
        ]
    assert "N-1 B" in shell.run("people").out


def test_protocols_are_listed_checked_and_tried_without_a_vault(shell: "Shell", tmp_path: Path) -> None:
    codes = [each["code"] for each in shell.bare("protocols", "--json").json]
    assert len(codes) == len(set(codes)) == len(shipped().protocols)
    assert "three-times" in shell.bare("protocols").out
    broken = tmp_path / "mine.toml"
    broken.write_text("code = 3\n")
    done = shell.bare("protocols", "--check", str(broken), "--json")
    assert done.code == 5
    assert all(fault["reason"] for fault in done.json)
    assert shell.bare("protocols", "--check", str(tmp_path / "none")).code == 4
    text = "Il faut toujours que je fasse tout"
    heard = shell.bare("protocols", "--try", "-", "--json", "--lang", "fr", stdin=text).json
    assert {"obligations", "absolutes"} <= {each["family"] for each in heard}
    for each in heard:
        start, end = each["span"]
        assert 0 <= start < end <= len(text)
        assert each["question"]


def test_doctor_tells_paths_and_versions_and_nothing_of_the_content(shell: "Shell") -> None:
    shell.log("canary of the content")
    report = shell.bare("doctor", "--json").json
    assert report["vault"]["path"] == str(shell.folder)
    assert report["vault"]["exists"] is True
    assert report["cipher"]
    assert "canary" not in shell.bare("doctor").out
    assert "Coffre" in shell.bare("doctor", "--lang", "fr").out


@pytest.mark.parametrize("name", [pytest.param("bash", marks=pytest.mark.outside), "zsh", "fish"])  # Click asks bash
def test_completion_scripts_call_recul(shell: "Shell", name: str) -> None:
    done = shell.bare("completion", name)
    assert done.code == 0
    assert "_RECUL_COMPLETE" in done.out


def test_completion_offers_the_commands(shell: "Shell") -> None:
    done = shell.process(_RECUL_COMPLETE="bash_complete", COMP_WORDS="recul pro", COMP_CWORD="1")
    assert done.out == "plain,protocols\n"
