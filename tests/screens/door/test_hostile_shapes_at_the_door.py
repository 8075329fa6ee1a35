"""Pipes, links and folders where a vault has its files, met by the app: told at once, and the app goes on."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.practice import capturing
from journal.practice.sealed_notes import seal_texts

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes with names are of POSIX")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link(path: Path) -> None:
    outside = path.parent.parent / "outside"
    outside.write_bytes(b"elsewhere")
    path.symlink_to(outside)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def folder(path: Path) -> None:
    path.mkdir()


SHAPES = [pipe, link, device, folder]


@pytest.mark.sweep
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["vault.json", "journal.db", "journal.db-wal", "vault.lock"])
async def test_what_a_vault_does_not_have_there_is_told_at_the_door(
    vaulted: Any, name: str, shape: Callable[[Path], None]
) -> None:
    path = vaulted.environment.folder / name
    path.unlink(missing_ok=True)
    shape(path)
    async with vaulted.locked_app() as pilot:
        await vaulted.enter(pilot)
        assert not vaulted.app(pilot).is_open
        assert f"{path} is a link, a folder or something else" in str(pilot.app.screen.query_one("#told").render())


@pytest.mark.sweep
@pytest.mark.parametrize("shape", SHAPES)
async def test_what_comes_into_the_inbox_while_the_app_is_open_is_put_aside(
    house: Any, shape: Callable[[Path], None]
) -> None:
    house.environment = replace(house.environment, delays=replace(house.environment.delays, inbox=0.05))
    house.make()
    inbox = house.environment.folder / "inbox"
    async with house.unlocked_app() as pilot:
        shape(inbox / f"{'0' * 32}.sealed")
        seal_texts(house.environment.folder, ["Un mot de dehors"], house.hands.at)
        for _ in range(500):
            await pilot.pause(0.01)
            if "Un mot de dehors" in house.shown(pilot):
                break
        assert "Un mot de dehors" in house.shown(pilot)
        await house.settle(pilot)
        assert [path.name for path in inbox.iterdir()] == ["unreadable"]
        assert capturing.take_over_captures(house.app(pilot).journal.notebook) == 0
    shutil.rmtree(inbox)
