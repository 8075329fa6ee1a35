"""What jrnl wrote: dates in whatever format, heads one way, stars counted."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors.imports import NoHead
from journal.importing.formats import Format
from journal.importing.notices import Notice
from journal.importing.reading import Reading
from tests.importing.conftest import lost

Reader = Callable[..., Reading]


Writer = Callable[[str, str | bytes], Path]


# https://jrnl.sh/en/stable/reference-config-file, `timeformat`; formats as people set them
@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("[2026-03-17 06:05:30 PM]", "2026-03-17 18:05"),
        ("[17/03/2026 18:05]", "2026-03-17 18:05"),
        ("[03/17/2026 06:05 PM]", "2026-03-17 18:05"),
        ("[17.03.2026 18:05]", "2026-03-17 18:05"),
        ("[Tuesday, 17 March 2026 18:05]", "2026-03-17 18:05"),
        ("[mardi 17 mars 2026 à 18h05]", "2026-03-17 18:05"),
        ("[17 mars 2026, 18 h 05]", "2026-03-17 18:05"),
        ("[17-Mar-2026 18:05]", "2026-03-17 18:05"),
        ("[March 17, 2026 6:05 pm]", "2026-03-17 18:05"),
        ("[2026/03/17]", "2026-03-17 00:00"),
        ("2026-03-17 18:05", "2026-03-17 18:05"),
        ("17/03/26 18:05", "2026-03-17 18:05"),
    ],
)
def test_a_jrnl_is_read_in_whatever_format_its_dates_are(read: Reader, write: Writer, head: str, told: str) -> None:
    text = "\n\n".join(f"{head} Titre {number}. *\nCorps @tag{number}\n" for number in range(3))
    reading = read(write("journal.txt", text))
    assert {f"{each.new.happened_at:%Y-%m-%d %H:%M}" for each in reading.whole()} == {told}
    assert [each.new.title for each in reading.entries] == [f"Titre {number}." for number in range(3)]
    assert [each.new.tags for each in reading.entries] == [(f"tag{number}",) for number in range(3)]
    assert reading.notices == {Notice.STARS: 3}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("10.06.2025 15:00 Un\n\n11.06.2025 15:40 Deux\nCorps\n\n[03.08.2025 12:55] noté\n\nSuite\n", ["Un", "Deux"]),
        ("[2025-06-10 15:00] Un\n[1] une ligne\n\n2025-06-10 15:05 noté\n\n2025-06-10 15:06 noté\n", ["Un"]),
        ("[2025-06-10 15:00] Un\n\n[1] une ligne\n\n[note] autre\n", ["Un"]),
        ("[2025-06-10 02:32:00 PM] Un. *\nCorps\n", ["Un."]),
    ],
)
def test_a_jrnl_keeps_to_one_way_of_writing_its_heads(
    read: Reader, write: Writer, text: str, titles: list[str]
) -> None:
    reading = read(write("journal.txt", text))
    assert [each.new.title for each in reading.whole()] == titles
    assert lost(text, reading) - {"pm"} == set()


def test_a_jrnl_in_json_counts_its_stars_and_names_wrong_values(read: Reader, write: Writer) -> None:
    good = {
        "title": "Titre",
        "body": "Corps",
        "date": "2026-03-17",
        "time": "18:05",
        "tags": ["@codir"],
        "starred": True,
    }
    wrong = [good | {"title": 3}, good | {"tags": "x"}, good | {"date": "hier"}, "texte", good | {"body": {}}]
    reading = read(write("jrnl.json", json.dumps({"tags": {}, "entries": [good, *wrong]})))
    assert [(each.new.title, each.new.tags) for each in reading.entries] == [("Titre", ("codir",))]
    assert reading.notices == {Notice.STARS: 1}
    assert [each.facts["number"] for each in reading.refused] == [2, 3, 4, 5, 6]


def test_a_text_that_is_told_to_be_a_jrnl_and_is_none_is_named(read: Reader, write: Writer) -> None:
    with pytest.raises(NoHead, match="Line 1"):
        read(write("a.txt", "Rien de daté."), chosen=Format.JRNL_TEXT)
