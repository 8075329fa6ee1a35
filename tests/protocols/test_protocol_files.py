"""Protocol files of one's own: whatever they hold, one clear sentence and the shipped ones stay."""

import os
import time
from pathlib import Path

import pytest

from journal import language
from journal.model.protocol import Protocol
from journal.protocols.faults import Fault
from journal.protocols.library import check, shipped, with_own
from journal.protocols.loading import MOST_BYTES, parse, read

GOOD = """\
code = "mine"
version = 1
source = "myself"
minutes = 4
closure = "learning"
title.fr = "Le mien"
title.en = "Mine"
purpose.fr = "Essayer."
purpose.en = "Try."

[[prompts]]
id = "first"
kind = "scale"
question.fr = "De 0 à 10 ?"
question.en = "From 0 to 10?"

[[prompts]]
id = "second"
role = "learning"
question.fr = "Que gardez-vous ?"
question.en = "What do you keep?"
show_if = { prompt = "first", is = ">=", value = 5 }
"""


def faults(text: str) -> tuple[Fault, ...]:
    result = parse(text)
    assert not isinstance(result, Protocol)
    assert result
    assert all("\n" not in fault.sentence() and len(fault.sentence()) < 300 for fault in result)
    return result


def only(text: str) -> Fault:
    found = faults(text)
    assert len(found) == 1, [fault.sentence() for fault in found]
    return found[0]


def test_a_good_file_is_taken() -> None:
    protocol = parse(GOOD)
    assert isinstance(protocol, Protocol)
    assert [prompt.id for prompt in protocol.asked_with({"first": 4})] == ["first"]
    assert [prompt.id for prompt in protocol.asked_with({"first": 5})] == ["first", "second"]
    assert [prompt.id for prompt in protocol.asked_with({})] == ["first"]


def in_one(wanted: str) -> str:
    """Return the file as somebody writes it who has one language."""
    other = {"fr": "en", "en": "fr"}[wanted]
    return "\n".join(line for line in GOOD.splitlines() if f".{other} = " not in line)


@pytest.mark.parametrize("written", ["fr", "en"])
def test_one_language_is_enough_and_the_other_one_asks_in_it(written: str) -> None:
    protocol = parse(in_one(written))
    assert isinstance(protocol, Protocol)
    for spoken in ("fr", "en"):
        assert protocol.spoken(spoken) == written
        assert protocol.title.in_(spoken) == {"fr": "Le mien", "en": "Mine"}[written]
        assert protocol.prompts[1].question.in_(spoken)


def test_a_text_that_only_one_place_has_is_missing_everywhere_else() -> None:
    found = faults(in_one("fr").replace('question.fr = "De 0', 'question.en = "From 0?"\nquestion.fr = "De 0'))
    assert [fault.reason for fault in found] == [
        "“title.en” is missing.",
        "“purpose.en” is missing.",
        "“question.en” is missing.",
    ]


def test_a_text_in_no_language_that_there_is_is_refused() -> None:
    assert "title" in only(GOOD.replace('title.fr = "Le mien"\ntitle.en = "Mine"', "title = {}")).reason
    assert "xx" in only(GOOD.replace('title.en = "Mine"', 'title.en = "Mine"\ntitle.xx = "Meins"')).reason


@pytest.mark.parametrize(
    ("change", "to", "line", "word"),
    [
        ("version = 1", 'version = "one"', 2, "version"),
        ("minutes = 4", "minutes = 4.5", 4, "minutes"),
        ("minutes = 4", "minutes = 900", 4, "120"),
        ('closure = "learning"', 'closure = "advice"', 5, "closure"),
        ('title.en = "Mine"\n', "", 6, "“title.en” is missing"),
        ('title.fr = "Le mien"', "title.fr = 3", 6, "fr"),
        ('kind = "scale"', 'kind = "essay"', 13, "kind"),
        ('id = "second"', 'id = "first"', 17, "used twice"),
        ('id = "second"', 'id = "Second One"', 18, "small letters"),
        ('prompt = "first"', 'prompt = "third"', 17, "not there"),
        ('prompt = "first"', 'prompt = "second"', 17, "wait for each other"),
        ('is = ">="', 'is = "~"', 22, "is"),
        ('role = "learning"', 'role = "learning"\nseconds = 30', 17, "seconds"),
        ('role = "learning"', 'role = "learning"\nkind = "timer"', 17, "seconds"),
        ('role = "learning"', 'role = "learning"\nkind = "retelling"', 17, "retells"),
        ('role = "learning"', 'role = "learning"\nfamilies = ["poetry"]', 20, "families"),
        ('role = "learning"', "", None, "learning"),
        ('source = "myself"', 'source = "myself"\nauthor = "me"', 4, "author"),
        ("Que gardez-vous ?", "Que gardez-vous ? " * 10, 20, "two lines"),
    ],
)
def test_a_fault_is_told_with_its_line_and_reason(change: str, to: str, line: int | None, word: str) -> None:
    assert change in GOOD
    fault = only(GOOD.replace(change, to))
    assert fault.line == line
    assert word in fault.reason


