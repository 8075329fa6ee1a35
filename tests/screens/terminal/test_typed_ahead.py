"""What is typed before the first page stands: kept in its order, told apart from what a terminal answers."""

import os
import sys
from collections.abc import Iterator

import pytest

from screens.terminal.typed_ahead import TypedAhead, plain


@pytest.mark.parametrize(
    ("typed", "text", "rest"),
    [
        (b"", "", b""),
        ("été".encode(), "été", b""),
        (b"abX\x7fc", "abc", b""),
        (b"\x7f\x7fa", "a", b""),
        (b"wrong\x15right", "right", b""),
        (b"secret\rnext", "secret", b"\rnext"),
        (b"ab\x1b[?2026;2$yc", "ab", b"\x1b[?2026;2$yc"),
        (b"ab\x1b[200~pasted\x1b[201~", "ab", b"\x1b[200~pasted\x1b[201~"),
        (b"ab\x11", "ab", b"\x11"),
        (b"ab\x08", "ab", b"\x08"),
        ("é".encode()[:1], "", "é".encode()[:1]),
        (b"a\xff", "a", b"\xff"),
        (b"x" * 1200, "x" * 1000, b"x" * 200),
    ],
)
def test_only_what_writes_and_erases_is_taken_for_text(typed: bytes, text: str, rest: bytes) -> None:
    told, length = plain(typed)
    assert (told, typed[length:]) == (text, rest)


@pytest.fixture
def line() -> Iterator[tuple[int, int]]:
    if sys.platform == "win32":
        pytest.skip("select knows no pipes there")
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)
    os.close(writing)


def test_keys_are_kept_shown_as_a_number_and_given_once(line: tuple[int, int]) -> None:
    reading, writing = line
    shown, wake = os.pipe()
    typed = TypedAhead()
    typed.begin(reading, lambda letters: os.write(wake, bytes([letters])))
    os.write(writing, b"ab")
    assert os.read(shown, 1) == b"\x02"
    os.write(writing, b"c\rd")
    assert os.read(shown, 1) == b"\x03"
    assert typed.text() == "abc"
    assert typed.rest() == b"\rd"
    assert (typed.text(), typed.rest(), bytes(typed._typed)) == ("", b"", b"")
    os.write(writing, b"for the page")
    assert os.read(reading, 100) == b"for the page"
    os.close(shown)
    os.close(wake)


def test_a_terminal_that_goes_ends_the_reading_and_nothing_else(line: tuple[int, int]) -> None:
    reading, writing = line
    typed = TypedAhead()

    def gone(_letters: int) -> None:
        raise OSError

    typed.begin(reading, gone)
    os.write(writing, b"a")
    assert typed._thread is not None
    typed._thread.join()
    assert typed.rest() == b"a"
