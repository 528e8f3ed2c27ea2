"""Answers to questions about stretches. The practice keeps its place in all of them."""

from collections.abc import Callable
from dataclasses import replace

from skill.coach.conversation.care.cautions import caution_heard, who_leaves_out
from skill.coach.conversation.care.verdicts import care_for, why
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.disambiguation.asking import ask_for_a_name, ask_nearest, ask_which
from skill.coach.conversation.disambiguation.picking import numbered
from skill.coach.conversation.events import (
    AboutStretch,
    AskBenefit,
    AskCaution,
    AskEasier,
    Asked,
    AskFelt,
    AskHoldTime,
    AskHowTo,
    AskLength,
    AskRepetitions,
    AskSource,
)
from skill.coach.conversation.personal_practice import in_easier_way, item_of
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.practice.place import Side
from skill.coach.practice.practice import Item
from skill.coach.practice.wordings.texts import sided
from skill.coach.topics.questions.sources import named, who_says_so
from skill.coach.topics.questions.time_and_place import counting_ahead, how_many_it_was, how_many_more
from skill.coach.topics.starting.first_answer import minutes_for
from skill.library.records import GENTLE, Breaths, Hold, Movement, Sides


def ask_about(scene: Scene, event: AboutStretch) -> Outcome:
    """A question about a stretch: the one that was named, or the one in progress.

    While none is, a question without a name is about the one that was just told of.
    """
    question, asked = type(event), event.stretch
    told_of = scene.state.thread.stretch
    if asked.is_nameless and told_of and not scene.is_practising:
        asked = Asked((told_of,), told_of)
    if asked.is_nameless:
        if not scene.is_practising and question is AskEasier:
            return inform(scene, scene.say("gentle_level"))
        if not scene.is_practising:
            was = how_many_it_was(scene) if question is AskRepetitions else ""
            return inform(scene, was) if was else ask_for_a_name(scene, question)
        if question is AskRepetitions:
            return inform(counting_ahead(scene), how_many_more(scene))
        scene = _heard(scene, question)
        return inform(scene, ANSWERS[question](scene, scene.place.stretch))
    if not asked.ids:
        return ask_nearest(scene, question, asked)
    if len(asked.ids) == 1:
        if scene.is_practising and asked.ids[0] == scene.place.stretch:
            scene = _heard(scene, question)
        scene = scene.with_state(thread=scene.state.thread.telling(asked.ids[0], question))
        return _tell(scene, ANSWERS[question](scene, asked.ids[0]))
    if question not in (AskHoldTime, AskRepetitions):
        return ask_which(scene, question, asked.ids)
    return inform(scene, _together(scene, question, asked.ids))


def ask_how_to(scene: Scene, event: AskHowTo) -> Outcome:
    """How a stretch is done; "the second one" is that of the list that was told, or of the practice."""
    return ask_about(scene, replace(event, stretch=counted_one(scene, event)))


def counted_one(scene: Scene, event: AskHowTo | AskCaution) -> Asked:
    """The stretch that is asked about: by its name, or by its number in a list or the practice."""
    entries = scene.state.thread.listed
    if not entries and scene.is_practising:
        entries = tuple(item.stretch for item in scene.practice.items)
    counted = numbered(event.ordinal, entries) if event.stretch.is_nameless else ()
    meant = next((entry for entry in counted if entry in scene.library.stretches), "")
    return Asked((meant,), meant) if meant else event.stretch


def _tell(scene: Scene, answer: str) -> Outcome:
    """Tell the answer; if the person was asked which stretch they meant, a waiting practice goes on."""
    if scene.answered and scene.is_practising:
        return back_to(scene, answer)
    return inform(scene, answer)


def _heard(scene: Scene, question: type[AboutStretch]) -> Scene:
    """The scene after a question about the stretch in progress.

    Its cautions count as heard, and are not told again; its easier way is the one that is coached from
    here on, in this practice.
    """
    if question is AskEasier:
        return in_easier_way(scene)
    return caution_heard(scene, scene.place.stretch) if question is AskCaution else scene


def _together(scene: Scene, question: type[AboutStretch], stretches: tuple[str, ...]) -> str:
    """One answer for several stretches of one name: one figure where they agree, else one for each."""
    answers = {stretch: _figures(scene, question, stretch) for stretch in stretches}
    if len(set(answers.values())) == 1:
        return scene.say("all_alike", answer=answers[stretches[0]])
    told = [
        scene.say("one_of_them", stretch=scene.name_of(stretch), answer=answer)
        for stretch, answer in answers.items()
    ]
    return " ".join(told)


