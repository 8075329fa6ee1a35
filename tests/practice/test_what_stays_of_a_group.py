"""What concerns the case of another stays here: in no form, to nobody, without a yes of its own."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from journal.errors.refusals import NotForSponsor
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.engagement import EngagementDetails, Voice
from journal.model.entry import Entry
from journal.model.evening import Promise
from journal.model.kind import State
from journal.model.session import SessionDetails, SessionKind
from journal.practice import (
    casework,
    evenings,
    framing,
    learning,
    reading,
    scheduling,
)
from journal.practice.notebook import Notebook
from journal.sharing import repository
from journal.sharing.rendering import render
from journal.sharing.rendering.formats import names
from journal.sharing.selecting import Selection
from journal.sharing.taking_along import take_along

CANARY = "Olivier a pleuré en parlant de sa fille"


def leaving(notebook: Notebook, *refs: int, audience: Audience = Audience.GROUP) -> str:
    preview = repository.prepare(notebook, Selection(refs=refs, audience=audience, language="fr"))
    return json.dumps(preview.document.model_dump(mode="json"), ensure_ascii=False)


@pytest.fixture
def told_of_another(notebook: Notebook, evening: Entry) -> Entry:
    """Return an evening at which another told a case, with something in each field that stays."""
    lived = evenings.evening_of(evening).with_(
        turn="Olivier Sand",
        next_turn="Olga Petit",
        aside=CANARY,
        promises=(Promise(text=f"rappeler, car {CANARY}"), Promise(by="Olivier Sand", text=f"dire que {CANARY}")),
        before=f"{CANARY} avant",
        after=f"{CANARY} après",
    )
    meeting = evenings.keep_evening(notebook, evening.with_(state=State.HELD), lived)
    evenings.keep_echo(notebook, meeting.ref, f"écho : {CANARY}")
    case = casework.open_case(notebook, "Mon cas", session=meeting.ref)
    casework.fill(notebook, case, question="Comment rester ?")
    return reading.entry(notebook, meeting.ref)


@pytest.mark.parametrize("audience", [Audience.ME, Audience.GROUP, Audience.PRACTITIONER])
def test_nothing_of_anothers_case_leaves_with_the_session_whoever_reads(
    notebook: Notebook, told_of_another: Entry, group: Entry, audience: Audience
) -> None:
    case = evenings.case_told(notebook, told_of_another)
    assert case is not None
    told = leaving(notebook, told_of_another.ref, group.ref, case.ref, audience=audience)
    assert "Comment rester ?" in told
    assert "pleuré" not in told
    assert "pleuré" not in told_of_another.body


def test_an_echo_leaves_only_when_it_is_chosen(notebook: Notebook, told_of_another: Entry) -> None:
    echo = evenings.echoes(notebook, told_of_another.ref)[0]
    assert "pleuré" not in leaving(notebook, told_of_another.ref)
    assert "pleuré" in leaving(notebook, echo.ref)


@pytest.mark.parametrize("audience", [Audience.ME, Audience.GROUP, Audience.PRACTITIONER])
def test_an_echo_does_not_come_along_with_the_next_session(
    notebook: Notebook, told_of_another: Entry, group: Entry, clock: Any, audience: Audience
) -> None:
    clock.pass_(days=30)
    details = SessionDetails(number=3, meeting=SessionKind.GROUP, question="Et maintenant ?")
    later = scheduling.plan_one(notebook, group.ref, notebook.clock(), details)
    learning.keep_learning(notebook, "à moi", source=told_of_another.ref)
    told = leaving(notebook, later.ref, audience=audience)
    assert "Et maintenant ?" in told
    assert "pleuré" not in told


@pytest.mark.parametrize("asides", [False, True])
def test_taking_everything_along_asks_for_a_yes_of_its_own(
    notebook: Notebook, told_of_another: Entry, tmp_path: Path, asides: bool
) -> None:
    assert evenings.any_aside(notebook)
    target = tmp_path / "tout.jsonl"
    take_along(notebook, target, asides=asides)
    session = next(
        record for record in map(json.loads, target.read_text("utf-8").splitlines()) if record.get("kind") == "session"
    )
    assert ("pleuré" in json.dumps(session, ensure_ascii=False)) is asides


@pytest.mark.parametrize("form", names())
def test_in_no_form_does_anything_of_another_leave_unasked(
    notebook: Notebook, told_of_another: Entry, group: Entry, form: str
) -> None:
    frame = reading.entry(notebook, group.ref).details_as(EngagementDetails)
    voices = (Voice(by="Olga Petit", text=f"voix : {CANARY}"),)
    framing.reframe(notebook, reading.entry(notebook, group.ref), frame.with_(voices=voices))
    case = evenings.case_told(notebook, told_of_another)
    assert case is not None
    refs = (told_of_another.ref, group.ref, case.ref)
    for audience in Audience:
        chosen = Selection(refs=refs, audience=audience, language="fr")
        if audience is Audience.SPONSOR:
            with pytest.raises(NotForSponsor):
                repository.prepare(notebook, chosen)
            continue
        document = repository.prepare(notebook, chosen).document
        assert "pleuré" not in document.model_dump_json()  # all that a file is made of, a PDF too
        assert form == "pdf" or "pleuré" not in read_back(render(document, FileFormat(form)), form)
    assert any_told(notebook, refs, form) is (form == "jsonl")


def any_told(notebook: Notebook, refs: tuple[int, ...], form: str) -> bool:
    """Tell whether the canary, and the voices, leave once it was said yes to: only a form for oneself holds them."""
    document = repository.prepare(
        notebook, Selection(refs=refs, audience=Audience.ME, language="fr", asides=refs)
    ).document
    told = "" if form == "pdf" else read_back(render(document, FileFormat(form)), form)
    assert ("voix" in told) is ("pleuré" in told)
    return "pleuré" in told


def read_back(written: bytes, form: str) -> str:
    """Return all text in a file, whatever its form."""
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            return "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    return written.decode()


def test_the_words_of_each_member_at_the_end_ask_for_a_yes_too(notebook: Notebook, group: Entry) -> None:
    assert not evenings.any_aside(notebook)
    frame = group.details_as(EngagementDetails)
    framing.reframe(notebook, group, frame.with_(voices=(Voice(by="Olga Petit", text="Moins seule."),)))
    assert evenings.any_aside(notebook)
