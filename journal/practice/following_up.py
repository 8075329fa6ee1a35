"""Hear what the wording of an answer calls for, and offer one more question; offline, and nothing is kept."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from journal.language import N_, Language, _, speaking
from journal.model.follow_up import FollowUp, FollowUpFamily
from journal.model.protocol import Family
from journal.protocols.families.own_words import asks, own_words
from journal.protocols.families.word_lists import Case, WordList, vocabulary

_WORD = re.compile(r"\w+")
_IN_QUESTIONS_TOO = (Family.BODY_SIGNAL, Family.STRONG_INTENSITY)
_LONGEST_ECHO = 60

_SHOWN = {
    Family.BODY_SIGNAL: (
        N_("Body signals"),
        N_("Sleep, pain, exhaustion: leads to the check-in and to who to talk to."),
    ),
    Family.STRONG_INTENSITY: (
        N_("Strong intensity"),
        N_("Strong words: offers a moment apart, or a break."),
    ),
    Family.ABSOLUTES: (N_("Absolutes"), N_("Always, never, nobody: asks for the exception.")),
    Family.MIND_READING: (N_("Guessing what others think"), N_("He thinks, they want: asks what you saw or heard.")),
    Family.OUTSIDE_CAUSE: (N_("External causes"), N_("It makes me: asks what is in your hands and what isn’t.")),
    Family.OBLIGATIONS: (N_("Obligations"), N_("I must, we have to: asks who is asking for it.")),
    Family.VAGUE_ACTORS: (N_("Vague actors"), N_("They, people, management: asks who exactly.")),
    Family.NOMINALISATION: (N_("Abstract nouns"), N_("Communication is broken: asks who does what.")),
    Family.JUDGEMENT: (N_("Judgements"), N_("A verdict where a fact was asked: asks for the fact.")),
    Family.COMPARISON: (N_("Comparisons"), N_("Better, too slow: asks compared with what.")),
    Family.MISSING_FEELING: (N_("No feeling"), N_("A long answer without any feeling: asks for it.")),
    Family.MISSING_SELF: (N_("No “I”"), N_("A long answer without “I”: asks where you were.")),
}


@dataclass(frozen=True, slots=True, repr=False)
class _Heard:
    """A text being listened to: as it was written, the writer's own words in it, and which wording's turn it is."""

    text: str
    plain: str
    turn: int


def follow_ups(
    text: str,
    language: Language,
    *,
    allowed: Collection[str] | None = None,
    off: Collection[str] = (),
    most: int = 2,
    turn: int = 0,
) -> list[FollowUp]:
    """Return at most `most` follow-ups, one per family, the more important families first, on separate words.

    `allowed` are the codes that the prompt lets fire (None: all), `off` those that the manager switched off. `turn`
    chooses among the wordings: the same turn always asks the same, the next one asks differently.
    """
    lists = vocabulary(language)
    heard = _Heard(text, own_words(text, lists.speech), turn)
    offered: list[FollowUp] = []
    for words in lists.families:
        if len(offered) >= most:
            break
        if words.family in off or (allowed is not None and words.family not in allowed):
            continue
        free = (found for found in _matches(words, heard) if not any(_overlap(found, other) for other in offered))
        offered += [first] if (first := next(free, None)) else []
    return offered


def all_matches(text: str, language: Language) -> list[FollowUp]:
    """Return everything that is heard in a text, in its order; what is missing from the whole comes last."""
    lists = vocabulary(language)
    heard = _Heard(text, own_words(text, lists.speech), 0)
    found = [one for words in lists.families for one in _matches(words, heard)]
    return sorted(found, key=lambda one: (one.span is None, one.span or (0, 0)))


def families(language: Language) -> list[FollowUpFamily]:
    """Return the twelve families in order of priority, with a name and a line of explanation for the settings."""
    with speaking(language):
        return [FollowUpFamily(code, _(name), _(about)) for code, (name, about) in _SHOWN.items()]


def _matches(words: WordList, heard: _Heard) -> Iterator[FollowUp]:
    """Find what one family hears, each case from the start of the text to its end."""
    if words.hears_absence:
        yield from _absences(words, heard)
        return
    found = [(match.span(), case) for case in words.cases for match in case.wordings.expression.finditer(heard.plain)]
    if not found:
        return
    excused = [match.span() for match in words.exceptions.expression.finditer(heard.plain)]
    ends = [end for _start, end in excused]
    for (start, end), case in sorted(found, key=lambda one: one[0]):
        near = bisect_left(ends, start + 1)
        if near < len(excused) and excused[near][0] < end:
            continue
        if words.family not in _IN_QUESTIONS_TOO and asks(heard.plain, end):
            continue
        echo = heard.text[start:end].strip()
        yield FollowUp(words.family, (start, end), echo, _question(words, case, heard.turn, echo), words.leads_to)


def _absences(words: WordList, heard: _Heard) -> Iterator[FollowUp]:
    case = words.cases[0]
    if len(_WORD.findall(heard.plain)) >= words.least_words and not case.wordings.expression.search(heard.plain):
        yield FollowUp(words.family, None, "", _question(words, case, heard.turn, ""), words.leads_to)


def _question(words: WordList, case: Case, turn: int, echo: str) -> str:
    """Word the question; families start at different places, so that two of one answer do not sound alike."""
    place = (turn + list(_SHOWN).index(words.family)) % len(case.questions)
    said = " ".join(echo.split()).replace("'", "’")
    if len(said) > _LONGEST_ECHO:
        said = said[: _LONGEST_ECHO - 1].rstrip() + "…"
    return case.questions[place].replace("{words}", said)


def _overlap(one: FollowUp, other: FollowUp) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]
