"""The closing synthesis: composed from the year, each line ticked or not, reworded where one wishes, and kept."""

import uuid
from collections.abc import Iterable, Iterator, Sequence

from journal.language import N_, _, current
from journal.model.entry import Entry, Link, NewEntry, Ref, Rel
from journal.model.kind import Kind, State
from journal.model.milestone import Milestone
from journal.model.review import ReviewDetails
from journal.model.synthesis_line import Section, SynthesisLine
from journal.practice import reviewing
from journal.practice.composing_synthesis import composed
from journal.practice.notebook import Notebook
from journal.practice.pages import page_of
from journal.store import entry_writing

SECTION_WORDS = {
    Section.ROAD: N_("The road"),
    Section.OBJECTIVES: N_("The objectives"),
    Section.LEARNT: N_("What I learnt"),
    Section.TRIED: N_("What I tried"),
    Section.THEN_NOW: N_("Then and now"),
    Section.OPEN: N_("What is still open"),
    Section.GOING_ON: N_("What I go on with"),
    Section.THANKS: N_("Thanks"),
}
CODE = "synthesis"  # in the place of a protocol's code: it is composed and not asked


def kept(notebook: Notebook, engagement: Ref) -> Entry | None:
    """Return the synthesis of an engagement as it was kept last; None before."""
    with notebook.store.reading() as tx:
        found = reviewing.reviews(tx, engagement, Milestone.CLOSING)
    own = [each for each in found if each.details_as(ReviewDetails).protocol == CODE]
    return own[-1] if own else None


def lines(notebook: Notebook, engagement: Ref) -> tuple[SynthesisLine, ...]:
    """Return every line, composed anew, with the ticks and the words of the one that is kept."""
    entry = kept(notebook, engagement)
    known = {each.key: each for each in entry.details_as(ReviewDetails).lines} if entry else {}
    fresh = {each.key: _as_kept(each, known.get(each.key)) for each in composed(notebook, engagement)}
    own = [each for key, each in known.items() if key not in fresh and each.reworded]
    order = tuple(Section)
    return tuple(sorted([*fresh.values(), *own], key=lambda each: order.index(each.section)))


def _as_kept(line: SynthesisLine, known: SynthesisLine | None) -> SynthesisLine:
    if known is None:
        return line
    text = known.text if known.reworded else line.text
    return line.with_(ticked=known.ticked, text=text, reworded=known.reworded)


def tick(notebook: Notebook, engagement: Ref, key: str) -> Entry:
    """Keep a line, or leave it out."""
    return _keep(
        notebook,
        engagement,
        (each.with_(ticked=not each.ticked) if each.key == key else each for each in lines(notebook, engagement)),
    )


def reword(notebook: Notebook, engagement: Ref, key: str, text: str) -> Entry:
    """Keep a line in other words; without any it is as it was composed again, and a line of one's own goes."""
    changed = [
        each.with_(text=text or each.text, reworded=bool(text.strip())) if each.key == key else each
        for each in lines(notebook, engagement)
        if each.key != key or text.strip() or not key.startswith("own:")
    ]
    return _keep(notebook, engagement, changed)


def add(notebook: Notebook, engagement: Ref, section: Section, text: str) -> str:
    """Keep a line of one's own at the end of a section; return its key."""
    key = f"own:{uuid.uuid4().hex}"
    line = SynthesisLine(section=section, key=key, text=text, reworded=True)
    _keep(notebook, engagement, [*lines(notebook, engagement), line])
    return key


def keep_as_it_is(notebook: Notebook, engagement: Ref) -> Entry:
    """Keep the synthesis as it stands now, so that it can be taken along."""
    return _keep(notebook, engagement, lines(notebook, engagement))


def _keep(notebook: Notebook, engagement: Ref, changed: Iterable[SynthesisLine]) -> Entry:
    order = tuple(Section)
    told = tuple(sorted(changed, key=lambda each: order.index(each.section)))
    at = notebook.clock()
    before = kept(notebook, engagement)
    details = ReviewDetails(protocol=CODE, language=current(), which=Milestone.CLOSING, lines=told)
    title, body = _("The closing synthesis"), page(told)
    with notebook.store.writing() as tx:
        if before is None:
            link = Link(rel=Rel.ABOUT, ref=engagement)
            new = NewEntry(
                kind=Kind.REVIEW, title=title, body=body, happened_at=at, state=State.DONE, links=(link,),
                details=details,
            )  # fmt: skip
            return entry_writing.add(tx, new, at)
        return entry_writing.change(tx, before.with_(body=body, details=details), at, keep_revision=False)


def page(told: Sequence[SynthesisLine]) -> str:
    """Return the ticked lines as a page, section by section."""
    return page_of(
        (_(words), "\n".join(_paragraphs([each for each in told if each.section is section and each.ticked])).strip())
        for section, words in SECTION_WORDS.items()
    )


def _paragraphs(told: Sequence[SynthesisLine]) -> Iterator[str]:
    """Yield a bullet for a line, and paragraphs of its own for what takes several."""
    for each in told:
        text = each.text.strip()
        if not text:
            continue
        leads = each.key.startswith("objective:")  # what follows belongs to it
        if leads:
            text = f"### {text}"
        yield f"\n{text}\n" if leads or "\n" in text else f"- {text}"
