"""The map of the people around one's role: one page for each day on which it changed, and what moved between two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.language import N_, _
from journal.model.actor_map import Actor, ActorMapDetails, Distance
from journal.model.entry import Entry, EntryLine, NewEntry, Ref
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import reading
from journal.practice.notebook import Notebook
from journal.same_name import name_key
from journal.store import entry_writing

DISTANCE_WORDS = {
    Distance.NEAR: N_("close"),
    Distance.WITHIN_REACH: N_("within reach"),
    Distance.FAR: N_("at a distance"),
    Distance.NOT_YET: N_("not met yet"),
}
FIELD_WORDS = {
    "expects": N_("expects of me: {words}"),
    "gives": N_("I give: {words}"),
    "needs": N_("I would need: {words}"),
    "talk": N_("to talk about: {words}"),
}
_MOST_DAYS = 500


@dataclass(frozen=True, slots=True, repr=False)
class Seen:
    """Somebody on a map beside an earlier one: the distance then, None where they did not stand on it."""

    actor: Actor
    was: Distance | None

    @property
    def moved(self) -> bool:
        """Whether they stood elsewhere then."""
        return self.was is not None and self.was is not self.actor.distance


def days(notebook: Notebook) -> list[EntryLine]:
    """Return the maps there are, the newest first."""
    return reading.newest(notebook, Filter(kinds=(Kind.ACTOR_MAP,)), _MOST_DAYS)


def newest(notebook: Notebook) -> Entry | None:
    """Return the map as it stands; None while there is none."""
    found = reading.whole(notebook, Filter(kinds=(Kind.ACTOR_MAP,)), 1)
    return found[0] if found else None


def actors_of(entry: Entry | None) -> tuple[Actor, ...]:
    """Return those on a map, the closest first."""
    found = entry.details_as(ActorMapDetails).actors if entry is not None else ()
    order = list(Distance)
    return tuple(sorted(found, key=lambda actor: order.index(actor.distance)))


def actor(entry: Entry | None, name: str) -> Actor | None:
    """Return somebody on a map by their name."""
    return next((each for each in actors_of(entry) if _same(each.name, name)), None)


def put(notebook: Notebook, becomes: Actor | None, instead_of: str = "") -> Entry | None:
    """Put somebody on the map, or in the place of a name; with None that name leaves it. None for nobody at all."""
    if becomes is None and not instead_of:
        return None
    gone = {name_key(instead_of), name_key(becomes.name) if becomes else ""} - {""}
    kept = list(actors_of(newest(notebook)))
    at = next((place for place, each in enumerate(kept) if name_key(each.name) in gone), len(kept))
    kept = [each for each in kept if name_key(each.name) not in gone]
    kept[at:at] = [becomes] if becomes is not None else []
    return _keep(notebook, kept)


def move(notebook: Notebook, name: str) -> Entry | None:
    """Put somebody at the next distance, after the last one at the first again."""
    found = actor(newest(notebook), name) or Actor(name=name, distance=Distance.NOT_YET)
    order = list(Distance)
    return put(notebook, found.with_(distance=order[(order.index(found.distance) + 1) % len(order)]))


def add(notebook: Notebook, found: Sequence[Actor]) -> Entry:
    """Put several people on the map; what is told of one who stands there already completes it."""
    kept = list(actors_of(newest(notebook)))
    for each in found:
        place = next((place for place, other in enumerate(kept) if _same(other.name, each.name)), None)
        if place is None:
            kept.append(each)
        else:
            told = {name: value for name in FIELD_WORDS if (value := getattr(each, name))}
            kept[place] = kept[place].with_(distance=each.distance, **told)
    return _keep(notebook, kept)


def compare(now: Entry, then: Entry | None) -> tuple[list[Seen], list[str]]:
    """Return those on a map with where they stood on an earlier one, and who stood there only then."""
    before = {name_key(each.name): each.distance for each in actors_of(then)}
    seen = [Seen(each, before.pop(name_key(each.name), None)) for each in actors_of(now)]
    return seen, [each.name for each in actors_of(then) if name_key(each.name) in before]


def earlier(notebook: Notebook, than: Ref) -> list[Ref]:
    """Return the maps of earlier days, the nearest day first."""
    refs = [line.ref for line in days(notebook)]
    return refs[refs.index(than) + 1 :] if than in refs else []


def told(actor: Actor) -> str:
    """Return what passes between, in one line."""
    parts = ((words, getattr(actor, name)) for name, words in FIELD_WORDS.items())
    return " · ".join(_(words).format(words=said) for words, said in parts if said)


def _keep(notebook: Notebook, found: Sequence[Actor]) -> Entry:
    """Keep the map of today; that of an earlier day stays as it was."""
    at = notebook.clock()
    details = ActorMapDetails(actors=tuple(found))
    body = "\n".join(_body(details.actors))
    latest = newest(notebook)
    with notebook.store.writing() as tx:
        if latest is not None and latest.happened_at.astimezone(at.tzinfo).date() == at.date():
            changed = latest.with_(details=details, body=body, people=())
            return entry_writing.change(tx, changed, at)
        title = _("The people around me")
        new = NewEntry(kind=Kind.ACTOR_MAP, title=title, body=body, happened_at=at, details=details)
        return entry_writing.add(tx, new, at)


def _body(found: Sequence[Actor]) -> Iterator[str]:
    """Yield the lines that tell a map in words, for search and for what leaves."""
    for distance, words in DISTANCE_WORDS.items():
        there = [each for each in found if each.distance is distance]
        if there:
            yield from ("", f"**{_(words)}**", "")
        for each in there:
            said = told(each)
            yield f"- {each.name} – {said}" if said else f"- {each.name}"


def _same(one: str, other: str) -> bool:
    return name_key(one) == name_key(other)
