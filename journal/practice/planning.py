"""Action plans: an aim in one's own words, options, steps in if-then form that come back on their date."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from journal.model.draft import Draft
from journal.model.entry import Entry, Link, NewEntry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.plan import Option, Outcome, PlanDetails, StepDetails
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook
from journal.practice.pages import plan_page, step_line, step_page

_MOST = 1000
LOOK_AGAIN = timedelta(days=14)
_SENTENCE = re.compile(
    r"^\W*(?:(?:si|quand|if|when)\s+|s['’](?=ils?\b))"
    r"(?P<when>.+?)(?:[,\s]+(?:alors|then)[,\s]+|,\s+(?=(?:je|j['’]|i)\b))(?P<then>.+?)[\s.»”]*$",
    re.IGNORECASE | re.DOTALL,
)

_NOTHING_DONE = re.compile(  # what one feels or does not know yet: no half of a step
    r"^\W*(?:(?:mais|et|là|but|and|well|right now|now)\s+)?(?:(?:toujours|encore|still|so)\b"
    r"|(?:rien|nothing|no idea|aucune id[ée]e|non|no)\b"
    r"|je\s+(?:suis(?!\s+(?:en train|prête?\s+à|décidée?))|me\s+sens|n['’]en\s+peux|(?:ne\s+)?sais\s+pas)"
    r"|j['’]ai\s+(?:peur|honte|mal|la rage|le cœur|envie\s+de\s+(?:pleurer|crier|hurler|tout))"
    r"|i\s+(?:feel|felt|do(?:n['’]?t| not)\s+know)|i(?:\s+am|['’]?m)(?!\s+(?:\w+ing|ready)\b))",
    re.IGNORECASE,
)


def draw_up(notebook: Notebook, aim: str, details: PlanDetails, links: tuple[Link, ...] = ()) -> Entry:
    """Keep a new plan; `links` tell the situation, reflection, session (ABOUT) or objective (TOWARDS) it is for."""
    return capturing.write(
        notebook,
        NewEntry(
            kind=Kind.PLAN,
            title=aim,
            body=plan_page(details),
            happened_at=notebook.clock(),
            links=links,
            details=details,
        ),
    )


def draw_up_for(notebook: Notebook, aim: str, details: PlanDetails, about: Ref | None) -> Entry:
    """Keep a new plan for what it is about: an objective that it leads to, or anything else; None for nothing."""
    if about is None:
        return draw_up(notebook, aim, details)
    towards = reading.entry(notebook, about).kind is Kind.OBJECTIVE
    return draw_up(notebook, aim, details, (Link(rel=Rel.TOWARDS if towards else Rel.ABOUT, ref=about),))


def revise(notebook: Notebook, plan: Entry, details: PlanDetails, aim: str | None = None) -> Entry:
    """Keep a changed plan."""
    return capturing.rewrite(notebook, plan.with_(title=aim or plan.title, details=details, body=plan_page(details)))


def put(notebook: Notebook, plan: Entry, state: State) -> Entry:
    """Move a plan: open, waiting, done or dropped."""
    return capturing.rewrite(notebook, plan.with_(state=state))


def put_all(notebook: Notebook, refs: Sequence[Ref], state: State) -> list[Entry]:
    """Move several plans at once."""
    return [put(notebook, reading.entry(notebook, ref), state) for ref in refs]


def choose(notebook: Notebook, plan: Entry, option: int) -> Entry:
    """Choose an option of a plan, or no longer."""
    details = plan.details_as(PlanDetails)
    return revise(notebook, plan, details.with_(chosen=None if details.chosen == option else option))


def take_out_option(notebook: Notebook, plan: Entry, number: int) -> Entry:
    """Take an option out of a plan; the one that is chosen stays chosen."""
    details = plan.details_as(PlanDetails)
    options = (*details.options[:number], *details.options[number + 1 :])
    chosen = details.chosen
    if chosen is not None:
        chosen = None if chosen == number else chosen - (chosen > number)
    return revise(notebook, plan, details.with_(options=options, chosen=chosen))


def put_option_back(notebook: Notebook, plan: Entry, number: int, option: Option, *, chosen: bool) -> Entry:
    """Put an option back in its place, chosen where it was."""
    details = plan.details_as(PlanDetails)
    at = min(number, len(details.options))
    after = details.chosen if details.chosen is None else details.chosen + (details.chosen >= at)
    options = (*details.options[:at], option, *details.options[at:])
    return revise(notebook, plan, details.with_(options=options, chosen=at if chosen else after))


def add_step(notebook: Notebook, details: StepDetails, plan: Ref | None = None, source: Ref | None = None) -> Entry:
    """Keep an if-then step, alone or as part of a plan, and where it came from."""
    links = tuple(Link(rel=rel, ref=ref) for rel, ref in ((Rel.PART_OF, plan), (Rel.SOURCE, source)) if ref is not None)
    return capturing.write(
        notebook,
        NewEntry(
            kind=Kind.STEP,
            title=step_line(details)[:300],
            body=step_page(details),
            happened_at=notebook.clock(),
            links=links,
            details=details,
        ),
    )


def set_out(notebook: Notebook, sentence: str, source: Ref | None = None) -> Entry:
    """Keep a step told in one sentence; it comes back after two weeks."""
    when, then = parted(sentence)
    again = notebook.clock().date() + LOOK_AGAIN
    return add_step(notebook, StepDetails(when=when, then=then, review_on=again), source=source)


def parted(sentence: str) -> tuple[str, str]:
    """Return the two halves of an if-then sentence; what does not read as one is all "then"."""
    found = _SENTENCE.match(sentence)
    return (found["when"].strip(), found["then"].strip()) if found else ("", sentence.strip())


def offered(sentence: str) -> tuple[str, str]:
    """Return the halves with which a step begins that is made of an answer; what one feels is no "then"."""
    when, then = parted(sentence)
    return when, "" if not when and _NOTHING_DONE.match(then) else then


def reword_step(notebook: Notebook, step: Entry, details: StepDetails) -> Entry:
    """Keep another wording or date of a step."""
    return capturing.rewrite(
        notebook, step.with_(title=step_line(details)[:300], details=details, body=step_page(details))
    )


def draft_key(step: Ref) -> str:
    """Return where what is half-written about a step waits."""
    return f"step:{step}"


def look_at(
    notebook: Notebook, step: Entry, became: State, *, helped: str = "", following: str = "", again: date | None = None
) -> Entry:
    """Keep what a step became. One that was postponed or adapted stays open when it has a day to come back on.

    What was half-written about it is kept with it, and waits no more.
    """
    capturing.drop_draft(notebook, draft_key(step.ref))
    outcome = Outcome(on=notebook.clock().date(), became=became, helped=helped, following=following)
    details = step.details_as(StepDetails).looked_at(outcome, again)
    state = State.OPEN if again and became in (State.POSTPONED, State.ADAPTED) else became
    return capturing.rewrite(notebook, step.with_(state=state, details=details, body=step_page(details)))


def done(notebook: Notebook, refs: Sequence[Ref]) -> list[Entry]:
    """Mark plans and steps as done, each as its kind is: what a step became is told with its day."""
    marked = [reading.entry(notebook, ref) for ref in refs]
    return [
        look_at(notebook, each, State.DONE) if each.kind is Kind.STEP else put(notebook, each, State.DONE)
        for each in marked
    ]


def open_again(notebook: Notebook, step: Entry) -> Entry:
    """Open a step again, whatever it became: what was told of it stays."""
    return capturing.rewrite(notebook, step.with_(state=State.OPEN))


def take_back(notebook: Notebook, before: Sequence[Entry]) -> list[Entry]:
    """Give plans and steps the state they had before; of a step, what it was said to have become goes too."""
    return [_back(notebook, reading.entry(notebook, each.ref), each) for each in before]


def unsay(notebook: Notebook, before: Entry, words: Draft) -> None:
    """Give a step the state it had before one said how it went; the words with which one did are half-written again."""
    take_back(notebook, (before,))
    if words.title:
        capturing.autosave(notebook, words)


def _back(notebook: Notebook, present: Entry, before: Entry) -> Entry:
    if present.kind is not Kind.STEP:
        return put(notebook, present, before.state)
    was = before.details_as(StepDetails)
    details = present.details_as(StepDetails).with_(outcomes=was.outcomes, review_on=was.review_on)
    return capturing.rewrite(notebook, present.with_(state=before.state, details=details, body=step_page(details)))


def plans(notebook: Notebook, states: tuple[State, ...] = ()) -> list[Entry]:
    """Return plans, newest first; without states, all of them."""
    return reading.whole(notebook, Filter(kinds=(Kind.PLAN,), states=states), limit=_MOST)


def steps_of(notebook: Notebook, plan: Ref) -> list[Entry]:
    """Return the steps of a plan in the order in which they were written."""
    found = reading.whole(notebook, Filter(kinds=(Kind.STEP,), linked_to=plan), limit=_MOST)
    return sorted(found, key=lambda step: step.ref)


def open_steps(notebook: Notebook) -> list[Entry]:
    """Return the open steps, those whose day comes first first; those without a day last."""
    found = reading.whole(notebook, Filter(kinds=(Kind.STEP,), states=(State.OPEN,)), limit=_MOST)
    return sorted(found, key=lambda step: (step.details_as(StepDetails).review_on or date.max, step.ref))
