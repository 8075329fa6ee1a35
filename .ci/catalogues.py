"""Compile the catalogues of `journal/locale` into the one file per language that gettext reads.

Runs in every build from a clone, and by hand after a text has changed: `python .ci/catalogues.py`.
"""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "journal" / "locale"


PLURAL_RULE = re.compile(rb'^"Plural-Forms: (nplurals=\d+; plural=[^;"]+;)\\n"\r?$', re.MULTILINE)


class ContradictoryTexts(ValueError):
    """Two catalogues of a language disagree about a text or the plural rule, or a plural does not fit the rule."""


def plural_rule(language: Path) -> str:
    """Return the plural rule that every catalogue of a language states; Babel's own rules change with its release."""
    stated = {source.name: PLURAL_RULE.findall(source.read_bytes()) for source in language.glob("*.po")}
    rules = set(map(tuple, stated.values()))
    if len(rules) != 1 or len(*rules) != 1:
        raise ContradictoryTexts(f"{language.name}: not one plural rule in every catalogue: {stated}")
    return stated.popitem()[1][0].decode()


def read(source: Path, rule: str) -> Catalog:
    """Return one catalogue; raise ContradictoryTexts unless each plural has exactly the forms of the rule."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.name, abort_invalid=True)  # invalid: a form too many
    catalogue.mime_headers = [("Plural-Forms", rule)]
    for message in catalogue:
        if message.pluralizable and not (len(message.string) == catalogue.num_plurals and all(message.string)):
            raise ContradictoryTexts(f"{source.name}: {message.id!r} has not the forms of {rule!r}: {message.string!r}")
    return catalogue


def merged(language: Path) -> Catalog:
    """Return all catalogues of a language as one; raise ContradictoryTexts when two disagree."""
    rule = plural_rule(language)
    whole = Catalog(locale=language.name, domain="recul")
    whole.mime_headers = [("Plural-Forms", rule)]
    for source in sorted(language.glob("*.po")):
        for message in read(source, rule):
            known = whole.get(message.id, message.context) if message.id else None
            if known is not None and known.string != message.string:
                raise ContradictoryTexts(f"{source.name}: {message.id!r}")
            if message.id:
                whole.add(message.id, message.string, context=message.context)
    return whole


def compile_language(language: Path) -> None:
    """Write `LC_MESSAGES/recul.mo` of a language, and the few texts of `brief.po` once more by themselves."""
    target = language / "LC_MESSAGES" / "recul.mo"
    target.parent.mkdir(exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, merged(language))
    with target.with_name("brief.mo").open("wb") as file:
        write_mo(file, read(language / "brief.po", plural_rule(language)))


def compile_all() -> None:
    """Compile each language."""
    for language in sorted(path for path in LOCALE.iterdir() if path.is_dir()):
        compile_language(language)


if __name__ == "__main__":
    compile_all()
