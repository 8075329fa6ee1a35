"""The frame of an engagement: done in any order, left half done, found again as it was left."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.parsing import parse_past
from journal.language import N_, _, ngettext
from journal.model.engagement import Clause, EngagementDetails, Form, Party
from journal.model.entry import Entry
from journal.model.kind import State
from journal.practice import frame_parts, framing, members, reading, road, stages
from journal.practice.pages import clause_title, role_word
from journal.practice.states_in_words import state_word
from journal.terms import said
from screens.engagement import routes as engagement_routes
from screens.engagement.framing import no_past_day
from screens.engagement.group_rows import agreement_rows, member_rows, round_rows
from screens.frame.changes import changing, of
from screens.frame.command import Command
from screens.frame.just_done import RemovingPage
from screens.frame.page_header import PageHeader
from screens.frame.text_dialog import TextDialog
from screens.road import routes as road_routes
from screens.widgets.rows import Row, Rows

_STAYS = {
    "new": N_("nothing stands on this line yet: nothing to throw away"),
    "figures": N_("the aim and the dates stay: the whole engagement is thrown away on the page of sessions"),
    "road": N_("this page is compiled from the others: nothing to throw away"),
    "earlier": N_("an earlier engagement is thrown away on the page of sessions"),
    "session": N_("this line comes from a session: enter opens it"),
}
_WHO_FIRST = N_("your {practitioner}; your boss or HR as sponsor")
_OF_A_GROUP = frozenset({"engagement.months", "engagement.learnt"})


class EngagementScreen(RemovingPage):
    """One engagement: its figures, its parties, its objectives, its agreement; each row opens, in any order."""

    name_in_table = "engagement"
    follows_journal = True
    undo_command = "engagement.back_a_stage"
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    @property
    def _engagement(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def page_title(self) -> str:
        """Return what it is for."""
        return self._engagement.title

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("The coaching")

    def status(self) -> str:
        """Return what was just taken out, else the stage, and how it is taken back as long as that can be done."""
        if self._last:
            return super().status()
        engagement = self._engagement
        until = stages.way_back(engagement, self.host.environment.clock().date())
        words = state_word(engagement.kind, engagement.state)
        if until is None:
            return words
        return _("{stage} · {key} goes back").format(stage=words, key=self.key_of("engagement.back_a_stage"))

    def compose_page(self) -> ComposeResult:
        """Yield the rows."""
        yield Rows(id="rows", apart=1)

    def refresh_content(self) -> None:
        """Show figures, parties, objectives and clauses."""
        engagement = self._engagement
        frame = engagement.details_as(EngagementDetails)
        objectives = framing.objectives(self.journal.notebook, engagement.ref)
        is_group = frame.form is Form.GROUP
        parties = [
            Row("", _("Parties and what each expects")),
            *(_party_row(number, party) for number, party in enumerate(frame.parties)),
            Row("party:new", _("add a party…"), "" if frame.parties else said(_(_WHO_FIRST)), quiet=True),
        ]
        agreed = [
            *(member_rows(frame) if is_group else parties),
            Row("", ""),
            Row("", _("Shared objectives")),
            *(Row(f"objective:{each.ref}", each.title) for each in objectives),
            Row("objective:new", _("add an objective…"), quiet=True),
            Row("", ""),
            *(agreement_rows(frame) if is_group else _clause_rows(frame)),
        ]
        the_road = [
            Row("", _("The road")),
            *(Row(f"road:{which.value}", _(words)) for which, words in road.MILESTONE_WORDS.items()),
        ]
        framed_first = engagement.state is State.FRAMING and not is_group
        self.query_one(Rows).show(
            [
                Row("figures:", _("Aim, dates and rhythm"), _figures(frame)),
                *self._earlier_rows(engagement),
                Row("", ""),
                *(round_rows(self.journal.notebook, engagement) if is_group else ()),
                *(agreed if framed_first else the_road),
                Row("", ""),
                *(the_road if framed_first else agreed),
            ]
        )
        self.refresh_header()

    def _earlier_rows(self, engagement: Entry) -> list[Row]:
        """Return the engagements that ended before this one: a new one can see what the earlier one left."""
        known = framing.engagements(self.journal.notebook, ended=True)
        earlier = [each for each in known if each.state in framing.ENDED and each.ref < engagement.ref]
        return [
            Row(f"earlier:{each.ref}", _("before: {title}").format(title=each.title or _("(no title)")), quiet=True)
            for each in earlier
        ]

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the row."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        which = which.partition(":")[0]
        number = int(which) if which.isdecimal() else None
        match what:
            case "figures":
                self.app.push_screen(engagement_routes.figures(self.ref))
            case "earlier" if number is not None:
                self.app.push_screen(engagement_routes.engagement(number))
            case "road":
                self.app.push_screen(road_routes.milestone(self.ref, which))
            case "party":
                self.app.push_screen(engagement_routes.party(self.ref, number))
            case "objective":
                self.app.push_screen(engagement_routes.objective(number, engagement=self.ref))
            case "clause":
                self.app.push_screen(engagement_routes.clause(self.ref, number))
            case "session" if number is not None:
                self.host.navigation.open_entry(number, what)

    @property
    def footer_lines(self) -> int:  # type: ignore[override]  # a group has keys of its own beside the others
        """How many lines of keys stand below it."""
        return 2 if self._is_group else 1

    @property
    def _is_group(self) -> bool:
        return self._engagement.details_as(EngagementDetails).form is Form.GROUP

    def action_agreed(self) -> None:
        """Note in one gesture that all agreed to the clauses; exceptions are taken out of a clause."""
        frame, now = self._engagement.details_as(EngagementDetails), self.host.environment.clock()
        asked = _("All members agree to every clause since… (today, 3 November)")
        if frame.form is not Form.GROUP:
            if not (frame.agreeing and frame.unagreed):
                return
            asked = ngettext(
                "{names} agrees to every clause nobody has agreed to yet, since… (today, 3 November)",
                "{names} agree to every clause nobody has agreed to yet, since… (today, 3 November)",
                len(frame.agreeing),
            ).format(names=_(", ").join(party.name for party in frame.agreeing))
        today = _("today")
        self.app.push_screen(TextDialog(asked, (today,), lambda words: no_past_day(words, now), today), self._agree)

    def _agree(self, day: str | None) -> None:
        if not day:
            return
        ref, on_day = self.ref, parse_past(day, self.host.environment.clock()).date()

        self.host.save(changing(members.agree_all, reading.entry(self.journal.notebook, ref), on_day))

    def action_months(self) -> None:
        """Show what the group changed over the months."""
        if self._is_group:
            self.app.push_screen(engagement_routes.group_months(self.ref))

    def action_learnt(self) -> None:
        """Close the group: what was learnt together, and what each member says."""
        if self._is_group:
            self.app.push_screen(engagement_routes.group_closing(self.ref))

    def action_stage(self) -> None:
        """See what the next stage proposes; at the end there is none."""
        if self._engagement.state in stages.NEXT:
            self.app.push_screen(engagement_routes.stage(self.ref))
        else:
            self._tell(_("This engagement has ended."))

    def action_trash(self) -> None:
        """Take the row one is on out of the frame: a party, an objective, a clause; what cannot go says why."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        number = int(which) if which.isdecimal() else None
        if number is None or what not in ("party", "objective", "clause"):
            self.refuse(_(_STAYS.get(what if which != "new" else "new", _STAYS["new"])))
        elif what == "objective":
            self.throw_away(number)
        else:
            frame = self._engagement.details_as(EngagementDetails)
            out, back = (
                (
                    changing(of(self.ref, frame_parts.take_party_out), number),
                    changing(of(self.ref, frame_parts.put_party_back), number, frame.parties[number]),
                )
                if what == "party"
                else (
                    changing(of(self.ref, frame_parts.take_clause_out), number),
                    changing(of(self.ref, frame_parts.put_clause_back), number, frame.clauses[number]),
                )
            )
            self.take_out(out, back)

    def action_back_a_stage(self) -> None:
        """Bring back what was just taken out; else go back to the stage before, with the sessions let go with it."""
        if self._last:
            self.action_undo()
            return
        if stages.way_back(self._engagement, self.host.environment.clock().date()) is None:
            self._tell(_("There is no stage to go back to: it can be done for thirty days, and once."))
            return
        self.host.save(changing(stages.go_back, self.ref))

    def _tell(self, words: str) -> None:
        self.query_one(PageHeader).tell(words)

    def commands(self) -> list[Command]:
        """Return the keys that do something now: no stage after the last, none back where there is none."""
        engagement = self._engagement
        idle = set()
        if engagement.state not in stages.NEXT:
            idle |= {"engagement.stage", "engagement.withdraw"}
        frame = engagement.details_as(EngagementDetails)
        if frame.form is not Form.GROUP and not (frame.agreeing and frame.unagreed):
            idle.add("engagement.agreed")
        if not self._last and stages.way_back(engagement, self.host.environment.clock().date()) is None:
            idle.add("engagement.back_a_stage")
        told = [each._replace(footer=0) if each.id in idle else each for each in super().commands()]
        return told if self._is_group else [each for each in told if each.id not in _OF_A_GROUP]

    def action_withdraw(self) -> None:
        """Leave: nobody asks for a reason."""
        self.app.push_screen(engagement_routes.withdraw(engagement=self.ref))

    def action_take_along(self) -> None:
        """Take the journal along, as one document or as a file."""
        self.app.push_screen(engagement_routes.withdraw(engagement=self.ref))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _figures(frame: EngagementDetails) -> tuple[str, ...]:
    """Return the figures as columns, so that the rhythm gives way where all of them are too long."""
    sessions, days = frame.planned_sessions, frame.rhythm_days
    first, *others = (
        ngettext("{count} session", "{count} sessions", sessions).format(count=sessions),
        _("{hours} h").format(hours=f"{frame.planned_minutes / 60:g}"),
        ngettext("every day", "every {days} days", days).format(days=days),
    )
    return first, *(f" · {each}" for each in others)


def _party_row(number: int, party: Party) -> Row:
    words = _("{name} ({role})").format(name=party.name, role=role_word(party.role, party.name))
    return Row(f"party:{number}", " · ".join([words, *party.expectations[:1]]))


def _clause_rows(frame: EngagementDetails) -> list[Row]:
    return [Row("", _("The agreement")), *(_clause_row(*each) for each in enumerate(frame.clauses))]


def _clause_row(number: int, clause: Clause) -> Row:
    count = len(clause.consents)
    agreed = ngettext("{count} agreed", "{count} agreed", count).format(count=count) if count else _("not agreed yet")
    return Row(f"clause:{number}", clause_title(clause), agreed)
