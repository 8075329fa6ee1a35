"""Composition of a closing synthesis: dates, objectives, learnings, steps, then and now, what goes on."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from journal.dates.wording import dated, duration
from journal.language import N_, _, ngettext
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.learning import LearningDetails, LearningSort
from journal.model.milestone import Milestone
from journal.model.reflection import Asked
from journal.model.review import ReviewDetails
from journal.model.session import SessionDetails
from journal.model.synthesis_line import Section, SynthesisLine
from journal.practice import framing, reading, red_thread, reviewing, road, scheduling, then_and_now
from journal.practice.notebook import Notebook
from journal.practice.states_in_words import state_word
from journal.quoting import bare
from journal.store import entries

SORT_WORDS = {
    LearningSort.RESOURCE: N_("resource"),
    LearningSort.LEVER: N_("lever"),
    LearningSort.INSIGHT: N_("insight"),
    LearningSort.CERTAINTY: N_("shaken certainty"),
    LearningSort.ECHO: N_("echo of a peer’s case"),
    LearningSort.SKILL: N_("way of working"),
}
_MOST = 500
_LONGEST_KEY = 80
_THREE_MONTHS = timedelta(days=91)
_OWN_PLACE = ("open", "thanks", "practise", "facts", "parting")  # of the closing questions: they have their sections


def composed(notebook: Notebook, engagement: Ref) -> Iterator[SynthesisLine]:
    """Yield every line that the year gives, section by section."""
    frame = reading.entry(notebook, engagement)
    yield from _road(notebook, frame)
    facts = _told(_answers(notebook, engagement, Milestone.CLOSING), "facts", Section.ROAD)
    yield from (each.with_(text=_("A moment that shows it: {words}").format(words=each.text)) for each in facts)
    yield from _objectives(notebook, engagement)
    yield from _learnt(notebook, frame)
    yield from _tried(notebook, frame)
    yield from _then_and_now(notebook, engagement)
    yield from _told_again(notebook, frame)
    yield from _threads(notebook, engagement)
    yield from _still_open(notebook, engagement)
    yield from _going_on(notebook, engagement)


def _road(notebook: Notebook, engagement: Entry) -> Iterator[SynthesisLine]:
    details = engagement.details_as(EngagementDetails)
    row = scheduling.sessions(notebook, engagement.ref)
    held = [each for each in row if each.state is State.HELD]
    first, last = _began(engagement), details.ended_on or notebook.clock().date()
    words = _("From {first} to {last}").format(first=dated(first), last=dated(last))
    yield SynthesisLine(section=Section.ROAD, key="dates", text=words, source=engagement.ref)
    if held:
        minutes = scheduling.course(engagement, row).minutes_held
        told = ngettext("{count} session, {hours}", "{count} sessions, {hours}", len(held))
        words = told.format(count=len(held), hours=duration(minutes))
        yield SynthesisLine(section=Section.ROAD, key="sessions", text=words, source=engagement.ref)
    for each in held:
        question = " ".join(each.details_as(SessionDetails).question.split())
        day = dated(each.happened_at.date())
        words = _("{title}, {day}: {words}") if question else _("{title}, {day}")
        told = words.format(title=each.title, day=day, words=question)
        yield SynthesisLine(section=Section.ROAD, key=f"session:{each.ref}", text=told, source=each.ref)


def _began(engagement: Entry) -> date:
    return engagement.details_as(EngagementDetails).starts_on or engagement.happened_at.date()


def _objectives(notebook: Notebook, engagement: Ref) -> Iterator[SynthesisLine]:
    for objective in framing.objectives(notebook, engagement):
        rated = road.ratings(notebook, objective.ref)
        middle = rated[len(rated) // 2 : len(rated) // 2 + 1] if len(rated) > 2 else []  # noqa: PLR2004 -- first, last
        shown = dict.fromkeys([*rated[:1], *middle, *rated[-1:]])
        key = f"objective:{objective.ref}"
        yield SynthesisLine(section=Section.OBJECTIVES, key=key, text=objective.title, source=objective.ref)
        for each in shown:
            key = f"rated:{objective.ref}:{each.on.isoformat()}"
            words = _("{value} out of 10, {day}: “{words}”") if each.words.strip() else _("{value} out of 10, {day}")
            told = words.format(value=each.value, day=dated(each.on), words=" ".join(each.words.split()))
            yield SynthesisLine(section=Section.OBJECTIVES, key=key, text=told, source=objective.ref)
        for line in reversed(framing.evidence(notebook, objective.ref)):
            key = f"evidence:{objective.ref}:{line.ref}"
            title = line.title or line.opening
            told = _("{title}, {day}").format(title=title, day=dated(line.happened_at.date()))
            yield SynthesisLine(section=Section.OBJECTIVES, key=key, text=told, source=line.ref)


def _learnt(notebook: Notebook, engagement: Entry) -> Iterator[SynthesisLine]:
    """Yield what was learnt, by kind, oldest first, each with the entry it came from."""
    found = reading.whole(notebook, _since(engagement, Kind.LEARNING), _MOST)[::-1]
    for sort, words in SORT_WORDS.items():
        for each in found:
            if each.details_as(LearningDetails).sort is sort:
                told = _("{title}: {words}").format(title=_(words).capitalize(), words=each.title or each.body)
                source = next((link.ref for link in each.links if link.rel is Rel.SOURCE), None)
                text = " ".join(f"{told} {_came_from(notebook, source)}".split())
                key = f"learning:{each.ref}"
                yield SynthesisLine(section=Section.LEARNT, key=key, text=text, source=source or each.ref)


def _came_from(notebook: Notebook, ref: Ref | None) -> str:
    """Return from which entry something was learnt, and its day; "" where there is none, or not any longer."""
    with notebook.store.reading() as tx:
        line = entries.line_of(tx, ref) if ref is not None else None
    if line is None:
        return ""
    return _("(“{title}”, {day})").format(title=bare(line.title or line.opening), day=dated(line.happened_at.date()))


def _since(engagement: Entry, kind: Kind) -> Filter:
    return Filter(kinds=(kind,), first_day=_began(engagement), last_day=_ended(engagement))


def _ended(engagement: Entry) -> date | None:
    return engagement.details_as(EngagementDetails).ended_on


def _tried(notebook: Notebook, engagement: Entry) -> Iterator[SynthesisLine]:
    for each in reading.whole(notebook, _since(engagement, Kind.STEP), _MOST)[::-1]:
        told = _("{title} ({words})").format(title=each.title, words=state_word(each.kind, each.state))
        yield SynthesisLine(section=Section.TRIED, key=f"step:{each.ref}", text=told, source=each.ref)


def _answers(notebook: Notebook, engagement: Ref, which: Milestone) -> dict[str, tuple[Asked, Ref]]:
    """Return what was answered at a milestone, by prompt, the last answer to each."""
    with notebook.store.reading() as tx:
        found = reviewing.reviews(tx, engagement, which)
    return {
        asked.prompt: (asked, each.ref)
        for each in found
        if each.state is State.DONE
        for asked in each.details_as(ReviewDetails).asked
    }


def _then_and_now(notebook: Notebook, engagement: Ref) -> Iterator[SynthesisLine]:
    """Yield the baseline's questions that were asked again, both answers in the words of their day."""
    then = _answers(notebook, engagement, Milestone.BASELINE)
    now = _answers(notebook, engagement, Milestone.CLOSING)
    for prompt, (asked, ref) in now.items():
        if prompt in _OWN_PLACE or prompt not in then:
            continue
        before = _("*Then:* {words}").format(words=_on_a_line(then[prompt][0]))
        today = _("*Now:* {words}").format(words=_on_a_line(asked))
        told = f"### {asked.question}\n\n{before}  \n{today}"  # one paragraph: no page parts the two
        yield SynthesisLine(section=Section.THEN_NOW, key=f"asked:{prompt}", text=told, source=ref)


