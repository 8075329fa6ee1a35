"""First names that are also words: at the beginning of a sentence what follows tells which of the two is meant.

“Will came in late” and “Claire et moi” tell of somebody, “Will you come?” and “Claire et nette” of nobody. When unsure
of a verb somebody is meant: a name that leaves is worse than a word looked at for nothing.
"""

import re

from journal.sharing.folding import fold
from journal.sharing.words import List, folded, spelt

_BLANK = "[ \u00a0\u202f]"
_LOOKED_AHEAD, _LOOKED_BACK = 120, 24  # characters
_EXCLAIMED = frozenset({"parfait", "juste", "chance", "franc"})  # said alone, or of another: "Juste Paul et moi"
_ASKING = frozenset({"will", "may"})  # these begin questions: "Will Paul come?"
_MONTHS = frozenset({"april", "may", "june", "august", "avril", "juin"})  # with a capital wherever they stand
_ADVERBS = (
    "never always often also just still only simply really clearly then already now suddenly finally probably quietly"
    " even almost actually usually sometimes immediately apparently certainly obviously both"
    " aussi seul seule jamais toujours encore souvent enfin alors hier"
).replace(" ", "|")
_NO_VERB = frozenset({"pas", "rien", "plus", "jamais", "point", "guère", "que"})
_SURE = (
    re.compile(r"['’](?:s|ll|d|ve)\b"),
    re.compile(rf",?{_BLANK}(?:who|whose|qui|dont)\b"),
    re.compile(rf"{_BLANK}from{_BLANK}[^\W\d]"),
)
_WITH_ROLE = re.compile(
    rf",{_BLANK}(?:my|our|his|her|their|the new|mon|ma|notre|son|sa|leur)\b[^,.;:!?\n]{{2,60}}(?:[,.;]|\Z)"
)
_FEELS = re.compile(rf"{_BLANK}(?:is|was|seems|looked|looks|sounded){_BLANK}(?:upset|angry|furious|sick|ill|worried)\b")
_UNLESS_EXCLAIMED = (
    _WITH_ROLE,
    re.compile(rf",{_BLANK}(?:can|could|would|will|do|did|are|you|tu|vous|peux|pouvez|please|thank|merci)\b"),
    re.compile(rf",{_BLANK}(?:lui|elle)(?:,|{_BLANK}aussi)|,{_BLANK}(?:what|how|why|when|where)\b[^.!\n]*\?"),
    re.compile(rf"{_BLANK}(?:neither|too|as well|aussi|non plus){_BLANK}?[.,;!?]"),
    re.compile(rf"{_BLANK}?:{_BLANK}|{_BLANK}\("),
    re.compile(  # as notes tell it: "Grace to call back", "Claire malade"
        rf"{_BLANK}(?:to{_BLANK}(?!the\b|my\b|our\b|see\b|be\b)[a-z]{{2,}}|à{_BLANK}\w+(?:er|ir|re)|late|absente?|sick|ill"
        r"|off|away|upset|angry|furious|worried|stressed|exhausted|annoyed|on (?:leave|holiday|sick leave)"
        r"|en (?:retard|congés?|colère|vacances|arrêt|formation|télétravail)|malade|furieuse|furieux|inquiète|inquiet"
        r"|(?:stress|démotiv|épuis|agac|vex|contrari|fatigu|débord|énerv|bless|surcharg|décourag)ée?|déçue?|ravie?)\b"
    ),
)
_AND_MINE = re.compile(rf"{_BLANK}(?:and|et|&){_BLANK}(?:I|me|my|myself|her|his|moi|mon|ma|son|sa|ses)\b")
_AND_OTHERS = re.compile(rf"{_BLANK}(?:and|et|&|or|ou){_BLANK}(?:(?:the|our|their|les|notre|nos)\b|[A-ZÀ-Þ]\w)")
_FOLLOWING = re.compile(rf"(?:{_BLANK}|\n)(?:(?:{_ADVERBS}){_BLANK})?([^\W\d_]+)")
_OBJECT = re.compile(rf"{_BLANK}(?:(?:ne|me|te|se){_BLANK}|[nmts]['’])([^\W\d_]+)")
_DOUBTFUL_OBJECT = re.compile(rf"{_BLANK}(?:(?:nous|vous|lui|leur|le|la|les|y|en){_BLANK}|l['’]){{1,2}}([^\W\d_]+)")
_INFINITIVE = re.compile(r"\w+(?:er|ir|re|oir)\Z")
_PAST = re.compile(r"[a-z]{2,}(?:ed|[^\W\d_]ait|era|ira|[dvt]ra|rra)\Z")
_TO_SOMEBODY = re.compile(
    rf"\b(?:told|asked|thanked|met|called|emailed|saw|with|invited|hired|(?:spoke|talked|wrote|said|listened){_BLANK}to)"
    rf"{_BLANK}\Z"
)
_VERBS_TOO = "bill chase drew grant hope lance mark nick page pat peg rob rose skip sue"  # of English, before its "a"
_HAS = re.compile(
    rf"{_BLANK}a{_BLANK}(?:[^\W\d_]+ée?s?|dit|fait|pris|mis|eu|été|pu|dû|su|vu|lu|ri|voulu|répondu|peur|raison|tort)\b"
)
_ENDS = re.compile(r"[.!?…\n]")


