"""Which set of buttons the page shows: by what the coach has asked, or else by the practice."""

from skill.coach.conversation.state import questions
from skill.coach.conversation.state.state import Course, State

BY_COURSE = {
    Course.NONE: "idle",
    Course.RUNNING: "practising",
    Course.WAITING: "paused",
    Course.PLAYING: "paused",
}

CHOOSING, CONFIRMING, MAKING, HURTING = "choosing", "confirming", "making", "hurting"
SIDES = "sides"

BY_QUESTION: dict[type[questions.Question], str] = {
    questions.WhichStretch: CHOOSING,
    questions.ThisStretch: CONFIRMING,
    questions.WhichSide: SIDES,
    questions.WhichRoutine: CHOOSING,
    questions.WhichPractice: CHOOSING,
    questions.TakeUpPractice: CONFIRMING,
    questions.PlayOn: CONFIRMING,
    questions.EquipmentThere: CONFIRMING,
    questions.MoreOfIt: CONFIRMING,
    questions.OfferedPlan: CONFIRMING,
    questions.HowLong: CHOOSING,
    questions.RoutineName: MAKING,
    questions.RoutineDraft: MAKING,
    questions.WhichRoutineToDelete: CHOOSING,
    questions.DeleteRoutineForGood: CONFIRMING,
    questions.DeleteEverything: CONFIRMING,
    questions.PainRelief: HURTING,
    questions.AboutSign: CONFIRMING,
    questions.AfterSign: CONFIRMING,
    questions.AllRight: CONFIRMING,
    questions.WhichColumn: CONFIRMING,
    questions.LeaveOutFromNowOn: CONFIRMING,
    questions.ReminderReadBack: CONFIRMING,
    questions.ReminderTime: CHOOSING,
}


def buttons(state: State) -> str:
    """The name of the set; `static/controls.js` lists its buttons."""
    if state.question is not None:
        return BY_QUESTION[type(state.question)]
    return BY_COURSE[state.course]
