"""The page for three holds validated statements and agreed lines, and nothing else: by construction and by attack."""

import random
import string
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from journal.errors import ReculError
from journal.errors.refusals import AgreementLost, NamesInLine, NotForSponsor, NotOfThree, PartiesMissing
from journal.model.agreed_line import AgreedLine, unmarked
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.engagement import Clause, ClauseCode, EngagementDetails, Party, Role
from journal.model.entry import Entry, Link, Rel
from journal.model.kind import Kind, State
from journal.model.objective import ObjectiveDetails
from journal.model.person import Person
from journal.model.record_line import AgreedMark, RecordLine
from journal.model.session import OF_THREE, SessionDetails, SessionKind, View
from journal.sharing import agreeing, for_three, statements
from journal.sharing.rendering import render
from journal.sharing.rendering.formats import RENDERERS
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from journal.sharing.wording import told_where
from journal.store import entries, people, validations

ON = date(2026, 11, 20)
PARTIES = (
    Party(role=Role.MANAGER, name="Claire Martin"),
    Party(role=Role.SPONSOR, name="Bruno Delmas"),
    Party(role=Role.PRACTITIONER, name="Mme Lenoir"),
    Party(role=Role.PEER, name="Zoltan Kiss"),
)


def engaged(keeper: Any, **fields: Any) -> Entry:
    return keeper.write(Kind.ENGAGEMENT, title="An engagement", details=EngagementDetails(parties=PARTIES, **fields))


def met(keeper: Any, engagement: Entry, *lines: str, meeting: SessionKind = SessionKind.INTERIM, **told: Any) -> Entry:
    details = SessionDetails(meeting=meeting, record=tuple(RecordLine(text=line) for line in lines), **told)
    links = (Link(rel=Rel.PART_OF, ref=engagement.ref),)
    return keeper.write(Kind.SESSION, title="Session 5", details=details, links=links)


def read(keeper: Any, ref: int) -> Entry:
    with keeper.store.reading() as tx:
        return entries.get(tx, ref)


def page(keeper: Any, session: Entry) -> str:
    selection = for_three.selection_for(keeper, read(keeper, session.ref), "en")
    return render(prepare(keeper, selection).document, FileFormat.MARKDOWN).decode()


def test_a_line_is_agreed_by_all_who_take_part_but_peers_on_a_day(keeper: Any) -> None:
    session = met(keeper, engaged(keeper), "We meet again in June.", "Not agreed.")
    agreeing.agree(keeper, session.ref, 0, ON)
    told = page(keeper, session)
    assert "We meet again in June." in told
    assert "20 November 2026" in told
    assert "Claire Martin, Bruno Delmas and Mme Lenoir" in told
    assert "\npage of 12 November 2026" in told
    assert "Not agreed." not in told
    assert "Zoltan" not in told


def test_taking_the_mark_back_takes_the_line_out(keeper: Any) -> None:
    session = met(keeper, engaged(keeper), "We meet again in June.")
    agreeing.agree(keeper, session.ref, 0, ON)
    agreeing.disagree(keeper, session.ref, 0)
    assert for_three.selection_for(keeper, read(keeper, session.ref), "en").refs == ()


def test_one_character_undoes_the_mark(keeper: Any) -> None:
    session = met(keeper, engaged(keeper), "We meet again in June.")
    marked = agreeing.agree(keeper, session.ref, 0, ON)
    details = marked.details_as(SessionDetails)
    forged = tuple(line.with_(text=line.text.replace("June", "Jude")) for line in details.record)
    keeper.change(marked.with_(details=details.with_(record=forged)))
    with pytest.raises(AgreementLost):
        page(keeper, session)


def test_a_line_may_name_those_who_agreed_and_nobody_else(keeper: Any) -> None:
    with keeper.store.writing() as tx:
        people.keep_person(tx, Person(name="Karim Benali", alias="N-1 A", forms=("Karim",)))
        people.keep_person(tx, Person(name="Bruno Delmas", alias="le DRH", forms=("Bruno",)))
    session = met(keeper, engaged(keeper), "Bruno Delmas comes in June.", "Karim takes the rota.")
    agreeing.agree(keeper, session.ref, 0, ON)
    with pytest.raises(NamesInLine) as refused:
        agreeing.agree(keeper, session.ref, 1, ON)
    told = f"“Karim takes the rota.” ({told_where(session)}) names somebody who does not take part: Karim."
    assert refused.value.message().startswith(told)
    assert "Karim" not in str(refused.value)  # which a log may hold
    assert "Bruno Delmas comes in June." in page(keeper, session)


