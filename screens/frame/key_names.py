"""Names of keys, as a person is told them."""

import re

from journal.language import N_, _

_KEY_NAMES = {
    "enter": N_("enter"),
    "escape": N_("esc"),
    "space": N_("space"),
    "tab": N_("tab"),
    "backspace": N_("backspace"),
    "delete": N_("delete"),
    "shift": N_("shift"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": N_("home"),
    "pageup": N_("page up"),
    "pagedown": N_("page down"),
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "comma": ",",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
}


def key_name(keys: str) -> str:
    """Return how the first of some keys is told to a person: "ctrl+l", "échap", "?"."""
    parts = keys.split(",", maxsplit=1)[0].strip().split("+")
    return "+".join(_(_KEY_NAMES[part]) if part in _KEY_NAMES else part for part in parts)


def key_of_name(name: str) -> str:
    """Return the key that is told so, "" for words that stand for several keys."""
    said = {key_name(key): key for key in _KEY_NAMES}
    if name in said:
        return said[name]
    one = len(name) == 1 or re.fullmatch(r"F\d{1,2}", name)
    return name.lower() if one else ""
