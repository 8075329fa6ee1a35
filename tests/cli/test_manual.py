"""The manual page: every command and option of the table, in both languages, and roff without a fault."""

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import click
import pytest

from journal.cli.manual import roff
from journal.cli.recul import COMMANDS, recul

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


@pytest.mark.parametrize(("spoken", "words"), [("en", "EXIT STATUS"), ("fr", "CODES DE SORTIE")])
def test_every_command_and_option_stands_in_the_page(shell: "Shell", spoken: str, words: str) -> None:
    told = shell.bare("man", "--lang", spoken).out
    assert words in told
    group = click.Context(recul, info_name="recul")
    plain = told.replace("\\-", "-")
    for name in COMMANDS:
        command = recul.get_command(group, name)
        assert command is not None
        assert f"\\fBrecul {name}\\fR" in plain
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                assert parameter.opts[0] in plain, (name, parameter.opts)
    assert plain.count("--help") == 1


@pytest.mark.outside
@pytest.mark.skipif(shutil.which("groff") is None, reason="groff reads the page")
@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_groff_reads_the_page_without_a_warning(shell: "Shell", spoken: str) -> None:
    page = shell.bare("man", "--lang", spoken).out
    read = subprocess.run(
        ["groff", "-man", "-ww", "-Kutf8", "-Tutf8"], input=page.encode(), capture_output=True, check=True
    )
    assert not read.stderr
    shown = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", read.stdout.decode())
    assert "recul export" in shown


def test_nothing_in_a_text_is_a_request() -> None:
    assert roff(".SH evil\n.so /etc/x") == "\\&.SH evil .so /etc/x"
    assert roff("'a \\fB -x") == "\\&'a \\efB \\-x"
