"""Words before an alias that change with it: elision, contraction and articles, told by each language's own file."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from journal.language import facts, languages

_TOLD = [facts(language).get("grammar", {}) for language in languages()]


def _table(name: str) -> dict[str, Any]:
    return {word: other for told in _TOLD for word, other in told.get(name, {}).items()}


def words_told(name: str) -> frozenset[str]:
    """Return the words that the languages tell under a name."""
    return frozenset(word for told in _TOLD for word in told.get(name, "").split())


def word_told(name: str) -> str:
    """Return the word of the language that tells one; "" where none does."""
    return next((str(each[name]) for each in _TOLD if name in each), "")


def any_of(name: str) -> str:
    """Return what one of the languages tells as an expression; what none tells is nowhere found."""
    return "|".join(told[name] for told in _TOLD if name in told) or r"(?!)"


_FULL = _table("shortened")
_ELIDED = {_FULL[short]: short for short in words_told("elided")}
_CONTRACTED = _table("contracted")
_FEMININE_OF, _MASCULINE_OF, _BEFORE_VOWEL = _table("feminine"), _table("masculine"), _table("before_vowel")
_PLURAL = _table("plural")
_FAMILY = {word: (told["family"], told["and"]) for told in _TOLD for word in told.get("plural", {})}
AND = {
    word: told["and"]
    for told in _TOLD
    if "and" in told
    for word in f"{told.get('possessives', '')} {told.get('own', '')}".split()
}
"""What joins two words that one possessive tells of, by the possessive."""
_DEFINITE = _table("definite")
_ONE_OF_MANY = words_told("one_of_many")
_RELATED = _table("related")  # of somebody known, what a word of relation takes: "ma collègue"
_FAMILIES = _table("families")
_ONCE = _table("once")
_ONCE_AFTER = re.compile(rf"(\s)({'|'.join(sorted(_ONCE, key=len, reverse=True)) or '(?!)'})(?!\w)", re.IGNORECASE)
_DEFINITE_ARTICLES = words_told("definite_articles")
# What a feminine word becomes before a vowel tells no gender any more; of a masculine one, the usual form.
_NO_GENDER = frozenset(form for word, form in _BEFORE_VOWEL.items() if word in _MASCULINE_OF)
_FORMS = list(_BEFORE_VOWEL.values())
_BEFORE_CONSONANT = {
    form: word for word, form in _BEFORE_VOWEL.items() if form not in _NO_GENDER and _FORMS.count(form) == 1
}
_ELIDED_FORM = next((told["elided_article"] for told in _TOLD if "elided_article" in told), "")
# Articles that bend with a gender, and those of a language that has none.
_BENT = frozenset({word for told in _TOLD if "feminine" in told for word in told["articles"].split()}) | words_told(
    "contractions"
)
_UNBENT = frozenset({word for told in _TOLD if "feminine" not in told for word in told.get("articles", "").split()})
_BEGINNING = _BENT | _UNBENT | words_told("plural_articles")
_ARTICLES = _BEGINNING - words_told("contractions")  # with which an alias may begin
_OF_TITLES = _table("of_titles")
_POINTING = words_told("pointing")
_OWNED = _POINTING | words_told("possessives")
_OWN = dict.fromkeys(words_told("contractions"), _OWNED)  # of aliases that stay where the text has one before a number
_ADJECTIVES, _BARE_AFTER = words_told("adjectives"), words_told("bare_after")
_VOWEL = re.compile("|".join(f"[{told['elides_before']}]" for told in _TOLD if "elides_before" in told), re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")
_LETTER_ALONE = re.compile(r"[A-Z](?![^\W\d_])")
_NO_ELISION = re.compile(
    rf"[A-Z](?![^\W\d_])|(?:{'|'.join(sorted(words_told('elides_not_before'))) or '(?!)'})", re.IGNORECASE
)
_AN = re.compile(any_of("an_before"), re.IGNORECASE)
_ELIDED_ARTICLE = re.compile(rf"{_ELIDED_FORM[:-1]}['’](?=\w)" if _ELIDED_FORM else r"(?!)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alias:
    """An alias parted into the article or possessive it begins with, as within a sentence, and the rest."""

    article: str
    head: str
    known_feminine: bool | None = None

    @classmethod
    def of(cls, words: str, feminine: bool | None = None) -> "Alias":  # noqa: FBT001 -- known, and which; or not known
        """Return an alias read from its words, with the gender that is known of the person."""
        if elided := _ELIDED_ARTICLE.match(words):
            return cls(_ELIDED_FORM, words[elided.end() :], feminine)
        first, _blank, rest = words.partition(" ")
        told = first.lower() in _ARTICLES and rest and (len(first) > 1 or _WORD.match(rest))  # "A / B", "A 2" tell none
        article, head = (first.lower(), rest) if told else ("", words)
        return cls(article, head, feminine)

    @property
    def words(self) -> str:
        """The alias within a sentence."""
        return _with(self.article, self.head)

    @property
    def of_somebody_known(self) -> "Alias":
        """The alias as one writes of somebody known by name: "the deputy" for "a deputy", "ma collègue" for "une"."""
        definite = _DEFINITE.get(self.article)
        if definite is None or self.head.partition(" ")[0] in _ONE_OF_MANY:
            return self
        led = _determined(_RELATED.get(self.head, definite), self)
        return Alias(led.lead.strip(), led.words, self.feminine)

    @property
    def feminine(self) -> bool | None:
        """The gender that the article tells, else the one that is known; None when there is neither."""
        if self.article in _MASCULINE_OF:
            return True
        told = self.article in _FEMININE_OF and not (self.article in _NO_GENDER and _elides(self.head))
        return False if told else self.known_feminine


@dataclass(frozen=True, slots=True)
class Led:
    """What stands for a word and the alias after it: the word in its new form with its blank, and the alias."""

    lead: str
    words: str


@lru_cache(maxsize=1024)
def read(words: str, feminine: bool | None = None) -> Alias:  # noqa: FBT001 -- as `Alias.of`
    """Return an alias read from its words, each once for all the places where it stands."""
    return Alias.of(words, feminine)


@lru_cache(maxsize=1024)
def known(alias: Alias) -> Alias:
    """Return an alias as one writes of somebody known by name, each once for all the places where it stands."""
    return alias.of_somebody_known


def kept_indefinite(aliases: Iterable[str]) -> frozenset[str]:
    """Return the indefinite aliases that would become somebody else's words: "a deputy" beside "the deputy"."""
    known = {words: Alias.of(words).of_somebody_known.words for words in aliases}
    count = Counter(known.values())
    return frozenset(words for words, definite in known.items() if words != definite and count[definite] > 1)


