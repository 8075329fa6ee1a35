"""Export from the shell: only what was chosen leaves, where and how it was said, and the register tells it."""

import errno
import os
import zipfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.sharing.rendering.formats import names
from tests.cli.conftest import entry

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


def unpacked(target: Path) -> bytes:
    """Return what a file holds, also in an archive."""
    if target.suffix == ".docx":
        with zipfile.ZipFile(target) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return target.read_bytes()


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


def test_an_unknown_recipient_is_refused(filled: "Shell", tmp_path: Path) -> None:
    done = filled.run("export", "1", "--for", "coach", "--recipient", "Nobody", "--to", str(tmp_path / "x.md"))
    assert done.code == 2


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
