"""A text is read in the app as on paper: boxes of tasks, tables, and French spaces at which no line breaks."""

from journal.language import speaking
from screens.widgets.prose import prose

TEXT = "Vraiment ? « Oui » !\n\n- [ ] dire\n- [x] oser\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`a ? b`"


def test_tasks_and_tables_are_drawn_and_spaces_kept_in_french() -> None:
    with speaking("fr"):
        told = prose(TEXT).plain
    assert "Vraiment\u00a0? «\u00a0Oui\u00a0»\u00a0!" in told
    assert "– ☐\u00a0dire\n– ☑\u00a0oser" in told
    assert "a │ b\n1 │ 2" in told
    assert "a ? b" in told


def test_nothing_is_changed_in_english() -> None:
    with speaking("en"):
        assert "Vraiment ? « Oui » !" in prose(TEXT).plain