def after(word: str, alias: Alias, *, elided: bool, titled: bool) -> Led | None:
    """Return what a word and an alias become; None where the word stays as it is.

    `elided` tells that an apostrophe follows the word, `titled` that a title stood before the name: "le Dr Lenoir".
    """
    if elided:
        return _after_elided(word, alias, titled=titled)
    if word in _OF_TITLES and (titled or alias.article in _OWN.get(word, _POINTING)):
        return _led_by(_OF_TITLES[word], alias)
    if word in _PLURAL:
        return _family(word, alias)
    if word in _CONTRACTED or word in _ELIDED:
        return _led_by(word, alias)
    if word in _BENT or (word in _UNBENT and alias.article in _UNBENT):
        return _determined(word, alias) if alias.article or _is_noun_before_vowel(word, alias) else None
    return Led(f"{word} ", alias.head) if (word in _ADJECTIVES or word in _BARE_AFTER) and alias.article else None


def contraction(word: str, alias: Alias) -> str:
    """Return what a preposition and the article of an alias become in one: “du”; "" where they stay apart."""
    return str(_CONTRACTED.get(word, {}).get(alias.article, ""))


def _is_noun_before_vowel(word: str, alias: Alias) -> bool:
    """Whether an alias without an article is a noun that the article of the text elides before: “l’instance”."""
    return word in _BEFORE_VOWEL and alias.head[:1].islower() and _elides(alias.head)


