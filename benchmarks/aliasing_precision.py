"""Benchmark of aliasing: how many names are replaced (recall), how many replacements are names (precision).

The texts are ours; `[…]` marks by hand what names a known person, `{…}` what comes near a name and has to be pointed
out at least. In those called “unlisted” nobody is known: what counts is what is pointed out, and what for nothing.
Run `python benchmarks/aliasing_precision.py`: it prints a table by script and fails below its floors, so that a change
that leaks is noticed.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.model.person import Person
from journal.sharing.aliasing import Aliased, Aliasing
from journal.sharing.remainders import Remnants

LABELLED = Path(__file__).parent / "labelled"
RECALL, PRECISION = 0.99, 0.94
PEOPLE = {
    "fr": (
        ("Karim Benali", "KB", "K.B."), ("Pierre Lenoir",), ("Rose Petit",), ("Claire Fontaine",),
        ("Jean-Pierre Dupont",), ("Anne de La Tour",), ("Jan van der Berg",), ("Clémence Œuvrard",), ("Paul O’Brien",),
        ("Désirée Koné",), ("Victoire Mercier",), ("Aurore",), ("Olivier",), ("Marin",),
    ),
    "en": (
        ("Mark Young",), ("Will Carter",), ("Grace Hill",), ("Hope Baker",), ("Rose",), ("Bill King",),
        ("Jan van der Berg",), ("Mary-Ann O’Neill",), ("Zoë Müller-Braun",), ("Tomasz Kowalski", "TK", "T.K."),
        ("Joy Field",), ("May",), ("Frank Price",),
    ),
}  # fmt: skip
_MARKED = re.compile(r"\[([^\[\]]+)\]|\{([^{}]+)\}")


@dataclass
class Tally:
    """What was found of the names in some texts."""

    texts: int = 0
    names: int = 0
    replaced: int = 0
    changes: int = 0
    right: int = 0
    near: int = 0
    pointed_out: int = 0
    for_nothing: int = 0

    @property
    def recall(self) -> float:
        """How many of the names were replaced."""
        return self.replaced / self.names if self.names else 1.0

    @property
    def precision(self) -> float:
        """How many of the replacements were names."""
        return self.right / self.changes if self.changes else 1.0

    @property
    def silent(self) -> int:
        """How much was neither replaced nor pointed out."""
        return self.names - self.replaced + self.near - self.pointed_out


def marked(text: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """Return a labelled text without its marks, the places of names and those of what comes near a name."""
    places: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    plain, last = "", 0
    for match in _MARKED.finditer(text):
        plain += text[last : match.start()]
        words = match.group(1) or match.group(2)
        places[match.group(1) is None].append((len(plain), len(plain) + len(words)))
        plain += words
        last = match.end()
    return plain + text[last:], *places


def replaced(aliased: Aliased) -> list[tuple[int, int]]:
    """Return the places of a text that the aliases took."""
    places, shift = [], 0
    for span in aliased.spans:
        start = span.start + shift
        places.append((start, start + len(span.name)))
        shift += len(span.name) - (span.end - span.start)
    return places


def told(aliasing: Aliasing, remnants: Remnants, lines: Iterable[str]) -> Tally:
    """Return what was found in some labelled texts; misses are printed."""
    tally = Tally()
    for line in lines:
        text, names, near = marked(line)
        aliased = aliasing.apply(text, fitting=False)
        got = replaced(aliased)
        pointed_out = [each.words for each in remnants.find(aliased, 0, "body", 1)]
        missed = [span for span in names if not _covered(span, got)]
        wrong = [span for span in got if not any(start < span[1] and span[0] < end for start, end in names + near)]
        passed = [span for span in near if not _covered(span, got) and not _named(text[slice(*span)], pointed_out)]
        tally.texts += 1
        tally.names += len(names)
        tally.replaced += len(names) - len(missed)
        tally.changes += len(got)
        tally.right += len(got) - len(wrong)
        tally.near += len(near)
        tally.pointed_out += len(near) - len(passed)
        told_near = [text[slice(*span)] for span in near]
        idle = [words for words in pointed_out if not any(words in each or each in words for each in told_near)]
        tally.for_nothing += len(idle)
        print(*(f"  for nothing: {words!r} in {text!r}\n" for words in idle), sep="", end="")
        for words, spans in (("missed", missed), ("too many", wrong), ("passed over", passed)):
            print(*(f"  {words}: {text[start:end]!r} in {text!r}\n" for start, end in spans), sep="", end="")
    return tally


def _covered(span: tuple[int, int], got: list[tuple[int, int]]) -> bool:
    """Whether every letter of a name was replaced, but a possessive's own, which stays."""
    taken = {place for start, end in got for place in range(start, end)}
    return sum(place not in taken for place in range(*span)) <= len("’s") * (span[1] - span[0] > len("’s"))


def _named(words: str, pointed_out: list[str]) -> bool:
    return any(words in each for each in pointed_out)


def by_language() -> Iterator[tuple[str, Tally]]:
    """Yield the tallies of the French and the English texts."""
    for language, listed in PEOPLE.items():
        people = [Person(name=name, alias=f"@{at}", forms=forms) for at, (name, *forms) in enumerate(listed)]
        lines = (LABELLED / f"aliasing.{language}.jsonl").read_text(encoding="utf-8").splitlines()
        aliasing = Aliasing(people)
        yield language, told(aliasing, Remnants(aliasing), (json.loads(line)["text"] for line in lines))


def by_unlisted() -> Iterator[tuple[str, Tally]]:
    """Yield the tallies of texts that name people whom nobody listed: as sentences begin, and in small letters."""
    aliasing = Aliasing([])
    for language in PEOPLE:
        for kind in ("unlisted", "small"):
            lines = (LABELLED / f"{kind}.{language}.jsonl").read_text(encoding="utf-8").splitlines()
            texts = (json.loads(line)["text"] for line in lines)
            yield f"{kind} {language}", told(aliasing, Remnants(aliasing), texts)


def by_script() -> Iterator[tuple[str, Tally]]:
    """Yield the tallies of the texts of each script, all the people of the world being listed."""
    first, *lines = (LABELLED / "aliasing.scripts.jsonl").read_text(encoding="utf-8").splitlines()
    aliasing = Aliasing([Person(name=name, alias=f"@{at}") for at, name in enumerate(json.loads(first)["people"])])
    remnants = Remnants(aliasing)
    scripts: dict[str, list[str]] = {}
    for line in map(json.loads, lines):
        scripts.setdefault(line["script"], []).append(line["text"])
    for script, texts in scripts.items():
        yield script, told(aliasing, remnants, texts)


def main() -> int:
    """Print the table; return 1 when a floor is not held."""
    low = False
    tallies = [*by_language(), *by_unlisted(), *by_script()]
    head = f"{'':12}{'texts':>6}{'names':>7}{'recall':>8}{'precision':>11}{'near':>6}{'pointed out':>13}"
    print(f"{head}{'silent':>8}{'for nothing':>13}")
    for name, tally in tallies:
        counted = f"{name:12}{tally.texts:6}{tally.names:7}{tally.recall:8.3f}{tally.precision:11.3f}"
        print(f"{counted}{tally.near:6}{tally.pointed_out:13}{tally.silent:8}{tally.for_nothing:13}")
        low |= tally.recall < RECALL or tally.precision < PRECISION or tally.pointed_out < tally.near
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
