"""First names in small letters that are words as well: “if mark knew”, « j’ai parlé à blanche ».

Without a capital only what stands around tells the person: whoever does something at the beginning of a clause, whom
one tells, asks or meets, whose something is. What is found so is asked about and never decided.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journal.sharing.at_beginning import does_something, feels_or_speaks, is_like_a_month, is_word_too, says_something
from journal.sharing.folding import WORD, Folded, fold
from journal.sharing.reading import words
from journal.sharing.words import folded as folded_list
from journal.sharing.words import spelt

_BLANK = "[ \u00a0\u202f]"
_LOOKED_BACK, _LOOKED_AHEAD = 48, 60  # characters
_SHORTEST = 3  # letters of a known name

_SOFT = words(  # words that need no article: a thing, a quality, a time of the year
    "amber art april april avril june juin may summer winter autumn hope faith grace joy charity mercy patience"
    " prudence clemence constance destiny esperance victoire gloire glory lumiere tresor chance silver ginger crystal"
    " honor merit olive pearl ambre jade fleur rose pierre marine perle violette cerise france noel silver star sky"
    " spencer belle"
)
_HARD_IN = {  # and that are seldom without one in one of the two languages
    "en": words("rose pierre marine amber"),
    "fr": words("rose pierre marine ambre olive violette fleur perle victoire"),
}
_LIKE_AN_ADJECTIVE = words(
    "aimable belle bienvenu bienvenue clair constant desire desiree fidele fortune franc gentil innocent juste martial"
    " modeste parfait patient placide precieuse prosper prudent frank rich rusty sunny lucky misty divine will may"
)
_MODALS = frozenset({"will", "may"})
_BARE = words("put let cut read quit hit set cost must can could should would come become run have do be s")
_BEGINS = re.compile(
    rf"(?:\A|[.!?…:;,(\n–—«“\"-]{_BLANK}?|\b(?:and|but|or|so|if|that|when|while|because|since|as|although|though|until"
    r"|whether|then|how|why|what|where|think|thought|know|knew|guess|believe|hope|wish|worried|afraid|sure|say|says|said|was|is|et|mais|ou|si|que|quand|car|comme"
    rf"|lorsque|puisque|pourquoi|alors|puis|donc|parce que|dont|où|ce que){_BLANK})\Z"
)
_TALK = (
    r"(?:told|asked|thanked|emailed|phoned|texted|rang|messaged|invited|hired|interviewed|promised|warned|reminded|informed"
    r"|trust(?:ed|s)?|(?:spoke|speak|speaking|talk|talked|talking|wrote|write|writing|said|listened|listening|apologi[sz]ed|reported"
    r"|reports?|answer(?:ed)?|replied|lied|explained|gave (?:it|this|that|them)|sent (?:it|this|that|them))"
    r"{_}(?:to|with)"
    r"|(?:message|mail|email|call|note|text|word|news|letter|answer|reply|feedback|help|support|pressure){_}from"
    r"|(?:meeting|lunch|coffee|dinner|call|chat|talk|interview|review|one-to-one|1:1|appointment|argument|row|drink"
    r"|session|catch-up|catchup|breakfast){_}with|behalf{_}of)"
).replace("{_}", _BLANK)
_MET = rf"(?:met|saw|called|called back|joined|missed|with|from|without|help(?:ed)?|about){_BLANK}\Z"
_TO_WHOM = re.compile(rf"\b{_TALK}{_BLANK}\Z")
_WHOM = re.compile(rf"\b{_MET}")
_DIT = (
    r"(?:dit|demandé|demande|répond|répondu|raconté|expliqué|proposé|annoncé|confié|écrit|parlé|parle|promis|rappelé|dis"
    r"|envoyé|montré|téléphoné|menti|reproché|pardonné|confiance|réponse|message|mail|mot|aider|parler|dire|demander"
    r"|répondre|écrire|envoyer|téléphoner|proposer|expliquer|annoncer|confier|montrer)"
)
_A_QUI = re.compile(
    rf"(?:\b{_DIT}(?:{_BLANK}(?:tout|ça|cela|oui|non|merci|bonjour))?{_BLANK}à|\b(?:rappelé|appelé|croisé|vu|rencontré"
    r"|remercié|prévenu|contacté|invité|écouté|recadré|reçu|convoqué|informé|interrogé|soutenu|félicité|revu|recruté"
    rf"|appeler|voir|croiser|prévenir|remercier|rappeler|selon|d['’]après|chez)|\b(?:m|t|l|s)['’]a{_BLANK}"
    rf"(?:dit|répondu|demandé|écrit|expliqué|raconté|annoncé)|\b(?:bureau|équipe|avis|mail|message|départ|arrivée|retour"
    r"|demande|réaction|part|côté|remarque|poste|entretien|réponse|colère|place|dossier|proposition|travail|absence"
    rf"|propos|présence|auprès|celle|celui|ceux|celles|compte|réunion|coup|attitude|question|remarques|questions|appel|idée){_BLANK}de"
    rf"|\b(?:point|réunion|entretien|déjeuner|déjeuné|dîner|café|rendez-vous|rdv|échange|échangé|discussion|discuté|visio"
    rf"|réglé|vu{_BLANK}ça|appel){_BLANK}avec){_BLANK}\Z"
)
_AVEC = re.compile(rf"\b(?:avec|à|pour|par|sans|sauf|comme|vers|contre){_BLANK}\Z")
_OF_SOMEBODY = re.compile(r"['’]s\b")
_BEFORE_OWNER = re.compile(
    rf"(?:\A|[.!?…:;,(\n]{_BLANK}?|\b(?:in|on|at|to|with|from|for|about|of|and|but|if|that|when|is|was|not|after|before"
    rf"|under|into|by|because|than|like|took|read|saw|got|heard|told){_BLANK})\Z"
)
_GREETED = re.compile(
    rf"(?:\A|[.!?…\n,]{_BLANK}?)(?:thanks|thank you|hi|hello|hey|dear|sorry|cheers|well done|merci|bonjour|salut"
    rf"|bonsoir|chère?|coucou),?{_BLANK}\Z"
)
_ENDS = re.compile(rf"{_BLANK}?(?:[.,;:!?…)»”\n]|\Z)")
_GOES_ON = re.compile(
    rf"{_BLANK}(?:and|or|but|of|that|about|to|for|if|when|yesterday|today|tomorrow|on|in|at|who|because|so|again|before|after"
    r"|this|last|next|too|twice|once|how|what|why|where|whether|back|then|with|from|i|he|she|we|they|not|by|over|et|ou|mais"
    r"|qui|que|pour|de|du|des|sur|à|au|en|dans|ce|hier|demain|aujourd|ne|n|avant|après|quand|si|car|lors|pendant|comme"
    r"|deux|encore|aussi|était|est|a|je|j|il|elle|on|nous|pas|hors|vers|tous|ça|cela|c|un|une|le|la|les|l|tout|son|sa|ses"
    r"|mon|ma|mes|an|my|the|his|her|our|their|some|non|no)\b"
)
_WITH = re.compile(rf"([^\W\d_]+){_BLANK}(?:and|et|&|ou|or){_BLANK}\Z")
_AND_WHO = re.compile(rf"{_BLANK}(?:and|et|&|ou|or){_BLANK}([^\W\d_]+)")
_ME = frozenset({"me", "moi"})
_AND_ME = re.compile(rf"{_BLANK}(?:and|et|&){_BLANK}(?:i|me|myself|moi)\b")
_ROLE_BEFORE = re.compile(
    rf"\b(?:my|our|his|her|their|mon|ma|notre|son|sa|leur|votre){_BLANK}(?:[^\W\d_]+{_BLANK})?([^\W\d_]+){_BLANK}\Z"
)
_IT_WAS = re.compile(rf"\b(?:it(?:{_BLANK}was|{_BLANK}is|['’]s)|c['’](?:est|était)){_BLANK}\Z")
_WHO = re.compile(rf"{_BLANK}(?:who|qui)\b")
_THAT = re.compile(rf"\b(?:that|this){_BLANK}\Z")
_TOO = re.compile(rf"{_BLANK}(?:too|as well|neither|aussi|non plus)\b")
_HYPHENS = ("-", "‐", "‑")
_NEVER = frozenset({"said"})  # Saïd without his dots, and the verb
_COLLEAGUES = words(
    "colleague collegue boss chef cheffe manager n+1 adjointe adjoint deputy friend amie ami sister soeur brother"
    " frere wife husband mari femme son fils fille daughter client cliente stagiaire intern apprentice apprenti"
    " peer binome mentor"
)


def word_names_in(folded: Folded, known_among: Callable[[frozenset[str]], set[str]]) -> Iterator[tuple[int, int]]:
    """Yield from where to where a first name stands in small letters that is a word too, and is a person by its place.

    `known_among` tells which words are names of somebody known, who is asked about where it is plain.
    """
    sought = folded_list("first-names-that-are-words") & folded.words
    sought |= {word for word in known_among(folded.words) if len(word) >= _SHORTEST} - folded_list("small-words")
    for word in sorted(sought):
        for place in _places(folded.text, word):
            start, end = folded.span(place, place + len(word))
            written = folded.original[start:end]
            if written.islower() and written not in _NEVER and _is_somebody(folded.original, start, end, word):
                yield start, end


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands whole in a folded text."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not text[place - 1 : place].isalnum() and not text[end : end + 1].isalnum():
            yield place
        place = text.find(word, end)


def _is_somebody(text: str, start: int, end: int, word: str) -> bool:
    before, rest = text[max(0, start - _LOOKED_BACK) : start].lower(), text[end : end + _LOOKED_AHEAD].lower()
    if before.endswith(_HYPHENS) or rest.startswith(_HYPHENS) or (word == "guy" and _THAT.search(before)):
        return False
    signs = _Signs(word, before, rest, does_something(text, end), says_something(text, end), _follows(text, end))
    return (
        signs.begins()
        or signs.is_with_others()
        or signs.owns()
        or signs.is_greeted()
        or signs.is_talked_to()
        or signs.has_role()
        or signs.is_met()
    )


def _quality(word: str) -> bool:
    """Whether a word that tells what something is like stands before any verb: « patient », « juste »."""
    return word in _LIKE_AN_ADJECTIVE or not is_word_too(word)


def _follows(text: str, end: int) -> str:
    found = WORD.match(text, end + 1)
    return found.group().lower() if found else ""


@dataclass(frozen=True)
class _Signs:
    """What stands around a word in small letters: before it, behind it, and whether that tells what somebody does."""

    word: str
    before: str
    rest: str
    does: bool
    says: bool  # or does what else only people do
    following: str

    def begins(self) -> bool:
        """Whether a clause begins with the word and goes on as with somebody: “if mark knew”, “ray too”."""
        if self.word in _MODALS and self.following in _BARE:
            return False
        if _IT_WAS.search(self.before) and _WHO.match(self.rest):
            return True
        return _BEGINS.search(self.before) is not None and self._acts()

    def _acts(self) -> bool:
        """Whether what follows is what somebody does, or I with them: “knew”, “and i”."""
        if _AND_ME.match(self.rest):
            return True
        if is_like_a_month(self.word):
            return feels_or_speaks(self.rest)
        if self.word in _MODALS:  # “will was late”, which no modal is
            return self.says or self.following in spelt("finite-verbs")
        if _quality(self.word):
            return self.says
        return self.does or _TOO.match(self.rest) is not None

    def is_with_others(self) -> bool:
        """Whether the word stands with somebody’s name, or with me: “sarah and mark”, “me and mark”."""
        names = folded_list("first-names") - folded_list("first-names-that-are-words")
        together = _WITH.search(self.before)
        if together is not None and together[1] in _ME:
            return self._closes() or not _quality(self.word)
        around = together, _AND_WHO.match(self.rest)
        return any(found is not None and fold(found[1]) in names for found in around)

    def owns(self) -> bool:
        """Whether something is somebody’s: “rob's team”."""
        told = not is_like_a_month(self.word) and _OF_SOMEBODY.match(self.rest) is not None
        return told and (_BEGINS if self._is_soft("en") else _BEFORE_OWNER).search(self.before) is not None

    def is_greeted(self) -> bool:
        """Whether the word closes a greeting: “thanks mark”."""
        return self._closes() and _GREETED.search(self.before) is not None

    def is_talked_to(self) -> bool:
        """Whether somebody is told or asked, or has an office or a message: “told rose that”, « parlé à pierre »."""
        if not (_TO_WHOM.search(self.before) or _A_QUI.search(self.before)):
            return False
        if self.word in _MODALS and self.following == "to":  # “asked will to stay”
            return True
        return self._closes() or (self.says if _quality(self.word) else self.does or self._goes_on())

    def has_role(self) -> bool:
        """Whether the word stands behind a role: “my boss frank was”, « ma collègue fleur »."""
        found = _ROLE_BEFORE.search(self.before)
        if found is None or fold(found[1]) not in folded_list("roles") | _COLLEAGUES:
            return False
        return self.does or (not _quality(self.word) and (self._closes() or self._goes_on()))

    def is_met(self) -> bool:
        """Whether a word that needs its article stands without it behind “met” or « avec »."""
        if _quality(self.word) or not (self._closes() or self._goes_on()):
            return False
        return (not self._is_soft("en") and _WHOM.search(self.before) is not None) or (
            not self._is_soft("fr") and _AVEC.search(self.before) is not None
        )

    def _is_soft(self, language: str) -> bool:
        """Whether a word needs no article in a language."""
        return self.word in _SOFT and self.word not in _HARD_IN[language]

    def _closes(self) -> bool:
        return _ENDS.match(self.rest) is not None

    def _goes_on(self) -> bool:
        return _GOES_ON.match(self.rest) is not None
