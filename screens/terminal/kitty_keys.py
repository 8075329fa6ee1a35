"""Keys of the kitty protocol that come without their text: Textual types ASCII letters of them and nothing else."""

import re

_KEY = re.compile(
    r"\x1b\[(?P<code>\d{2,7})(?::(?P<shifted>\d{0,7}))?(?::\d{0,7})?(?:;(?P<modifiers>\d{0,3})(?::1)?)?;?u"
)
_SHIFT, _CAPS_LOCK, _NUM_LOCK = 1, 64, 128
_WITHOUT_SIGN = range(57344, 63744)  # the private use area names keys such as F13 or the volume
_DELETE = 0x7F
_SIGNS = range(0x20, 0x110000)


def typed_sign(sequence: str) -> str | None:
    """Return the sign that a key types, where its sequence says none; None where it is a command or no such key."""
    if (match := _KEY.fullmatch(sequence)) is None:
        return None
    code, bits = int(match["code"]), max(0, int(match["modifiers"] or 1) - 1)
    if bits & ~(_SHIFT | _CAPS_LOCK | _NUM_LOCK) or not _is_sign(code):
        return None
    shifted = int(match["shifted"] or 0)
    if bits & _SHIFT and _is_sign(shifted):
        return chr(shifted)
    sign = chr(code)
    large = bool(bits & _SHIFT) ^ bool(bits & _CAPS_LOCK)
    return sign.upper() if large and len(sign.upper()) == 1 else sign


def _is_sign(code: int) -> bool:
    return code in _SIGNS and code != _DELETE and code not in _WITHOUT_SIGN and chr(code).isprintable()