def is_word_too(word: str) -> bool:
    """Whether a folded word is a first name and another word as well."""
    return word in folded("first-names-that-are-words")


def somebody_begins(text: str, start: int, end: int) -> bool:
    """Whether what may be a name, from `start` to `end` at the beginning of a sentence, is one by what follows it."""
    word, rest = fold(text[start:end]), text[end : end + _LOOKED_AHEAD].lstrip("*_")
    patterns = _SURE if word in _EXCLAIMED else (*_SURE, *_UNLESS_EXCLAIMED, _AND_OTHERS)
    if word in _VERBS_TOO.split() and rest[1:3] == "a ":  # "Drew a line", and yet "Mark a dit"
        return has_done(rest)
    return any(pattern.match(rest) for pattern in patterns) or _does(rest, "persons-verbs", "finite-verbs")


def is_like_a_month(word: str) -> bool:
    """Whether a word is a first name and a month, with a capital wherever it stands."""
    return fold(word) in _MONTHS


def is_somebody_like_a_month(text: str, start: int, end: int) -> bool:
    """Whether "April", "May", "June" is somebody: by what people do after it, by whom one talks to before it."""
    if not is_like_a_month(text[start:end]):
        return False
    before, rest = text[max(0, start - _LOOKED_BACK) : start], text[end : end + _LOOKED_AHEAD]
    told = _WITH_ROLE.match(rest) or _FEELS.match(rest) or _TO_SOMEBODY.search(before)
    return told is not None or _does(rest, "persons-verbs")


def has_done(rest: str) -> bool:
    """Whether French tells with what stands behind a name that somebody did something: "Mark a dit"."""
    return _HAS.match(rest) is not None


def does_something(text: str, end: int) -> bool:
    """Whether somebody does something behind a word that ends at `end`: “was”, « est »."""
    rest = text[end : end + _LOOKED_AHEAD]
    return has_done(rest) or _does(rest, "persons-verbs", "finite-verbs")


def says_something(text: str, end: int) -> bool:
    """Whether somebody does what only people do behind a word that ends at `end`: “knew”, « m’a dit »."""
    return _does(text[end : end + _LOOKED_AHEAD], "persons-verbs")


def feels_or_speaks(rest: str) -> bool:
    """Whether what stands behind a word that is a month as well tells of somebody: “is angry”, “said”."""
    return _FEELS.match(rest) is not None or _does(rest, "persons-verbs")


def says_nobody(word: str, text: str, end: int) -> bool:
    """Whether a word before a name, that ends at `end`, is none itself: "Will Paul come?", "Juste Paul et moi"."""
    folded_word = fold(word)
    ended = _ENDS.search(text, end)
    return folded_word in _EXCLAIMED or (folded_word in _ASKING and ended is not None and ended.group() == "?")


def _does(rest: str, *verbs: List) -> bool:
    """Whether a verb follows that goes with somebody, or another person: "said", "m’a dit", "and I"."""
    following = _FOLLOWING.match(rest)
    if _AND_MINE.match(rest) or (following is not None and _is_verb(following.group(1), verbs)):
        return True
    if (thing := _OBJECT.match(rest)) is not None:
        return thing.group(1) not in _NO_VERB and not _INFINITIVE.match(thing.group(1))
    thing = _DOUBTFUL_OBJECT.match(rest)
    return thing is not None and _is_verb(thing.group(1), verbs)


def _is_verb(word: str, verbs: tuple[List, ...]) -> bool:
    listed = any(word in spelt(each) for each in verbs)
    return listed or ("finite-verbs" in verbs and _PAST.match(word) is not None)
