"""What Textual works out anew for each message, each callback and each app, worked out once in a process of the tests.

An app of a person does it once; here hundreds begin, and the answer is the same in each of them.
"""

from collections.abc import Awaitable, Callable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

from textual import _callback
from textual.css.model import RuleSet
from textual.message import Message
from textual.message_pump import MessagePump

from screens.frame.style_cache import StyleCache

_dispatch = MessagePump._get_dispatch_methods
_count = _callback._count_parameters
_parse = StyleCache._parse_rules

_answering: dict[tuple[type, str, type], bool | list[type]] = {}
"""By a class, the name of a method and a message: the classes that answer, or whether Textual has to look."""

_counted: dict[tuple[Any, bool], int] = {}
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
_under: WeakKeyDictionary[StyleCache, tuple[dict[str, str], tuple[Any, ...]]] = WeakKeyDictionary()
"""The colours of a sheet, and the same as a key: made anew when it gets others."""


def forget_who_answers() -> None:
    """Look anew: a test may have given a class another method, and has it back by now."""
    _answering.clear()


def who_answers(
    pump: MessagePump, method_name: str, message: Message
) -> Iterator[tuple[type, Callable[[Message], Awaitable[Any]]]]:
    """Yield the handlers of a message as Textual does, asking only the classes that have one."""
    key = (type(pump), method_name, type(message))
    if (classes := _answering.get(key)) is None:
        classes = _answering[key] = _classes_that_answer(*key)
    if isinstance(classes, bool):
        yield from _dispatch(pump, method_name, message)
        return
    for cls in classes:
        if message._no_default_action:
            return
        method = cls.__dict__.get(f"_{method_name}") or cls.__dict__.get(method_name)
        if method is not None:
            yield cls, method.__get__(pump, cls)


def _classes_that_answer(pump: type, method_name: str, message: type) -> bool | list[type]:
    """Return the classes with a handler of this name; True where one is chosen by a decorator, maybe by a selector."""
    kinds = [kind for kind in message.__mro__ if issubclass(kind, Message)]
    found = []
    for cls in pump.__mro__:
        decorated = cls.__dict__.get("_decorated_handlers") or {}
        method = cls.__dict__.get(f"_{method_name}") or cls.__dict__.get(method_name)
        if any(decorated.get(kind) for kind in kinds) or getattr(method, "_textual_on", None):
            return True
        if method is not None:
            found.append(cls)
    return found


def how_many_parameters(function: Callable[..., Any]) -> int:
    """Return how many parameters a callback takes; what was written in one place takes as many each time."""
    code = getattr(function, "__code__", None)
    if code is None or hasattr(function, "__wrapped__") or hasattr(function, "__signature__"):
        return _count(function)
    key = (code, hasattr(function, "__self__"))
    if key not in _counted:
        _counted[key] = _count(function)
    return _counted[key]


def memory_of_a_line(_most: int) -> dict[Any, Any]:
    """Return what a painted line remembers its parts in; Textual makes seven for each line, and counts hits in them."""
    return {}


def rules(style: StyleCache, *source: Any, **more: Any) -> list[RuleSet]:
    """Return the rules of a text: the same text under the same colours gives the same rules in every app."""
    variables = style._variables
    known = _under.get(style)
    if known is None or known[0] is not variables:
        known = _under[style] = (variables, tuple(variables.items()))
    key = (known[1], source, tuple(more.items()))
    if key not in _parsed:
        _parsed[key] = _parse(style, *source, **more)
    return _parsed[key]
