"""The parts of a frame: a party or member, an objective. Each is a page of fields of its own."""

from datetime import datetime

from textual.app import ComposeResult

from journal.dates.parsing import parse_past
from journal.dates.wording import dated, day_and_month
from journal.errors import CannotBeRead
from journal.language import _
from journal.model.engagement import EngagementDetails, Form, Party, Role
from journal.model.entry import Entry
from journal.model.objective import ObjectiveDetails, Rating
from journal.practice import framing, members, reading
from journal.practice.notebook import Notebook
from journal.practice.pages import role_word
from screens.frame.changes import changing, of, saving
from screens.frame.form_page import FormPage
from screens.frame.form_values import no_day
from screens.frame.save_queue import Job
from screens.planning import routes as planning_routes
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.scale import Scale

_OF_A_MEMBER = ("service", "company", "reports_to", "call_for", "stays")
_BARS = "▁▁▂▂▃▄▄▅▆▇█"  # one per level from 0 to 10
_COLUMN = 3
_COLUMNS = 12  # ratings shown; earlier ones stay kept


class PartyScreen(FormPage):
    """Who takes part, and what they expect."""

    keeps_while_typing = False  # half a name would be one of the people

    def __init__(self, engagement: int, number: int | None = None, at: str = "") -> None:
        super().__init__()
        self._of = engagement
        self._number = number
        self.begins_at = at

    @property
    def _frame(self) -> EngagementDetails:
        return reading.entry(self.journal.notebook, self._of).details_as(EngagementDetails)

    def identity(self) -> tuple[object, ...]:
        """Return which party of which engagement."""
        return (self._of, self._number)

    @property
    def _is_group(self) -> bool:
        return self._frame.form is Form.GROUP

    def page_title(self) -> str:
        """Return what this is."""
        return _("Member") if self._is_group else _("Party")

    def fields(self) -> list[Field]:
        """Return role, name and expectations; of a member of a group where they work, and when they left."""
        name = Field("name", _("Name"), many=False, holds=Holds.WHOLE)
        expectations = Field("expectations", _("What they expect, one line each"), holds=Holds.LINES)
        if not self._is_group:
            roles = _roles(Role.MANAGER, Role.SPONSOR, Role.PRACTITIONER, Role.PEER)
            what = Field(
                "service", _("What they are, as the sponsor’s report says it"), _("HR, line manager"), many=False
            )
            return [name, roles, what, expectations]
        return [
            name,
            _roles(Role.MANAGER, Role.PEER, Role.FACILITATOR),
            Field("service", _("Service"), many=False),
            Field("company", _("Company"), many=False),
            Field("reports_to", _("Reports to"), _("a name, if it matters here"), many=False, holds=Holds.WHOLE),
            Field("call_for", _("What I can call them for"), many=False),
            expectations,
            Field("left_on", _("Left the group on"), _("a date, or leave blank"), many=False, day=True),
            Field("stays", _("If they leave: what becomes of what was said, and of what each wrote?")),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the party as it is known."""
        if self._number is None:
            return {"name": "", "role": Role.PEER.value if self._is_group else "", "expectations": ""}
        party = self._frame.parties[self._number]
        return {
            "name": party.name,
            "role": party.role.value,
            "expectations": "\n".join(party.expectations),
            **{name: getattr(party, name) for name in _OF_A_MEMBER},
            "left_on": dated(party.left_on) if party.left_on else "",
        }

    def compose_page(self) -> ComposeResult:
        """Yield the fields, and what the party is called outside."""
        yield from self.compose_fields()
        yield PlainText("", id="outside", classes="quiet gap-above")

    def refresh_content(self) -> None:
        """Tell the alias: where it tells the role it follows it."""
        named = self._frame.parties[self._number].name if self._number is not None else ""
        alias = members.alias_of(self.journal.notebook, named) if named else ""
        told = _("Leaves under the alias “{alias}”.").format(alias=alias) if alias else ""
        self.query_one("#outside", PlainText).update(told)

    def on_journal_changed(self) -> None:
        """Tell the alias anew."""
        self.mark_stale()

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that nobody is there yet without a name."""
        nobody = self._number is None and not values["name"].strip()
        day = values.get("left_on", "")
        unknown = no_past_day(day, self.host.environment.clock()) if day.strip() else ""
        told = {"name": _("A name is needed.")} if nobody else {}
        told |= {} if values["role"] else {"role": _("Choose their role.")}
        return told | ({"left_on": unknown} if unknown else {})

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the party; a known one without a name is taken out."""
        if self._number is None and not (values["name"].strip() and values["role"]):
            raise CannotBeRead
        return changing(of(self._of, self._write), values, self.host.environment.clock())

    def _write(self, notebook: Notebook, engagement: Entry, values: dict[str, str], now: datetime) -> None:
        """Keep the party in its place, or at the end from now on."""
        number = self._number
        parties = list(engagement.details_as(EngagementDetails).parties)
        known = Party(role=Role.PEER, name=values["name"]) if number is None else parties[number]
        changed = [_party(known, values, now)] if values["name"].strip() else []
        place = len(parties) if number is None else number
        parties[place : place + 1] = changed
        framing.change_frame(notebook, engagement, parties=tuple(parties))
        self._number = place if changed else None


class ObjectiveScreen(FormPage):
    """A shared objective: signs of progress, own ratings over time, and the entries that bear witness."""

    name_in_table = "objective"

    def __init__(self, engagement: int | None = None, ref: int | None = None) -> None:
        super().__init__()
        self._of = engagement
        self.ref = ref

    @property
    def _objective(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    def identity(self) -> tuple[object, ...]:
        """Return which objective, or of which engagement it will be."""
        return (self.ref,) if self.ref is not None else ("new", self._of)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Shared objective")

    def fields(self) -> list[Field]:
        """Return the objective and its signs."""
        return [
            Field("title", _("The objective"), many=False),
            Field("signs", _("The signs by which progress will be seen, one per line"), holds=Holds.LINES),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the objective as it is kept."""
        objective = self._objective
        if objective is None:
            return {"title": "", "signs": ""}
        return {"title": objective.title, "signs": "\n".join(objective.details_as(ObjectiveDetails).signs)}

    def compose_below(self) -> ComposeResult:
        """Yield the scale, the course so far, the evidence."""
        yield PlainText(_("Where you see yourself today, 0 to 10, if you wish"), classes="heading")
        yield Scale()
        yield PlainText("", id="course", classes="gap-above")
        yield PlainText(_("Evidence"), classes="heading")
        yield Rows(id="rows", apart=1)
        yield PlainText(
            _("Nothing yet. Open an entry and press {key} to link it to this objective.").format(
                key=self.key_of("entry.objective")
            ),
            id="empty",
            classes="quiet",
        )

    def refresh_content(self) -> None:
        """Show ratings and evidence."""
        objective = self._objective
        ratings = objective.details_as(ObjectiveDetails).ratings if objective else ()
        self.query_one("#course", PlainText).update(_course(ratings))
        lines = framing.evidence(self.journal.notebook, objective.ref) if objective else []
        self.query_one(Rows).show(
            [
                Row(str(each.ref), f"{each.ref:>4}  {each.title}", day_and_month(each.happened_at.date()))
                for each in lines
            ]
        )
        self.query_one(Rows).display = bool(lines)
        self.query_one("#empty").display = not lines

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that signs need an objective."""
        signs_alone = self.ref is None and not values["title"].strip()
        return {"title": _("The objective is not named yet.")} if signs_alone else {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the objective."""
        if self.ref is None and (self._of is None or not values["title"].strip()):
            raise CannotBeRead
        return saving(self._write, values["title"], _lines(values["signs"]))

    def _write(self, notebook: Notebook, title: str, signs: tuple[str, ...]) -> Entry | None:
        """Keep it in the journal, where it may be since the save before."""
        if self.ref is not None:
            return framing.change_objective(notebook, reading.entry(notebook, self.ref), title, signs)
        if self._of is None:
            return None
        kept = framing.agree_objective(notebook, self._of, title, signs)
        self.ref = kept.ref
        return kept

    def on_scale_confirmed(self, confirmed: Scale.Confirmed) -> None:
        """Keep today's rating."""
        value = confirmed.scale.value
        if value is not None:
            self.action_keep()
            self.host.save(changing(self._rate, value))

    def _rate(self, notebook: Notebook, value: int) -> None:
        if self.ref is not None:
            framing.rate(notebook, reading.entry(notebook, self.ref), value)

    def on_journal_changed(self) -> None:
        """Show the new rating."""
        self.mark_stale()

    def action_plan(self) -> None:
        """Draw up a plan towards it, once it is kept."""
        self.action_keep()
        self.after_saved(self._open_plan)

    def _open_plan(self) -> None:
        if self.ref is not None:
            self.app.push_screen(planning_routes.plan(about=self.ref))

    def on_option_list_option_selected(self) -> None:
        """Open what bears witness."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.host.navigation.open_entry(int(chosen))


def _roles(*roles: Role) -> Field:
    return Field("role", _("Role"), many=False, options=tuple((role.value, role_word(role)) for role in roles))


def _party(known: Party, values: dict[str, str], now: datetime) -> Party:
    """Return a party with what was typed; what a page does not ask for stays."""
    typed: dict[str, object] = {
        name: values[name] for name in ("service", "company", "reports_to", "call_for", "stays") if name in values
    }
    if "left_on" in values:
        typed["left_on"] = parse_past(values["left_on"], now).date() if values["left_on"].strip() else None
    role, expectations = Role(values["role"]), _lines(values["expectations"])
    return known.with_(name=values["name"], role=role, expectations=expectations, **typed)


def no_past_day(text: str, now: datetime) -> str:
    """Return what is said of a text that is no day gone by, "" of one that is."""
    return no_day(text, now, lambda typed, at: parse_past(typed, at).date())


def _course(ratings: tuple[Rating, ...]) -> str:
    """Return one's own ratings as a plain curve: a bar and a number each, the first and the last day below."""
    shown = ratings[-_COLUMNS:]
    if not shown:
        return ""
    bars = "".join(f"{_BARS[each.value]:>{_COLUMN}}" for each in shown)
    values = "".join(f"{each.value:>{_COLUMN}}" for each in shown)
    first, last = day_and_month(shown[0].on), day_and_month(shown[-1].on)
    days = first if len(shown) == 1 else _("{first} to {last}").format(first=first, last=last)
    return f"{bars}\n{values}   {days}"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -•·\t") for line in text.splitlines() if line.strip(" -•·\t"))
