"""No networking code: nothing in the program can reach for the network (docs/SECURITY.md, promise 28)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "telnetlib", "xmlrpc", "socketserver"}
ADDRESSES = "urllib.parse"  # takes texts apart and reaches for nothing
ON_THIS_MACHINE = ("journal/hand/keeper.py", "journal/hand/held.py")  # a socket that is a file: the key in hand
NETWORK |= {"requests", "httpx", "aiohttp", "urllib3", "websockets", "webbrowser"}
NETWORK |= {"_socket", "_ssl"}  # what stands below, where the same can be had


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
    found = {path.relative_to(ROOT).as_posix(): imported(path.read_text("utf-8")) & NETWORK for path in sources}
    for path in ON_THIS_MACHINE:
        assert found.pop(path) - {"socket"} == {"_socket"}
    assert {path: names for path, names in found.items() if names} == {}


MODULES = ("socket", "_socket")


def used(source: str) -> set[str]:
    """Return what a source takes from `socket` and `_socket`, but for constants of one that is a file."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
    names = {node.attr for node in nodes if isinstance(node.value, ast.Name) and node.value.id in MODULES}
    return names - {"SOCK_STREAM", "SOL_SOCKET", "SO_PEERCRED", "MSG_WAITALL"}


def test_a_socket_of_the_key_in_hand_is_a_file_and_leads_nowhere_else() -> None:
    assert used("import socket\nsocket.create_connection(('a', 1))\nsocket.AF_INET") == {"create_connection", "AF_INET"}
    assert used("import _socket\n_socket.socket(_socket.AF_INET)") == {"socket", "AF_INET"}
    for path in ON_THIS_MACHINE:
        source = (ROOT / path).read_text("utf-8").replace("_socket.", "socket.")
        assert used(source) == {"socket", "AF_UNIX"}
        assert source.count("socket.socket(") == source.count("socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)") == 1
