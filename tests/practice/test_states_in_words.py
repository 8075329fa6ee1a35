import pytest

from journal import language
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.practice.states_in_words import state_word


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize("kind", Kind.all())
def test_every_state_of_a_kind_has_a_word(spoken: language.Language, kind: Kind) -> None:
    language.choose(spoken)
    assert all(state_word(kind, state) for state in spec_of(kind).states)


def test_in_french_the_words_agree_with_their_kind() -> None:
    language.choose("fr")
    told = [(Kind.SESSION, State.HELD), (Kind.STEP, State.DROPPED), (Kind.PLAN, State.DONE)]
    assert [state_word(kind, state) for kind, state in told] == ["tenue", "laissée", "terminé"]
