"""Every page in small windows and in both languages: what nobody wrote is whole, and one sees where one is."""

import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from journal import language
from journal.hygiene import clean
from journal.language import _
from journal.model.filter import Filter
from journal.model.session import SessionKind
from journal.practice import fictitious_year, known_people, reading
from journal.practice.notebook import Notebook
from journal.practice.proposed_meetings import Proposed
from screens.door import routes as door
from screens.frame.command import LAST
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page_footer import PageFooter
from screens.frame.page_header import PageHeader
from screens.questioning.seal_date import SealDateDialog
from screens.sessions.held_dialog import HeldDialog, Meeting
from screens.sessions.meetings_dialog import MeetingsDialog
from screens.sessions.shift_later_sessions import ShiftLaterDialog
from screens.widgets.choice import ChoiceField
from screens.widgets.field import LineField
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.scale import Scale

SIZES = {"80x22": (80, 22), "60x20": (60, 20)}
PARTS = 3  # the pages are shared out, each part has an app of its own
ALL = 1000  # more entries than the year has
ROOMY = 80
EVENING = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
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
    values = [*reading.whole(notebook, Filter(), ALL), *known_people.people(notebook)]
    found = {text for value in values for text in texts(value.model_dump(mode="json"))}
    found |= {
        f"{entry.title} {entry.body}" for entry in reading.whole(notebook, Filter(), ALL)
    }  # as a passage joins them
    return [words_of(text) for text in found if len(text) >= NAMED]


def words_of(text: Any) -> str:
    return " ".join(clean(str(text)).split())


def is_cut(whole: str, shown: str, written: list[str]) -> bool:
    """Return whether words are shown cut that nobody wrote, or cut without a sign."""
    if whole.replace(" ", "") in shown.replace(" ", ""):  # a long path goes on in the next line
        return False
    start = next((end for end in range(len(whole), 0, -1) if f"{whole[:end]}…" in shown), 0)
    passage = whole.strip("… ")  # of what somebody wrote
    return not any(((at := whole.find(text)) >= 0 and at <= start) or passage in text for text in written)


def cut_row(row: Row, shown: str, written: list[str]) -> list[str]:
    """Return the words of a row that are cut; the last columns of a table may be left out."""
    left = words_of(row.left)
    gave_way = row.least and len(shown.partition("…")[0]) >= row.least // 2  # what it may, and with a sign
    words = words_of(shown.replace(words_of(row.right), " ", 1)) if row.whole and row.right else shown  # on two lines
    found = [left] if not gave_way and is_cut(left, words, written) else []
    if not isinstance(row.right, tuple):
        right = words_of(row.right)
        return [*found, right] if is_cut(right, shown, written) else found
    beside = shown.removeprefix(left) if shown.startswith(left) else shown.partition("…")[2]
    fitting = [words_of("".join(row.right[:many])) for many in range(len(row.right) + 1)]
    return found if beside.strip() in fitting else [*found, beside]


def drawn(widget: Widget) -> str:
    """Return what a widget shows, its lines joined."""
    wide, high = widget.size
    return words_of(" ".join(widget.render_line(y).crop(0, wide).text for y in range(high)))


def cut(page: Screen[Any], written: list[str]) -> list[str]:
    """Return the words of the program that are not whole."""
    found: list[str] = []
    for rows in page.query(Rows):
        for at, row in enumerate(rows._rows):
            found += cut_row(row, words_of(rows.get_option_at_index(at).prompt), written)
    for header in page.query(PageHeader):
        told = [words_of(each) for each in (header.heading, header.state)]
        found += [each for each in told if is_cut(each, words_of(header.render()), written)]
    for scale in page.query(Scale):
        found += [repr(scale)] if scale.size and words_of(scale.render()) != drawn(scale) else []
    for choice in page.query(ChoiceField):
        found += [words for _value, words in choice.options if choice.size and words_of(_(words)) not in drawn(choice)]
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
    """Return the widgets that stand wider than the window, or in a dialog lower."""
    shown = [each for each in page.query("*") if each.display and each.size]
    modal = isinstance(page, ModalScreen)
    return [
        repr(each)
        for each in shown
        if each.region.right > page.size.width or (modal and each.region.bottom > page.size.height)
    ]


def missing_keys(page: Any) -> list[str]:
    """Return the way back and the help, where they have a place in the footer and are not shown."""
    if not page.query(PageFooter):
        return []  # a dialog tells its keys itself
    footer = page.query_one(PageFooter)
    shown = {command.id for line in footer._fitting()[0] for *_words, command in line}
    kept = [each for each in footer.commands if each.keys.partition(",")[0] == "escape" or each.action == "app.help"]
    if page.size.width >= ROOMY:  # where the keys of some pages take all the room, help is in none of them
        kept = [each for each in kept if each.footer <= LAST]
    return [each.id for each in kept if each.footer and each.id not in shown]


def idle(page: Any) -> list[str]:
    """Return the keys of fields that are told below and do nothing where one is."""
    told = {each.id for footer in page.query(PageFooter) for each in footer.commands if each.footer}
    day = isinstance(page.focused, LineField) and page.focused.field.day
    fields = [each for each in page.query("Input, TextArea, ChoiceField") if each.display and each.size]
    does = {
        "fields.choose": isinstance(page.focused, ChoiceField),
        "fields.calendar": day,
        "fields.keep": bool(fields),
        "fields.next": len(fields) > 1,
    }
    return [key for key, something in does.items() if key in told and not something]


