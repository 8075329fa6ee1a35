"""The pages that rooms bring: places, what opens from everywhere, which page shows or writes an entry of a kind."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from screens.actors import routes as actors
from screens.casework import routes as casework
from screens.checking_in import routes as checking_in
from screens.door import routes as door
from screens.engagement import routes as engagement
from screens.frame.navigation import Places, Shows, Writes
from screens.looking_back import routes as looking_back
from screens.planning import routes as planning
from screens.questioning import routes as questioning
from screens.reading import routes as reading
from screens.road import routes as road
from screens.sessions import routes as sessions
from screens.settings import routes as settings
from screens.sharing import routes as sharing
from screens.sharing.statements import routes as statements
from screens.today import routes as today
from screens.writing import routes as writing

if TYPE_CHECKING:
    from screens.frame.open_journal import OpenJournal

PLACES: Places = {
    "today": today.today,
    "journal": reading.journal,
    "plans": planning.plans,
    "sessions": sessions.sessions,
    "share": sharing.share,
    "look_back": looking_back.look_back,
}
FIRST_PLACE = "today"

OPENS: Mapping[str, Callable[[], Screen[None]]] = {
    "let_go": partial(questioning.questioning, code="let-go"),
    "check_in": checking_in.checkin,
    "learnings": questioning.learnings,
    "search": reading.search,
    "trash": reading.trash,
    "settings": settings.settings,
    "statements": statements.statements,
    "report": statements.report,
    "known": sharing.known,
    "recipients": sharing.recipients,
    "people": sharing.people,
    "words": sharing.words,
    "returned": sharing.returned,
    "phone": sharing.phone,
    "red_thread": looking_back.red_thread,
    "then_and_now": looking_back.then_and_now,
    "curve": checking_in.curve,
    "whom": partial(checking_in.curve, whom=True),
    "actors": actors.actor_map,
    "keymap": settings.keymap,
    "families": settings.families,
    "terms": settings.terms,
    "backups": settings.backups,
    "old_journal": settings.old_journal,
    "passphrase": door.change_passphrase,
}

WRITES: Mapping[str, Writes] = {
    "": writing.situation,
    "reflection": questioning.questioning,
    "unread": today.left_over,
}
SHOWS: Mapping[str, Shows] = {
    "": reading.entry,
    "captured": writing.captured,
    "reflection": questioning.reflection,
    "question": questioning.question,
    "review": questioning.reflection,
    "session": sessions.session,
    "engagement": engagement.engagement,
    "objective": engagement.objective,
    "statement": statements.statement,
    "plan": planning.plan,
    "step": planning.step,
    "case": casework.case,
    "actor_map": actors.actor_map,
}
# Where what could not be read was typed, by the name of the page and the numbers under which it waits there.
RESUMES: Mapping[str, Callable[..., Screen[None]]] = {
    "IfThenScreen": lambda source: questioning.if_then(source=source),
    "LearningScreen": lambda ref, source=None: questioning.learning(ref=ref, source=source),
    "StepScreen": lambda ref, plan=None: planning.step(ref, plan=plan),
    "OptionScreen": planning.option,
    "ObjectiveScreen": lambda ref, of=None: engagement.objective(ref, engagement=of),
    "FiguresScreen": engagement.figures,
    "PartyScreen": engagement.party,
    "ClauseScreen": engagement.clause,
    "LogisticsScreen": sessions.logistics,
    "MethodScreen": casework.method,
    "RecordLineScreen": road.record_line,
}


def instead(journal: "OpenJournal", ref: int) -> Screen[None] | None:
    """Return the page that opens in the place of its kind’s: what cannot be read, a meeting of three; else None."""
    from journal.practice.meeting import is_meeting
    from journal.practice.reading import is_unreadable

    if is_unreadable(journal.notebook, ref):
        return reading.unreadable(ref)
    return road.meeting(ref) if is_meeting(journal.notebook, ref) else None
