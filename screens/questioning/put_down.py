"""Ends of what was said: kept; or, where it was put down, sealed until a date or destroyed, said plainly."""

from journal.dates.wording import dated
from journal.language import _
from journal.model.protocol import Answer, Role
from journal.practice import questioning, sealing
from journal.practice.questioning import Run
from journal.practice.sealing import next_time
from screens.frame.changes import changing, saving
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.events import Happened, JournalChanged
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.questioning.seal_date import SealDateDialog


def chosen(run: Run) -> Answer | None:
    """Return what was chosen to become of it; None where nothing is asked of the kind, or nothing was chosen."""
    return next((run.answers.get(each.id) for each in run.protocol.prompts if each.role is Role.PUT_DOWN), None)


async def ended(page: Page, run: Run, choice: Answer | None) -> Happened | None:
    """Keep a run to its end, or do with it what was chosen; None when the person thought better of it."""
    if run.said and choice in ("seal", "destroy"):
        return await put_down(page, run, str(choice))
    return await page.host.save(finished(run), key=run.key)


async def put_down(page: Page, run: Run, choice: str) -> Happened | None:
    """Ask what must be asked, then seal or destroy; None when the person thought better of it."""
    if choice == "destroy":
        question = "\n\n".join((_("Destroy what you wrote?"), sealing.what_destroying_does_not_cover()))
        if not await page.app.push_screen_wait(ConfirmDialog(question, _("destroy it"))):
            return None
        return await page.host.save(changing(sealing.destroy, run), key=run.key)
    until = await page.app.push_screen_wait(
        SealDateDialog(page.host.environment.clock().date(), next_time(page.journal.notebook))
    )
    if until is None:
        return None
    happened = await page.host.save(changing(sealing.seal_run, run, until), key=run.key)
    if isinstance(happened, JournalChanged):
        page.host.said = _("put away until {day}").format(day=dated(until))
    return happened


def finished(run: Run) -> Job:
    """Return the job that keeps a run to its end; nothing when nothing was said."""
    return saving(questioning.finish, run)
