"""The table of proofs in docs/SECURITY.md: every promise has one, and every test and place that it names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"^\| (\d+) \|.*\|$", re.MULTILINE)
_PROMISES, _HAZARDS = 43, 11  # more of them may come, none may go
_NAMED = re.compile(r"`([\w/]+\.py)`|`(test_\w+)`")


def table() -> str:
    text = (ROOT / "docs" / "SECURITY.md").read_text("utf-8")
    return text.partition("## What proves it")[2].partition("\n## ")[0]


def rows() -> list[str]:
    return [line for line in table().splitlines() if line.startswith("| ") and "`test_" in line]


def test_every_promise_and_every_hazard_has_a_proof() -> None:
    numbers = [int(number) for number in _ROW.findall(table())]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= _PROMISES
    assert len(rows()) == len(numbers) + _HAZARDS


def proofs_of_other_systems() -> list[str]:
    text = (ROOT / "docs" / "OTHER_SYSTEMS.md").read_text("utf-8")
    return [line.rstrip(" |") for line in text.splitlines() if line.startswith("| ") and "`test_" in line]


def test_every_test_that_is_named_is_there() -> None:
    missing = []
    elsewhere = proofs_of_other_systems()
    assert len(elsewhere) > 8
    for row in (*rows(), *elsewhere):
        source = ""
        for file, test in _NAMED.findall(row.rsplit(" | ", 1)[1]):
            if file:
                path = ROOT / "tests" / file
                source = path.read_text("utf-8") if path.exists() else ""
            elif not re.search(rf"^(async )?def {test}\(", source, re.MULTILINE):
                missing.append(f"{row[:30]}… {test}")
    assert missing == []
