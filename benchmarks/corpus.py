"""A journal of any length: entries of a manager's world, half French, half English, the same at every run.

    python benchmarks/corpus.py 1000

prints the entries as JSON lines. Entry n of a journal depends on n and the seed alone, so that two lengths share their
beginning. Words follow Zipf's law (the nth most frequent comes 1/n as often, as in real texts) over a stock of about
25,000, most of them made of syllables, so that the index has the size that a real journal's would have.
"""

import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import accumulate, islice, product
from random import Random

from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.practice.notebook import Notebook
from journal.store import entry_writing

SEED = 7
LETTERS = 1600  # of a body, on average
PER_TRANSACTION = 10_000
LAST = datetime(2026, 11, 20, 18, 0, tzinfo=timezone(timedelta(hours=1)))
APART = timedelta(minutes=50)  # between two entries: 100,000 of them are nine and a half years
RARE = "héliotrope"  # in one entry of 5,000
_RARE_EVERY = 5000
_SIZES = (0.2, 0.5, 0.8, 1.0, 1.2, 1.6)  # of a body; with the end of its last paragraph 1 on average

_FRENCH = """de la le et à les des en un une que je il dans qui ne pas pour sur ce avec plus au mais on nous tout
réunion équipe décision budget comité directrice planning urgence projet collègue question client délai réorganisation
siège entretien objectif désaccord silence confiance arbitrage priorité mandat délégation tension posture recul cadre
périmètre pourquoi comment encore déjà demain hier matin soir semaine trimestre bureau couloir téléphone courriel
tableau chiffre risque accord refus écoute parole regard colère fatigue doute courage limite espace temps fusion
recrutement départ arrivée prime formation évaluation reporting organigramme syndicat prestataire fournisseur usine
atelier chantier nuit grève alerte panne livraison retard relance compte-rendu cœur œuvre manœuvre"""
_ENGLISH = """the of and to a in it that I was for with on had but so at we this as have be not they from there
meeting team decision budget board director schedule urgency project colleague question client deadline reorganisation
headquarters interview objective disagreement silence trust trade-off priority mandate delegation tension stance
distance frame scope why how still already tomorrow yesterday morning evening week quarter office corridor phone mail
table figure risk agreement refusal listening speech look anger tiredness doubt courage limit room time merger hiring
leaving arrival bonus training appraisal reporting chart union contractor supplier plant workshop site night strike
alert outage delivery delay reminder minutes heart work naïve café résumé"""
_SYLLABLES = (
    "ba cer do fen gri hou jal ken lor mi nué pra quin ro sté tur vi xa yon zé blé chan dru flo",
    "ack ben cor dle est fir gow hin jum kel low min nor ock pra qui rus ston tev ump vel win yar zed",
)
_TAG_NAMES = """comité équipe budget réorganisation entretien délégation arbitrage recrutement séance urgence confiance
planning board hiring deadline merger appraisal headquarters"""
_TAGS = _TAG_NAMES.split()
_PEOPLE = tuple(
    f"{first} {last}"
    for first, last in product(
        ("Karim", "Nadia", "Hélène", "Paul", "Inès", "Marc", "Sofia", "Tom"), ("Aubry", "Bell", "Carlier", "Dorn")
    )
)


def _stock(common: str, syllables: str) -> tuple[list[str], list[float]]:
    """Return the words of a language, frequent ones first, and their accumulated weights."""
    made = ["".join(parts) for size in (2, 3) for parts in product(syllables.split(), repeat=size)]
    Random(SEED).shuffle(made)
    words = list(dict.fromkeys([*common.split(), *made]))[:25_000]
    return words, list(accumulate(1 / (rank + 2) for rank in range(len(words))))


_STOCKS = (_stock(_FRENCH, _SYLLABLES[0]), _stock(_ENGLISH, _SYLLABLES[1]))


def _body(random: Random, language: int, letters: int) -> str:
    words, weights = _STOCKS[language]
    wanted = int(letters * random.choice(_SIZES))
    drawn = iter(random.choices(words, cum_weights=weights, k=wanted // 4))
    paragraphs: list[str] = []
    length = 0
    while length < wanted:
        sentences = []
        for _ in range(random.randint(2, 6)):
            sentence = " ".join(islice(drawn, random.randint(5, 18)))
            if not sentence:
                break
            sentences.append(f"{sentence[0].upper()}{sentence[1:]}.")
        if not sentences:
            break
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1])
    return "\n\n".join(paragraphs)


def entry(number: int, letters: int = LETTERS) -> NewEntry:
    """Return entry `number` (from 0, the newest) of the journal, its body of so many letters on average."""
    random = Random(SEED * 1_000_003 + number)
    language = number % 2
    words, weights = _STOCKS[language]
    title = " ".join(random.choices(words, cum_weights=weights, k=random.randint(3, 8)))
    body = _body(random, language, letters)
    if number % _RARE_EVERY == 0:
        body += f" {RARE}."
    return NewEntry(
        kind=Kind.SITUATION,
        title=title[0].upper() + title[1:],
        body=body,
        happened_at=LAST - number * APART - timedelta(minutes=random.randint(0, 40)),
        tags=tuple(random.sample(_TAGS, random.randint(0, 3))),
        people=tuple(random.sample(_PEOPLE, random.randint(0, 2))),
        patterns=tuple(random.sample(list(Pattern), random.choice((0, 0, 1, 1, 2)))),
    )


def journal(count: int, letters: int = LETTERS) -> Iterator[NewEntry]:
    """Yield the newest `count` entries, oldest first, one at a time."""
    return (entry(number, letters) for number in range(count - 1, -1, -1))


def fill(notebook: Notebook, count: int, letters: int = LETTERS) -> None:
    """Put a journal of `count` entries into a vault, many in one transaction."""
    coming = journal(count, letters)
    while some := list(islice(coming, PER_TRANSACTION)):
        with notebook.store.writing() as tx:
            for new in some:
                entry_writing.add(tx, new, new.happened_at)


def main() -> None:
    """Print a journal."""
    for new in journal(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        sys.stdout.write(json.dumps(new.model_dump(mode="json"), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
