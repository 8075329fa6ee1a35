"""The rows of Today: what comes next, what is waiting, what is not finished, what was written last."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime

from textual.content import Content

from journal.dates.wording import ago, clock_time, full_day, until
from journal.language import _, ngettext
from journal.model.draft import Draft
from journal.model.entry import Entry, EntryLine, Rel
from journal.model.milestone import Milestone
from journal.model.question import QuestionDetails
from journal.model.session import SessionDetails
from journal.practice.bringing import is_prepared
from journal.practice.decisions import Awaited
from journal.practice.road import MILESTONE_WORDS, Offer
from journal.practice.seasons import reason_to_go_back
from journal.quoting import bare, quoted
from screens.vocabulary import patterns
from screens.widgets.entry_row import INDENTED, is_about_another, title_of
from screens.widgets.plain import plain
from screens.widgets.rows import Row

_TITLE_WIDE = 34  # cells a title keeps before patterns are told shorter
_TITLE_LEAST = 24  # below it they are left out
_APART = 2


def session_rows(session: Entry, of: str, now: datetime, hint: Content) -> list[Row]:
    """Return when the next session is, of which engagement where there are several, and how far it is prepared."""
    details = session.details_as(SessionDetails)
    words = _("Session {number} · {day}, {time}").format(
        number=details.number, day=full_day(session.happened_at.date()), time=clock_time(session.happened_at)
    )
    where = _("by video") if details.video else details.place
    return [
        Row(
            f"session:{session.ref}",
            ", ".join(filter(None, [words, where])),
            until(session.happened_at.date(), now.date()),
        ),
        Row("", " · ".join(filter(None, [of, _prepared(session, details)])), hint),
    ]


def _prepared(session: Entry, details: SessionDetails) -> str:
    if details.question.strip():
        return _("“{words}”").format(words=" ".join(details.question.split()))
    chosen = sum(link.rel is Rel.BRINGS for link in session.links)
    if not chosen:
        return _("Prepared") if is_prepared(session) else _("Not prepared yet")
    return ngettext("{count} entry chosen, no question yet", "{count} entries chosen, no question yet", chosen).format(
        count=chosen
    )


def question_rows(asked: Sequence[tuple[Entry, str]], more: int, hint: Content) -> list[Row]:
    """Return the questions that came back, each with the title of what it is about; the key opens the first."""
    rows = [
        Row(f"question:{question.ref}", _question(question, about), hint if not number else "")
        for number, (question, about) in enumerate(asked)
    ]
    if more > 0:
        rows.append(Row("questions:", ngettext("and {count} more", "and {count} more", more).format(count=more)))
    return rows


def _question(question: Entry, about: str) -> str:
    sender = question.details_as(QuestionDetails).sender
    if about and sender:
        return _("A question from {name}, on “{title}”").format(name=sender, title=bare(about))
    if about:
        return _("A question in return, on “{title}”").format(title=bare(about))
    words = quoted(question.title)
    return _("A question from {name}: {words}").format(name=sender, words=words) if sender else words


def step_rows(steps: Sequence[Entry], most: int, hint: Content) -> list[Row]:
    """Return the steps whose day has come, with both halves; the key stands at the first, which it opens."""
    rows = [
        Row(
            f"step:{step.ref}",
            quoted(step.title),
            hint if not number else _("look again"),
            whole=True,
        )
        for number, step in enumerate(steps[:most])
    ]
    more = len(steps) - most
    if more > 0:
        rows.append(Row("steps:", ngettext("and {count} more", "and {count} more", more).format(count=more)))
    return rows


def returning_rows(returning: Entry) -> list[Row]:
    """Return the learning that comes back after a month."""
    return [Row(f"returning:{returning.ref}", quoted(returning.title), _("something you learnt"))]


def decision_rows(awaited: Awaited) -> list[Row]:
    """Return the decision whose day has come."""
    return [Row("decision:", reason_to_go_back(awaited), _("look at it again…"), whole=True)]


def offer_rows(offer: Offer, begin: Content, aside: Content) -> list[Row]:
    """Return the look at the road that suits now: offered quietly, laid aside for good with one key."""
    words = _(MILESTONE_WORDS[offer.which])
    if offer.which is Milestone.LATER:  # several may have ended
        words = f"{words} · {offer.engagement.title}"
    return [
        Row("road:", words, begin, whole=True),
        Row("", _("a few minutes, when you like"), aside, whole=True),
    ]


def code_rows() -> list[Row]:
    """Return that the recovery code was shown and never typed back."""
    return [Row("code:", _("Your recovery code was not confirmed"), _("make a new one…"))]


def old_rows() -> list[Row]:
    """Return that an old journal can be brought, as long as nothing is written here."""
    return [Row("", ""), Row("old:", _("Bring an old journal"))]


def waiting_rows(
    lines: Sequence[EntryLine], phone: Container[int], most: int, read_over: Content, answer: Content
) -> list[Row]:
    """Return the notes that wait: those sealed on a phone, then the others; the keys stand at the first."""
    sealed = [line for line in lines if line.ref in phone]
    others = [line for line in lines if line.ref not in phone]
    first = captured_rows(sealed, most, read_over, answer, phone=True)
    return first + captured_rows(others, most, *((Content(""),) * 2 if first else (read_over, answer)))


def captured_rows(
    lines: Sequence[EntryLine], most: int, read_over: Content, answer: Content, *, phone: bool = False
) -> list[Row]:
    """Return the notes taken outside the app, or sealed on a phone, under what can be done with them."""
    if not lines:
        return []
    counted = (
        ngettext("{count} note sealed on the phone", "{count} notes sealed on the phone", len(lines))
        if phone
        else ngettext("{count} note taken elsewhere", "{count} notes taken elsewhere", len(lines))
    )
    many = _("Notes sealed on the phone") if phone else _("Notes taken elsewhere")
    heading = counted if len(lines) <= most else many
    rows = [
        Row(f"captured:{line.ref}", title_of(line), answer if not number else "")
        for number, line in enumerate(lines[:most])
    ]
    return [Row("", heading.format(count=len(lines)), read_over), *rows, Row("", "")]


def closed_rows(count: int) -> list[Row]:
    """Return how many files from the phone stay closed, until one has looked at why."""
    if not count:
        return []
    words = ngettext(
        "{count} file from the phone stays closed", "{count} files from the phone stay closed", count
    ).format(count=count)
    return [Row("closed:", words, _("see why")), Row("", "")]


def draft_rows(
    drafts: Sequence[Draft], about: Mapping[str, str], most: int, now: datetime, answer: Content
) -> list[Row]:
    """Return what was begun and not kept; when there is more than fits, how much, and the way to all of it."""
    if not drafts:
        return []
    left = len(drafts) - most
    rows = [draft_row(draft, now, about.get(draft.key, "")) for draft in drafts[:most]]
    if left > 0:
        rows.append(Row("drafts:", ngettext("and {count} more", "and {count} more", left).format(count=left)))
    return [Row("", _("Not finished"), answer), *rows, Row("", "")]


def draft_row(draft: Draft, now: datetime, about: str = "") -> Row:
    """Return one thing that was begun and not kept; a questioning names what it is about."""
    words = quoted(_first_words(draft))
    words = f"{words} · {about}" if about else words
    return Row(f"draft:{draft.key}", words, ago(draft.saved_at.astimezone(), now))


def _first_words(draft: Draft) -> str:
    return next((line for line in (draft.title, *draft.text.splitlines()) if line.strip()), "…")


def recent_rows(lines: Sequence[EntryLine], now: datetime, width: int) -> list[Row]:
    """Return what was written last in columns: number, title, when, patterns."""
    if not lines:
        return []
    whens = [ago(line.happened_at, now) for line in lines]
    when_wide = max(map(len, whens))
    number_wide = max(len(str(line.ref)) for line in lines)
    room = width - number_wide - when_wide - _TITLE_WIDE - 3 * _APART
    marked = _marked(lines, room)
    marked_wide = max(map(len, marked))
    return [
        Row("", _("Recently")),
        *(
            Row(
                f"{line.kind.value}:{line.ref}",
                f"{line.ref:>{number_wide}}  {INDENTED if is_about_another(line) else ''}{title_of(line)}",
                plain(f"{when:<{when_wide}}{' ' * _APART if marked_wide else ''}{words:<{marked_wide}}"),
            )
            for line, when, words in zip(lines, whens, marked, strict=True)
        ),
    ]


def _marked(lines: Sequence[EntryLine], room: int) -> list[str]:
    """Return the patterns of each entry, as whole as there is room for; none where titles need it."""
    whole, short = ([words(line.patterns) for line in lines] for words in (patterns.whole, patterns.short))
    if max(map(len, whole)) <= room:
        return whole
    return short if max(map(len, short)) <= room + _TITLE_WIDE - _TITLE_LEAST else [""] * len(lines)
