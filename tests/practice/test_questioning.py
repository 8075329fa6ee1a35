"""Questioning: one question at a time, nothing lost, nothing left of what was skipped."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import pytest

from journal import language
from journal.errors import EntryNotFound, ProtocolNotFound
from journal.model.entry import Entry, NewEntry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.protocol import Family, PromptKind, Role
from journal.model.reflection import ReflectionDetails
from journal.practice import left_runs, questioning
from journal.practice.notebook import Notebook, open_notebook
from journal.protocols.library import Library, shipped
from journal.settings import Settings
from journal.store import drafts, entries
from journal.vault.vault import OpenVault

PARIS = timezone(timedelta(hours=1))


class Now:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 18, 0, tzinfo=PARIS)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def nb(vault: OpenVault) -> Iterator[Notebook]:
    notebook = open_notebook(vault, clock=Now(), settings=Settings(language="fr"))
    yield notebook
    notebook.store.close()


def situation(nb: Notebook, **fields: object) -> Entry:
    new = {"kind": Kind.SITUATION, "title": "Le CODIR", "body": "Elle a dit : on verra.", "happened_at": nb.clock()}
    with nb.store.writing() as tx:
        return entries.add(tx, NewEntry.model_validate(new | fields), nb.clock())


def read(nb: Notebook, ref: int) -> Entry:
    with nb.store.reading() as tx:
        return entries.get(tx, ref)


def details(entry: Entry) -> ReflectionDetails:
    assert isinstance(entry.details, ReflectionDetails)
    return entry.details


def given_for(run: questioning.Run) -> int | str:
    prompt = run.prompt
    assert prompt is not None
    if prompt.kind is PromptKind.SCALE:
        return 9
    if prompt.kind is PromptKind.CHOICE:
        return prompt.choices[0].id
    return f"réponse à {prompt.id}\nsur deux lignes"


@pytest.mark.parametrize("code", [protocol.code for protocol in shipped().protocols])
@pytest.mark.parametrize("spoken", language.languages())
def test_every_protocol_runs_to_a_reflection_as_it_was_asked(
    nb: Notebook, code: str, spoken: language.Language
) -> None:
    about = situation(nb).ref
    with language.speaking(spoken):
        run = questioning.start(nb, shipped().get(code), about)
        seen = []
        while run.prompt is not None:
            seen.append(run.prompt.question.in_(spoken))
            assert run.number == len(seen)
            assert run.minutes_left >= 1
            run = questioning.keep(nb, questioning.answer(run, given_for(run)))
        kept = questioning.finish(nb, run)
    assert kept is not None
    entry = read(nb, kept.ref)
    assert entry.state is State.DONE
    assert entry.title == shipped().get(code).title.in_(spoken)
    assert [asked.question for asked in details(entry).asked] == seen
    assert all(question in entry.body for question in seen)
    assert [(link.rel, link.ref) for link in entry.links] == [(Rel.ABOUT, about)]
    assert (details(entry).protocol, details(entry).language) == (code, spoken)
    assert left_runs.open_reflections(nb) == []


def test_nothing_is_written_until_something_is_said(nb: Notebook) -> None:
    questioning.start(nb, shipped().get("heat"))
    assert left_runs.open_reflections(nb) == []


def test_skipping_everything_leaves_no_trace(nb: Notebook) -> None:
    run = questioning.start(nb, shipped().get("heat"))
    while run.prompt is not None:
        run = questioning.keep(nb, questioning.skip(run))
    assert questioning.finish(nb, run) is None
    with nb.store.reading() as tx:
        assert drafts.all(tx) == []
        assert entries.newest(tx, Filter(), 10) == []


def test_a_skipped_question_is_nowhere_in_the_reflection(nb: Notebook) -> None:
    run = questioning.start(nb, shipped().get("three-times"))
    skipped = run.prompt
    assert skipped is not None
    run = questioning.keep(nb, questioning.skip(run))
    run = questioning.answer(run, "cela compte")
    entry = questioning.finish(nb, run)
    assert entry is not None
    raw = read(nb, entry.ref).model_dump_json()
    assert skipped.question.by_language["en"] not in raw
    assert '"what"' not in raw
    assert [asked.prompt for asked in details(read(nb, entry.ref)).asked] == ["so-what"]


def test_an_empty_answer_is_a_skip_and_takes_the_earlier_one_away(nb: Notebook) -> None:
    run = questioning.answer(questioning.start(nb, shipped().get("three-times")), "première")
    run = questioning.back(run)
    assert run.typed == "première"
    run = questioning.answer(run, "  \n ")
    assert run.asked == ()


@pytest.mark.parametrize("stop_at", range(9))
def test_a_kill_at_any_question_resumes_at_the_same_one_with_the_half_typed_answer(
    vault: OpenVault, clock: Callable[[], datetime], stop_at: int
) -> None:
    first = open_notebook(vault, clock=clock, settings=Settings())
    about = situation(first).ref
    run = questioning.in_form(questioning.start(first, shipped().get("heat"), about), short=False)
    for _each in range(stop_at):
        run = questioning.keep(first, questioning.answer(run, given_for(run)))
    half = questioning.typing(run, "à moitié")
    questioning.keep(first, half)
    first.store.close()  # the process is gone; nothing but the vault is left
    second = open_notebook(vault, clock=clock, settings=Settings())
    (left,) = left_runs.open_reflections(second)
    again = left_runs.resume(second, shipped(), left.key)
    assert (again.at, again.typed, again.about) == (half.at, "à moitié", about)
    assert again.answers == half.answers
    assert (again.number, again.count) == (half.number, half.count)
    second.store.close()


@pytest.fixture
def clock() -> Now:
    return Now()


def test_jobs_that_do_not_know_the_number_yet_make_one_reflection(nb: Notebook) -> None:
    run = questioning.start(nb, shipped().get("three-times"))
    one = questioning.answer(run, "un")
    two = questioning.answer(one, "deux")  # built from `one`, not from what keeping it returned
    first = questioning.keep(nb, one)
    second = questioning.keep(nb, two)
    done = questioning.finish(nb, two)
    assert done is not None
    assert first.ref == second.ref == done.ref


def test_a_follow_up_is_kept_beside_its_answer_and_survives_a_kill_half_typed(nb: Notebook) -> None:
    run = questioning.typing(questioning.start(nb, shipped().get("three-times")), "Il coupe toujours la parole.")
    run = questioning.take(run, Family.ABSOLUTES, "« toujours » : une fois où ce fut autrement ?")
    run = questioning.typing_follow_up(run, "Une fois,")
    questioning.keep(nb, run)
    (left,) = left_runs.open_reflections(nb)
    run = left_runs.resume(nb, shipped(), left.key)
    assert run.following is not None
    assert (run.typed, run.following.typed) == ("Il coupe toujours la parole.", "Une fois,")
    run = questioning.follow_up_answered(questioning.typing_follow_up(run, "Une fois, en mars."))
    run = questioning.answer(run, run.typed)
    entry = questioning.finish(nb, run)
    assert entry is not None
    assert entry.body.index("toujours la parole") < entry.body.index("une fois où") < entry.body.index("en mars")
    assert details(entry).asked[0].followed[0].family is Family.ABSOLUTES


def test_branches_open_and_close_with_the_answers(nb: Notebook) -> None:
    run = questioning.start(nb, shipped().get("heat"))
    assert run.count == 4
    run = questioning.in_form(run, short=False)
    assert run.count == 8
    while run.at != "after":
        run = questioning.skip(run)
    run = questioning.answer(run, 8)
    assert run.at == "next-hour"
    assert run.count == 9
    run = questioning.answer(run, "marcher")
    run = questioning.back(questioning.back(run))
    assert run.at == "after"
    run = questioning.answer(run, 3)
    assert run.prompt is None
    assert "next-hour" not in run.answers


def test_going_back_keeps_what_was_typed(nb: Notebook) -> None:
    run = questioning.answer(questioning.start(nb, shipped().get("three-times")), "un")
    run = questioning.back(run, "deux, à moitié")
    assert run.at == "what"
    assert run.answers == {"what": "un", "so-what": "deux, à moitié"}
    assert questioning.back(run).at == "what"


def test_a_retelling_has_the_first_version_beside_it(nb: Notebook) -> None:
    run = questioning.in_form(questioning.start(nb, shipped().get("heat")), short=False)
    while run.at != "retold":
        run = questioning.answer(run, given_for(run))
    assert run.first_version.startswith("réponse à facts")


def test_intensities_are_kept_as_two_numbers(nb: Notebook) -> None:
    run = questioning.answer(questioning.start(nb, shipped().get("heat")), 9)
    while run.at != "after":
        run = questioning.skip(run)
    entry = questioning.finish(nb, questioning.answer(run, 4))
    assert entry is not None
    assert (details(entry).intensity_before, details(entry).intensity_after) == (9, 4)


def test_an_answer_that_is_no_answer_is_refused_as_one(nb: Notebook) -> None:
    run = questioning.start(nb, shipped().get("heat"))
    assert questioning.answer(run, 11).asked == ()
    assert questioning.answer(run, "fort").asked == ()
    posture = questioning.start(nb, shipped().get("posture"))
    while posture.at != "layer":
        posture = questioning.skip(posture)
    assert questioning.answer(posture, "elsewhere").asked == ()


def test_several_reflections_make_a_thread_in_order(nb: Notebook) -> None:
    about = situation(nb).ref
    made = []
    for code in ("heat", "zoom-out", "heat"):
        run = questioning.start(nb, shipped().get(code), about)
        entry = questioning.finish(nb, questioning.answer(run, given_for(run)))
        assert entry is not None
        made.append(entry.ref)
    assert [line.ref for line in questioning.thread(nb, about)] == made


def test_a_protocol_that_changed_leaves_old_reflections_as_they_were_asked(nb: Notebook) -> None:
    old = shipped().get("three-times")
    run = questioning.answer(questioning.start(nb, old), "ce jour-là")
    entry = questioning.finish(nb, run)
    assert entry is not None
    asked = old.prompts[0].question.by_language["en"]
    prompt = old.prompts[0].with_(question=old.prompts[0].question.with_(by_language={"en": "Something else?"}))
    changed = Library((old.with_(version=old.version + 1, prompts=(prompt, *old.prompts[1:])),))
    assert details(read(nb, entry.ref)).asked[0].question == asked
    assert asked in read(nb, entry.ref).body
    assert details(read(nb, entry.ref)).version == old.version
    assert changed.get("three-times").prompts[0].question.by_language["en"] == "Something else?"


def test_a_run_left_open_goes_on_with_the_newer_version_and_keeps_what_was_said(nb: Notebook) -> None:
    old = shipped().get("three-times")
    run = questioning.keep(nb, questioning.answer(questioning.start(nb, old), "ce jour-là"))
    newer = Library((old.with_(version=old.version + 1, prompts=old.prompts[2:]),))
    again = left_runs.resume(nb, newer, run.key)
    assert again.at == "now-what"
    entry = questioning.finish(nb, questioning.answer(again, "demain"))
    assert entry is not None
    assert [asked.prompt for asked in details(entry).asked] == ["what", "now-what"]


def test_a_protocol_that_is_gone_is_told_by_its_code(nb: Notebook) -> None:
    run = questioning.keep(nb, questioning.answer(questioning.start(nb, shipped().get("three-times")), "x"))
    with pytest.raises(ProtocolNotFound):
        left_runs.resume(nb, Library(()), run.key)


def test_resuming_what_was_never_left_says_so(nb: Notebook) -> None:
    with pytest.raises(EntryNotFound):
        left_runs.resume(nb, shipped(), "reflection:none")


def test_discarding_a_run_leaves_neither_reflection_nor_draft(nb: Notebook) -> None:
    run = questioning.keep(nb, questioning.answer(questioning.start(nb, shipped().get("heat")), 8))
    questioning.discard(nb, run)
    assert run.ref is not None
    with pytest.raises(EntryNotFound):
        read(nb, run.ref)
    assert left_runs.open_reflections(nb) == []


def test_the_line_on_which_it_ended_can_be_read_from_the_reflection(nb: Notebook) -> None:
    run = questioning.start(nb, shipped().get("three-times"))
    while run.prompt is not None:
        run = questioning.answer(run, given_for(run))
    entry = questioning.finish(nb, run)
    assert entry is not None
    assert questioning.words_for(entry, shipped(), Role.IF_THEN).startswith("réponse à if-then")
    assert questioning.words_for(entry, Library(()), Role.IF_THEN) == ""


def test_a_run_printed_says_nothing_of_its_answers(nb: Notebook) -> None:
    run = questioning.answer(questioning.start(nb, shipped().get("three-times")), "secret")
    assert "secret" not in repr(run)


def test_what_is_to_become_of_nothing_is_not_asked_and_not_kept(nb: Notebook) -> None:
    run = questioning.typing(questioning.skip(questioning.start(nb, shipped().get("let-go"))), "mot")
    questioning.keep(nb, run)
    run = questioning.keep(nb, questioning.typing(run, ""))
    assert left_runs.open_reflections(nb) == []
    run = questioning.keep(nb, questioning.answer(run, "mot"))
    assert [one.ref for one in left_runs.open_reflections(nb)] == [run.ref]
    run = questioning.keep(nb, questioning.skip(questioning.back(run)))  # taken back: the open reflection goes with it
    assert left_runs.open_reflections(nb) == []
    run = questioning.skip(questioning.skip(run))
    assert run.prompt is None
    assert questioning.finish(nb, run) is None
