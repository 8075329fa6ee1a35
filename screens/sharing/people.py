"""People and the alias they carry outside; and the words to look out for before anything leaves."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.hygiene import one_line, plain_name
from journal.language import _
from journal.model.person import Gender, Person
from journal.practice import known_people
from journal.practice.notebook import Notebook
from journal.sharing import naming
from journal.sharing import repository as keeping
from screens.frame.changes import changing
from screens.frame.command import OPENS
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.form_page import FormPage
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_LONGEST = 200  # characters, as a name may have


class PeopleScreen(Page):
    """Everybody who appears in the journal."""

    name_in_table = "people"
    on_a_row = OPENS
    follows_journal = True
    AUTO_FOCUS = "Rows"
    _known: tuple[Person, ...] = ()

    def page_title(self) -> str:
        """Return what this is."""
        return _("People and aliases")

    def compose_page(self) -> ComposeResult:
        """Yield the names and what they become."""
        yield PlainText(_("Real names in your journal; the same alias wherever you share."), classes="quiet")
        yield Rows(classes="gap-above", apart=1)

    def refresh_content(self) -> None:
        """Show names and aliases."""
        self._known = tuple(known_people.people(self.journal.notebook))
        self.query_one(Rows).show(
            [
                Row(str(number), " · ".join((each.name, *each.forms)), each.alias)
                for number, each in enumerate(self._known)
            ]
        )

    def action_add(self) -> None:
        """Add somebody."""
        self.app.push_screen(PersonScreen())

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Change somebody."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.app.push_screen(PersonScreen(self._known[int(chosen)]))

    def action_forget(self) -> None:
        """Forget that a name is somebody’s; the entries stay as they are."""
        chosen = self.query_one(Rows).chosen
        number = self._known[int(chosen)].id if chosen else None
        if number is None:
            return

        question = _("Forget {name}? From then on the name leaves as it is written.").format(
            name=self._known[int(chosen)].name
        )

        def answered(yes: bool | None) -> None:  # noqa: FBT001 -- Textual calls it so
            if yes:
                self.host.save(changing(known_people.forget_person, number))

        self.app.push_screen(ConfirmDialog(question, _("forget")), answered)


class PersonScreen(FormPage):
    """One person: name, alias, and the other forms in which the name is written."""

    name_in_table = "person"

    def __init__(self, person: Person | None = None) -> None:
        super().__init__()
        self._was = person

    def identity(self) -> tuple[object, ...]:
        """Return which person."""
        return (self._was.id if self._was else None,)

    def belongs_to(self) -> None:
        """Return no entry: a person has a number of their own."""

    def page_title(self) -> str:
        """Return what this is."""
        return _("Person")

    def fields(self) -> list[Field]:
        """Return name, alias and forms."""
        forms = _("Other forms, one per line: initials, a nickname. First name and surname are known already.")
        return [
            Field("name", _("Name, as you write it"), many=False, holds=Holds.WHOLE),
            Field("alias", _("Alias outside"), hint=_example(self.journal.notebook), many=False, holds=Holds.VALUE),
            Field("gender", _("Alias, in a French sentence"), options=_genders(), many=False),
            Field("forms", forms, holds=Holds.LINES),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the person as they are known."""
        person = self._was
        if person is None:
            return {"name": "", "alias": "", "gender": "", "forms": ""}
        forms = "\n".join(person.forms)
        return {"name": person.name, "alias": person.alias, "gender": person.gender.value, "forms": forms}

    def compose_page(self) -> ComposeResult:
        """Yield the fields and what is missing."""
        yield from self.compose_fields()
        yield PlainText("", id="told", classes="gap-above caution")

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the person."""
        self._person(values)  # one that is none is told at once
        return changing(self._write, values)

    def _write(self, notebook: Notebook, values: dict[str, str]) -> None:
        """Keep them in place of who they were before, also by the save before."""
        self._was = naming.keep_person(notebook, self._person(values))

    def _person(self, values: dict[str, str]) -> Person:
        return Person(
            name=plain_name(values["name"])[:_LONGEST],
            alias=plain_name(values["alias"])[:_LONGEST],
            forms=tuple(name[:_LONGEST] for line in values["forms"].splitlines() if (name := plain_name(line))),
            gender=Gender(values["gender"]),
            id=self._was.id if self._was else None,
        )

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say what is missing, and which alias cannot stand for the name."""
        if not plain_name(values["name"]):
            return {"name": _("A name is needed.")}
        if not plain_name(values["alias"]):
            return {"alias": _("An alias is needed: it stands for the name.")}
        refusal = naming.refusal(self.journal.notebook, self._person(values)) if self.changed else None
        return {"alias": refusal.message()} if refusal else {}

    def keep_now(self) -> None:
        """Keep when name and alias are there, and say under the fields what is missing when not."""
        super().keep_now()
        self.query_one("#told", PlainText).update(self.reason)

    def action_back(self) -> None:
        """Keep and go back; an empty page leaves nothing behind."""
        if any(text.strip() for text in self.values().values()):
            super().action_back()
        else:
            self.dismiss()


def _genders() -> tuple[tuple[str, str], ...]:
    words = {Gender.UNKNOWN: _("neither said"), Gender.FEMININE: _("feminine"), Gender.MASCULINE: _("masculine")}
    return tuple((gender.value, told) for gender, told in words.items())


def _example(notebook: Notebook) -> str:
    return _("For example: {aliases}").format(aliases=", ".join(naming.proposals(notebook)))


class WordsScreen(FormPage):
    """Companies, projects, places: pointed out whenever they would leave."""

    name_in_table = "words"

    def page_title(self) -> str:
        """Return what this is."""
        return _("Words to look out for")

    def fields(self) -> list[Field]:
        """Return the words, one a line."""
        return [
            Field(
                "words",
                _("Company, projects, sites: one per line. They are pointed out before anything leaves."),
                holds=Holds.LINES,
            )
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the words as they are kept."""
        return {"words": "\n".join(keeping.listed_words(self.journal.notebook))}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the words."""
        words = tuple(one_line(line) for line in values["words"].splitlines())

        return changing(keeping.list_words, words)
