"""Choosing a protocol for a situation: three proposals, each with its reason; all others one key away."""

from dataclasses import replace
from string import ascii_lowercase
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _, ngettext
from journal.model.protocol import Protocol
from journal.practice import choosing, questioning, reading
from journal.practice.protocols_at_hand import FaultyFile, at_hand
from screens.frame.commands import Command
from screens.frame.quiet_page import QuietPage
from screens.frame.routes import OVER, make
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_OPEN = "open:"
_LETTERS = ascii_lowercase.replace("o", "")  # o shows all of them


class ChooseProtocolScreen(QuietPage):
    """Nothing is imposed: a digit takes a proposal, `o` shows all, a letter takes one of them."""

    name_in_table = "choose_protocol"
    reading: ClassVar[bool] = False
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self._all = False
        self._keys: dict[str, str] = {}

    def page_title(self) -> str:
        """Return what this is."""
        return _("Question this")

    def status(self) -> str:
        """Return the situation."""
        return f"{self.ref} · {reading.entry(self.host.notebook, self.ref).title}"

    def compose_page(self) -> ComposeResult:
        """Yield one sentence, then the rows."""
        yield PlainText("", id="lead", classes="quiet")
        yield Rows()
        yield PlainText("", id="purpose", classes="quiet gap-above")
        yield PlainText("", id="left-aside", classes="quiet")

    def commands(self) -> list[Command]:
        """Return the keys; what shows all others leads back to the three once it was pressed."""
        three = _("the three proposed")
        return [replace(one, title=three) if one.action == "all" and self._all else one for one in super().commands()]

    def refresh_content(self) -> None:
        """Show the proposals, or all protocols."""
        library = at_hand()
        self.query_one("#lead", PlainText).update(
            _("Every way of questioning:") if self._all else _("Three ways in, for you to choose:")
        )
        rows = self._every_row(library.protocols) if self._all else [*self._left_rows(), *self._proposed_rows()]
        self.query_one(Rows).show(rows)
        self.query_one("#left-aside", PlainText).update(_left_aside(library.left_aside) if self._all else "")

    def _proposed_rows(self) -> list[Row]:
        rows = []
        for number, proposal in enumerate(choosing.proposals(self.host.notebook, self.ref, at_hand()), start=1):
            self._keys[str(number)] = proposal.protocol.code
            words = f"{number}  {proposal.protocol.title.here}"
            rows += [Row(proposal.protocol.code, words, _minutes(proposal.protocol)), Row("", f"   {proposal.reason}")]
        return rows

    def _left_rows(self) -> list[Row]:
        """Return the runs on this situation that were left for later."""
        left = [one for one in questioning.open_reflections(self.host.notebook) if one.about == self.ref]
        if left:
            self._keys["0"] = _OPEN + left[0].key
        return [Row(_OPEN + one.key, _("0  go on: {title}").format(title=one.title)) for one in left[:1]]

    def _every_row(self, protocols: tuple[Protocol, ...]) -> list[Row]:
        rows = []
        for letter, protocol in zip(_LETTERS + " " * len(protocols), protocols, strict=False):
            if letter != " ":
                self._keys[letter] = protocol.code
            rows.append(Row(protocol.code, f"{letter}  {protocol.title.here}", _minutes(protocol)))
        return rows

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        chosen = self.query_one(Rows).chosen
        found = [protocol for protocol in at_hand().protocols if protocol.code == chosen]
        self.query_one("#purpose", PlainText).update(found[0].purpose.here if found else "")

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self._begin(self.query_one(Rows).chosen)

    def on_key(self, event: events.Key) -> None:
        """Take the key that stands before a row."""
        if event.character is not None and event.character in self._keys:
            event.stop()
            self._begin(self._keys[event.character])

    def _begin(self, which: str) -> None:
        if which.startswith(_OPEN):
            self.app.switch_screen(make(OVER["questioning"], draft=which.removeprefix(_OPEN)))
        elif which:
            self.app.switch_screen(make(OVER["questioning"], code=which, about=self.ref))

    def action_all(self) -> None:
        """Show every protocol, or the three proposals again."""
        self._all = not self._all
        self._keys.clear()
        self.refresh_content()
        self.refresh_header()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _minutes(protocol: Protocol) -> str:
    return ngettext("{count} minute", "{count} minutes", protocol.minutes).format(count=protocol.minutes)


def _left_aside(files: tuple[FaultyFile, ...]) -> str:
    """Return which of one's own files cannot be asked, each with its first fault; "" when all can."""
    told = [_("{file}: {fault}").format(file=each.path.name, fault=each.faults[0].sentence()) for each in files]
    return "\n".join([_("Left aside, because they cannot be asked:"), *told]) if told else ""
