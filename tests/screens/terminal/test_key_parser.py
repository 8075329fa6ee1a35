"""What terminals send, read as the keys that were pressed; what nobody asked for is never typed."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from textual import constants, events
from textual.app import App
from textual.widgets import Input

from screens.terminal import key_parser
from screens.terminal.alt_keys import as_pressed
from screens.terminal.key_parser import KeyParser
from screens.widgets.one_line import OneLine
from screens.widgets.secret import Secret
from screens.widgets.writing_area import WritingArea

_BITS = ("\x1b", "\x1b[", "\x1b]", ";", ":", "u", "M", "t", "~", "9", "48")


def name(message: Any) -> str:
    if isinstance(message, events.Key):
        return message.key if message.character in (None, message.key) else f"{message.key} {message.character!r}"
    return type(message).__name__


def read(*pieces: str, waited: bool = False, monkeypatch: pytest.MonkeyPatch | None = None) -> list[str]:
    parser = KeyParser()
    told = [message for piece in pieces for message in parser.feed(piece)]
    if waited and monkeypatch is not None:
        with monkeypatch.context() as later:
            later.setattr(key_parser, "monotonic", lambda: float("inf"))
            told += parser.tick()
    return [name(message) for message in told]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b[7@x", ["ctrl+shift+home", "x"]),  # urxvt
        ("\x1b[7^\x1b[8^", ["ctrl+home", "ctrl+end"]),
        ("\x1b[7$x", ["shift+home", "x"]),
        ("\x1b]11;rgb:ffff/f7f7/e8e8\x07x", ["x"]),
        ("\x1b]11;rgb:ffff/f7f7/e8e8\x1b\\x", ["x"]),
        ("\x1b]12;rgb:0/0\x1b[A", ["up"]),
        ("\x1bP1$r0m\x1b\\\x1b_Gi=1;OK\x1b\\x", ["x"]),
        ("\x1b[?62;22c\x1b[>0;276;0cx", ["x"]),
        ("\x1b[99~\x1b[1;99Zx", ["x"]),
        ("\x1b[12é", ["é"]),
        ("\x1b[12\x1b[B", ["down"]),
        ("\x1b[48;99999;99999;1;1t", []),
        ("\x1b[97:65;2u", ["A"]),
        ("\x1b[99999999;1;999999999ux", ["x"]),
        ("\x1b[1;;55296ux", ["x"]),
        ("\x1b[<0;3;4M\x1b[I", ["MouseDown", "AppFocus"]),
        ("\x1bOP\x1b[[A\x1b[P", ["f1", "f1", "f1"]),
        ("\x1b\x1b[A", ["escape '\\x1b'", "up"]),
    ],
)
def test_a_sequence_is_a_key_that_is_known_or_nothing_however_it_is_cut(sent: str, keys: list[str]) -> None:
    assert read(sent) == keys
    assert read(*sent) == keys


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b", ["escape '\\x1b'"]),
        ("\x1b[", ["alt+left_square_bracket '['"]),
        ("\x1b]", ["alt+right_square_bracket ']'"]),
        ("\x1b[12", []),
        ("\x1b]11;rgb:ff", []),
    ],
)
def test_what_was_begun_is_given_up_after_a_while(sent: str, keys: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(sent, waited=True, monkeypatch=monkeypatch) == keys


@pytest.mark.parametrize("sign", [*"€«»’°£§éàœ“—"])
@pytest.mark.parametrize("sequence", ["\x1b[{};u", "\x1b[{}u", "\x1b[{};1u", "\x1b[{};;{}u"])
def test_a_sign_of_a_kitty_key_is_typed_with_or_without_its_text(sign: str, sequence: str) -> None:
    told = list(KeyParser().feed(sequence.format(ord(sign), ord(sign))))
    assert [event.character for event in told if isinstance(event, events.Key)] == [sign]


@pytest.mark.parametrize(
    ("sent", "typed"),
    [("\x1b[233;65u", "É"), ("\x1b[233;66u", "é"), ("\x1b[233;129u", "é"), ("\x1b[38:49;2u", "1"), ("\x1b[32;2u", " ")],
)
def test_caps_lock_and_shift_make_capitals(sent: str, typed: str) -> None:
    (told,) = KeyParser().feed(sent)
    assert isinstance(told, events.Key)
    assert told.character == typed


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        *(("\x1b[97;5u", "ctrl+a"), ("\x1b[13u", "enter '\\r'"), ("\x1b[27u", "escape"), ("\x1b[97;3u", "alt+a")),
        *(("\x1b[57441u", "left_shift"), ("\x1b[127;5u", "ctrl+backspace"), ("\x1b[3;5~", "ctrl+delete")),
    ],
)
def test_commands_of_kitty_type_nothing(sent: str, key: str) -> None:
    assert read(sent) == [key]


def test_delete_of_st_is_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "st-256color")
    assert read("\x1b[P") == ["delete"]


@pytest.mark.parametrize(("erases", "key"), [("\x7f", "ctrl+backspace"), ("\x08", "backspace '\\x08'")])
def test_ctrl_backspace_is_told_by_what_backspace_is(erases: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_parser, "erase_character", lambda: erases)
    assert read("\x08") == [key]


def test_much_that_comes_at_once_is_pasted_and_each_line_of_it_ends_with_enter() -> None:
    line = "une ligne collée sans crochets"
    assert read(f"{line}\r" * 600) == ["Paste", "enter '\\r'"] * 600
    assert read("réunion\r") == [*"réunion", "enter '\\r'"]


def test_with_the_protocol_off_its_keys_are_dropped_and_nothing_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DISABLE_KITTY_KEY", True)
    assert read("\x1b[233;65ux") == ["x"]


@pytest.mark.slow_proof
def test_random_bytes_end_no_reading(proof_count: Callable[[int, int], int]) -> None:
    dice = random.Random(49)
    parser = KeyParser()
    for _turn in range(proof_count(300, 50_000)):
        pieces = [dice.choice((*_BITS, dice.randbytes(3).decode("utf-8", "replace"))) for _ in range(20)]
        list(parser.feed("".join(pieces)))
    list(parser.feed("\x1b[201~\x1b[201~\x07\x1b\\"))
    assert [name(each) for each in parser.feed("\x1b[A")] == ["up"]


def pressed(key: str, character: str | None, *, bound: bool = False) -> list[str]:
    return [name(each) for each in as_pressed(events.Key(key, character), lambda _key: bound)]


def test_escape_with_a_letter_behind_it_is_no_alt_unless_something_is_on_that_key() -> None:
    assert pressed("alt+j", "j") == ["escape '\\x1b'", "j"]
    assert pressed("alt+question_mark", "?") == ["escape '\\x1b'", "question_mark '?'"]
    assert pressed("alt+j", "j", bound=True) == ["alt+j 'j'"]
    assert pressed("alt+j", None) == ["alt+j"]


@pytest.mark.parametrize("field", [OneLine, Secret, WritingArea])
async def test_ctrl_backspace_and_ctrl_delete_take_a_word(field: type[Any]) -> None:
    class Writing(App[None]):
        def compose(self) -> Any:
            yield field()

    async with Writing().run_test() as pilot:
        place = pilot.app.query_one(field)
        if isinstance(place, Input):
            place.password = False
        place.focus()
        await pilot.press(*"un", "space", *"deux", "space", *"trois", "ctrl+backspace")
        text = place.value if isinstance(place, Input) else place.text
        assert text.strip() == "un deux"
        await pilot.press("home", "ctrl+delete")
        text = place.value if isinstance(place, Input) else place.text
        assert text.strip() == "deux"
