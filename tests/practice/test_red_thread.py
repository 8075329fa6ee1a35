"""The red thread: own words counted and placed in time, opened at their passages, kept and forgotten with the texts."""

from datetime import datetime, timedelta

from journal.model.entry import NewEntry
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.person import Person
from journal.model.prompt import PromptKind
from journal.model.reflection import Asked, ReflectionDetails
from journal.practice import capturing, comparing_periods, known_people, reading, red_thread, thread_choices
from journal.practice.counting_words import Counting
from journal.practice.notebook import Notebook
from journal.practice.passages import Passage, holding, passages
from journal.practice.red_thread import RedThread
from journal.practice.threads import Sort, Thread
from journal.store import word_counts


def _wrote(notebook: Notebook, at: datetime, body: str, **more: object) -> int:
    new = NewEntry(kind=Kind.SITUATION, title="Scène", body=body, happened_at=at, **more)
    return capturing.write(notebook, new).ref


def _thread(notebook: Notebook, key: str) -> Thread:
    return _in(red_thread.red_thread(notebook), key)


def _in(of: RedThread, key: str) -> Thread:
    return next(each for each in of.threads if each.key == key)


def _passages(notebook: Notebook, of: RedThread, key: str) -> list[Passage]:
    thread = _in(of, key)
    return passages(notebook, thread, holding(notebook, thread, of.months))


def test_words_are_counted_by_their_folded_form_and_placed_in_their_months(notebook: Notebook) -> None:
    now = notebook.clock()
    _wrote(notebook, now - timedelta(days=61), "Réunion de service. La REUNION dure, la réunion m’échappe.")
    _wrote(notebook, now, "Encore une réunion où tout se décide.")
    found = red_thread.red_thread(notebook)
    assert [(each.year, each.month) for each in found.months] == [(2026, 9), (2026, 10), (2026, 11)]
    thread = _in(found, "word:reunion")
    assert (thread.label, thread.counts, thread.total) == ("réunion", (3, 0, 1), 4)
    assert not [each for each in found.threads if each.key in {"word:une", "word:tout", "word:de"}]


def test_words_put_together_by_hand_are_one_until_they_are_parted_again(notebook: Notebook) -> None:
    _wrote(notebook, notebook.clock(), "Une réunion, deux réunions, trois réunions, encore une réunion.")
    assert thread_choices.grouped(notebook, "reunion") == ()
    thread_choices.group(notebook, "reunion", "Réunions, réunion")
    assert _thread(notebook, "word:reunion").counts == (4,)
    assert thread_choices.grouped(notebook, "reunion") == ("reunions",)
    of = red_thread.red_thread(notebook)
    assert len(_passages(notebook, of, "word:reunion")) == 4
    thread_choices.group(notebook, "reunion", "")
    thread_choices.group(notebook, "reunions", "réunion")
    assert _thread(notebook, "word:reunions").counts == (4,)


def test_every_count_opens_as_many_passages(notebook: Notebook) -> None:
    first = notebook.clock().replace(hour=10)
    ref = _wrote(notebook, first, "Il a repris la main. J’ai repris la main aussi, puis j’ai repris la main encore.")
    of = red_thread.red_thread(notebook)
    for key, word in (("expression:repris la main", "repris la main"), ("word:repris", "repris")):
        found = _passages(notebook, of, key)
        assert [each.ref for each in found] == [ref] * _in(of, key).total == [ref] * 3
        assert {each.words[each.start : each.end] for each in found} == {word}


def test_a_word_of_the_question_is_not_ones_own(notebook: Notebook) -> None:
    asked = Asked(
        prompt="what", kind=PromptKind.TEXT, question="Quelles contraintes, contraintes, contraintes ?",
        answer="Le budget, le budget, le budget.", words="Le budget, le budget, le budget.",
    )  # fmt: skip
    new = NewEntry(
        kind=Kind.REFLECTION, title="Dézoomer", body="### contraintes", happened_at=notebook.clock(),
        details=ReflectionDetails(asked=(asked,)),
    )  # fmt: skip
    capturing.write(notebook, new)
    keys = {each.key for each in red_thread.red_thread(notebook).threads}
    assert "word:budget" in keys
    assert "word:contraintes" not in keys


def test_people_stand_there_by_their_name_and_go_on_by_their_alias(notebook: Notebook) -> None:
    known_people.keep_person(notebook, Person(name="Karim", alias="Collègue 1", forms=("Karim Benali",)))
    known_people.keep_person(notebook, Person(name="Olivia de la Tour", alias="la directrice"))
    text = "Karim attend. Karim Benali tranche. Karim part. Olivia de la Tour écoute, Olivia de la Tour rit."
    _wrote(notebook, notebook.clock(), text)
    of = red_thread.red_thread(notebook)
    told = {each.label: each.total for each in of.threads if each.sort is Sort.PERSON}
    assert told == {"Karim": 3, "Olivia de la Tour": 2}
    assert not [each for each in of.threads if "karim" in each.key]
    person = next(each for each in of.threads if each.label == "Olivia de la Tour")
    assert len(_passages(notebook, of, person.key)) == 2
    thread_choices.tick(notebook, person.key)
    [(_key, line)] = red_thread.ticked_lines(notebook)
    assert "la directrice" in line
    assert "Olivia" not in line


