"""Export and import from the shell: only what was chosen leaves, and it comes back as it was."""

import base64
import errno
import json
import os
import zipfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.sharing.rendering.formats import names

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

SAME = ("kind", "title", "happened_at", "tags", "people", "patterns", "audience", "state", "details", "body")

# "Qu’avez-vous vu ?" closed by age with the passphrase "six words", each guess of which costs nothing (2⁴ rounds).
QUESTIONS = (
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBWWndpOUlTbmdQYW5mS3NJZVZwWUd3IDQKV0QydXA0bWhyZ3l4K0NXbThE"
    "ZTE2NjZzT29mYlp0c0ZIV1BVNnRkR1JnVQotLS0gUjlqUzlZY1hNeFQ4WGVzUGszOFc4TENYcURPUTNqcitvcGo1aUV5SHVGOAqM"
    "oyEYwYKlftEs03DLYSu2GPSPWYVFBCGINKjA69elrfid8R22SOWm8Ov7O+UJoP88K44e"
)


def entry(**fields: object) -> str:
    return json.dumps({"kind": "situation"} | fields, ensure_ascii=False)


@pytest.fixture
def filled(shell: "Shell", tmp_path: Path) -> "Shell":
    """A journal with three situations, a case that brings one of them, and a session further down."""
    lines = [
        entry(ref=1, title="Le « CODIR »", body="Karim a dit 'non' 😀\n\n- un\n- deux", tags=["a b"], people=["Karim"],
              patterns=["posture"], happened_at="2026-03-04T05:06:07+09:00", details={"intensity": 7}),
        entry(ref=2, title="Deux", body="canary-two", audience="group"),
        entry(ref=5, kind="case", title="Cas", body="Un cas", links=[{"rel": "about", "ref": 1}],
              details={"facts": "Des faits", "offers": [{"kind": "angle", "text": "Et si…", "session": 9}]}),
        entry(ref=9, kind="session", title="Séance", body="", links=[{"rel": "brings", "ref": 5}]),
    ]  # fmt: skip
    path = tmp_path / "filled.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    assert shell.run("import", str(path)).code == 0
    return shell


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
    assert "2026-11-12 00:00  Situation  Une note à moi" in dry.out
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


def test_the_dry_run_shows_what_would_leave_and_writes_nothing(filled: "Shell") -> None:
    assert filled.run("people", "add", "Karim", "--alias", "N-1 A").code == 0
    before = filled.run("disclosures", "--json").json
    done = filled.run("export", "1", "--for", "coach", "--dry-run")
    assert done.code == 0
    assert "N-1 A" in done.out
    assert "Karim" not in done.out
    assert "canary-two" not in done.out
    assert filled.run("disclosures", "--json").json == before == []


def test_only_the_chosen_entries_leave_and_the_register_tells_it(filled: "Shell", tmp_path: Path) -> None:
    target = tmp_path / "chosen.md"
    assert filled.run("export", "1", "3", "--for", "group", "--to", str(target), "--plaintext").code == 0
    assert b"canary-two" not in target.read_bytes()
    (line,) = filled.run("disclosures", "--json").json
    assert (line["audience"], line["refs"], line["file"]) == ("group", [1, 3], "chosen.md")
    assert "chosen.md" in filled.run("disclosures").out


def test_readable_files_need_a_confirmation(filled: "Shell", tmp_path: Path) -> None:
    done = filled.run("export", "1", "--to", str(tmp_path / "x.md"))
    assert done.code == 7
    assert "--plaintext" in done.err
    assert not (tmp_path / "x.md").exists()
    assert filled.run("disclosures", "--json").json == []


def test_targets_that_are_there_are_left_as_they_are(filled: "Shell", tmp_path: Path) -> None:
    existing = tmp_path / "existing.md"
    existing.write_text("mine")
    targets = [existing, tmp_path]
    if os.name == "posix":
        link = tmp_path / "link.md"
        link.symlink_to(existing)
        targets.append(link)
    for target in targets:
        done = filled.run("export", "1", "--to", str(target), "--plaintext")
        assert done.code == 7
        assert done.err.count("\n") >= 1
    assert existing.read_text() == "mine"
    assert filled.run("disclosures", "--json").json == []
    assert filled.run("export", "1", "--to", str(existing), "--plaintext", "--force").code == 0
    assert "CODIR" in existing.read_text("utf-8")
    assert filled.run("export", "1", "--to", str(tmp_path / "no" / "where.md"), "--plaintext").code == 4


@pytest.mark.parametrize("name", ["../x.md", "con.md", "LPT1.pdf", "x" * 300 + ".md", "a?.md", "pipe.md"])
def test_names_that_lead_elsewhere_are_refused_with_their_code(filled: "Shell", tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    if name == "pipe.md":
        if os.name == "nt":
            pytest.skip("named pipes of POSIX")
        os.mkfifo(folder / name)
    before = sorted(path.name for path in folder.iterdir())
    done = filled.run("export", "1", "--to", str(folder / name), "--plaintext", "--force")
    assert (done.code, done.out) == (7, "")
    assert "Traceback" not in done.err
    assert sorted(path.name for path in folder.iterdir()) == before
    assert not (tmp_path / "x.md").exists()
    assert filled.run("disclosures", "--json").json == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EFBIG])
