"""Words with a capital that may be somebody's name, each name in one: "Diane O’Brien", "Jan van den Berg", "Mr Le".

A capital in the middle of a sentence is nearly always a name's. At the beginning of one it tells nothing: there the
word itself and what follows decide.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from journal.sharing.at_beginning import is_word_too, says_nobody, somebody_begins
from journal.sharing.common_words import is_common
from journal.sharing.folding import WORD, Folded, fold, run_before
from journal.sharing.group_names import names_group
from journal.sharing.hidden_names import is_somebody, may_hide
from journal.sharing.name_forms import TITLES
from journal.sharing.sentences import may_begin
from journal.sharing.told_together import before_alias, begins_list
from journal.sharing.words import folded as folded_list

_CASED = ((0x41, 0x5B), (0xC0, 0x250), (0x370, 0x590), (0x1E00, 0x2000))  # Latin, Greek, Cyrillic, Armenian
UPPER = "".join(chr(code) for block in _CASED for code in range(*block) if chr(code).isupper())
_LETTER = r"[^\W\d_]"
_BLANK = "[ \u00a0]"
_ELISION = f"(?:[{UPPER}]['’](?=[{UPPER}]))?"  # O’Brien, N’Diaye, D’Amico
# Looking back after the first letter spares a look at every other one.
_CAPITAL = re.compile(
    rf"[{UPPER}](?<!{_LETTER}.)[^\W_]*(?:[-‐‑]{_LETTER}+|['’](?!s\b){_LETTER}+|{_BLANK}{_ELISION}[{UPPER}]{_LETTER}+)*"
)
_LAST_CAPITAL = re.compile(rf"(?<![\w-])([{UPPER}]{_LETTER}+){_BLANK}\Z")
_PARTICLES = r"(?:van|von|der|den|ter|zu|zur|el|al|bin|ibn|di|del|della|dos)"  # no words of French or English
_SURNAME = rf"({_ELISION}[{UPPER}]{_LETTER}+(?:[-‐‑]{_LETTER}+)*)"
_SURNAME_BEHIND = re.compile(rf"{_BLANK}{_SURNAME}")
_GOES_ON = re.compile(rf"(?:{_BLANK}{_PARTICLES})+{_BLANK}{_SURNAME}")
_GOES_ON_IN_FRENCH = re.compile(rf"{_BLANK}(?:(?:de|du|des|de la){_BLANK}|d['’]){_SURNAME}")
_BEGUN = re.compile(rf"(?<![\w'’-])(?:{_PARTICLES}{_BLANK})+\Z")
_TITLE = "|".join(sorted(TITLES - {"m"}, key=len, reverse=True))
_BEGUN_AFTER_TITLE = re.compile(
    rf"(?<!{_LETTER})(?:M|(?i:{_TITLE}))\.?[ \u00a0\u202f]((?:(?:de la|de|du|des|van|von){_BLANK}|d['’])+)\Z"
)
_AFTER_TITLE = re.compile(rf"(?<!{_LETTER})(?:M|(?i:{_TITLE}))\.[ \u00a0\u202f]\Z")
_TITLED = re.compile(
    rf"(?<!{_LETTER})(?:M|(?i:{_TITLE}))\.?[ \u00a0\u202f]([{UPPER}][a-zà-ÿ]+)(?![\w'’-]|{_BLANK}[{UPPER}])"
)
_TITLE_WORDS = frozenset(word for title in TITLES - {"m"} for word in WORD.findall(title))
_MISTER = re.compile(rf"M\.?[ \u00a0\u202f][{UPPER}]")
_ALONE = re.compile(r"[*_]{0,3}[ \u00a0\u202f]?(?:[,.!?…;)»”]|\n|\Z)")
_LIKE_A_VERB = re.compile(rf"{_BLANK}([a-zà-ÿ]{{2,}}[se])(?!\w)")  # "Bridget sets", "Apolline présente"
_AROUND = 30
_HYPHENS = ("-", "‐", "‑")
_APOSTROPHES = ("'", "’")
_ELIDED = frozenset(
    {*"cdjlmnst", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "entr", "aujourd", "let"}
)
_ALWAYS_OF_A_NAME, _SOMETIMES = frozenset("okn"), frozenset("dlm")  # first letters before an apostrophe
_LEADING = frozenset({"le", "la", "de", "du", "el", "al"})  # first words of a surname that are words as well
_LONGEST_ACRONYM = 5
_NEVER = folded_list("never-names")
_WORDS_AT_FIRST = frozenset({"said"})  # a first name that begins sentences as other words do


class PossibleNames:
    """Finds names in texts that were aliased, by their capitals."""

    def __init__(self, knows: Callable[[str], bool]) -> None:
        """Prepare; `knows` tells whether a word is the name of somebody who is known."""
        self._knows = knows
        self._names = folded_list("first-names")
        self._judged = cache(self._judge)  # the same words come again and again
        self._hopeless: dict[str, tuple[bool, int]] = {}  # and the letters of a last word that may hide one

    def find(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Yield from where to where in a text a name may stand; the same with more around it comes first."""
        text = folded.original
        if folded.shape is None or not _TITLE_WORDS.isdisjoint(folded.words) or _MISTER.search(text):
            yield from (match.span() for match in _TITLED.finditer(text) if self._needs_title(match.group(1)))
        for start, end in self._in_capitals(text):
            wide = self._begun_before(text, start), self._gone_on(text, start, end)
            if wide != (start, end):
                yield wide
            yield start, end

    def before(
        self, text: str, aliases: Iterable[tuple[int, int]], names: Iterable[tuple[int, int]]
    ) -> Iterator[tuple[int, int]]:
        """Yield first names that were left standing before an alias or a name, or before one of these, or told with it.

        Before a name they are looked for as before its alias, so that nothing is pointed out only once it has one.
        """
        replaced = set(aliases)
        todo = [*replaced, *names]
        seen = set(todo)
        while todo:
            start, end = todo.pop()
            begins = run_before(text, start - 1, max(0, start - _AROUND))
            word = _LAST_CAPITAL.search(text, begins, start)
            together = before_alias(text, start, end)
            found = [together] if together else []
            if (
                word
                and ((start, end) in replaced or text[start].islower() or self._is_first_name(word.group(1)))
                and not self._judged(word.group(1), hyphen=False, elided=False)[0]
                and self._is_before_name(text, *word.span(1))
            ):
                found.append(word.span(1))
            yield from found
            todo += [span for span in found if span not in seen]
            seen.update(found)

    def _is_first_name(self, word: str) -> bool:
        return fold(word) in self._names or is_word_too(fold(word))

    def _needs_title(self, word: str) -> bool:
        folded = fold(word)
        return len(folded) > 1 and (
            folded in folded_list("small-words") or self._judged(word, hyphen=False, elided=False)[0]
        )

    def _in_capitals(self, text: str) -> Iterator[tuple[int, int]]:
        for match in _CAPITAL.finditer(text):
            words = match.group()
            judged = self._hopeless.get(words)
            if judged is None:
                # What is no name in the middle of a sentence is none at its beginning either.
                hopeless = self._name_in(f"x {words}", 2, 2 + len(words)) is None
                judged = self._hopeless[words] = hopeless, may_hide(words.split()[-1])
            hopeless, hidden = judged
            last = match.end() - hidden, match.end()
            if not hopeless and (span := self._name_in(text, *match.span())):
                yield span
            elif hidden and is_somebody(text, *last, self._names_somebody, begins=_may_begin(text, last[0])):
                yield last

    def _name_in(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the part of a run of capitalised words that may be a name; None when there is none."""
        leading, first = None, start
        while start < end:
            word = WORD.match(text, start)
            if word is None:
                return None
            if self._is_name(text, word, end):
                if self._is_of_group(text[first:end]):
                    return first, end
                return (start if leading is None or not self._leads(text, leading, word) else leading), end
            leading = start if fold(word.group()) in _LEADING else None
            following = WORD.search(text, word.end(), end)
            if following is None:
                return None
            start = following.start()
            if text[start].islower():
                return None
        return None

    def _is_of_group(self, run: str) -> bool:
        """Whether a run of capitalised words is what a room or a team is called: "Baby Room", and not "The Room"."""
        return names_group(run) and not self._judged(run.split(maxsplit=1)[0], hyphen=False, elided=False)[0]

    def _is_name(self, text: str, word: re.Match[str], end: int) -> bool:
        """Whether a name may begin with a word of a run."""
        told, after = word.group(), text[word.end() : word.end() + 1]
        if after in _APOSTROPHES and len(told) == 1:
            return self._is_elided_name(text, word)
        elided = after in _APOSTROPHES and _is_elided(fold(told), text[word.end() + 1 : word.end() + 3])
        settled, known = self._judged(told, hyphen=after in _HYPHENS, elided=elided)
        if settled:
            return False
        return known or not _may_begin(text, word.start()) or self._begins_sentence(text, word, end)

    def _is_elided_name(self, text: str, word: re.Match[str]) -> bool:
        """Whether a letter with its apostrophe begins a name: "O’Brien"; "D’Amico", but not "D’Anne"."""
        letter, following = fold(word.group()), WORD.match(text, word.end() + 1)
        if following is None or not following.group()[0].isupper() or len(following.group()) == 1:
            return False
        if letter in _ALWAYS_OF_A_NAME:
            return True
        rest = following.group()
        if letter not in _SOMETIMES or rest.isupper() or self._judged(rest, hyphen=False, elided=False)[0]:
            return False
        is_first_name = fold(rest) in self._names or self._knows(rest)
        return not is_first_name and not (may_begin(text, word.start()) and (letter == "l" or is_common(rest)))

    def _begins_sentence(self, text: str, word: re.Match[str], end: int) -> bool:
        """Whether a word that begins a sentence is a name by what it is and by what follows."""
        if is_common(word.group()) and not is_word_too(fold(word.group())):
            return False
        following = WORD.match(text, word.end() + 1, end)
        if (
            following is not None
            and following.group()[0].isupper()
            and text[word.end()] in " \u00a0"
            and self._may_go_on(text, following)
        ):
            return self._is_before_name(text, *word.span()) or self._is_unheard_surname(following.group())
        tied = word.end() < end and text[word.end()] in _HYPHENS and text[word.end() + 1 : word.end() + 2].isupper()
        return (
            tied
            or somebody_begins(text, *word.span())
            or begins_list(text, *word.span(), self._names_somebody)
            or self._is_unheard_of(text, word)
        )

    def _names_somebody(self, word: str) -> bool:
        """Whether a word with a capital is somebody's name wherever it stands."""
        told = fold(word)
        if self._judged(word, hyphen=False, elided=False)[0]:
            return False
        return told in self._names or is_word_too(told) or not is_common(word)

    def _is_unheard_surname(self, word: str) -> bool:
        """Whether a word can be nothing but a surname: "Parfait Mbemba", and not "Parfait Karim"."""
        return not (fold(word) in self._names or self._knows(word) or is_common(word))

    def _may_go_on(self, text: str, following: re.Match[str]) -> bool:
        """Whether a name may go on with a word: "Rose Diallo", "Rose N’Diaye"."""
        if len(following.group()) == 1 and text[following.end() : following.end() + 1] in _APOSTROPHES:
            return self._is_elided_name(text, following)
        if fold(following.group()) in _LEADING:
            return _SURNAME_BEHIND.match(text, following.end()) is not None or following.group() == "Le"
        return not self._judged(following.group(), hyphen=False, elided=False)[0]

    def _is_unheard_of(self, text: str, word: re.Match[str]) -> bool:
        """Whether a word that is none of the language stands alone, or before what may be a verb."""
        if is_word_too(fold(word.group())):
            return False
        verb = _LIKE_A_VERB.match(text, word.end())
        return _ALONE.match(text, word.end()) is not None or (verb is not None and fold(verb.group(1)) not in _NEVER)

    def _is_before_name(self, text: str, start: int, end: int) -> bool:
        """Whether a word that stands before another that may be a name is the first name to it."""
        word = text[start:end]
        if is_word_too(fold(word)):
            return not says_nobody(word, text, end)
        return not is_common(word)

    def _leads(self, text: str, leading: int, word: re.Match[str]) -> bool:
        """Whether "Le" and the like belong to the name behind them, and not to a sentence that they begin."""
        if text[leading + 2 : word.start()] not in (" ", "\u00a0"):
            return False
        told = word.group()
        if not may_begin(text, leading):
            return not self._knows(told)
        is_acronym = told.isupper() and len(told) <= _LONGEST_ACRONYM
        return not (is_acronym or fold(told) in self._names or self._knows(told) or is_common(told))

    def _begun_before(self, text: str, start: int) -> int:
        """Return where a name begins with the small words of a surname before it: "van den Berg"."""
        before = text[max(0, start - _AROUND) : start]
        if begun := _BEGUN.search(before):
            return start - len(begun.group())
        titled = _BEGUN_AFTER_TITLE.search(before)
        return start - len(titled.group(1)) if titled else start

    def _gone_on(self, text: str, start: int, end: int) -> int:
        """Return where a name ends with the surname behind small words: "Jan van den Berg", "Anne de la Tour"."""
        if further := _GOES_ON.match(text, end):
            return further.end()
        further = _GOES_ON_IN_FRENCH.match(text, end)
        first = WORD.findall(fold(text[start:end]))[-1:]
        if further is None or not first or not (first[0] in self._names or is_word_too(first[0])):
            return end
        surname = further.group(1)
        is_other = fold(surname) in self._names | folded_list("trained-names") or surname.isupper()
        noble = " la " in further.group() or not is_common(surname)
        return end if is_other or not noble or self._judged(surname, hyphen=False, elided=False)[0] else further.end()

    def _judge(self, word: str, *, hyphen: bool, elided: bool) -> tuple[bool, bool]:
        """Return whether a word tells nothing, and whether it is somebody's name wherever it stands."""
        folded = fold(word)
        known = folded in self._names - _WORDS_AT_FIRST or (hyphen and self._knows(word))
        ordinary = folded in _NEVER or (folded.removesuffix("s") in _NEVER and folded not in self._names)  # Luis
        return elided or ordinary or len(folded) == 1, known


def _may_begin(text: str, start: int) -> bool:
    """Whether a word may begin a sentence; after the point of a title it does not."""
    return may_begin(text, start) and _AFTER_TITLE.search(text[max(0, start - _AROUND) : start]) is None


def _is_elided(word: str, after: str) -> bool:
    """Whether an apostrophe behind a word stands for letters of it: "Qu’il", "Didn’t"; and not for a possessive."""
    return word in _ELIDED or (word.endswith("n") and after[:1] == "t" and not after[1:].isalpha())


__all__ = ["UPPER", "PossibleNames"]
