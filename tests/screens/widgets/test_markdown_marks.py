"""What Markdown marks has weight while one writes, and every character stays where it is."""

import pytest
from rich.text import Text

from screens.widgets.markdown_marks import LONGEST, mark


def _weights(words: str) -> dict[str, str]:
    line = mark(Text(words))
    assert line.plain == words
    return {words[span.start : span.end]: str(span.style) for span in line.spans}


@pytest.mark.parametrize(
    ("words", "weights"),
    [
        ("# Les faits", {"# Les faits": "bold"}),
        ("- un point **net**", {"- ": "dim", "**net**": "bold"}),
        ("12. douzième", {"12. ": "dim"}),
        ("> « on verra »", {"> ": "dim"}),
        ("il a *vraiment* dit _ça_", {"*vraiment*": "italic", "_ça_": "italic"}),
        ("snake_case_name et 2 * 3 * 4", {}),
        ("#147 n’est pas un titre", {}),
        ("", {}),
    ],
)
def test_signs_have_weight(words: str, weights: dict[str, str]) -> None:
    assert _weights(words) == weights


def test_what_is_too_long_to_look_at_with_every_key_is_left_as_it_is() -> None:
    assert _weights("**net** " * LONGEST) == {}