def _told_again(notebook: Notebook, engagement: Entry) -> Iterator[SynthesisLine]:
    """Yield the early pages that were told again, both tellings and what was ticked as moved."""
    first, last = _began(engagement), _ended(engagement) or notebook.clock().date()
    for each in then_and_now.every(notebook):
        if not first <= each.now.happened_at.date() <= last:
            continue
        told = [
            f"### {each.then.title}",
            _("*Then:* {words}").format(words=" ".join(then_and_now.own(each.then).split())),
            _("*Now:* {words}").format(words=" ".join(each.told.split())),
        ]
        if each.moved:
            told.append(_("*What has moved:* {words}").format(words=then_and_now.moved_in_words(each.moved)))
        key = f"told-again:{each.then.ref}"
        yield SynthesisLine(section=Section.THEN_NOW, key=key, text="\n\n".join(told), source=each.now.ref)


def _threads(notebook: Notebook, engagement: Ref) -> Iterator[SynthesisLine]:
    """Yield the rows of the red thread that were ticked, and no other."""
    for key, words in red_thread.ticked_lines(notebook):
        line = f"thread:{key}"[:_LONGEST_KEY]
        yield SynthesisLine(section=Section.THEN_NOW, key=line, text=words, source=engagement)


def _on_a_line(asked: Asked) -> str:
    return " · ".join(asked.answer) if isinstance(asked.answer, tuple) else " ".join(asked.words.split())


def _lines_of(asked: Asked) -> tuple[str, ...]:
    return asked.answer if isinstance(asked.answer, tuple) else (" ".join(asked.words.split()),)


def _still_open(notebook: Notebook, engagement: Ref) -> Iterator[SynthesisLine]:
    now = _answers(notebook, engagement, Milestone.CLOSING)
    if "open" in now:
        asked, ref = now["open"]
        yield SynthesisLine(section=Section.OPEN, key="open", text=" ".join(asked.words.split()), source=ref)
    for each in reading.whole(notebook, Filter(kinds=(Kind.STEP,), states=(State.OPEN,)), _MOST)[::-1]:
        yield SynthesisLine(section=Section.OPEN, key=f"open:{each.ref}", text=each.title, source=each.ref)


def _going_on(notebook: Notebook, engagement: Ref) -> Iterator[SynthesisLine]:
    now = _answers(notebook, engagement, Milestone.CLOSING)
    if "practise" in now:
        asked, ref = now["practise"]
        text = " ".join(asked.words.split())
        yield SynthesisLine(section=Section.GOING_ON, key="practise", text=text, source=ref)
    frame = reading.entry(notebook, engagement)
    look = (_ended(frame) or notebook.clock().date()) + _THREE_MONTHS
    words = _("To be looked at on {day}").format(day=dated(look))
    yield SynthesisLine(section=Section.GOING_ON, key="look", text=words, source=engagement)
    if "parting" in now:
        asked, ref = now["parting"]
        words = _("What I leave here: {words}").format(words=_on_a_line(asked))
        yield SynthesisLine(section=Section.GOING_ON, key="parting", text=words, source=ref)
    yield from _told(now, "thanks", Section.THANKS)


def _told(now: Mapping[str, tuple[Asked, Ref]], prompt: str, section: Section) -> Iterator[SynthesisLine]:
    """Yield what was answered line by line."""
    if prompt in now:
        asked, ref = now[prompt]
        for number, line in enumerate(_lines_of(asked)):
            yield SynthesisLine(section=section, key=f"{prompt}:{number}", text=line, source=ref)