def test_hours_patterns_and_places_marked_by_hand(notebook: Notebook) -> None:
    at = notebook.clock().replace(hour=23)
    for _each in range(3):
        _wrote(notebook, at, "À Lens, dans l’usine.", patterns=(Pattern.SOLITUDE,))
    thread_choices.mark_place(notebook, "lens")
    of = red_thread.red_thread(notebook)
    told = {each.key: each.total for each in of.threads}
    assert told["place:lens"] == told["hour:5"] == told["pattern:solitude"] == 3
    assert "word:lens" not in told
    for key in ("place:lens", "hour:5", "pattern:solitude"):
        assert len(_passages(notebook, of, key)) == 3
    thread_choices.mark_place(notebook, "lens")
    assert "word:lens" in {each.key for each in red_thread.red_thread(notebook).threads}


def test_two_periods_tell_what_is_gone_what_came_and_what_stands_in_both(notebook: Notebook) -> None:
    now = notebook.clock()
    _wrote(notebook, now - timedelta(days=61), "Trancher seul, trancher vite. Le budget.")
    _wrote(notebook, now, "Demander avant. Demander encore. Le budget.")
    months, counted = red_thread.counted(notebook)
    [two] = comparing_periods.periods(len(months))
    told = comparing_periods.compare(counted, two)
    assert "word:trancher" in {each.thread.key for each in told.gone}
    assert "word:demander" in {each.thread.key for each in told.came}
    assert "word:budget" in {each.thread.key for each in told.both}


def test_counts_are_kept_and_go_with_the_texts_they_were_made_of(notebook: Notebook) -> None:
    at = notebook.clock()
    ref = _wrote(notebook, at, "Licorne, licorne, licorne.")

    def kept() -> dict[int, object]:
        with notebook.store.reading() as tx:
            return word_counts.kept(tx, [202609, 202611])

    assert kept() == {}
    assert _thread(notebook, "word:licorne").counts == (3,)
    assert "licorne" in str(kept())
    moved = reading.entry(notebook, ref)
    capturing.rewrite(notebook, moved.with_(happened_at=at - timedelta(days=61)))
    assert "licorne" not in str(kept())
    assert _thread(notebook, "word:licorne").counts == (3,)
    reading.trash(notebook, ref)
    assert "licorne" not in str(kept())
    assert red_thread.red_thread(notebook).threads == ()
    reading.untrash(notebook, ref)
    red_thread.red_thread(notebook)
    reading.purge(notebook, ref)
    assert "licorne" not in str(kept())


def test_what_makes_no_sense_is_counted_anew(notebook: Notebook) -> None:
    _wrote(notebook, notebook.clock(), "Girafe, girafe, girafe.")
    for nonsense in ([], {"version": 0}, {"version": 1, "words": 3}, "x"):
        with notebook.store.writing() as tx:
            word_counts.keep(tx, {202611: nonsense})
        assert _thread(notebook, "word:girafe").counts == (3,)


def test_a_journal_never_counted_shows_what_there_is_and_keeps_each_month_that_is_whole(notebook: Notebook) -> None:
    for months_ago in range(3):
        for _each in range(30):
            _wrote(notebook, notebook.clock() - timedelta(days=30 * months_ago), "Girafe.")
    growing = red_thread.growing(notebook)
    at_once = next(growing)
    assert (at_once.is_whole, len(at_once.months)) == (False, 3)
    counts = _in(at_once, "word:girafe").counts
    assert counts[:2] == (0, 0)
    assert 0 < counts[2] < 30
    assert _in(next(growing), "word:girafe").counts[2] == 30
    growing.close()
    with notebook.store.reading() as tx:
        assert set(word_counts.kept(tx, [202609, 202610, 202611])) == {202611}
    _wrote(notebook, notebook.clock(), "Girafe.")
    *_some, whole = red_thread.growing(notebook)
    assert whole.is_whole
    assert _in(whole, "word:girafe").counts == (30, 30, 31)
    assert [each.is_whole for each in red_thread.growing(notebook)] == [True]


def test_what_changes_while_it_is_counted_is_counted_as_it_is_then(notebook: Notebook) -> None:
    refs = [_wrote(notebook, notebook.clock(), "Girafe.") for _each in range(50)]
    counting = Counting(notebook, [202611])
    counting.go_on()
    reading.trash(notebook, refs[0])
    reading.purge(notebook, refs[0])
    while not counting.is_whole:
        counting.go_on()
    assert counting.months[0].words["girafe"] == 49


def test_passages_of_what_is_gone_since_are_none(notebook: Notebook) -> None:
    refs = [_wrote(notebook, notebook.clock(), f"Girafe, girafe {number}.") for number in range(3)]
    of = red_thread.red_thread(notebook)
    thread = _in(of, "word:girafe")
    held = holding(notebook, thread, of.months)
    assert held == refs
    reading.purge(notebook, refs[1])
    assert [each.ref for each in passages(notebook, thread, held)] == [refs[0]] * 2 + [refs[2]] * 2


