"""Errors of dates and hours as people type them: what was not understood, and one that would be."""

from datetime import datetime

from journal.errors import WrongUsage
from journal.language import N_, _


class UnknownMoment(WrongUsage):
    """A date or time that cannot be read. What it names as readable is told as the person's clocks tell it."""

    text = N_("This date or time cannot be read. Try “yesterday {evening}” or “27 November {afternoon}”.")

    def message(self) -> str:
        """Return one line for the person, with hours as they are used to them."""
        from journal.dates.wording import clock_time  # what nobody needs before something went wrong

        hours = {name: clock_time(datetime(2026, 11, 27, at)) for name, at in _HOURS.items()}  # noqa: DTZ001 -- any day
        return _(self.text).format(**hours)


class UnknownMomentAhead(UnknownMoment):
    """A date or time of something planned that cannot be read."""

    text = N_("This date or time cannot be read. Try “Thursday {afternoon}”, “in six weeks” or “31 January”.")


class UnknownDay(UnknownMoment):
    """A day that cannot be read, where no hour is asked for."""

    text = N_("This date cannot be read. Try “yesterday” or “27 November 2026”.")


class UnknownDayAhead(UnknownMoment):
    """A day to come that cannot be read, where no hour is asked for."""

    text = N_("This date cannot be read. Try “in six weeks” or “31 January”.")


class NoSuchDay(UnknownMoment):
    """A day that is in no calendar: 31 February."""

    text = N_("No calendar has this day. Try for instance “28 February”.")


class OtherWeekday(UnknownMoment):
    """A date beside a weekday that is not its own."""

    text = N_("This date falls on another day of the week. Write it without one: “27 November”.")


class DayOrMonth(UnknownMoment):
    """Two numbers of which either could be the day: 3/4. Facts: one, other."""

    text = N_("Is that “{one}” or “{other}”? Write the month in letters.")

    def __init__(self, one: int = 3, other: int = 4, **facts: object) -> None:
        super().__init__(**facts)
        self.numbers = (one, other)

    def message(self) -> str:
        """Return both days, in letters."""
        from journal.dates.wording import day_without_year  # what nobody needs before something went wrong

        one, other = self.numbers
        return _(self.text).format(one=day_without_year(one, other), other=day_without_year(other, one))


class WhichDay(UnknownMoment):
    """A month without a day: “in June”. Facts: the number of the month."""

    text = N_("Which day of the month? Write for instance “{day}” or “end of {month}”.")

    def __init__(self, month: int = 6, **facts: object) -> None:
        super().__init__(**facts)
        self.month = month

    def message(self) -> str:
        """Return a day of that month, and its end."""
        from journal.dates.wording import day_without_year, month_name  # what nobody needs before something went wrong

        return _(self.text).format(day=day_without_year(15, self.month), month=month_name(self.month))


class FarYear(UnknownMoment):
    """A year so far away that it is a slip."""

    text = N_("This year is too far from now. Try for instance “27 November 2026”.")


_HOURS = {"afternoon": 14, "evening": 18}
