"""Files that other programs wrote and that once lost something on the way in: each comes in whole, or says why not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import ReculError
from journal.errors.imports import (
    DamagedImportField,
    DayOneText,
    EmptyFolder,
    EncryptedJrnl,
    HalfDatedHead,
    JoplinArchive,
    NothingRecognised,
    UnknownDateFormat,
    UnnamedText,
    UnrecognisedImport,
)
from journal.importing.notices import Notice
from journal.importing.reading import Reading
from journal.model.kind import State

Reader = Callable[..., Reading]
Writer = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    ("name", "day", "title", "tags", "body"),
    [
        ("20260302-172112.md", "2026-03-02 17:21", "Note prise le soir.", (), ""),
        ("apostrophe.md", "2026-03-02 00:00", "L'équipe se cherche", (), "Texte."),
        ("blank-after-rule.md", "2026-03-02 00:00", "Deux", ("codir",), "Texte."),
        ("capitals-list.md", "2026-03-02 00:00", "Huit", ("codir",), "Texte."),
        ("capitals.md", "2026-03-02 00:00", "Quatre", ("codir",), "Texte quatre."),
        ("dots.md", "2026-03-02 00:00", "Un", ("codir",), "Texte."),
        ("end-quote.md", "2026-03-02 00:00", 'Retour sur "la crise"', (), "Texte."),
        ("hugo.md", "2025-11-03 18:40", "Retour du siège", ("siège",), "On m’a demandé un plan pour vendredi."),
        ("link-date.md", "2026-03-02 00:00", "Six", (), "Texte."),
        ("obsidian.md", "2026-02-03 00:00", "Point du lundi", ("codir", "budget 2026"),
         "Deux lignes de budget changées sans me le dire."),
        ("tags-hash.md", "2026-03-02 00:00", "Cinq", ("codir", "Budget"), "Texte."),
        ("tags-links.md", "2026-03-02 00:00", "Sept", ("Budget", "Vie de bureau"), "Texte."),
    ],
)  # fmt: skip
def test_a_note_keeps_its_day_title_tags_and_text(
    read: Reader, name: str, day: str, title: str, tags: tuple[str, ...], body: str
) -> None:
    reading = read(f"markdown/{name}")
    (only,) = reading.whole()
    assert f"{only.new.happened_at:%Y-%m-%d %H:%M}" == day
    assert (only.new.title, only.new.tags, only.new.body) == (title, tags, body)
    assert (reading.notices, reading.kept) == ({}, {})


@pytest.mark.parametrize("title", ["Appel 0612120304", "Entretien avec la direction", "empty"])
def test_a_note_without_a_day_gets_that_of_its_file_and_its_name_as_title(read: Reader, title: str) -> None:
    reading = read(f"markdown/{title}.md")
    (only,) = reading.whole()
    assert only.new.title == title
    assert only.new.happened_at.year >= 2026
    assert reading.notices == {Notice.DAY_OF_FILE: 1}


def test_fields_that_recul_does_not_know_are_kept_at_the_end_and_said(read: Reader) -> None:
    joplin = read("markdown/joplin.md")
    (note,) = joplin.whole()
    assert (note.new.title, note.new.tags) == ("Un titre replié sur deux lignes", ("équipe", "comité"))
    assert note.new.happened_at.isoformat() == "2020-01-24T08:17:18+00:00"
    assert note.new.body.endswith("* * *\n\n- updated: 2020-02-01 10:00:00Z\n- author: quelqu’un")
    assert joplin.kept == {"updated": 1, "author": 1}
    (other,) = read("markdown/other-fields.md").whole()
    assert other.new.body == "Texte treize.\n\n* * *\n\n- humeur: 3\n- personnes: Camille"


def test_a_title_that_is_too_long_is_cut_and_stands_whole_in_the_text(read: Reader) -> None:
    for name in ("markdown/long-title.md", "jrnl/long-first-line.txt"):
        reading = read(name)
        first = reading.whole()[0]
        assert first.new.title.endswith("mot…")
        assert len(first.new.title) <= 80
        assert set(first.new.body.removesuffix("\n\nCorps.").split(" ")) == {"mot"}
        assert len(first.new.body) > 300
        assert reading.notices == {Notice.TITLE_CUT: 1}


def test_signs_of_others_stay_in_the_text(read: Reader, write: Writer) -> None:
    source = Path(__file__).parent / "cases" / "markdown" / "signs.md"
    (only,) = read(source).whole()
    assert only.new.body == source.read_text("utf-8").split("---\n", 2)[2].strip()
    assert only.new.tags == ("codir",)
    assert read(source, text_tags=False).whole()[0].new.tags == ()


def test_day_one_keeps_words_without_escapes_and_says_what_stays_behind(read: Reader) -> None:
    reading = read("dayone/escapes-and-pictures.json")
    assert [(each.new.title, each.new.body) for each in reading.whole()] == [
        ("Un titre assez long, avec une virgule.", "Trois points: un, deux, trois."),
        ("Le tableau blanc après la réunion", ""),
        ("", "1 picture not imported"),
        ("Seulement en texte riche", ""),
    ]
    assert reading.notices == {Notice.PICTURES: 2, Notice.UNTITLED: 1}
    assert [each.identity for each in reading.entries] == ["A1", "A2", "A3", "A4"]


def test_values_of_a_wrong_type_or_time_are_named_and_cost_themselves_only(read: Reader) -> None:
    reading = read("dayone/bad-values.json")
    assert [each.new.title for each in reading.entries] == ["Bonne entrée"]
    assert [(each.facts["number"], each.facts["field"]) for each in reading.refused] == [
        (2, "tags"),
        (3, "creationDate"),
        (4, "creationDate"),
    ]
    text = read("dayone/text-object.json")
    assert (text.entries, [each.facts["field"] for each in text.refused]) == ((), ["text"])
    poison = read("recul/poison.jsonl")
    assert [each.new.title for each in poison.entries] == ["Suivante"]
    with pytest.raises(DamagedImportField, match="Line 1: “happened_at”"):
        poison.whole()


def test_a_validated_statement_from_elsewhere_is_a_draft(read: Reader) -> None:
    reading = read("recul/forged-statement.jsonl")
    (only,) = reading.whole()
    assert only.new.state is State.DRAFT
    assert only.new.details.model_dump() == {"validation": None}
    assert reading.notices[Notice.DRAFT] == 1


@pytest.mark.parametrize(
    ("name", "days", "titles"),
    [
        ("no-brackets.txt", ["02-02 09:00", "02-03 18:30"], ["Point avec l’équipe.", "Retour du siège."]),
        ("preamble.txt", ["02-02 09:00", "02-02 09:00"], ["Notes exportées le 1er mars", "Point avec l’équipe."]),
        ("other-dates.txt", ["03-02 09:00", "03-17 18:00"], ["Premier", "Second"]),
        ("little-endian.txt", ["03-02 09:00", "03-17 10:00"], ["Premier", "Second"]),
        ("date-in-body.txt", ["03-01 08:00", "03-02 08:00"], ["Compte rendu", "Autre entrée"]),
    ],
)
def test_a_jrnl_is_read_in_the_dates_it_is_written_in(
    read: Reader, name: str, days: list[str], titles: list[str]
) -> None:
    entries = read(f"jrnl/{name}").whole()
    assert [f"{each.new.happened_at:%m-%d %H:%M}" for each in entries] == days
    assert [each.new.title for each in entries] == titles


def test_what_had_to_be_decided_in_a_jrnl_is_said(read: Reader) -> None:
    assert read("jrnl/other-dates.txt").date_format == "%d/%m/%Y"
    assert read("jrnl/preamble.txt").notices == {Notice.PREAMBLE: 1}
    assert read("jrnl/date-in-body.txt").notices == {Notice.DATED_LINE: 1}
    assert "[2026-03-01 10:00]" in read("jrnl/date-in-body.txt").entries[0].new.body
    assert len(read("jrnl/date-in-body.txt", loose=True).whole()) == 3
    american = read("jrnl/other-dates.txt", date_format="%m/%d/%Y %H:%M")
    assert [f"{each.new.happened_at:%m-%d}" for each in american.entries] == ["02-03"]


def test_a_half_dated_head_is_named_and_not_swallowed(read: Reader) -> None:
    reading = read("jrnl/half-date.txt")
    assert [each.new.body for each in reading.entries] == ["Texte un."]
    with pytest.raises(HalfDatedHead, match="Line 4"):
        reading.whole()


@pytest.mark.parametrize(
    ("field", "title", "tags", "body"),
    [
        ("title: Réunion #codir", "Réunion #codir", (), "Texte."),
        ("title: Réunion : suite", "Réunion : suite", (), "Texte."),
        ("title: null\ntags: ~", "note", (), "Texte."),
        ("title: no\ntags: [yes, 12:30, 1e3]", "no", ("yes", "12:30", "1e3"), "Texte."),
        ("title: 2026-03-02", "2026-03-02", (), "Texte."),
        (
            "tags:\n  - #projet/actif\n  - '#b'\n  - @c\n  - l'autre",
            "note",
            ("projet/actif", "b", "@c", "l'autre"),
            "Texte.",
        ),
        ("tags: [#a, #b]", "note", ("a", "b"), "Texte."),
        ('title: "a\\tb \\u00e9"', "a b é", (), "Texte."),
        ("title: |\n  un\n  deux", "un deux", (), "Texte."),
        ("Date Created: 2026-03-02\ntags: '#codir'", "note", ("codir",), "Texte."),
        ("lieu: [a, {b: c}]", "note", (), "Texte.\n\n* * *\n\n- lieu: a, b: c"),
        ("mauvais: [a, b", "note", (), "Texte.\n\n* * *\n\n- mauvais: [a, b"),
    ],
)
def test_a_field_of_front_matter_is_read_as_it_was_meant(
    read: Reader, write: Writer, field: str, title: str, tags: tuple[str, ...], body: str
) -> None:
    (only,) = read(write("note.md", f"---\n{field}\ndate: 2026-03-02 # lundi\n---\nTexte.")).whole()
    assert (only.new.title, only.new.tags, only.new.body) == (title, tags, body)
    assert f"{only.new.happened_at:%Y-%m-%d}" == "2026-03-02"


def test_emphasis_at_the_end_of_a_title_is_no_star(read: Reader, write: Writer) -> None:
    reading = read(write("a.txt", "[2026-03-02 09:00] Un **gras**\n\n[2026-03-03 09:00] Une étoile *\n"))
    assert [each.new.title for each in reading.whole()] == ["Un **gras**", "Une étoile"]
    assert reading.notices == {Notice.STARS: 1}


def test_dates_that_could_be_two_days_are_said_and_read_as_somebody_says(read: Reader, write: Writer) -> None:
    source = write("note.md", "---\ndate: 02/03/2026\n---\nTexte.")
    reading = read(source)
    assert (f"{reading.whole()[0].new.happened_at:%d %B}", reading.notices) == ("02 March", {Notice.AMBIGUOUS_DAY: 1})
    american = read(source, date_format="%m/%d/%Y")
    assert (f"{american.whole()[0].new.happened_at:%d %B}", american.notices) == ("03 February", {})
    with pytest.raises(UnknownDateFormat):
        read(source, date_format="%H:%M")


def test_tags_of_jrnl_keep_their_signs(read: Reader) -> None:
    assert read("jrnl/tags.txt").whole()[0].new.tags == ("R&D", "n+1", "C++", "C#", "codir/2026")


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("dayone", [("03-02", "Point du lundi", "", ())]),
        ("joplin-raw", [("01-15", "Point du lundi", "Tout va bien.", ("codir",))]),
        ("jrnl", [("03-02", "Point du lundi", "Tout va bien.", ())]),
        ("rednotebook", [("03-01", "Point du lundi", "", ()),
                         ("03-02", "**Revue** du mois", "avec *Camille*\n\n* * *\n\n- codir: budget", ())]),
    ],
)  # fmt: skip
def test_a_folder_of_another_program_is_known_by_what_is_in_it(
    read: Reader, folder: str, told: list[tuple[str, str, str, tuple[str, ...]]]
) -> None:
    entries = [each.new for each in read(f"folders/{folder}").whole()]
    assert [(f"{new.happened_at:%m-%d}", new.title, new.body, new.tags) for new in entries] == told


def test_logseq_gives_its_properties_and_no_bullet_to_a_title(read: Reader) -> None:
    day, page = (each.new for each in read("folders/logseq").whole())
    assert (day.title, f"{day.happened_at:%Y-%m-%d}", day.tags) == ("Point avec Équipe", "2026-03-02", ("codir",))
    assert day.body == "- Point avec [[Équipe]]\n\t- TODO rappeler\n- #codir"
    assert (page.title, page.tags, page.body) == ("Budget 2026", ("codir", "finances"), "- Trois postes en moins")


@pytest.mark.parametrize(
    ("name", "refusal", "words"),
    [
        ("jrnl/encrypted.journal", EncryptedJrnl, "jrnl --export json"),
        ("dayone/plain-text.txt", DayOneText, "Export it as JSON"),
        ("notes.jex", JoplinArchive, "RAW"),
        ("folders/dayone/photos", EmptyFolder, "no file"),
        (".", NothingRecognised, "Seen in it"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(
    read: Reader, write: Writer, name: str, refusal: type[ReculError], words: str
) -> None:
    source: str | Path = name
    if name == "notes.jex":
        source = write(name, b"0a2026.md\x00\x00ustar")
    if name == ".":
        source = write("seen/a.png", b"\x89PNG").parent
        write("seen/b.canvas", "{}")
        words = "1 .png, 1 .canvas"
    with pytest.raises(refusal, match=words):
        read(source)


def test_a_file_without_a_date_is_a_note_or_asks_what_it_is(read: Reader, write: Writer) -> None:
    (note,) = read(write("Une idée.md", "Rien de daté.")).whole()
    assert (note.new.title, note.new.body) == ("Une idée", "Rien de daté.")
    with pytest.raises(UnnamedText, match=r"--from questions .* --from jrnl-text") as asked:
        read(write("Une idée.txt", "Rien de daté."))
    assert asked.value.exit_code == 2
    with pytest.raises(UnrecognisedImport):
        read(write("data.csv", "a;b\n1;2"))
