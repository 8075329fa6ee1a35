"""Questions asked at a terminal before something leaves; where nobody can answer they are told."""

import sys
from typing import TYPE_CHECKING

from journal.cli.passphrases import asked_for
from journal.cli.printing import tell
from journal.errors.refusals import NotConfirmed
from journal.language import _, ngettext

if TYPE_CHECKING:
    from journal.sharing.previewing import Preview


def ask_about_readers(preview: "Preview") -> None:
    """Ask whether what was meant for fewer may leave; Enter alone does not let it. What it is was told before."""
    count = len(preview.for_fewer)
    if not count or not sys.stdin.isatty():
        return
    question = ngettext(
        "Type “{yes}” to share it with more readers, this time",
        "Type “{yes}” to share them with more readers, this time",
        count,
    ).format(yes=_("y"))
    if asked_for(question, default="", show_default=False).strip().casefold() != _("y"):
        raise NotConfirmed


def ask_about_question(preview: "Preview") -> None:
    """Say once that no question is brought; ask whether to go on, where somebody can answer."""
    if not preview.without_question:
        return
    if not sys.stdin.isatty():
        tell(_("This document leaves without a question."))
        return
    question = _("This document leaves without a question. Type “{yes}” to go on").format(yes=_("y"))
    if asked_for(question, default=_("y")).strip().casefold() != _("y"):
        raise NotConfirmed
