"""The preview: exactly what will be written, as one value whose digest is bound to the file.

`compose` is pure: the same material and selection give the same document, so composing again just before writing tells
whether anything changed since the manager looked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from journal.errors.refusals import AgreementLost
from journal.language import _, speaking
from journal.model.agreed_line import AgreedLine
from journal.model.audience import Audience
from journal.model.engagement import Party, Role
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of
from journal.model.person import Person
from journal.model.statement import ValidatedStatement
from journal.sharing.aliasing import Aliased, Span
from journal.sharing.as_decided import AsDecided
from journal.sharing.composing.composed import composed
from journal.sharing.composing.listed import as_read, asks_nothing, in_reading_order, title_of_all
from journal.sharing.composing.page import Page
from journal.sharing.composing.road import Road
from journal.sharing.composing.session_page import head_of
from journal.sharing.composing.telling import Teller
from journal.sharing.composing.ticks import PageLine
from journal.sharing.consent import MeantForFewer
from journal.sharing.dating import when_and_dated
from journal.sharing.decided import Decided
from journal.sharing.document import Document, Head, Item
from journal.sharing.folding import fold
from journal.sharing.kept_aliasing import aliasing_for
from journal.sharing.lines_as_they_are import remainders_of
from journal.sharing.readers import named_in, readers_of
from journal.sharing.record import record_of
from journal.sharing.remainders import Decision, Remainder, Remnants, Sort
from journal.sharing.report import Frame, Told, report
from journal.sharing.selecting import Dates, Selection, choose
from journal.sharing.staying import as_it_leaves
from journal.sharing.telling_apart import told_apart
from journal.sharing.wording import audience_told, is_feminine, told_where

_LONGEST_TITLE = 300  # characters, as model.entry.Title holds


@dataclass(frozen=True)
class Material:
    """All that a preview is made of, read from the vault in one transaction."""

    entries: tuple[Entry, ...] = field(repr=False)
    people: tuple[Person, ...] = field(default=(), repr=False)
    decisions: tuple[Decision, ...] = field(default=(), repr=False)
    listed: tuple[str, ...] = field(default=(), repr=False)
    frame: Frame = field(default_factory=Frame, repr=False)
    secret: bytes = field(default=b"", repr=False)  # by which validations hold; without it none does
    parties: tuple[Party, ...] = field(default=(), repr=False)
    recipients: tuple[str, ...] = field(default=(), repr=False)
    road: Road = field(default_factory=Road, repr=False)


@dataclass(frozen=True, slots=True)
class Marks:
    """Where aliases stand in the title and the body of an item, for the preview to show them."""

    title: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What will be written, what of the selection stays, where aliases stand, and what may have been missed."""

    selection: Selection
    document: Document
    refs: tuple[Ref, ...]  # the entries' own numbers, in the order of the document, for the register
    left_out: tuple[Ref, ...]
    marks: tuple[Marks, ...]
    opening_marks: tuple[Span, ...]
    remainders: tuple[Remainder, ...]
    readers: tuple[str, ...] = field(default=(), repr=False)  # who will read it and are named in it
    titles: tuple[str, ...] = field(default=(), repr=False)  # under which the entries of `refs` leave
    passages: tuple[Ref | None, ...] = ()  # the entry that each item tells, when it tells one
    lines: tuple[PageLine, ...] = field(default=(), repr=False)  # of a composed page, each to be ticked
    stood: frozenset[str] = field(default=frozenset(), repr=False)  # aliases within the parts of a composed page
    times: int = 0  # how often they stand there
    file_words: str = field(default="", repr=False)  # session and day, which the name of any file may tell
    file_title: str = field(default="", repr=False)  # of the only entry; in the name of a file that all can read
    without_question: bool = False  # a session or a case that brings none
    for_fewer: tuple[MeantForFewer, ...] = field(default=(), repr=False)  # each to be asked about

    @property
    def at_home(self) -> int:
        """How many lines of a composed page were gathered, or left out, and stay."""
        return sum(not line.ticked for line in self.lines)

    @cached_property
    def digest(self) -> str:
        """The document's SHA-256 in hexadecimal."""
        return self.document.digest()

    @property
    def fingerprint(self) -> str:
        """The digest as a person compares it: "7f3a…c21"."""
        return f"{self.digest[:4]}…{self.digest[-3:]}"


