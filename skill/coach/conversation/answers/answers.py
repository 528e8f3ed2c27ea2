"""The three kinds of answer: one that coaches, one that asks, one that says goodbye."""

from dataclasses import replace

from skill.coach.conversation.answers.ending import get_up, goodbye, how_it_was
from skill.coach.conversation.answers.parts import packed, waiting
from skill.coach.conversation.answers.playing import play
from skill.coach.conversation.care.cautions import cautions_ahead, lesson_told
from skill.coach.conversation.care.verdicts import suited
from skill.coach.conversation.reply import Reply
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import (
    AboutSign,
    AfterSign,
    AllRight,
    PlayOn,
    Question,
)
from skill.coach.conversation.state.state import Course, Running
from skill.coach.person.profile import SavedPractice
from skill.coach.practice.cues.cues import Cue, length, spoken_text
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.playback.hearing import Sent
from skill.coach.practice.practice import Practice
from skill.coach.practice.score import in_and_out
from skill.coach.practice.score.packing import size_of
from skill.coach.practice.timeline import segment_at

ABOUT_THE_BODY = (AboutSign, AfterSign, AllRight)
"""Questions to whoever something is wrong with."""


def coach(
    scene: Scene,
    practice: Practice,
    place: Place,
    lead: tuple[Cue, ...] = (),
    worked: float = 0.0,
    *,
    out: bool = True,
    way_in: tuple[Cue, ...] = (),
    waits: bool = False,
    fetch: float = 0.0,
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
        waits: Whether the rest before that place goes on: it is announced, and the reprompt begins it.
        fetch: Seconds of what has to be fetched, at the end of the lead.
    """
    lead += way_in
    # Whatever led here: what is better left out for this body is not coached.
    practice, place = suited(scene, practice, place)
    if practice.is_end(place):
        done = len(scene.counted_of(practice))
        over_now = how_it_was(scene, practice, done, length(lead))
        told = over_now if done else scene.say("nothing_left_to_do")
        return finish(scene, practice, spoken_text(lead), told)
    lead = scene.notice + lead
    if scene.plays and (scene.state.straight or scene.practice.id == practice.id):
        return play(scene, practice, place, lead, worked, out=out)
    if scene.limits.aloud and not scene.profile.device.told:
        lead = scene.said(scene.say("counting_aloud")) + lead
        scene = scene.with_device(replace(scene.profile.device, told=True))
    cautions = cautions_ahead(scene, practice, place)
    score = scene.score(practice, cautions)
    body = scene.state.body
    if waits:
        filled = waiting(scene, practice, score, place, lead)
    else:
        filled = packed(scene, practice, score, place, lead, out=out)
    cut, answer, after = filled.cut, filled.answer, filled.after
    scene = lesson_told(scene, cautions, cut)
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
        fetch=fetch,
        carried=scene.limits.carries_on,
        cautions=cautions,
    )
    running = Running(practice, place, worked, scene.counted_of(practice), sent=sent)
    state = replace(scene.state, practice=running, question=None, said="", asked="")
    kept_at = scene.kept_at(practice)
    ran_out = scene.ran_out_in(practice)
    saved = SavedPractice(practice, place, kept_at, worked, counted=running.counted, ran_out=ran_out)
    reply = Reply(answer, after.prompt, after.reprompt)
    return Outcome(state, scene.profile.with_practice(saved), reply, scene.guest)


def finish(scene: Scene, practice: Practice, *told: str) -> Outcome:
    """Say that the practice is over and what can be said, where this answer coaches nothing more."""
    after = over(scene, practice)
    text = " ".join(filter(None, (*told, get_up(after, after.state.body))))
    return ask(after, text, scene.say("open_end"), silence=goodbye(scene))


def over(scene: Scene, practice: Practice) -> Scene:
    """The scene after a practice has ended: it is kept as ended, and nothing is under way."""
    ended = SavedPractice(practice, practice.end, scene.kept_at(practice), ended=True)
    body = scene.score(practice).body_after(len(practice.items) - 1)
    scene = scene.with_profile(scene.profile.with_practice(ended))
    return scene.with_state(practice=None, question=None, last=practice, body=body, said="")


def ask(
    scene: Scene, text: str, question: str, asks: Question | None = None, *, silence: str = ""
) -> Outcome:
    """Say something, and ask, or say what can be said.

    A practice that ran waits from now on. A body that is in a stretch is first told how to come out.

    Args:
        scene: The conversation.
        text: What is said first; may be empty.
        question: The question, or what can be said now.
        asks: The question as a record, for its answer; None where any request is an answer.
        silence: What whoever says nothing is told; empty for the question once more, and the way up.
    """
    # Whoever is asked whether the player is to go on stays where they are meanwhile.
    out = "" if isinstance(asks, PlayOn) else coming_out(scene)
    text = " ".join(filter(None, (out, text)))
    said = " ".join(filter(None, (text, question)))
    state = replace(scene.state.at_rest, question=asks, said=said, asked=question)
    # Nobody who says nothing is left on the floor without the way up; a sign has its own words.
    up = "" if isinstance(asks, ABOUT_THE_BODY) else get_up(scene, state.body)
    waits = state.practice is not None and asks is None and not scene.state.unkept
    # The session ends with these words: what could be said until then goes to somebody else after it.
    last = scene.said(scene.say("open_again") if waits else question, up)
    silent = scene.said(silence) if silence else last
    reply = Reply(scene.notice + scene.said(text), scene.said(question), silent)
    return Outcome(state, scene.profile, reply, scene.guest)


def ask_to_go_on(scene: Scene, text: str) -> Outcome:
    """Say something, and how to go on with the practice that waits: now, and once the session is over.

    Where its place may not be kept, nobody is sent off to come back to it. What the device's player has
    goes on by itself when the session is over; whether it is to do so at once is asked.
    """
    if scene.plays:
        return ask(scene, text, scene.say("ask_play_on"), PlayOn())
    return ask(scene, text, scene.say("ask_resume_now" if scene.state.unkept else "ask_resume"))


def ask_what_next(scene: Scene, text: str) -> Outcome:
    """Say something, and ask what is next: how to go on where a practice waits, or what to do."""
    if scene.is_practising:
        return ask_to_go_on(scene, text)
    return ask(scene, text, scene.say("ask_what_next"))


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
    """One sentence on how to come out of the stretch the body is in; empty where it is in none.

    In a change of sides, and between two repetitions, nobody knows how far it is on the way.
    """
    stays = scene.state.course is Course.PLAYING or isinstance(scene.state.question, PlayOn)
    if not (scene.runs or stays) or scene.out or scene.resting:
        return ""
    place = scene.place
    between = place.phase is Phase.SWITCH or (place.phase is Phase.SETTLE and place.repetition > 1)
    if not between and place.phase not in WORK_PHASES:
        return ""
    return in_and_out.coming_out(scene.score(scene.practice), segment_at(scene.practice, scene.place))
