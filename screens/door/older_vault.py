"""Dialog of a vault that is older than the one last opened here, and the count of openings that notices it."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from journal.errors import ReculError
from journal.language import _
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.events import Happened
from screens.frame.host import Host

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook


def count_opening(app: App[Any], host: Host, notebook: "Notebook") -> None:
    """Count an opening; ask before an older vault is taken as the latest, and ask again next time when it is not."""
    from journal.practice import openings

    try:
        last = openings.later_one(notebook, host.state_folder)
    except ReculError:  # a page of it that cannot be read is told where one reads it, and closes no door
        return
    if last is None:
        host.save(partial(_count, state=host.state_folder))
        return
    question = f"{openings.message(last)}\n\n" + _("What was written since is not in it; a backup may have it.")
    dialog = ConfirmDialog(question, _("go on with this one: I put it back myself"), _("look first, and ask me again"))
    app.push_screen(dialog, lambda sure: _answered(host, sure=bool(sure)))


def _answered(host: Host, *, sure: bool) -> None:
    if sure:
        host.save(partial(_take_as_latest, state=host.state_folder))


def _count(notebook: "Notebook", state: Path) -> Happened:
    from journal.practice import openings

    with suppress(ReculError):  # where nothing can be kept, nothing can have been lost by being put back
        openings.count(notebook, state)
    return Happened()


def _take_as_latest(notebook: "Notebook", state: Path) -> Happened:
    from journal.practice import openings

    openings.take_as_latest(notebook, state)
    return Happened()
