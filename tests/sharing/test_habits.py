"""How something left last is proposed the next time: the last closed form of each recipient, never an open one."""

from typing import Any

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.recipient import Recipient
from journal.sharing import repository as keeping
from journal.sharing.habits import Habit, closed_as, habit, proposed, remember

CLAIRE, ODILE = Recipient(name="Claire"), Recipient(name="Odile", format=FileFormat.DOCX, protection=Protection.AGE)
COACH = Audience.PRACTITIONER


def test_the_last_closed_form_of_a_recipient_is_proposed_again(keeper: Any) -> None:
    remember(keeper, COACH, Habit(recipient="Claire", format=FileFormat.HTML, protection=Protection.HTML))
    remember(keeper, COACH, Habit(recipient="Odile", format=FileFormat.PDF, protection=Protection.PDF))
    assert closed_as(keeper, CLAIRE) == (FileFormat.HTML, Protection.HTML)
    assert closed_as(keeper, ODILE) == (FileFormat.PDF, Protection.PDF)


def test_who_never_received_is_proposed_what_they_prefer(keeper: Any) -> None:
    assert closed_as(keeper, ODILE) == (FileFormat.DOCX, Protection.AGE)


def test_an_open_form_is_never_remembered(keeper: Any) -> None:
    remember(keeper, COACH, Habit(recipient="Claire", format=FileFormat.HTML, protection=Protection.HTML))
    remember(
        keeper, COACH, Habit(recipient="Claire", format=FileFormat.MARKDOWN, protection=Protection.NONE, folder="/x")
    )
    assert closed_as(keeper, CLAIRE) == (FileFormat.HTML, Protection.HTML)
    kept = habit(keeper, COACH)
    assert (kept.format, kept.protection, kept.folder) == (FileFormat.HTML, Protection.HTML, "/x")
    remember(keeper, COACH, Habit(format=FileFormat.MARKDOWN, protection=Protection.NONE))
    assert habit(keeper, COACH).protection is Protection.PDF


def test_who_prefers_an_open_form_is_proposed_it_closed(keeper: Any) -> None:
    zoe = Recipient(name="Zoé", format=FileFormat.MARKDOWN, protection=Protection.NONE)
    assert closed_as(keeper, zoe) == (FileFormat.MARKDOWN, Protection.AGE)
    assert closed_as(keeper, zoe.with_(format=FileFormat.PDF)) == (FileFormat.PDF, Protection.PDF)


def test_nobody_is_proposed_for_having_received_last_but_whom_it_leads_to_or_the_only_one(keeper: Any) -> None:
    keeping.keep_recipient(keeper, CLAIRE)
    assert proposed(keeper, COACH) == CLAIRE
    keeping.keep_recipient(keeper, ODILE)
    remember(keeper, COACH, Habit(recipient="Odile", folder="/x"))
    assert proposed(keeper, COACH) is None
    assert proposed(keeper, COACH, "claire") == CLAIRE
    assert proposed(keeper, Audience.GROUP, "Claire") is None