def _hold_time(scene: Scene, stretch: str) -> str:
    if scene.is_staying and stretch == scene.place.stretch:
        return scene.say("stay_no_end")
    return _figures_of(scene, AskHoldTime, stretch)


def _repetitions(scene: Scene, stretch: str) -> str:
    return _figures_of(scene, AskRepetitions, stretch)


def _figures_of(scene: Scene, question: type[AboutStretch], stretch: str) -> str:
    answer = _figures(scene, question, stretch)
    return scene.say("answer_about", stretch=scene.name_of(stretch), answer=answer)


def _how_to(scene: Scene, stretch: str) -> str:
    words = scene.words.stretch(stretch, _as_done(scene, stretch)[0].way)
    record = scene.library.stretches[stretch]
    position = scene.words.position(record.position).name
    steps = " ".join(words.steps)
    if record.sides is not Sides.NONE:
        side = scene.place.side if scene.is_practising and scene.place.side else Side.LEFT
        steps = sided(scene.words, steps, side)
    return scene.say("answer_how_to", stretch=words.name, position=position, steps=steps)


def _length(scene: Scene, stretch: str) -> str:
    """How long a stretch takes from its first word to its last, as this person would do it now."""
    minutes = minutes_for(scene, stretch, (stretch,))
    return scene.say("that_takes", name=scene.name_of(stretch), minutes=minutes)


def _benefit(scene: Scene, stretch: str) -> str:
    return scene.words.stretch(stretch).benefit


def _felt(scene: Scene, stretch: str) -> str:
    """Where it is felt; for a movement, which has no sentence for it, the parts it is for."""
    if told := scene.words.stretch(stretch).felt:
        return told
    areas = [scene.words.language.areas[area] for area in scene.library.stretches[stretch].areas]
    return scene.say("felt_there", areas=scene.words.all_of(areas))


def _easier(scene: Scene, stretch: str) -> str:
    way = _as_done(scene, stretch)[0].way or GENTLE
    return scene.words.stretch(stretch).ways[way].differs


def _caution(scene: Scene, stretch: str) -> str:
    record = scene.library.stretches[stretch]
    own = scene.words.stretch(stretch).caution
    source = named(scene, record.own_caution_sources)
    told = [own, scene.say("caution_from", source=source) if own else ""]
    care = care_for(scene, stretch)
    if care is not None:
        told.append(why(scene, care))
    told.append(who_leaves_out(scene, stretch))
    told.append(scene.say("caution_anything_else"))
    return " ".join(filter(None, told))


def _figures(scene: Scene, question: type[AboutStretch], stretch: str) -> str:
    """The figures that a question is about; for the stretch in progress, those of this practice."""
    item, seconds = _as_done(scene, stretch)
    repetitions = item.rounds
    each = item.sides is not Sides.NONE
    match item.work:
        case Movement():
            return scene.say("figure_movement_each" if each else "figure_movement", times=repetitions)
        case Breaths(_, one):
            breaths = round(seconds / one)
            key = "figure_breaths" if breaths > 1 else "figure_breath"
            return scene.say(key, breaths=breaths, times=repetitions)
        case Hold() if question is AskHoldTime:
            return scene.say("figure_hold_each" if each else "figure_hold", seconds=seconds)
        case Hold():
            key = "figure_repetitions_each" if each else "figure_repetitions"
            return scene.say(key, seconds=seconds, times=repetitions)


def _as_done(scene: Scene, stretch: str) -> tuple[Item, float]:
    """A stretch as it is being done, or as it would be done, and the seconds of the hold in question."""
    if scene.is_practising and scene.place.stretch == stretch:
        item = scene.item
        return item, scene.score(scene.practice).effort_at(scene.place).seconds
    item = item_of(scene, stretch)
    return item, item.efforts[0].seconds


ANSWERS: dict[type[AboutStretch], Callable[[Scene, str], str]] = {
    AskHoldTime: _hold_time,
    AskRepetitions: _repetitions,
    AskHowTo: _how_to,
    AskLength: _length,
    AskBenefit: _benefit,
    AskFelt: _felt,
    AskEasier: _easier,
    AskCaution: _caution,
    AskSource: who_says_so,
}
"""The answer about one stretch, by the kind of question."""
