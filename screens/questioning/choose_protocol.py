"""Page to choose a protocol: three proposals, each with its reason; then headings, or a word to search."""

from string import ascii_lowercase
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from journal.language import _, current, in_words, ngettext
from journal.model.protocol import Protocol, Theme
from journal.practice import choosing, left_runs, reading
from journal.practice.protocols_at_hand import FaultyFile, at_hand
from screens.frame.command import CHOOSES, Command
from screens.frame.quiet_page import QuietPage
from screens.questioning import routes as questioning_routes
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_OPEN = "open:"
_THEME = "theme:"
_OFFERS = "offers"
_THEMES = "themes"
_FOUND = "found"
_LETTERS = ascii_lowercase.replace("o", "")  # o shows the headings


class ChooseProtocolScreen(QuietPage):
    """Nothing is imposed: a digit takes a proposal, `o` shows the headings, a letter opens one or takes a protocol."""

    name_in_table = "choose_protocol"
    on_a_row = CHOOSES
    reading: ClassVar[bool] = False
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self._view = _OFFERS  # what is shown: the offers, the headings, what was found, or one heading
        self._keys: dict[str, str] = {}
        self._wanted = ""  # the word that was last heard of

    def page_title(self) -> str:
        """Return what this is."""
        return _("Question this")

    def status(self) -> str:
        """Return the situation."""
        return f"{self.ref} · {reading.entry(self.journal.notebook, self.ref).title}"

    def compose_page(self) -> ComposeResult:
        """Yield one sentence, room for a word to search, then the rows."""
        yield PlainText("", id="lead", classes="quiet")
        yield OneLine(id="wanted", placeholder=_("a word: delegate, energy, decision…"), compact=True)
        yield Rows()
        yield PlainText("", id="purpose", classes="quiet gap-above")
        yield PlainText("", id="left-aside", classes="quiet")

    def commands(self) -> list[Command]:
        """Return the keys; the headings' own is not told where they stand."""
        return [one for one in super().commands() if one.action != "all" or self._view != _THEMES]

    def refresh_content(self) -> None:
        """Show the offers, the headings, or what stands under one."""
        self._keys.clear()
        library = at_hand()
        self.query_one("#wanted", Input).display = self._view == _FOUND
        lead, rows = self._shown()
        self.query_one("#lead", PlainText).update(lead)
        self.query_one(Rows).show(rows)
        self.query_one("#left-aside", PlainText).update(
            _left_aside(library.left_aside) if self._view == _THEMES else ""
        )

    def _shown(self) -> tuple[str, list[Row]]:
        if self._view == _OFFERS:
            return _("Three ways in: choose one."), [*self._left_rows(), *self._proposed_rows()]
        if self._view == _THEMES:
            return _("All the ways of questioning, by what they are for:"), self._theme_rows()
        if self._view == _FOUND:
            found = choosing.matching(at_hand(), self._wanted)
            return _("Search among all of them:"), self._rows_of(found, lettered=False)
        theme = Theme(self._view) if self._view else None
        return _(choosing.THEME_WORDS[theme]), self._rows_of(choosing.by_theme(at_hand())[theme])

    def _proposed_rows(self) -> list[Row]:
        rows = []
        for number, proposal in enumerate(choosing.proposals(self.journal.notebook, self.ref, at_hand()), start=1):
            self._keys[str(number)] = proposal.protocol.code
            words = f"{number}  {proposal.protocol.title.here}"
            rows += [Row(proposal.protocol.code, words, _minutes(proposal.protocol)), Row("", f"   {proposal.reason}")]
        return rows

    def _left_rows(self) -> list[Row]:
        """Return the runs on this situation that were left for later."""
        left = [one for one in left_runs.open_reflections(self.journal.notebook) if one.about == self.ref]
        if left:
            self._keys["0"] = _OPEN + left[0].key
        return [Row(_OPEN + one.key, _("0  go on: {title}").format(title=one.title)) for one in left[:1]]

    def _theme_rows(self) -> list[Row]:
        rows = []
        for letter, (theme, protocols) in zip(_LETTERS, choosing.by_theme(at_hand()).items(), strict=False):
            which = _THEME + (theme.value if theme else "")
            self._keys[letter] = which
            rows += [
                Row(which, f"{letter}  {_(choosing.THEME_WORDS[theme])}"),
                Row("", f"   {' · '.join(protocol.title.here for protocol in protocols)}"),
            ]
        return rows

    def _rows_of(self, protocols: tuple[Protocol, ...], *, lettered: bool = True) -> list[Row]:
        rows = []
        letters = _LETTERS if lettered else ""
        for number, protocol in enumerate(protocols):
            letter = letters[number] if number < len(letters) else " "
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

    @on(Input.Changed)
    def _search_again(self, changed: Input.Changed) -> None:
        self._wanted = changed.value
        if self._view == _FOUND:
            self.refresh_content()

    @on(Input.Submitted)
    def _take_found(self, given: Input.Submitted) -> None:
        found = [protocol.code for protocol in choosing.matching(at_hand(), given.value)]
        chosen = self.query_one(Rows).chosen
        self._begin(chosen if chosen in found else next(iter(found), ""))

    def on_key(self, event: events.Key) -> None:
        """Take the key that stands before a row."""
        if self._view != _FOUND and event.character is not None and event.character in self._keys:
            event.stop()
            self._begin(self._keys[event.character])

    def _begin(self, which: str) -> None:
        if which.startswith(_THEME):
            self._show(which.removeprefix(_THEME))
        elif which.startswith(_OPEN):
            self.app.switch_screen(questioning_routes.questioning(draft=which.removeprefix(_OPEN)))
        elif which:
            about = None if choosing.looks_at_no_scene(which) else self.ref
            self.app.switch_screen(questioning_routes.questioning(code=which, about=about))

    def _show(self, view: str) -> None:
        self._view = view
        self.refresh_content()
        self.refresh_header()
        (self.query_one("#wanted", Input) if view == _FOUND else self.query_one(Rows)).focus()

    def action_all(self) -> None:
        """Show the headings."""
        self._show(_THEMES)

    def action_search(self) -> None:
        """Search among all protocols."""
        self._show(_FOUND)

    def action_back(self) -> None:
        """Go back: from one heading to all of them, from these to the offers, from the offers to where one was."""
        if self._view == _OFFERS:
            self.dismiss()
        else:
            self._show(_OFFERS if self._view in (_THEMES, _FOUND) else _THEMES)


def _minutes(protocol: Protocol) -> str:
    """Return how long it takes; with a short form, both; and its language when that is not the one spoken."""
    asked_in = protocol.spoken(current())
    return " · ".join([_how_long(protocol), *([] if asked_in == current() else [in_words(asked_in)])])


def _how_long(protocol: Protocol) -> str:
    longest = protocol.minutes
    if protocol.short_minutes is None:
        return ngettext("{count} minute", "{count} minutes", longest).format(count=longest)
    return _("{short} or {count} minutes").format(short=protocol.short_minutes, count=longest)


def _left_aside(files: tuple[FaultyFile, ...]) -> str:
    """Return which of one's own files cannot be asked, each with its first fault; "" when all can."""
    told = [_("{file}: {fault}").format(file=each.path.name, fault=each.faults[0].sentence()) for each in files]
    return "\n".join([_("Left aside, because they cannot be asked:"), *told]) if told else ""
