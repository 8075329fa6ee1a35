"""Questioning line by line: the reflection that the app would keep, and nothing lost wherever it ends."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from journal.cli.line_answers import AnswerReader, LeftForLater
from journal.cli.line_choice import _named
from journal.cli.line_end import end
from journal.cli.line_run import LineRun
from journal.cli.typed_lines import Lines, Order, Rest, order_in
from journal.clock import now
from journal.errors.storage import DiskFull
from journal.language import Language, _, speaking
from journal.model.kind import State
from journal.model.plan import StepDetails
from journal.model.protocol import PromptKind
from journal.practice import left_runs, planning, questioning, reading
from journal.practice.notebook import Notebook, open_notebook
from journal.practice.run import Run, in_form
from journal.protocols.library import shipped
from journal.settings import Settings
from journal.vault import vault

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

PASSPHRASE = "marmotte kiosque vanille 7f3a9c"


@dataclass
class Person:
    """Somebody at a terminal: lines typed one after the other, and a look at what is kept before each."""

    notebook: Notebook
    typed: list[str]
    seen: list[tuple[int, str]] = field(default_factory=list)

    def line(self) -> str:
        left = left_runs.open_reflections(self.notebook)
        if left:
            run = left_runs.resume(self.notebook, shipped(), left[0].key)
            self.seen.append((len(run.asked), run.typed))
        return self.typed.pop(0) + "\n" if self.typed else ""


@pytest.fixture
def notebook(shell: "Shell") -> Iterator[Notebook]:
    opened = vault.unlock(shell.folder, PASSPHRASE)
    held = open_notebook(opened, now, Settings())
    yield held
    held.close()


def talk(notebook: Notebook, code: str, *typed: str) -> tuple[LineRun, Person]:
    person = Person(notebook, list(typed))
    run = questioning.start(notebook, shipped().get(code))
    return LineRun(notebook, Lines(asks=True, read=person.line), run), person


def test_a_program_gives_one_answer_a_line_and_finds_the_reflection(shell: "Shell") -> None:
    shell.log("The board said no")
    done = shell.run(
        "question", "heat", "--on", "1", "--json", stdin="7\nHe always said no\nIf asked, then I wait\n4\n"
    )
    assert done.code == 0
    details = done.json["details"]
    assert [one["answer"] for one in details["asked"]] == [7, "He always said no", "If asked, then I wait", 4]
    assert (details["intensity_before"], details["intensity_after"], details["short"]) == (7, 4, True)
    assert (done.json["state"], done.json["links"]) == ("done", [{"rel": "about", "ref": 1}])
    assert "Question 1 of 4" in done.err


def test_the_end_of_input_keeps_what_is_there_and_it_is_gone_on_with(shell: "Shell") -> None:
    first = shell.run("question", "heat", stdin="7\n\n")
    assert (first.code, first.out) == (0, "")
    assert "recul question --on 1" in first.err
    assert shell.run("show", "1", "--json").json["state"] == "open"
    assert shell.run("question", "--on", "1", stdin="If asked, then I wait\n3\n").code == 0
    kept = shell.run("show", "1", "--json").json
    assert (kept["state"], [one["answer"] for one in kept["details"]["asked"]]) == (
        "done",
        [7, "If asked, then I wait", 3],
    )


def test_an_answer_that_is_none_ends_a_program_with_all_before_kept(shell: "Shell") -> None:
    done = shell.run("question", "heat", "--long", stdin="7\nIt rained\nmy neck\n\n\n\n\nmuch\n")
    assert done.code == 2
    kept = shell.run("show", "1", "--json").json
    assert [one["answer"] for one in kept["details"]["asked"]] == [7, "It rained", "my neck"]


@pytest.mark.parametrize(
    ("arguments", "code"), [((), 2), (("no-such",), 4), (("heat", "--on", "9"), 4), (("--on", "9"), 4)]
)
def test_what_cannot_be_run_is_told(shell: "Shell", arguments: tuple[str, ...], code: int) -> None:
    assert shell.run("question", *arguments).code == code
    assert shell.run("list").out == ""


def test_each_line_is_on_the_disk_before_the_next_is_awaited(notebook: Notebook) -> None:
    asked, person = talk(notebook, "heat", "7", "first", "second", "", "If a, then b", "", "7")
    asked.ask_all()
    assert person.seen == [(1, ""), (1, "first"), (1, "first\nsecond"), (2, ""), (2, "If a, then b"), (3, "")]


def test_going_back_shows_the_answer_and_adds_to_it(notebook: Notebook, capsys: pytest.CaptureFixture[str]) -> None:
    asked, _person = talk(notebook, "heat", "7", "It rained", "", ":back", "all day", "", "If a, then b", "", "3")
    run = asked.ask_all()
    assert run.answers["facts"] == "It rained\nall day"
    assert "Your answer so far" in capsys.readouterr().err


def test_an_answer_can_be_taken_away(notebook: Notebook) -> None:
    asked, _person = talk(notebook, "heat", "7", "It rained", "", ":back", ":clear", "It snowed", "", "", "3")
    assert asked.ask_all().answers["facts"] == "It snowed"


def test_what_a_wording_calls_for_is_asked_and_kept_beside_the_answer(notebook: Notebook) -> None:
    asked, _person = talk(notebook, "heat", "7", "He always says no to everything", "", "Once, in March", "", "", "3")
    run = asked.ask_all()
    given = run.given("facts")
    assert given is not None
    assert [(one.family.value, one.answer) for one in given.followed] == [("absolutes", "Once, in March")]
    assert given.answer == "He always says no to everything"


def test_what_weighs_more_is_met_with_care_before_all_else(
    notebook: Notebook, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, _person = talk(notebook, "heat", "3", "It rained", "", "", "9", "1")
    with pytest.raises(LeftForLater):
        asked.ask_all()
    assert "It weighs more than when you began" in capsys.readouterr().err
    assert asked.run.answers["after"] == 9
    line = reading.line(notebook, asked.run.ref or 0)
    assert line is not None
    assert line.state is State.OPEN


@pytest.mark.parametrize("said", ["1", "#1"])
def test_the_number_of_an_entry_in_place_of_a_protocol_is_told_as_one(shell: "Shell", said: str) -> None:
    shell.run("log", "It rained.")
    assert "recul question --on 1" in shell.run("question", said).err
    assert "--on" not in shell.run("question", "7").err


def _answers(run: Run) -> str:
    prompt = run.prompt
    assert prompt is not None
    return {PromptKind.SCALE: "5", PromptKind.CHOICE: "1"}.get(prompt.kind, "A word")


def test_every_protocol_is_run_to_its_end_as_the_app_would_keep_it(notebook: Notebook) -> None:
    with speaking("fr"):
        for protocol in shipped().protocols:
            run = questioning.start(notebook, protocol)
            asked = LineRun(notebook, Lines(asks=False, read=lambda: ""), run)
            asked.lines = Lines(asks=False, read=lambda asked=asked: f"{_once(asked)}\n")
            by_app = run
            ended = asked.ask_all()
            for one in ended.asked:
                by_app = questioning.answer(_at(by_app, one.prompt), one.answer)
            assert ended.asked == by_app.asked, protocol.code
            assert ended.said, protocol.code


def _at(run: Run, prompt: str) -> Run:
    while run.at != prompt:
        run = questioning.skip(run)
    return run


def _once(asked: LineRun) -> str:
    """Answer each question, and one that is asked again once only."""
    prompt = asked.run.prompt
    assert prompt is not None
    return "" if prompt.id.endswith("-2") else _answers(asked.run)


def test_putting_down_destroys_after_the_word_alone(notebook: Notebook) -> None:
    for word, there in (("no", True), ("destroy", False)):
        run = questioning.start(notebook, shipped().get("let-go"))
        put_down = next(one for one in run.protocol.prompts if one.choices)
        run = questioning.answer(_at(questioning.answer(run, 5), "writing"), "all of it")
        run = questioning.answer(_at(run, put_down.id), "destroy")
        run = questioning.keep(notebook, run)
        reader = AnswerReader(Lines(asks=False, read=io.StringIO(word + "\n").readline), "en", lambda _text: None)
        kept = end(notebook, run, reader)
        assert (kept is not None) is there
        assert (reading.line(notebook, run.ref or 0) is not None) is there


def test_what_the_disk_refuses_is_said_and_tried_again(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, _person = talk(notebook, "heat", "7", "It rained", "", "If a, then b", "", "3")
    keep = questioning.keep

    def refusing(held: Notebook, run: Run) -> Run:
        if run.typed == "It rained":
            raise DiskFull
        return keep(held, run)

    monkeypatch.setattr(questioning, "keep", refusing)
    run = asked.ask_all()
    assert "Not saved" in capsys.readouterr().err
    assert (run.answers["facts"], asked.unsaved) == ("It rained", False)


def test_orders_are_heard_in_both_languages_and_nothing_else_is_one() -> None:
    with speaking("fr"):
        assert order_in(":retour") is order_in(":r") is order_in(":back") is Order.BACK
        assert order_in(":tard") is order_in(":later") is Order.LATER
        for text in (":", ":-)", ": retour", "retour", ":retourner", ""):
            assert order_in(text) is None, text


def test_the_journal_closes_when_nobody_types_by_the_longer_of_two_clocks() -> None:
    times = [0.0, 0.0]
    closed: list[str] = []
    rest = Rest(5, lambda: closed.append("closed"), (lambda: times[0], lambda: times[1]))
    times[0] = 299
    assert not rest.over
    times[1] = 300  # the machine slept: one clock stood still
    assert rest.over
    rest.touch()
    assert closed == ["closed"]  # before anything is done with the line
    assert not Rest(0, lambda: None, (lambda: times[1],)).over  # never, where the app never locks


@contextmanager
def _lines(*lines: str) -> Iterator[Lines]:
    left = [f"{line}\n" for line in lines]
    yield Lines(asks=True, read=lambda: left.pop(0) if left else "")


def test_a_number_is_asked_for_until_it_is_one(notebook: Notebook, capsys: pytest.CaptureFixture[str]) -> None:
    run = questioning.start(notebook, shipped().get("heat"))
    assert run.prompt is not None
    with _lines("much", "11", "7/10") as lines:
        assert AnswerReader(lines, "en", lambda _text: None).read(run.prompt, "") == 7
    assert capsys.readouterr().err.count("That is not noted.\nA number from 0 to 10.") == 2


@pytest.mark.parametrize("short", [None, True, False])
def test_how_long_it_takes_is_told_alike_before_and_at_the_first_question(
    notebook: Notebook, short: bool | None
) -> None:
    for protocol in shipped().protocols:
        run = questioning.start(notebook, protocol)
        told = _named(protocol, short=short)
        left = (run if short is None else in_form(run, short=short)).minutes_left
        assert f", {left} minute" in told, protocol.code


@pytest.mark.parametrize("spoken", ["en", "fr"])
def test_a_step_is_one_line_and_has_both_halves(
    notebook: Notebook, capsys: pytest.CaptureFixture[str], spoken: Language
) -> None:
    said, kept = (
        ("Breathe", "If he asks, then I wait") if spoken == "en" else ("Respirer", "S’il insiste, alors j’attends")
    )
    with speaking(spoken):
        asked, _person = talk(notebook, "heat", "7", "It rained", "", "", "3", "2", said, kept, "")
        end(notebook, asked.ask_all(), asked.reader)
        asked_again = _("A step begins with its “if”: what may happen?")
    assert [step.details_as(StepDetails).when for step in planning.open_steps(notebook)] == [planning.parted(kept)[0]]
    assert capsys.readouterr().err.count(asked_again) == 1


@pytest.mark.parametrize("chosen", ["1", ""])
def test_who_wants_to_die_meets_whom_to_talk_to_and_no_other_follow_up(
    notebook: Notebook, capsys: pytest.CaptureFixture[str], chosen: str
) -> None:
    asked, _person = talk(notebook, "heat", "7", "He always says no, I want to die", "", chosen, "", "3")
    run = asked.ask_all()
    told = capsys.readouterr().err
    assert "people will listen" in told
    assert ("3114" in told) is bool(chosen)
    given = run.given("facts")
    assert given is not None
    assert given.followed == ()


def test_a_program_is_shown_whom_to_talk_to_once_beside_what_it_reads(shell: "Shell") -> None:
    done = shell.run("question", "heat", "--json", stdin="7\nI want to die\nI want to die, then I wait\n4\n")
    assert (done.code, done.json["state"]) == (0, "done")
    assert (done.err.count("people will listen"), done.err.count("3114"), "3114" in done.out) == (1, 1, False)