def test_prompts_that_wait_for_each_other_are_a_cycle_and_a_later_one_is_said_to_be_later() -> None:
    waiting = GOOD.replace('kind = "scale"', 'kind = "scale"\nshow_if = { prompt = "second", is = "==", value = "x" }')
    assert "wait for each other" in only(waiting).reason
    later = waiting.replace('show_if = { prompt = "first", is = ">=", value = 5 }\n', "")
    assert "not asked before it" in only(later).reason


def test_broken_toml_names_its_line() -> None:
    assert only(GOOD.replace('code = "mine"', "code = mine")).line == 1
    assert only(GOOD + "\n[[prompts").line == 24


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "a" + ".a" * 130_000 + " = 1",
        "x = " + "[" * 3900,
        "x = " + "9" * 3900,
        "[" * 3000 + "\n" + "]" * 9,
    ],
    ids=["brackets", "dotted", "nested", "number", "lines"],
)
def test_hostile_text_is_refused_at_once(text: str) -> None:
    before = time.perf_counter()
    faults(text)
    assert time.perf_counter() - before < 1


def test_ten_megabytes_are_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        file.truncate(10 * 1024 * 1024)
    result = read(large)
    assert isinstance(result, tuple)
    assert str(MOST_BYTES // 1024) in result[0].sentence()


def test_other_bytes_folders_and_missing_files_are_told_apart(tmp_path: Path) -> None:
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b'code = "x"\n\xff\xfe')
    result = read(binary)
    assert isinstance(result, tuple)
    assert result[0].line == 2
    folder = read(tmp_path)
    missing = read(tmp_path / "none.toml")
    assert isinstance(folder, tuple)
    assert isinstance(missing, tuple)
    assert len({result[0].reason, folder[0].reason, missing[0].reason}) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes as files here")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert isinstance(read(tmp_path / "pipe.toml"), tuple)


def test_escape_sequences_in_a_protocol_become_visible() -> None:
    protocol = parse(GOOD.replace("Mine", "M\\u001b]52;c;x\\u0007"))
    assert isinstance(protocol, Protocol)
    assert "\x1b" not in protocol.title.by_language["en"]


def test_own_protocols_stand_beside_ours_and_faulty_ones_are_left_aside(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD, "utf-8")
    (tmp_path / "bad.toml").write_text("code = ", "utf-8")
    (tmp_path / "taken.toml").write_text(GOOD.replace('"mine"', '"heat"'), "utf-8")
    (tmp_path / "notes.txt").write_text("not a protocol", "utf-8")
    library = with_own(tmp_path)
    assert len(library.protocols) == len(shipped().protocols) + 1
    assert library.own == {"mine"}
    assert library.get("heat") is shipped().get("heat")
    assert [faulty.path.name for faulty in library.left_aside] == ["bad.toml", "taken.toml"]


def test_a_missing_folder_leaves_the_shipped_ones(tmp_path: Path) -> None:
    assert with_own(tmp_path / "none") == shipped()


def test_faults_speak_french() -> None:
    with language.speaking("fr"):
        assert only(GOOD.replace("version = 1", 'version = "un"')).sentence().startswith("Ligne 2")


def test_checking_a_copy_of_a_shipped_one_says_that_its_code_is_taken(tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_text(GOOD.replace('"mine"', '"loop"'), "utf-8")
    result = check(copy, shipped().protocols)
    assert isinstance(result, tuple)
    assert "loop" in result[0].reason


def test_the_example_of_the_documentation_is_a_protocol() -> None:
    page = (Path(__file__).parents[2] / "docs" / "PROTOCOLS.md").read_text("utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    assert isinstance(parse(example), Protocol)
