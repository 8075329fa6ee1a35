"""How many known names are replaced (recall) and how many replacements are names (precision), on labelled texts.

The texts are ours; `[…]` marks by hand what names a known person. Run `python benchmarks/aliasing_precision.py`;
it fails below its floors, so that a change that leaks is noticed.
"""

import json
import re
import sys
from pathlib import Path

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing

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
_MARKED = re.compile(r"\[([^\]]+)\]")


def spans_of(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a labelled text without its marks, and the places that were marked."""
    spans, text, last = [], "", 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        last = match.end()
    return text + marked[last:], spans


def replaced(aliasing: Aliasing, text: str) -> list[tuple[int, int]]:
    """Return the places of a text that the aliases took."""
    places, shift = [], 0
    for span in aliasing.apply(text).spans:
        start = span.start + shift
        places.append((start, start + len(span.name)))
        shift += len(span.name) - (span.end - span.start)
    return places


def measured(language: str) -> tuple[int, float, float]:
    """Return how many texts there are, the recall and the precision; misses are printed."""
    people = [Person(name=name, alias=f"@{at}", forms=forms) for at, (name, *forms) in enumerate(PEOPLE[language])]
    aliasing = Aliasing(people)
    names = found = changes = right = 0
    lines = (LABELLED / f"aliasing.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        text, wanted = spans_of(json.loads(line)["text"])
        got = replaced(aliasing, text)
        names += len(wanted)
        changes += len(got)
        missed = [span for span in wanted if not _covered(span, got)]
        wrong = [span for span in got if not any(start < span[1] and span[0] < end for start, end in wanted)]
        found += len(wanted) - len(missed)
        right += len(got) - len(wrong)
        for words, spans in (("missed", missed), ("too many", wrong)):
            print(*(f"  {words}: {text[start:end]!r} in {text!r}\n" for start, end in spans), sep="", end="")
    return len(lines), found / names, right / changes


def _covered(span: tuple[int, int], got: list[tuple[int, int]]) -> bool:
    """Whether every letter of a name was replaced, but a possessive's own, which stays."""
    taken = {place for start, end in got for place in range(start, end)}
    return sum(place not in taken for place in range(*span)) <= len("’s")


def main() -> int:
    """Print the figures of both languages; return 1 when one is below its floor."""
    low = False
    for language in PEOPLE:
        count, recall, precision = measured(language)
        print(f"{language}: {count} texts, recall {recall:.3f}, precision {precision:.3f}")
        low |= recall < RECALL or precision < PRECISION
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
