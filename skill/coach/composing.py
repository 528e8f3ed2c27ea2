"""The three kinds of answer: one that coaches, one that asks, one that says goodbye."""

from dataclasses import replace

from skill.coach.answer import Budget, Sent, body_at, pack, part
from skill.coach.cues import Cue, Reply, length, plain
from skill.coach.practice import WORK_PHASES, Phase, Place, Practice
from skill.coach.preparing import cautioned
from skill.coach.progress import SavedPractice
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode, Question, Wanted
from skill.coach.timeline import segment_at

PROMPT_ROOM = Budget(seconds=14.0, characters=400)
"""What is kept free in every answer for the words that end it."""


def coach(
    scene: Scene,
    practice: Practice,
    place: Place,
    lead: tuple[Cue, ...] = (),
    worked: float = 0.0,
    *,
    out: bool = True,
    way_in: tuple[Cue, ...] = (),
) -> Turn:
    """Coach on from a place, as far as one answer and its reprompt carry.

    Args:
        scene: The conversation; `scene.state.body` is the position the body is in.
        practice: The practice, under way or new.
        place: Where to begin.
        lead: What is said first; it is no part of the practice and takes none of its time.
        worked: Seconds already held or moved of the item the place is in.
        out: Whether the body is out of the stretch while the lead is said.
        way_in: The end of the lead: how to get back into the stretch, and time for it.
    """
    lead += way_in
    if practice.is_end(place):
        return finish(scene, practice, plain(lead), finished_words(scene, practice))
    practice = cautioned(scene, practice, place)
    score = scene.score(practice)
    body = scene.state.body
    room = Budget(Budget().seconds - PROMPT_ROOM.seconds, Budget().characters - PROMPT_ROOM.characters)
    cut = pack(score, place, body, room.less(lead), out=out)
    answer = lead + part(score, place, cut, body, out=out)
    prompt, reprompt, bridge, end = _after(scene, practice, cut, room)
    sent = Sent(
        at=scene.now,
        body=body,
        lead=length(lead),
        out=out,
        way_in=length(way_in),
        start=place,
        cut=cut,
        prompt=length(prompt),
        bridge=bridge,
        end=end,
    )
    state = replace(
        scene.state,
        mode=Mode.PRACTISING,
        practice=practice,
        place=place,
        sent=sent,
        worked=worked,
        counted=scene.state.counted if _same(practice, scene.state.practice) else (),
        question=None,
        said="",
        asked="",
    )
    saved = SavedPractice(practice, place, scene.now, worked)
    return Turn(state, scene.profile.with_practice(saved), Reply(answer, prompt, reprompt))


def finish(scene: Scene, practice: Practice, *told: str) -> Turn:
    """The practice is over, without any coaching left to do in this answer."""
    text = " ".join(filter(None, told))
    return ask(over(scene, practice), text, scene.say("ask_what_next"))


def over(scene: Scene, practice: Practice) -> Scene:
    """The scene once a practice has come to its end."""
    ended = SavedPractice(practice, practice.end, scene.now, ended=True)
    body = scene.score(practice).body_after(len(practice.items) - 1)
    return scene.with_profile(scene.profile.with_practice(ended)).with_state(
        mode=Mode.IDLE, practice=practice, place=practice.end, sent=None, worked=0.0, body=body
    )


def ask(
    scene: Scene,
    text: str,
    question: str,
    *,
    mode: Mode = Mode.IDLE,
    wanted: Wanted | None = None,
    options: tuple[str, ...] = (),
) -> Turn:
    """Say something and ask something; the question is repeated once, then the session ends.

    A body that is in a stretch is first told how to come out of it.

    Args:
        scene: The conversation.
        text: What is said first; may be empty.
        question: The question, or what can be said now.
        mode: What the conversation is about from now on.
        wanted: What the question is about, where the mode needs to know.
        options: What it offers.
    """
    asked = Question(wanted, options) if wanted is not None else None
    text = " ".join(filter(None, (coming_out(scene), text)))
    said = " ".join(filter(None, (text, question)))
    state = replace(scene.state, mode=mode, sent=None, question=asked, said=said, asked=question)
    reply = Reply(scene.said(text), scene.said(question), scene.said(question))
    return Turn(state, scene.profile, reply)


