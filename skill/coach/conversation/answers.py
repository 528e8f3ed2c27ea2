"""The three kinds of answer: one that coaches, one that asks, one that says goodbye."""

from dataclasses import dataclass, replace

from skill.coach.conversation.care.cautions import cautions_ahead
from skill.coach.conversation.care.verdicts import suited
from skill.coach.conversation.questions import AboutSign, AfterSign, AllRight, Question
from skill.coach.conversation.reply import Reply
from skill.coach.conversation.scene import FLOOR, Outcome, Scene
from skill.coach.conversation.state import Running
from skill.coach.person.profile import SavedPractice
from skill.coach.practice.cues import Cue, length, spoken_text
from skill.coach.practice.hearing import Sent
from skill.coach.practice.packing import Size, body_at, has_work, pack, part, size_of
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.score import Score
from skill.coach.practice.timeline import segment_at

ABOUT_THE_BODY = (AboutSign, AfterSign, AllRight)
"""Questions to whoever something is wrong with."""

ENDING = Size(seconds=14.0, characters=400)
"""The room that every answer keeps free for the words that end it."""

LAST_WORDS = Size(seconds=13.0, characters=400)
"""The same for a reprompt, which says less."""


def coach(
    scene: Scene,
    practice: Practice,
    place: Place,
    lead: tuple[Cue, ...] = (),
    worked: float = 0.0,
    *,
    out: bool = True,
    way_in: tuple[Cue, ...] = (),
) -> Outcome:
    """Coach on from a place, as far as one answer and its reprompt reach.

    Args:
        scene: The conversation; `scene.state.body` is the position the body is in.
        practice: The practice, under way or new.
        place: Where to begin.
        lead: What is said before the coaching; the seconds of the practice do not run meanwhile.
        worked: Seconds already held or moved of the item in which the place is.
        out: Whether the body is out of the stretch while the lead is said.
        way_in: The end of the lead: how to get back into the stretch, and time for it.
    """
    lead += way_in
    # Whatever led here: what is better left out for this body is not coached.
    practice, place = suited(scene, practice, place)
    if practice.is_end(place):
        return finish(scene, practice, spoken_text(lead), finished_words(scene, practice))
    lead = scene.notice + lead
    if scene.limits.aloud and not scene.profile.device.told:
        lead = scene.said(scene.say("counting_aloud")) + lead
        scene = scene.with_device(replace(scene.profile.device, told=True))
    cautions = cautions_ahead(scene, practice, place)
    score = scene.score(practice, cautions)
    body = scene.state.body
    packed = _packed(scene, practice, score, place, lead, out=out)
    cut, answer, after = packed.cut, packed.answer, packed.after
    whole = size_of(answer + after.prompt + after.reprompt)
    sent = Sent(
        at=scene.now,
        body=body,
        lead=length(lead),
        out=out,
        way_in=length(way_in),
        start=place,
        cut=cut,
        prompt=length(after.prompt),
        bridge=after.bridge,
        end=after.end,
        spoken=round(whole.seconds - whole.silent, 3),
        silent=whole.silent,
        rate=scene.words.rate,
        aloud=scene.limits.aloud,
        cautions=cautions,
    )
    running = Running(practice, place, worked, scene.counted_of(practice), sent=sent)
    state = replace(scene.state, practice=running, question=None, said="", asked="")
    saved = SavedPractice(practice, place, scene.now, worked, counted=running.counted)
    reply = Reply(answer, after.prompt, after.reprompt)
    return Outcome(state, scene.profile.with_practice(saved), reply, scene.guest)


def finish(scene: Scene, practice: Practice, *told: str) -> Outcome:
    """Say that the practice is over and ask what is next, where this answer coaches nothing more."""
    text = " ".join(filter(None, told))
    return ask(over(scene, practice), text, scene.say("ask_what_next"))


def over(scene: Scene, practice: Practice) -> Scene:
    """The scene after a practice has ended: it is kept as ended, and nothing is under way."""
    ended = SavedPractice(practice, practice.end, scene.now, ended=True)
    body = scene.score(practice).body_after(len(practice.items) - 1)
    scene = scene.with_profile(scene.profile.with_practice(ended))
    return scene.with_state(practice=None, last=practice, body=body)


def ask(scene: Scene, text: str, question: str, asks: Question | None = None) -> Outcome:
    """A practice that runs waits from now on. A body that is in a stretch is first told how to come out.

    A practice that ran waits from now on. A body that is in a stretch is first told how to come out.

    Args:
        scene: The conversation.
        text: What is said first; may be empty.
        question: The question, or what can be said now.
        asks: The question as a record, for its answer; None where any request is an answer.
    """
    text = " ".join(filter(None, (coming_out(scene), text)))
    said = " ".join(filter(None, (text, question)))
    state = replace(scene.state.at_rest, question=asks, said=said, asked=question)
    # Nobody who says nothing is left on the floor without the way up; a sign has its own words.
    up = "" if isinstance(asks, ABOUT_THE_BODY) else get_up(scene, state.body)
    reply = Reply(scene.notice + scene.said(text), scene.said(question), scene.said(question, up))
    return Outcome(state, scene.profile, reply, scene.guest)


def ask_the_same(scene: Scene, text: str, asked: str = "") -> Outcome:
    """Say something, then ask the standing question again; it goes on standing."""
    return ask(scene, text, asked or scene.state.asked, scene.state.question)