def determines(word: str) -> bool:
    """Whether a word is an article, a possessive or the like, under which an alias has none of its own."""
    return word in _BENT or word in _UNBENT or word in _ADJECTIVES or word in _BARE_AFTER


def described(word: str, alias: Alias) -> Led | None:
    """Return what an adjective with no article before it becomes: "my poor boss"; None where it stays as it is."""
    if word not in _ADJECTIVES or not alias.article or alias.article == _ELIDED_FORM:
        return None
    led = _determined(alias.article, Alias(alias.article, f"{word} {alias.head}", alias.feminine))
    return Led(f"{led.lead}{word} ", alias.head)


def of(alias: Alias) -> str:
    """Return an alias as owning what stands before it: "du DRH"."""
    led = _led_by(word_told("of"), alias)
    return f"{led.lead}{led.words}"


def of_family(words: str) -> str:
    """Return what stands for all who bear a name in the plural: "my boss’s family"."""
    return word_told("of_family").format(alias=words)


def once(word: str, alias: Alias, text: str, end: int) -> tuple[int, str]:
    """Return up to where a text tells of somebody as they once were after an article, and how it says so of a role."""
    then = _ONCE_AFTER.match(text, end) if alias.article and word in _DEFINITE_ARTICLES else None
    return (then.end(), f"{then[1]}{_ONCE[then[2].lower()]}") if then else (end, "")


def _after_elided(word: str, alias: Alias, *, titled: bool) -> Led | None:
    if word == _ELIDED_FORM[:-1]:
        if not alias.article and _elides(alias.head) and not titled:
            return None
        definite = _DEFINITE.get(alias.article)
        return _determined(definite, alias) if definite and not titled else Led("", alias.words)
    return _led_by(_FULL[word], alias) if word in _FULL else None


def _led_by(word: str, alias: Alias) -> Led:
    """Return a preposition or conjunction with an alias: "du DRH", "d’un adjoint", "que la DRH"."""
    contracted = _CONTRACTED.get(word, {}).get(alias.article)
    if contracted:
        return Led(f"{contracted} ", alias.head)
    if word in _ELIDED and _elides(alias.words):
        return Led(f"{_ELIDED[word]}’", alias.words)
    return Led(f"{word} " if word else "", alias.words)


def _determined(word: str, alias: Alias) -> Led:
    """Return an alias under the article or possessive of the text in place of its own: "notre praticienne"."""
    if alias.feminine is not None:
        word = (_FEMININE_OF if alias.feminine else _MASCULINE_OF).get(word, word)
    if word in ("a", "an"):
        word = "an" if _AN.match(alias.head) else "a"
    elif _elides(alias.head):
        word = _BEFORE_VOWEL.get(word, word)
    else:
        word = _BEFORE_CONSONANT.get(word, word)
    return Led(word if word.endswith("’") else f"{word} ", alias.head)


def _family(word: str, alias: Alias) -> Led:
    """Return what a name in the plural becomes: the person with the others of that name."""
    family, both = _FAMILY[word]
    if word in _FAMILIES and " / " not in alias.head:
        led = _led_by(_PLURAL[word], alias)
        return Led(f"{_FAMILIES[word]} {led.lead}", led.words)
    led = _led_by(_PLURAL[word], Alias(alias.article, alias.head.replace(" / ", f" {both} ")))
    return led if " / " in alias.head else Led(led.lead, family.format(alias=led.words, word=word))


def _with(article: str, head: str) -> str:
    return f"{article}{head}" if article.endswith("’") else f"{article} {head}".strip()


def _elides(words: str) -> bool:
    """Whether French elides before these words: before a vowel, but not that of a letter alone, as in "A-2"."""
    return _VOWEL.match(words) is not None and not _LETTER_ALONE.match(words) and not _NO_ELISION.match(words)