def compose(material: Material, selection: Selection) -> Preview:
    """Return the preview of a selection; raise what `choose` and `report` raise."""
    chosen = choose(selection, material.entries)
    if selection.audience is Audience.SPONSOR:
        return _sponsor_preview(material, selection, chosen.entries)
    with speaking(selection.language):
        entries = tuple(as_it_leaves(entry, selection.audience) for entry in chosen.entries)
        return _Composing(material, selection).preview(entries, chosen.left_out)


def _sponsor_preview(material: Material, selection: Selection, entries: Iterable[Entry]) -> Preview:
    """Return the report, or the page for three: nothing reaches it but as a validated statement or an agreed line."""
    statements: list[ValidatedStatement] = []
    agreed: list[AgreedLine] = []
    for entry in entries:
        if entry.kind is Kind.STATEMENT:
            statements.append(ValidatedStatement.of(entry, material.secret))
        elif lines := AgreedLine.all_of(entry, material.secret):
            agreed += lines
        else:
            raise AgreementLost({"where": told_where(entry)}, ref=entry.ref)
    since = selection.since
    told = Told(
        statements=tuple(each for each in statements if since is None or each.validation.at >= since),
        agreed=tuple(each for each in agreed if since is None or each.mark.on >= since.date()),
        where={entry.ref: told_where(entry) for entry in entries if entry.kind is Kind.SESSION},
    )
    document = report(told, material.frame, material.people, selection)
    left = remainders_of(told, material.frame, material.people, material.decisions, material.listed)
    refs = tuple(dict.fromkeys([*(each.ref for each in told.statements), *(each.ref for each in told.agreed)]))
    titles = tuple(item.title for item in document.items)
    return Preview(selection, document, refs, (), tuple(Marks() for _item in document.items), (), left, titles=titles)


