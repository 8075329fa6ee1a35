"""Plurals follow the rule that the catalogues state, whatever release of a tool compiles them."""

import gettext
import re
import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.messages.pofile import PoFileError, read_po

ROOT = Path(__file__).parents[2]
FRENCH = ROOT / "journal" / "locale" / "fr"
FORM_OF = {0: 0, 1: 0, 2: 1, 3: 1, 21: 1, 1_000_000: 1}
"""Which of its two forms French takes for a count."""


@pytest.fixture(scope="module")
def compiling() -> SimpleNamespace:
    """The functions that compile the catalogues."""
    return SimpleNamespace(**runpy.run_path(str(ROOT / ".ci" / "catalogues.py")))


def _plurals(source: Path) -> list[tuple[tuple[str, str], tuple[str, ...]]]:
    with source.open("rb") as file:
        return [(message.id, message.string) for message in read_po(file, locale="fr") if message.pluralizable]


@pytest.mark.parametrize("count", FORM_OF)
def test_every_plural_of_the_compiled_catalogue_is_the_form_of_its_count(count: int) -> None:
    with (FRENCH / "LC_MESSAGES" / "recul.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    plurals = [plural for source in FRENCH.glob("*.po") for plural in _plurals(source)]
    assert len(plurals) > 20
    for (one, many), forms in plurals:
        assert compiled.ngettext(one, many, count) == forms[FORM_OF[count]]


LOCALES = sorted(folder for folder in FRENCH.parent.iterdir() if folder.is_dir())
COUNTED = re.compile(r"\{(?:count|many|days|held|sessions|members|lines)\}[ \u00a0](?:of \{\w+\} )?[^\W\d_]+s\b")
ALWAYS_SEVERAL = {  # what is counted there is a limit of the program or the longer of two
    "“{field}” is longer than {max_length} characters.",
    "This line is longer than {count} characters.",
    "At most {count} characters.",
    "{short} or {count} minutes",
    "The {count} written last",
}


@pytest.mark.parametrize("folder", LOCALES, ids=lambda folder: folder.name)
def test_in_every_language_a_plural_has_a_form_for_each_count_and_nothing_counted_goes_without(folder: Path) -> None:
    singular = set()
    for source in folder.glob("*.po"):
        with source.open("rb") as file:
            for message in read_po(file, locale=folder.name):
                if not message.pluralizable and message.id:
                    told = (str(message.id), str(message.string))
                    singular |= {told[0]} if any(map(COUNTED.search, told)) else set()
    assert singular <= ALWAYS_SEVERAL


@pytest.mark.parametrize("folder", LOCALES, ids=lambda folder: folder.name)
def test_every_form_of_a_language_is_reached_and_tells_its_count(compiling: SimpleNamespace, folder: Path) -> None:
    catalogue = compiling.merged(folder)
    form_of = gettext.c2py(re.search(r"plural=([^;]+)", catalogue.plural_forms)[1])  # type: ignore[index]
    assert {form_of(count) for count in range(1_000_001 if catalogue.num_plurals > 2 else 200)} == set(
        range(catalogue.num_plurals)
    )
    for message in catalogue:
        if message.pluralizable and message.id:
            one, many = (set(re.findall(r"\{\w+\}", each)) for each in message.id)
            assert all(set(re.findall(r"\{\w+\}", form)) <= one | many for form in message.string), message.id
            assert set(re.findall(r"\{\w+\}", message.string[-1])) == many, message.id


HEADER = """msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"""
RULE = '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
THREE = '"Plural-Forms: nplurals=3; plural=(n < 2 ? 0 : n % 1000000 == 0 ? 1 : 2);\\n"\n'
FILES = '\nmsgid "{count} file"\nmsgid_plural "{count} files"\nmsgstr[0] "{count} fichier"\n'
TWO_FORMS = FILES + 'msgstr[1] "{count} fichiers"\n'


@pytest.fixture
def language(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes the catalogues of a language."""

    def write(*texts: str) -> Path:
        folder = tmp_path / "fr"
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number}.po").write_text(text, "utf-8")
        return folder

    return write


@pytest.mark.parametrize(
    "texts",
    [
        (HEADER + RULE + FILES,),
        (HEADER + RULE + TWO_FORMS + 'msgstr[2] "{count} fichiers"\n',),
        (HEADER + THREE + TWO_FORMS,),
        (HEADER + RULE + FILES + 'msgstr[1] ""\n',),
        (HEADER + TWO_FORMS,),
        (HEADER + RULE + RULE + TWO_FORMS,),
        (HEADER + RULE + TWO_FORMS, HEADER + THREE),
        (HEADER + RULE + TWO_FORMS, HEADER),
    ],
    ids=[
        *("a form is missing", "a form too many", "a rule of three", "an empty form", "no rule", "two rules"),
        *("another rule in another catalogue", "no rule in another catalogue"),
    ],
)
def test_a_plural_that_does_not_fit_the_rule_is_not_compiled(
    compiling: SimpleNamespace, language: Callable[..., Path], texts: tuple[str, ...]
) -> None:
    with pytest.raises((compiling.ContradictoryTexts, PoFileError)):
        compiling.merged(language(*texts))


@pytest.mark.parametrize(("rule", "form"), [(RULE, ""), (THREE, 'msgstr[2] "{count} fichiers"\n')])
def test_the_rule_of_the_catalogue_is_taken_and_not_that_of_babel(
    compiling: SimpleNamespace, language: Callable[..., Path], rule: str, form: str
) -> None:
    assert compiling.merged(language(HEADER + rule + TWO_FORMS + form)).plural_forms in rule
