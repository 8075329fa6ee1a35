"""The frame of a group as rows: its members, the last evening and what comes of it, the agreement."""

from dataclasses import replace

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.engagement import Clause, EngagementDetails, Party, Role
from journal.model.entry import Entry
from journal.practice import evenings, scheduling
from journal.practice.notebook import Notebook
from journal.practice.pages import clause_title, role_word
from journal.same_name import name_key
from screens.widgets.rows import Row


def member_rows(frame: EngagementDetails) -> list[Row]:
    """Return a row for each member; those who left come last."""
    numbered = sorted(enumerate(frame.parties), key=lambda each: each[1].left_on is not None)
    return [
        Row("", _("Members")),
        *(_member(number, party) for number, party in numbered),
        Row("party:new", _("add a member…"), quiet=True),
    ]


def _member(number: int, party: Party) -> Row:
    where = ", ".join(filter(None, [party.service, party.company]))
    role = "" if party.role is Role.PEER else role_word(party.role, party.name)
    left = _("left on {day}").format(day=day_and_month(party.left_on)) if party.left_on else ""
    words = " · ".join(filter(None, [party.name, role, party.call_for]))
    return Row(f"party:{number}", words, left or where, quiet=bool(left))


def round_rows(notebook: Notebook, group: Entry) -> list[Row]:
    """Return what the evenings left: whose turn comes next, who was there, what was promised."""
    sessions = scheduling.sessions(notebook, group.ref)
    last = evenings.last_evening(notebook, group.ref)
    rows = []
    if last is not None:
        evening = evenings.evening_of(last)
        if evening.next_turn:
            rows.append(Row(f"session:{last.ref}", _("Next turn: {name}").format(name=evening.next_turn)))
        if evening.present:
            there = _("There on {day}: {names}").format(
                day=day_and_month(last.happened_at.date()), names=", ".join(evening.present)
            )
            rows.append(Row(f"session:{last.ref}", there))
    rows += [
        Row(
            f"session:{each.session.ref}",
            promised(each),
            day_and_month(each.session.happened_at.date()),
        )
        for each in evenings.promises(sessions)
    ]
    apart = [replace(row, id=f"{row.id}:{at}") for at, row in enumerate(rows)]  # several open the same session
    return [Row("", _("From one session to the next")), *apart, Row("", "")] if rows else []


def promised(each: evenings.Promised) -> str:
    """Return a promise as it stands in a list."""
    if not each.promise.by:
        return _("I promised: {words}").format(words=each.promise.text)
    return _("{name} promised: {words}").format(name=each.promise.by, words=each.promise.text)


def agreement_rows(frame: EngagementDetails) -> list[Row]:
    """Return the clauses, each with who has not agreed."""
    return [
        Row("", _("The agreement")),
        *(_clause(number, clause, frame) for number, clause in enumerate(frame.clauses)),
        Row("clause:new", _("add a clause…"), quiet=True),
    ]


def _clause(number: int, clause: Clause, frame: EngagementDetails) -> Row:
    agreed = {name_key(consent.by) for consent in clause.consents}
    missing = [party.name for party in frame.members if name_key(party.name) not in agreed]
    if not clause.consents:
        words = _("not agreed yet")
    elif missing:
        words = _("all but {names}").format(names=", ".join(missing))
    else:
        words = _("all agree")
    return Row(f"clause:{number}", clause_title(clause), words)
