"""Whatever a terminal sends to any page, the app goes on, and locks when it is told to."""

import asyncio
import random
import shutil
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.worker import WorkerCancelled

from screens.terminal.decoding import lenient_decoder
from screens.terminal.key_parser import KeyParser
from screens.terminal.locking import Outcome

PARTS = 8  # the pages are shared out, each part has an app of its own
ENDING = {"ctrl+l", "ctrl+q"}  # keys that lock and leave, as they should

KEYS = (b"\r", b"\t", b"\x1b", b"\x7f", b" ", b"\x1b[A", b"\x1b[B", b"\x1b[Z", b"\x1b[5~", b"\x1bOP", b"\x1b[3~")
MOUSE = (0, 2, 32, 64)  # pressed, moved, rolled
SIGNS = "aàeéxqn?/0123456789,.:;[]$\\{}%€\u202f\u200b\u202e😀"
MARKS = (b"\x1b[200~", b"\x1b[201~", b"\x1b[I", b"\x1b[O", b"\x1b[?1u", b"\x1b[?2026;2$y", b"\x1b]11;rgb:0/0/0\x07")


def piece(dice: random.Random) -> bytes:
    """Return what one read of a terminal may bring: bytes, keys, signs, sequences whole, torn, or never heard of."""
    numbers = b";".join(str(dice.choice((0, 1, 2, 7, 57, 300, 99999))).encode() for _ in range(dice.randint(0, 4)))
    return dice.choice(
        (
            dice.randbytes(dice.randint(1, 12)),
            b"".join(dice.choice(KEYS) for _ in range(dice.randint(1, 4))),
            "".join(dice.choice(SIGNS) for _ in range(dice.randint(1, 24))).encode(),
            bytes([dice.randrange(1, 27)]),
            dice.choice(MARKS),
            b"\x1b[" + dice.choice((b"", b"<", b"?", b">")) + numbers + bytes([dice.randrange(64, 127)]),
            b"\x1b" + dice.choice((b"]", b"P", b"_", b"O", b"[")) + dice.randbytes(dice.randint(0, 6)),
            b"\x1b[<%d;%d;%d%c" % (dice.choice(MOUSE), dice.randrange(90), dice.randrange(30), dice.choice(b"Mm")),
        )
    )  # fmt: skip


async def _sent(house: Any, pilot: Any, dice: random.Random, pieces: int) -> None:
    """Send a page its pieces, as the driver of a terminal would."""
    decoder, parser = lenient_decoder("utf-8")(), KeyParser()
    for _ in range(pieces):
        sent = decoder.decode(piece(dice))  # type: ignore[attr-defined]  # a decoder of codecs
        for message in [*(parser.feed(sent) if sent else ()), *parser.tick()]:
            if not (isinstance(message, events.Key) and message.key in ENDING):
                pilot.app.post_message(message)
        await asyncio.sleep(0)
    await _rest(house, pilot)


async def _rest(house: Any, pilot: Any) -> None:
    while not pilot.app._exit:
        with suppress(WorkerCancelled):  # the page that asked was left meanwhile, others may still be at work
            await house.settle(pilot)
            return


@pytest.mark.slow_proof
@pytest.mark.parametrize("part", range(PARTS))
async def test_whatever_bytes_come_to_a_page_the_app_goes_on_and_locks(
    lived: Any, part: int, proof_count: Callable[[int, int], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = sys.modules["every_page"].PAGES
    whole = tmp_path / "whole"
    shutil.copytree(lived.environment.folder, whole)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    reached = set()
    for turn in range(proof_count(1, 40)):
        left = deque(list(pages)[part::PARTS])
        while left:
            shutil.rmtree(lived.environment.folder)
            shutil.copytree(whole, lived.environment.folder)
            async with lived.unlocked_app() as pilot:
                while left and not pilot.app._exit:
                    name = left.popleft()
                    await pilot.app.push_screen(pages[name](pilot.app.journal.notebook, lived.refs))
                    await _rest(lived, pilot)
                    await _sent(lived, pilot, random.Random(f"{name} {turn}"), proof_count(6, 12))
                    reached.add(name)
                if not pilot.app._exit:  # a command chosen by its name may have locked or left
                    pilot.app.lock()
                    await _rest(lived, pilot)
                assert isinstance(pilot.app.return_value, Outcome), name
                assert not pilot.app.is_open, name
    assert reached == set(list(pages)[part::PARTS])
