"""Click's commands and parameters with their texts translated when shown, not when the module is read."""

from collections.abc import Iterable, Sequence
from typing import Any

import click
from click.formatting import HelpFormatter, wrap_text
from click.shell_completion import CompletionItem

from journal.cli.printing import columns, plainly
from journal.hygiene import visible
from journal.language import N_, _

_PLACEHOLDERS = {"[OPTIONS]": N_("[OPTIONS]"), "COMMAND [ARGS]...": N_("COMMAND [ARGUMENTS]…")}
_COMPLETED_BY_SHELL = {"DIR": "dir", "FILE": "file", "PATH": "file"}
_WIDEST_HELP, _TWO_COLUMNS, _NARROWEST_HELP = 80, 58, 20  # columns of the terminal; Click's own help needs fifty


class _Helped:
    """Something with a help text, translated each time it is asked for."""

    _help: str | None = None

    @property
    def help(self) -> str | None:
        """The help text in the current language."""
        return _(self._help) if self._help else self._help

    @help.setter  # noqa: A003 -- Click's own name for it
    def help(self, text: str | None) -> None:
        self._help = text


class _Formatter(HelpFormatter):
    """Sets headings as the language sets them: a colon stands alone in French; fits a narrow terminal too."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        widest = min(columns(), max_width or _WIDEST_HELP)
        super().__init__(indent_increment, width or max(widest - 2, _NARROWEST_HELP), max_width)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names beside what they mean; plainly, or where there is no room for columns, one after the other."""
        if self.width >= _TWO_COLUMNS and not plainly():
            super().write_dl(rows, col_max, col_spacing)
            return
        indent = " " * self.current_indent
        for name, about in rows:
            line = f"{_('{heading}:').format(heading=name)} {about}" if about else name
            self.write(wrap_text(line, self.width, initial_indent=indent, subsequent_indent=f"{indent}  ") + "\n")

    def write_heading(self, heading: str) -> None:
        """Write a heading with its colon."""
        self.write(" " * self.current_indent + _("{heading}:").format(heading=heading) + "\n")


class _Context(click.Context):
    formatter_class = _Formatter


class Command(_Helped, click.Command):
    """A command whose help is in the language of the person."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the name in the usage line, placeholders translated."""
        return [
            _(_PLACEHOLDERS[piece]) if piece in _PLACEHOLDERS else piece for piece in super().collect_usage_pieces(ctx)
        ]

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 -- Click's signature; a cut sentence helps nobody
        """Return the whole help for the list of commands."""
        return self.help or ""

    def get_help_option(self, ctx: click.Context) -> click.Option:  # noqa: ARG002 -- Click's signature
        """Return `--help`; Click would read its own catalogue for it, at every command."""
        return _HELP


class Group(Command, click.Group):
    """A group of commands whose help is in the language of the person."""

    command_class = Command


def _completions(parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the one item that lets the shell offer its own files or folders; none for other values."""
    place = _COMPLETED_BY_SHELL.get(getattr(parameter, "metavar", None) or "")
    return [CompletionItem(incomplete, type=place)] if place else []


class Option(_Helped, click.Option):
    """An option whose help and metavar are in the language of the person."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what can stand here: the shell's own files where a file is asked for."""
        return _completions(self, incomplete) or super().shell_complete(ctx, incomplete)

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the placeholder of the value."""
        return _(self.metavar) if self.metavar else super().make_metavar(ctx)


def _show_help(ctx: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


_HELP = Option(
    ["--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_help,
    help=N_("Show this message and exit."),
)


class Argument(click.Argument):
    """An argument whose name in the usage line is in the language of the person."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what can stand here: the shell's own files where a file is asked for."""
        return _completions(self, incomplete) or super().shell_complete(ctx, incomplete)

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the name, in brackets when it may be left out."""
        name = _(self.metavar) if self.metavar else super().make_metavar(ctx)
        dots = "…" if self.metavar and self.nargs == -1 else ""
        return f"[{name}{dots}]" if self.metavar and not self.required else name + dots


class LazyGroup(Group):
    """The commands of Recul by name: where each lives and what it is for, read without importing it."""

    def __init__(self, *args: Any, places: dict[str, tuple[str, str]], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- Click's signature
        """Return the names in the order of the table."""
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- as above
        """Import the command and return it."""
        if cmd_name not in self.places:
            return None
        from importlib import import_module

        module, text = self.places[cmd_name]
        command = getattr(import_module(f"journal.cli.{module}"), cmd_name.replace("-", "_") + "_command")
        assert isinstance(command, click.Command)  # noqa: S101 -- the table names commands only
        command.help = text
        return command

    def format_commands(self, ctx: click.Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 -- as above
        """Write the list of commands from the table alone."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(text)) for name, (_module, text) in self.places.items()])


def usage_message(error: click.UsageError) -> str:
    """Return the lines that tell wrong usage, harmless for the terminal whatever was typed."""
    lines: Sequence[str] = (
        error.ctx.get_usage() if error.ctx else "",
        _("Error: {message}").format(message=error.format_message()),
    )
    return visible("\n".join(line for line in lines if line))
