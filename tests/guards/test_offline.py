"""No networking code: nothing in the program can reach for the network (docs/SECURITY.md, promise 28)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "telnetlib", "xmlrpc", "socketserver"}
ADDRESSES = "urllib.parse"  # takes texts apart and reaches for nothing
NETWORK |= {"requests", "httpx", "aiohttp", "urllib3", "websockets", "webbrowser"}


def imported(source: str) -> set[str]:
    """Return the top names that a source imports, wherever it does."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").partition(".")[0] if node.module != ADDRESSES else ADDRESSES)
    return names


def test_no_source_imports_anything_of_the_network() -> None:
    assert imported("def f():\n    from urllib.request import urlopen") & NETWORK
    sources = [path for room in ("journal", "screens") for path in (ROOT / room).rglob("*.py")]
    assert len(sources) > 200
    found = {str(path.relative_to(ROOT)): imported(path.read_text("utf-8")) & NETWORK for path in sources}
    assert {path: names for path, names in found.items() if names} == {}
