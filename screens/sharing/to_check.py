"""Widget of what is to be checked before something leaves: words that may tell who somebody is, and what is private.

Where the rows would take the room of the text that leaves they are folded into one line, until one looks at them.
"""

from collections.abc import Callable, Collection, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from journal.language import _
from journal.model.entry import EntryLine, Ref
from journal.model.kind import State
from journal.model.kind_spec import spec_of
from journal.practice import reading
from journal.practice.notebook import Notebook
from journal.sharing.remainders import Sort
from screens.sharing.resolve_names import Suspect
from screens.widgets.plain import PlainText, plain
from screens.widgets.rows import Row, Rows

_LEAST = 12  # lines of the text that leaves, which it keeps before the rows take room
_AROUND = 7  # lines of the page that hold neither the text, the rows nor words beside them: frame, rule, heading
_MOST = 6  # rows that are seen at once
_LONGEST = 24  # cells of the words that the folded line names
_GRAVEST_FIRST = (Sort.LISTED, Sort.EMAIL, Sort.PHONE, Sort.ADDRESS, Sort.PATH, Sort.NAME, Sort.SHARED, Sort.DATE)


class ToCheck(Vertical):
    """The rows; where there is no room for them, one line that counts them, names the gravest and unfolds."""

    def __init__(self, key_of: Callable[[str], str]) -> None:
        super().__init__(id="checks")
        self._key_of = key_of
        self.suspects: tuple[Suspect, ...] = ()
        self._heads = ""
        self._tight = False  # whether the rows take room that the text needs
        self._opened: bool | None = None  # as the person chose; None: as the room allows
        self._seen: set[tuple[str, Ref | None]] = set()

    def compose(self) -> ComposeResult:
        """Yield the line and the rows."""
        yield PlainText("", id="to-check")
        yield Rows(id="suspects", apart=1)

    @property
    def folds(self) -> bool:
        """Whether the rows can be folded: where there is room for them they stand open."""
        return self._tight and bool(self._heads)

    @property
    def folded(self) -> bool:
        """Whether the rows stay behind their line."""
        return self.folds and not self._opened

    @property
    def unseen(self) -> bool:
        """Whether something is to be checked that was behind the line all the time."""
        return self.folded and any((each.words, each.ref) not in self._seen for each in self.suspects)

    @property
    def chosen(self) -> tuple[str, str]:
        """What the row one is at stands for, and which; nothing while the rows are not seen."""
        kind, _sep, which = ("" if self.folded else self.query_one(Rows).chosen).partition(":")
        return kind, which

    def show(
        self,
        suspects: Sequence[Suspect],
        private: Sequence[EntryLine],
        included: Collection[Ref],
        *,
        text: int,
        beside: int,
    ) -> None:
        """Show what is to be checked below a text of so many lines, with so many others beside the rows."""
        self.suspects = tuple(suspects)
        self._heads, rows = rows_to_check(suspects, private, included, self._key_of)
        self._tight = _AROUND + min(text, _LEAST) + beside + min(len(rows), _MOST) > self.app.size.height
        self.query_one(Rows).show(rows)
        self._fill()

    def turn(self) -> None:
        """Unfold the rows, or fold them."""
        self._opened = self.folded
        self._fill()

    def _fill(self) -> None:
        self.display = bool(self._heads)
        self.query_one(Rows).display = not self.folded
        self.query_one("#to-check", PlainText).update(self._folded_line() if self.folded else self._heading())
        if not self.folded:
            self._seen |= {(each.words, each.ref) for each in self.suspects}

    def take_focus(self) -> bool:
        """Take the keys for the rows where they are seen; say whether."""
        if self.folded or not self._heads:
            return False
        self.query_one(Rows).focus()
        return True

    @on(events.Click, "#to-check")
    async def _turn_by_pointer(self) -> None:
        if self.folds:
            await self.app.run_action("checks", default_namespace=self.screen)

    def _heading(self) -> Content:
        if not self.folds:
            return plain(self._heads).stylize("$quiet")
        return self._with_key(_("{heads} · {key} fold"), heads=self._heads).stylize_before("$quiet")

    def _folded_line(self) -> Content:
        if not self.suspects:
            return self._with_key(_("{heads} · {key} see them"), heads=self._heads)
        gravest = min(self.suspects, key=lambda each: _GRAVEST_FIRST.index(each.sort))
        words = plain(gravest.words.replace("\n", " ")).truncate(_LONGEST, ellipsis=True).plain
        told = _("{heads} · “{words}”, {why} · {key} see them")
        return self._with_key(told, heads=self._heads, words=words, why=gravest.why)

    def _with_key(self, told: str, **words: str) -> Content:
        """Return a line whose key has the accent; the pointer presses it anywhere on the line."""
        before, _sign, after = told.partition("{key}")
        key = (self._key_of("preview.checks"), "bold $accent")
        return Content.assemble(plain(before.format(**words)), key, plain(after.format(**words)))


def private_among(notebook: Notebook, refs: Sequence[Ref]) -> list[EntryLine]:
    """Return what leaves only when it was chosen one by one."""
    lines = [reading.line(notebook, ref) for ref in refs]
    return [line for line in lines if line and (spec_of(line.kind).private or line.state is State.SEALED)]


def rows_to_check(
    suspects: Sequence[Suspect], private: Sequence[EntryLine], included: Collection[Ref], key_of: Callable[[str], str]
) -> tuple[str, list[Row]]:
    """Return the heading and the rows: words first, then what is private, each with what can be done about it."""
    found = [Row(f"suspect:{number}", each.told, _why(each, key_of)) for number, each in enumerate(suspects)]
    out = [
        Row(f"private:{line.ref}", line.title or f"#{line.ref}", _stays(line.ref in included, key_of))
        for line in private
    ]
    heads = []
    if found:
        heads.append(_("to check ({count})").format(count=len(found)))
    if out:
        heads.append(_("private ({count})").format(count=len(out)))
    return " · ".join(heads), [*found, *out]


def _why(suspect: Suspect, key_of: Callable[[str], str]) -> str:
    """Return why words are pointed out, and for a tag the key that leaves it here."""
    if not suspect.is_tag:
        return suspect.why
    return _("{why} · {key} leave it here").format(why=suspect.why, key=key_of("preview.omit"))


def _stays(included: bool, key_of: Callable[[str], str]) -> str:  # noqa: FBT001 -- the one thing that it depends on
    if included:
        return _("leaves, because you said so twice")
    return _("stays · {key} include it").format(key=key_of("preview.include"))
