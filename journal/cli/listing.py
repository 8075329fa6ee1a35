"""Commands that look, made for Click of what `reading_forms.py` declares: `list`, `show`, `search`, `next`."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from journal.cli.common import Common, asked, option_of, reporting
from journal.cli.offered_words import people, tags
from journal.cli.param_types import DAY, REF
from journal.cli.plain_reading import function_of
from journal.cli.reading_forms import FORMS, MOST, Given
from journal.cli.translated_click import Argument, Command
from journal.model.kind import Kind

_TYPES: Mapping[str, Callable[[], Any]] = {
    "text": lambda: click.STRING,
    "number": lambda: click.IntRange(1, MOST),
    "kind": lambda: click.Choice([kind.value for kind in Kind.all()]),
    "day": lambda: DAY,
    "ref": lambda: REF,
}
_OFFERED = {"--tag": tags, "--person": people}


class SearchCommand(Command):
    """A command for which one dash before a word belongs to the word; two make an option, as everywhere."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Hand over what begins with one dash as text."""
        given = (each for each in self.params if isinstance(each, click.Option) and not each.is_flag)
        valued = {name for each in given for name in each.opts}
        options: list[str] = []
        words: list[str] = []
        left = list(args)
        while left:
            argument = left.pop(0)
            if argument == "--":
                words += left
                break
            dashed = argument.startswith("-") and not argument.startswith("--") and argument != "-"
            (words if dashed else options).append(argument)
            if argument in valued and left:
                options.append(left.pop(0))
        return super().parse_args(ctx, [*options, "--", *words])


def _command(name: str, cls: type[Command] = Command) -> click.Command:
    form = FORMS[name]

    @asked
    def carry_out(common: Common, /, **values: Any) -> None:
        function_of(form)(common, **values)

    command: click.Command = click.command(name, cls=cls)(carry_out)
    for option in form.options:
        command = _option(option)(command)
    for word in form.words:
        command = click.argument(word.to, cls=Argument, type=_TYPES[word.sort](), metavar=word.metavar)(command)
    return reporting(command)


def _option(given: Given) -> Callable[[click.Command], click.Command]:
    return option_of(
        given,
        type=_TYPES[given.sort](),
        multiple=given.many,
        default=given.usual,
        show_default=given.usual is not None,
        shell_complete=_OFFERED.get(given.name),
    )


list_command = _command("list")
show_command = _command("show")
search_command = _command("search", SearchCommand)
next_command = _command("next")
