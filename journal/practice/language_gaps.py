"""Gaps: what a language does not have yet, told instead of silently reading another one."""

from collections.abc import Iterator, Mapping
from typing import Any

from journal.language import N_, SOURCE, Language, _, data_file, facts, languages, ngettext, texts_of
from journal.practice.contacts import untranslated as contacts_without
from journal.protocols.library import shipped

_FILES = {
    "protocols/families/{}.toml": N_("words of follow-ups"),
    "protocols/families/{}.json.gz": N_("what decides about follow-ups"),
    "practice/care_turns/{}.toml": N_("words that call for care first"),
    "practice/care_turns/{}.json.gz": N_("what decides about care first"),
    "sharing/words/{}.txt": N_("words for passphrases"),
    "practice/fictitious/{}.toml": N_("the fictitious year"),
}


def gaps(language: Language) -> tuple[str, ...]:
    """Return in words what a language lacks and another one has; nothing for one that is whole."""
    return tuple(_found(language))


def _found(language: Language) -> Iterator[str]:
    known = frozenset[str]().union(*(texts_of(each) for each in languages()))
    if language != SOURCE and (missing := len(known - texts_of(language))):
        yield ngettext("{count} text of the program", "{count} texts of the program", missing).format(count=missing)
    if missing := sum(not part.has(language) for protocol in shipped().protocols for part in protocol.texts):
        yield ngettext("{count} text of protocols", "{count} texts of protocols", missing).format(count=missing)
    if missing := contacts_without(language):
        yield ngettext("{count} text on who to talk to", "{count} texts on who to talk to", missing).format(
            count=missing
        )
    if parts := sorted(_parts(facts(SOURCE)) - _parts(facts(language))):
        yield _("parts of {file}: {parts}").format(file=f"language/{language}.toml", parts=", ".join(parts))
    yield from (_(told) for file, told in _FILES.items() if not data_file(file.format(language)).exists())


def _parts(told: Mapping[str, Any]) -> set[str]:
    """Return what a file of a language has to tell: what only some languages need is none of them."""
    needed = {"weekdays", "months", "days", "numbers", "minutes", "month_counts", "ago", "ahead"}
    needless = {"dates", "day_first_in", "month_first_in"}  # no country is asked where the language tells the order
    return {name for name in told if name not in needless} | {
        f"dates.{name}" for name in told.get("dates", {}) if name in needed
    }
