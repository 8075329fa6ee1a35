"""What Markdown marks has weight while one writes."""

import pytest

from screens.widgets.markdown_marks import LONGEST, weights


def _weights(words: str) -> dict[str, str]:
    return {words[start:end]: style for style, start, end in weights(words)}


@pytest.mark.parametrize(
    ("words", "expected"),
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
def test_signs_have_weight(words: str, expected: dict[str, str]) -> None:
    assert _weights(words) == expected


def test_what_is_too_long_to_look_at_with_every_key_is_left_as_it_is() -> None:
    assert _weights("**net** " * LONGEST) == {}
