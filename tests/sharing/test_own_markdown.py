"""Markdown for oneself: what other programs read in it stays, and nothing in it acts by being looked at."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from markdown_it import MarkdownIt

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.sharing.previewing import Material, compose
from journal.sharing.rendering import render
from journal.sharing.rendering.own_markdown import written
from journal.sharing.selecting import Selection

SIGNS = """> [!note] À retenir
> Le mot juste

Voir [[Budget 2026|le budget]] et ![[photo.png]], ==surligné==, #codir, %%caché%%, [^1]

| a | b |
|---|---|
| 1 | 2 |

- [ ] tâche
\t- [x] faite

type:: réunion

$x^2$ et 1 * 2 * 3, snake_case_name, <https://example.org/x>, `<b>`

```dataview
TABLE <file> # rien
```

[^1]: note"""


def mine(entry: Callable[..., Any], *bodies: str) -> str:
    entries = tuple(entry(number, title=f"T{number}", body=body) for number, body in enumerate(bodies, 1))
    selection = Selection(refs=tuple(each.ref for each in entries))
    return render(compose(Material(entries), selection).document, FileFormat.MARKDOWN).decode()


def test_signs_that_others_read_leave_as_they_are(entry: Callable[..., Any]) -> None:
    assert written(SIGNS, 2) == SIGNS
    assert SIGNS in mine(entry, SIGNS, "autre")


def test_for_others_the_same_signs_are_but_signs(entry: Callable[..., Any]) -> None:
    chosen = Selection(refs=(1,), audience=Audience.PRACTITIONER)
    told = render(compose(Material((entry(1, title="T", body=SIGNS),)), chosen).document, FileFormat.MARKDOWN).decode()
    assert "[[" not in told


def test_headings_stand_below_the_entry_and_an_open_fence_is_closed(entry: Callable[..., Any]) -> None:
    told = mine(entry, "# Un\n\n### Deux\n\n```\n# code", "suite").splitlines()
    assert [line for line in told if line.startswith("#")] == ["# 2 situations", "## T1", "### Un", "#### Deux",
                                                               "# code", "## T2"]  # fmt: skip
    assert told[told.index("# code") + 1] == "```"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<b>x</b> et 1 < 2", "\\<b>x\\</b> et 1 < 2"),
        ("`<b>` <!-- x", "`<b>` \\<!-- x"),
        ("![x](https://e.org/x.png)", "\\![x](https://e.org/x.png)"),
        ("![x](//e.org/x.png) ![x](<file:///x>)", "\\![x](//e.org/x.png) \\![x](\\<file:///x>)"),
        ("![x](x.png) ![x][y]", "![x](x.png) \\![x][y]"),
        ("a `b\n<i> c` d", "a `b\n<i> c` d"),
        ("a `b\n\n<i> c` d", "a `b\n\n\\<i> c` d"),
    ],
)
def test_what_could_become_active_is_shown_as_text(text: str, told: str) -> None:
    assert written(text, 2) == told


@pytest.mark.slow_proof
def test_hostile_texts_are_inert_for_oneself_too(
    entry: Callable[..., Any], hostile: Callable[[int], list[str]], proof_count: Callable[[int, int], int]
) -> None:
    told = mine(entry, *hostile(proof_count(64, 1000)))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(told)
    inline = [child for token in tokens for child in token.children or []]
    assert not {token.type for token in [*tokens, *inline]} & {"html_block", "html_inline"}
    assert not [token for token in inline if token.type == "image" and ":" in str(token.attrGet("src"))]


@pytest.mark.parametrize("sign", ["*_[", "![", "`a", "<", "a\n\n", "# a\n\n", "> ", "- ", "~~a", "&#", "a_"])
@pytest.mark.slow_proof
def test_a_text_of_signs_leaves_in_a_time_that_grows_with_its_size(
    entry: Callable[..., Any], sign: str, proof_count: Callable[[int, int], int]
) -> None:
    text = sign * (proof_count(15_000, 90_000) // len(sign))
    for audience in (Audience.ME, Audience.PRACTITIONER):
        selection = Selection(refs=(1,), audience=audience)
        document = compose(Material((entry(1, title="T", body=text),)), selection).document
        begun = time.monotonic()
        for form in (FileFormat.MARKDOWN, FileFormat.HTML, FileFormat.DOCX):
            assert render(document, form)
        assert time.monotonic() - begun < 60  # the square would take hours, or of the small count minutes
