"""Bytes that are no UTF-8 end nothing: the text around them is kept, and a terminal of another kind is told of."""

import random
from collections.abc import Callable
from dataclasses import replace
from threading import Event
from typing import Any

import pytest

from screens.frame.cover import CoverScreen
from screens.terminal.decoding import lasting, lenient_decoder, read_every_byte, remark_on


def decoded(*pieces: bytes) -> str:
    decoder: Any = lenient_decoder("utf-8")()
    return "".join(decoder.decode(piece) for piece in pieces) + decoder.decode(b"", final=True)


def test_a_byte_of_latin_1_costs_itself_and_no_letter_beside_it() -> None:
    assert decoded(b"caf\xe9 noir") == "caf\N{REPLACEMENT CHARACTER} noir"
    assert decoded("é€".encode()[:1], "é€".encode()[1:4], "é€".encode()[4:]) == "é€"


@pytest.mark.slow_proof
def test_every_byte_is_read(proof_count: Callable[[int, int], int]) -> None:
    dice = random.Random(49)
    for _turn in range(proof_count(50, 5000)):
        sent = dice.randbytes(dice.randint(1, 60))
        assert decoded(sent[:7], sent[7:]) == sent.decode("utf-8", "replace")


def test_the_driver_reads_so() -> None:
    read_every_byte()
    drivers = pytest.importorskip("textual.drivers.linux_driver")
    assert drivers.getincrementaldecoder("utf-8")().decode(b"\xff") == "\N{REPLACEMENT CHARACTER}"


def test_a_reading_that_failed_begins_again_until_the_app_ends() -> None:
    class Console:
        exit_event = Event()
        times = 0

        def run(self) -> None:
            self.times += 1
            if self.times == 3:
                self.exit_event.set()

    console = Console()
    lasting(lasting(Console.run))(console)  # type: ignore[arg-type]
    assert console.times == 3


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "cp65001", "ascii", "ANSI_X3.4-1968"])
def test_nothing_is_said_of_a_terminal_that_may_speak_utf_8(encoding: str) -> None:
    assert remark_on(encoding) is None


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "latin-1", "cp1252", "koi8-r", "unheard-of"])
async def test_another_encoding_is_said_before_anything_is_typed(house: Any, encoding: str) -> None:
    house.make()
    house.environment = replace(house.environment, encoding=encoding)
    async with house.locked_app() as pilot:
        assert isinstance(pilot.app.screen, CoverScreen)
        assert "UTF-8" in house.shown(pilot)
        await pilot.press("x")
        assert not isinstance(pilot.app.screen, CoverScreen)
