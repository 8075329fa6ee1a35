"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def statement(ref: int | None = None, *, objective: int | None = None) -> Screen[None]:
    """Return a page: one line, and the objective it serves."""
    from screens.sharing.statements.statement import StatementScreen

    return StatementScreen(ref, objective)


def statements() -> Screen[None]:
    """Return a page: the lines that the sponsor may read once they are validated."""
    from screens.sharing.statements.place import StatementsScreen

    return StatementsScreen()


def report() -> Screen[None]:
    """Return a page: the sponsor's report as it would leave."""
    from screens.sharing.statements.report import ReportScreen

    return ReportScreen()
