"""What Click says to a person is French in French, whichever Click of the claimed range is installed."""

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import click
import pytest
from babel.messages.pofile import read_po
from packaging.specifiers import SpecifierSet

from journal import errors
from journal.cli.common import Common
from journal.cli.recul import recul
from journal.cli.translated_click import usage_message

FRENCH = Path(__file__).parents[2] / "journal" / "locale" / "fr"


def _texts(catalogue: Path) -> dict[str, str]:
    """Return the texts that a catalogue has in French, singulars, with what a comment says about them."""
    with catalogue.open("rb") as file:
        messages = [message for message in read_po(file, locale="fr") if message.id]
    ids = [message.id if isinstance(message.id, str) else message.id[0] for message in messages]
    return {text: "".join(message.user_comments) for text, message in zip(ids, messages, strict=True)}


def _modules_of_click() -> list[ModuleType]:
    return [module for name, module in sys.modules.items() if name.partition(".")[0] == "click"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The texts that Click asks gettext for, whether they stand in its source or come to it in a variable."""
    texts: set[str] = set()

    def text(message: str) -> str:
        texts.add(message)
        return message

    def number(one: str, many: str, count: int) -> str:
        texts.add(one)
        return one if count == 1 else many

    for module in _modules_of_click():
        for name, recorder in (("_", text), ("gettext", text), ("ngettext", number)):
            if callable(getattr(module, name, None)):
                monkeypatch.setattr(module, name, recorder)
    return texts


def _commands(command: click.Command, above: click.Context | None = None) -> Iterator[click.Context]:
    with command.make_context(command.name, [], parent=above, obj=Common(), resilient_parsing=True) as context:
        yield context
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                below = command.get_command(context, name)
                assert below is not None
                yield from _commands(below, context)


def _wrong_usages(command: click.Command) -> Iterator[list[str]]:
    yield from ([], ["--nope"], ["--hel"], ["nope"] * 9, ["0"], [str(10**30)])
    for parameter in command.params:
        for name in parameter.opts if isinstance(parameter, click.Option) else ():
            yield from ([name], [name, "nope"], [name, "-1"], [f"{name}=nope"], [f"{name}x"])


def _provoke(context: click.Context) -> None:
    """Ask a command for its help, and use it wrongly in every way that is found before it runs."""
    context.command.get_help(context)
    for arguments in _wrong_usages(context.command):
        try:
            context.command.make_context(context.info_name, arguments, parent=context.parent, obj=Common())
        except click.UsageError as error:
            usage_message(error)
        except (click.exceptions.Exit, errors.ReculError):
            pass


def test_whatever_click_says_about_a_command_is_french(asked: set[str]) -> None:
    for context in _commands(recul):
        _provoke(context)
    assert {"Usage:", "required", "No such option {name!r}.", "{value!r} is not {choice}."} <= asked, "nothing provoked"
    french = {text for catalogue in FRENCH.glob("*.po") for text in _texts(catalogue)}
    assert sorted(asked - french) == []


def test_french_stands_for_no_text_that_this_click_has_no_more() -> None:
    """A text that only some versions of Click have says so in a comment, as in `# Click >=8.5`."""
    source = [ast.parse(Path(module.__file__ or "").read_text("utf-8")) for module in _modules_of_click()]
    known = {node.value for tree in source for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    for text, comment in _texts(FRENCH / "click.po").items():
        if SpecifierSet(comment.removeprefix("Click ")).contains(version("click")):
            assert text in known
