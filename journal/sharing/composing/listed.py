"""Entries that leave as they were chosen: kinds in a reader's words, reflections beneath, plans with their steps."""

from collections.abc import Sequence

from journal.hygiene import one_line
from journal.model.case import CaseDetails
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind
from journal.sharing.composing.page import Sections
from journal.sharing.composing.road import Road
from journal.sharing.composing.scenes import heading_of, parts_of, under_what_they_question
from journal.sharing.composing.since_last import step_rows
from journal.sharing.composing.telling import Teller
from journal.sharing.document import Item, Part, Rows
from journal.sharing.wording import counted

_TOLD_IN_PARTS = (Kind.PLAN, Kind.STEP)


def in_reading_order(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries in their order, each reflection after the scene it questions."""
    return tuple(entry for entry, _nested in under_what_they_question(entries))


def as_read(
    items: Sequence[Item], entries: Sequence[Entry], road: Road, teller: Teller
) -> tuple[list[Item], dict[Ref, str]]:
    """Return the items of entries, in reading order already, as somebody else reads them.

    Beside them what else is told of, under which words: the steps of plans, the plans of steps.
    """
    further: dict[Ref, str] = {}
    nested = [under for _entry, under in under_what_they_question(entries)]
    read = []
    for place, (item, entry) in enumerate(zip(items, entries, strict=True)):
        heading, kind_words = heading_of(teller, entry)
        parts = _parts(entry, road, teller, further)
        follows = place + 1 < len(items)
        changes = {
            "title": one_line(heading[:300]),
            "kind_words": one_line(kind_words),
            "nested": nested[place],
            "closes": follows and not nested[place + 1],
            "parts": parts,
            "body": "" if parts else item.body,
        }
        read.append(item.model_copy(update=changes))  # all else was checked when the item was made
    return read, {ref: title for ref, title in further.items() if all(ref != entry.ref for entry in entries)}


def _parts(entry: Entry, road: Road, teller: Teller, further: dict[Ref, str]) -> tuple[Part, ...]:
    if entry.kind not in _TOLD_IN_PARTS:
        return ()
    sections = Sections(teller)
    parts = parts_of(sections, entry, road)
    if entry.kind is Kind.PLAN:
        steps = tuple(each for each in road.steps if road.plan_of(each) is entry or _is_part_of(each, entry))
        rows = tuple(step_rows(sections, Road(plans=(entry,), steps=steps), with_plans=False))
        parts += [Rows(rows=rows)] if rows else []
    further |= sections.told
    return tuple(parts)


def _is_part_of(step: Entry, plan: Entry) -> bool:
    return any(link.ref == plan.ref for link in step.links)


def title_of_all(items: Sequence[Item], entries: Sequence[Entry]) -> str:
    """Return what stands above all: the title of the only entry, or what they are together."""
    alone = items[0].title if len(items) == 1 else ""
    return alone or counted(entries)


def asks_nothing(entry: Entry) -> bool:
    """Whether an entry is a case in which others read no question."""
    return isinstance(entry.details, CaseDetails) and not entry.details.asks
