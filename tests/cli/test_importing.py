"""Import from the shell: what comes in, what is said of it, what needs a yes."""

import json
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import entry, titles
from tests.importing.conftest import CASES
from tests.importing.test_hostile import BITS
from tests.importing.test_vaults import HUGO, JOPLIN, LOGSEQ, OBSIDIAN

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def test_one_bad_entry_is_named_and_holds_the_others_until_it_is_left_out(shell: "Shell") -> None:
    source = str(CASES / "recul" / "poison.jsonl")
    for language, place in (("en", "Line 1: “happened_at”"), ("fr", "Ligne 1\u00a0: «\u00a0happened_at\u00a0»")):
        done = shell.run("import", source, "--lang", language)
        assert (done.code, done.out) == (5, "")
        assert place in done.err
        assert "--skip-bad" in done.err
    dry = shell.run("import", source, "--dry-run")
    assert (dry.code, "Suivante" in dry.out, "Line 1" in dry.err) == (5, True, True)
    assert titles(shell) == []
    done = shell.run("import", source, "--skip-bad")
    assert (done.code, done.out) == (0, "1 entry imported.\n")
    assert "Line 1" in done.err
    assert titles(shell) == ["Suivante"]


def test_a_validated_statement_from_elsewhere_comes_in_as_a_draft_and_never_reaches_the_sponsor(
    shell: "Shell", tmp_path: Path
) -> None:
    done = shell.run("import", str(CASES / "recul" / "forged-statement.jsonl"))
    assert "1 statement comes in as a draft" in done.err
    (only,) = shell.run("list", "--json").json
    assert (only["kind"], only["state"]) == ("statement", "draft")
    assert shell.run("report", "--to", str(tmp_path / "r.md"), "--plaintext").code == 7


def test_several_sources_come_in_together_or_not_at_all(shell: "Shell", tmp_path: Path) -> None:
    for name in ("a", "b"):
        lines = [
            entry(ref=1, title=f"{name} un"),
            entry(ref=2, title=f"{name} deux", links=[{"rel": "about", "ref": 1}]),
        ]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    sources = [str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")]
    assert shell.run("import", *sources, str(tmp_path / "none.jsonl")).code == 4
    assert titles(shell) == []
    assert shell.run("import", *sources).out == "4 entries imported.\n"
    by_ref = {each["ref"]: each for each in shell.run("list", "--json").json}
    linked = [(each["title"], by_ref[link["ref"]]["title"]) for each in by_ref.values() for link in each["links"]]
    assert sorted(linked) == [("a deux", "a un"), ("b deux", "b un")]


def test_what_a_person_must_know_is_said_in_words_and_in_json(shell: "Shell") -> None:
    source = str(CASES / "markdown")
    dry = shell.run("import", source, "--dry-run")
    for words in (
        "3 entries have no day of their own: they get that of their file’s last change.",
        "1 title is too long and is cut",
        "1 picture stays behind.",
        "kept at the end of the text: author (1), humeur (1), personnes (1), updated (1).",
    ):
        assert words in dry.err
    assert "2026-03-02 5:21 pm   Situation  Note prise le soir." in dry.out
    told = shell.run("import", source, "--dry-run", "--json").json
    assert (told["imported"], told["notices"]["pictures"], told["fields"]["humeur"]) == (0, 1, 1)
    assert told["entries"] == len(list((CASES / "markdown").iterdir()))


def test_tags_in_the_text_are_taken_unless_somebody_says_otherwise(shell: "Shell") -> None:
    source = str(CASES / "markdown" / "signs.md")
    assert shell.run("import", source, "--no-text-tags").code == 0
    assert shell.run("import", source, "--again").code == 0
    assert sorted(each["tags"] for each in shell.run("list", "--json").json) == [[], ["codir"]]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_markdown_for_oneself_brings_titles_moments_tags_and_signs_back(
    shell: "Shell", tmp_path: Path, language: str
) -> None:
    folders = {"obsidian": OBSIDIAN, "logseq": LOGSEQ, "joplin": JOPLIN, "hugo": HUGO}
    for folder, vault in folders.items():
        for name, content in vault.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert shell.run("import", *(str(tmp_path / folder) for folder in folders)).code == 0
    refs = [str(each["ref"]) for each in shell.run("list", "--json").json]
    for name in ("before.jsonl", "page.md"):
        told = ("--for", "me", "--format", name.split(".")[1], "--to", str(tmp_path / name), "--plaintext")
        assert shell.run("export", *refs, *told, "--lang", language).code == 0
    other = ("--vault", str(tmp_path / "other"))
    assert shell.run("init", *other, "--kdf-memory", "64").code == 0
    assert shell.run("import", str(tmp_path / "page.md"), *other).code == 0
    came = [str(each["ref"]) for each in shell.run("list", "--json", *other).json]
    told = ("--for", "me", "--format", "jsonl", "--to", str(tmp_path / "after.jsonl"), "--plaintext")
    assert shell.run("export", *came, *told, *other).code == 0
    after = brought(tmp_path / "after.jsonl")
    assert len(after) == len(refs) == 12
    assert after == brought(tmp_path / "before.jsonl")


def brought(path: Path) -> list[tuple[str, datetime, list[str], list[str]]]:
    """Return what a page for its writer brings back of entries: moments to the minute, headings below their own."""
    found = []
    for each in map(json.loads, path.read_text("utf-8").splitlines()):
        moment = datetime.fromisoformat(each["happened_at"]).replace(second=0, tzinfo=None)
        body = [line.lstrip("#") for line in each.get("body", "").splitlines() if line.strip()]
        found.append((each["title"], moment, sorted(each.get("tags", ())), body))
    return sorted(found)


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("folders/dayone/photos", 5, "no file in this folder"),
        ("jrnl/encrypted.journal", 5, "jrnl --export json"),
        ("dayone/plain-text.txt", 5, "as JSON"),
    ],
)
def test_what_cannot_come_in_is_named_with_what_to_do(shell: "Shell", name: str, code: int, words: str) -> None:
    done = shell.run("import", str(CASES / name))
    assert (done.code, done.out) == (code, "")
    assert words in done.err


