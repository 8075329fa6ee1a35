"""Firefox for tests, spoken to by its own Marionette over a socket of this machine; nothing of it reaches a network."""

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

_PREFERENCES = {
    "marionette.port": 0,  # any that is free; told in a file of the profile
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.alwaysOpenPanel": False,
}
_PATIENCE = 60  # seconds until it listens


class Firefox:
    """A headless Firefox with a profile of its own."""

    def __init__(self, profile: Path, downloads: Path) -> None:
        path = shutil.which("firefox-esr") or shutil.which("firefox")
        if path is None:
            pytest.skip("firefox-esr or firefox is not installed")
        profile.mkdir(parents=True)
        wanted = {**_PREFERENCES, "browser.download.dir": str(downloads)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
        (profile / "user.js").write_text("\n".join(lines), "utf-8")
        self._process = subprocess.Popen(
            [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile), "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._socket = socket.create_connection(("127.0.0.1", self._port(profile)))
        self._file = self._socket.makefile("rb")
        self._id = 0
        self._read()  # its greeting
        self.call("WebDriver:NewSession", capabilities={"alwaysMatch": {"acceptInsecureCerts": False}})
        self.call("WebDriver:SetTimeouts", script=60_000)

    def _port(self, profile: Path) -> int:
        told, until = profile / "MarionetteActivePort", time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if told.exists() and told.read_text("utf-8").strip():
                return int(told.read_text("utf-8"))
            assert self._process.poll() is None, "the browser went away"
            time.sleep(0.05)  # another program, which tells nobody when it listens
        raise TimeoutError

    def _read(self) -> Any:
        length = b""
        while (sign := self._file.read(1)) != b":":
            assert sign, "the browser went away"
            length += sign
        return json.loads(self._file.read(int(length)))

    def call(self, method: str, **parameters: Any) -> Any:
        """Send a command and wait for its answer."""
        self._id += 1
        content = json.dumps([0, self._id, method, parameters]).encode()
        self._socket.sendall(f"{len(content)}:".encode() + content)
        _kind, _number, error, result = self._read()
        assert error is None, error
        return result

    def open(self, page: Path) -> None:
        """Open a page and wait until it is loaded."""
        self.call("WebDriver:Navigate", url=page.as_uri())

    def ask(self, expression: str) -> Any:
        """Return what an expression is in the page, once it is settled."""
        script = (
            "const done = arguments[arguments.length - 1];"
            f"Promise.resolve({expression.strip().rstrip(';')}).then(done, (fault) => done(String(fault)));"
        )
        return self.call("WebDriver:ExecuteAsyncScript", script=script, args=[])["value"]

    def close(self) -> None:
        """End the browser that was started here."""
        self._file.close()
        self._socket.close()
        self._process.kill()
        self._process.wait()
