"""Taking up unfinished practices: that of a day, that of a name, or the newest."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask, coming_out
from skill.coach.conversation.care.cautions import cautions_missed
from skill.coach.conversation.coming_back.aside import inform, is_only_on_the_way, put_aside
from skill.coach.conversation.coming_back.coming_back import back_to, come_back, never_mind
from skill.coach.conversation.disambiguation.picking import chosen_by
from skill.coach.conversation.disambiguation.routines import stretches_of
from skill.coach.conversation.events import Choose, Event, ResumePractice, StartRoutine, StartStretch
from skill.coach.conversation.personal_practice import item_of
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import TakeUpPractice, WhichPractice
from skill.coach.person.encoding import encode_time
from skill.coach.person.profile import Leaving, SavedPractice
from skill.coach.practice.place import Place
from skill.coach.practice.practice import DAY, Practice
from skill.coach.topics.coaching.navigation import from_the_beginning, go_on
from skill.coach.topics.visits.again import do_again, finished_of_day
from skill.coach.topics.visits.days import day_of, is_of_day
from skill.coach.topics.visits.household import is_shared, resumable
from skill.library.language import WEEKDAYS


def resume_practice(scene: Scene, event: ResumePractice) -> Outcome | Instead:
    """Go on with an earlier practice: that of the day or the name that was said, or the newest.

    A stretch that nothing unfinished stands at is started.
    """
    if scene.is_practising and _means_this_one(scene, event):
        return _stay_with_it(scene, event)
    running = scene.practice.id if scene.is_practising else ""
    unfinished = [saved for saved in resumable(scene) if saved.practice.id != running]
    unknown = bool(event.named.heard) and not event.named.ids
    fitting = [
        saved
        for saved in unfinished
        if not unknown
        and is_of_day(scene, saved, event.day)
        and (not event.named.ids or _is_named(event, saved.practice, saved.place))
    ]
    if len({saved.practice.name for saved in fitting}) > 1 and event.day not in ("", "last_time"):
        return _ask_which_practice(scene, fitting)
    if fitting:
        return _take_up(scene, fitting[0])
    done = finished_of_day(scene, event) if event.day else None
    if done is not None:
        return do_again(scene, done.practice)
    if event.stretch.ids:
        return Instead(scene, StartStretch(event.stretch))
    if unfinished:
        return offer(scene, unfinished[0], _nothing_there(scene, event))
    if running:
        return inform(scene, _nothing_there(scene, event))
    begun = None if event.named.heard else _just_begun(scene, event.day)
    if begun is not None:
        return _offer_to_begin(scene, begun)
    return ask(scene, _nothing_to_go_on_with(scene), scene.say("ask_what_next"))


def resume_anything(scene: Scene, _: Event) -> Outcome | Instead:
    """Asked to go on with nothing under way: take up the newest unfinished practice."""
    return resume_practice(scene, ResumePractice())


def offer(scene: Scene, saved: SavedPractice, *told: str) -> Outcome:
    """Offer to go on with an unfinished practice."""
    practice, place = saved.practice, saved.place
    shared = "_shared" if is_shared(scene, saved) else ""
    if practice.is_routine:
        where = scene.say(
            f"offer_routine{shared}",
            day=day_of(scene, saved.saved_at),
            routine=_name(scene, practice),
            stretch=scene.name_of(place.stretch),
            number=scene.words.ordinal(place.item + 1),
            count=len(practice.items),
        )
    else:
        where = scene.say(
            f"offer_stretch{shared}", day=day_of(scene, saved.saved_at), stretch=_name(scene, practice)
        )
    return ask(scene, " ".join((*told, where)), scene.say("ask_go_on"), TakeUpPractice(practice.id))


def _just_begun(scene: Scene, day: str) -> SavedPractice | None:
    """The newest practice of a day that was left on the way into its first stretch; None for none.

    Where no day is said it is the last one of all: what came after it is done. One that was declined,
    or given up since somebody needed help, is none.
    """
    declined = scene.profile.preferences.declined
    last = scene.profile.practices if day else scene.profile.practices[:1]
    left = (saved for saved in last if _is_just_begun(saved) and saved.practice.id not in declined)
    return next((saved for saved in left if is_of_day(scene, saved, day)), None)


def _is_just_begun(saved: SavedPractice) -> bool:
    return saved.ended and is_only_on_the_way(saved.practice, saved.place) and not saved.worked


def _offer_to_begin(scene: Scene, saved: SavedPractice) -> Outcome:
    """Offer a practice from its beginning of which nothing was done but the way into it."""
    day, name = day_of(scene, saved.saved_at), _name(scene, saved.practice)
    told = scene.say("offer_begun", day=day, practice=name)
    return ask(scene, told, scene.say("ask_begin"), TakeUpPractice(saved.practice.id))


def _nothing_to_go_on_with(scene: Scene) -> str:
    """That nothing is unfinished; of somebody who did their last practice to its end, that they did."""
    last = next(iter(scene.profile.practices), None)
    done = last is not None and last.ended and last.practice.is_end(last.place)
    return scene.say("nothing_left_to_go_on" if done else "nothing_unfinished")


def say_yes(scene: Scene, _: Event) -> Outcome:
    """Yes, go on with the practice that was offered."""
    return _take_up_named(scene, scene.asked(TakeUpPractice).practice)


def start_over(scene: Scene, _: Event) -> Outcome:
    """From the beginning: the practice that was offered is begun anew, and not gone on with."""
    (practice,) = _offered(scene)
    return _begin_anew(scene, practice)


def start_last_over(scene: Scene, _: Event) -> Outcome:
    """From the beginning, with nothing under way: what ended last, or what was done or begun last."""
    if scene.state.last is not None:
        return from_the_beginning(scene, scene.state.last)
    declined = scene.profile.preferences.declined
    kept = next((each for each in scene.profile.practices if each.practice.id not in declined), None)
    if kept is None:
        return ask(scene, scene.say("nothing_running"), scene.say("ask_what_next"))
    return do_again(scene, _whole(scene, kept.practice))


def _begin_anew(scene: Scene, practice: str) -> Outcome:
    """Begin a practice that is kept from its beginning, by its id."""
    for saved in (*resumable(scene), *filter(_is_just_begun, scene.profile.practices)):
        if saved.practice.id == practice:
            return from_the_beginning(scene, _whole(scene, saved.practice))
    return ask(scene, scene.say("nothing_unfinished"), scene.say("ask_what_next"))


def _whole(scene: Scene, practice: Practice) -> Practice:
    """A practice of an earlier day with what was left out then, which was for that day only."""
    order = stretches_of(scene, practice.name)
    if not order or practice.id[:DAY] == encode_time(scene.now)[:DAY]:
        return practice
    known = {item.stretch: item for item in practice.items}
    stretches = (stretch for stretch in order if stretch in scene.library.stretches)
    items = tuple(known.get(stretch) or item_of(scene, stretch) for stretch in stretches)
    return replace(practice, items=items)


def choose(scene: Scene, event: Choose) -> Outcome | NotAnAnswer:
    """Which practice to take up, by its number; where a list was told since, that one is meant."""
    picked = () if scene.state.thread.listed else chosen_by(scene, event, _offered(scene))
    return _take_up_named(scene, picked[0]) if picked else NotAnAnswer()


def choose_by_routine(scene: Scene, event: StartRoutine) -> Outcome | NotAnAnswer:
    """Which practice to take up, by its routine; another routine is no answer and is started."""
    wanted, offered = set(event.routine.ids), _offered(scene)
    for saved in resumable(scene):
        if saved.practice.name in wanted and saved.practice.id in offered:
            return _take_up_named(scene, saved.practice.id)
    return NotAnAnswer()


def decline(scene: Scene, _: Event) -> Outcome:
    """No: these practices are not offered again, but can still be asked for."""
    if scene.is_practising:
        return never_mind(scene)
    scene = scene.with_profile(scene.profile.declining(_offered(scene)))
    return ask(scene, "", scene.say("ask_instead"))


def _offered(scene: Scene) -> tuple[str, ...]:
    """Ids of the practices that were offered, in their order."""
    question = scene.state.question
    if isinstance(question, WhichPractice):
        return question.practices
    return (scene.asked(TakeUpPractice).practice,)


def _take_up_named(scene: Scene, practice: str) -> Outcome:
    """Take up an unfinished practice by its id."""
    for saved in resumable(scene):
        if saved.practice.id == practice:
            return _take_up(scene, saved)
    return _begin_anew(scene, practice)


def _nothing_there(scene: Scene, event: ResumePractice) -> str:
    if event.named.ids and event.named.ids[0] in scene.library.routines:
        return scene.say("not_unfinished", practice=scene.name_of(event.named.ids[0]))
    if event.named.heard:
        return scene.say("unknown_routine", heard=event.named.heard)
    return scene.say("nothing_that_day")


def _means_this_one(scene: Scene, event: ResumePractice) -> bool:
    """Whether the practice under way is meant by a wish to go on."""
    today = WEEKDAYS[scene.now.weekday()]
    return event.day in ("", "today", "last_time", today) and (
        not event.named.ids or _is_named(event, scene.practice, scene.place)
    )


def _is_named(event: ResumePractice, practice: Practice, place: Place) -> bool:
    """Whether the name that was said is that of this practice, or of its stretch in progress."""
    return practice.name in event.named.ids or place.stretch in event.named.ids


def _stay_with_it(scene: Scene, event: Event) -> Outcome:
    if scene.runs:
        return go_on(scene, event)
    return back_to(scene, scene.say("resuming"))


def _ask_which_practice(scene: Scene, fitting: list[SavedPractice]) -> Outcome:
    names = [_name(scene, saved.practice) for saved in fitting]
    return ask(
        scene,
        "",
        scene.say("which_practice", choices=scene.words.one_of(names)),
        WhichPractice(tuple(saved.practice.id for saved in fitting)),
    )


def _take_up(scene: Scene, saved: SavedPractice) -> Outcome:
    practice = saved.practice
    declined = scene.profile.preferences.declined
    scene = scene.with_preferences(declined=tuple(p for p in declined if p != practice.id))
    if practice.is_routine:
        told = scene.say("taking_up", practice=_name(scene, practice))
    else:
        told = scene.say("resuming")
    gently = scene.say("taking_up_shared") if is_shared(scene, saved) else ""
    minded = cautions_missed(scene, practice, saved.place)
    if saved.played and saved.leaving is not Leaving.BY_ERROR:
        scene = scene.straight_on()
    lead = (coming_out(scene), told, gently, minded)
    return come_back(put_aside(scene), practice, saved.place, saved.worked, *lead)


def _name(scene: Scene, practice: Practice) -> str:
    return scene.name_of(practice.name)
