"""What is offered to stand for words that are no name: what they are; nothing where that would tell nothing."""

import pytest

from journal.sharing.remainders import Sort
from screens.sharing.resolve_names import Suspect, _asked


@pytest.mark.parametrize("once", [True, False])
@pytest.mark.parametrize(
    ("sort", "offered"),
    [(Sort.PHONE, "a phone number"), (Sort.EMAIL, "an e-mail address"), (Sort.DATE, "a date"), (Sort.LISTED, "")],
)
def test_what_words_are_is_offered_to_stand_for_them(vaulted, sort, offered, once):
    notebook = vaulted.notebook()
    told = _asked(notebook, Suspect("07700 900123", sort, None, 1, ""), once=once)
    notebook.close()
    assert told[2] == offered
