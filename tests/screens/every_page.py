"""One way to open each page of the app in a vault that holds a fictitious year."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import reading, red_thread, then_and_now
from journal.practice.learning import Return
from journal.practice.notebook import Notebook
from journal.sharing.disclosing import Reader
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from screens.actors import routes as actors
from screens.casework import routes as casework
from screens.checking_in import routes as checking_in
from screens.engagement import routes as engagement
from screens.frame.help import HelpScreen
from screens.frame.page import Page
from screens.looking_back import routes as looking_back
from screens.pages import PLACES
from screens.planning import routes as planning
from screens.questioning import routes as questioning
from screens.reading import routes as reading_room
from screens.road import routes as road
from screens.sessions import routes as sessions
from screens.settings import routes as settings
from screens.sharing import routes as sharing
from screens.sharing.delivery import DeliveryScreen
from screens.sharing.pasting import PastingScreen
from screens.sharing.people import PeopleScreen, PersonScreen, WordsScreen
from screens.sharing.phone import PhoneScreen
from screens.sharing.preview import PreviewScreen
from screens.sharing.recipients import RecipientScreen, RecipientsScreen
from screens.sharing.register import KnowingScreen, KnownScreen
from screens.sharing.statements import routes as statements
from screens.sharing.statements.place import StatementsScreen
from screens.sharing.statements.report import ReportScreen
from screens.sharing.statements.validation import ValidationScreen
from screens.today import routes as today
from screens.writing import routes as writing

Opened = Callable[[Notebook, dict[str, int]], Any]

RETOLD = "I was afraid, and I took over."


def _of(route: Callable[..., Any], *positional: str, **keys: str) -> Opened:
    """Return an opener of a page whose arguments are numbers of entries of the year."""
    return lambda _notebook, refs: route(
        *(refs[key] for key in positional), **{name: refs[key] for name, key in keys.items()}
    )


def _plain(route: Callable[..., Any], **arguments: Any) -> Opened:
    return lambda _notebook, _refs: route(**arguments)


def _delivery(notebook: Notebook, refs: dict[str, int]) -> Any:
    selection = Selection(refs=(refs["situation-4"],), audience=Audience.PRACTITIONER)
    return DeliveryScreen(prepare(notebook, selection))


def _departure(notebook: Notebook, refs: dict[str, int]) -> Any:
    left = Disclosure(
        at=notebook.clock() - timedelta(days=3), audience=Audience.PRACTITIONER, refs=(refs["situation-4"],),
        titles=("Une",), format=FileFormat.PDF, protection=Protection.PDF, file_name="x.pdf", sha256="0" * 64,
        preview_digest="1" * 64,
    )  # fmt: skip
    return sharing.departure(left)


def _revisit(notebook: Notebook, refs: dict[str, int]) -> Any:
    learning = next(reading.entry(notebook, ref) for key, ref in refs.items() if key.startswith("learning"))
    return questioning.revisit(Return(learning=learning, question="?"))


def _passages(notebook: Notebook, _refs: dict[str, int]) -> Any:
    of = red_thread.red_thread(notebook)
    return looking_back.passages(of.threads[0], of.months)


def _both(notebook: Notebook, refs: dict[str, int]) -> Any:
    then_and_now.tell(notebook, refs["situation-4"], RETOLD)
    return looking_back.both(refs["situation-4"])


def _newest(notebook: Notebook, kind: Kind) -> int:
    return reading.newest(notebook, Filter(kinds=(kind,)), 1)[0].ref


def _help(_notebook: Notebook, _refs: dict[str, int]) -> Any:
    page = Page()
    page.name_in_table = "today"  # type: ignore[misc]  # a page of its own kind, for its keys
    return HelpScreen(page)


FORMS: dict[str, Opened] = {
    "logistics": _of(sessions.logistics, "session-10"),
    "preparation": _of(sessions.preparation, "session-7"),
    "figures": _of(engagement.figures, "engagement"),
    "figures-new": _plain(engagement.figures),
    "party": lambda _n, refs: engagement.party(refs["engagement"], 0),
    "party-new": _of(engagement.party, "engagement"),
    "clause": lambda _n, refs: engagement.clause(refs["engagement"], 3),
    "objective": _of(engagement.objective, "objective-1", engagement="engagement"),
    "objective-new": _of(engagement.objective, engagement="engagement"),
    "calendar": _of(sessions.calendar, "engagement"),
    "plan": _of(planning.plan, "plan-5"),
    "plan-new": _plain(planning.plan),
    "option": lambda _n, refs: planning.option(refs["plan-5"], 0),
    "option-new": _of(planning.option, "plan-5"),
    "step": _of(planning.step, "step-6"),
    "step-new": _plain(planning.step),
    "case": _of(casework.case, "case-1"),
    "case-new": _plain(casework.case),
    "take_away": _of(casework.take_away, "case-1"),
    "offer": lambda _n, refs: casework.offer(refs["case-1"], 0),
    "method": _of(casework.method, "group-session-5"),
    "others_case": _of(casework.others_case, "group-session-4"),
    "round": _of(casework.round_of, "group-session-4"),
    "group_closing": _of(engagement.group_closing, "group"),
    "member": lambda _n, refs: engagement.party(refs["group"], 1),
    "clause-new": _of(engagement.clause, "group"),
    "session": _of(sessions.session, "session-7"),
    "contacts": _plain(checking_in.contacts),
    "revisit": _revisit,
    "if_then": _plain(questioning.if_then),
    "learning": _plain(questioning.learning),
    "recipient": _plain(RecipientScreen),
    "person": _plain(PersonScreen),
    "words": _plain(WordsScreen),
    "delivery": _delivery,
    "statement": _plain(statements.statement),
    "synthesis-line": lambda _n, refs: road.synthesis_line(refs["engagement"], key="dates"),
    "synthesis-line-new": lambda _n, refs: road.synthesis_line(refs["engagement"], section="thanks"),
    "tell_again": _of(looking_back.tell_again, "situation-4"),
    "spellings": lambda _n, _refs: looking_back.group("meeting", "meeting"),
    "left_out": _plain(looking_back.left_out),
    "meeting-words": _of(road.meeting_words, "session-5"),
    "record-line": _of(road.record_line, "session-5"),
    "actor": _plain(actors.actor),
}

PAGES: dict[str, Opened] = {
    **{place: _plain(route) for place, route in PLACES.items()},
    **FORMS,
    "baseline": lambda _n, refs: road.milestone(refs["engagement"], "baseline"),
    "halfway": lambda _n, refs: road.milestone(refs["engagement"], "halfway"),
    "closing": lambda _n, refs: road.milestone(refs["engagement"], "closing"),
    "later": lambda _n, refs: road.milestone(refs["engagement"], "later"),
    "objective-closing": lambda _n, refs: road.objective(refs["objective-1"], "closing"),
    "objective-halfway": lambda _n, refs: road.objective(refs["objective-1"], "halfway"),
    "meeting-start": _of(road.meeting, "session-1"),
    "meeting": _of(road.meeting, "session-5"),
    "synthesis": _of(road.synthesis, "engagement"),
    "red_thread": _plain(looking_back.red_thread),
    "passages": _passages,
    "early_page": _plain(looking_back.then_and_now),
    "both": _both,
    "two_periods": _plain(looking_back.two_periods),
    "page-for-me": _of(road.page_for_me, "session-5"),
    "actor-map": _plain(actors.actor_map),
    "settings": _plain(settings.settings),
    "help": _help,
    "drafts": _plain(today.drafts),
    "left-over": _plain(today.left_over, draft="unread:RecipientScreen:None"),
    "trash": _plain(reading_room.trash),
    "search": _plain(reading_room.search),
    "questioning": _plain(questioning.questioning, code="zoom-out"),
    "choose_protocol": _of(questioning.choose_protocol, "situation-4"),
    "peek": _of(questioning.peek, "situation-4"),
    "reflection_end": lambda notebook, _refs: questioning.reflection_end(_newest(notebook, Kind.REFLECTION)),
    "reflection": lambda notebook, _refs: questioning.reflection(_newest(notebook, Kind.REFLECTION)),
    "learnings": _plain(questioning.learnings),
    "checkin": _plain(checking_in.checkin),
    "curve": _plain(checking_in.curve),
    "history": _of(reading_room.history, "situation-4"),
    "witness": _of(reading_room.witness, "situation-4"),
    "entry": _of(reading_room.entry, "situation-4"),
    "tellings": _of(reading_room.tellings, "situation-4"),
    "situation": _of(writing.situation, ref="situation-4"),
    "situation-new": _plain(writing.situation),
    "engagement": _of(engagement.engagement, "engagement"),
    "withdraw": _of(engagement.withdraw, "engagement"),
    "leave": lambda _n, refs: engagement.leave(refs["engagement"], "destroy"),
    "stage": _of(engagement.stage, "engagement"),
    "case_pick": _plain(casework.case_pick, about=(), chosen=print),
    "case_session": _of(casework.case_session, "case-1"),
    "rehearsal": _of(casework.rehearsal, "case-1"),
    "feedback": _of(casework.feedback, "case-1"),
    "readers": _of(casework.readers, "case-1"),
    "evening": _of(casework.evening, "group-session-5"),
    "turn": lambda _n, refs: casework.turn(refs["group-session-5"], print),
    "group_months": _of(engagement.group_months, "group"),
    "group": _of(engagement.engagement, "group"),
    "group_session": _of(sessions.session, "group-session-5"),
    "preview": lambda _n, refs: PreviewScreen((refs["situation-4"],), Audience.PRACTITIONER),
    "departure": _departure,
    "knowing": _plain(KnowingScreen),
    "known": _plain(KnownScreen, reader=Reader(Audience.PRACTITIONER)),
    "recipients": _plain(RecipientsScreen),
    "phone": _plain(PhoneScreen),
    "phone note": _plain(PastingScreen, notes=True),
    "people": _plain(PeopleScreen),
    "statements": _plain(StatementsScreen),
    "report": _plain(ReportScreen),
    "validation": lambda notebook, _refs: ValidationScreen(_newest(notebook, Kind.STATEMENT)),
    "keymap": _plain(settings.keymap),
    "terms": _plain(settings.terms),
    "families": _plain(settings.families),
    "backups": _plain(settings.backups),
    "old_journal": _plain(settings.old_journal),
}
