"""The check of names on a whole year: it cries seldom, and what was planted is always pointed out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.language import Language, speaking
from journal.model.audience import Audience
from journal.model.entry import Entry, Ref, Rel
from journal.model.kind import Kind
from journal.practice import fictitious_year, known_people
from journal.practice.notebook import Notebook, open_notebook
from journal.sharing.folding import fold
from journal.sharing.previewing import Material, compose
from journal.sharing.repository import gather
from journal.sharing.selecting import Selection
from journal.store import entries
from journal.vault.keys import KdfCost
from journal.vault.vault import create
from tests.sharing.conftest import NOW

MOST_FALSE_ALARMS = 3
# Places of customers, in either language, and the name of a project: rightly told.
TELLING = {"vierzon", "lyon", "nantes", "doncaster", "leeds", "swindon", "horizon"}
PLANTED = {
    "fr": (
        "Après le point, Zoltan Farkas a repris la main.",
        "Maribel est passée. Demande à Ousmane.",
        "Le client Acmé attend ; écrire à z.farkas@acme.example ou au 06 12 34 56 78.",
        "Voir https://intra.acme.example/plan et /home/zoltan/plan.md.",
        "« Tu viens ? » Nadège n’a rien dit. Avec Karim-Ousmane, puis PaulBudget.",
    ),
    "en": (
        "After the meeting, Zoltan Farkas took over.",
        "We talked to Maribel. Ask Ousmane.",
        "The client Acme waits; write to z.farkas@acme.example or call +44 20 7946 0958.",
        "See https://intra.acme.example/plan and /home/zoltan/plan.md.",
        "“Are you coming?” Nancy said nothing. With Karim-Ousmane, then PaulBudget.",
    ),
}
LEFTOVERS = {
    "fr": ("Zoltan Farkas", "Ousmane", "Acmé", "z.farkas@acme.example", "06 12 34 56 78", "Nadège", "PaulBudget"),
    "en": ("Zoltan Farkas", "Ousmane", "Acme", "z.farkas@acme.example", "+44 20 7946 0958", "Nancy", "PaulBudget"),
}
ADDRESSES = ("https://intra.acme.example/plan", "/home/zoltan/plan.md", "Karim-Ousmane")


@pytest.fixture(params=["fr", "en"])
def year(request: pytest.FixtureRequest, tmp_path: Path, cost: KdfCost) -> Iterator[tuple[Language, Notebook]]:
    """A journal that holds the whole year."""
    vault, _code = create(tmp_path / "v", "correct horse battery staple", cost=cost)
    notebook = open_notebook(vault, lambda: NOW)
    with speaking(request.param):
        fictitious_year.live(notebook, request.param)
    yield request.param, notebook
    notebook.store.close()
    vault.close()


def documents(notebook: Notebook) -> Iterator[tuple[Ref, ...]]:
    """Yield what would leave together: each session with what it brings, and each other entry alone."""
    with notebook.store.reading() as tx:
        every = entries.get_many(tx, entries.every_ref(tx))
    for entry in every:
        brought = [link.ref for link in entry.links if link.rel is Rel.BRINGS]
        if entry.kind is not Kind.STATEMENT:
            yield (entry.ref, *brought)


def pointed_out(notebook: Notebook, refs: tuple[Ref, ...], planted: tuple[str, ...] = ()) -> set[str]:
    selection = Selection(refs=refs, audience=Audience.PRACTITIONER, include_private=refs)
    with notebook.store.reading() as tx:
        material = gather(tx, selection)
    changed = tuple(_with(entry, planted) for entry in material.entries)
    return {each.words for each in compose(Material(changed, material.people), selection).remainders}


def _with(entry: Entry, planted: tuple[str, ...]) -> Entry:
    return entry.with_(body="\n\n".join((entry.body, *planted))) if planted else entry


@pytest.mark.sweep
def test_at_most_three_words_of_a_document_are_pointed_out_for_nothing(year: tuple[Language, Notebook]) -> None:
    _language, notebook = year
    alarms = {
        refs: [words for words in pointed_out(notebook, refs) if fold(words) not in TELLING]
        for refs in documents(notebook)
    }
    assert len(alarms) > 200
    assert max(map(len, alarms.values())) <= MOST_FALSE_ALARMS
    assert sum(map(len, alarms.values())) < len(alarms) / 20


@pytest.mark.sweep
def test_none_of_what_was_planted_is_passed_over(year: tuple[Language, Notebook]) -> None:
    language, notebook = year
    for refs in list(documents(notebook))[::25]:
        found = pointed_out(notebook, refs, PLANTED[language])
        assert found >= {*LEFTOVERS[language], *ADDRESSES}, set(LEFTOVERS[language]) - found


@pytest.mark.sweep
def test_a_year_names_its_people_nowhere_in_what_leaves(year: tuple[Language, Notebook]) -> None:
    _language, notebook = year
    names = {word for person in known_people.people(notebook) for word in person.name.split() if len(word) > 4}
    for refs in list(documents(notebook))[::5]:
        selection = Selection(refs=refs, audience=Audience.PRACTITIONER, include_private=refs)
        with notebook.store.reading() as tx:
            told = compose(gather(tx, selection), selection).document.model_dump_json()
        assert [name for name in names if name in told] == []