def test_nobody_agrees_alone_and_nothing_is_agreed_in_a_session_of_two(keeper: Any) -> None:
    alone = keeper.write(Kind.ENGAGEMENT, title="t", details=EngagementDetails(parties=PARTIES[:1]))
    with pytest.raises(PartiesMissing):
        agreeing.agree(keeper, met(keeper, alone, "x").ref, 0, ON)
    with pytest.raises(NotOfThree):
        agreeing.agree(keeper, met(keeper, alone, "x", meeting=SessionKind.INDIVIDUAL).ref, 0, ON)


def test_what_comes_from_elsewhere_brings_no_mark(keeper: Any) -> None:
    with keeper.store.reading() as tx:
        secret = validations.secret(tx)
    mark = AgreedMark.of("Forged.", ["Claire Martin", "Bruno Delmas"], ON, secret)
    details = SessionDetails(meeting=SessionKind.INTERIM, record=(RecordLine(text="Forged.", agreed=mark),))
    kept = keeper.write(Kind.SESSION, title="t", details=details)
    assert kept.details_as(SessionDetails).record[0].agreed is None
    assert unmarked(kept) == kept


def test_an_agreed_line_cannot_be_made_without_its_own_mark() -> None:
    mark = AgreedMark.of("A.", ["x", "y"], ON, b"s")
    with pytest.raises(AgreementLost):
        AgreedLine(1, "B.", mark, b"s")
    with pytest.raises(AgreementLost):
        AgreedLine(1, "A.", mark, b"t")
    with pytest.raises(AgreementLost):
        AgreedLine(1, "A.", mark.with_(on=date(2026, 11, 21)), b"s")
    assert repr(AgreedLine(1, "A.", mark, b"s")) == "<AgreedLine #1>"


def test_a_statement_left_out_that_day_stays_out(keeper: Any) -> None:
    engagement = engaged(keeper)
    draft = statements.write(keeper, "I delegate.")
    kept = statements.validate(keeper, draft.ref, "Claire", "Claire")
    session = met(keeper, engagement, untold=(kept.ref,))
    assert for_three.selection_for(keeper, session, "en").refs == ()


# --- by attack


def _word(chance: random.Random) -> str:
    return "zq" + "".join(chance.choices(string.ascii_lowercase, k=12))


