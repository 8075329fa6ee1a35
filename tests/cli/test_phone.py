"""`recul phone`: a page is written, listed and ended, and what it seals is taken in and told, in both languages."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sharing.phone_sealing import Sealer

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


@pytest.fixture
def sealer(shell: "Shell", tmp_path: Path) -> Sealer:
    """Return what a page that was written here holds."""
    return Sealer.of(Path(shell.run("phone", str(tmp_path), "--json").json["file"]))


@pytest.mark.parametrize(
    ("language", "name", "wish"),
    [
        ("fr", "PERSONNEL-recul-telephone.html", "couloir"),
        ("en", "PERSONAL-recul-phone.html", "corridor"),
    ],
)
def test_a_page_carries_the_word_in_its_name_and_is_listed_until_it_ends(
    shell: "Shell", tmp_path: Path, language: str, name: str, wish: str
) -> None:
    told = shell.run("phone", str(tmp_path), "--json", "--lang", language).json
    assert told["file"] == str(tmp_path / name)
    assert len(told["words"].split()) == 4
    assert told["words"] in (tmp_path / name).read_text("utf-8")
    second = shell.run("phone", str(tmp_path), "--json", "--lang", language).json
    assert second["file"] == str(tmp_path / name.replace(".html", "-2.html")), "nothing is written over"
    refused = shell.run("phone", str(tmp_path / name), "--lang", language)
    assert (refused.code, shell.run("phone", str(tmp_path / name), "--force", "--lang", language).code) == (7, 0)
    own = shell.run("phone", str(tmp_path / wish), "--json", "--lang", language).json
    assert own["file"] == str(tmp_path / f"{name.partition('-')[0]}-{wish}.html")
    listed = shell.run("phone", "--list", "--json").json
    assert told["words"] in [each["words"] for each in listed]
    number = next(each["number"] for each in listed if each["words"] == told["words"])
    assert shell.run("phone", "--end", str(number)).code == 0
    ended = shell.run("phone", "--list", "--json").json
    assert [each["number"] for each in ended if each["ended_at"]] == [number]
    assert shell.run("phone", "--end", "99").code == 4
    assert told["words"] in shell.run("phone", "--list").out


def test_a_note_is_taken_in_by_its_file_and_by_import_once(shell: "Shell", sealer: Sealer, tmp_path: Path) -> None:
    note = tmp_path / "recul-note-1.txt"
    note.write_text(sealer.note(1, "Le hall\nTout le monde a vu."), "utf-8")
    assert "1 note from the phone waits" in shell.run("import", str(note)).out
    again = shell.run("phone", "--take", str(note))
    assert (again.code, "came in before" in again.err) == (5, True)
    assert [(each["ref"], each["title"]) for each in shell.run("list", "--json").json] == [(1, "Le hall")]
    note.write_text(sealer.note(2, "Le couloir", heat={"before": "7", "facts": "Il est sorti."}), "utf-8")
    shell.run("phone", "--take", str(note))
    shown = shell.run("show", "2").out
    assert "Taken outside the app; not looked at yet." in shown
    assert "7/10" in shown
    assert shown.rstrip().endswith("Il est sorti.")
    mail = tmp_path / "a.eml"
    mail.write_bytes("Subject: Le couloir\nContent-Type: text/plain; charset=utf-8\n\nIl est passé.\n".encode())
    assert "not sealed" in shell.run("phone", "--take", str(mail)).out


def test_a_folder_is_looked_into_at_each_opening_and_what_stays_closed_is_told_once(
    shell: "Shell", sealer: Sealer, tmp_path: Path
) -> None:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    assert str(folder) in shell.bare("phone", "--watch", str(folder)).out
    assert shell.bare("phone", "--watch", str(tmp_path / "gone")).code == 4
    (folder / "recul-note-1.txt").write_text(sealer.note(1, "Un"), "utf-8")
    (folder / "recul-note-2.txt").write_text(sealer.note(2, "Deux")[:300], "utf-8")
    told = shell.run("list", "--lang", "fr")
    assert "1 note du téléphone vous attend" in told.err.replace("\u00a0", " ")
    assert "recul-note-2.txt: Cette note est coupée" in told.err
    assert "Un" in told.out
    assert "recul-note" not in shell.run("list").err
    assert "No folder" in shell.bare("phone", "--unwatch", str(folder)).out
    assert {each.name for each in folder.iterdir()} == {"recul-note-1.txt", "recul-note-2.txt"}
