"""The facilitator's page for a group's session: who brings, the question, the help wanted, the times."""

from journal.language import N_, _
from journal.model.case import CaseDetails
from journal.model.case_sheet import page_of
from journal.model.engagement import EngagementDetails, Role
from journal.model.entry import Entry
from journal.model.evening import Evening, Phase
from journal.practice import evenings
from journal.practice.notebook import Notebook

PHASES = {
    Phase.TELLING: N_("telling"),
    Phase.CLARIFYING: N_("questions"),
    Phase.OFFERING: N_("hypotheses, angles"),
    Phase.KEEPING: N_("what I keep"),
    Phase.ROUND: N_("round"),
}


def facilitators_page(notebook: Notebook, session: Entry) -> str:
    """Return the page as Markdown; nothing of another's case is in it but whose it is."""
    evening = evenings.evening_of(session)
    case = evenings.case_told(notebook, session)
    mine = case is not None and not evening.turn
    details = case.details_as(CaseDetails) if case is not None and mine else CaseDetails()
    who = evening.turn or (_me(notebook, session) if mine else "")
    page = page_of(
        [
            (_("Who brings a case"), " · ".join(filter(None, [who, case.title if case is not None and mine else ""]))),
            (_("The question"), details.question),
            (_("The help wanted"), "\n\n".join(filter(None, [details.help_wanted, details.unwanted]))),
            (_("The times"), _times(evening)),
        ]
    )
    return "\n\n".join([_("# For {session} of the group").format(session=session.title), page])


def _me(notebook: Notebook, session: Entry) -> str:
    group = evenings.group_of(notebook, session)
    parties = group.details_as(EngagementDetails).parties if group is not None else ()
    return next((party.name for party in parties if party.role is Role.MANAGER), "")


def _times(evening: Evening) -> str:
    return "\n".join(
        _("- {phase}: {minutes} min").format(phase=_(words), minutes=minutes)
        for words, minutes in zip(PHASES.values(), evening.minutes, strict=True)
    )
