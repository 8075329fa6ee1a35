"""The process that holds a key: how long, for whom, and where its socket may lie."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the key in hand does not exist on Windows", allow_module_level=True)

from journal.hand import keeper
from journal.hand.keeper import LockedPage, Term, UnsafePlace

KEY = bytes(range(32))


class Clocks:
    """Three clocks that a test moves: one through sleep, one awake, one on the wall."""

    def __init__(self) -> None:
        self.through = self.awake = self.wall = 1000.0

    def term(self, seconds: float) -> Term:
        return Term(seconds, through=lambda: self.through, awake=lambda: self.awake, wall=lambda: self.wall)

    def pass_(self, seconds: float) -> None:
        self.through += seconds
        self.awake += seconds
        self.wall += seconds


@pytest.fixture
def page() -> LockedPage:
    try:
        page = LockedPage()
    except OSError:
        pytest.skip("this system lets no memory be locked")
    reading, writing = os.pipe()
    os.write(writing, KEY)
    os.close(writing)
    assert page.fill(reading)
    os.close(reading)
    return page


def asked(page: LockedPage, term: Term, request: bytes, *, user: int | None = None) -> tuple[bool, bytes]:
    """Ask from the other end of a socket; return whether it goes on, and what was told."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    with here, there:
        there.sendall(request)
        goes_on = keeper.answer(here, page, term, whose=lambda _connection: os.getuid() if user is None else user)
        here.close()
        try:
            return goes_on, there.recv(64)
        except ConnectionResetError:  # not even the question was read
            return goes_on, b""


def test_the_key_is_given_for_the_time_told_and_asking_prolongs_nothing(page: LockedPage) -> None:
    clocks = Clocks()
    term = clocks.term(60)
    for _minute in range(59):
        clocks.pass_(1)
        assert asked(page, term, keeper.GIVE) == (True, KEY)
    assert asked(page, term, keeper.LEFT) == (True, (1).to_bytes(4))
    clocks.pass_(1)
    assert asked(page, term, keeper.GIVE) == (False, b"")


@pytest.mark.parametrize(("through", "awake", "wall"), [(0, 0, 60), (60, 60, 0), (30, 0, 30)])
def test_the_longer_clock_and_any_sleep_end_it(page: LockedPage, through: float, awake: float, wall: float) -> None:
    clocks = Clocks()
    term = clocks.term(60)
    clocks.through, clocks.awake, clocks.wall = 1000 + through, 1000 + awake, 1000 + wall
    assert asked(page, term, keeper.GIVE) == (False, b"")


def test_a_wall_clock_set_back_prolongs_nothing(page: LockedPage) -> None:
    clocks = Clocks()
    term = clocks.term(60)
    clocks.pass_(60)
    clocks.wall = 0
    assert term.left == 0


def test_another_user_is_given_nothing_and_ends_nothing(page: LockedPage) -> None:
    term = Clocks().term(60)
    for request in (keeper.GIVE, keeper.LEFT, keeper.END):
        assert asked(page, term, request, user=os.getuid() + 1) == (True, b"")
    assert bytes(page.key) == KEY


def test_what_is_no_request_is_answered_with_nothing(page: LockedPage) -> None:
    assert asked(page, Clocks().term(60), b"?") == (True, b"")


def test_ending_wipes_the_page(page: LockedPage) -> None:
    assert asked(page, Clocks().term(60), keeper.END) == (False, keeper.READY)
    assert bytes(page.key) == bytes(32)


def test_the_system_tells_who_is_at_the_other_end() -> None:
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    with here, there:
        assert keeper.peer(here) == os.getuid()


def test_a_folder_that_is_a_link_or_open_to_others_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    before = Path.cwd()
    with keeper.inside(str(folder)):
        assert Path.cwd() == folder.resolve()
    assert Path.cwd() == before
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(OSError, match=r".*"), keeper.inside(str(tmp_path / "link")):
        pytest.fail("a link was followed")
    folder.chmod(0o750)
    with pytest.raises(UnsafePlace), keeper.inside(str(folder)):
        pytest.fail("others can look into it")


def test_a_socket_that_is_a_link_a_file_or_open_to_others_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    with keeper.inside(str(folder)):
        assert not keeper.is_own_socket("none")
        (folder / "file").write_text("x")
        (folder / "link").symlink_to(folder / "socket")
        with keeper.listening_at("socket"):
            assert keeper.is_own_socket("socket")
            assert (folder / "socket").stat().st_mode & 0o777 == 0o600
            (folder / "socket").chmod(0o666)
            for name in ("file", "link", "socket"):
                with pytest.raises(UnsafePlace):
                    keeper.is_own_socket(name)


def test_it_is_no_longer_wanted_once_its_socket_is_gone_or_another(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    with keeper.inside(str(folder)) as opened, keeper.listening_at("socket"):
        header = tmp_path / "vault.json"
        header.write_text("{}")
        wanted = keeper.LoggedIn("socket", opened, os.fsencode(header))
        assert wanted()
        (folder / "socket").unlink()
        assert not wanted()
        assert not wanted.has_its_socket()


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_text("{ }")])
def test_it_is_no_longer_wanted_once_the_header_is_another_or_gone(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    folder, header = tmp_path / "own", tmp_path / "vault.json"
    folder.mkdir(mode=0o700)
    header.write_text("{}")
    with keeper.inside(str(folder)) as opened, keeper.listening_at("socket"):
        wanted = keeper.LoggedIn("socket", opened, os.fsencode(header))
        assert wanted()
        change(header)
        assert not wanted()


def test_a_session_that_another_user_began_stands_as_long_as_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def foreign(_process: int, _signal: int) -> None:
        raise PermissionError

    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    with keeper.inside(str(folder)) as opened, keeper.listening_at("socket"):
        own = keeper.LoggedIn("socket", opened, b"")
        monkeypatch.setattr("os.kill", foreign)
        assert not own()  # the number is another user's by now
        assert keeper.LoggedIn("socket", opened, b"")()


def test_it_ends_when_told_though_whoever_asked_has_gone(page: LockedPage) -> None:
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    there.sendall(keeper.END)
    there.close()
    with here:
        assert not keeper.answer(here, page, Clocks().term(60), whose=lambda _connection: os.getuid())
    assert bytes(page.key) == bytes(32)


def test_who_says_nothing_holds_nobody_up(page: LockedPage) -> None:
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    with here, there, pytest.raises(TimeoutError):
        keeper.answer(here, page, Clocks().term(60), whose=lambda _connection: os.getuid())


def test_nothing_of_recul_is_read_into_the_process() -> None:
    asked = f"import runpy, sys; runpy.run_path({keeper.__file__!r}); print([n for n in sys.modules if 'journal' in n])"
    told = subprocess.run([sys.executable, "-I", "-S", "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
