"""Look into a built wheel, then use what was installed from it: `wheel.py FILE TREE`, run far from the tree.

Ends with a message when something of the tree is not in the wheel, or does not work from where it was installed.
"""

import asyncio
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOMS = ("journal", "screens", "styles")
MUST = (
    "styles/shared.tcss",
    "journal/locale/fr/LC_MESSAGES/recul.mo",
    "journal/locale/fr/LC_MESSAGES/brief.mo",
    "journal/protocols/shipped/three-times.toml",
    "journal/protocols/families/fr.toml",
    "journal/practice/fictitious/fr.toml",
)


def missing(wheel: Path, tree: Path) -> list[str]:
    """Return what a person's installation would lack."""
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
    files = (path for room in ROOMS for path in (tree / room).rglob("*") if path.is_file())
    told = {path.relative_to(tree).as_posix() for path in files if "__pycache__" not in path.parts}
    return sorted((told | set(MUST)) - inside)


def recul(*arguments: str, stdin: str = "") -> str:
    """Run the installed program and return what it said."""
    program = Path(sys.executable).with_name("recul")
    done = subprocess.run([program, *arguments], input=stdin, capture_output=True, text=True, check=False)  # noqa: S603 -- the program under test
    if done.returncode:
        sys.exit(f"recul {' '.join(arguments)}: exit code {done.returncode}: {done.stderr}")
    return done.stdout


def says(told: str, words: str) -> None:
    """End when the words are not in what was told."""
    if words not in told:
        sys.exit(f"“{words}” was expected in: {told}")


async def first_page(folder: Path) -> str:
    """Open the app without a terminal and return what its first page says."""
    from screens.app import ReculApp
    from screens.terminal.environment import Environment

    app = ReculApp(Environment(folder / "none", folder / "settings.toml", folder / "state"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        return "\n".join(str(widget.content) for widget in app.screen.query("PlainText").results())


def used(tree: Path) -> None:
    """Use it: version, languages, protocols, a vault, the first page with its styles."""
    import journal
    from journal import language

    if Path(journal.__file__).is_relative_to(tree / "journal"):
        sys.exit("the tree itself was imported, not the wheel")
    says(recul("--version"), f"recul {journal.__version__}\n")
    says(recul("protocols", "--json", "--lang", "fr"), "three-times")
    says(recul("doctor", "--lang", "fr"), "Coffre")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "secret").write_text("marmotte kiosque vanille 7f3a9c\n")
        key = ("--vault", str(folder / "v"), "--passphrase-file", str(folder / "secret"))
        recul("init", "--kdf-memory", "64", *key)
        recul("log", "--vault", str(folder / "v"), stdin="L’école")
        says(recul("search", "ecole", *key), "L’école")
        language.choose("fr")
        says(asyncio.run(first_page(folder)), "prendre du recul")


if __name__ == "__main__":
    wheel, tree = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    lacking = missing(wheel, tree)
    if lacking:
        sys.exit(f"not in the wheel: {', '.join(lacking)}")
    used(tree)
    print(f"{wheel.name}: whole, and works from {Path.cwd()}")
