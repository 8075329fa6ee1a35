"""WebKitGTK for tests, spoken to by WebDriver on this machine, on a screen that nobody sees."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

_DRIVER, _SCREEN = "WebKitWebDriver", "Xvfb"
_PATIENCE = 60  # seconds until both listen


class WebKit:
    """A MiniBrowser of WebKitGTK; the page it opens is a file, and no proxy leads anywhere."""

    def __init__(self) -> None:
        browser = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-*/MiniBrowser"))), None)
        for program in (_DRIVER, _SCREEN):
            if browser is None or shutil.which(program) is None:
                pytest.skip("WebKitGTK’s driver and browser, or Xvfb, are not installed")
        seen, told = os.pipe()
        self._screen = subprocess.Popen(
            [_SCREEN, "-displayfd", str(told), "-screen", "0", "800x900x24"],
            pass_fds=[told], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(told)
        with os.fdopen(seen) as numbers:
            display = numbers.readline().strip()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._at = f"http://127.0.0.1:{free.getsockname()[1]}"
        plain = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        self._driver = subprocess.Popen(
            [_DRIVER, f"--port={self._at.rpartition(':')[2]}"],
            env=plain | {"DISPLAY": f":{display}", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait()
        wanted = {"webkitgtk:browserOptions": {"binary": str(browser), "args": ["--automation"]}}
        made = self._call("POST", "/session", capabilities={"alwaysMatch": wanted})
        self._session = f"/session/{made['sessionId']}"
        self._call("POST", f"{self._session}/timeouts", script=60_000)

    def _wait(self) -> None:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            try:
                self._call("GET", "/status")
            except urllib.error.URLError:
                assert self._driver.poll() is None, "the driver went away"
                time.sleep(0.05)  # another program, which tells nobody when it listens
            else:
                return
        raise TimeoutError

    def _call(self, method: str, path: str, **body: Any) -> Any:
        content = json.dumps(body).encode() if method == "POST" else None
        told = {"Content-Type": "application/json"}
        asked = urllib.request.Request(f"{self._at}{path}", content, told, method=method)  # noqa: S310 -- of this machine
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked, timeout=110) as answer:
            return json.load(answer)["value"]

    def open(self, page: Path) -> None:
        """Open a page and wait until it is loaded."""
        self._call("POST", f"{self._session}/url", url=page.as_uri())

    def ask(self, expression: str) -> Any:
        """Return what an expression is in the page, once it is settled."""
        script = (
            "const done = arguments[arguments.length - 1];"
            f"Promise.resolve({expression.strip().rstrip(';')}).then(done, (fault) => done(String(fault)));"
        )
        return self._call("POST", f"{self._session}/execute/async", script=script, args=[])

    def close(self) -> None:
        """End the browser that was started here, its driver and its screen."""
        self._call("DELETE", self._session)
        for process in (self._driver, self._screen):
            process.kill()
            process.wait()
