"""The pages on the way out: each tells for whom in its upper corner, by sign, word and colour."""

from journal.language import N_, _, current, in_words, ngettext
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.sharing.habits import Habit
from journal.sharing.previewing import Preview
from journal.sharing.rendering.formats import RENDERERS, renderer
from journal.sharing.selecting import Dates
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.vocabulary.audiences import AUDIENCE_COLOURS, audience_words

_DATE_WORDS = {Dates.WEEK: N_("dates by week"), Dates.NONE: N_("no dates")}
FIRST = (FileFormat.HTML, FileFormat.PDF)  # whoever receives one of these needs no program but what they have
OTHER = "other"
PROTECTION_WORDS = {
    Protection.PDF: N_("PDF passphrase"),
    Protection.HTML: N_("page passphrase"),
    Protection.AGE: N_("age"),
    Protection.NONE: N_("none, readable by anyone"),
}


def first_choices() -> tuple[tuple[str, str], ...]:
    """Return what is offered first: what opens with a passphrase and no program, then that there are other forms."""
    return (*((each.value, _(renderer(each).protected_words)) for each in FIRST), (OTHER, _("other forms")))


def choice_of(form: FileFormat, protection: Protection) -> str:
    """Return under which of these a form that is closed so stands."""
    return form.value if form in FIRST and protection is renderer(form).own_protection else OTHER


def form_choices() -> tuple[tuple[str, str], ...]:
    """Return every form with its words, as a field offers them: first those that can be locked, then the others."""
    first = [FIRST.index(each.format) if each.format in FIRST else len(FIRST) for each in RENDERERS]
    ordered = sorted(zip(first, range(len(RENDERERS)), strict=True))
    return tuple((RENDERERS[at].format.value, _(RENDERERS[at].words)) for _place, at in ordered)


def form_words(form: FileFormat, protection: Protection) -> str:
    """Return form and protection in a few words: "PDF, protected"."""
    if protection is Protection.NONE:
        return _("{form}, readable by anyone").format(form=_(renderer(form).words))
    return _(renderer(form).protected_words)


def tell_audience(page: Page, audience: Audience | None, recipient: str = "", state: str = "") -> None:
    """Write for whom into the page's upper corner, and when it was kept where it was."""
    if audience is not None:
        header = page.query_one(PageHeader)
        header.tell(
            " · ".join(filter(None, (audience_words(audience, recipient), state))), colour=AUDIENCE_COLOURS[audience]
        )


def replaced(preview: Preview) -> int:
    """Return how many times an alias stands for a name in what will leave."""
    inside = sum(len(marks.title) + len(marks.body) for marks in preview.marks)
    return inside + len(preview.opening_marks) + preview.times


def summary(preview: Preview, chosen: Habit) -> str:
    """Return what leaving comes to, in one line: how much, in which form, told how, under which fingerprint."""
    selection, times = preview.selection, replaced(preview)
    sponsor = selection.audience is Audience.SPONSOR
    parts = [
        _("validated statements only") if sponsor else _how_much(preview),
        ngettext("a name replaced once", "names replaced {count} times", times).format(count=times) if times else "",
        form_words(chosen.format, chosen.protection),
        _(_DATE_WORDS[selection.dates]) if selection.dates in _DATE_WORDS else "",
        in_words(selection.language) if selection.language != current() else "",
        _("fingerprint {digest}").format(digest=preview.fingerprint),
    ]
    return " · ".join(part for part in parts if part)


def _how_much(preview: Preview) -> str:
    """Return how many entries leave; of a preparation, how many beside it."""
    count = len(preview.refs) - bool(preview.lines)
    told = ngettext("{count} entry", "{count} entries", count).format(count=count) if count else ""
    return " + ".join(filter(None, [_("the preparation") if preview.lines else "", told]))


def not_all_found() -> str:
    """Return what the check promises, and what it does not."""
    return _("The check finds many names, not all: read once as your reader would.")


def at_home(preview: Preview) -> str:
    """Return what was gathered for a session and stays, with the key that takes it along; nothing where nothing does.

    The key is named by `{lines}`.
    """
    if not preview.at_home:
        return ""
    return ngettext(
        "{count} gathered line stays here: step, learning, objective. {lines} chooses.",
        "{count} gathered lines stay here: steps, learnings, objectives. {lines} chooses.",
        preview.at_home,
    ).replace("{count}", str(preview.at_home))
