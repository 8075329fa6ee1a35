"""Names of parties as they are corrected: the person, and every place where their engagement tells the old spelling."""

from collections.abc import Callable

from journal.model.case import CaseDetails
from journal.model.engagement import EngagementDetails, Party
from journal.model.entry import Entry, Ref, Rel
from journal.model.evening import Evening
from journal.model.session import SessionDetails
from journal.practice import casework, parties, reading, scheduling
from journal.practice.bringing import keep_session
from journal.practice.notebook import Notebook
from journal.same_name import one_name
from journal.store.folding import words

_Renamed = Callable[[str], str]
_SAID = "\u00a0: "  # between a name and what they said, in a line jotted about another's case


def correct(notebook: Notebook, engagement: Entry, was: str, name: str) -> None:
    """Correct the person, then the sessions and the cases of an engagement that tell something of them by name."""

    def renamed(told: str) -> str:
        return name if one_name(told, was) else told

    sessions = scheduling.sessions(notebook, engagement.ref)
    refs = {each.ref for each in sessions}
    naming = [each for each in sessions if _session(each, renamed) != each.details]
    cases = [each for each in casework.cases(notebook) if _case(each, refs, renamed) != each.details]
    told = [
        *((each, _session(each, renamed)) for each in naming),
        *((each, _case(each, refs, renamed)) for each in cases),
    ]
    # One whose own words tell the old name goes on doing so: there it must still be found.
    here = [each.ref for each, details in told if not _in_words(f"{each.title} {details.model_dump_json()}", was, name)]
    parties.correct(notebook, was, name, (engagement.ref, *here))
    for each in naming:
        present = reading.entry(notebook, each.ref)  # its people have the corrected name by now
        keep_session(notebook, present, _session(present, renamed))
    for each in cases:
        present = reading.entry(notebook, each.ref)
        casework.keep_offers(notebook, present, _case(present, refs, renamed).offers)


def frame_with(frame: EngagementDetails, was: str, party: Party) -> EngagementDetails:
    """Return a frame in which whoever agreed, said something or is reported to has the name of a corrected party."""

    def renamed(told: str) -> str:
        return party.name if one_name(told, was) else told

    return frame.with_(
        parties=tuple(each.with_(reports_to=renamed(each.reports_to)) for each in frame.parties),
        voices=tuple(each.with_(by=renamed(each.by)) for each in frame.voices),
        clauses=tuple(
            clause.with_(consents=tuple(each.with_(by=renamed(each.by)) for each in clause.consents))
            for clause in frame.clauses
        ),
    )


def _session(session: Entry, renamed: _Renamed) -> SessionDetails:
    details = session.details_as(SessionDetails)
    views = tuple(view.with_(party=renamed(view.party)) for view in details.views)
    return details.with_(views=views, evening=_evening(details.evening, renamed))


def _evening(evening: Evening, renamed: _Renamed) -> Evening:
    return evening.with_(
        turn=renamed(evening.turn),
        next_turn=renamed(evening.next_turn),
        present=tuple(map(renamed, evening.present)),
        tasks=tuple(task.with_(name=renamed(task.name)) for task in evening.tasks),
        promises=tuple(each.with_(by=renamed(each.by)) for each in evening.promises),
        aside="\n".join(_line(each, renamed) for each in evening.aside.split("\n")),
    )


def _line(line: str, renamed: _Renamed) -> str:
    by, said, what = line.partition(_SAID)
    return renamed(by) + said + what if said else line


def _case(case: Entry, sessions: set[Ref], renamed: _Renamed) -> CaseDetails:
    """Return a case in which those who offered something in these sessions have their corrected name."""
    details = case.details_as(CaseDetails)
    told_here = any(link.rel is Rel.PART_OF and link.ref in sessions for link in case.links)
    offers = (
        each.with_(who=renamed(each.who)) if each.session in sessions or (told_here and each.session is None) else each
        for each in details.offers
    )
    return details.with_(offers=tuple(offers))


def _in_words(text: str, was: str, name: str) -> bool:
    """Whether a text still tells a part of the old name that the corrected one does not have."""
    return not set(words(text)).isdisjoint(set(words(was)).difference(words(name)))
