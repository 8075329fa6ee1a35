"""A file is written whole or not at all, over nothing that was there, through no link."""

import errno
import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal.errors import FileMissing, FolderMissing
from journal.errors.refusals import TargetExists, UnsafeName, UnsafeTarget
from journal.errors.storage import AccessDenied, DiskFull, FolderClosed, ReadOnlyDisk, StorageFailed
from journal.model.audience import Audience
from journal.sharing.writing import default_name, slug, write

POSIX = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    former = os.umask(0)
    try:
        write(b"x", tmp_path / "a.md")
    finally:
        os.umask(former)
    assert (tmp_path / "a.md").read_bytes() == b"x"
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o600
    assert names(tmp_path) == ["a.md"]


def test_an_existing_file_is_left_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"mine")
    with pytest.raises(TargetExists) as refused:
        write(b"x", tmp_path / "a.md")
    assert refused.value.exit_code == 7
    assert (tmp_path / "a.md").read_bytes() == b"mine"
    write(b"x", tmp_path / "a.md", force=True)
    assert (tmp_path / "a.md").read_bytes() == b"x"
    assert names(tmp_path) == ["a.md"]


@POSIX
@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("kind", ["link", "dangling", "pipe", "folder", "device"])
def test_anything_but_a_plain_file_is_left_alone(tmp_path: Path, kind: str, force: bool) -> None:
    target, other = tmp_path / "a.md", tmp_path / "other"
    if kind == "link":
        other.write_bytes(b"mine")
        target.symlink_to(other)
    elif kind == "dangling":
        target.symlink_to(other)
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    else:
        target = Path(os.devnull)
    before = names(tmp_path)
    with pytest.raises(UnsafeTarget):
        write(b"x", target, force=force)
    assert names(tmp_path) == before
    assert kind != "link" or other.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "name",
    ["../a.md", "..", "con.md", "AUX", "nul.pdf", "com1.html", "LPT9.md", "ab:c", "a?.md", "a.", "a ", "x" * 300],
)
def test_names_that_lead_elsewhere_or_that_a_system_reserves_are_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with pytest.raises(UnsafeName):
        write(b"x", folder / name)
    assert names(folder) == []
    assert names(tmp_path) == ["in"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        write(b"x", tmp_path / "none" / "a.md")


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnlyDisk), (errno.EACCES, AccessDenied), (errno.EIO, StorageFailed)],
)
@pytest.mark.parametrize("step", ["open", "fsync", "link"])
def test_a_refusing_system_is_told_apart_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: type[Exception], step: str
) -> None:
    if step == "link" and (os.name == "nt" or number == errno.EACCES):
        pytest.skip("Windows renames")

    def refused(*_args: Any, **_more: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, refused)
    with pytest.raises(told):
        write(b"x", tmp_path / "a.md")
    monkeypatch.undo()
    assert names(tmp_path) == []


@POSIX
def test_somebody_quicker_keeps_their_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.md"
    real = os.link

    def late(*args: Any, **more: Any) -> None:
        target.write_bytes(b"theirs")
        real(*args, **more)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(TargetExists):
        write(b"x", target)
    assert target.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.md"]


def test_default_names_say_personal_and_nothing_of_the_content() -> None:
    on = date(2026, 11, 24)
    assert default_name(Audience.PRACTITIONER, "fr", on, "pdf") == "PERSONNEL-recul-praticien-2026-11-24.pdf"
    assert default_name(Audience.ME, "en", on, "jsonl.age") == "PERSONAL-recul-journal-2026-11-24.jsonl.age"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Été à l’école", "ete-a-l-ecole"), ("../../etc", "etc"), ("CON", "con-"), ("", "recul"), ("é" * 300, "e" * 100)],
)
def test_slugs_are_short_and_harmless(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that takes no file, which only some systems have")
def test_a_folder_that_takes_no_file_is_not_called_missing() -> None:
    with pytest.raises(FolderClosed):
        write(b"x", Path("/proc/x.md"))


def test_a_folder_that_is_not_there_is_called_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        write(b"x", tmp_path / "none" / "x.md")
