"""What is asked of a practice that has not begun yet: how long it takes, what is in it, and where."""

from dataclasses import replace

from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.disambiguation.routines import routine_named, stretches_of
from skill.coach.conversation.events import Ahead, Asked, AskHoldTime, AskLength, AskWhere, Event, More
from skill.coach.conversation.personal_practice import minutes_of
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import EquipmentThere, OfferedPlan, TakeUpPractice
from skill.coach.topics.questions.about_a_stretch import ask_about
from skill.coach.topics.questions.things import needed_for
from skill.coach.topics.questions.time_and_place import done_there, length_in_all
from skill.coach.topics.starting.first_answer import left_to_do, minutes_for
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
        minutes = minutes_for(scene, routine.id, left_to_do(scene, routine.stretches))
    return inform(scene, scene.say("offer_takes", minutes=minutes))


def tell_of_offer(scene: Scene, event: AskWhere) -> Outcome | Instead | NotAnAnswer:
    """What is in what was offered, or told of, and what of it is done in a place; how long it takes."""
    if event.ahead is Ahead.LENGTH and isinstance(scene.state.question, OfferedPlan | EquipmentThere):
        return tell_length_of_offer(scene, event)
    if event.ahead is Ahead.LENGTH:
        told_of = _told_of(scene)
        return Instead(scene, told_of) if told_of is not None else NotAnAnswer()
    stretches = _offered(scene)
    if event.thing:
        last = scene.state.thread.stretch
        meant = event.stretch.ids or stretches or ((last,) if last else ())
        return inform(scene, needed_for(scene, meant, event.thing)) if meant else NotAnAnswer()
    # "Which ones are we doing" can be said of nothing else while that is asked.
    asked = isinstance(scene.state.question, OfferedPlan | EquipmentThere)
    whole = event.ahead in (Ahead.ALL, Ahead.INSIDE, Ahead.THOSE) or (
        asked and event.ahead is Ahead.NOTHING
    )
    if not stretches and event.ahead is Ahead.THOSE:
        return Instead(scene, More())
    if not stretches or not (event.place or whole):
        return NotAnAnswer()
    if event.place:
        return inform(scene, done_there(scene, stretches, event.place))
    return inform(scene, scene.say("offer_has", stretches=scene.names_of(stretches)))


def ask_length(scene: Scene, event: AskLength) -> Outcome:
    """How long a routine takes that is named, begun or not; "start it" then starts it. Or a stretch."""
    if event.routine.is_nameless:
        return ask_about(scene, event)
    entry = routine_named(scene, event.routine)
    if not entry:
        return inform(scene, scene.say("unknown_routine", heard=event.routine.heard))
    if scene.is_practising and scene.practice.name == entry:
        return inform(scene, length_in_all(scene))
    stretches = left_to_do(scene, stretches_of(scene, entry))
    if not stretches:
        return inform(scene, scene.say("nothing_left_of_it"))
    thread = replace(scene.state.thread, stretch="", listed=(entry,), rest=())
    minutes = minutes_for(scene, entry, stretches)
    told = scene.say("that_takes", name=scene.name_of(entry), minutes=minutes)
    return inform(scene.with_state(thread=thread), told)


def _told_of(scene: Scene) -> AskLength | None:
    """The question for the length of the one thing that was last told of; None where there is none."""
    thread = scene.state.thread
    if thread.stretch:
        return AskLength(Asked((thread.stretch,), thread.stretch))
    if len(thread.listed) != 1:
        return None
    (entry,) = thread.listed
    named = Asked((entry,), entry)
    return AskLength(named) if entry in scene.library.stretches else AskLength(Asked(), named)


def _offered(scene: Scene) -> tuple[str, ...]:
    """The stretches of what is offered, or was told of; none where that is not one practice."""
    question, listed = scene.state.question, scene.state.thread.listed
    if isinstance(question, OfferedPlan):
        plan = best_plan(scene, question.wish)
        return plan.stretches if plan is not None else ()
    if isinstance(question, EquipmentThere):
        return left_to_do(scene, scene.library.routines[question.routine].stretches)
    if isinstance(question, TakeUpPractice):
        kept = scene.profile.kept(question.practice)
        items = kept.practice.items[kept.place.item :] if kept is not None else ()
        return tuple(dict.fromkeys(item.stretch for item in items))
    if len(listed) != 1 or listed[0] in scene.library.stretches:
        return ()
    return stretches_of(scene, listed[0])
