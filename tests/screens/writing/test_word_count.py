"""The words of a text that is being written are those of the whole text, whatever was counted before."""

from hypothesis import given
from hypothesis import strategies as st

from screens.writing.word_count import WordCount


def whole(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


@given(st.lists(st.text(alphabet="aé9 -#’\t\u00a0", max_size=12), max_size=8), st.data())
def test_a_text_that_changes_line_by_line_is_counted_as_a_whole(lines: list[str], data: st.DataObject) -> None:
    counted = WordCount()
    assert counted.of(lines) == whole("\n".join(lines))
    for _change in range(3):
        at = data.draw(st.integers(0, len(lines)))
        lines = [*lines[:at], data.draw(st.text(alphabet="b -", max_size=6)), *lines[at + 1 :]]
        assert counted.of(lines) == whole("\n".join(lines))


def test_signs_by_themselves_are_no_words_and_equal_lines_count_each_time() -> None:
    assert WordCount().of(["## - …", "un mot", "un mot", ""]) == 4
