"""Where each screen lives: imported only when somebody goes there, so that the first screen paints at once."""

from importlib import import_module
from typing import Any, cast

from textual.screen import Screen

PLACES: dict[str, str] = {
    "today": "screens.today.place:TodayScreen",
    "journal": "screens.reading.journal:JournalScreen",
    "plans": "screens.planning.plans:PlansScreen",
    "sessions": "screens.sessions.place:SessionsScreen",
    "share": "screens.sharing.place:ShareScreen",
    "look_back": "screens.looking_back.place:LookBackScreen",
}
FIRST_PLACE = "today"

# Pages that open over a place: the app makes them with the arguments of its opening methods.
OVER: dict[str, str] = {
    "settings": "screens.settings.place:SettingsScreen",
    "help": "screens.frame.help:HelpScreen",
    "palette": "screens.frame.palette:PaletteScreen",
    "drafts": "screens.today.drafts:DraftsScreen",
    "trash": "screens.reading.trash:TrashScreen",
    "search": "screens.reading.search:SearchScreen",
    "questioning": "screens.questioning.place:QuestioningScreen",
    "choose_protocol": "screens.questioning.choose_protocol:ChooseProtocolScreen",
    "glance": "screens.questioning.peek:PeekScreen",
    "reflection_end": "screens.questioning.reflection_end:ReflectionEndScreen",
    "learning": "screens.questioning.learning:LearningScreen",
    "learnings": "screens.questioning.learnings:LearningsScreen",
    "revisit": "screens.questioning.learnings:RevisitScreen",
    "if_then": "screens.questioning.if_then:IfThenScreen",
    "checkin": "screens.checking_in.checkin:CheckInScreen",
    "curve": "screens.checking_in.curve:CurveScreen",
    "contacts": "screens.checking_in.contacts:ContactsScreen",
    "history": "screens.reading.history:HistoryScreen",
    "witness": "screens.reading.entry:WitnessScreen",
    "arrangement": "screens.sessions.logistics:LogisticsScreen",
    "preparation": "screens.sessions.preparation:PreparationScreen",
    "figures": "screens.engagement.place:FiguresScreen",
    "party": "screens.engagement.framing:PartyScreen",
    "clause": "screens.engagement.framing:ClauseScreen",
    "objective": "screens.engagement.framing:ObjectiveScreen",
    "calendar": "screens.sessions.calendar:CalendarScreen",
    "plan": "screens.planning.plan:PlanScreen",
    "case": "screens.casework.case:CaseScreen",
    "case_pick": "screens.casework.case_pick:CasePickScreen",
    "case_session": "screens.casework.case_session:CaseSessionScreen",
    "rehearsal": "screens.casework.rehearsal:RehearsalScreen",
    "offers": "screens.casework.feedback:FeedbackScreen",
    "take_away": "screens.casework.feedback:TakeAwayScreen",
    "option": "screens.planning.plan:OptionScreen",
    "step": "screens.planning.step:StepScreen",
    "withdraw": "screens.engagement.withdraw:WithdrawScreen",
    "preview": "screens.sharing.preview:PreviewScreen",
}

# Who writes and who shows an entry, by kind; "" serves every kind that has no page of its own. Both are called with
# `ref=` for an entry that exists, the writing one also with `draft=` for the key of a draft to resume.
WRITING: dict[str, str] = {
    "": "screens.writing.situation:SituationScreen",
    "reflection": "screens.questioning.place:QuestioningScreen",
}
SHOWING: dict[str, str] = {
    "": "screens.reading.entry:EntryScreen",
    "captured": "screens.writing.situation:SituationScreen",
    "reflection": "screens.questioning.reflection:ReflectionScreen",
    "session": "screens.sessions.session:SessionScreen",
    "engagement": "screens.engagement.place:EngagementScreen",
    "objective": "screens.engagement.framing:ObjectiveScreen",
    "statement": "screens.sharing.statements.statement:StatementScreen",
    "plan": "screens.planning.plan:PlanScreen",
    "step": "screens.planning.step:StepScreen",
    "case": "screens.casework.case:CaseScreen",
}


def make(where: str, **arguments: Any) -> Screen[Any]:
    """Return a new screen of a class named as "module:Class"."""
    module, _, name = where.partition(":")
    return cast("Screen[Any]", getattr(import_module(module), name)(**arguments))
