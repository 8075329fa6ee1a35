"""Patterns in lists go by words of the name under which they are chosen, so that nobody looks for a fifth one."""

import pytest

from journal import language
from journal.language import _
from journal.model.pattern import Pattern
from journal.practice.patterns_in_words import PATTERN_WORDS
from screens.vocabulary.patterns import listed

_ROOT = 8  # letters: “relations”, “relationnelle”


@pytest.mark.parametrize("spoken", ["fr", "en"])
@pytest.mark.parametrize("pattern", list(Pattern))
def test_a_pattern_in_a_list_goes_by_words_of_its_own_name(spoken: str, pattern: Pattern) -> None:
    with language.speaking(language.Language(spoken)):
        whole = _(PATTERN_WORDS[pattern])
        assert all(word[:_ROOT] in whole for word in listed(pattern).split())
