"""Answers of a reader come in by the shell: known by their mark wherever they stand, or refused for what they are."""

from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.sharing import way_back
from journal.sharing.protecting.html_page import Answering
from tests.sharing.sealing import block, sealed

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


@pytest.fixture
def answering(shell: "Shell", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Return what the locked page of a departure answers with."""
    made: list[way_back.WayBack] = []
    make = way_back.made
    monkeypatch.setattr(way_back, "made", lambda *given: made.append(make(*given)) or made[-1])
    shell.log("Le CODIR a repoussé le projet")
    (tmp_path / "words").write_text("six mots")
    words = ("--export-passphrase-file", str(tmp_path / "words"))
    left = ("--to", str(tmp_path / "PERSONNEL.html"), "--protect", "html", "--format", "html", *words)
    done = shell.run("export", "1", "--for", "coach", *left)
    assert done.code == 0, done.err
    return made[0].answering


def in_a_mail(text: str, how: str) -> bytes:
    """Return a mail that carries a block: in its words, as a page, or attached."""
    mail = EmailMessage()
    mail["From"] = "Mme Lenoir <lenoir@example.org>"
    if how == "page":
        mail.set_content("<p>Bonjour,</p><div>" + text.replace("\n", "<br>") + "</div>", subtype="html")
    else:
        mail.set_content(
            f"Bonjour,\n\n{text}" if how == "words" else "Bonjour, voir la pièce jointe.", cte="quoted-printable"
        )
    if how == "attached":
        mail.add_attachment(text.encode(), maintype="text", subtype="plain", filename="recul-reponse.txt")
    return mail.as_bytes()


@pytest.mark.parametrize("how", ["words", "page", "attached", "file"])
def test_a_sealed_answer_is_known_by_its_mark_wherever_it_stands(
    shell: "Shell", tmp_path: Path, answering: Answering, how: str
) -> None:
    text = block(sealed(answering, [(answering.marks[0], "Qu’avez-vous vu ?"), ("", "À mardi")]))
    path = tmp_path / ("a.txt" if how == "file" else "a.eml")
    path.write_bytes(text.encode() if how == "file" else in_a_mail(text, how))
    done = shell.run("import", str(path))
    assert (done.code, done.out) == (0, "1 question waits for you, on Today.\n"), done.err
    (kept,) = shell.run("list", "--kind", "question", "--json").json
    assert (kept["title"], kept["links"]) == ("Qu’avez-vous vu ?", [{"rel": "about", "ref": 1}])
    assert "Questions in return that wait" in shell.run("next").out
    shell.run("export", str(kept["ref"]), "--for", "me", "--to", str(tmp_path / "me.jsonl"), "--plaintext")
    copied = (tmp_path / "me.jsonl").read_text("utf-8").replace("Qu’avez-vous vu ?", "Et puis ?")
    (tmp_path / "other.jsonl").write_text(copied, "utf-8")
    assert shell.run("import", str(tmp_path / "other.jsonl")).code == 0
    (other,) = (each for each in shell.run("list", "--kind", "question", "--json").json if each["title"] == "Et puis ?")
    assert (kept["details"]["disclosure"], other["details"]["disclosure"]) == (1, None)
    for language, words in (("en", "All of this came in before."), ("fr", "Tout ceci est déjà entré.")):
        done = shell.run("import", str(path), "--lang", language)
        assert (done.code, done.out) == (5, "")
        assert words in done.err


@pytest.mark.parametrize("how", ["words", "page"])
def test_a_line_that_asks_and_reads_like_a_greeting_is_counted_and_shown(
    shell: "Shell", tmp_path: Path, how: str
) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(in_a_mail("Comment allez-vous ?\nQu’avez-vous vu ce matin-là ?\nMerci", how))
    seen = shell.run("import", str(path), "--dry-run")
    assert seen.out.splitlines()[-2:] == [
        "1 line with a question mark reads like a greeting and stays out:", "Comment allez-vous ?",
    ], seen.out  # fmt: skip
    assert shell.run("import", str(path), "--dry-run", "--json").json["greetings"] == 1
    done = shell.run("import", str(path), "--lang", "fr")
    assert "1 ligne avec un point d’interrogation a l’air d’une formule de politesse" in done.out
    assert "Comment allez-vous ?" in done.out


def test_what_is_no_answer_of_ours_is_refused_in_both_languages(
    shell: "Shell", tmp_path: Path, answering: Answering
) -> None:
    good, path = block(sealed(answering, [("", "Une ?")])), tmp_path / "a.txt"
    for text, english, french in (
        (good[: len(good) // 2], "end of this answer is missing", "fin de cette réponse manque"),
        (good.replace(good[180:184], "AAAA"), "changed on its way", "altérée en route"),
        (block(b"x" * 400), "no document that left", "aucun document parti"),
    ):
        path.write_text(text, "utf-8")
        for language, words in (("en", english), ("fr", french)):
            done = shell.run("import", str(path), "--lang", language)
            assert (done.code, done.out) == (5, "")
            assert words in done.err
    assert shell.run("list", "--kind", "question", "--json").json == []
