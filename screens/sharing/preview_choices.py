"""Choices made on the preview: dates, language and what goes along; the selection that they come to."""

from dataclasses import dataclass

from journal.language import Language, current
from journal.model.audience import Audience
from journal.model.session import SessionKind
from journal.practice.notebook import Notebook
from journal.sharing.habits import habit
from journal.sharing.selecting import Dates, Selection
from screens.sharing.page_lines import page_selection


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
