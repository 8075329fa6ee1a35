"""Where each screen lives: imported only when somebody goes there, so that the first screen paints at once."""

from importlib import import_module
from typing import Any, cast

from textual.screen import Screen

PLACES: dict[str, str] = {
    "today": "screens.today:TodayScreen",
    "journal": "screens.journal:JournalScreen",
    "plans": "screens.plans:PlansScreen",
    "sessions": "screens.sessions:SessionsScreen",
    "share": "screens.share:ShareScreen",
    "look_back": "screens.look_back:LookBackScreen",
}
FIRST_PLACE = "today"

# Pages that open over a place: the app makes them with the arguments of its opening methods.
OVER: dict[str, str] = {
    "settings": "screens.settings:SettingsScreen",
    "help": "screens.help:HelpScreen",
    "palette": "screens.palette:PaletteScreen",
    "drafts": "screens.drafts:DraftsScreen",
    "trash": "screens.trash:TrashScreen",
    "search": "screens.search:SearchScreen",
    "questioning": "screens.questioning:QuestioningScreen",
    "choose_protocol": "screens.choose_protocol:ChooseProtocolScreen",
    "glance": "screens.glance:GlanceScreen",
    "reflection_end": "screens.reflection_end:ReflectionEndScreen",
    "learning": "screens.learning:LearningScreen",
    "learnings": "screens.learnings:LearningsScreen",
    "revisit": "screens.learnings:RevisitScreen",
    "if_then": "screens.if_then:IfThenScreen",
    "checkin": "screens.checkin:CheckInScreen",
    "curve": "screens.curve:CurveScreen",
    "contacts": "screens.contacts:ContactsScreen",
    "history": "screens.history:HistoryScreen",
    "witness": "screens.entry:WitnessScreen",
    "arrangement": "screens.arrangement:ArrangementScreen",
    "preparation": "screens.preparation:PreparationScreen",
    "figures": "screens.engagement:FiguresScreen",
    "party": "screens.framing:PartyScreen",
    "clause": "screens.framing:ClauseScreen",
    "objective": "screens.framing:ObjectiveScreen",
    "calendar": "screens.calendar:CalendarScreen",
    "plan": "screens.plan:PlanScreen",
    "case": "screens.case:CaseScreen",
    "case_pick": "screens.case_pick:CasePickScreen",
    "case_session": "screens.case_session:CaseSessionScreen",
    "rehearsal": "screens.rehearsal:RehearsalScreen",
    "offers": "screens.offers:OffersScreen",
    "take_away": "screens.offers:TakeAwayScreen",
    "option": "screens.plan:OptionScreen",
    "step": "screens.step:StepScreen",
    "withdraw": "screens.withdraw:WithdrawScreen",
    "preview": "screens.preview:PreviewScreen",
}

# Who writes and who shows an entry, by kind; "" serves every kind that has no page of its own. Both are called with
# `ref=` for an entry that exists, the writing one also with `draft=` for the key of a draft to resume.
WRITING: dict[str, str] = {
    "": "screens.situation:SituationScreen",
    "reflection": "screens.questioning:QuestioningScreen",
}
SHOWING: dict[str, str] = {
    "": "screens.entry:EntryScreen",
    "captured": "screens.situation:SituationScreen",
    "reflection": "screens.reflection:ReflectionScreen",
    "session": "screens.session:SessionScreen",
    "engagement": "screens.engagement:EngagementScreen",
    "objective": "screens.framing:ObjectiveScreen",
    "statement": "screens.statement:StatementScreen",
    "plan": "screens.plan:PlanScreen",
    "step": "screens.step:StepScreen",
    "case": "screens.case:CaseScreen",
}


def make(where: str, **arguments: Any) -> Screen[Any]:
    """Return a new screen of a class named as "module:Class"."""
    module, _, name = where.partition(":")
    return cast("Screen[Any]", getattr(import_module(module), name)(**arguments))
