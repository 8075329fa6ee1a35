"""A real browser for tests, spoken to through a pipe; nothing of it reaches a network."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


def chromium() -> str:
    """Return the path of the browser; skip the test when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or pytest.skip(f"{' or '.join(names)} is not installed")


class Browser:
    """A headless Chromium without network, spoken to through a pipe (Chrome DevTools Protocol)."""

    def __init__(self, path: str, home: Path) -> None:
        to_child, ours_out = os.pipe()
        ours_in, from_child = os.pipe()
        self._out, self._in, self._id, self._session = ours_out, ours_in, 0, ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs = 0

        def wire() -> None:
            os.dup2(to_child, 103)
            os.dup2(from_child, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        self._process = subprocess.Popen(
            [path, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-dev-shm-usage", "--disable-background-networking", "--proxy-server=127.0.0.1:9",
             f"--user-data-dir={home}", "about:blank"],
            preexec_fn=wire,  # noqa: PLW1509 -- the protocol wants descriptors 3 and 4, set in the child
            close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_child)
        os.close(from_child)
        self._buffer = b""

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command, wait for its answer, and note requests and complaints on the way."""
        self._id += 1
        message: dict[str, Any] = {"id": self._id, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("id") == self._id:
                return told["result"]  # type: ignore[no-any-return]  # JSON of the protocol
            if told.get("method") == "Network.requestWillBeSent":
                self.requests.append(told["params"]["request"]["url"])
            if told.get("method") == "Log.entryAdded":
                self.complaints.append(told["params"]["entry"]["text"])
            if told.get("method") == "Page.javascriptDialogOpening":
                self.dialogs += 1

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            got = os.read(self._in, 65536)
            assert got, "the browser went away"
            self._buffer += got
        one, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(one)  # type: ignore[no-any-return]  # JSON of the protocol

    def open(self, page: Path, *, scripts: bool = True, before: str = "") -> None:
        """Open a page in a tab of its own, with every emulated network switched off, and its scripts if need be."""
        self.requests, self.complaints, self.dialogs, self._session = [], [], 0, ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")
        self.call("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        if before:
            self.call("Page.addScriptToEvaluateOnNewDocument", source=before)
        self.call("Page.navigate", url=page.as_uri())
        if scripts:
            self.ask(
                "new Promise(done => document.readyState === 'complete' ? done(1) : addEventListener('load', done))"
            )
        while self.ask("location.href + document.readyState") != f"{page.as_uri()}complete":  # no event without scripts
            pass

    def ask(self, expression: str) -> Any:
        """Return what an expression is in the page."""
        return self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)[
            "result"
        ].get("value")

    def allow_downloads(self, folder: Path) -> None:
        """Let pages save files, into this folder."""
        self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))

    def close(self) -> None:
        """End the browser that was started here."""
        self._process.kill()
        self._process.wait()
        os.close(self._out)
        os.close(self._in)
