"""Page of what others offer to a case, one line each, fast; changed, moved and corrected once there is time."""

import re
from uuid import uuid4

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList

from journal.language import _
from journal.model.case import CaseDetails, Offer, OfferKind
from journal.model.engagement import EngagementDetails, Party
from journal.model.entry import Entry
from journal.practice import casework, evenings, members, reading
from journal.practice.notebook import Notebook
from screens.casework import routes as casework_routes
from screens.casework.offer_rows import OFFER_WORDS, offer_rows
from screens.frame.changes import changing, of
from screens.frame.command import Command
from screens.frame.events import Happened
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.questioning import routes as questioning_routes
from screens.widgets.one_line import LineByLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_BY = re.compile(r"^(\w)[ \u00a0\u202f]?[:/]\s+(?=\S)")  # "J: what if…" at the beginning of a line: who says it

_OF_A_LINE = {"correct": 2, "throw": 4, "earlier": 6, "later": 8}  # places in the footer of those on a line


class FeedbackScreen(Page):
    """One line, Enter, the next: what peers offer is caught while they speak."""

    name_in_table = "offers"
    follows_journal = True
    reading = False
    footer_lines = 3  # on the list it has the keys of a line beside those of the evening
    AUTO_FOCUS = "Input"

    def __init__(self, ref: int | None) -> None:
        super().__init__()
        self.ref = ref
        self._kind = OfferKind.ANGLE
        self._who = ""
        self._session: int | None = None
        self._marks: dict[str, str] = {}

    def page_title(self) -> str:
        """Return what this is."""
        return _("What others offer")

    def compose_room(self) -> ComposeResult:
        """Yield the line, then what was caught, then the whole of the line one is on."""
        with Vertical(classes="column split"):
            yield from self.compose_above()
            yield PlainText("", id="kind", classes="heading")
            yield LineByLine(compact=True, id="line")
            yield Rows(id="rows", apart=1)
            yield PlainText("", id="whole", classes="gap-above")

    def compose_above(self) -> ComposeResult:
        """Yield what stands above the line."""
        yield from ()

    @property
    def _case(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    @property
    def _offers(self) -> tuple[Offer, ...]:
        case = self._case
        return case.details_as(CaseDetails).offers if case is not None else ()

    def refresh_content(self) -> None:
        """Show what was caught, the newest session first."""
        notebook, case = self.journal.notebook, self._case
        told_in = casework.session_of(notebook, case) if case is not None else None
        self._session = told_in.ref if told_in is not None else None
        self._marks = members.marks(self.others())
        rows, shown = self.rows(), self.query_one(Rows)
        newest = next((row.id for row in rows if row.id), "")
        shown.show(rows, chosen=None if self.focused is shown else newest)
        self._tell_whole()
        self._tell_kind()
        self.refresh_header()

    def commands(self) -> list[Command]:
        """Return the keys that do something now: those of a line only on the list, who only where there are members."""
        on_line = self.on_a_line
        told = super().commands() if self._marks else [each for each in super().commands() if _name(each) != "who"]
        return [each._replace(footer=_OF_A_LINE.get(_name(each), each.footer)) if on_line else each for each in told]

    @property
    def on_a_line(self) -> bool:
        """Whether one is on a line that was caught."""
        return self.is_mounted and self._chosen_offer is not None

    def on_descendant_focus(self) -> None:
        """Tell the keys anew: on the list there are others."""
        self.refresh_header()
        self._tell_kind()

    def rows(self) -> list[Row]:
        """Return what was caught."""
        return offer_rows(self.journal.notebook, self._offers, self._marks)

    def others(self) -> tuple[Party, ...]:
        """Return the members of the group in which the case is told; nobody where there is none."""
        if self._session is None:
            return ()
        group = evenings.group_of(self.journal.notebook, reading.entry(self.journal.notebook, self._session))
        return group.details_as(EngagementDetails).others if group is not None else ()

    def _tell_kind(self) -> None:
        offer = self._chosen_offer
        kind, who = (self._kind, self._who) if offer is None else (offer.kind, offer.who)
        words = [_(OFFER_WORDS[kind])]
        if who:
            words.append(members.alias_of(self.journal.notebook, who))
        if self._marks and offer is not None:
            words.append(_("initial: {initials}").format(initials=" ".join(self._marks.values())))
        elif self._marks and not who:
            words.append(_("from whom? {key}, or “J: …”").format(key=self.key_of("offers.who")))
        self.query_one("#kind", PlainText).update(" · ".join(words))

    # --- while they speak

    def action_kind(self) -> None:
        """Go to the next kind; on a line that was caught, its own kind changes."""
        offer = self._chosen_offer
        if offer is not None:
            self._change(offer, offer.with_(kind=_next_kind(offer.kind)))
            return
        self._kind = _next_kind(self._kind)
        self._tell_kind()

    def action_who(self) -> None:
        """Go to the next member, after the last nobody in particular; on a line that was caught, its own changes."""
        names, offer = ["", *self._marks], self._chosen_offer
        who = self._who if offer is None else offer.who
        following = names[(names.index(who) + 1) % len(names)] if who in names else ""
        if offer is not None:
            self._change(offer, offer.with_(who=following))
            return
        self._who = following
        self._tell_kind()

    @on(Input.Submitted)
    def _caught(self, caught: Input.Submitted) -> None:
        self._keep(caught.value)

    def flush(self) -> None:
        """Keep the line that stands there, and be ready for the next."""
        place = self.query_one("#line", Input)
        line, place.value = place.value, ""
        self._keep(line)

    def _keep(self, line: str) -> None:
        who, text = self._said_by(line.strip())
        if text:
            self.host.save(self.keeping(text, self._kind, who), key=f"offer:{uuid4().hex}", text=text)

    def _said_by(self, line: str) -> tuple[str, str]:
        """Return who said a line and what: "J: …" names a member by the initial."""
        found = _BY.match(line)
        names = {mark: name for name, mark in self._marks.items()}
        if found and found.group(1).upper() in names:
            return names[found.group(1).upper()], line[found.end() :].strip()
        return self._who, line

    def keeping(self, text: str, kind: OfferKind, who: str) -> Job:
        """Return the job that keeps a line."""
        if self.ref is None:
            raise RuntimeError("no case is told here")
        return changing(of(self.ref, casework.offered), kind, text, self._session, who)

    # --- afterwards

    @property
    def _chosen_offer(self) -> Offer | None:
        """The line one is on in the list; None while one types."""
        rows = self.query_one(Rows)
        what, _colon, number = rows.chosen.partition(":")
        offers = self._offers
        on_list = self.focused is rows and what == "offer" and int(number) < len(offers)
        return offers[int(number)] if on_list else None

    def on_key(self, event: events.Key) -> None:
        """Let the initial of a member say whose line this is."""
        offer = self._chosen_offer
        if offer is None or event.character is None:
            return
        names = {mark: name for name, mark in self._marks.items()}
        who = names.get(event.character.upper())
        if who is not None:
            event.stop()
            self._change(offer, offer.with_(who="" if offer.who == who else who))

    def _change(self, was: Offer, becomes: Offer | None) -> None:
        if self.ref is not None:
            self.host.save(changing(of(self.ref, casework.change_offer), was, becomes))

    def action_throw(self) -> None:
        """Throw the line away that one is on."""
        offer = self._chosen_offer
        if offer is not None:
            self._change(offer, None)

    def action_move(self, by: int) -> None:
        """Move the line one is on among those of its session; the newest stands first."""
        offer, ref = self._chosen_offer, self.ref
        if offer is None or ref is None:
            return
        rows = self.query_one(Rows)
        at = int(rows.chosen.partition(":")[2])
        self.host.save(changing(of(ref, casework.move_offer), offer, -by)).add_done_callback(
            lambda _told: self._stand_on(at - by)
        )

    def _stand_on(self, number: int) -> None:
        if not self.host.is_leaving:
            self.refresh_content()
            rows = self.query_one(Rows)
            if any(row == f"offer:{number}" for row in self._ids):
                rows.show(self.rows(), chosen=f"offer:{number}")

    @property
    def _ids(self) -> list[str]:
        return [row.id for row in self.rows()]

    @on(OptionList.OptionSelected)
    def action_correct(self) -> None:
        """Open the line one is on."""
        offer = self._chosen_offer
        if offer is not None and self.ref is not None:
            self.app.push_screen(casework_routes.offer(self.ref, self._offers.index(offer)))
        elif offer is None:
            self.open_other(self.query_one(Rows).chosen)

    def open_other(self, row: str) -> None:
        """Open a row that is no offer."""

    @on(OptionList.OptionHighlighted)
    def _tell_whole(self) -> None:
        rows = self.query_one(Rows)
        row = next((each for each in self.rows() if each.id == rows.chosen), None)
        whole = self.query_one("#whole", PlainText)
        if self.focused is rows:
            self._tell_kind()
        hidden = row is not None and len(row.left) + len(str(row.right)) + 2 > rows.scrollable_content_region.width
        whole.display = hidden
        whole.update(row.left if row is not None and hidden else "")

    # --- going on

    def action_take_away(self) -> None:
        """Go on to what one leaves with."""
        self.flush()
        self.host.save(_nothing_more).add_done_callback(lambda _told: self._take_away())

    def _take_away(self) -> None:
        if self.ref is not None:
            self.app.push_screen(casework_routes.take_away(ref=self.ref))

    def action_team(self) -> None:
        """Take what was offered to one's team."""
        self.flush()
        if self.ref is not None:
            self.app.push_screen(questioning_routes.questioning(code="team", about=self.ref))

    def action_back(self) -> None:
        """Keep the line and go back."""
        self.flush()
        self.dismiss()


def _name(command: Command) -> str:
    return command.id.partition(".")[2]


def _next_kind(kind: OfferKind) -> OfferKind:
    kinds = list(OfferKind)
    return kinds[(kinds.index(kind) + 1) % len(kinds)]


def _nothing_more(_notebook: Notebook) -> Happened:
    return Happened()
