"""A folder of another program: which one it is, and the files of it that are read; links are left aside."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path, PurePath

from journal import plain_files
from journal.errors.imports import (
    ClosedFile,
    DamagedImport,
    EmptyFolder,
    ImportTooLarge,
    NothingRecognised,
    TooLongFile,
)
from journal.errors.refusals import UnsafeTarget
from journal.importing import day_one, day_one_classic, joplin, jrnl_text, note, own_page, rednotebook
from journal.importing.formats import Format, ImportOptions
from journal.importing.incoming import LARGEST_FILE, LONGEST_LINE, OtherFiles, Place, Read, attempted, text_of
from journal.importing.notices import Notice

NOTES = (".md", ".markdown")
_JRNL = re.compile(r"(?:.*/)?\d{4}/\d{2}/\d{2}\.txt")
_DAY_ONE = re.compile(r'"creationDate"\s*:')
_COPIES = ("logseq",)  # Logseq's own folder: settings and earlier versions of its pages
_TRASH = ".trash"  # of Obsidian
_MOST_FILES = 500_000
_SNIFFED = 64 * 1024


def read(folder: Path, options: ImportOptions) -> Read:
    """Yield what a folder holds; raise NothingRecognised, EmptyFolder or ImportTooLarge."""
    files, aside = _files(folder)
    wanted = options.chosen
    for each, chosen in _kinds(folder, files).items():
        if chosen and wanted in (None, each):
            yield each
            others = sorted({*files, *aside} - set(chosen))
            yield Counter({Notice.OTHER_FILES: len(others), Notice.TRASHED: _trashed(folder)})
            yield OtherFiles(_endings(others))
            yield from _read(each, folder, chosen, options)
            return
    if not files:
        raise EmptyFolder
    raise NothingRecognised(seen=", ".join(f"{count} {ending}" for ending, count in _endings(files).most_common(8)))


def _endings(files: Iterable[Path]) -> Counter[str]:
    return Counter(path.suffix.lower() or path.name for path in files)


def _kinds(folder: Path, files: list[Path]) -> dict[Format, list[Path]]:
    """Return the files that each program would have written, the surest first."""
    named = {path: path.relative_to(folder).as_posix() for path in files}
    notes = [path for path in files if path.suffix.lower() in NOTES and named[path].split("/")[0] not in _COPIES]
    raw = [path for path in notes if joplin.NAME.fullmatch(path.stem)]
    months = [path for path in files if rednotebook.NAME.fullmatch(path.name)]
    return {
        Format.DAY_ONE: [path for path in files if path.suffix.lower() == day_one_classic.ENDING]
        or [path for path in files if path.suffix.lower() == ".json" and path.parent == folder and _is_day_one(path)],
        Format.JOPLIN: raw if raw and joplin.recognised(_beginning(raw[0])) else [],
        Format.MARKDOWN: notes,
        Format.JRNL_TEXT: [path for path in files if _JRNL.fullmatch(named[path])],
        Format.REDNOTEBOOK: [path for path in months if rednotebook.recognised(path.name, _beginning(path))],
    }


def _read(kind: Format, folder: Path, files: list[Path], options: ImportOptions) -> Read:
    match kind:
        case Format.DAY_ONE if files[0].suffix.lower() == day_one_classic.ENDING:
            yield from day_one_classic.read_files(files, folder, options)
        case Format.DAY_ONE if len(files) > 1:
            for path in files:
                yield from day_one.of_journal(_read_texts(kind, folder, [path], options), path.stem)
        case Format.JOPLIN:
            yield from joplin.read_texts(_readable(texts := list(_texts(folder, files)), folder), options)
            yield from (text for _path, text in texts if isinstance(text, DamagedImport))
        case Format.JRNL_TEXT:
            texts = list(_texts(folder, files))
            yield from (text for _path, text in texts if isinstance(text, DamagedImport))
            yield from jrnl_text.read_texts(_readable(texts, folder), options)
        case _:
            yield from _read_texts(kind, folder, files, options)


def _read_texts(kind: Format, folder: Path, files: list[Path], options: ImportOptions) -> Read:
    for path, text in _texts(folder, files):
        place = {"path": path.relative_to(folder)}
        if isinstance(text, DamagedImport):
            yield text
        else:
            yield from read_file(kind, path, text, place, options)


def read_file(kind: Format, path: Path, text: str, place: Place, options: ImportOptions) -> Read:
    """Yield what one file of a folder holds, named by its place there."""
    name = PurePath(str(place["path"])) if "path" in place else path
    match kind:
        case Format.DAY_ONE:
            yield from _told(day_one.read_text(text, options, place))
        case Format.JRNL_TEXT:
            yield from jrnl_text.read_text(text, options, place)
        case Format.JOPLIN:
            yield from joplin.read_texts([(place, text)], options)
        case Format.REDNOTEBOOK:
            yield from _told(rednotebook.read_text(name, text, options, place))
        case Format.MARKDOWN if own_page.holds_entries(text):
            yield from own_page.read(text, place)
        case _ if not text.strip("- *\t\r\n") and note.is_dated(name):  # Logseq begins a day with an empty bullet
            yield Counter({Notice.EMPTY: 1})
        case _:
            changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone().replace(microsecond=0)
            yield attempted(note.read, text, name, place, options, changed)


def _told(read: Read) -> Read:
    """Yield what is read; a file that is none of its kind costs itself only."""
    try:
        yield from read
    except DamagedImport as error:
        yield error


def _readable(texts: Iterable[tuple[Path, str | DamagedImport]], folder: Path) -> list[tuple[Place, str]]:
    return [({"path": path.relative_to(folder)}, text) for path, text in texts if isinstance(text, str)]


def _texts(folder: Path, files: list[Path]) -> Iterator[tuple[Path, str | DamagedImport]]:
    """Yield each file with its text, or why it cannot be read; raise ImportTooLarge for all of them together."""
    taken = 0
    for path in files:
        place: Place = {"path": path.relative_to(folder)}
        try:
            with plain_files.opened(path) as file:
                content = file.read(LONGEST_LINE + 1)
        except (OSError, UnsafeTarget):
            yield path, ClosedFile(**place)
            continue
        taken += len(content)
        if taken > LARGEST_FILE:
            raise ImportTooLarge
        if len(content) > LONGEST_LINE:
            yield path, TooLongFile(**place, most=LONGEST_LINE // 2**20)
            continue
        yield path, _text(content, place)


def _text(content: bytes, place: Place) -> str | DamagedImport:
    try:
        return text_of(content, place)
    except DamagedImport as error:
        return error


def _files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the plain files below a folder in the order of their names, and what is left aside: links, pipes.

    What is hidden is passed over.
    """
    found: list[Path] = []
    aside: list[Path] = []
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        aside += [path for name in folders if (path := Path(parent, name)).is_symlink()]
        for path in (Path(parent, name) for name in names if not name.startswith(".")):
            (found if _plain(path) else aside).append(path)
        if len(found) + len(aside) > _MOST_FILES:
            raise ImportTooLarge
    return sorted(found), aside


def _trashed(folder: Path) -> int:
    """Return how many notes lie in the trash of Obsidian."""
    trash = folder / _TRASH
    found = (name for _parent, _folders, names in os.walk(trash, followlinks=False) for name in names)
    return sum(name.lower().endswith(NOTES) for name in found) if not trash.is_symlink() else 0


def _plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _beginning(path: Path) -> str:
    try:
        with plain_files.opened(path) as file:
            return file.read(_SNIFFED).decode("utf-8-sig", "replace")
    except (OSError, UnsafeTarget):
        return ""


def _is_day_one(path: Path) -> bool:
    return _DAY_ONE.search(_beginning(path)) is not None