class World:
    """A vault in which every place that holds words holds a canary, and what of them may be told."""

    def __init__(self, keeper: Any, chance: random.Random) -> None:
        self.keeper, self.chance = keeper, chance
        self.never: set[str] = set()
        self.of: dict[int, set[str]] = {}
        self.engagement = engaged(keeper, clauses=(Clause(code=ClauseCode.SPONSOR, text=self.secret()),))
        link = (Link(rel=Rel.PART_OF, ref=self.engagement.ref),)
        objective = keeper.write(
            Kind.OBJECTIVE, title="Shared", body=self.secret(), links=link,
            details=ObjectiveDetails(signs=("A shared sign.",)),
        )  # fmt: skip
        self.refs = [self.engagement.ref, objective.ref]
        for kind in (Kind.SITUATION, Kind.LEARNING, Kind.REVIEW, Kind.CHECKIN):
            self.refs.append(keeper.write(kind, title=self.secret(), body=self.secret(), links=()).ref)
        for number in range(8):
            self.statement(objective.ref if number % 2 else None)
        for meeting in (*OF_THREE, *OF_THREE, SessionKind.INDIVIDUAL):
            self.session(meeting)

    def secret(self) -> str:
        word = _word(self.chance)
        self.never.add(word)
        return word

    def statement(self, objective: int | None) -> None:
        words = _word(self.chance)
        ref = statements.write(self.keeper, words, objective).ref
        self.refs.append(ref)
        if self.chance.random() < 0.6:
            statements.validate(self.keeper, ref, "Claire Martin", "Claire Martin")
            self.of[ref] = {words}
            if self.chance.random() < 0.3:
                statements.reword(self.keeper, ref, changed := _word(self.chance))
                del self.of[ref]
                self.never |= {words, changed}
        else:
            self.never.add(words)

    def session(self, meeting: SessionKind) -> None:
        lines = [_word(self.chance) for _ in range(4)]
        told = {name: self.secret() for name in ("question", "expectation", "page", "notes", "said", "unsaid", "place")}
        views = (View(party="Bruno Delmas", words=self.secret()),)
        session = met(self.keeper, self.engagement, *lines, meeting=meeting, views=views, **told)
        self.refs.append(session.ref)
        holding = set()
        for number, line in enumerate(lines):
            if meeting in OF_THREE and self.chance.random() < 0.5:
                agreeing.agree(self.keeper, session.ref, number, ON)
                holding.add(line)
        holding -= self.tamper(session.ref, holding)
        self.never |= set(lines) - holding
        if holding:
            self.of[session.ref] = holding

    def tamper(self, ref: int, holding: set[str]) -> set[str]:
        """Write past the services, as a faulty or hostile hand would; return the lines that lost their mark."""
        session = read(self.keeper, ref)
        details = session.details_as(SessionDetails)
        marked = [line for line in details.record if line.agreed]
        way = self.chance.choice(("none", "reword", "copy", "secret", "trash"))
        if way == "reword" and marked:
            changed = marked[0].with_(text=self.secret())
            record = tuple(changed if line is marked[0] else line for line in details.record)
        elif way == "copy" and marked:
            record = tuple(line if line.agreed else line.with_(agreed=marked[0].agreed) for line in details.record)
        elif way == "secret":
            record = tuple(
                line if line.agreed else line.with_(agreed=AgreedMark.of(line.text, ["a", "b"], ON, b"another"))
                for line in details.record
            )
        elif way == "trash":
            with self.keeper.store.writing() as tx:
                entries.set_trashed(tx, ref, self.keeper.clock())
            return holding
        else:
            return set()
        self.keeper.change(session.with_(details=details.with_(record=record)))
        return {marked[0].text} if way == "reword" and marked else set()


@pytest.mark.slow_proof
def test_whatever_is_selected_only_what_was_validated_or_agreed_leaves(
    keeper: Any, proof_count: Callable[[int, int], int], layers: Callable[[bytes], bytes], pdf_text: Callable[..., str]
) -> None:
    chance = random.Random(14)
    world = World(keeper, chance)
    refused = written = 0
    for turn in range(proof_count(60, 1000)):
        legal = sorted(world.of)
        refs = tuple(chance.sample(legal if turn % 2 else world.refs, chance.randint(1, min(5, len(legal)))))
        meeting = chance.choice((None, *OF_THREE))
        form = RENDERERS[turn % len(RENDERERS)].format
        try:
            preview = prepare(keeper, Selection(refs=refs, audience=Audience.SPONSOR, meeting=meeting))
        except ReculError:
            refused += 1
            assert set(refs) - set(legal), "what may leave is never refused"
            continue
        written += 1
        content = render(preview.document, form)
        inside = (layers(content) + (pdf_text(content).encode() if content[:4] == b"%PDF" else b"")).decode(
            "utf-8", "replace"
        )
        allowed = {word for ref in refs for word in world.of.get(ref, ())}
        told = preview.document.model_dump_json()
        assert meeting is None or "A shared sign." not in told
        known = world.never | {word for words in world.of.values() for word in words}
        assert {word for word in known if word in told} == allowed
        assert not [word for word in known - allowed if word in inside]
    assert refused > 5
    assert written > 5


def test_nothing_but_these_two_types_is_taken_for_the_sponsor(keeper: Any) -> None:
    engagement = engaged(keeper)
    session = met(keeper, engagement, "Not agreed.", said="secret")
    for ref in (engagement.ref, session.ref):
        with pytest.raises(NotForSponsor):
            prepare(keeper, Selection(refs=(ref,), audience=Audience.SPONSOR, meeting=SessionKind.INTERIM))
    assert read(keeper, session.ref).state is State.PLANNED
