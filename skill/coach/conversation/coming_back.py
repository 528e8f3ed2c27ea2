"""Putting a practice aside, and coming back to it: after a question, a pause, or a week."""

from dataclasses import replace

from skill.coach.conversation.answers import ask, ask_the_same, ask_what_next, close, coach
from skill.coach.conversation.care.verdicts import suited, unsuited_from
from skill.coach.conversation.questions import RoutineName
from skill.coach.conversation.scene import Outcome, Scene, finished_at
from skill.coach.conversation.state import Course
from skill.coach.person.profile import Leaving, SavedPractice
from skill.coach.person.totals import Finished
from skill.coach.practice.cues import Cue, Said
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.timeline import Segment, index_of, outline, segment_at
from skill.library.records import Movement
from skill.words.numbers import roughly

TO_FETCH, TO_PUT_READY = 15.0, 8.0
"""Seconds for fetching what a stretch cannot be done without, and for putting ready what a later one
needs; ours."""

NOT_FETCHED = frozenset({"bed", "wall"})
"""What one goes to, instead of fetching it: the way into the stretch has the time for that."""

FACED = frozenset({"wall"})
"""What the first step of a stretch at it says, with time to go there: named before a routine alone."""

TO_HEAR = 2.0
"""Seconds between what is said of things and the stretch; ours."""

AT_ONCE = 3
"""How many things one remembers at once; ours."""

BEFORE_WORK = (Phase.SETTLE, Phase.STEP)
"""Phases in which nothing has been held or moved yet."""

LONG_ASIDE = 6.0
"""Seconds of words beyond which the body is let out of the stretch while it listens."""

NOTHING_LEFT, SHARE_LEFT = 5.0, 0.2
"""How much of a hold may be left for it to count as done: at most these seconds, and this share of
it."""


def put_aside(scene: Scene, leaving: Leaving = Leaving.BY_USER) -> Scene:
    """The scene with the practice under way kept where it stands; one that was not begun is dropped."""
    if not scene.is_practising:
        return scene
    saved = SavedPractice(
        scene.practice,
        scene.place,
        scene.kept_at(scene.practice),
        scene.worked,
        leaving,
        counted=scene.under_way.counted,
        played=scene.under_way.played,
        ran_out=scene.ran_out_in(scene.practice) + (leaving is Leaving.BY_SILENCE),
        ended=not was_begun(scene) and leaving is Leaving.BY_USER,
    )
    return replace(scene, profile=scene.profile.with_practice(saved))


def was_begun(scene: Scene) -> bool:
    """Whether so much was done that the practice is worth coming back to."""
    place = scene.place
    return place.item > 0 or scene.worked > 0 or place.phase not in BEFORE_WORK


def inform(scene: Scene, text: str) -> Outcome:
    """Tell something, and go back to what was before: a running practice, a question, or "what next?".

    A session that was opened for this request alone ends.
    """
    if scene.runs:
        return aside(scene, text)
    if scene.state.question is not None:
        return ask_the_same(scene, text)
    if scene.state.one_shot and not scene.plays:
        return close(scene, text)
    return ask_what_next(scene, text)


def carry_on(scene: Scene, text: str) -> Outcome:
    """Say something, and carry on with a practice that runs; one that waits goes on waiting."""
    if scene.runs:
        return aside(scene, text)
    return inform(put_aside(scene), text)


def aside(scene: Scene, text: str) -> Outcome:
    """Say something in the middle of a practice, and carry on where it was.

    The seconds of a hold stand still meanwhile. Before a long text the body is let out of the stretch;
    after it there is time to get back in. Nobody listens on one leg. A rest goes on waiting for a word:
    what comes next is announced again, and not begun.
    """
    practice, (place, worked) = scene.practice, onward(scene)
    if scene.resting and not scene.plays:
        outcome = coach(scene, practice, scene.place, scene.said(text), scene.worked, waits=True)
    elif place.phase not in WORK_PHASES or not lets_out(scene, text):
        lead = scene.said(text, "" if practice.is_end(place) else scene.say("back_to_it"))
        out = scene.out or scene.resting
        outcome = coach(scene, practice, place, lead, worked, out=out)
    else:
        ease_out = "" if scene.out else scene.say("ease_out")
        lead = scene.said(ease_out, text, scene.say("back_in"))
        way_in = back_into(scene, practice, segment_at(practice, place))
        outcome = coach(scene, practice, place, lead, worked, way_in=way_in)
    running = outcome.state.course is Course.RUNNING
    return replace(outcome, state=replace(outcome.state, said=text)) if running else outcome


