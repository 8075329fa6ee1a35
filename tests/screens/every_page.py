"""One way to open each page of the app in a vault that holds a fictitious year."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.kind import Kind
from journal.practice import reading
from journal.practice.learning import Return
from journal.practice.notebook import Notebook
from journal.sharing.disclosing import Reader
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from screens.frame.page import Page
from screens.frame.routes import OVER, PLACES, SHOWING, WRITING, make

Opened = Callable[[Notebook, dict[str, int]], Any]


def _over(name: str, **arguments: Any) -> Opened:
    return lambda _notebook, _refs: make(OVER[name], **arguments)


def _of(where: str, **keys: str) -> Opened:
    """Return an opener of a page whose arguments are numbers of entries of the year."""
    return lambda _notebook, refs: make(where, **{name: refs[key] for name, key in keys.items()})


def _plain(where: str) -> Opened:
    return lambda _notebook, _refs: make(where)


def _delivery(notebook: Notebook, refs: dict[str, int]) -> Any:
    selection = Selection(refs=(refs["situation-4"],), audience=Audience.PRACTITIONER)
    return make("screens.sharing.delivery:DeliveryScreen", preview=prepare(notebook, selection))


def _departure(notebook: Notebook, refs: dict[str, int]) -> Any:
    left = Disclosure(
        at=notebook.clock() - timedelta(days=3), audience=Audience.PRACTITIONER, refs=(refs["situation-4"],),
        titles=("Une",), format=FileFormat.PDF, protection=Protection.PDF, file_name="x.pdf", sha256="0" * 64,
        preview_digest="1" * 64,
    )  # fmt: skip
    return make("screens.sharing.register:DepartureScreen", departure=left)


def _revisit(notebook: Notebook, refs: dict[str, int]) -> Any:
    learning = next(reading.entry(notebook, ref) for key, ref in refs.items() if key.startswith("learning"))
    return make(OVER["revisit"], back=Return(learning=learning, question="?"))


def _validation(notebook: Notebook, _refs: dict[str, int]) -> Any:
    from journal.model.filter import Filter

    (line, *_rest) = reading.newest(notebook, Filter(kinds=(Kind.STATEMENT,)), 5)
    return make("screens.sharing.statements.validation:ValidationScreen", ref=line.ref)


def _help(_notebook: Notebook, _refs: dict[str, int]) -> Any:
    page = Page()
    page.name_in_table = "today"  # type: ignore[misc]  # a page of its own kind, for its keys
    return make(OVER["help"], of=page)


FORMS: dict[str, Opened] = {
    "arrangement": _of(OVER["arrangement"], ref="session-10"),
    "preparation": _of(OVER["preparation"], ref="session-7"),
    "figures": _of(OVER["figures"], ref="engagement"),
    "figures-new": _over("figures"),
    "party": lambda _n, refs: make(OVER["party"], engagement=refs["engagement"], number=0),
    "party-new": _of(OVER["party"], engagement="engagement"),
    "clause": lambda _n, refs: make(OVER["clause"], engagement=refs["engagement"], code="sponsor"),
    "objective": _of(OVER["objective"], ref="objective-1", engagement="engagement"),
    "objective-new": _of(OVER["objective"], engagement="engagement"),
    "calendar": _of(OVER["calendar"], engagement="engagement"),
    "plan": _of(OVER["plan"], ref="plan-5"),
    "plan-new": _over("plan"),
    "option": lambda _n, refs: make(OVER["option"], plan=refs["plan-5"], number=0),
    "option-new": _of(OVER["option"], plan="plan-5"),
    "step": _of(OVER["step"], ref="step-6"),
    "step-new": _over("step"),
    "case": _of(OVER["case"], ref="case-1"),
    "case-new": _over("case"),
    "take_away": _of(OVER["take_away"], ref="case-1"),
    "session": _of(SHOWING["session"], ref="session-7"),
    "contacts": _over("contacts"),
    "revisit": _revisit,
    "if_then": _over("if_then"),
    "learning": _over("learning"),
    "recipient": _plain("screens.sharing.recipients:RecipientScreen"),
    "person": _plain("screens.sharing.people:PersonScreen"),
    "words": _plain("screens.sharing.people:WordsScreen"),
    "delivery": _delivery,
    "statement": _plain("screens.sharing.statements.statement:StatementScreen"),
}

PAGES: dict[str, Opened] = {
    **{place: _plain(where) for place, where in PLACES.items()},
    **FORMS,
    "settings": _over("settings"),
    "help": _help,
    "drafts": _over("drafts"),
    "trash": _over("trash"),
    "search": _over("search"),
    "questioning": _over("questioning", code="zoom-out"),
    "choose_protocol": _of(OVER["choose_protocol"], ref="situation-4"),
    "glance": _of(OVER["glance"], ref="situation-4"),
    "reflection_end": lambda notebook, refs: make(OVER["reflection_end"], ref=_reflection(notebook)),
    "reflection": lambda notebook, refs: make(SHOWING["reflection"], ref=_reflection(notebook)),
    "learnings": _over("learnings"),
    "checkin": _over("checkin"),
    "curve": _over("curve"),
    "history": _of(OVER["history"], ref="situation-4"),
    "witness": _of(OVER["witness"], ref="situation-4"),
    "entry": _of(SHOWING[""], ref="situation-4"),
    "situation": _of(WRITING[""], ref="situation-4"),
    "situation-new": _plain(WRITING[""]),
    "engagement": _of(SHOWING["engagement"], ref="engagement"),
    "withdraw": _of(OVER["withdraw"], engagement="engagement"),
    "case_pick": _over("case_pick", about=(), chosen=print),
    "case_session": _of(OVER["case_session"], ref="case-1"),
    "rehearsal": _of(OVER["rehearsal"], ref="case-1"),
    "offers": _of(OVER["offers"], ref="case-1"),
    "preview": lambda _n, refs: make(OVER["preview"], refs=(refs["situation-4"],), audience=Audience.PRACTITIONER),
    "departure": _departure,
    "knowing": _plain("screens.sharing.register:KnowingScreen"),
    "known": lambda _n, _r: make("screens.sharing.register:KnownScreen", reader=Reader(Audience.PRACTITIONER)),
    "recipients": _plain("screens.sharing.recipients:RecipientsScreen"),
    "people": _plain("screens.sharing.people:PeopleScreen"),
    "statements": _plain("screens.sharing.statements.place:StatementsScreen"),
    "report": _plain("screens.sharing.statements.report:ReportScreen"),
    "validation": _validation,
    "keymap": _plain("screens.settings.keymap:KeymapScreen"),
    "families": _plain("screens.settings.follow_up_families:FamiliesScreen"),
}


def _reflection(notebook: Notebook) -> int:
    from journal.model.filter import Filter

    return reading.newest(notebook, Filter(kinds=(Kind.REFLECTION,)), 1)[0].ref
