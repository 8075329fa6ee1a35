"""Hear what the wording of an answer calls for, and offer one more question; offline, and nothing is kept."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from journal.language import N_, Language, _, speaking
from journal.model.follow_up import FollowUp, FollowUpFamily
from journal.model.protocol import Family
from journal.protocols.families.context import Feature, clause_features, trigger_features
from journal.protocols.families.decision import Model, model
from journal.protocols.families.echoing import echo
from journal.protocols.families.own_words import own_words
from journal.protocols.families.proposing import Proposal, proposals
from journal.protocols.families.word_lists import WordList, vocabulary
from journal.protocols.families.words import Reading, read_words

_IN_QUESTIONS_TOO = (Family.BODY_SIGNAL, Family.STRONG_INTENSITY)
_LONGEST_ECHO = 60
_MOST_WEIGHED = 16
"""Proposals of one family that are weighed in one answer: whoever wrote more has been heard by then."""

_SHOWN = {
    Family.BODY_SIGNAL: (
        N_("Body signals"),
        N_("Sleep, pain, exhaustion: leads to the check-in and to “Who to talk to”."),
    ),
    Family.STRONG_INTENSITY: (
        N_("Strong feelings"),
        N_("Strong words: offers a moment to yourself, or a break."),
    ),
    Family.ABSOLUTES: (N_("Absolutes"), N_("“Always”, “never”…: asks for a moment or an exception, if there is one.")),
    Family.MIND_READING: (
        N_("What others think"),
        N_("“He thinks”, “they want”: asks what you saw or heard, or would like to know."),
    ),
    Family.OUTSIDE_CAUSE: (
        N_("External causes"),
        N_("“It makes me”: asks what is out of your hands, or what you would need."),
    ),
    Family.OBLIGATIONS: (N_("Obligations"), N_("“I must”, “we have to”: asks who is asking for it, or what can wait.")),
    Family.VAGUE_ACTORS: (
        N_("Unnamed people"),
        N_("“They”, “people”, “management”: asks who that is, if you would like to say."),
    ),
    Family.NOMINALISATION: (N_("Abstract nouns"), N_("“Communication is broken”: asks how it goes, or what shows it.")),
    Family.JUDGEMENT: (N_("Judgements"), N_("An opinion where a fact was asked for: asks what you saw or heard.")),
    Family.COMPARISON: (
        N_("Comparisons"),
        N_("“Better”, “too slow”: asks what you are comparing it with, or for an example."),
    ),
    Family.MISSING_FEELING: (
        N_("Feelings not mentioned"),
        N_("A long answer that names no feeling: asks what you noticed in yourself."),
    ),
    Family.MISSING_SELF: (N_("No “I”"), N_("A long answer without “I”: asks how it was on your side.")),
}


@dataclass(frozen=True, slots=True, repr=False)
class _Heard:
    """A text being listened to: as written, the writer's own words in it, what they propose, and whose turn it is."""

    text: str
    plain: str
    reading: Reading
    proposed: Mapping[Family, Sequence[Proposal]]
    decides: Model
    turn: int
    asked: Collection[str] = ()
    weighed: dict[tuple[Family, int], int] = field(default_factory=dict)
    """What whole clauses weigh, each looked at once."""
    clauses: dict[int, list[Feature]] = field(default_factory=dict)
    """What is seen of whole clauses, whichever families weigh it."""


def follow_ups(
    text: str,
    language: Language,
    *,
    allowed: Collection[str] | None = None,
    off: Collection[str] = (),
    most: int = 2,
    turn: int = 0,
    asked: Collection[str] = (),
) -> list[FollowUp]:
    """Return at most `most` follow-ups, one per family, the more important families first, on separate words.

    `allowed` are the codes that the prompt lets fire (None: all), `off` those that the manager switched off. `turn`
    chooses among the wordings: the same turn always asks the same, the next one asks differently, and none as one of
    `asked` did, as long as there is another.
    """
    heard = replace(_listen(text, language, turn), asked=asked)
    offered: list[FollowUp] = []
    for words in vocabulary(language).families:
        if len(offered) >= most:
            break
        if words.family in off or (allowed is not None and words.family not in allowed):
            continue
        free = (found for found in _matches(words, heard) if not any(_overlap(found, other) for other in offered))
        offered += [first] if (first := next(free, None)) else []
    return offered


