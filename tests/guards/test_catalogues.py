"""Every text a person reads exists in French, says the same, and is set as French is set."""

import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
FRENCH = ROOT / "journal" / "locale" / "fr"
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
ONE_FACT = {"hour24": "hour"}  # an hour as each language counts it: “6:42 pm”, « 18 h 42 »
Id = str | tuple[str, ...]
Said = tuple[str | None, Id]  # a text in its context, which is None but where one English word has several French ones


def _extracted(folder: Path) -> Iterator[tuple[Said, str]]:
    for name, line, text, _comments, context in extract_from_dir(
        folder, [("**.py", "python")], keywords=KEYWORDS, strip_comment_tags=True
    ):
        yield (context, text), f"{folder.name}/{name}:{line}"


def _said(message: Message) -> Said:
    return message.context, message.id


@cache
def _used() -> dict[Said, str]:
    """Return each text of the program with one place where it stands."""
    return {text: place for room in ("journal", "screens") for text, place in _extracted(ROOT / room)}


@cache
def _catalogues() -> dict[str, Catalog]:
    catalogues = {}
    for path in sorted(FRENCH.glob("*.po")):
        with path.open("rb") as file:
            catalogues[path.name] = read_po(file, locale="fr")
    return catalogues


def _messages() -> Iterator[tuple[str, Message]]:
    for name, catalogue in _catalogues().items():
        for message in catalogue:
            if message.id:
                yield name, message


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _fields(text: str) -> set[str]:
    found = {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
    return {ONE_FACT.get(name, name) for name in found}


def _named(found: list[str]) -> str:
    return "\n" + "\n".join(found)


def test_every_text_of_the_program_has_a_french_one() -> None:
    known = {_said(message) for _name, message in _messages() if all(_strings(message))}
    missing = [f"{place}: {said[1]!r}" for said, place in _used().items() if said not in known]
    assert not missing, _named(sorted(missing))


def test_no_french_text_is_left_over() -> None:
    wanted = _used()
    ours = [(name, message) for name, message in _messages() if name != "click.po"]
    left_over = [f"{name}: {message.id!r}" for name, message in ours if _said(message) not in wanted]
    left_over += [f"{name}: {list(each.obsolete)}" for name, each in _catalogues().items() if each.obsolete]
    assert not left_over, _named(left_over)


def test_nothing_is_fuzzy() -> None:
    assert not [f"{name}: {message.id!r}" for name, message in _messages() if message.fuzzy]


def test_two_catalogues_never_contradict_each_other() -> None:
    said: dict[Said, tuple[str, ...]] = {}
    contradictions = []
    for name, message in _messages():
        if said.setdefault(_said(message), _strings(message)) != _strings(message):
            contradictions += [f"{name}: {message.id!r}"]
    assert not contradictions, _named(contradictions)


def test_the_placeholders_are_the_same() -> None:
    # A plural may spell the one out, and may then leave the number away: each form is that of one of the English ones.
    different = [
        f"{name}: {message.id!r}: {text!r}"
        for name, message in _messages()
        for text in _strings(message)
        if _fields(text) not in [_fields(english) for english in _ids(message)]
    ]
    assert not different, _named(different)


FAULTS = {
    "a straight apostrophe": re.compile(r"(?<=\w)'(?=\w)"),
    "straight quotes": re.compile(r'"'),
    "no no-break space before a high sign": re.compile(r"(?<![\u202f\u00a0\W])[;!?](?!\w)|(?<=[ \t])[;!?»:](?!\w)"),
    "no no-break space before a colon": re.compile(r"(?<=[^\W\d_])(?<!https)(?<!http):(?=\s|$)"),
    "no no-break space after «": re.compile(r"«(?![\u00a0\u202f])"),
    "no no-break space before »": re.compile(r"(?<![\u00a0\u202f])»"),
    "English quotes": re.compile(r"[“”]"),
    "three dots": re.compile(r"\.\.\."),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_french_is_set_as_french(fault: str) -> None:
    found = [
        f"{name}: {text!r}"
        for name, message in _messages()
        for text in _strings(message)
        if FAULTS[fault].search(_prose(text))
    ]
    assert not found, _named(found)


@pytest.mark.parametrize(
    ("fault", "wrong"),
    [
        ("a straight apostrophe", "l'été"),
        ("straight quotes", 'dit "non"'),
        ("no no-break space before a high sign", "Quoi?"),
        ("no no-break space before a high sign", "Quoi ?"),
        ("no no-break space before a colon", "Voici: rien"),
        ("no no-break space after «", "« oui\u00a0»"),
        ("no no-break space before »", "«\u00a0oui »"),
        ("English quotes", "“oui”"),
        ("three dots", "encore..."),
    ],
)
def test_the_guard_sees_what_it_is_for(fault: str, wrong: str) -> None:
    assert FAULTS[fault].search(_prose(wrong))
    assert not FAULTS[fault].search(_prose("L’été\u00a0: «\u00a0oui\u00a0», 18\u202f?"))


def _prose(text: str) -> str:
    """Return the text without placeholders, commands and paths, which keep their own spelling."""
    return re.sub(r"\{[^}]*\}|`[^`]*`|https?://\S+|'\{[^}]*\}'|(?<=\s)--?[a-z-]+", "x", text)


def test_the_compiled_catalogue_is_the_one_of_the_sources() -> None:
    from journal import language

    wanted = {_said(message): message.string for _name, message in _messages() if isinstance(message.id, str)}
    with language.speaking("fr"):
        stale = [
            text
            for (context, text), french in wanted.items()
            if (language.pgettext(context, text) if context else language._(text)) != french
        ]
    assert not stale, _named([*stale, "compile with: python .ci/catalogues.py"])
