"""What a row of the table of commands says."""

from dataclasses import dataclass

EVERYWHERE = "everywhere"  # also while one writes, and before anything else hears the key
READING = "reading"  # on every page where nothing is being written
LAST = 90  # the place of the help in a footer: it stays when keys give way
ROOM_LEFT = 99  # a place that is taken only where every other key is shown


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can ask for. `where` is EVERYWHERE, READING or the `name` of a page.

    `keys` are Textual's key names, several separated by commas; `footer` is the place among the keys shown below a
    page, 0 for none; commands of one `group` share one place there. `locked`: also offered before the vault is open.
    """

    id: str
    title: str
    help: str
    keys: str
    action: str
    where: str
    footer: int = 0
    group: str = ""
    locked: bool = False
    listed: bool = True
