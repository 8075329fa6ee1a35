"""Where sentences begin, told from the signs before a word."""

_ENDS = frozenset(".!?…\n·")
_OPENERS = " \t\u00a0\u202f«“\"‘'([{*_>#–—-0123456789)»”"
_LOOKED_BACK = 24  # characters


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word begins a sentence, a line, a quotation, or a bullet."""
    before = text[max(0, start - _LOOKED_BACK) : start].rstrip(_OPENERS)
    if not before:
        return True
    skipped = text[max(0, start - _LOOKED_BACK) + len(before) : start]
    return before[-1] in _ENDS or "«" in skipped or "“" in skipped or (before[-1] == ":" and '"' in skipped)
