"""One line that was offered: its whole text, what it is, who gave it."""

from journal.language import _
from journal.model.case import CaseDetails, Offer, OfferKind
from journal.model.engagement import EngagementDetails
from journal.practice import casework, evenings, reading
from screens.casework.offer_rows import OFFER_WORDS
from screens.frame.changes import changing, of
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field

_NOBODY = "-"


class OfferScreen(FormPage):
    """A line to correct; emptied, it is thrown away."""

    def __init__(self, ref: int, number: int) -> None:
        super().__init__()
        self.ref = ref
        self._number = number
        self._was: Offer | None = None

    def identity(self) -> tuple[object, ...]:
        """Return which line of which case."""
        return (self.ref, self._number)

    @property
    def _offer(self) -> Offer:
        if self._was is None:
            self._was = reading.entry(self.journal.notebook, self.ref).details_as(CaseDetails).offers[self._number]
        return self._was

    @property
    def _names(self) -> list[str]:
        """The members who may have given it, and whoever is noted."""
        notebook, session = self.journal.notebook, self._offer.session
        group = evenings.group_of(notebook, reading.entry(notebook, session)) if session is not None else None
        others = group.details_as(EngagementDetails).others if group is not None else ()
        return list(dict.fromkeys(filter(None, [*(party.name for party in others), self._offer.who])))

    def page_title(self) -> str:
        """Return what this is."""
        return _("What was offered")

    def fields(self) -> list[Field]:
        """Return text, kind and who."""
        kinds = tuple((kind.value, _(words)) for kind, words in OFFER_WORDS.items())
        who = ((_NOBODY, _("nobody in particular")), *((str(at), name) for at, name in enumerate(self._names)))
        return [
            Field("text", _("In their words")),
            Field("kind", _("What it is"), many=False, options=kinds),
            Field("who", _("Who gave it"), many=False, options=who),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the line as it is kept."""
        offer, names = self._offer, self._names
        who = str(names.index(offer.who)) if offer.who in names else _NOBODY
        return {"text": offer.text, "kind": offer.kind.value, "who": who}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the line as it is now."""
        was, names = self._offer, self._names
        who = names[int(values["who"])] if values["who"].isdecimal() else ""
        text = " ".join(values["text"].split())
        becomes = was.with_(text=text, kind=OfferKind(values["kind"]), who=who) if text else None
        self._was = becomes or was
        return changing(of(self.ref, casework.change_offer), was, becomes)
