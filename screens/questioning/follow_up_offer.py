"""The line under an answer: one more question that may be taken, its key beside it."""

from textual.app import ComposeResult
from textual.containers import Horizontal

from journal.language import _
from journal.model.follow_up import FollowUp
from journal.practice import care_first
from screens.widgets.plain import PlainText


class FollowUpOffer(Horizontal):
    """A follow-up that is offered; nothing stands here while none is."""

    def compose(self) -> ComposeResult:
        """Yield the question, then the key at the right."""
        yield PlainText("", id="offered")
        yield PlainText("", id="offered-key")

    def show(self, offer: FollowUp | None, key: str, *, care: bool = False) -> None:
        """Show what is offered now; where care comes first, whom to talk to and nothing else."""
        self.display = care or offer is not None
        if care:
            self.query_one("#offered", PlainText).update(care_first.offer())
            self.query_one("#offered-key", PlainText).update(_("{key}  who to talk to").format(key=key))
        elif offer is not None:
            words = _("{key}  answer, or…") if offer.leads_to else _("{key}  answer")
            self.query_one("#offered", PlainText).update(offer.question)
            self.query_one("#offered-key", PlainText).update(words.format(key=key))