def all_matches(text: str, language: Language) -> list[FollowUp]:
    """Return everything that is heard in a text, in its order; what is missing from the whole comes last."""
    heard = _listen(text, language, 0)
    found = [one for words in vocabulary(language).families for one in _matches(words, heard)]
    return sorted(found, key=lambda one: (one.span is None, one.span or (0, 0)))


def families(language: Language) -> list[FollowUpFamily]:
    """Return the twelve families in order of priority, with a name and a line of explanation for the settings."""
    with speaking(language):
        return [FollowUpFamily(code, _(name), _(about)) for code, (name, about) in _SHOWN.items()]


def _listen(text: str, language: Language, turn: int) -> _Heard:
    lists = vocabulary(language)
    plain = own_words(text, lists.speech)
    reading = read_words(text, plain, lists.lexicon)
    proposed: dict[Family, list[Proposal]] = {}
    for one in proposals(reading, lists.triggers):
        proposed.setdefault(one.trigger.family, []).append(one)
    return _Heard(text, plain, reading, proposed, model(language), turn)


def _matches(family: WordList, heard: _Heard) -> Iterator[FollowUp]:
    """Find what one family hears, from the start of the text to its end."""
    if family.hears_absence:
        yield from _absences(family, heard)
        return
    for one in islice(heard.proposed.get(family.family, ()), _MOST_WEIGHED):
        if _calls(family.family, one, heard):
            around = family.echo_who if one.trigger.is_who else family.echo
            start, end = echo(heard.reading.words, one, around)
            said = heard.text[start:end]
            question = _question(family, one.trigger.case, heard, said)
            yield FollowUp(family.family, (start, end), said, question, family.leads_to)


def _calls(family: Family, one: Proposal, heard: _Heard) -> bool:
    """Decide whether a proposal calls for its family; who asks is wondering already."""
    number = heard.reading.words[one.first].clause
    clause = heard.reading.clauses[number]
    if clause.asked and family not in _IN_QUESTIONS_TOO:
        return False
    key = (family, number)
    if key not in heard.weighed:
        if number not in heard.clauses:
            heard.clauses[number] = list(clause_features(heard.reading, clause))
        heard.weighed[key] = heard.decides.weigh(family, heard.clauses[number])
    weight = heard.weighed[key] + heard.decides.weigh(family, trigger_features(heard.reading, clause, one))
    return weight > heard.decides.thresholds[family]


def _absences(family: WordList, heard: _Heard) -> Iterator[FollowUp]:
    if len(heard.reading.words) >= family.least_words and not family.present.expression.search(heard.plain):
        yield FollowUp(family.family, None, "", _question(family, 0, heard, ""), family.leads_to)


def _question(family: WordList, case: int, heard: _Heard, words: str) -> str:
    """Word the question; families start at different places, so that two of one answer do not sound alike."""
    questions = family.questions[case]
    start = heard.turn + list(_SHOWN).index(family.family)
    places = [(start + step) % len(questions) for step in range(len(questions))]
    place = next((each for each in places if not _said_before(questions[each], heard.asked)), places[0])
    said = " ".join(words.split()).replace("'", "’")
    if len(said) > _LONGEST_ECHO:
        said = said[: _LONGEST_ECHO - 1].rstrip() + "…"
    return questions[place].replace("{words}", said)


def _said_before(question: str, asked: Collection[str]) -> bool:
    """Whether a question was asked before, whatever words it took up then."""
    turn_of_phrase = question.rpartition("{words}")[2]
    return any(each.endswith(turn_of_phrase) for each in asked)


def _overlap(one: FollowUp, other: FollowUp) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]
