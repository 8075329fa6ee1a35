"""Words put in quotation marks, whatever marks they bring along: a scene that is a quotation is not quoted twice."""

from journal.language import _

_PAIRS = {"«": "»", "“": "”", '"': '"'}


def bare(words: str) -> str:
    """Return words without the one pair of marks that stands around all of them."""
    text = words.strip()
    closing = _PAIRS.get(text[:1], "")
    inner = text[1:-1]
    whole = len(text) > 1 and closing and text.endswith(closing) and closing not in inner and text[0] not in inner
    return inner.strip() if whole else words


def quoted(words: str) -> str:
    """Return words in quotation marks of the language that is spoken."""
    return _("“{words}”").format(words=bare(words))
