"""A party of an engagement or a member of a group: who they are, and what they expect."""

from datetime import datetime

from textual.app import ComposeResult

from journal.dates.parsing import parse_past
from journal.dates.wording import dated
from journal.errors import CannotBeRead
from journal.language import N_, _
from journal.model.engagement import EngagementDetails, Form, Party, Role
from journal.model.entry import Entry
from journal.practice import frame_parts, members, reading
from journal.practice.notebook import Notebook
from journal.practice.pages import role_word
from screens.frame.changes import changing, of
from screens.frame.form_page import FormPage
from screens.frame.form_values import no_day
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText

# Who is meant by a role: the words alone do not say where HR belongs, nor that the manager is the one who writes.
_WHO = {
    Role.MANAGER: N_("you, who write here"),
    Role.SPONSOR: N_("who asked for it, often your boss or HR"),
    Role.PRACTITIONER: N_("the professional who coaches you in the sessions"),
    Role.PEER: N_("a colleague of your level, who takes part as you do"),
    Role.FACILITATOR: N_("who runs the sessions of the group"),
}
_OF_A_MEMBER = ("service", "company", "reports_to", "call_for", "stays")


class PartyScreen(FormPage):
    """Who takes part, and what they expect."""

    keeps_while_typing = False  # half a name would be one of the people

    def __init__(self, engagement: int, number: int | None = None, at: str = "", role: str = "") -> None:
        super().__init__()
        self._of = engagement
        self._number = number
        self.begins_at = at
        self._role = role

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
            job = _("Their job title: the report to the sponsor says it beside their name")
            what = Field("service", job, _("HR, line manager"), many=False)
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
            return {"name": "", "role": self._role or (Role.PEER.value if self._is_group else ""), "expectations": ""}
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
        self.query_one("#outside", PlainText).update(self._outside(alias) if alias else "")

    def _outside(self, alias: str) -> str:
        """Return where the alias stands, and where the name does: a sponsor knows who takes part."""
        told = _("In texts that leave, “{alias}” stands for the name.").format(alias=alias)
        if self._number is None or self._frame.parties[self._number].role is Role.PEER:
            return told
        return told + "\n" + _("The sponsor’s report and the page for three tell the name among those who take part.")

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

    def action_back(self) -> None:
        """Keep the party and go back; say so where one without a name is taken out."""
        super().action_back()
        if self._number is not None and not self.values()["name"].strip():
            self.host.said = _("without a name: taken out")

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the party; a known one without a name is taken out."""
        if self._number is None and not (values["name"].strip() and values["role"]):
            raise CannotBeRead
        return changing(of(self._of, self._write), values, self.host.environment.clock())

    def _write(self, notebook: Notebook, engagement: Entry, values: dict[str, str], now: datetime) -> None:
        """Keep the party in its place, or at the end from now on."""
        number, row = self._number, engagement.details_as(EngagementDetails).parties
        if not values["name"].strip():
            if number is not None:
                frame_parts.take_party_out(notebook, engagement, number)
            self._number = None
            return
        known = Party(role=Role.PEER, name=values["name"]) if number is None else row[number]
        frame_parts.keep_party(notebook, engagement, number, _party(known, values, now))
        self._number = len(row) if number is None else number


def _roles(*roles: Role) -> Field:
    told = ((role.value, _("{role}: {who}").format(role=role_word(role), who=_(_WHO[role]))) for role in roles)
    return Field("role", _("Role"), many=False, options=tuple(told))


def _party(known: Party, values: dict[str, str], now: datetime) -> Party:
    """Return a party with what was typed; what a page does not ask for stays."""
    typed: dict[str, object] = {
        name: values[name] for name in ("service", "company", "reports_to", "call_for", "stays") if name in values
    }
    if "left_on" in values:
        typed["left_on"] = parse_past(values["left_on"], now).date() if values["left_on"].strip() else None
    role, expectations = Role(values["role"]), lines_of(values["expectations"])
    return known.with_(name=values["name"], role=role, expectations=expectations, **typed)


def no_past_day(text: str, now: datetime) -> str:
    """Return what is said of a text that is no day gone by, "" of one that is."""
    return no_day(text, now, lambda typed, at: parse_past(typed, at).date())


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a field, without the signs before them."""
    return tuple(line.strip(" -•·\t") for line in text.splitlines() if line.strip(" -•·\t"))
