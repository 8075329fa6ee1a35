"""The title of what comes in: its own, its first heading, its file's name, or its first words."""

import re

from journal.hygiene import one_line
from journal.importing.moments import unlinked
from journal.model.entry import LONGEST_TITLE, title_of

LONGEST = 300  # characters, as model.entry.Title holds
_HEADING = re.compile(r"\A\s*#{1,6}[ \t]+([^\n]+)(?:\n|\Z)")
_UNDERLINED = re.compile(r"\A\s*([^\n#>*+-][^\n]*)\n(?:={3,}|-{3,})[ \t]*(?:\n|\Z)")
_BULLET = re.compile(r"\s*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_EMBED = re.compile(r"!\[\[[^\[\]\n]{0,300}\]\]|!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)")


def of_note(given: str, name: str, text: str) -> tuple[str, str, bool]:
    """Return title, body, and whether the title was cut, of a note whose front matter and file name give these."""
    heading = _HEADING.match(text) or _UNDERLINED.match(text)
    heading_words = one_line(unlinked(heading[1])).rstrip("#").rstrip() if heading else ""
    if given:
        body = text[heading.end() :] if heading and heading_words == one_line(given) else text
        return fitted(given, body.strip("\n"))
    if heading and heading_words:
        return fitted(heading_words, text[heading.end() :].strip("\n"))
    if name:
        return fitted(name, text.strip("\n"))
    return of_text(text)


def of_text(text: str) -> tuple[str, str, bool]:
    """Return title, body, and whether the title was cut, of a text whose first line of words is all that titles it."""
    body = text.strip("\n")
    first = body.partition("\n")[0]
    if _BULLET.match(first) or _EMBED.search(first):  # an outline or a picture: its first words, and it stays whole
        return _short(words_of(body)), body, False
    title, rest = title_of("", body)
    cut = title.endswith("…") and rest == body
    return one_line(unlinked(title)), rest, cut


def fitted(title: str, body: str) -> tuple[str, str, bool]:
    """Return title, body, and whether the title was cut: one that is too long stands whole in the body."""
    plain = one_line(title)
    if len(plain) <= LONGEST:
        return plain, body, False
    return _short(plain), f"{plain}\n\n{body}".strip("\n"), True


def words_of(text: str) -> str:
    """Return the first line that holds words, without the signs of lists, headings, links and pictures."""
    for line in text.splitlines():
        plain = one_line(unlinked(_EMBED.sub("", _BULLET.sub("", line, count=1)))).lstrip("#> ").strip()
        if any(sign.isalnum() for sign in plain):
            return plain
    return ""


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
