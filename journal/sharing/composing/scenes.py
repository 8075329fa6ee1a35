"""The scenes that are brought: each with its day and its kind, questioned beneath, and visibly ended."""

from collections.abc import Mapping, Sequence

from journal.language import _
from journal.model.entry import Entry, Ref, Rel
from journal.model.kind import Kind
from journal.sharing.composing.page import Sections
from journal.sharing.composing.plans import plan_parts, steps_parts
from journal.sharing.composing.road import Road, linked
from journal.sharing.composing.telling import Teller, capital
from journal.sharing.document import Part, Prose
from journal.sharing.wording import kind_told


def under_what_they_question(entries: Sequence[Entry]) -> list[tuple[Entry, bool]]:
    """Return entries in their order, each reflection after the scene it questions when that is among them.

    What stands under another is told with True.
    """
    known = {entry.ref: entry for entry in entries}
    parents: Mapping[Ref, Ref] = {
        entry.ref: about[0]
        for entry in entries
        if entry.kind is Kind.REFLECTION
        and (
            about := [
                ref for ref in linked(entry, Rel.ABOUT) if ref in known and known[ref].kind is not Kind.REFLECTION
            ]
        )
    }
    questioning: dict[Ref, list[tuple[Entry, bool]]] = {}
    for entry in entries:
        if entry.ref in parents:
            questioning.setdefault(parents[entry.ref], []).append((entry, True))
    told: list[tuple[Entry, bool]] = []
    for entry in entries:
        if entry.ref not in parents:
            told += [(entry, False), *questioning.get(entry.ref, ())]
    return told


def scenes(sections: Sections, entries: Sequence[Entry], road: Road, *, ends: bool) -> None:
    """Add what is brought; with `ends` something follows after the last one."""
    chosen = [each for each in entries if sections.leaves(f"scene:{each.ref}", _offered(each))]
    told = under_what_they_question(chosen)
    many = sum(not nested for _entry, nested in told) > 1
    number = 0
    for place, (entry, nested) in enumerate(told):
        number += not nested
        _scene(sections, entry, road, nested=nested, number=number if many and not nested else 0)
        last = place + 1 == len(told)
        if (last and ends) or (not last and not told[place + 1][1]):
            sections.end_scene()


def _offered(entry: Entry) -> str:
    return f"{capital(kind_told(entry))} · {entry.title}" if entry.title else capital(kind_told(entry))


def _scene(sections: Sections, entry: Entry, road: Road, *, nested: bool, number: int) -> None:
    teller = sections.teller
    heading, kind_words = heading_of(teller, entry)
    sections.tell(entry.ref, teller.say(entry.title, entry.ref))
    dated = teller.day(entry.happened_at.date())
    sections.add(
        f"{number} · {heading}" if number else heading,
        parts_of(sections, entry, road),
        entry.ref,
        kind=entry.kind,
        kind_words=kind_words,
        dated=dated,
        nested=nested,
    )


def heading_of(teller: Teller, entry: Entry) -> tuple[str, str]:
    """Return what stands over an entry, and the words for its kind beneath; a reflection tells its kind above."""
    title = teller.say(entry.title, entry.ref)
    if not title:
        return capital(kind_told(entry)), ""
    if entry.kind is Kind.REFLECTION:
        return _("{kind}: {title}").format(kind=capital(kind_told(entry)), title=title), ""
    return title, kind_told(entry)


def parts_of(sections: Sections, entry: Entry, road: Road) -> list[Part]:
    """Return what an entry holds: a plan with its options as a table, anything else as it was written."""
    if entry.kind is Kind.PLAN:
        return [*plan_parts(sections.teller, entry)]
    if entry.kind is Kind.STEP:
        return [*steps_parts(sections, road, entry)]
    body = sections.teller.say(entry.body, entry.ref)
    return [Prose(text=body)] if body.strip() else []
