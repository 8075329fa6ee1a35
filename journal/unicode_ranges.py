"""Ranges of characters that `unicodedata` does not tell, each the inside of a regular expression's `[…]`.

Written by `.ci/unicode_ranges.py` from the Unicode Character Database; not to be edited.
"""

from collections.abc import Mapping

DEFAULT_IGNORABLE = (
    "\xad\u034f\u061c\u115f-\u1160\u17b4-\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What is not shown at all where it is not supported: zero widths, joiners, fillers, selectors, tags."""

WITHOUT_WORD_BORDERS: Mapping[str, str] = {
    "Han": (
        "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007"
        "\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d"
        "\ufa70-\ufad9\U00016fe2-\U00016fe3\U00016ff0-\U00016ff6\U00020000-\U0002a6df\U0002a700-\U0002b81e"
        "\U0002b820-\U0002cead\U0002ceb0-\U0002ebe0\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a"
        "\U00031350-\U00033479"
    ),
    "Hiragana": ("\u3041-\u3096\u309d-\u309f\U0001b001-\U0001b11f\U0001b123\U0001b132\U0001b150-\U0001b152\U0001f200"),
    "Katakana": (
        "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u32d0-\u32fe\u3300-\u3357"
        "\uff66-\uff9d\U0001aff0-\U0001aff3\U0001aff5-\U0001affb\U0001affd-\U0001affe\U0001b000"
        "\U0001b120-\U0001b122\U0001b124-\U0001b128\U0001b155\U0001b164-\U0001b168"
    ),
    "Hangul": (
        "\u1100-\u11ff\u302e-\u302f\u3131-\u318e\u3200-\u321e\u3260-\u327e"
        "\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7c6\ud7cb-\ud7fb\uffa0-\uffbe"
        "\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc"
    ),
    "Thai": ("\u0e01-\u0e3a\u0e40-\u0e5b"),
    "Lao": (
        "\u0e81-\u0e82\u0e84\u0e86-\u0e8a\u0e8c-\u0ea3\u0ea5"
        "\u0ea7-\u0ebd\u0ec0-\u0ec4\u0ec6\u0ec8-\u0ece\u0ed0-\u0ed9"
        "\u0edc-\u0edf"
    ),
    "Khmer": ("\u1780-\u17dd\u17e0-\u17e9\u17f0-\u17f9\u19e0-\u19ff"),
    "Myanmar": ("\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f\U000116d0-\U000116e3"),
}
"""The scripts whose words stand without spaces between them, or with endings grown onto them, by name."""
