"""Properties that hold for every value, not for examples: what is written is read back, what is folded stays folded.

Each is tried with values that are drawn anew from the same beginning, so that a run says the same as the one before.
"""

import io
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.dates import wording
from journal.dates.lengths import parse_length
from journal.dates.parsing import parse_future, parse_past
from journal.hygiene import clean
from journal.importing.formats import ImportOptions
from journal.importing.incoming import Incoming
from journal.importing.recul_lines import read
from journal.language import languages, speaking
from journal.model.audience import Audience
from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind
from journal.sharing import folding as names_folding
from journal.sharing.previewing import Material, compose
from journal.sharing.rendering import markdown, render
from journal.sharing.rendering.blocks import parse
from journal.sharing.rendering.formats import FileFormat
from journal.sharing.selecting import Selection
from journal.store import folding

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=ZoneInfo("Europe/Paris"))
bounded = settings(max_examples=200, derandomize=True, deadline=None, database=None)
spoken = st.sampled_from(languages())
texts = st.text(max_size=200)
signs = st.text(alphabet="ab1 *_`#>-+=[]()<>&;|~\\.!:/é\n", max_size=60)
past_days = st.dates(NOW.date() - timedelta(days=364), NOW.date() - timedelta(days=2))
coming_days = st.dates(NOW.date() + timedelta(days=2), NOW.date() + timedelta(days=360))


@bounded
@given(text=texts)
def test_what_is_folded_for_the_index_stays_as_it_is(text: str) -> None:
    once = folding.fold(text)
    assert folding.words(once) == folding.words(text)
    assert folding.words(" ".join(folding.words(text))) == folding.words(text)


@bounded
@given(text=texts)
def test_what_is_folded_to_find_names_stays_as_it_is(text: str) -> None:
    once = names_folding.fold(text)
    assert names_folding.fold(once) == once


@bounded
@given(minutes=st.integers(0, 24 * 60), language=spoken)
def test_a_length_is_read_as_it_is_told(minutes: int, language: str) -> None:
    with speaking(language):
        assert parse_length(wording.duration(minutes)) == minutes


@bounded
@given(day=past_days, language=spoken)
def test_a_past_day_is_read_as_it_is_told(day: date, language: str) -> None:
    with speaking(language):
        for told in (wording.day_and_month(day), wording.dated(day), wording.ago(_noon(day), NOW), day.isoformat()):
            assert parse_past(told, NOW).date() == day, told


@bounded
@given(day=coming_days, language=spoken)
def test_a_day_to_come_is_read_as_it_is_told(day: date, language: str) -> None:
    with speaking(language):
        for told in (wording.day_and_month(day), wording.dated(day), wording.until(day, NOW.date()), day.isoformat()):
            assert parse_future(told, NOW).date() == day, told


@bounded
@given(minutes=st.integers(0, 24 * 60 - 1), language=spoken)
def test_an_hour_is_read_as_it_is_told(minutes: int, language: str) -> None:
    at = NOW.replace(hour=minutes // 60, minute=minutes % 60)
    with speaking(language):
        told = wording.clock_time(at)
        assert parse_past(told, NOW).time() == at.time(), told


@bounded
@given(text=st.one_of(texts, signs))
def test_no_sign_of_a_line_is_markup_once_it_is_escaped(text: str) -> None:
    line = " ".join(clean(text).split())
    blocks = parse(markdown.escaped(line))
    assert "".join(run.text for block in blocks for run in block.runs) == line
    assert {block.kind for block in blocks} <= {"paragraph"}
    assert not any(run.bold or run.italic or run.code for block in blocks for run in block.runs)


@bounded
@given(text=signs)
def test_markdown_that_was_written_is_read_as_the_same_blocks(text: str) -> None:
    blocks = parse(text)
    assert parse(markdown.written(blocks, below=0)) == blocks


@bounded
@given(title=texts, body=texts, tags=st.lists(st.from_regex(r"[a-zé]{1,12}", fullmatch=True), max_size=3, unique=True))
def test_json_lines_bring_back_the_entry(title: str, body: str, tags: list[str]) -> None:
    new = NewEntry(kind=Kind.SITUATION, title=title, body=body or "x", happened_at=NOW, tags=tuple(tags))
    kept = Entry(**new.model_dump(), ref=1, created_at=NOW, updated_at=NOW, revision=1)
    document = compose(Material((kept,)), Selection(refs=(1,), audience=Audience.ME)).document
    (back,) = read(io.BytesIO(render(document, FileFormat.JSON_LINES)), ImportOptions(at=NOW))
    assert isinstance(back, Incoming)
    assert (back.new.body, back.new.tags, back.new.happened_at) == (kept.body, kept.tags, kept.happened_at)
    assert back.new.title == kept.title


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=NOW.tzinfo)


@pytest.mark.parametrize("language", languages())
def test_the_words_of_near_days_are_read(language: str) -> None:
    with speaking(language):
        for days in range(-1, 2):
            day = NOW.date() + timedelta(days=days)
            assert parse_past(wording.near_day(day, NOW.date()), NOW).date() == day
