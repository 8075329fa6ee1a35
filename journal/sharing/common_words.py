"""Common words, as a language says them every day: more than the short ones from which passphrases are drawn."""

import re

from journal.sharing.folding import fold
from journal.sharing.words import folded as folded_list

_ABSTRACT = re.compile(r"[a-z]{3,}(?:ness|ity|ite|tion|sion|ment|ism|isme|ship|able|ible|ously)s?\Z")  # "serenity"


def is_common(word: str) -> bool:
    """Whether a word is one of the language, and no name that training met."""
    from journal.protocols.families.vocabulary import ordinary_words  # long, and seldom needed

    known, told = ordinary_words(), fold(word)
    if told in folded_list("talk") or (_ABSTRACT.match(told) and told not in folded_list("first-names")):
        return True
    return (told in known or told.removesuffix("s") in known) and told not in folded_list("trained-names")
