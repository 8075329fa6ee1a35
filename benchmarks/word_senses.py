"""Write what words tell of (a feeling, a person, an act; well or ill) beside the word lists, before training.

    python benchmarks/word_senses.py [WORDNET VADER FREQUENCIES]

French words are listed by hand, in `labelled/senses.fr.toml` those that count most and in `senses.fr.json` common
others, each sorted by what it tells of most often; the three files are for English, left alone without them.

WORDNET is the folder of WordNet 3.1 (`index.sense` in it), VADER `vader_lexicon.txt` of vaderSentiment, FREQUENCIES
`en_lexeme_prob.json.gz` of spacy-lookups-data. A word tells of what its commonest sense does; `!` marks words that
people feel ill about, `+` those they feel well about. Nouns of doing and comparatives have names of their own.
"""

import gzip
import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import train_follow_ups

from journal.language import Language
from journal.protocols.families import decision
from journal.protocols.families.words import fold

LABELLED = Path(__file__).parent / "labelled"
BY_HAND, COMMON_WORDS = LABELLED / "senses.fr.toml", LABELLED / "senses.fr.json"
COMMON, COMMON_COMPARATIVE = -14.0, -18.0
"""Least logarithm of how often a word stands in running text."""
FELT = 1.0
"""Least valence that marks a word."""
_FILES = [
    "adj",
    "adj",
    "adv",
    "noun.tops",
    "noun.act",
    "noun.animal",
    "noun.artifact",
    "noun.attribute",
    "noun.body",
    "noun.cognition",
    "noun.communication",
    "noun.event",
    "noun.feeling",
    "noun.food",
    "noun.group",
    "noun.location",
    "noun.motive",
    "noun.object",
    "noun.person",
    "noun.phenomenon",
    "noun.plant",
    "noun.possession",
    "noun.process",
    "noun.quantity",
    "noun.relation",
    "noun.shape",
    "noun.state",
    "noun.substance",
    "noun.time",
    "verb.body",
    "verb.change",
    "verb.cognition",
    "verb.communication",
    "verb.competition",
    "verb.consumption",
    "verb.contact",
    "verb.creation",
    "verb.emotion",
    "verb.motion",
    "verb.perception",
    "verb.possession",
    "verb.social",
    "verb.stative",
    "verb.weather",
    "adj",
]
_DOING = re.compile(r"noun\.(?:act|cognition|communication|process|event|relation|possession|phenomenon|group)")
_ABSTRACT = re.compile(r"(?:[ts]ion|ment|ness|ity|ship|[ae]nc[ey]|ism|acy|ing|[hd]ood|dom|al|ure)$")
_WORD = re.compile(r"[a-z]{3,}")


def senses(wordnet: Path, valence: Mapping[str, float], often: Mapping[str, float]) -> dict[str, str]:
    """Return what each common word tells of."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (wordnet / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _offset, number, times = line.split()
        word, _percent, rest = key.partition("%")
        if _WORD.fullmatch(word) and often.get(word, -99) >= COMMON:
            counted[word][_FILES[int(rest.split(":")[1])]] += int(times) * 10 + (5 if number == "1" else 1)
    found = {}
    for word, names in counted.items():
        name = max(names, key=lambda one: (names[one], one))
        if _DOING.fullmatch(name) and _ABSTRACT.search(word):
            name = "noun.doing"
        felt = valence.get(word, 0.0)
        found[word] = name + ("!" if felt <= -FELT else "+" if felt >= FELT else "")
    return found | comparatives(found, often)


def comparatives(found: Mapping[str, str], often: Mapping[str, float]) -> dict[str, str]:
    """Return the comparatives of adjectives, as far as they are written and are not words of their own."""
    more = dict.fromkeys(("better", "worse", "less", "fewer"), "adj.er")
    for word, name in found.items():
        if name.startswith("adj") and name[3:] in ("", "!", "+"):
            stem = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
            for one in (f"{stem}er", f"{word}{word[-1]}er"):
                if one not in found and often.get(one, -99) > COMMON_COMPARATIVE:
                    more[one] = "adj.er"
    return more


def by_hand() -> dict[str, str]:
    """Return what the listed French words tell of; a word that is listed twice tells of what comes first."""
    first = tomllib.loads(BY_HAND.read_text(encoding="utf-8"))
    common = json.loads(COMMON_WORDS.read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for name, words in (*first.items(), *common.items()):
        for word in words.split():
            found.setdefault(fold(word), name)
    return found


def write(language: Language, found: Mapping[str, str]) -> None:
    """Write what words tell of into the file that training and the program read."""
    together = defaultdict(list)
    for word, name in sorted(found.items()):
        together[name].append(word)
    senses = {name: " ".join(words) for name, words in together.items()}
    train_follow_ups.write(language, {**decision.trained(language), "senses": senses})


def main(arguments: list[str]) -> None:
    """Write the senses of French, and of English where its sources are given."""
    write("fr", by_hand())
    if not arguments:
        return
    wordnet, vader, frequencies = map(Path, arguments)
    lines = (line.split("\t") for line in vader.read_text(encoding="utf-8").splitlines())
    valence = {word: float(felt) for word, felt, *_rest in lines}
    with gzip.open(frequencies, "rt", encoding="utf-8") as file:
        write("en", senses(wordnet, valence, json.load(file)))


if __name__ == "__main__":
    main(sys.argv[1:])