def ask_again(scene: Scene, told: str = "") -> Outcome:
    """Ask the standing question again after a few words; "say that again" repeats the earlier words."""
    outcome = ask_the_same(scene, told or scene.say("once_more"))
    return replace(outcome, state=replace(outcome.state, said=scene.state.said))


def say_again(scene: Scene) -> Outcome:
    """Say the last answer's words again; nothing changes."""
    asked = scene.state.asked or scene.say("ask_what_next")
    return ask_the_same(scene, scene.state.said.removesuffix(asked).strip(), asked)


def close(scene: Scene, text: str) -> Outcome:
    """Say something and end the session."""
    told = " ".join(filter(None, (coming_out(scene), text)))
    state = replace(scene.state.at_rest, question=None, said=told)
    answer = scene.notice + scene.said(told) if told else ()
    return Outcome(state, scene.profile, Reply(answer, ends_session=True), scene.guest)


def coming_out(scene: Scene) -> str:
    """One sentence on how to come out of the stretch the body is in; empty where it is in none."""
    in_it = scene.runs and not scene.out and not scene.resting
    if not in_it or scene.place.phase not in WORK_PHASES:
        return ""
    return scene.score(scene.practice).coming_out(segment_at(scene.practice, scene.place))


def get_up(scene: Scene, body: str) -> str:
    """One sentence for whoever gets up from the floor; empty where the body is not on it."""
    position = scene.library.positions[body]
    return scene.say(f"get_up_{position.height}") if position.place == FLOOR else ""


def finished_words(scene: Scene, practice: Practice) -> str:
    """What is said when a practice is over."""
    if practice.is_routine:
        return scene.say("finished_routine", routine=scene.name_of(practice.name))
    return scene.say("finished_stretch", stretch=scene.name_of(practice.items[0].stretch))


def coming(scene: Scene, practice: Practice, place: Place) -> str:
    """How what begins at a place is announced: a stretch, its other side, or its next repetition."""
    name = scene.name_of(place.stretch)
    if place.phase is Phase.SWITCH and place.side is not None:
        return scene.say("coming_side", stretch=name, side=scene.words.side(place.side))
    if place.phase is Phase.SETTLE and place != practice.place_of(place.item):
        return scene.say(
            "coming_repetition", stretch=name, repetition=scene.words.ordinal(place.repetition)
        )
    return name


def _packed(
    scene: Scene, practice: Practice, score: Score, place: Place, lead: tuple[Cue, ...], *, out: bool
) -> "_Packed":
    """Where an answer's part ends, the answer up to there, and what comes after it.

    Whoever says nothing is to be coached on. Where a reprompt has room for no effort of what would come
    next, the answer takes as much of that as it can, if what is then left of it is short enough.
    """
    body = scene.state.body
    budget = scene.limits.answer.less(ENDING).less(size_of(lead))

    def packed(*, fully: bool) -> _Packed:
        cut = pack(score, place, body, budget, out=out, fully=fully)
        answer = lead + part(score, place, cut, body, out=out)
        return _Packed(cut, answer, _after(scene, practice, score, cut, size_of(answer)))

    usual = packed(fully=False)
    if usual.after.goes_on or practice.is_end(usual.cut):
        return usual
    fullest = packed(fully=True)
    return fullest if fullest.after.goes_on or practice.is_end(fullest.cut) else usual


@dataclass(frozen=True)
class _After:
    """What an answer says after its part of the coaching, and its reprompt."""

    prompt: tuple[Cue, ...]
    """The words that end the answer."""
    reprompt: tuple[Cue, ...]
    """What is spoken when nobody answers."""
    bridge: float = 0.0
    """Seconds of the words before the reprompt's part of the coaching."""
    end: Place | None = None
    """Where the reprompt's part of the coaching ends; None where the reprompt carries none."""
    goes_on: bool = False
    """Whether something is held or moved in the reprompt."""


@dataclass(frozen=True)
class _Packed:
    """An answer's part of the coaching."""

    cut: Place
    """Where it ends."""
    answer: tuple[Cue, ...]
    """It, and what is said before it."""
    after: _After


def _after(scene: Scene, practice: Practice, score: Score, cut: Place, answer: Size) -> _After:
    """What comes after a part that ends at a place.

    Where a reprompt has no room for what comes next it asks for a word, and the session ends with it.
    """
    if practice.is_end(cut):
        question = scene.say("ask_what_next")
        done = scene.said(finished_words(scene, practice), question)
        up = get_up(scene, body_at(score, cut))
        return _After(done, scene.said(scene.say("ask_what_next_again"), up))
    body = body_at(score, cut)
    prompt = scene.said(scene.say("rest", next=coming(scene, practice, cut)))
    bridge = scene.said(scene.say("on_we_go"))
    left = scene.limits.together.less(answer).less(size_of(prompt))
    budget = scene.limits.reprompt.within(left).less(LAST_WORDS).less(size_of(bridge))
    end = pack(score, cut, body, budget)
    coaching = part(score, cut, end, body)
    if not budget.covers(size_of(coaching)):
        resting = scene.said(
            scene.say("rest_last", next=coming(scene, practice, cut)), get_up(scene, body)
        )
        return _After(resting, resting)
    if practice.is_end(end):
        last = scene.said(finished_words(scene, practice), scene.say("ask_what_next"))
    else:
        last = scene.said(scene.say("rest_last", next=coming(scene, practice, end)))
    last += scene.said(get_up(scene, body_at(score, end)))
    reprompt = bridge + coaching + last
    return _After(prompt, reprompt, length(bridge), end, has_work(score, cut, end))