def unseen(page: Screen[Any]) -> list[str]:
    """Return what has the keys and is not seen."""
    return (
        [repr(page.focused)] if page.focused is not None and not page.find_widget(page.focused).visible_region else []
    )


def scrolled_twice(page: Screen[Any]) -> list[str]:
    """Return the lists that scroll in a column that scrolls as well: two bars beside each other."""
    return [
        f"two bars: {each!r}"
        for each in page.query(Rows)
        if each.show_vertical_scrollbar
        and any(isinstance(around, Widget) and around.show_vertical_scrollbar for around in each.ancestors)
    ]


def amiss(page: Screen[Any], written: list[str]) -> list[str]:
    """Return all that is not as it should be on a page."""
    return cut(page, written) + beyond(page) + missing_keys(page) + idle(page) + unseen(page) + scrolled_twice(page)


async def no_more() -> None:
    """Do nothing after the code."""


DOORS: dict[str, Callable[[], Screen[Any]]] = {
    "unlock": door.unlock,
    "welcome": door.welcome,
    "recover": door.recover,
    "change_passphrase": door.change_passphrase,
    "replaced": door.replaced,
    "code": lambda: door.code("WSEQ-KPRE-X6SH-DM2M-NHAD-ZNY2-KZ89-WR8T", no_more),
    "confirm": lambda: ConfirmDialog(_("Throw this draft away?"), _("throw away")),
    "shift": lambda: ShiftLaterDialog(7, 14, 3, date(2027, 3, 10)),
    "held": lambda: HeldDialog("Session 7", Meeting(EVENING + timedelta(days=3), 90), lambda: EVENING),
    "meetings": lambda: MeetingsDialog([Proposed(10, EVENING, SessionKind.INTERIM)]),
    "seal": lambda: SealDateDialog(date(2026, 11, 23)),
}

KEYS = {  # what is opened by keys, and on which page
    "details": ("situation", "tab"),
    "details-new": ("situation-new", "tab"),
    "filters": ("journal", "f"),
    "search-filters": ("search", "ctrl+f"),
    "share-filters": ("share", "f"),
    "readers": ("journal", "space", "x"),
    "moment": ("sessions", "r"),
    "palette": ("today", "ctrl+o"),
    "week": ("checkin", "f2"),
    "person": ("people", "a"),
    "help": ("entry", "?"),
    "heat": ("journal", "h", "7", "ctrl+n"),
}


async def amiss_in_small_windows(house: Any, pilot: Any, written: list[str]) -> list[str]:
    """Return what is amiss on the page that stands, as opened in one size and after the window got the other.

    The next page is opened in that one, so that every second becomes larger and not smaller.
    """
    app, found = house.app(pilot), amiss(pilot.app.screen, written)
    small = pilot.app.size == SIZES["60x20"]
    await pilot.resize_terminal(*SIZES["80x22" if small else "60x20"])
    await house.settle(pilot)
    found += amiss(app.screen, written)
    await app.pop_screen()
    await pilot.pause()
    return found


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.slow_proof
async def test_no_word_of_the_program_is_cut(vaulted: Any, spoken: language.Language, part: int) -> None:
    language.choose(spoken)
    notebook = vaulted.notebook()
    refs = fictitious_year.live(notebook, spoken)
    written = written_in(notebook)
    notebook.close()
    found = {}
    async with vaulted.unlocked_app(SIZES["80x22"]) as pilot:
        app = vaulted.app(pilot)
        doors = {name: lambda *_of_journal, made=made: made() for name, made in DOORS.items()}
        for name, opened in list({**sys.modules["every_page"].PAGES, **doors}.items())[part::PARTS]:
            await app.push_screen(opened(app.journal.notebook, refs))
            await vaulted.settle(pilot)
            found[name] = await amiss_in_small_windows(vaulted, pilot, written)
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.sweep
@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize("opened", KEYS.values(), ids=KEYS)
async def test_what_opens_on_a_page_is_whole_in_the_smallest_window(
    lived: Any, spoken: language.Language, opened: tuple[str, ...]
) -> None:
    language.choose(spoken)
    name, *keys = opened
    async with lived.unlocked_app(SIZES["60x20"]) as pilot:
        app = lived.app(pilot)
        await app.push_screen(sys.modules["every_page"].PAGES[name](app.journal.notebook, lived.refs))
        await lived.settle(pilot)
        before = lived.shown(pilot)
        await pilot.press(*keys)
        await lived.settle(pilot)
        assert lived.shown(pilot) != before
        assert amiss(app.screen, written_in(app.journal.notebook)) == []


@pytest.mark.parametrize("spoken", language.languages())
async def test_a_run_says_where_one_is_beside_when_it_was_saved(lived: Any, spoken: language.Language) -> None:
    language.choose(spoken)
    async with lived.unlocked_app(SIZES["60x20"]) as pilot:
        await pilot.press("h", "7", "ctrl+n")
        await lived.settle(pilot)
        header = pilot.app.screen.query_one(PageHeader)
        place, state = header.heading, header.state
        shown = lived.shown(pilot).split("\n")[0]
        assert _("saved {time}").partition("{")[0].strip() in state
        assert place in shown
        assert state in shown
