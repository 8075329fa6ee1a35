"""What leaves the shell and comes back as it was: entries, questions; and what nobody may take for validated."""

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.conftest import entry

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

SAME = ("kind", "title", "happened_at", "tags", "people", "patterns", "audience", "state", "details", "body")

# "Qu’avez-vous vu ?" closed by age with the passphrase "six words", each guess of which costs nothing (2⁴ rounds).
QUESTIONS = (
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBWWndpOUlTbmdQYW5mS3NJZVZwWUd3IDQKV0QydXA0bWhyZ3l4K0NXbThE"
    "ZTE2NjZzT29mYlp0c0ZIV1BVNnRkR1JnVQotLS0gUjlqUzlZY1hNeFQ4WGVzUGszOFc4TENYcURPUTNqcitvcGo1aUV5SHVGOAqM"
    "oyEYwYKlftEs03DLYSu2GPSPWYVFBCGINKjA69elrfid8R22SOWm8Ov7O+UJoP88K44e"
)


def contents(shell: "Shell", *vault: str) -> list[dict[str, object]]:
    """Return every entry, links told by the titles they lead to."""
    listed = shell.run("list", "--json", "--limit", "1000", *vault).json
    titles = {each["ref"]: each["title"] for each in listed}
    found = []
    for each in listed:
        whole = shell.run("show", str(each["ref"]), "--json", *vault).json
        offers = [titles[offer["session"]] for offer in whole["details"].pop("offers", [])]
        links = [(link["rel"], titles[link["ref"]]) for link in whole["links"]]
        found.append({name: whole[name] for name in SAME} | {"links": links, "offers": offers})
    return sorted(found, key=lambda each: str(each["title"]))


def test_json_lines_for_me_import_back_to_the_same_content(filled: "Shell", tmp_path: Path) -> None:
    refs = [str(each["ref"]) for each in filled.run("list", "--json").json]
    target = tmp_path / "all.jsonl"
    exported = filled.run("export", *refs, "--for", "me", "--format", "jsonl", "--to", str(target), "--plaintext")
    assert exported.code == 0
    other = str(tmp_path / "other")
    assert filled.run("init", "--vault", other, "--kdf-memory", "64").code == 0
    told = filled.run("import", str(target), "--vault", other, "--dry-run", "--json").json
    assert (told["entries"], told["imported"], told["refused"], told["notices"]) == (4, 0, [], {})
    assert contents(filled, "--vault", other) == []
    assert filled.run("import", str(target), "--vault", other).code == 0
    assert contents(filled, "--vault", other) == contents(filled)


def test_a_dry_run_lists_what_would_come_in_and_pages_that_recul_wrote_are_told_apart(
    filled: "Shell", tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "2026-11-12.md").write_text("Une note à moi\n\nCe qui s’est dit.", "utf-8")
    dry = filled.run("import", str(folder), "--dry-run")
    assert dry.err == ""
    for audience in ("me", "coach", "group"):
        target = folder / f"{audience}.md"
        assert filled.run("export", "1", "--for", audience, "--to", str(target), "--plaintext").code == 0
    dry = filled.run("import", str(folder), "--dry-run")
    assert len(dry.out.splitlines()) == 5
    assert "2026-11-12 midnight  Situation  Une note à moi" in dry.out
    assert "4 entries can be imported." in dry.out
    assert "3 files look like pages that Recul wrote" in dry.err
    assert "3 fichiers ressemblent" in filled.run("import", str(folder), "--lang", "fr").err


def test_a_broken_line_5000_imports_nothing(shell: "Shell", tmp_path: Path) -> None:
    lines = [entry(body=f"line {number}") for number in range(1, 6001)]
    lines[4999] = '{"kind": "situation", "body": '
    path = tmp_path / "broken.jsonl"
    path.write_text("\n".join(lines))
    for language, told in (("en", "Line 5000"), ("fr", "Ligne 5000")):
        done = shell.run("import", str(path), "--lang", language)
        assert (done.code, done.out) == (5, "")
        assert told in done.err
    assert shell.run("list", "--json").json == []


