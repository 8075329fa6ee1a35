"""A key of a page is heard by the page, also while the cursor is in a field: no field keeps it for itself."""

from textual.binding import Binding
from textual.widgets import Input, TextArea

from screens.frame.form_fields import types_a_character
from screens.keys import TABLE

_MENDED = {"f6"}  # our field of several lines passes it on
_ELSEWHERE = {"escape", "tab", "shift+tab", "enter"}  # every page that uses them takes care of them itself
_BETWEEN = ("shift+up", "shift+down", "left", "right", "backspace", "delete", "home", "end")  # meant for rows
_WRITING = (
    "fields", "session", "preparation", "case", "plan", "take_away", "step", "objective", "offers", "calendar",
    "statement", "if_then", "learning", "situation",
)  # fmt: skip


def taken() -> set[str]:
    """Return the keys that Textual's fields use."""
    bindings = [Binding.make_bindings([*TextArea.BINDINGS, *Input.BINDINGS])]
    return {binding.key for made in bindings for binding in made}


def test_no_field_keeps_a_key_of_its_page() -> None:
    keys = {
        key.strip(): command.id
        for command in TABLE.rows
        if command.where in _WRITING
        for key in command.keys.split(",")
        if not types_a_character(key)
    }
    assert not {
        key: command
        for key, command in keys.items()
        if key in taken() and key not in _MENDED and key not in _ELSEWHERE and key not in _BETWEEN
    }
