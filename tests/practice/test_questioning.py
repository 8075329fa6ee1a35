"""Questioning: one question at a time, nothing lost, nothing left of what was skipped."""

import pytest

from journal import language
from journal.model.entry import Rel
from journal.model.filter import Filter
from journal.model.kind import State
from journal.model.protocol import Family, Role
from journal.practice import left_runs, questioning
from journal.practice.notebook import Notebook
from journal.protocols.library import Library, shipped
from journal.store import drafts, entries
from tests.practice.conftest import details, given_for, read, situation


@pytest.mark.sweep
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