def test_the_sponsor_receives_validated_statements_and_nothing_else(filled: "Shell", tmp_path: Path) -> None:
    done = filled.run("export", "1", "--for", "sponsor", "--to", str(tmp_path / "x.md"), "--plaintext")
    assert done.code == 7
    assert filled.run("report", "--to", str(tmp_path / "r.md"), "--plaintext").code == 7
    assert not list(tmp_path.glob("*.md"))


def test_import_recognises_other_journals(shell: "Shell", tmp_path: Path) -> None:
    path = tmp_path / "jrnl.txt"
    path.write_text("[2026-03-04 09:15] Une réunion.\nTexte @team\n", "utf-8")
    assert shell.run("import", str(path)).code == 0
    (only,) = shell.run("list", "--json").json
    assert (only["title"], only["tags"]) == ("Une réunion.", ["team"])
    assert shell.run("import", str(path), "--from", "dayone").code == 5


def test_a_statement_leaves_only_when_its_name_was_typed_twice(filled: "Shell", tmp_path: Path) -> None:
    assert filled.run("statement", "add", "Je délègue les arbitrages", "--objective", "1").code == 4
    added = filled.run("statement", "add", "Je délègue les arbitrages", "--json").json
    ref = str(added["ref"])
    assert (added["kind"], added["state"]) == ("statement", "draft")
    target = tmp_path / "report.md"
    report = ("report", "--to", str(target), "--plaintext", "--lang", "fr")
    for typed in ("", "Claire M.\n"):
        assert filled.run("statement", "validate", ref, "--by", "Claire Martin", stdin=typed).code == 7
    assert filled.run(*report).code == 7
    assert filled.run("statement", "validate", ref, "--by", "Claire Martin", stdin="Claire Martin\n").code == 0
    differing = filled.run("statement", "validate", ref, "--by", "Claire Martin", stdin="Karim\n")
    assert (differing.code, "Nothing was changed" in differing.err) == (7, True)
    assert "Type your name again" in differing.err
    assert filled.run("show", ref, "--json").json["state"] == "validated"
    no_statement = filled.run("statement", "validate", "1", "--by", "Claire Martin", stdin="Claire Martin\n")
    assert (no_statement.code, no_statement.err) == (4, "Entry #1 is no progress statement.\n")
    assert filled.run(*report).code == 0
    written = target.read_text("utf-8")
    assert "Je délègue les arbitrages" in written
    assert "Claire Martin" in written
    assert "CODIR" not in written
    assert [line["audience"] for line in filled.run("disclosures", "--json").json] == ["sponsor"]


def test_a_practitioners_questions_come_back_in_an_age_file(filled: "Shell", tmp_path: Path) -> None:
    (tmp_path / "q.age").write_bytes(base64.b64decode(QUESTIONS))
    given = ("import", str(tmp_path / "q.age"), "--session", "4")
    assert filled.run(*given).code == 3
    for words, code in (("other words", 3), ("six words", 0)):
        (tmp_path / "secret").write_text(words)
        done = filled.run(*given, "--import-passphrase-file", str(tmp_path / "secret"))
        assert done.code == code, done.err
    assert done.out == "1 question waits for you, on Today.\n"
    (kept,) = filled.run("list", "--kind", "question", "--json").json
    assert (kept["title"], kept["state"], kept["links"]) == (
        "Qu’avez-vous vu ?", "waiting", [{"rel": "part_of", "ref": 4}]
    )  # fmt: skip
    assert filled.run(*given, "--import-passphrase-file", str(tmp_path / "secret")).code == 5, "it came in before"
    (tmp_path / "q.json").write_text('{"from": "Mme Lenoir", "questions": ["Et ensuite ?"]}')
    told = filled.run("import", str(tmp_path / "q.json"), "--session", "4", "--dry-run", "--json").json
    assert told == {"questions": 1, "session": 4, "imported": 0, "refs": [], "greetings": 0}
