"""Rows in little room: the last columns of a table are left out, for every row at once."""

from datetime import datetime

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from journal.model.audience import Audience
from journal.model.entry import EntryLine
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from screens.frame.told_keys import keys
from screens.today.rows import recent_rows
from screens.widgets.entry_row import Look, drawn
from screens.widgets.rows import Row, Rows, _drawn, columns_shown, high

EVENING = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
TABLE = [Row("1", "Thursday 26 November", ("planned  ", "  in 3 days")), Row("2", "1 July", ("cancelled", ""))]


@pytest.mark.parametrize(("width", "columns"), [(42, 2), (41, 1), (31, 1), (30, 0)])
def test_a_table_leaves_out_its_last_columns_where_words_would_be_cut(width: int, columns: int) -> None:
    assert columns_shown(TABLE, width) == columns


def test_a_title_gives_way_before_the_columns_beside_it_until_it_has_its_least() -> None:
    rows = [Row("1", "A title that is rather long", ("yesterday", "  done"), least=10)]
    assert columns_shown(rows, 27) == 2
    assert columns_shown(rows, 26) == 1


def test_rows_without_columns_do_not_count() -> None:
    assert columns_shown([*TABLE, Row("", "A heading that is longer than the window is wide, by far")], 42) == 2


async def test_a_list_ends_where_it_ends_and_a_row_that_moves_leaves_the_cursor() -> None:
    class Listing(App[None]):
        def compose(self) -> ComposeResult:
            yield Rows()

        def on_mount(self) -> None:
            self.theme_variables.update(quiet="#aaaaaa")
            self.query_one(Rows).show([Row("", "A heading"), *(Row(each, each) for each in "abcd")])
            self.query_one(Rows).focus()

    async with Listing().run_test() as pilot:
        rows = pilot.app.query_one(Rows)
        await pilot.press("up")
        assert rows.chosen == "a"
        await pilot.press("down", "down")
        rows.show_in_place([Row("", "A heading"), *(Row(each, each) for each in "cabd")])
        assert rows.chosen == "b"
        await pilot.press("down", "down")
        assert rows.chosen == "d"


def line(*patterns: Pattern) -> EntryLine:
    return EntryLine(147, Kind.SITUATION, "Une réunion sans moi", EVENING, State.KEPT, Audience.ME, patterns)


def test_the_journal_tells_patterns_shorter_where_a_title_would_lose_its_room() -> None:
    two = line(Pattern.POSTURE, Pattern.SOLITUDE)
    assert "holding back · alone" in drawn(two, Look(77)).plain
    narrow = drawn(two, Look(61)).plain
    assert "Une réunion sans moi" in narrow
    assert "holding back +1" in narrow
    assert len(narrow) == 61


def test_today_leaves_patterns_out_where_titles_would_be_cut_to_nothing() -> None:
    two = line(Pattern.POSTURE, Pattern.SOLITUDE)
    told = [str(recent_rows([two], EVENING, width)[1].right).strip() for width in (72, 53)]
    assert [words.endswith("holding back +1") for words in told] == [True, False]


def test_keys_stand_closer_together_where_they_would_break() -> None:
    pairs = (("n", "write"), ("h", "in the heat"))
    assert keys(*pairs).plain == "n  write        h  in the heat"
    assert keys(*pairs, width=29) == Content("n  write    h  in the heat")


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["“If Karim asks me to decide, then I ask what he thinks.”             look again"]),
        (50, ["“If Karim asks me to decide, then I    look again", "  ask what he thinks.”"]),
        (40, ["“If Karim asks me to decide,  look again", "  then I ask what he thinks.”"]),
    ],
)
def test_both_halves_of_a_step_are_read_on_a_second_line_where_one_is_not_enough(width: int, lines: list[str]) -> None:
    row = Row("step:1", "“If Karim asks me to decide, then I ask what he thinks.”", "look again", whole=True)
    told = [line.rstrip() for line in _drawn(row, width, 0).plain.splitlines()]
    assert [" ".join(line.split()) for line in told] == [" ".join(line.split()) for line in lines]
    assert high(row, width) == len(lines)
    assert max(map(len, told)) <= width


async def test_a_list_without_a_place_yet_is_drawn_for_the_width_that_it_will_have() -> None:
    drawn_first: list[str] = []

    class Shows(App[None]):
        def compose(self) -> ComposeResult:
            yield Rows()

        def on_mount(self) -> None:
            rows = self.query_one(Rows)
            rows.show([Row("1", "Three ways in: choose one of them", "4 or 12 minutes")])
            assert rows.scrollable_content_region.width == 0
            drawn_first.append(str(rows.get_option_at_index(0).prompt))

    async with Shows().run_test(size=(80, 24)):
        assert "Three ways in: choose one of them" in drawn_first[0]
