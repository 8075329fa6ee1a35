"""Text on a page: French signs stay beside their word, wherever the line ends."""

from itertools import pairwise

import pytest
from textual._wrap import compute_wrap_offsets

from screens.widgets.plain import plain

ASKED = "Où êtes-vous, quels bruits, qui est là\u202f? Et «\u00a0rien\u00a0» d’autre\u00a0: c’est peu\u202f!"


@pytest.mark.parametrize("width", range(12, 60))
def test_no_line_begins_with_a_sign_or_ends_with_an_opening_one(width: int) -> None:
    lines = [line.plain for line in plain(ASKED).wrap(width)]
    assert [line for line in lines if line.strip()[:1] in "?!:»"] == []
    assert [line for line in lines if line.strip().endswith("«")] == []
    parts = [0, *compute_wrap_offsets(ASKED, width, 4), len(ASKED)]
    written = [ASKED[start:end] for start, end in pairwise(parts)]
    assert [line for line in written if line.strip()[:1] in "?!:»"] == []
