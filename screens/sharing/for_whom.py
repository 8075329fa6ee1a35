"""Widget that asks who will read: nobody stands chosen there but whom the page before leads to, and it says why."""

from textual.app import ComposeResult
from textual.containers import Vertical

from journal.language import N_, _
from journal.model.audience import Audience
from journal.model.engagement import Role
from journal.model.entry import Ref
from journal.model.recipient import Recipient
from journal.practice.leading_reader import LeadingReader, leading_reader, taking_part
from journal.practice.notebook import Notebook
from journal.quoting import bare
from journal.same_name import name_key
from journal.sharing.habits import proposed, went_to_nobody
from journal.sharing.repository import recipients
from screens.frame.key_names import key_name
from screens.vocabulary.audiences import audience_words, word
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_PURPOSES = {
    Audience.ME: N_("real names, everything you marked"),
    Audience.PRACTITIONER: N_("under aliases"),
    Audience.GROUP: N_("under aliases"),
    Audience.SPONSOR: N_("validated progress statements only"),
}


class _Answers(Rows):
    """The answers; Enter says so where none is chosen."""

    def action_select(self) -> None:
        """Take the answer one is at."""
        if self.chosen:
            super().action_select()
        else:
            self.query_ancestor(ForWhom).tell(_("Say first who will read it."))


class ForWhom(Vertical):
    """Who can read, what reaches each of them, who is proposed and why."""

    def compose(self) -> ComposeResult:
        """Yield the question, its answers, why one of them is proposed, and what was refused."""
        yield PlainText(_("Who will read this?"), classes="lead")
        yield _Answers(id="audiences")
        yield PlainText("", id="why", classes="gap-above quiet")
        yield PlainText("", id="refused", classes="gap-above caution")

    @property
    def chosen(self) -> Audience | None:
        """The reader one is at; None before one chose."""
        chosen = self.query_one("#audiences", Rows).chosen
        return Audience(chosen) if chosen else None

    def ask(self, leading: LeadingReader | None, before: Audience | None) -> None:
        """Ask; one is at whom it leads to, or at whom was refused just `before`."""
        at = before or (leading.audience if leading else None)
        named = {leading.audience: leading.name} if leading else {}
        # Words alone: the sign of who writes is a full circle, which in a list to choose from reads as chosen.
        told = {each: " · ".join(filter(None, [word(each), named.get(each, "")])) for each in Audience}
        rows = [Row(each.value, told[each], _(_PURPOSES[each])) for each in Audience]
        self.query_one("#audiences", Rows).show(rows, chosen=at.value if at else "")
        self.query_one("#audiences", Rows).focus()
        self.query_one("#why", PlainText).update(_why(leading))

    def tell(self, refused: str) -> None:
        """Say why it does not go on."""
        self.query_one("#refused", PlainText).update(refused)

    def show(self, *, choosing: bool) -> None:
        """Show the question while one chooses; what was refused stands there all the same."""
        for each in ("#audiences", ".lead", "#why"):
            self.query_one(each).display = choosing


def _why(leading: LeadingReader | None) -> str:
    if leading is None:
        return _("Nobody is chosen beforehand: ↑ ↓, then {enter}.").format(enter=key_name("enter"))
    return _("Proposed: {reader}. This is for session {number}; ↑ ↓ choose someone else.").format(
        reader=audience_words(leading.audience, leading.name), number=leading.number
    )


def readers_offered(notebook: Notebook, refs: tuple[Ref, ...], audience: Audience) -> tuple[Recipient, ...]:
    """Return to whom something can go by name: those kept for an audience, then parties of that role."""
    kept = [each for each in recipients(notebook) if each.audience is audience]
    known = {name_key(each.name) for each in kept}
    names = [_led(notebook, refs, audience), *_in_the_frame(notebook, audience)]
    new = {name_key(name): name for name in names if name and name_key(name) not in known}
    return (*kept, *(Recipient(name=name, audience=audience) for name in new.values()))


def _in_the_frame(notebook: Notebook, audience: Audience) -> dict[str, str]:
    """Return who accompanies, or who is the sponsor, with the title of an engagement of theirs."""
    role = {Audience.PRACTITIONER: Role.PRACTITIONER, Audience.SPONSOR: Role.SPONSOR}.get(audience)
    return taking_part(notebook, role) if role else {}


def proposed_recipient(notebook: Notebook, refs: tuple[Ref, ...], audience: Audience) -> Recipient | None:
    """Return to whom it is proposed to send: whom it leads to, the only one kept, or the only party of that role."""
    led = _led(notebook, refs, audience)
    kept = proposed(notebook, audience, led)
    alone = [*_in_the_frame(notebook, audience)]
    left_out = kept is None and (len(alone) != 1 or went_to_nobody(notebook, audience))
    name = led or ("" if left_out else kept.name if kept else alone[0])
    offered = readers_offered(notebook, refs, audience)
    return next((each for each in offered if name and name_key(each.name) == name_key(name)), None)


def proposed_words(notebook: Notebook, refs: tuple[Ref, ...], audience: Audience) -> str:
    """Return above the names who is proposed and why; when nobody is, what the names are for."""
    leading, recipient = leading_reader(notebook, refs), proposed_recipient(notebook, refs, audience)
    if recipient is None:
        return _("To")
    if leading is not None and name_key(recipient.name) == name_key(_led(notebook, refs, audience)):
        return _("To · proposed for session {number}: {name}").format(number=leading.number, name=recipient.name)
    titles = {name_key(name): title for name, title in _in_the_frame(notebook, audience).items()}
    if title := titles.get(name_key(recipient.name)):
        return _("To · proposed for “{title}”: {name}").format(name=recipient.name, title=bare(title))
    return _("To · proposed, the only name kept: {name}").format(name=recipient.name)


def _led(notebook: Notebook, refs: tuple[Ref, ...], audience: Audience) -> str:
    leading = leading_reader(notebook, refs)
    return leading.name if leading is not None and leading.audience is audience else ""
