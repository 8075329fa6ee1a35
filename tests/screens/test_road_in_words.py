"""Every page of the accompaniment at 80x24 in both languages: labels, headings and rows that nobody wrote are whole."""

from typing import Any

import pytest
from textual.screen import Screen

from journal import language
from journal.language import _
from journal.practice import fictitious_year, framing, scheduling
from screens.casework import routes as casework
from screens.engagement import routes as engagement_routes
from screens.frame.page_header import PageHeader
from screens.planning import routes as planning
from screens.reading import routes as reading
from screens.sessions import routes as sessions
from screens.widgets.choice import ChoiceField
from screens.widgets.field import FieldLabel
from screens.widgets.plain import PlainText
from screens.widgets.rows import Rows

COLUMN = 72


def pages(notebook: Any, refs: dict[str, int]) -> list[Screen[Any]]:
    engagement = refs["engagement"]
    return [
        sessions.sessions(),
        planning.plans(),
        sessions.logistics(ref=refs["session-10"]),
        sessions.preparation(ref=refs["session-7"]),
        engagement_routes.figures(),
        engagement_routes.party(engagement=engagement),
        engagement_routes.clause(engagement=engagement, number=3),
        engagement_routes.objective(ref=refs["objective-1"], engagement=engagement),
        sessions.calendar(engagement=engagement),
        engagement_routes.withdraw(engagement=engagement),
        planning.plan(ref=refs["plan-5"]),
        planning.option(plan=refs["plan-5"]),
        planning.step(),
        casework.case(ref=refs["case-1"]),
        casework.case_session(ref=refs["case-1"]),
        casework.case_pick(about=(), chosen=print),
        casework.rehearsal(ref=refs["case-1"]),
        casework.feedback(ref=refs["case-1"]),
        casework.take_away(ref=refs["case-1"]),
        reading.witness(ref=refs["situation-4"]),
        sessions.session(refs["session-7"]),
        sessions.session(refs["session-1"]),
        engagement_routes.engagement(engagement),
        planning.step(refs["step-6"]),
    ]


def cut(page: Screen[Any]) -> list[str]:
    """Return the words of the program, not of the person, that are not whole."""
    found = [
        each.field.label
        for each in page.query(ChoiceField)
        if max(len(_(words)) for _value, words in each.options) > COLUMN - 2
    ]
    found += [str(each.content) for each in page.query(FieldLabel) if len(str(each.content)) > COLUMN]
    for rows in page.query(Rows):
        room = rows.scrollable_content_region.width
        found += [row.left for row in rows._rows if not row.id and len(row.left) + len(row.right) > room]
    header = page.query_one(PageHeader)
    if len(header.heading) + len(header.state) + 2 > header.content_size.width:
        found.append(header.heading)
    return found + [str(each.content) for each in page.query(PlainText) if str(each.content).endswith("…")]


@pytest.mark.slow_proof
@pytest.mark.parametrize("spoken", language.languages())
async def test_no_label_and_no_heading_is_cut(vaulted: Any, spoken: language.Language) -> None:
    language.choose(spoken)
    notebook = vaulted.notebook()
    refs = fictitious_year.live(notebook, spoken)
    (engagement, _group) = framing.engagements(notebook)
    scheduling.cancel(notebook, scheduling.sessions(notebook, engagement.ref)[8])
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        found = {}
        for page in pages(vaulted.app(pilot).journal.notebook, refs):
            await pilot.app.push_screen(page)
            await pilot.pause()
            found[type(page).__name__] = cut(page)
            await pilot.app.pop_screen()
        assert {name: words for name, words in found.items() if words} == {}
