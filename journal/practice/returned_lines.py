"""The lines of what came back, with what is proposed for each: a question is ticked, a greeting is not."""

import re
from collections.abc import Iterable, Iterator

from journal.hygiene import one_line
from journal.model.returned import Returned, ReturnedLine, ReturnedText

MOST = 100  # lines
LONGEST = 2000  # characters of one
_BULLET = re.compile(r"^\s*(?:[-*•–—]|\d{1,3}[.)])\s+")
_ASKS = re.compile(r"\?[\s\u00a0\u202f»”\"’')\]]*(?:$|\s)")
_COURTESY = re.compile(
    r"^(?:bonjour|bonsoir|salut|ch[eè]re?s?\b|merci|cordialement|bien cordialement|bien à vous|amicalement"
    r"|à (?:bientôt|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|très vite|plus tard)"
    r"|belle journée|bonne (?:journée|soirée|semaine)|hello|hi\b|dear\b|good (?:morning|afternoon|evening)"
    r"|thanks?\b|thank you|cheers|best\b|kind regards|regards|sincerely|see you|yours\b|take care|warmly)",
    re.IGNORECASE,
)
_PLEASANTRY = re.compile(
    r"(?:comment (?:allez[- ]vous|vas[- ]tu|ça va)|vous allez bien|ça va|how are you|how(?:’s| is) it going)[^?]*\?",
    re.IGNORECASE,
)
_FEW_WORDS = 3  # a name below what was written
_WRAPPED = 55  # characters from which a line that goes on in small letters was broken by the mail
_ENDS = tuple(".?!:;…")


def lines_of(returned: Returned) -> list[ReturnedLine]:
    """Return the lines of what came back, none empty, none too long to be a question."""
    return [each for text in returned.texts for each in _lines(text, every=returned.all_ask)][:MOST]


def _lines(text: ReturnedText, *, every: bool) -> Iterator[ReturnedLine]:
    for line in _unwrapped(text.text):
        told = one_line(_BULLET.sub("", line))[:LONGEST]
        if told:
            yield ReturnedLine(told, ticked=asks(told, every=every), passage=text.passage, title=one_line(text.title))


def asks(line: str, *, every: bool = False) -> bool:
    """Whether a line looks like a question; where every line is one, whatever is neither greeting nor name."""
    rest = _PLEASANTRY.sub("", line)
    if _ASKS.search(rest):
        return not _COURTESY.match(rest) or len(rest.split()) > _FEW_WORDS
    return every and not _COURTESY.match(line) and len(line.split()) > _FEW_WORDS


def taken_for_greetings(lines: Iterable[ReturnedLine]) -> list[ReturnedLine]:
    """Return the lines that ask, by their sign, and are not proposed: they read like greetings."""
    return [line for line in lines if not line.ticked and not line.known and _ASKS.search(line.text)]


def _unwrapped(text: str) -> Iterator[str]:
    """Yield lines as they were written: a mail breaks long ones."""
    held = ""
    for line in text.splitlines():
        goes_on = len(held) >= _WRAPPED and not held.rstrip().endswith(_ENDS) and line[:1].islower()
        if held and not goes_on:
            yield held
            held = ""
        held = f"{held.rstrip()} {line}" if held else line
    yield held
