"""A paste is one piece of text, in its order, whatever escape sequences it holds and however it is cut."""

import random
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from textual import events
from textual.message import Message

from screens.terminal.key_parser import KeyParser, read_keys_our_way
from screens.terminal.pasting import PasteGate

HOSTILE = "début [/red] [bold]x \x1b[31mrouge \x1b[0m \x1b]52;c;QUJD\x07 \x1b[20 \x1b[A\x1b\x1b" + " mot" * 300
SHOWN = HOSTILE.replace("\x1b", "␛")


def read(parser: KeyParser, pieces: Iterable[str]) -> list[Message]:
    return [message for piece in pieces for message in parser.feed(piece)]


def cut(text: str, *places: int) -> list[str]:
    edges = [0, *sorted(places), len(text)]
    return [text[start:end] for start, end in pairwise(edges) if start < end]


def test_a_paste_with_escape_sequences_is_one_text_and_no_key(proof_count: Callable[[int, int], int]) -> None:
    sent = f"a\x1b[200~{HOSTILE}\x1b[201~b\x1b[A\x1b[200~deux\x1b[201~"
    chance = random.Random(7)
    for _turn in range(proof_count(20, 500)):
        pieces = cut(sent, *chance.sample(range(len(sent)), chance.randint(0, 40)))
        told = read(KeyParser(), pieces)
        assert [each.text if isinstance(each, events.Paste) else each.key for each in told] == [  # type: ignore[attr-defined]
            "a",
            SHOWN,
            "b",
            "up",
            "deux",
        ]


@pytest.mark.parametrize("sent", ["\x1b[A", "\x1b[<0;3;4M", "\x1b\x1b[B", "\x1b[20", "é\x1bé", ""])
def test_what_is_no_paste_goes_through_as_it_is(sent: str) -> None:
    gate = PasteGate()
    assert "".join(gate.let_in(piece) for piece in [*sent, "x"]) == sent + "x"


def test_the_drivers_read_through_the_gate() -> None:
    read_keys_our_way()
    from textual import _xterm_parser

    assert _xterm_parser.XTermParser is KeyParser