def onward(scene: Scene) -> tuple[Place, float]:
    """Where the practice goes on, and the seconds already held or moved there.

    After a hold that lasted until a word, and ran out, the way out has been told: its stretch is over.
    """
    place = scene.place
    if scene.resting and place.phase is Phase.RELEASE:
        return scene.practice.place_of(place.item + 1), 0.0
    return place, scene.worked


def lets_out(scene: Scene, text: str) -> bool:
    """Whether the body is, or has to be, out of the stretch in progress while this text is said."""
    return scene.out or scene.words.seconds(text) > LONG_ASIDE or scene.item.at_a_time > 0


def back_to(scene: Scene, *told: str) -> Outcome:
    """Go on with the practice that waits, after a few words; first with a routine that is being made."""
    if scene.state.draft is not None:
        return back_to_draft(scene, " ".join(filter(None, told)))
    return come_back(scene, scene.practice, scene.place, scene.worked, *told)


def back_to_draft(scene: Scene, text: str) -> Outcome:
    """Go on with the routine that was being made when something else was asked, after a few words."""
    draft = scene.state.draft
    question = scene.say("own_name" if isinstance(draft, RoutineName) else "own_next")
    return ask(scene.with_state(draft=None), text, question, draft)


def never_mind(scene: Scene) -> Outcome:
    """Drop the standing question, for which no means only that nothing is done."""
    return drop_question(scene, scene.say("never_mind"))


def drop_question(scene: Scene, told: str) -> Outcome:
    """After a few words, back to the practice that waits, or to "what next?"."""
    if scene.is_practising:
        return back_to(scene, told)
    return ask(scene, told, scene.say("ask_what_next"))


def come_back(scene: Scene, practice: Practice, place: Place, worked: float, *greeting: str) -> Outcome:
    """Take up a practice that was left, with a recap and with time to get down again."""
    left = place
    at_hand = scene.state.latest is not None and scene.state.latest.id == practice.id
    # Whoever was getting into position goes on with that, and whoever only asked something with what the
    # player was at; after a session, or a pause, it begins anew.
    stayed = at_hand and (practice.is_before(place) or (scene.plays and not scene.out))
    place = place if stayed else _fresh(practice, place)
    unsuited = () if practice.is_end(place) else unsuited_from(scene, practice, place.item)
    if unsuited:
        names = scene.names_of(unsuited)
        # The answer to what was told of the body has named them already.
        if not any(names in text for text in greeting):
            greeting = (*greeting, scene.say("care_left_out_of_it", stretches=names))
        practice, place = suited(scene, practice, place)
    scene, finished = _counted(scene, practice, left, place, worked)
    if place.item != left.item:
        worked = 0.0
    if practice.is_end(place):
        return replace(coach(scene, practice, place, scene.said(*greeting)), finished=finished)
    lead = [*scene.said(*greeting), *(() if at_hand else fetching(scene, practice, place))]
    way_in: tuple[Cue, ...] = ()
    if not practice.is_before(place):
        lead += scene.said(recap(scene, practice, place))
        lead += way_down(scene, practice, place)
        if place.phase in WORK_PHASES:
            begun = place.held > 0
            way_in = back_into(scene, practice, segment_at(practice, place), begun=begun)
    turn = coach(scene, practice, place, tuple(lead), worked, way_in=way_in)
    return replace(turn, finished=finished)


def fetching(scene: Scene, practice: Practice, place: Place) -> tuple[Cue, ...]:
    """What is needed for the rest of a practice, with time to fetch it, and what only helps.

    At most `AT_ONCE` things in all; what helps is not told to those who know the stretch.
    """
    needed: dict[str, None] = {}
    helpful: dict[str, None] = {}
    for item in practice.items[place.item :]:
        stretch = scene.library.stretches[item.stretch]
        needed |= dict.fromkeys(stretch.equipment)
        way = stretch.ways.get(item.way)
        if way is not None or not item.brief:
            helpful |= dict.fromkeys(way.helpful if way is not None else stretch.helpful)
    missing = practice.wish.without if practice.wish is not None else ""
    there = [thing for thing in {**needed, **helpful} if missing not in (thing, "everything")]
    # Whoever knows a stretch at the wall is at the wall as soon as its name is said.
    one = not practice.is_routine and not practice.is_end(place)
    known = one and practice.items[place.item].brief
    gone_to = NOT_FETCHED if known else FACED if one else frozenset[str]()
    must = [thing for thing in there if thing in needed and thing not in gone_to][:AT_ONCE]
    may = [thing for thing in there if thing not in needed][: AT_ONCE - len(must)]
    waits = not set(must) <= NOT_FETCHED
    first = scene.library.stretches[place.stretch].equipment if place.stretch else ()
    must_now = not set(first) <= NOT_FETCHED
    told = (
        *_named(scene, "helpful", may),
        *_named(scene, _needed(scene) if waits else "needed", must),
        *(scene.quiet(TO_FETCH if must_now else TO_PUT_READY) if waits else ()),
    )
    # No two silences touch. Of one stretch it takes no pause: the way into it has the time.
    pauses = practice.is_routine and told and isinstance(told[-1], Said)
    return (*told, *scene.quiet(TO_HEAR)) if pauses else told


