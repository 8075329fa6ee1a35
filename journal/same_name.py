"""Key of a name: what makes two spellings of it one, wherever names, aliases and roles are compared for equality.

Neither capitals nor accents, the apostrophe that was typed, a hyphen or a space more tell two people apart. Other signs
do: “N+1” is not “N-1”.
"""

import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´׳", "'"),
        **dict.fromkeys("-‐‑–", " "),
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
    }
)
# Classes of marks that are accents; others are part of a letter (が) or of a syllable (हि).
_ACCENTS = (*range(10, 36), *range(200, 241))


def name_key(name: str) -> str:
    """Return what a name is compared by; it is never shown."""
    plain = unicodedata.normalize("NFKD", name.translate(_SAME).casefold())
    bare = plain if plain.isascii() else "".join(each for each in plain if unicodedata.combining(each) not in _ACCENTS)
    return " ".join(unicodedata.normalize("NFC", bare).translate(_SAME).split())


def one_name(name: str, other: str) -> bool:
    """Whether two spellings are one name."""
    return name_key(name) == name_key(other)
