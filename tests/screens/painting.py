"""What a test paints: a page when it has come to rest, and not each of the frames on the way there.

Nobody sees the frames of an app without a terminal, and making them took a third of all the time of these tests. What
cannot be painted still fails its test, and what is read by being painted is read.
"""

from weakref import WeakSet

from textual.screen import Screen

_paint = Screen._compositor_refresh
_due: WeakSet[Screen[object]] = WeakSet()

looking = True
"""Whether anybody would look: not at the door on the way in, which tests of their own look at."""

on_the_way = False
"""Whether more is awaited before anybody looks."""


def paint_later(screen: Screen[object]) -> None:
    """Note that a frame of this page is due, and forget for what, as when it is made: a timer would go on asking."""
    _due.add(screen)
    screen._dirty_widgets.clear()


def paint_what_is_due() -> bool:
    """Paint the pages that changed and are seen; return whether any was."""
    if on_the_way:
        return False
    seen = (screen for screen in _due if screen.is_running and screen.app._screen_stack and not screen.app._exit)
    due = [*seen] if looking else []
    _due.clear()
    for screen in due:
        with screen._context():
            _paint(screen)
    return bool(due)