def test_an_empty_journal_has_no_thread(notebook: Notebook) -> None:
    assert list(red_thread.growing(notebook)) == [RedThread()]
    assert red_thread.red_thread(notebook) == RedThread()


def test_only_what_is_ticked_becomes_a_line(notebook: Notebook) -> None:
    _wrote(notebook, notebook.clock(), "Girafe, girafe, girafe.")
    assert red_thread.ticked_lines(notebook) == []
    thread_choices.tick(notebook, "word:girafe")
    [(key, line)] = red_thread.ticked_lines(notebook)
    assert (key, line) == ("word:girafe", "girafe: 3 times (November 2026 3)")
    thread_choices.tick(notebook, "word:girafe")
    assert red_thread.ticked_lines(notebook) == []


def test_a_new_entry_alone_is_counted_beside_what_its_month_held(notebook: Notebook) -> None:
    _wrote(notebook, notebook.clock(), "Girafe, girafe, girafe.")
    assert _thread(notebook, "word:girafe").counts == (3,)
    ref = _wrote(notebook, notebook.clock(), "Encore une girafe.")
    _wrote(notebook, notebook.clock(), "Une girafe scellée.", state=State.SEALED)
    with notebook.store.reading() as tx:
        assert ref in word_counts.added(tx, [202611])[202611]
    for _again in range(2):
        assert _thread(notebook, "word:girafe").counts == (4,)
    with notebook.store.reading() as tx:
        assert word_counts.added(tx, [202611]) == {}
    _wrote(notebook, notebook.clock(), "Une girafe à jeter.")
    reading.trash(notebook, ref)
    assert _thread(notebook, "word:girafe").counts == (4,)


def test_a_word_left_out_by_hand_is_not_followed_until_it_is_taken_off_the_list(notebook: Notebook) -> None:
    _wrote(notebook, notebook.clock(), "Girafe du matin, girafe du soir. Girafe du matin. Licorne, licorne, licorne.")
    thread_choices.leave_out(notebook, "girafe")
    thread_choices.leave_out(notebook, "licorne")
    assert thread_choices.left_out(notebook) == ("girafe", "licorne")
    of = red_thread.red_thread(notebook)
    assert of.left_out == {"girafe", "licorne"}
    assert not {"word:girafe", "word:licorne"} & {each.key for each in of.threads}
    thread_choices.leave_out_only(notebook, " Girafe ,, girafe du matin")
    assert thread_choices.left_out(notebook) == ("girafe", "girafe du matin")
    assert _thread(notebook, "word:licorne").counts == (3,)
    keys = {each.key for each in red_thread.red_thread(notebook, every=True).threads}
    assert not {"word:girafe", "expression:girafe du matin"} & keys


def test_a_verb_that_says_little_is_counted_in_expressions_alone(notebook: Notebook) -> None:
    _wrote(
        notebook, notebook.clock(), "Je prends la parole, je prends la parole, je prends la parole. Il peut venir dire."
    )
    keys = {each.key for each in red_thread.red_thread(notebook, every=True).threads}
    assert {"word:parole", "expression:prends la parole"} <= keys
    assert not {"word:prends", "word:venir", "expression:venir dire"} & keys


def test_a_draft_written_on_does_not_have_its_month_counted_anew(notebook: Notebook) -> None:
    _wrote(notebook, notebook.clock(), "Girafe, girafe, girafe.")
    red_thread.red_thread(notebook)
    ref = _wrote(notebook, notebook.clock(), "Une girafe.")
    for body in ("Une girafe, et encore une girafe.", "Une girafe, une girafe, une licorne, une girafe."):
        capturing.rewrite(notebook, reading.entry(notebook, ref).with_(body=body))
    with notebook.store.reading() as tx:
        assert word_counts.kept(tx, [202611])
        assert word_counts.added(tx, [202611]) == {202611: [ref]}
    assert _thread(notebook, "word:girafe").counts == (6,)
    capturing.rewrite(notebook, reading.entry(notebook, ref).with_(body="Rien."))
    with notebook.store.reading() as tx:
        assert word_counts.kept(tx, [202611]) == {}
    assert _thread(notebook, "word:girafe").counts == (3,)


def test_two_periods_leave_out_what_the_hand_left_out_and_names(notebook: Notebook) -> None:
    now = notebook.clock()
    known_people.keep_person(notebook, Person(name="Karim", alias="Collègue 1"))
    _wrote(notebook, now - timedelta(days=61), "Trancher, trancher. Karim tranche, Karim part.")
    _wrote(notebook, now, "Demander, demander.")
    thread_choices.leave_out(notebook, "demander")
    months, counted = red_thread.counted(notebook)
    told = comparing_periods.compare(counted, comparing_periods.periods(len(months))[0])
    assert [each.thread.label for each in told.gone] == ["Karim", "trancher"]
    assert told.came == ()
