"""Widget that tells where an entry went: one quiet line for each departure, nothing while it went nowhere."""

from datetime import datetime

from journal.dates.wording import ago
from journal.language import _
from journal.model.disclosure import Disclosure
from journal.model.entry import Ref
from journal.practice.notebook import Notebook
from journal.sharing.disclosing import of_entry
from screens.vocabulary.audiences import audience_words
from screens.widgets.plain import PlainText

_MOST = 3  # departures told on a page; the register has them all


class SharedWith(PlainText):
    """Stands below a page; told anew whenever one comes back to it."""

    def __init__(self) -> None:
        super().__init__("", classes="quiet gap-above")
        self.display = False

    def tell(self, notebook: Notebook, ref: Ref | None, now: datetime) -> None:
        """Tell where the entry went."""
        left = of_entry(notebook, ref) if ref is not None else []
        lines = [went_words(each, now) for each in left[:_MOST]]
        self.display = bool(lines)
        self.update("\n".join([_("Where it went"), *lines]))


def went_words(departure: Disclosure, now: datetime) -> str:
    """Return to whom and when: "◆ practitioner · Mme Lenoir, yesterday, 17:30"."""
    return _("{reader}, {moment}").format(
        reader=audience_words(departure.audience, departure.recipient), moment=ago(departure.at.astimezone(), now)
    )
