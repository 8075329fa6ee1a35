"""A shared objective: its signs, one's own ratings over time, and the entries that bear witness."""

from textual.app import ComposeResult

from journal.dates.wording import day_and_month
from journal.errors import CannotBeRead
from journal.language import _
from journal.model.entry import Entry, Ref
from journal.model.objective import ObjectiveDetails, Rating
from journal.practice import framing, reading
from journal.practice.notebook import Notebook
from screens.engagement.framing import lines_of
from screens.frame.changes import changing, saving
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.planning import routes as planning_routes
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.scale import Scale

_BARS = "▁▁▂▂▃▄▄▅▆▇█"  # one per level from 0 to 10
_COLUMN = 3
_COLUMNS = 12  # ratings shown; earlier ones stay kept


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
        return {} if values["title"].strip() else {"title": _("The objective is not named yet.")}

    def emptied(self) -> Ref | None:
        """Return the objective once neither its name nor a sign of it is left."""
        return None if any(text.strip() for text in self.values().values()) else self.ref

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the objective."""
        if self.ref is None and (self._of is None or not values["title"].strip()):
            raise CannotBeRead
        return saving(self._write, values["title"], lines_of(values["signs"]))

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
