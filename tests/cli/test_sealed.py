"""What was put down and sealed is out of reach of every command until its day, and the commands say so."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from journal.clock import now
from journal.dates.wording import dated
from journal.practice import questioning, sealing
from journal.practice.notebook import open_notebook
from journal.protocols.library import shipped
from journal.vault import vault


def test_no_command_reads_what_is_sealed_before_its_day(shell: Any, tmp_path: Path) -> None:
    passphrase = shell.passphrase_file.read_text("utf-8").strip()
    notebook = open_notebook(vault.unlock(shell.folder, passphrase), now)
    begun = questioning.skip(questioning.start(notebook, shipped().get("let-go")))
    run = questioning.skip(questioning.skip(questioning.answer(begun, "mirabelle")))
    kept = questioning.finish(notebook, questioning.answer(run, "seal"))
    assert kept is not None
    day = now().date() + timedelta(days=20)
    sealing.seal(notebook, kept.ref, day)
    notebook.close()
    for command in (("list",), ("list", "--json"), ("search", "mirabelle"), ("next",)):
        done = shell.run(*command)
        assert done.code == 0
        assert "mirabelle" not in done.out + done.err
        assert f"#{kept.ref}" not in done.out
    to = tmp_path / "out.md"
    leaving = ("export", str(kept.ref), "--for", "me", "--format", "md", "--protect", "none", "--plaintext", "--to", to)
    for refused in (("show", str(kept.ref)), tuple(map(str, leaving))):
        done = shell.run(*refused)
        assert done.code == 7
        assert f"is sealed until {dated(day)}" in done.err
    assert not to.exists()
