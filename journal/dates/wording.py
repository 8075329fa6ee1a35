"""Words for days and times: as one says them, in the current language."""

from datetime import date, datetime

from journal.dates.habits import this_year, twelve_hours
from journal.language import N_, _, ngettext, pgettext

_WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_MONTHS_SHORT = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
    N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_NOON, _EVENING = 12, 18
_NEAR = 7  # days for which the weekday alone is clear


def weekday(day: date) -> str:
    """Return "lundi" or "Monday"."""
    return _(_WEEKDAYS[day.weekday()])


def month(day: date) -> str:
    """Return "novembre 2026" or "November 2026"."""
    return _("{month} {year}").format(month=_(_MONTHS[day.month - 1]), year=day.year)


def month_name(month: int) -> str:
    """Return "novembre" or "November"."""
    return _(_MONTHS[month - 1])


def month_short(day: date) -> str:
    """Return a month as one shortens it: "juil." or "Jul"."""
    return _(_MONTHS_SHORT[day.month - 1])


def month_initial(day: date) -> str:
    """Return a month by its first letter, for narrow columns."""
    return _(_MONTHS[day.month - 1])[0]


def day_and_month(day: date) -> str:
    """Return "1er novembre" or "1 November", with its year when it is another one."""
    return day_without_year(day.day, day.month) if this_year() in (None, day.year) else dated(day)


def day_without_year(day: int, month: int) -> str:
    """Return "1er novembre" or "1 November"."""
    number = _("1") if day == 1 else str(day)
    return _("{day} {month}").format(day=number, month=_(_MONTHS[month - 1]))


def full_day(day: date) -> str:
    """Return "lundi 23 novembre" or "Monday 23 November"."""
    return _("{weekday} {day}").format(weekday=weekday(day), day=day_and_month(day))


def dated(day: date) -> str:
    """Return "12 novembre 2025" or "12 November 2025"."""
    return _("{day} {year}").format(day=day_without_year(day.day, day.month), year=day.year)


def clock_time(at: datetime) -> str:
    """Return "18 h 42", "9 h" or "6:42 pm", "9 am", "noon", by the offset that `at` carries and the person's habit."""
    twelve = twelve_hours()
    pattern = {None: _as_usual, True: _to_twelve, False: _to_twenty_four}[twelve](at)
    return pattern.format(hour=at.hour % 12 or 12, hour24=at.hour, minute=f"{at.minute:02}")


def _as_usual(at: datetime) -> str:
    """Return the clock of the language; twelve o’clock has a name, since "12 pm" is read both ways."""
    if at.minute:
        return _("{hour}:{minute} am") if at.hour < _NOON else _("{hour}:{minute} pm")
    if at.hour % _NOON == 0:
        return pgettext("clock", "noon") if at.hour else pgettext("clock", "midnight")
    return _("{hour} am") if at.hour < _NOON else _("{hour} pm")


def _to_twelve(at: datetime) -> str:
    if at.hour % _NOON == 0 and not at.minute:
        return pgettext("twelve hours", "noon") if at.hour else pgettext("twelve hours", "midnight")
    if at.hour < _NOON:
        minutes, full = pgettext("twelve hours", "{hour}:{minute} am"), pgettext("twelve hours", "{hour} am")
    elif at.hour < _EVENING:
        minutes, full = pgettext("afternoon", "{hour}:{minute} pm"), pgettext("afternoon", "{hour} pm")
    else:
        minutes, full = pgettext("evening", "{hour}:{minute} pm"), pgettext("evening", "{hour} pm")
    return minutes if at.minute else full


def _to_twenty_four(at: datetime) -> str:
    return _("{hour24:02}:{minute}") if at.minute else _("{hour24:02}:00")


def duration(minutes: int) -> str:
    """Return "2 h", "11 h 30" or "45 min"; in English "2 h", "11 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{count} min").format(count=rest) if rest else _("{hours} h").format(hours=0)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=f"{rest:02}")


def moment(at: datetime) -> str:
    """Return "lundi 23 novembre · 18 h 42"."""
    return _("{day} · {time}").format(day=full_day(at.date()), time=clock_time(at))


def ago(at: datetime, now: datetime) -> str:
    """Return a past moment as near as it is: "hier, 17 h 30", "vendredi", "12 novembre", "12 novembre 2025"."""
    day, today = at.date(), now.date()
    days = (today - day).days
    if days == 0:
        return _("today, {time}").format(time=clock_time(at))
    if days == 1:
        return _("yesterday, {time}").format(time=clock_time(at))
    if 1 < days < _NEAR:
        return weekday(day)
    return day_without_year(day.day, day.month) if day.year == today.year else dated(day)


def near_day(day: date, today: date) -> str:
    """Return a day as near as it is: "aujourd’hui", "hier", "demain", "vendredi", "12 novembre"."""
    days = (today - day).days
    near = {0: _("today"), 1: _("yesterday"), -1: _("tomorrow")}
    if days in near:
        return near[days]
    if 1 < days < _NEAR:
        return weekday(day)
    return day_without_year(day.day, day.month) if day.year == today.year else dated(day)


def until(day: date, today: date) -> str:
    """Return how far a day is: "aujourd’hui", "demain", "dans 3 jours", "hier", "il y a 2 jours"."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days > 1:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    if days == -1:
        return _("yesterday")
    return ngettext("{count} day ago", "{count} days ago", -days).format(count=-days)