def _needed(scene: Scene) -> str:
    """The prompt for what has to be fetched; in a recording nobody says that they have it."""
    return "needed_alone" if scene.limits.alone else "needed_wait"


def _named(scene: Scene, prompt: str, things: list[str]) -> tuple[Cue, ...]:
    names = [scene.words.language.equipment[thing] for thing in things]
    return scene.said(scene.say(prompt, things=scene.words.all_of(names)) if names else "")


def _fresh(practice: Practice, place: Place) -> Place:
    """The place from which to begin again: what was over is not repeated.

    A stretch that the person was coming out of is done; a hold with next to nothing left counts as done;
    steps that were told in part are told again; a place that no longer exists becomes the start of its
    item.
    """
    segments = outline(practice)
    index = index_of(practice, place)
    if index == len(segments):
        return practice.end
    if not segments[index].holds(place):
        place = segments[index].place
    whole = segments[index].effort.seconds
    nothing_left = whole - place.held < min(NOTHING_LEFT, SHARE_LEFT * whole)
    if place.phase is Phase.HOLD and place.held > 0 and nothing_left:
        place = segments[index + 1].place
    if place.phase is Phase.RELEASE:
        return practice.place_of(place.item + 1)
    return replace(place, step=0)


def _counted(
    scene: Scene, practice: Practice, left: Place, fresh: Place, worked: float
) -> tuple[Scene, tuple[Finished, ...]]:
    """Count a stretch as finished if `_fresh` took its last hold, which was broken off, as done."""
    counted = scene.counted_of(practice)
    if left.phase is not Phase.HOLD or fresh.item == left.item or worked <= 0 or left.item in counted:
        return scene, ()
    finished = finished_at(scene, practice, left.item, worked, scene.now)
    scene = scene.with_profile(scene.profile.with_finished(finished))
    counted = (*counted, left.item)
    if scene.is_practising and scene.practice.id == practice.id:
        return scene.with_state(practice=replace(scene.under_way, counted=counted)), (finished,)
    saved = SavedPractice(practice, fresh, scene.now, counted=counted)
    return scene.with_profile(scene.profile.with_practice(saved)), (finished,)


def way_down(scene: Scene, practice: Practice, place: Place) -> tuple[Cue, ...]:
    """How to get into position again, and time for it; empty where the body is in it already."""
    score = scene.score(practice)
    stretch = scene.library.stretches[place.stretch]
    position = score.position_of(place.stretch)
    if place.phase in WORK_PHASES and stretch.ends_in == scene.state.body:
        return ()
    return score.get_in_cues(scene.state.body, position)


def back_into(
    scene: Scene, practice: Practice, segment: Segment, *, begun: bool = True
) -> tuple[Cue, ...]:
    """The way back into a stretch that had begun: how, time for it, and a word to begin on."""
    item = practice.items[segment.item]
    moving = isinstance(item.work, Movement)
    return (
        *scene.score(practice).way_in(segment),
        *scene.said(scene.say("move_on" if moving else "hold_on") if begun else ""),
    )


def recap(scene: Scene, practice: Practice, place: Place, *, whole: bool = False) -> str:
    """Where the person is, in one sentence: stretch, repetition, side, what is left.

    Args:
        scene: The conversation.
        practice: The practice.
        place: Where in the practice.
        whole: Say repetition and side even where the timeline is about to name them.
    """
    item = practice.items[place.item]
    parts = [scene.name_of(place.stretch)]
    if place.phase in (Phase.SETTLE, Phase.SWITCH) and not whole:
        return _sentence(parts[0])
    if item.rounds > 1:
        parts.append(
            scene.say(
                "recap_repetition",
                repetition=scene.words.ordinal(place.repetition),
                repetitions=item.rounds,
            )
        )
    if place.side is not None:
        parts.append(scene.say("recap_side", side=scene.words.side(place.side)))
    if place.phase is Phase.HOLD:
        seconds = scene.score(practice).effort_at(place).seconds
        parts.append(scene.say("recap_left", seconds=roughly(seconds - place.held)))
    return _sentence(", ".join(parts))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
