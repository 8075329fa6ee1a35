"""Entries that may leave, looked at and on their way, for every test of what leaves through the screens."""

from textual.pilot import Pilot

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.entry import NewEntry
from journal.model.frozen import Frozen
from journal.model.kind import Kind
from journal.practice import capturing
from journal.practice.notebook import Notebook
from screens.sharing.delivery import DeliveryScreen
from screens.sharing.preview import PreviewScreen
from screens.terminal.locking import Outcome
from screens.widgets.choice import ChoiceField
from screens.widgets.rows import Rows

CANARIES = ("heron seventeen", "otter twelve", "lynx forty", "magpie nine", "badger three")


class Five(Frozen):
    """The refs of five entries, and of a check-in."""

    refs: tuple[int, ...]
    private: int


def write(notebook: Notebook, kind: Kind, title: str, body: str = "") -> int:
    """Write an entry that is meant for the practitioner, and return its ref."""
    told = {"kind": kind, "title": title, "body": body, "audience": Audience.PRACTITIONER}
    new = NewEntry.model_validate(told | {"happened_at": notebook.clock()})
    return capturing.write(notebook, new).ref


async def look(house, pilot: Pilot[Outcome], refs: tuple[int, ...], audience: Audience) -> PreviewScreen:
    """Open the preview and choose for whom."""
    await pilot.app.push_screen(PreviewScreen(refs))
    await house.settle(pilot)
    page = pilot.app.screen
    assert isinstance(page, PreviewScreen)
    page.query_one("#audiences", Rows).choose(audience.value)
    await pilot.press("enter")
    await house.settle(pilot)
    return page


async def choose_open(house, pilot: Pilot[Outcome], form: FileFormat = FileFormat.MARKDOWN) -> DeliveryScreen:
    """Go on to the delivery and choose a form without protection."""
    await pilot.press("enter")
    await house.settle(pilot)
    page = pilot.app.screen
    assert isinstance(page, DeliveryScreen)
    for name, value in (("choice", "other"), ("format", form.value), ("protection", Protection.NONE.value)):
        field = page.query_one(f"#field-{name}", ChoiceField)
        field.text = value
        field.post_message(ChoiceField.Changed())
        await house.settle(pilot)
    return page
