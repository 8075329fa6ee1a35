"""`desktop`: the launcher that it writes opens the vault that is told, and is taken away again."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


@pytest.mark.skipif(sys.platform != "linux", reason="the entry of a Linux desktop")
def test_desktop_writes_a_launcher_for_the_vault_and_takes_it_away(
    shell: "Shell", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    written = shell.bare("desktop", "--vault", str(tmp_path / "v"), "--json").json["written"]
    assert all(Path(path).is_file() for path in written)
    assert str(tmp_path / "v") in Path(written[0]).read_text("utf-8")
    assert shell.bare("desktop", "--remove").out.count("Removed: ") == len(written)
    assert "no launcher" in shell.bare("desktop", "--remove").out
