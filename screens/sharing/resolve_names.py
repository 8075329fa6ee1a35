"""Page of what may have been missed, settled word by word: an alias, other words this once, or kept as it is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Literal

from journal.errors import ReculError
from journal.language import N_, _
from journal.model.audience import Audience
from journal.model.entry import Ref
from journal.model.person import Person
from journal.practice import known_people
from journal.practice.notebook import Notebook
from journal.sharing import naming
from journal.sharing.folding import fold
from journal.sharing.previewing import Preview
from journal.sharing.remainders import Decision, Sort
from journal.sharing.repository import decide
from journal.sharing.standing import is_everyday
from screens.frame.changes import changing
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.frame.text_dialog import TextDialog

_LONGEST_NAME = 200  # characters, as model.frozen.Name holds
_WHY = {
    Sort.NAME: N_("somebody?"),
    Sort.EMAIL: N_("an e-mail address"),
    Sort.PHONE: N_("a phone number"),
    Sort.ADDRESS: N_("a web address"),
    Sort.PATH: N_("a path to a file"),
    Sort.LISTED: N_("a word of your list"),
    Sort.DATE: N_("a date"),
    Sort.SHARED: N_("which of them?"),
}

_TOLD_FOR = frozenset({Sort.EMAIL, Sort.PHONE, Sort.ADDRESS, Sort.PATH, Sort.DATE})  # what it is stands for it


class Resolution(Enum):
    """What is done about words that may tell too much."""

    ALIAS = auto()
    ONCE = auto()
    KEEP = auto()
    OMIT = auto()


_DECIDED: dict[Resolution, Literal["keep", "omit"]] = {Resolution.KEEP: "keep", Resolution.OMIT: "omit"}


@dataclass(frozen=True, slots=True)
class Suspect:
    """Words that may tell too much: the first entry in which they stand, how often they come, amid which words."""

    words: str = field(repr=False)
    sort: Sort
    ref: Ref | None
    times: int
    context: str = field(repr=False)
    is_tag: bool = False
    beside: str = field(default="", repr=False)  # the name whose alias stands right beside them
    who: tuple[str, ...] = ()  # the aliases of those who share the name
    likely: str = ""  # of whom the entry tells beside it
    whole: str = field(default="", repr=False)  # the longer name of which they are a part, elsewhere in the document
    by_hand: bool = False  # whether each of these very words is meant, however small

    @property
    def name(self) -> str:
        """The name that is given an alias: the whole one."""
        return (self.whole or self.words)[:_LONGEST_NAME]

    @property
    def told(self) -> str:
        """The words, how often, and what stands around them."""
        if self.is_tag:
            return f"#{self.words}"
        words = f"{self.words} ({self.times})" if self.times > 1 else self.words
        return f"{words}   …{self.context}…"

    @property
    def why(self) -> str:
        """Why they are pointed out."""
        return _(_WHY[self.sort])


def suspects(preview: Preview) -> tuple[Suspect, ...]:
    """Return the remainders of a preview, the same words once for each entry in which they stand."""
    found: dict[tuple[str, Ref | None], Suspect] = {}
    for each in preview.remainders:
        known = found.get((fold(each.words), each.ref))
        times = known.times + 1 if known else 1
        context = known.context if known else each.context.strip()
        words = known.words if known else each.words
        is_tag = each.place == "tags" and times == 1
        beside = (known.beside if known else "") or each.beside
        likely = (known.likely if known else "") or each.likely
        found[fold(each.words), each.ref] = Suspect(
            words, each.sort, each.ref, times, context, is_tag, beside, each.who, likely
        )
    return _as_one(tuple(found.values()))


def _as_one(found: tuple[Suspect, ...]) -> tuple[Suspect, ...]:
    """Return them with each part of a name known by its whole: in one row with it, where both stand in one entry."""
    wholes = [_whole(each, found) for each in found]
    parts: dict[tuple[str, Ref | None], int] = {}
    for each, whole in zip(found, wholes, strict=True):
        if whole:
            parts[whole, each.ref] = parts.get((whole, each.ref), 0) + each.times
    named = {(each.words, each.ref) for each in found}
    return tuple(
        replace(each, whole=whole, times=each.times + parts.get((each.words, each.ref), 0))
        for each, whole in zip(found, wholes, strict=True)
        if (whole, each.ref) not in named
    )


def _whole(part: Suspect, found: tuple[Suspect, ...]) -> str:
    """Return the only longer name that begins or ends with these words; nothing where there is none, or several."""
    if part.sort is not Sort.NAME or part.is_tag:
        return ""
    words = fold(part.words).split()
    longer = [(each.words, fold(each.words).split()) for each in found if each.sort is Sort.NAME and not each.is_tag]
    wholes = {
        told
        for told, theirs in longer
        if len(theirs) > len(words) and words in (theirs[: len(words)], theirs[-len(words) :])
    }
    return wholes.pop() if len(wholes) == 1 else ""


def settled(
    page: Page, suspect: Suspect, how: Resolution, then: Callable[[], object], audience: Audience | None = None
) -> None:
    """Ask what is needed, keep the decision in the vault, then go on; words are kept for this audience alone."""

    def keep(decided: Job) -> None:
        page.host.save(decided).add_done_callback(lambda _told: then())

    def answered(words: str | None) -> None:
        if words:
            keep(changing(_replace, suspect, words, once=how is Resolution.ONCE))

    if how in _DECIDED:
        readers = audience if how is Resolution.KEEP else None
        keep(changing(decide, Decision(words=suspect.words[:_LONGEST_NAME], action=_DECIDED[how], audience=readers)))
        return
    question, aliases, offered = _asked(page.journal.notebook, suspect, once=how is Resolution.ONCE)

    def refusal(words: str) -> str:
        return _refusal(page.journal.notebook, suspect, words, once=how is Resolution.ONCE)

    page.app.push_screen(TextDialog(question, tuple(sorted(aliases)), refusal, offered), answered)


def _asked(notebook: Notebook, suspect: Suspect, *, once: bool) -> tuple[str, set[str], str]:
    """Return what is asked about words, the aliases that complete what is typed, and the one that is proposed."""
    if suspect.sort is Sort.SHARED:
        question = _("Who is “{words}” in this entry?") if once else _("Who is “{words}”, in every entry?")
        told = _("One of: {aliases}").format(aliases=", ".join(suspect.who))
        return question.format(words=suspect.words) + "\n" + told, set(suspect.who), suspect.likely
    told_for = suspect.why if suspect.sort in _TOLD_FOR else ""
    if once:
        question = _("What stands for “{words}” in this entry?").format(words=suspect.words)
        return question + "\n" + _("With its article, if it has one: “the client”."), set(), told_for
    question = _("The alias of “{words}”").format(words=suspect.name)
    aliases = {each.alias for each in known_people.people(notebook)}
    if suspect.sort is not Sort.NAME:
        return question, aliases, told_for
    proposed = naming.proposals(notebook)
    question += "\n" + _("For example: {aliases}").format(aliases=", ".join(proposed))
    return question, aliases | set(proposed), _likely(notebook, suspect) or next(iter(proposed), "")


def _likely(notebook: Notebook, suspect: Suspect) -> str:
    """Return the alias of whom the words name, or the name beside them."""
    return next(filter(None, (naming.alias_of(notebook, each) for each in (suspect.beside, suspect.name))), "")


def _refusal(notebook: Notebook, suspect: Suspect, by: str, *, once: bool) -> str:
    """Return why these words cannot stand for the others; nothing when they can."""
    try:
        if once or suspect.sort is not Sort.NAME:
            naming.names_nobody(notebook, by)
            return ""
        fault = naming.refusal(notebook, _person(notebook, suspect, by))
    except ReculError as error:
        fault = error
    return fault.message() if fault else ""


def _replace(notebook: Notebook, suspect: Suspect, by: str, *, once: bool) -> None:
    if once or suspect.sort is not Sort.NAME:
        words = suspect.words[:_LONGEST_NAME]
        decide(notebook, Decision(words=words, action="replace", by=by, ref=suspect.ref if once else None))
    else:
        naming.give_alias(notebook, _person(notebook, suspect, by), suspect.words, suspect.ref, by_hand=suspect.by_hand)


def _person(notebook: Notebook, suspect: Suspect, alias: str) -> Person:
    """Return who is meant: somebody who has the alias already and gains a form, or somebody new."""
    known = next((each for each in known_people.people(notebook) if fold(each.alias) == fold(alias)), None)
    forms = (suspect.name.lower(),) if suspect.by_hand else ()
    name = suspect.name
    if not suspect.by_hand and is_everyday(name):  # in small letters it would hide each such word: “I will”
        name = name[:1].upper() + name[1:]
    if known:
        return known.with_(forms=(*known.forms, name, *forms))
    return Person(name=name, alias=alias, forms=forms)
