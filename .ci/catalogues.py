"""Compile the catalogues of `journal/locale` into the one file per language that gettext reads.

Runs as hatchling's build hook, and by hand after a text has changed: `python .ci/catalogues.py`.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).resolve().parent.parent / "journal" / "locale"


class ContradictoryTexts(ValueError):
    """Two catalogues translate one text differently."""


def merged(language: Path) -> Catalog:
    """Return all catalogues of a language as one; raise ContradictoryTexts when two disagree."""
    whole = Catalog(locale=language.name, domain="recul")
    for source in sorted(language.glob("*.po")):
        with source.open("rb") as file:
            for message in read_po(file, locale=language.name):
                known = whole.get(message.id, message.context) if message.id else None
                if known is not None and known.string != message.string:
                    raise ContradictoryTexts(f"{source.name}: {message.id!r}")
                if message.id:
                    whole.add(message.id, message.string, context=message.context)
    return whole


def compile_all() -> None:
    """Write `LC_MESSAGES/recul.mo` for each language, and the few texts of `brief.po` once more by themselves."""
    for language in sorted(path for path in LOCALE.iterdir() if path.is_dir()):
        target = language / "LC_MESSAGES" / "recul.mo"
        target.parent.mkdir(exist_ok=True)
        with target.open("wb") as file:
            write_mo(file, merged(language))
        with (language / "brief.po").open("rb") as source, target.with_name("brief.mo").open("wb") as file:
            write_mo(file, read_po(source, locale=language.name))


class CompileCatalogues(BuildHookInterface[object]):
    """Put the compiled catalogues into every wheel, sdist and editable install."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Compile before the files are collected."""
        compile_all()


if __name__ == "__main__":
    compile_all()
