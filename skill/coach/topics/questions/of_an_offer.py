"""What is asked of a practice that has not begun yet: how long it takes, what is in it, and where."""

from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.events import Ahead, AskHoldTime, AskWhere, Event
from skill.coach.conversation.personal_practice import minutes_of
from skill.coach.conversation.scene import NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import EquipmentThere, OfferedPlan, TakeUpPractice
from skill.coach.practice.practice import OWN
from skill.coach.topics.questions.time_and_place import done_there
from skill.coach.topics.starting.first_answer import minutes_for
from skill.coach.topics.starting.plan_search import best_plan


def tell_length_of_offer(scene: Scene, event: Event) -> Outcome | NotAnAnswer:
    """How long what was offered or wished for takes, while a question about it stands."""
    if isinstance(event, AskHoldTime) and not event.stretch.is_nameless:
        return NotAnAnswer()
    question = scene.state.question
    if isinstance(question, OfferedPlan):
        minutes = minutes_of(question.wish.seconds)
    else:
        routine = scene.library.routines[scene.asked(EquipmentThere).routine]
        minutes = minutes_for(scene, routine.id, routine.stretches)
    return inform(scene, scene.say("offer_takes", minutes=minutes))


def tell_of_offer(scene: Scene, event: AskWhere) -> Outcome | NotAnAnswer:
    """What is in what was offered, or told of, and what of it is done in a place; how long it takes."""
    if event.ahead is Ahead.LENGTH and isinstance(scene.state.question, OfferedPlan | EquipmentThere):
        return tell_length_of_offer(scene, event)
    stretches = _offered(scene)
    if not stretches or not (event.place or event.ahead is Ahead.ALL):
        return NotAnAnswer()
    if event.place:
        return inform(scene, done_there(scene, stretches, event.place))
    return inform(scene, scene.say("offer_has", stretches=scene.names_of(stretches)))


def _offered(scene: Scene) -> tuple[str, ...]:
    """The stretches of what is offered, or was told of; none where that is not one practice."""
    question, listed = scene.state.question, scene.state.thread.listed
    if isinstance(question, OfferedPlan):
        plan = best_plan(scene, question.wish)
        return plan.stretches if plan is not None else ()
    if isinstance(question, EquipmentThere):
        return scene.library.routines[question.routine].stretches
    if isinstance(question, TakeUpPractice):
        kept = scene.profile.kept(question.practice)
        items = kept.practice.items[kept.place.item :] if kept is not None else ()
        return tuple(dict.fromkeys(item.stretch for item in items))
    if len(listed) != 1 or listed[0] in scene.library.stretches:
        return ()
    if not listed[0].startswith(OWN):
        return scene.library.routines[listed[0]].stretches
    return scene.own.preferences.routines.get(listed[0].removeprefix(OWN), ())
