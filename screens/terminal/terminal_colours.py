"""Colours of a terminal, told as Rich tells them, without the time that importing it takes."""

from collections.abc import Mapping
from colorsys import rgb_to_hls

TRUE, EIGHT_BITS, OTHER = "truecolor", "256", "other"
_PALE = 0.15  # saturation below which Rich takes a colour for a grey
_GREYS, _FIRST_GREY = 25, 231
_DARKEST, _STEP = 95, 40  # of the cube of 6 × 6 × 6 colours


def colours_shown(environment: Mapping[str, str]) -> str:
    """Return TRUE or EIGHT_BITS; OTHER where there are fewer, or none are wanted."""
    name = environment.get("TERM", "").strip().lower()
    if "NO_COLOR" in environment or name in ("dumb", "unknown"):
        return OTHER
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return TRUE
    return EIGHT_BITS if name.rpartition("-")[2] in ("256color", "kitty") else OTHER


def colour_of(colour: str, *, true: bool) -> str:
    """Return what an escape sequence says for a colour, which comes as six digits: “2;…”, or “5;…” of 256."""
    red, green, blue = bytes.fromhex(colour)
    return f"2;{red};{green};{blue}" if true else f"5;{_of_256(red, green, blue)}"


def _of_256(red: int, green: int, blue: int) -> int:
    _hue, light, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
    if saturation < _PALE:
        grey = round(light * _GREYS)
        return {0: 16, _GREYS: _FIRST_GREY}.get(grey, _FIRST_GREY + grey)
    return 16 + 36 * _sixth(red) + 6 * _sixth(green) + _sixth(blue)


def _sixth(part: int) -> int:
    return round(part / _DARKEST if part < _DARKEST else 1 + (part - _DARKEST) / _STEP)
