"""Commands and protocols are found by words alike, of any language; what nothing is called says so."""

from typing import Any

import pytest

from journal import language
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import choosing, reading
from journal.practice.protocols_at_hand import at_hand
from screens.frame import finding
from screens.keys import TABLE
from screens.pages import OPENS
from screens.widgets.rows import Rows

_WORDS = {  # what newcomers type, for each page
    "share.people": "people alias aliases names pseudonym personnes noms prénoms pseudonyme anonyme gens collègues",
    "share.words": "company confidential projects entreprise confidentiel clients",
    "share.recipients": "recipients readers destinataires lecteurs",
    "share.known": "register registre",
    "share.statements": "progress sponsor progression commanditaire",
    "share.report": "sponsor HR RH rapport commanditaire",
    "share.returned": "answers replies paste réponses coller",
    "share.phone": "phone mobile téléphone",
    "share": "export send pdf print envoyer exporter imprimer",
    "sessions": "coach coaching engagement group objectives agenda accompagnement groupe objectifs convention",
    "plans": "tasks todo steps decisions tâches étapes décisions",
    "learnings": "lessons insights leçons apprentissages",
    "journal": "entries history entrées situations historique",
    "today": "home accueil",
    "trash": "deleted bin supprimé poubelle",
    "settings": "theme language colours thème langue couleurs",
    "look_back": "months statistics mois statistiques évolution",
    "look_back.red_thread": "themes recurring thèmes récurrences",
    "look_back.then_and_now": "compare progress comparer progrès",
    "check_in": "mood stress humeur charge",
    "found.curve": "curve graph courbe graphique",
    "found.whom": "doctor health burnout help médecin santé burn-out aide harcèlement",
    "found.actors": "network stakeholders allies map réseau alliés carte acteurs",
    "found.keymap": "shortcuts keyboard raccourcis clavier touches",
    "found.families": "follow-up relances",
    "found.terms": "vocabulary coach vocabulaire",
    "found.backups": "backup copy sauvegarde",
    "found.import": "import obsidian importer",
    "found.passphrase": "password passphrase mot de passe",
}
_OF_NEWCOMERS = [(word, page) for page, words in _WORDS.items() for word in words.split() if len(word) > 1]


@pytest.fixture(scope="module")
def known() -> dict[str, tuple[str, ...]]:
    rows = [each for each in TABLE.rows if each.listed]
    told = {each.id: tuple(map(_told, (each.title, each.words, each.help))) for each in rows}
    asked = {each.code: (_in_all(each.title), "", _in_all(each.purpose)) for each in choosing.of_scenes(at_hand())}
    return told | asked


def _told(text: str) -> str:
    return finding.in_all_languages(text) if text else ""


def _in_all(words: Any) -> str:
    return finding.folded(" ".join(words.in_(each) for each in language.languages()))


def test_each_command_and_each_protocol_has_another_word(known: dict[str, tuple[str, ...]]) -> None:
    left = dict(known)
    for word in sorted({word for word in finding.all_words() if " " not in word}):
        found = finding.matching({each: texts for each, texts in left.items() if word not in " ".join(texts)}, word)
        left = {each: texts for each, texts in left.items() if each not in found}
    assert not left


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("semaine", "week"),
        ("bilan", "week"),
        ("revue", "week"),
        ("hebdo", "week"),
        ("weekly", "week"),
        ("review", "week"),
        ("bilan", "look_back"),
        ("supprimer", "trash"),
        ("mot de passe", "settings"),
        ("password", "settings"),
        ("imprimer", "share"),
        ("rdv", "sessions"),
        ("Décision", "alone"),
        ("diary", "journal"),
        *_OF_NEWCOMERS,
    ],
)
def test_words_that_people_look_for_find_it(known: dict[str, tuple[str, ...]], typed: str, found: str) -> None:
    assert found in finding.matching(known, typed)


def test_what_a_title_says_comes_before_what_is_alike(known: dict[str, tuple[str, ...]]) -> None:
    assert finding.matching(known, "corbeille")[0] == "trash"
    assert finding.matching(known, "rétrospective")[0] == "look_back"


def test_nothing_is_found_by_a_word_that_means_nothing(known: dict[str, tuple[str, ...]]) -> None:
    assert finding.matching(known, "zzz") == []


async def test_the_week_begins_from_the_palette_and_belongs_to_no_situation(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("colon", *"zzz")
        await pilot.pause()
        assert "No command is called so" in vaulted.shown(pilot)
        height = pilot.app.screen.query_one(Rows).size.height
        await pilot.press(*["backspace"] * 3, *"semaine")
        await pilot.pause()
        rows = pilot.app.screen.query_one(Rows)
        assert rows.size.height == height  # nothing of the page below comes and goes
        rows.choose("protocol:week")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "The end of the week" in pilot.app.screen.page_title()
        assert pilot.app.screen.run.about is None
        assert not reading.newest(pilot.app.journal.notebook, Filter(kinds=(Kind.SITUATION,)), 1)


def test_every_page_that_opens_from_anywhere_has_its_words(known: dict[str, tuple[str, ...]]) -> None:
    places = {row.id for row in TABLE.rows if row.opens or row.action.startswith("app.go(")}
    assert places <= set(_WORDS)
    assert {row.opens for row in TABLE.rows if row.opens} <= set(OPENS)


@pytest.mark.sweep
@pytest.mark.parametrize("typed", ["people", "alias", "names"])
async def test_the_page_of_people_opens_from_the_palette_and_its_keys_are_told(vaulted: Any, typed: str) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("colon", *typed)
        await pilot.pause()
        first = vaulted.shown(pilot).splitlines()
        assert any("Share · people" in line and line.rstrip().endswith("   5 p") for line in first)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.page_title() == "People and aliases"
        await pilot.press("escape", "5")
        await vaulted.settle(pilot)
        await pilot.press("colon", *typed)
        await pilot.pause()
        here = vaulted.shown(pilot).splitlines()
        assert any("Share · people" in line and line.rstrip().endswith("   p") for line in here)