def test_a_text_that_says_nothing_of_itself_is_a_question_of_usage(shell: "Shell", tmp_path: Path) -> None:
    source = tmp_path / "idées.txt"
    source.write_text("Une idée", "utf-8")
    done = shell.run("import", str(source))
    assert (done.code, done.err.count("--from")) == (2, 2)
    done = shell.run("import", str(source), "--from", "jrnl-text", "--date-format", "%H:%M")
    assert (done.code, "--date-format" in done.err) == (2, True)


@pytest.mark.slow_proof
def test_hostile_sources_end_with_a_documented_code_and_what_came_in_leaves_again(
    shell: "Shell", tmp_path: Path, proof_count: Callable[[int, int], int]
) -> None:
    chance = random.Random(300)
    sources = sorted(path for path in CASES.rglob("*") if path.is_file() and path.stat().st_size)
    came = 0
    for number in range(proof_count(12, 300)):
        source = chance.choice(sources)
        mutant = bytearray(source.read_bytes())
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(mutant) + 1)
            mutant[at : at + chance.choice([0, 1, 5])] = chance.choice(BITS) * chance.choice([1, 1, 40])
        path = tmp_path / f"{number}" / source.name
        path.parent.mkdir()
        path.write_bytes(mutant)
        done = shell.run("import", str(path), "--skip-bad", "--accept-aliases", "--json")
        assert done.code in (0, 2, 5), done.err
        came += done.json["imported"] if done.code == 0 else 0
    listed = shell.run("list", "--json", "--limit", "10000").json
    assert len(listed) == came > 0
    assert shell.run("check").code == 0
    refs = [str(each["ref"]) for each in listed]
    for audience, form in (("me", "md"), ("me", "jsonl"), ("coach", "html")):
        target = tmp_path / f"{audience}.{form}"
        done = shell.run("export", *refs, "--for", audience, "--format", form, "--to", str(target), "--plaintext")
        assert done.code == 0, done.err
    other = str(tmp_path / "other")
    assert shell.run("init", "--vault", other, "--kdf-memory", "64").code == 0
    again = shell.run("import", str(tmp_path / "me.jsonl"), "--vault", other, "--json").json
    assert (again["imported"], again["refused"]) == (came, [])


def test_what_an_import_says_of_what_came_in_and_what_did_not_quotes_nothing_and_leaves_no_trace(
    shell: "Shell", tmp_path: Path, hits: Callable[[Path, str], list[Path]], caplog: pytest.LogCaptureFixture
) -> None:
    canary = "zygomorphe7f3a"
    source = tmp_path / "canary.jsonl"
    whole = {"kind": "situation", "title": canary, "body": canary, "happened_at": "2026-11-12T18:42:00+00:00"}
    bad = whole | {"happened_at": canary}
    source.write_text("".join(json.dumps(each) + "\n" for each in (whole, bad)), "utf-8")
    refused = shell.run("import", str(source))
    assert refused.code != 0
    assert canary not in (refused.err + refused.out).replace(str(source), "")
    source.write_text(json.dumps(whole) + "\n", "utf-8")
    taken = shell.run("import", str(source))
    assert taken.code == 0, taken.err
    assert canary not in (taken.err + taken.out).replace(str(source), "")
    source.unlink()
    assert canary not in caplog.text
    assert hits(tmp_path, canary) == []
