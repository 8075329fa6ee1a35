"""Choice of the follow-up under an answer: at most two an answer, and what leads elsewhere once a run."""

from collections.abc import Collection

from journal.model.follow_up import FollowUp
from journal.model.protocol import Family
from journal.practice.following_up import follow_ups
from journal.practice.run import Run

_MOST_FOLLOWED = 2
_LEADING_AWAY = (Family.BODY_SIGNAL, Family.STRONG_INTENSITY)


class FollowUpChoice:
    """The offers of one run; it remembers what was offered under which question, and offers no turn of phrase twice."""

    def __init__(self) -> None:
        self._first_at: dict[Family, str] = {}
        self._been: set[Family] = set()
        self._offered: dict[str, dict[str, None]] = {}

    def best(self, run: Run, typed: str, off: Collection[str]) -> FollowUp | None:
        """Return the follow-up to offer under what is typed, if any."""
        prompt = run.prompt
        if prompt is None or run.following is not None or not prompt.families:
            return None
        taken = {one.family for one in run.followed}
        silent = taken | self._been | {family for family, at in self._first_at.items() if at != run.at}
        silent |= {one.family for asked in run.asked for one in asked.followed if one.family in _LEADING_AWAY}
        allowed = {family.value for family in prompt.families if family not in silent}
        most = _MOST_FOLLOWED - len(taken)
        asked = self._asked(run)
        offers = follow_ups(typed, run.language, allowed=allowed, off=off, most=most, turn=_turn(run), asked=asked)
        if not offers:
            return None
        self._offered.setdefault(run.at, {})[offers[0].question] = None
        if offers[0].leads_to:
            self._first_at.setdefault(offers[0].family, run.at)
        return offers[0]

    def _asked(self, run: Run) -> list[str]:
        """Return the questions taken in this run, and those offered under other prompts of it."""
        taken = [one.question for asked in run.asked for one in asked.followed]
        offered = [question for at, questions in self._offered.items() if at != run.at for question in questions]
        return [*taken, *(one.question for one in run.followed), *offered]

    def went(self, family: Family) -> None:
        """Note that the person went where a family leads: it is not offered again in this run."""
        self._been.add(family)


def _turn(run: Run) -> int:
    """Return whose turn it is among the wordings: another one for each question, and from one run to the next."""
    return int(run.begun_at.timestamp()) // 60 + sum(run.protocol.place(run.at))
