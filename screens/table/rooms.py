"""Under which heading the commands of a page stand where all of them are listed: the choice of keys."""

from collections.abc import Iterable

from journal.language import N_
from screens.frame.command import EVERYWHERE, READING, Command

_ROOMS: dict[str, tuple[str, ...]] = {
    N_("Everywhere, also while you write"): (EVERYWHERE,),
    N_("Wherever you read"): (READING,),
    N_("Today"): ("today", "drafts"),
    N_("Writing a situation"): ("situation",),
    N_("Reading an entry"): ("entry", "history", "witness"),
    N_("Journal"): ("journal", "trash"),
    N_("Search"): ("search",),
    N_("Look back"): ("look_back",),
    N_("Questioning"): (
        "questioning", "choose_protocol", "glance", "reflection", "reflection_end", "learning", "if_then",
        "learnings", "revisit",
    ),
    N_("Check-in"): ("checkin", "curve", "contacts"),
    N_("Plans"): ("plans", "plan", "step", "option"),
    N_("Sessions"): (
        "sessions", "session", "preparation", "arrangement", "engagement", "objective", "calendar", "withdraw",
    ),
    N_("Case"): ("case", "case_session", "case_pick", "rehearsal", "offers"),
    N_("Share"): (
        "share", "preview", "delivery", "departure", "knowing", "known", "recipients", "people", "statements",
        "statement", "validation", "report",
    ),
    N_("Settings"): ("settings", "keys", "families"),
}  # fmt: skip
OTHER = N_("Other pages")


def by_room(commands: Iterable[Command]) -> list[tuple[str, list[Command]]]:
    """Return the commands under their headings, in the order of the headings; what has none comes last."""
    heading_of = {where: heading for heading, wheres in _ROOMS.items() for where in wheres}
    rooms: dict[str, list[Command]] = {heading: [] for heading in (*_ROOMS, OTHER)}
    for command in commands:
        rooms[heading_of.get(command.where, OTHER)].append(command)
    return [(heading, several) for heading, several in rooms.items() if several]