class _Composing:
    """Composes one document: aliases for everybody, and for each entry the words decided for it alone."""

    def __init__(self, material: Material, selection: Selection) -> None:
        self._selection, self._material = selection, material
        self._for_readers = selection.audience in (Audience.PRACTITIONER, Audience.GROUP)
        self._decided = Decided(material.decisions)
        aliased = selection.aliased
        self._aliasing = self._decided.aliasing(material.people) if aliased else aliasing_for(())

    def preview(self, entries: tuple[Entry, ...], left_out: tuple[Ref, ...]) -> Preview:
        remnants = self._remnants(entries)
        teller = Teller(
            lambda words, ref: self._aliased(self._for(ref, remnants), words), remnants, self._selection.dates
        )
        if (page := composed(self._material.road, entries, self._selection, teller)) is not None:
            return self._composed(page, teller, entries, left_out)
        read = in_reading_order(entries) if self._for_readers else entries
        return self._listed(read, left_out, remnants, teller)

    def _composed(self, page: Page, teller: Teller, entries: tuple[Entry, ...], left_out: tuple[Ref, ...]) -> Preview:
        return Preview(
            selection=self._selection,
            document=self._document(page.title, page.items, head=page.head, opening=page.opening),
            refs=tuple(ref for ref, _title in page.told),
            left_out=left_out,
            marks=tuple(Marks() for _item in page.items),
            opening_marks=(),
            remainders=tuple(dict.fromkeys(teller.remainders)),
            readers=self._readers((*entries, *self._material.road.entries)),
            titles=tuple(title for _ref, title in page.told),
            passages=page.sources,
            lines=page.lines,
            stood=frozenset(teller.stood),
            times=teller.times,
            file_words=page.file_words,
            without_question=page.without_question,
        )

    def _document(
        self, title: str, items: tuple[Item, ...], *, head: Head | None = None, opening: str = ""
    ) -> Document:
        return Document(
            title=title[:_LONGEST_TITLE],
            audience=self._selection.audience,
            audience_words=audience_told(self._selection.audience, feminine=self._is_for_a_woman()),
            language=self._selection.language,
            head=head,
            opening=opening,
            items=items,
        )

    def _is_for_a_woman(self) -> bool:
        """Whether every practitioner who goes along with the manager is a woman, as far as it is known."""
        names = {party.name for party in self._material.parties if party.role is Role.PRACTITIONER}
        return bool(names) and all(is_feminine(name, self._material.people) for name in names)

    def _listed(
        self, entries: tuple[Entry, ...], left_out: tuple[Ref, ...], remnants: Remnants | None, teller: Teller
    ) -> Preview:
        selection = self._selection
        items, marks, remainders = [], [], []
        opening = self._aliased(self._for(0, remnants), selection.opening)
        title = self._aliased(self._for(0, remnants), selection.title).text
        if remnants:
            remainders += remnants.find(opening, -1, "opening", 0)
        positions = {entry.ref: place for place, entry in enumerate(entries, 1)}
        for index, entry in enumerate(entries):
            aliasing = self._for(entry.ref, remnants)
            told = {"title": self._aliased(aliasing, entry.title), "body": self._aliased(aliasing, entry.body)}
            items.append(self._item(entry, told, aliasing, positions))
            marks.append(Marks(told["title"].spans, told["body"].spans))
            if remnants:
                places: tuple[Literal["title", "body"], ...] = ("title", "body")
                for place in places:
                    remainders += remnants.find(told[place], index, place, entry.ref)
        if remnants:
            names = {fold(each.words) for each in remainders if each.sort is Sort.NAME}
            for index, (item, entry) in enumerate(zip(items, entries, strict=True)):
                own = frozenset(entry.tags)
                remainders += remnants.in_tags([tag for tag in item.tags if tag in own], index, entry.ref, names)
                aliased = [tag for tag in item.tags if tag not in own]
                remainders += remnants.listed_in_tags(aliased, index, entry.ref)
                named = [tag for tag in entry.tags if tag not in item.tags and not self._decided.stays(tag, entry.ref)]
                remainders += remnants.shared_in_tags(named, self._for(entry.ref, remnants).shared, index, entry.ref)
        if selection.audience is Audience.ME:
            items = told_apart(items, entries, _LONGEST_TITLE)
        refs, titles = tuple(entry.ref for entry in entries), tuple(item.title for item in items)
        title = title or title_of_all(items, entries)
        head = head_of(teller, selection) if self._for_readers else None
        if self._for_readers:
            items, further = as_read(items, entries, self._material.road, teller)
            refs, titles = (*refs, *further), (*titles, *further.values())
            remainders += [each for each in dict.fromkeys(teller.remainders) if each.ref in further]
        return Preview(
            selection,
            self._document(title, tuple(items), head=head, opening=opening.text),
            refs,
            left_out,
            tuple(marks),
            opening.spans,
            tuple(remainders),
            self._readers(entries),
            titles,
            passages=tuple(entry.ref for entry in entries),
            stood=frozenset(teller.stood),
            file_title=titles[0] if len(entries) == 1 else "",
            without_question=self._for_readers and any(map(asks_nothing, entries)),
        )

    def _readers(self, entries: tuple[Entry, ...]) -> tuple[str, ...]:
        material, selection = self._material, self._selection
        known = readers_of(selection.audience, material.parties, material.recipients)
        return named_in(entries, selection.opening, known, material.people)

    def _remnants(self, entries: tuple[Entry, ...]) -> Remnants | None:
        if not self._selection.aliased:
            return None
        named = (*(name for entry in entries for name in entry.people), *(each.name for each in self._material.parties))
        unlisted = {name for name in named if not self._aliasing.knows(name)}
        return Remnants(
            self._aliasing,
            decisions=self._material.decisions,
            listed=self._material.listed,
            unlisted=unlisted,
            dates=self._selection.dates is not Dates.EXACT,
        )

    def _for(self, ref: Ref, remnants: Remnants | None) -> AsDecided:
        aliasing = self._decided.within(self._aliasing, ref) if self._selection.aliased else self._aliasing
        return AsDecided(aliasing, remnants, ref, self._decided.answers(self._material.people, ref))

    def _aliased(self, aliasing: AsDecided, text: str) -> Aliased:
        return aliasing.apply(text) if self._selection.aliased else Aliased(text)

    def _item(
        self, entry: Entry, told: Mapping[str, Aliased], aliasing: AsDecided, positions: Mapping[Ref, int]
    ) -> Item:
        mine = self._selection.audience is Audience.ME
        leaving = tuple(tag for tag in entry.tags if mine or not self._decided.stays(tag, entry.ref))
        tags = tuple(aliasing.whole(tag) for tag in leaving) if self._selection.aliased else leaving
        tags = tuple(tag for tag in tags if mine or not self._decided.stays(tag, entry.ref))  # as it is pointed out
        when, dated = when_and_dated(entry, self._selection.dates, self._selection.audience)
        return Item(
            ref=entry.ref if mine else positions[entry.ref],
            kind=entry.kind,
            kind_words=_(spec_of(entry.kind).heading),
            title=told["title"].text[:_LONGEST_TITLE],
            body=told["body"].text,
            when=when,
            dated=dated,
            tags=tags,
            record=record_of(entry, self._material.people, self._selection, aliasing) if mine else None,
        )
