"""Moving about in a practice: next, skip, previous, again, from the beginning."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import (
    coach,
    coming_out,
    finish,
    say_again,
)
from skill.coach.conversation.care.cautions import cautions_ahead
from skill.coach.conversation.coming_back.aside import aside, onward, told_again
from skill.coach.conversation.coming_back.fetching import TO_HEAR
from skill.coach.conversation.coming_back.recap import back_into
from skill.coach.conversation.events import Arrived, Event, Resume
from skill.coach.conversation.personal_practice import once_more_as
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.person.encoding import encode_time
from skill.coach.person.profile import SavedPractice
from skill.coach.practice.cautions import Moment
from skill.coach.practice.place import ALL_TOLD, ARRIVED, WORK_PHASES, Phase, Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.timeline import index_of, outline, segment_at
from skill.coach.topics.coaching.staying import end_stay


def go_on(scene: Scene, _: Event) -> Outcome:
    """Yes, or carry on: begin the part that was announced, or stay with the one in progress."""
    if scene.is_staying:
        return end_stay(scene)
    if scene.resting:
        place, worked = onward(scene)
        return coach(scene, scene.practice, place, worked=worked)
    return aside(scene, "")


def arrived(scene: Scene, event: Arrived) -> Outcome | Instead:
    """In position: on with how it is done, without the way down; what is to be minded is told first.

    Where that was told already, or none was under way, it means to go on.
    """
    if event.now:
        return _start_now(scene)
    place = scene.place
    if scene.resting or not scene.practice.is_before(place) or place.step == ARRIVED:
        return Instead(scene, Resume())
    untold = _untold_on_the_way(scene)
    score = scene.score(scene.practice)
    scene = scene.with_state(body=score.position_of(place.stretch))
    if not untold:
        return coach(scene, scene.practice, place, scene.said(scene.say("back_to_it")))
    lead = scene.said(scene.say("caution_when_down"), *untold)
    return coach(scene, scene.practice, place, (*lead, *scene.quiet(TO_HEAR)))


def _untold_on_the_way(scene: Scene) -> tuple[str, ...]:
    """Who should say something first about the stretch ahead, where the way down would have told it."""
    if scene.place.step < ALL_TOLD:  # all of it is still told before the stretch
        return ()
    ahead = cautions_ahead(scene, scene.practice, scene.place)
    on_the_way = (each for each in ahead if each.moment is Moment.ON_THE_WAY)
    return tuple(each.text for each in on_the_way if each.item == scene.place.item)


def _start_now(scene: Scene) -> Outcome | Instead:
    """Start, said while it is still being told how: the hold begins."""
    ahead = outline(scene.practice)[index_of(scene.practice, scene.place) :]
    first = next((s for s in ahead if s.phase in WORK_PHASES), None)
    if scene.resting or scene.place.phase in WORK_PHASES or first is None:
        return Instead(scene, Resume())
    if first.item != scene.place.item:
        return Instead(scene, Resume())
    score = scene.score(scene.practice)
    scene = scene.with_state(body=score.position_of(first.stretch))
    return coach(scene, scene.practice, first.place, scene.said(scene.say("back_to_it")), scene.worked)


def to_next(scene: Scene, event: Event) -> Outcome:
    """To the next stretch; at a rest, to the part that was announced."""
    return go_on(scene, event) if scene.resting else skip(scene, event)


def skip(scene: Scene, _: Event) -> Outcome:
    """Leave out the stretch in progress; at a rest, the one that was announced."""
    place = scene.practice.place_of(scene.place.item + 1)
    if scene.practice.is_end(place):
        return finish(scene, scene.practice, coming_out(scene), scene.say("left_there"))
    return _go_to(scene, place, coming_out(scene))


def leave_this_one(scene: Scene, told: str) -> Outcome:
    """Say something, and go to what comes after the stretch in progress."""
    place = scene.practice.place_of(scene.place.item + 1)
    if scene.practice.is_end(place):
        return finish(scene, scene.practice, told)
    return _go_to(scene, place, told)


def to_previous(scene: Scene, _: Event) -> Outcome:
    """Back to the stretch before; in the first stretch, to its beginning."""
    first = scene.place.item == 0
    place = scene.practice.place_of(max(0, scene.place.item - 1))
    return _go_to(scene, place, coming_out(scene), scene.say("first_already") if first else "")


def repeat(scene: Scene, _: Event) -> Outcome:
    """The same again: this hold from its beginning, or the instructions that are being told."""
    practice, place = scene.practice, scene.place
    segment = segment_at(practice, place)
    if scene.resting:
        return _just_done(scene)
    if place.phase is Phase.RELEASE:
        return _go_to(scene, practice.place_of(place.item))
    if place.phase not in WORK_PHASES:
        return told_again(scene, scene.say("again"), segment.place)
    told = scene.say("this_hold_again" if place.phase is Phase.HOLD else "this_one_again")
    way_in = back_into(scene, practice, segment, begun=False) if scene.out else ()
    return coach(
        scene,
        practice,
        segment.place,
        scene.said(told),
        scene.worked,
        out=scene.out,
        way_in=way_in,
    )


def _just_done(scene: Scene) -> Outcome:
    """At a rest, repeat what came before: the whole stretch, or within one its last hold."""
    practice, place = scene.practice, scene.place
    told = scene.say("again")
    if place == practice.place_of(place.item):
        return _go_to(scene, practice.place_of(place.item - 1), told)
    before = outline(practice)[: index_of(practice, place)]
    last = next((each for each in reversed(before) if each.phase in WORK_PHASES), None)
    if last is None or last.item != place.item:  # nothing of it was done yet: it begins once more
        return _go_to(scene, practice.place_of(place.item), told)
    way_in = back_into(scene, practice, last, begun=False)
    return coach(scene, practice, last.place, scene.said(told), scene.worked, way_in=way_in)


def repeat_last(scene: Scene, _: Event) -> Outcome:
    """Again, with nothing under way: the stretch that has just ended, or else the last words."""
    if scene.state.last is not None and not scene.state.said:
        return from_the_beginning(scene, scene.state.last)
    return say_again(scene)


def start_over(scene: Scene, _: Event) -> Outcome:
    """The whole practice from its beginning, as a new one; what the old one counted stays counted."""
    return from_the_beginning(scene, scene.practice)


def from_the_beginning(scene: Scene, old: Practice) -> Outcome:
    """A practice once more from its beginning, as a new one, as it is done today."""
    given_up = SavedPractice(old, old.end, scene.kept_at(old), ended=True)
    scene = scene.with_profile(scene.profile.with_practice(given_up))
    left_out = scene.profile.preferences.left_out if old.is_routine else ()
    wanted = [item for item in old.items if item.stretch not in left_out]
    items = tuple(once_more_as(scene, item) for item in wanted) or old.items
    practice = replace(old, id=encode_time(scene.now), items=items, body=scene.state.body)
    told = scene.said(coming_out(scene), scene.say("from_the_beginning"))
    scene = scene.straight_on() if scene.is_played else scene
    return coach(scene, practice, practice.place_of(0), told)


def _go_to(scene: Scene, place: Place, *told: str) -> Outcome:
    return coach(scene, scene.practice, place, scene.said(*told))
