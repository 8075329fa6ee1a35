"""Words of a line that may tell too much, asked about while it can still be put into other words."""

from collections.abc import Sequence

from journal.language import ngettext
from journal.model.audience import Audience
from journal.sharing.aliasing import Aliased
from journal.sharing.kept_aliasing import aliasing_for
from journal.sharing.lines_as_they_are import not_of
from journal.sharing.remainders import Remnants
from journal.sharing.repository import Keeper, decisions, listed_words
from journal.store import people


def asked_about(keeper: Keeper, text: str, taking_part: Sequence[str] = ()) -> str:
    """Return the question about a line that is to be validated or agreed; nothing where nothing is pointed out.

    Those who take part may stand in it by their name.
    """
    with keeper.store.reading() as tx:
        aliasing = aliasing_for(tuple(people.people(tx)))
    kept = [each for each in decisions(keeper) if each.holds_for(Audience.SPONSOR)]  # who reads it in the end
    remnants = Remnants(aliasing, decisions=kept, listed=listed_words(keeper))
    found = not_of(remnants.find(Aliased(text), -1, "body", 0), taking_part)
    words = dict.fromkeys(each.words for each in found)
    if not words:
        return ""
    question = ngettext("Does this tell too much: {words}?", "Do these tell too much: {words}?", len(words))
    return question.format(words=", ".join(words))
