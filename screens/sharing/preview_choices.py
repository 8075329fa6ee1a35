"""Choices made on the preview: dates, language and what goes along; the selection that they come to."""

from dataclasses import dataclass

from journal.language import N_, Language, _, current
from journal.model.audience import Audience
from journal.model.session import SessionKind
from journal.practice.notebook import Notebook
from journal.sharing.habits import habit
from journal.sharing.selecting import Dates, Selection
from screens.sharing.page_lines import page_selection
from screens.vocabulary.audiences import audience_words
from screens.widgets.rows import Row

_PURPOSES = {
    Audience.ME: N_("real names, everything you marked"),
    Audience.PRACTITIONER: N_("under aliases"),
    Audience.GROUP: N_("under aliases"),
    Audience.SPONSOR: N_("validated progress statements only"),
}


@dataclass(frozen=True)
class PreviewChoices:
    """What was chosen so far of how something is told; what is for the sponsor alone holds for nobody else."""

    title: str = ""
    included: tuple[int, ...] = ()  # private entries, each said yes to twice
    asides: tuple[int, ...] = ()
    dates: Dates = Dates.EXACT
    language: Language | None = None  # None: the one that this audience read last
    meeting: SessionKind | None = None
    every_objective: bool = False
    validation_days: bool = False

    def selection(self, notebook: Notebook, refs: tuple[int, ...], audience: Audience) -> Selection:
        """Return what leaves to an audience by these choices."""
        sponsor = audience is Audience.SPONSOR
        return page_selection(notebook, refs, audience).with_(
            language=self.language or habit(notebook, audience).language or current(),
            dates=self.dates,
            include_private=self.included,
            asides=self.asides,
            title=self.title,
            meeting=self.meeting if sponsor else None,
            every_objective=self.every_objective and sponsor,
            validation_days=self.validation_days and sponsor,
        )


def audience_rows() -> list[Row]:
    """Return for whom something can leave, and what reaches each of them."""
    return [Row(each.value, audience_words(each), _(_PURPOSES[each])) for each in Audience]
