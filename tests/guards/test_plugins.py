"""No package that happens to be installed beside Recul is handed what a person wrote."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("program", "reads_it"),
    [
        ("import pydantic\nclass Anything(pydantic.BaseModel): text: str", True),  # it would be read
        ("from journal.model.entry import NewEntry", False),
    ],
)
def test_no_plugin_for_values_is_read(program: str, reads_it: bool, tmp_path: Path) -> None:
    info = tmp_path / "spy-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n")
    (tmp_path / "spy.py").write_text("import os\nos._exit(77)\n")
    variables = {**os.environ, "PYTHONPATH": str(tmp_path)}
    variables.pop("PYDANTIC_DISABLE_PLUGINS", None)
    done = subprocess.run([sys.executable, "-c", program], env=variables, timeout=60, check=False)
    assert done.returncode == (77 if reads_it else 0)