def test_a_disk_that_refuses_is_told_with_its_code(
    filled: "Shell", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    from journal.sharing import writing

    def refused(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing, "write_new", refused)
    existing = tmp_path / "x.md"
    existing.write_text("mine")
    done = filled.run("export", "1", "--to", str(existing), "--plaintext", "--force")
    assert (done.code, done.out) == (9, "")
    assert existing.read_text() == "mine"
    assert filled.run("disclosures", "--json").json == []


def test_the_sponsor_receives_validated_statements_and_nothing_else(filled: "Shell", tmp_path: Path) -> None:
    done = filled.run("export", "1", "--for", "sponsor", "--to", str(tmp_path / "x.md"), "--plaintext")
    assert done.code == 7
    assert filled.run("report", "--to", str(tmp_path / "r.md"), "--plaintext").code == 7
    assert not list(tmp_path.glob("*.md"))


def test_an_unknown_recipient_is_refused(filled: "Shell", tmp_path: Path) -> None:
    done = filled.run("export", "1", "--for", "coach", "--recipient", "Nobody", "--to", str(tmp_path / "x.md"))
    assert done.code == 2


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


def test_a_protected_file_gets_a_passphrase_of_six_words_shown_once(filled: "Shell", tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = filled.run("export", "2", "--for", "coach", "--protect", "html", "--to", str(page), "--json")
    assert done.code == 0
    assert len(done.json["passphrase"].split("-")) == 6
    assert b"canary-two" not in page.read_bytes()
    beside = filled.run("export", "2", "--for", "coach", "--protect", "html", "--to", str(tmp_path / "2.html"))
    assert "For the mail: Here is the document" in beside.err
    assert "You can write a question back in the page itself" in beside.err
    assert beside.out.splitlines()[1] not in beside.err, "its passphrase goes another way"
    mine = filled.run("export", "2", "--protect", "html", "--to", str(tmp_path / "3.html"))
    assert "For the mail" not in mine.err
    unfit = filled.run("export", "2", "--for", "coach", "--protect", "pdf", "--to", str(tmp_path / "x.docx"))
    assert (unfit.code, unfit.out) == (2, "")
    assert not (tmp_path / "x.docx").exists()


def test_the_passphrase_of_an_export_can_come_from_a_file(filled: "Shell", tmp_path: Path) -> None:
    import pikepdf

    secret = tmp_path / "secret"
    secret.write_text("six mots bien à elle\n", "utf-8")
    target = tmp_path / "x.pdf"
    given = ("export", "2", "--for", "coach", "--protect", "pdf", "--export-passphrase-file", str(secret))
    done = filled.run(*given, "--to", str(target))
    assert done.code == 0
    assert "six mots" not in done.out + done.err
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password="six mots bien à elle") as pdf:
        assert len(pdf.pages) == 1


def test_signs_that_a_pdf_cannot_show_are_named_and_it_leaves_all_the_same(filled: "Shell", tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    done = filled.run("export", "1", "--to", str(target), "--plaintext")
    assert done.code == 0
    assert "😀" in done.err
    assert target.read_bytes().startswith(b"%PDF")
    told = filled.run("export", "1", "--to", str(tmp_path / "x.html"), "--plaintext")
    assert "😀" not in told.err


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


def unpacked(target: Path) -> bytes:
    """Return what a file holds, also in an archive."""
    if target.suffix == ".docx":
        with zipfile.ZipFile(target) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return target.read_bytes()


def test_an_aide_memoire_leaves_only_with_its_own_option_and_to_oneself(shell: "Shell", tmp_path: Path) -> None:
    canary = "canary-of-another"
    lines = tmp_path / "in.jsonl"
    lines.write_text(
        entry(
            ref=1, kind="session", title="S",
            details={"evening": {"aside": canary, "turn": "Olivier", "promises": [{"text": canary, "by": "Olga"}]}},
        )
        + "\n"
        + entry(
            ref=2, kind="engagement", title="G", state="development",
            details={"form": "group", "voices": [{"by": "Olga", "text": canary}]},
        ),
        "utf-8",
    )  # fmt: skip
    assert shell.run("import", str(lines)).code == 0
    for number, (audience, form) in enumerate(product(("me", "coach", "group"), names())):
        target = tmp_path / f"all-{number}.{form}"
        assert shell.run("export", "1", "2", "--for", audience, "--to", str(target), "--plaintext").code == 0
        assert canary.encode() not in unpacked(target)
        told = shell.run("export", "1", "2", "--for", audience, "--format", form, "--dry-run")
        assert (told.code, canary in told.out + told.err) == (0, False)
    for number, (form, more, leaves) in enumerate(
        [("jsonl", (), False), ("jsonl", ("--with-asides",), True), ("md", ("--with-asides",), False)]
    ):
        target = tmp_path / f"{number}.{form}"
        done = shell.run("export", "1", "--to", str(target), "--plaintext", *more)
        assert done.code == 0
        assert (canary in target.read_text("utf-8")) is leaves
    for audience in ("coach", "group", "sponsor"):
        target = tmp_path / f"{audience}.jsonl"
        refused = shell.run("export", "1", "--for", audience, "--to", str(target), "--plaintext", "--with-asides")
        assert refused.code == 2
        assert not target.exists()
