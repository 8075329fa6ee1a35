"""What the red thread keeps of the months it shows: always equal to what is summed anew, gone with its texts."""

import json
from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest

from journal.language import speaking
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.model.person import Person
from journal.practice import capturing, known_people, reading, red_thread, thread_choices, thread_window
from journal.practice.notebook import Notebook
from journal.store import people, preferences, search_index, word_counts

_WORDS = [
    "girafe",
    "licorne",
    "réunion",
    "réunions",
    "budget",
    "Karim",
    "Nadia",
    "Lens",
    "usine",
    "trancher",
    "décider",
    "demander",
]


def _windows(notebook: Notebook) -> list[str]:
    with notebook.store.reading() as tx:
        return tx.column("SELECT value FROM preference WHERE key LIKE 'words-of-window:%'")


def _wrote(notebook: Notebook, body: str, days: int = 0, **more: object) -> int:
    at = notebook.clock() - timedelta(days=days)
    return capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="", body=body, happened_at=at, **more)).ref


def _rewrite(notebook: Notebook, ref: int, **more: object) -> None:
    capturing.rewrite(notebook, reading.entry(notebook, ref).with_(**more))


def _anew(notebook: Notebook, back: int, monkeypatch: pytest.MonkeyPatch) -> red_thread.RedThread:
    """Return what is summed from every text, nothing kept being read."""
    with monkeypatch.context() as patched:
        patched.setattr(thread_window, "kept", lambda *_given: None)
        patched.setattr(word_counts, "kept", lambda *_given: {})
        patched.setattr(word_counts, "keep", lambda *_given: None)
        patched.setattr(thread_window, "keep", lambda *_given: None)
        return red_thread.red_thread(notebook, back)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_equals_what_is_summed_anew(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    random = Random(seed)
    refs: list[int] = []

    def text() -> str:
        return " ".join(random.choices(_WORDS, k=12)) + "."

    def write() -> None:
        patterns = tuple(random.sample(list(Pattern), random.randint(0, 2)))
        refs.append(_wrote(notebook, text(), random.randint(0, 430), patterns=patterns))

    def rewrite() -> None:
        at = notebook.clock() - timedelta(days=random.randint(0, 430))
        _rewrite(notebook, random.choice(refs), body=text(), happened_at=at)

    def name() -> None:
        alias = random.choice(("un collègue", "quelqu’un"))
        known_people.keep_person(notebook, Person(name=random.choice(("Karim", "Nadia")), alias=alias))

    changes: list[Callable[[], object]] = [
        write,
        rewrite,
        name,
        lambda: reading.trash(notebook, random.choice(refs)),
        lambda: reading.untrash(notebook, random.choice(refs)),
        lambda: reading.purge(notebook, refs.pop(random.randrange(len(refs)))),
        lambda: thread_choices.group(notebook, "reunion", random.choice(("réunions", ""))),
        lambda: thread_choices.mark_place(notebook, random.choice(("lens", "usine"))),
        lambda: thread_choices.tick(notebook, "word:girafe"),
        lambda: thread_choices.leave_out(notebook, random.choice(("budget", "decider"))),
        lambda: thread_choices.leave_out_only(notebook, ""),
    ]
    for _each in range(6):
        write()
    for _step in range(25):
        random.choice(changes if len(refs) > 3 else [write])()
        back = random.choice((0, 0, 1, 2))
        first = red_thread.red_thread(notebook, back)
        assert red_thread.red_thread(notebook, back) == first == _anew(notebook, back, monkeypatch)


def test_nothing_is_summed_while_nothing_changed(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    _wrote(notebook, "Girafe, girafe, girafe.", patterns=(Pattern.SOLITUDE,))
    first = red_thread.red_thread(notebook)

    def never(*_given: object) -> None:
        pytest.fail("summed again")

    monkeypatch.setattr(word_counts, "kept", never)
    assert red_thread.red_thread(notebook) == first
    assert "word:girafe" in {each.key for each in first.threads}


_ANY = "Girafe, girafe, girafe. Karim."


@pytest.mark.parametrize(
    "change",
    [
        lambda notebook, ref: _wrote(notebook, "Une licorne."),
        lambda notebook, ref: _wrote(notebook, "Une licorne.", 90),
        lambda notebook, ref: _rewrite(notebook, ref, body="Une licorne."),
        lambda notebook, ref: _rewrite(notebook, ref, happened_at=notebook.clock() - timedelta(days=40)),
        lambda notebook, ref: _rewrite(notebook, ref, patterns=(Pattern.SOLITUDE,)),
        reading.trash,
        reading.purge,
        lambda notebook, ref: known_people.keep_person(notebook, Person(name="Karim", alias="un collègue")),
        lambda notebook, ref: thread_choices.group(notebook, "girafe", "girafes"),
        lambda notebook, ref: thread_choices.mark_place(notebook, "girafe"),
        lambda notebook, ref: thread_choices.leave_out(notebook, "girafe"),
    ],
    ids=[
        "written",
        "another-month",
        "reworded",
        "moved",
        "pattern",
        "trashed",
        "destroyed",
        "named",
        "grouped",
        "place",
        "left-out",
    ],
)
def test_every_way_of_changing_drops_it(notebook: Notebook, change: Callable[[Notebook, int], object]) -> None:
    ref = _wrote(notebook, _ANY)
    red_thread.red_thread(notebook)
    assert "girafe" in str(_windows(notebook))
    change(notebook, ref)
    assert _windows(notebook) == []


def test_it_goes_with_the_trash_taken_back_with_somebody_forgotten_and_with_the_index(notebook: Notebook) -> None:
    ref = _wrote(notebook, _ANY)
    _wrote(notebook, "Une licorne.")
    karim = known_people.keep_person(notebook, Person(name="Karim", alias="un collègue"))
    reading.trash(notebook, ref)
    red_thread.red_thread(notebook)
    assert _windows(notebook)
    reading.untrash(notebook, ref)
    assert _windows(notebook) == []
    red_thread.red_thread(notebook)
    assert "karim" in str(_windows(notebook))
    with notebook.store.writing() as tx:
        people.forget_person(tx, karim.id)
    assert _windows(notebook) == []
    red_thread.red_thread(notebook)
    with notebook.store.writing() as tx:
        search_index.rebuild(tx)
    assert _windows(notebook) == []


def test_one_made_with_something_else_or_without_sense_is_nothing(notebook: Notebook) -> None:
    _wrote(notebook, _ANY)
    first = red_thread.red_thread(notebook)
    [kept] = map(json.loads, _windows(notebook))
    for nonsense in (
        [],
        3,
        {"rows": 3},
        {**kept, "given": "x", "rows": []},
        {**kept, "rows": [["word:x", "x", [], []]]},
    ):
        with notebook.store.writing() as tx:
            word_counts.keep_window(tx, 202611, 202611, nonsense)
        assert red_thread.red_thread(notebook) == first
    with notebook.store.writing() as tx:  # whoever wrote the choices, they count
        preferences.put(tx, "red-thread-places", ["girafe"])
    assert "place:girafe" in {each.key for each in red_thread.red_thread(notebook).threads}


def test_hours_and_patterns_are_named_in_the_language_of_today(notebook: Notebook) -> None:
    _wrote(notebook, _ANY, patterns=(Pattern.SOLITUDE,))
    english = {each.key: each.label for each in red_thread.red_thread(notebook).threads}
    with speaking("fr"):
        french = {each.key: each.label for each in red_thread.red_thread(notebook).threads}
    changed = {key.partition(":")[0] for key in english if english[key] != french[key]}
    assert changed == {"hour", "pattern"}
