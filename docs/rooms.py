"""Draw the rooms of the program and the arrows between them, from its own imports.

    python docs/rooms.py

Writes the picture between its marks in `docs/ARCHITECTURE.md`. An arrow means that a module of one room imports from
another; routes, by which rooms know one another, are left out.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "ARCHITECTURE.md"
BEGIN, END = "<!-- rooms: docs/rooms.py -->\n", "<!-- end of rooms -->"
SMALL = {"errors", "model", "language", "clock", "hygiene", "dates"}  # nearly everybody imports these: told in the text


def room_of(module: str) -> str | None:
    """Return the room of a module: "journal.store", "screens.today"; None for what is outside or too common to draw."""
    top, _dot, rest = module.partition(".")
    name = rest.partition(".")[0]
    if top == "screens":
        return f"screens.{name}" if (ROOT / "screens" / name).is_dir() and name else "screens"
    if top == "journal" and (ROOT / "journal" / name).is_dir() and name and name not in SMALL:
        return f"journal.{name}"
    return None


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                if alias.name != "routes":
                    yield f"{node.module}.{alias.name}"


def arrows() -> set[tuple[str, str]]:
    """Return who imports from whom, room by room."""
    found = set()
    for top in ("journal", "screens"):
        for path in (ROOT / top).rglob("*.py"):
            here = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
            found |= {
                (here, there) for module in imported(path) if (there := room_of(module)) and here != there and here
            }
    return found


def drawing() -> str:
    """Return the picture in Mermaid's words: the rooms of the screens as one box each, below the app."""
    pages = {here for pair in arrows() for here in pair if here.startswith("screens.")}
    inner = {"screens.frame", "screens.widgets", "screens.vocabulary", "screens.terminal"}
    named = dict.fromkeys(pages - inner, "screens.rooms")
    merged = {(named.get(a, a), named.get(b, b)) for a, b in arrows()}
    lines = [f'    {a.replace(".", "_")}["{a}"] --> {b.replace(".", "_")}["{b}"]' for a, b in sorted(merged) if a != b]
    rooms = ", ".join(f"`{room.removeprefix('screens.')}`" for room in sorted(named))
    return "```mermaid\nflowchart TD\n" + "\n".join(lines) + f"\n```\n\n`screens.rooms` stands for {rooms}.\n"


def main() -> None:
    """Put the picture into the page."""
    text = PAGE.read_text("utf-8")
    head, _mark, rest = text.partition(BEGIN)
    PAGE.write_text(head + BEGIN + drawing() + END + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()