def ask_the_same(scene: Scene, text: str, asked: str) -> Turn:
    """Say something and ask again what stands; the conversation stays about what it is about."""
    question = scene.state.question
    return ask(
        scene,
        text,
        asked,
        mode=scene.state.mode,
        wanted=question.wanted if question is not None else None,
        options=question.options if question is not None else (),
    )


def close(scene: Scene, text: str) -> Turn:
    """Say something and end the session."""
    told = " ".join(filter(None, (coming_out(scene), text)))
    state = replace(scene.state, sent=None, question=None, said=told)
    return Turn(state, scene.profile, Reply(scene.said(told), ends_session=True))


def coming_out(scene: Scene) -> str:
    """How to come out of the stretch the body is in, in one sentence; empty where it is in none."""
    state = scene.state
    in_it = state.mode is Mode.PRACTISING and not scene.out and not scene.resting
    if not in_it or scene.place.phase not in WORK_PHASES:
        return ""
    return scene.score(scene.practice).coming_out(segment_at(scene.practice, scene.place))


def told_first(scene: Scene, text: str, turn: Turn) -> Turn:
    """An answer with some words before it; none where there are none."""
    return preface(turn, scene.said(text))


def preface(turn: Turn, cues: tuple[Cue, ...]) -> Turn:
    """Put something before an answer that is composed already; its coaching begins that much later."""
    sent = turn.state.sent
    if sent is not None:
        sent = replace(sent, lead=sent.lead + length(cues))
    reply = replace(turn.reply, answer=cues + turn.reply.answer)
    return replace(turn, state=replace(turn.state, sent=sent), reply=reply)


def finished_words(scene: Scene, practice: Practice) -> str:
    """What is said when a practice is over."""
    if practice.is_routine:
        return scene.say("finished_routine", routine=scene.name_of(practice.name))
    return scene.say("finished_stretch", stretch=scene.name_of(practice.items[0].stretch))


def _same(practice: Practice, other: Practice | None) -> bool:
    return other is not None and practice.id == other.id


def _after(
    scene: Scene, practice: Practice, cut: Place, room: Budget
) -> tuple[tuple[Cue, ...], tuple[Cue, ...], float, Place | None]:
    """What comes after an answer's part: prompt, reprompt, the reprompt's bridge, where it ends."""
    if practice.is_end(cut):
        question = scene.say("ask_what_next")
        done = scene.said(finished_words(scene, practice), question)
        return done, scene.said(scene.say("ask_what_next_again")), 0.0, None
    score = scene.score(practice)
    body = body_at(score, cut)
    bridge = scene.said(scene.say("on_we_go"))
    end = pack(score, cut, body, room.less(bridge))
    if practice.is_end(end):
        last = scene.said(finished_words(scene, practice), scene.say("ask_what_next"))
    else:
        last = scene.said(scene.say("rest_last", next=coming(scene, practice, end)))
    prompt = scene.said(scene.say("rest", next=coming(scene, practice, cut)))
    return prompt, bridge + part(score, cut, end, body) + last, length(bridge), end


def coming(scene: Scene, practice: Practice, place: Place) -> str:
    """What begins at a place, as it is announced: a stretch, its other side, its next repetition."""
    name = scene.name_of(place.stretch)
    if place.phase is Phase.SWITCH and place.side is not None:
        return scene.say("coming_side", stretch=name, side=scene.words.side(place.side))
    if place.phase is Phase.SETTLE and place != practice.place_of(place.item):
        return scene.say(
            "coming_repetition", stretch=name, repetition=scene.words.ordinal(place.repetition)
        )
    return name
