"""Every page in small windows and in both languages: what nobody wrote is whole, and one sees where one is."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from journal import language
from journal.hygiene import clean
from journal.model.filter import Filter
from journal.practice import fictitious_year, reading
from journal.practice.notebook import Notebook
from screens.frame.command import LAST
from screens.frame.page_footer import PageFooter
from screens.frame.page_header import PageHeader
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

SIZES = {"80x22": (80, 22), "60x20": (60, 20)}
ALL = 1000  # more entries than the year has
ROOMY = 80
NAMED = 4  # letters from which a text of the year is found among others and not by chance


def texts(value: Any) -> Iterator[str]:
    """Return every text within a value."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


def written_in(notebook: Notebook) -> list[str]:
    """Return what the person wrote, of entries and of names."""
    values = [*reading.whole(notebook, Filter(), ALL), *reading.people(notebook)]
    found = {text for value in values for text in texts(value.model_dump(mode="json"))}
    return [text for text in found if len(text) >= NAMED]


def words_of(text: Any) -> str:
    return " ".join(clean(str(text)).split())


def is_cut(whole: str, shown: str, written: list[str]) -> bool:
    """Return whether words are shown cut that nobody wrote, or cut without a sign."""
    if whole in shown:
        return False
    start = next((end for end in range(len(whole), 0, -1) if f"{whole[:end]}…" in shown), 0)
    return not any((at := whole.find(text)) >= 0 and at <= start for text in written)


def cut_row(row: Row, shown: str, written: list[str]) -> list[str]:
    """Return the words of a row that are cut; the last columns of a table may be left out."""
    left = words_of(row.left)
    gave_way = row.least and len(shown.partition("…")[0]) >= row.least // 2  # what it may, and with a sign
    found = [left] if not gave_way and is_cut(left, shown, written) else []
    if not isinstance(row.right, tuple):
        right = words_of(row.right)
        return [*found, right] if is_cut(right, shown, written) else found
    beside = shown.removeprefix(left) if shown.startswith(left) else shown.partition("…")[2]
    fitting = [words_of("".join(row.right[:many])) for many in range(len(row.right) + 1)]
    return found if beside.strip() in fitting else [*found, beside]


def drawn(widget: Widget) -> str:
    """Return what a widget shows, its lines joined."""
    return words_of(" ".join(widget.render_line(y).text for y in range(widget.size.height)))


def cut(page: Screen[Any], written: list[str]) -> list[str]:
    """Return the words of the program that are not whole."""
    found: list[str] = []
    for rows in page.query(Rows):
        for at, row in enumerate(rows._rows):
            found += cut_row(row, words_of(rows.get_option_at_index(at).prompt), written)
    header = page.query_one(PageHeader)
    found += [
        each for each in (header.heading, header.state) if is_cut(words_of(each), words_of(header.render()), written)
    ]
    fields = [each for each in page.query("Input, TextArea") if isinstance(each, Input | TextArea) and each.display]
    for field in fields:
        empty = not (field.value if isinstance(field, Input) else field.text)
        if empty and field.size and words_of(field.placeholder) not in drawn(field):
            found.append(str(field.placeholder))
    for text in page.query(PlainText):
        if text.size and text.get_content_height(page.size, page.size, text.size.width) > text.size.height:
            found.append(words_of(text.visual))
    return found


def beyond(page: Screen[Any]) -> list[str]:
    """Return the widgets that stand wider than the window."""
    return [
        repr(each) for each in page.query("*") if each.display and each.size and each.region.right > page.size.width
    ]


def missing_keys(page: Any) -> list[str]:
    """Return the way back and the help, where they have a place in the footer and are not shown."""
    footer = page.query_one(PageFooter)
    shown = {command.id for _key, _words, command in footer._fitting()[0]}
    kept = [each for each in footer.commands if each.keys.partition(",")[0] == "escape" or each.action == "app.help"]
    if page.size.width >= ROOMY:  # where the keys of some pages take all the room, help is in none of them
        kept = [each for each in kept if each.footer <= LAST]
    return [each.id for each in kept if each.footer and each.id not in shown]


def unseen(page: Screen[Any]) -> list[str]:
    """Return what has the keys and is not seen."""
    return (
        [repr(page.focused)] if page.focused is not None and not page.find_widget(page.focused).visible_region else []
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("spoken", language.LANGUAGES)
async def test_no_word_of_the_program_is_cut(vaulted: Any, spoken: language.Language, size: tuple[int, int]) -> None:
    language.choose(spoken)
    notebook = vaulted.notebook()
    refs = fictitious_year.live(notebook, spoken)
    written = written_in(notebook)
    notebook.close()
    found = {}
    async with vaulted.inside(size) as pilot:
        app = vaulted.app(pilot)
        for name, opened in sys.modules["every_page"].PAGES.items():
            await app.push_screen(opened(app.journal.notebook, refs))
            await vaulted.settle(pilot)
            page = app.screen
            found[name] = cut(page, written) + beyond(page) + missing_keys(page) + unseen(page)
            await app.pop_screen()
            await pilot.pause()
    assert {name: words for name, words in found.items() if words} == {}
