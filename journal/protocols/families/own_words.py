"""Tell a writer's own words from those of others: quotations, dialogue and reported speech are blanked out.

Every step keeps the length of the text, so that what is found afterwards can be pointed at in the original.
"""

import re

from journal.protocols.families.word_lists import Speech

BLANK = "\0"
_STRAIGHT = str.maketrans("’ʼ\u00a0\u202f\u2011", "''  -")
_WRAPPED = re.compile(r"(?<=[\w,;])\n(?=[a-zà-ÿ])")
# A quotation may lack its end; it then ends with the paragraph, or after as many characters as a long one has.
_QUOTATION = re.compile(
    r"«[^»\n]{0,1000}»?"
    r"|“[^”\n]{0,1000}”?"
    r'|"[^"\n]{0,1000}"?'
    r"|‘[^‘\n]{1,300}?'(?!\w)"
    r"|(?<![\w'])'(?=\S)(?:[^'\n]|'(?=\w)){1,300}'(?!\w)"
)
_DIALOGUE = re.compile(
    # A dash opens dialogue; a hyphen may as well open a list of one's own, unless the line addresses somebody.
    r"^[ \t]*(?:[—–][^\n]*|- (?=[^\n]{0,200}\b(?:tu|t'|toi|vous|votre|vos|you|your|dit-il|dit-elle)\b)[^\n]*)",
    re.MULTILINE,
)
_CLAUSE_END = re.compile(r"[.!?;\n]|, (?:et |mais |and |but |yet )?(?:je |j'|i )| (?:mais|but) ")
_LONGEST_CLAUSE = 300
_LEAD = 60  # characters before a quotation in which its speaker is named


def own_words(text: str, speech: Speech) -> str:
    """Return the text in lower case with straight apostrophes, everything said by others blanked out."""
    plain = _folded(text)
    plain = _QUOTATION.sub(lambda quoted: _unless_mine(quoted, speech), plain)
    plain = _DIALOGUE.sub(_blank, plain)
    return _without_reports(plain, speech)


def _folded(text: str) -> str:
    """Lower the case sign by sign: a few capitals become two signs, and would move all that follows."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return _WRAPPED.sub(" ", lowered.translate(_STRAIGHT))


def _blank(found: re.Match[str]) -> str:
    return BLANK * len(found[0])


def _unless_mine(quoted: re.Match[str], speech: Speech) -> str:
    """Keep what a writer says to themselves; the signs of quotation go all the same."""
    lead = quoted.string[max(0, quoted.start() - _LEAD) : quoted.start()]
    if speech.mine.expression.search(lead):
        return f" {quoted[0][1:-1]} "
    return _blank(quoted)


def _without_reports(plain: str, speech: Speech) -> str:
    """Blank the clause that follows “she told me that”, and the one that goes before “, she told me”."""
    gaps = []
    for said in speech.before.expression.finditer(plain):
        end = _CLAUSE_END.search(plain, said.end(), said.end() + _LONGEST_CLAUSE)
        gaps.append((said.end(), end.start() if end else min(len(plain), said.end() + _LONGEST_CLAUSE)))
    for said in speech.after.expression.finditer(plain):
        earliest = max(0, said.start() - _LONGEST_CLAUSE)
        ends = [plain.rfind(sign, earliest, said.start()) for sign in ".!?\n"]
        gaps.append((max(earliest, max(ends) + 1), said.start()))
    return _with_gaps(plain, sorted(gaps))


def _with_gaps(plain: str, gaps: list[tuple[int, int]]) -> str:
    parts, place = [], 0
    for start, end in gaps:
        if end > place:
            parts += [plain[place : max(start, place)], BLANK * (end - max(start, place))]
            place = end
    return "".join([*parts, plain[place:]])
