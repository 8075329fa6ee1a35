"""Markdown as its writer wrote it, for the writer alone: signs that other programs read stay, nothing becomes active.

Task boxes, tables, `[[links]]`, callouts, footnotes and formulas are not ours to understand, so no line is parsed and
written anew. Raw HTML is shown as text, a picture from elsewhere becomes a link that nobody follows by looking.
"""

import re
from collections.abc import Iterator

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\n]*)")
_HEADING = re.compile(r"^( {0,3})(#{1,6})(?=[ \t]|$)")
_HTML = re.compile(r"(?<!\\)<(?=[a-zA-Z/!?])(?!(?:https?://|mailto:)[^\s<>]*>)")
_FETCHED = re.compile(r"(?<!\\)!(?=\[(?!\[)[^\[\]\n]{0,1000}\](?!\((?![ \t]*<?(?:[a-zA-Z][\w+.-]*:|[/\\]{2}))[^\n]))")
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\0]+?(?<!`)\1(?!`)")
_LONGEST_PARAGRAPH = 64 * 1024  # characters in which spans of code are looked for
_DEEPEST = 6


def heading(level: int, words: str) -> str:
    """Return a heading; Markdown has six levels, and those below them are told by weight, then by slope."""
    if level <= _DEEPEST or not words:
        return f"{'#' * min(_DEEPEST, level)} {words}".rstrip()
    marks = "**" if level == _DEEPEST + 1 else "*"
    return f"{marks}{words}{marks}"


def written(text: str, below: int) -> str:
    """Return the text with its headings under the level `below` and every block of code closed."""
    over: list[int] = []
    told: list[str] = []
    paragraph: list[str] = []
    for code, line in _pieces(text):
        if code or not line.strip():
            told += [*_inert(paragraph), line]
            paragraph = []
        else:
            match = _HEADING.match(line)
            paragraph.append(
                match[1] + heading(_level(over, len(match[2])) + below, _words(line, match)) if match else line
            )
    return "\n".join([*told, *_inert(paragraph)]).strip("\n")


def _level(over: list[int], typed: int) -> int:
    """Return the level of a heading: one below the last heading that was typed higher than it."""
    while over and over[-1] >= typed:
        over.pop()
    over.append(typed)
    return len(over)


def _words(line: str, match: re.Match[str]) -> str:
    return line[match.end() :].strip(" \t")


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Yield each line with whether it belongs to a block of code, and a fence for one that was left open."""
    fence = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        opens = not fence and match is not None and not (match[1][0] == "`" and "`" in match[2])
        closes = bool(fence) and match is not None and match[1].startswith(fence) and not match[2].strip()
        yield bool(fence) or opens, line
        fence = match[1] if opens and match else "" if closes else fence
    if fence:
        yield True, fence


def _inert(lines: list[str]) -> list[str]:
    """Return the lines of a paragraph with what could become active escaped, spans of code as they are."""
    text = "\n".join(lines)
    if "<" not in text and "![" not in text:
        return lines
    kept = _CODE.finditer(text) if len(text) <= _LONGEST_PARAGRAPH else iter(())
    told, at = "", 0
    for span in kept:
        told += _escaped(text[at : span.start()]) + span.group()
        at = span.end()
    return [told + _escaped(text[at:])]


def _escaped(text: str) -> str:
    return _HTML.sub(r"\\<", _FETCHED.sub(r"\\!", text))
