"""Import from the shell of people with their aliases: listed, taken with a yes where something is written already."""

from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.conftest import entry

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def test_aliases_that_come_along_are_listed_and_need_a_yes_where_something_is_written_already(
    shell: "Shell", tmp_path: Path
) -> None:
    shell.log("Karim a dit non, Nadia aussi")
    assert shell.run("people", "add", "Nadia", "--alias", "N-1 A").code == 0
    brought = [{"name": "Karim", "alias": "N-1 B", "forms": ["Kam"]}, {"name": "Nadia", "alias": "Autre"},
               {"name": "Marc", "alias": "N-1 A"}, {"name": "Sofia", "alias": "Karim"}]  # fmt: skip
    source = tmp_path / "a.jsonl"
    source.write_text(entry(people=[each["name"] for each in brought], aliases=brought), "utf-8")
    dry = shell.run("import", str(source), "--dry-run")
    assert "Karim, Kam  “N-1 B”" in dry.out
    assert "Marc        not “N-1 A”: this alias is somebody else’s already" in dry.out
    assert "Sofia       not “Karim”: this is a real name" in dry.out
    done = shell.run("import", str(source))
    assert (done.code, done.out) == (7, "")
    assert "--accept-aliases" in done.err
    assert len(shell.run("list", "--json").json) == 1
    assert shell.run("import", str(source), "--accept-aliases").code == 0
    aliases = {each["name"]: each["alias"] for each in shell.run("people", "--json").json}
    assert (aliases["Karim"], aliases["Nadia"]) == ("N-1 B", "N-1 A")
    assert not {aliases["Marc"], aliases["Sofia"]} & {"N-1 A", "Karim", "Autre"}
    assert "N-1 B a dit non" in shell.run("export", "1", "--for", "coach", "--dry-run").out


def test_aliases_come_into_a_journal_in_which_nothing_is_written_yet_without_a_question(
    shell: "Shell", tmp_path: Path
) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text(entry(people=["Karim"], aliases=[{"name": "Karim", "alias": "N-1 B"}]), "utf-8")
    assert shell.run("import", str(source)).code == 0
    assert shell.run("people", "--json").json == [{"name": "Karim", "alias": "N-1 B", "forms": [], "gender": ""}]


def test_aliases_of_people_who_stand_in_nothing_written_here_come_in_without_a_question(
    shell: "Shell", tmp_path: Path
) -> None:
    shell.log("Une réunion sans lui")
    source = tmp_path / "a.jsonl"
    source.write_text(entry(people=["Karim"], aliases=[{"name": "Karim", "alias": "N-1 B"}]), "utf-8")
    assert shell.run("import", str(source)).code == 0
    assert shell.run("people", "--json").json == [{"name": "Karim", "alias": "N-1 B", "forms": [], "gender": ""}]


def test_many_people_come_in_at_once(shell: "Shell", tmp_path: Path) -> None:
    source = tmp_path / "people.jsonl"
    source.write_text("\n".join(entry(people=[f"P{at}-{n}" for n in range(400)]) for at in range(5)), "utf-8")
    assert shell.run("import", str(source)).code == 0
    people = shell.run("people", "--json").json
    assert len(people) == len({each["alias"] for each in people}) == 2000
