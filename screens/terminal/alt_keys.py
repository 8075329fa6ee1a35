"""Escape and a key that came at once: tmux and slow lines send them as they send Alt and that key."""

from collections.abc import Callable

from textual import events


def as_pressed(event: events.Event, is_bound: Callable[[str], bool]) -> list[events.Event]:
    """Return what was pressed: Escape, then the key, unless something is on Alt and that key.

    A terminal that tells Alt apart says no sign with it, and is believed.
    """
    if not isinstance(event, events.Key) or event.is_forwarded or not event.key.startswith("alt+"):
        return [event]
    if event.character is None or is_bound(event.key):
        return [event]
    return [events.Key("escape", "\x1b"), events.Key(event.key.removeprefix("alt+"), event.character)]
