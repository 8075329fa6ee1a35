"""Everything that keeps the wall tight can be done without the app: words, people, recipients, statements, register."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

KEY = "age1" + "q" * 58


def remaining(shell: "Shell", *refs: str) -> list[str]:
    told = shell.run("export", *refs, "--for", "coach", "--dry-run", "--json").json
    return [each["words"] for each in told["remainders"]]


@pytest.fixture
def written(shell: "Shell") -> "Shell":
    shell.log("J’ai vu Nadia chez Orion.\nnadia@orion.fr ou 06 12 34 56 78")
    shell.log("Nadia encore, sans Orion.")
    return shell


def test_words_that_may_tell_too_much_are_settled_one_by_one(written: "Shell") -> None:
    assert remaining(written, "1") == ["Nadia", "Orion", "nadia@orion.fr", "06 12 34 56 78"]
    assert written.run("people", "add", "Nadia", "--alias", "N-1 C").code == 0
    assert written.run("people", "replace", "06 12 34 56 78", "--by", "son numéro", "--in", "1").code == 0
    assert written.run("people", "keep", "Orion").code == 0
    done = written.run("export", "1", "--for", "coach", "--dry-run")
    assert done.err == "Meant for fewer readers until now: #1\n"
    assert "J’ai vu N-1 C chez Orion." in done.out
    assert "N-1 C ou son numéro" in done.out
    assert remaining(written, "2") == []


def test_listed_words_are_pointed_out_until_they_are_listed_no_longer(written: "Shell") -> None:
    assert written.run("people", "keep", "Nadia").code == 0
    assert written.run("people", "watch", "sans", "Orion").out == "sans\nOrion\n"
    assert remaining(written, "2") == ["sans", "Orion"]
    assert written.run("people", "watch", "sans", "--no-longer").out == "Orion\n"
    assert remaining(written, "2") == ["Orion"]


def test_a_forgotten_name_leaves_as_it_is_written(written: "Shell") -> None:
    assert written.run("people", "forget", "Nadia").code == 4
    assert written.run("people", "add", "Nadia", "--alias", "N-1 C").code == 0
    assert written.run("people", "forget", "Nadia").code == 0
    assert "Nadia" in written.run("export", "2", "--for", "coach", "--dry-run").out
    assert written.run("people", "keep", " ").code == 2


def test_an_open_form_that_a_recipient_prefers_leaves_closed_unless_it_is_said(
    written: "Shell", tmp_path: Path
) -> None:
    assert written.run("recipients", "add", "Mme Lenoir", "--format", "html", "--protect", "none").code == 0
    given = ("export", "1", "--for", "coach", "--recipient", "Mme Lenoir", "--to")
    shut, word = tmp_path / "a.html", tmp_path / "word"
    done = written.run(*given, str(shut))
    assert (done.code, len(done.out.splitlines()[1].split("-"))) == (0, 6)
    assert "--plaintext lets it leave open" in done.err
    text = written.run(*given, str(tmp_path / "a.md"))
    assert text.code == 0
    assert (tmp_path / "a.md").read_bytes().startswith(b"age-encryption.org/")
    word.write_text("six mots bien à elle\n", "utf-8")
    one_off = ("export", "1", "--export-passphrase-file", str(word), "--to", str(tmp_path / "b.html"))
    assert len(written.run(*one_off).out.splitlines()) == 1, "no passphrase is made where one was given"
    for said in (("--plaintext",), ("--protect", "none", "--plaintext")):
        assert written.run(*given, str(tmp_path / "open.html"), "--force", *said).code == 0
    assert written.run(*given, str(tmp_path / "no.html"), "--protect", "none").code == 7
    left = [each["protection"] for each in written.run("disclosures", "--json").json]
    assert sorted(left) == ["age", "html", "html", "none", "none"]
    assert "Nadia" not in shut.read_text("utf-8")
    assert "J’ai vu" not in shut.read_text("utf-8") + (tmp_path / "b.html").read_text("utf-8")
    assert "J’ai vu" in (tmp_path / "open.html").read_text("utf-8")


def test_a_recipient_is_kept_used_and_forgotten(written: "Shell", tmp_path: Path) -> None:
    assert written.run("recipients", "add", "Mme Lenoir", "--age-key", "age1none").code == 2
    assert written.run("recipients", "add", "Mme Lenoir", "--format", "docx", "--protect", "pdf").code == 2
    assert written.run("recipients", "add", "Mme Lenoir", "--format", "docx", "--age-key", KEY).code == 0
    (kept,) = written.run("recipients", "--json").json
    assert (kept["audience"], kept["protection"], kept["age_key"]) == ("coach", "age", KEY)
    assert written.run("recipients", "add", "Mme Lenoir", "--format", "html", "--protect", "none").code == 0
    to = str(tmp_path / "a.html")
    sent = written.run("export", "1", "--for", "coach", "--recipient", "Mme Lenoir", "--to", to, "--plaintext")
    assert sent.code == 0
    assert written.run("recipients", "forget", "Mme Lenoir").code == 0
    assert written.run("recipients", "forget", "Mme Lenoir").code == 4
    (known,) = written.run("disclosures", "--knows", "mme lenoir", "--json").json
    assert known["ref"] == 1
    assert "#1" in written.run("disclosures", "--knows", "Mme Lenoir").out
    assert written.run("disclosures", "--knows", "Nobody", "--json").code == 4


def test_the_register_is_searched_and_tells_where_an_entry_went(written: "Shell", tmp_path: Path) -> None:
    for name, refs in (("a.md", ("1",)), ("b.md", ("1", "2"))):
        to = str(tmp_path / name)
        assert written.run("export", *refs, "--for", "group", "--to", to, "--plaintext").code == 0
    assert [each["file"] for each in written.run("disclosures", "--entry", "2", "--json").json] == ["b.md"]
    assert [each["file"] for each in written.run("disclosures", "a.md", "--json").json] == ["a.md"]
    assert written.run("disclosures", "nothing", "--json").json == []


def test_a_statement_is_reworded_and_taken_back(shell: "Shell", tmp_path: Path) -> None:
    assert shell.run("statement", "add", "Je délègue le planning.").code == 0
    given = shell.passphrase_file.read_text()
    assert given
    assert shell.run("statement", "validate", "1", "--by", "Claire", stdin="Claire\n").code == 0
    assert "as it was" in shell.run("statement", "reword", "1", "Je délègue le planning.").out
    assert "draft again" in shell.run("statement", "reword", "1", "Je delègue le planning.").out
    refused = shell.run("report", "--to", str(tmp_path / "r.md"), "--plaintext")
    assert (refused.code, refused.err) == (7, "No progress statement is validated for this report. Nothing left.\n")
    assert shell.run("statement", "validate", "1", "--by", "Claire", stdin="Claire\n").code == 0
    shown = shell.run("report", "--dry-run")
    assert "Je delègue le planning." in shown.out
    assert shell.run("disclosures", "--json").json == []
    assert shell.run("statement", "unvalidate", "1").code == 0
    assert shell.run("report", "--to", str(tmp_path / "r.md"), "--plaintext").code == 7
    assert shell.run("statement", "reword", "99", "x").code == 4


def test_a_new_alias_keeps_the_other_forms_of_a_name(shell: "Shell") -> None:
    shell.log("Bobby and Rob were late.")
    assert shell.run("people", "add", "Robert Smith", "--alias", "Peer 1", "--form", "Bobby").code == 0
    assert shell.run("people", "add", "robert smith", "--alias", "Peer 2", "--form", "Rob").code == 0
    (person,) = shell.run("people", "--json").json
    assert person == {"name": "Robert Smith", "alias": "Peer 2", "forms": ["Bobby", "Rob"], "gender": ""}
    assert "Peer 2 and Peer 2 were late." in shell.run("export", "1", "--for", "coach", "--dry-run").out
    assert shell.run("people", "add", "Robert Smith", "--alias", "Peer 2", "--no-form", "Bobby").code == 0
    assert shell.run("people", "--json").json[0]["forms"] == ["Rob"]


def test_an_alias_is_one_persons_and_nobodys_name(shell: "Shell") -> None:
    assert shell.run("people", "add", "Paul Durand", "--alias", "N-1 A").code == 0
    for name, alias in (("Zoé", "n-1 a"), ("Zoé", "Zoe"), ("Zoé", "paul"), ("Zoé", "mon ami Paul"), ("N-1 A", "P9")):
        refused = shell.run("people", "add", name, "--alias", alias)
        assert (refused.code, refused.out) == (7, ""), (name, alias)
        assert len(refused.err.splitlines()) == 1
    assert shell.run("people", "replace", "Orion", "--by", "Paul’s project").code == 7
    assert [each["name"] for each in shell.run("people", "--json").json] == ["Paul Durand"]
    french = shell.run("people", "add", "Zoé", "--alias", "N-1 A", "--lang", "fr")
    assert "un pseudonyme, une personne" in french.err
    assert shell.run("people", "add", "Paul Durand", "--alias", "N-1 A", "--form", "Paulo").code == 0


def test_what_is_empty_is_named(shell: "Shell") -> None:
    assert "name is empty" in shell.run("people", "add", "", "--alias", "X").err
    assert "alias is empty" in shell.run("people", "add", "X", "--alias", " ").err
    assert "words are empty" in shell.run("people", "keep", " ").err


def test_a_recipient_receives_only_as_whom_they_are_kept(written: "Shell", tmp_path: Path) -> None:
    assert written.run("recipients", "add", "Claire", "--format", "md", "--protect", "none").code == 0
    target = tmp_path / "a.md"
    asked = ("export", "1", "--recipient", "Claire", "--to", str(target), "--plaintext")
    for audience in ("group", "me"):
        refused = written.run(*asked, "--for", audience)
        assert (refused.code, "another audience" in refused.err) == (7, True)
    assert not target.exists()
    assert written.run(*asked, "--for", "coach").code == 0


def test_real_names_that_leave_are_told(written: "Shell", tmp_path: Path) -> None:
    asked = ("export", "1", "--for", "coach", "--names", "real")
    assert "Real names leave" in written.run(*asked, "--dry-run").err
    assert "Real names leave" in written.run(*asked, "--to", str(tmp_path / "a.md"), "--plaintext").err
    assert "Real names" not in written.run("export", "1", "--dry-run").err


def test_a_name_of_a_file_tells_its_form_and_nothing_else(written: "Shell", tmp_path: Path) -> None:
    def export(name: str, *others: str) -> tuple[int, str]:
        done = written.run("export", "1", "--to", str(tmp_path / name), "--plaintext", *others)
        return done.code, done.err

    assert export("lie.docx", "--format", "pdf")[0] == 2
    assert export("x.weird")[0] == 2
    assert ".docx" in export("x")[1]
    code, told = export("x" * 300 + ".md")
    assert (code, "too long" in told) == (7, True)
    code, told = export("nowhere/x.md")
    assert (code, told.startswith("There is no folder")) == (4, True)
    assert not [*tmp_path.glob("x*"), *tmp_path.glob("lie*")]
    assert export("x.weird", "--format", "md")[0] == 0


def test_somebody_unknown_is_told_apart_from_nothing_found(written: "Shell") -> None:
    assert written.run("people", "add", "Nadia Roux", "--alias", "N-1 C", "--form", "Nad").code == 0
    assert [written.run("list", "--person", name).code for name in ("nadia roux", "Nad", "Ghost")] == [0, 0, 4]
    assert written.run("search", "chez", "--person", "Ghost").code == 4
    assert written.run("list", "--person", "boss").code == 4
    assert written.run("people", "add", "Hélène Marchal", "--alias", "my boss").code == 0
    assert written.run("list", "--person", "boss").code == 0
    assert written.run("disclosures", "--knows", "Ghost").code == 4
    assert written.run("recipients", "add", "Claire").code == 0
    assert written.run("disclosures", "--knows", "claire").code == 0


def test_a_word_is_watched_once_whatever_its_capitals(written: "Shell") -> None:
    assert written.run("people", "watch", "Acme", "acme").out == "Acme\n"
    assert written.run("people", "watch", "ACME", "--no-longer").out == ""


def test_a_key_is_shortened_for_people_and_whole_for_programs(written: "Shell", tmp_path: Path) -> None:
    from pyrage import x25519

    key = str(x25519.Identity.generate().to_public())
    asked = ("export", "1", "--for", "coach", "--recipient", key, "--to", str(tmp_path / "a.md.age"))
    assert written.run(*asked).code == 0
    shown = written.run("disclosures").out
    assert key not in shown
    assert f"{key[:10]}…{key[-4:]}" in shown
    assert written.run("disclosures", "--json").json[0]["recipient"] == key


def test_a_listed_name_is_cleaned_and_replaced_however_it_was_typed(shell: "Shell") -> None:
    shell.log("vu Gourvennec hier")
    done = shell.run("people", "add", "Nadia Gour\u00advennec", "--alias", "Omega", "--form", "\u200b")
    assert done.code == 2
    assert shell.run("people", "add", "Nadia Gour\u00advennec", "--alias", "Omega").out == (
        "Nadia Gourvennec is “Omega” outside.\n"
    )
    done = shell.run("export", "1", "--for", "coach", "--dry-run")
    assert "vu Omega hier" in done.out
    assert done.err == "Meant for fewer readers until now: #1\n"
    assert shell.run("people", "add", "\u00ad", "--alias", "x").code == 2


def test_a_reader_who_is_named_in_what_leaves_is_told_apart_from_it(shell: "Shell") -> None:
    shell.log("Lucie a parlé pour moi.")
    assert shell.run("recipients", "add", "Lucie Vernet", "--for", "coach").code == 0
    assert shell.run("people", "add", "Lucie Vernet", "--alias", "une collègue").code == 0
    done = shell.run("export", "1", "--for", "coach", "--dry-run")
    assert "Lucie Vernet will read this and is named in it." in done.err
    assert "Vernet" not in done.out
    assert shell.run("export", "1", "--for", "coach", "--dry-run", "--json").json["readers"] == ["Lucie Vernet"]
    assert "Lucie" not in shell.run("export", "1", "--for", "group", "--dry-run").err


def test_a_tag_stays_at_home(shell: "Shell") -> None:
    assert shell.run("log", "--tag", "orion", "--tag", "budget", "une phrase").code == 0
    assert shell.run("people", "watch", "Orion").code == 0
    assert remaining(shell, "1") == ["orion"]
    assert shell.run("people", "omit", "Orion", "--in", "1").out == "The tag “Orion” stays here.\n"
    assert remaining(shell, "1") == []
    told = shell.run("export", "1", "--for", "coach", "--dry-run", "--json").json
    assert told["document"]["items"][0]["tags"] == ["budget"]


def test_a_case_without_a_question_is_said_to_leave_so_and_leaves(shell: "Shell", tmp_path: Path) -> None:
    source, target = tmp_path / "case.jsonl", tmp_path / "PERSONNEL.md"
    source.write_text('{"kind": "case", "title": "Un cas", "body": "", "happened_at": "2026-11-12T18:42:00+00:00"}\n')
    assert shell.run("import", str(source)).code == 0
    left = shell.run("export", "1", "--for", "group", "--to", str(target), "--plaintext")
    assert left.code == 0
    assert "leaves without a question" in left.err
    assert "stays in the group" in target.read_text()


def test_a_signature_is_kept_with_a_recipient_and_stands_on_what_they_read(written: "Shell", tmp_path: Path) -> None:
    target = tmp_path / "PERSONNEL.md"
    signed = ("recipients", "add", "Mme Lenoir", "--signature", "le code bleu", "--format", "md", "--protect", "none")
    assert written.run(*signed).code == 0
    asked = ("export", "2", "--for", "coach", "--recipient", "Mme Lenoir", "--to", str(target), "--plaintext")
    assert written.run(*asked).code == 0
    assert "le code bleu" in target.read_text()
