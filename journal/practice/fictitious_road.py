"""The road of the invented year: the baseline, half-way, the close, and three months later, lived through the services.

The year itself stands where the seventh session is ahead; here it is lived to its end, and three months further.
"""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from journal.clock import here
from journal.language import SOURCE, Language, data_file, speaking
from journal.model.engagement import EngagementDetails, Role
from journal.model.entry import Ref
from journal.model.kind import AHEAD, State
from journal.model.record_line import AgreedMark, RecordLine
from journal.model.session import SessionDetails
from journal.model.synthesis_line import Section
from journal.practice import fictitious_year, meeting, questioning, reading, scheduling, stages, synthesis
from journal.practice.notebook import Notebook
from journal.protocols.library import shipped
from journal.store import entry_writing, validations

END = 114  # days from the year's own today to the day on which the engagement is closed
LATER = 202  # days from there to today: three months after the end
_EVENING = time(18, 10)
Step = tuple[int, int, Callable[[Notebook], object]]
"""A day of the year, the order within it, and what is done on it."""


def told(language: Language) -> dict[str, Any]:
    """Return the road as the data file tells it."""
    file = data_file(f"practice/fictitious/road/{language}.toml")
    if not file.exists():
        file = data_file(f"practice/fictitious/road/{SOURCE}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def live_so_far(notebook: Notebook, language: Language) -> dict[str, Ref]:
    """Write the year as it stands today, with the looks at the road and the meetings of three that lie behind."""
    today = notebook.clock().date()
    refs = fictitious_year.live(notebook, language)
    with speaking(language):
        for day, _order, step in sorted(_told_steps(refs, told(language)), key=lambda each: each[:2]):
            if day < 0:
                step(_on(notebook, today, day, _EVENING))
    return refs


def live_to_the_end(notebook: Notebook, language: Language) -> dict[str, Ref]:
    """Write the year so that it ended three months ago, with its reviews, its three meetings and its synthesis."""
    today = (notebook.clock() - timedelta(days=LATER)).date()
    refs = fictitious_year.live(_on(notebook, today, 0, notebook.clock().time()), language)
    road = told(language)
    steps: list[Step] = [
        *_told_steps(refs, road),
        *((_day_of(notebook, refs, each, today), 0, partial(_hold, refs, each)) for each in road["held"]),
        (END - 10, 2, lambda nb: stages.move_on(nb, refs["engagement"], State.CLOSING)),
        (END, 2, partial(_close, refs)),
        (END, 3, partial(_part, refs)),
    ]
    with speaking(language):
        for day, _order, step in sorted(steps, key=lambda each: each[:2]):
            step(_on(notebook, today, day, _EVENING))
    return refs


def _told_steps(refs: dict[str, Ref], road: dict[str, Any]) -> list[Step]:
    """Return the looks at the road and the meetings of three, each with its day."""
    return [
        *((each["day"], 1, partial(_answer, refs, each)) for each in road["runs"]),
        *((each["day"], 0, partial(_meet, refs, each)) for each in road["meetings"]),
    ]


def _on(notebook: Notebook, today: date, day: int, at: time) -> Notebook:
    """Return the notebook as it is opened on one of the year's days."""
    moment = here(datetime.combine(today + timedelta(days=day), at.replace(tzinfo=None)))
    return notebook.at(lambda: moment)


def _day_of(notebook: Notebook, refs: dict[str, Ref], held: dict[str, Any], today: date) -> int:
    return (reading.entry(notebook, refs[held["session"]]).happened_at.date() - today).days


def _answer(refs: dict[str, Ref], run: dict[str, Any], notebook: Notebook) -> None:
    """Go through the questions of a review, as somebody does who skips what they have no answer to."""
    going = questioning.start(notebook, shipped().get(run["code"]), refs[run["about"]])
    going = questioning.in_form(going, short=False)
    while going.prompt is not None:
        given = run["answers"].get(going.prompt.id, "")
        going = questioning.answer(going, tuple(given) if isinstance(given, list) else given)
    questioning.finish(notebook, going)


def _hold(refs: dict[str, Ref], held: dict[str, Any], notebook: Notebook) -> None:
    session = reading.entry(notebook, refs[held["session"]])
    scheduling.hold(notebook, session, notes=held["notes"])


def _meet(refs: dict[str, Ref], met: dict[str, Any], notebook: Notebook) -> None:
    """Hold a meeting of three: what was said and not, what each saw, what was decided and agreed."""
    ref = refs[met["session"]]
    meeting.keep_words(
        notebook, reading.entry(notebook, ref), views=met["views"], said=met["said"], unsaid=met["unsaid"]
    )
    for line in met["record"]:
        meeting.write_line(notebook, reading.entry(notebook, ref), None, line["text"])
    session = reading.entry(notebook, ref)
    if session.state in AHEAD:
        session = scheduling.hold(notebook, session)
    frame = reading.entry(notebook, refs["engagement"]).details_as(EngagementDetails)
    names = [party.name for party in frame.parties if party.role is not Role.PEER]
    details = session.details_as(SessionDetails)
    with notebook.store.writing() as tx:
        secret = validations.secret(tx)
        marked = tuple(
            RecordLine(text=line.text, agreed=AgreedMark.of(line.text, names, notebook.clock().date(), secret))
            if told_line["agreed"]
            else line
            for line, told_line in zip(details.record, met["record"], strict=True)
        )
        entry_writing.change(tx, session.with_(details=details.with_(record=marked)), notebook.clock())


def _close(refs: dict[str, Ref], notebook: Notebook) -> None:
    """Compose the synthesis, leave a line out, and end the engagement."""
    of = refs["engagement"]
    synthesis.keep_as_it_is(notebook, of)
    for line in synthesis.lines(notebook, of):
        if line.section is Section.OPEN and line.key.startswith("open:"):
            synthesis.tick(notebook, of, line.key)
    stages.move_on(notebook, of, State.CLOSED)


def _part(refs: dict[str, Ref], notebook: Notebook) -> None:
    """End the group too: what lay behind by then was held."""
    of = refs["group"]
    for session in scheduling.sessions(notebook, of):
        if session.state in AHEAD and session.happened_at <= notebook.clock():
            scheduling.hold(notebook, session)
    stages.move_on(notebook, of, State.CLOSED)
