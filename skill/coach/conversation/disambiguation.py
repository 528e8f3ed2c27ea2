"""Finding out which stretch is meant: asking, offering the nearest names, and hearing the answer."""

import difflib
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from skill.coach.conversation.answers import ask, ask_again
from skill.coach.conversation.care.verdicts import is_refused
from skill.coach.conversation.coming_back import aside, never_mind
from skill.coach.conversation.events import (
    AboutStretch,
    Asked,
    Choose,
    Event,
    ListStretches,
    NameStretch,
    StartRoutine,
    StartStretch,
)
from skill.coach.conversation.questions import ThisStretch, WhichStretch
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.thread import Thread
from skill.coach.practice.plan_wish import PlanWish
from skill.library.records import FROM_THE_FLOOR, Stretch

OFFERED_AT_ONCE = 3
"""How many choices one question names."""

LAST, ANY = "last", "any"
"""The ids of the `ORDINAL` slot type for the last one of several, and for any of them."""

NEAR_ENOUGH = 0.6
"""How alike two names have to be, from 0 to 1, for the one to be offered in place of the other."""

Entry = TypeVar("Entry")

Intention = type[AboutStretch]
"""The event to make once it is clear which stretch it is about."""


def ask_which(
    scene: Scene,
    intention: Intention,
    options: tuple[str, ...],
    start: StartStretch | None = None,
) -> Outcome:
    """Ask which of several stretches is meant, by position; the one that suits the body comes first.

    Args:
        scene: The conversation.
        intention: The event to make with the stretch.
        options: The ids of the stretches that may be meant.
        start: How it is to be started, where that was said too.
    """
    if len(options) == 1:
        return _did_you_mean(scene, intention, options[0], start=start)
    ordered = _in_order(scene, options)
    chosen = scene.profile.preferences.choices.get(namesakes(options))
    if chosen in options:
        return _same_as_last(scene, intention, chosen, ordered, start)
    offered = min(len(options), OFFERED_AT_ONCE)
    counted = "which_one_count" if offered == len(options) else "which_one_first"
    return ask(
        scene,
        scene.say(counted, count=len(options), offered=offered),
        scene.say("which_one", choices=_told_apart(scene, ordered[:OFFERED_AT_ONCE])),
        WhichStretch(intention, ordered, start),
    )


def ask_for_a_name(scene: Scene, intention: Intention, start: StartStretch | None = None) -> Outcome:
    """Ask for a stretch by name, where none was said."""
    return ask(scene, "", scene.say("ask_for_a_name"), WhichStretch(intention, (), start))


def likeliest(scene: Scene, options: tuple[str, ...], body: str) -> str:
    """Of several stretches of one name the one chosen last time, else one that suits the body."""
    chosen = scene.profile.preferences.choices.get(namesakes(options), "")
    here = scene.library.positions[body].height
    return chosen if chosen in options else min(options, key=lambda o: _height(scene, o) != here)


def ask_nearest(
    scene: Scene, intention: Intention, asked: Asked, start: StartStretch | None = None
) -> Outcome:
    """Offer the stretches whose names are nearest to an unknown name.

    In the middle of a stretch it was the television, or can wait: half a sentence, and on.
    """
    if asked.is_nameless:
        return ask(scene, "", scene.say("ask_for_a_name"))
    if scene.runs and not scene.resting:
        return aside(scene, scene.say("unknown_in_passing"))
    near = nearest(scene, asked.heard)
    told = scene.say("unknown_stretch", heard=asked.heard)
    others = _others(scene) if intention is StartStretch else ()
    if not near and not others:
        return ask(scene, told, scene.say("ask_list"))
    if not near:
        names = scene.words.one_of([scene.name_of(option) for option in others])
        return ask(
            scene, told, scene.say("instead", choices=names), WhichStretch(intention, others, start)
        )
    if len(near) == 1:
        return _did_you_mean(scene, intention, near[0], told, start=start)
    names = scene.words.one_of([scene.name_of(option) for option in near])
    return ask(scene, told, scene.say("nearest", choices=names), WhichStretch(intention, near, start))


def chosen_by(scene: Scene, event: Choose, options: tuple[str, ...]) -> tuple[str, ...]:
    """The options that an answer by place or number picks; the last one is the last that was named."""
    return picked_of(scene, event, options[:OFFERED_AT_ONCE] if event.ordinal == LAST else options)


def picked_of(scene: Scene, event: Choose, entries: tuple[str, ...]) -> tuple[str, ...]:
    """The entries of a list that an answer by place or number picks; empty where it picks none."""
    if event.ordinal:
        return entries[:1] if event.ordinal == ANY else tuple(numbered(event.ordinal, entries))
    stretches = [entry for entry in entries if entry in scene.library.stretches]
    return tuple(s for s in stretches if event.place and _height(scene, s) == event.place)


def numbered(ordinal: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entry of a list that an id of the `ORDINAL` slot type numbers; empty where there is none."""
    if ordinal == LAST:
        return entries[-1:]
    number = int(ordinal) if ordinal.isdigit() else 0
    return entries[number - 1 : number] if number else entries[:0]


def choose(scene: Scene, event: Choose) -> Outcome | Instead:
    """The answer to "which one?" by place or number."""
    question = asked_which(scene)
    picked = chosen_by(scene, event, question.options)
    if len(picked) == 1:
        return _resolved(scene, question, picked[0])
    if not picked:
        return ask_again(scene)
    return ask_which(scene, question.intention, picked, question.start)


def choose_by_start(scene: Scene, event: StartStretch) -> Outcome | Instead | NotAnAnswer:
    """A stretch that is to be started, where it was asked which: another wish than the one that stands.

    It is the answer where the wish was to start one, or where a routine is being made meanwhile.
    """
    if asked_which(scene).intention is not StartStretch and scene.state.draft is None:
        return NotAnAnswer()
    return choose_by_name(scene, event)


def choose_by_name(scene: Scene, event: NameStretch | StartStretch) -> Outcome | Instead | NotAnAnswer:
    """A name as the answer to "which one?"; a name that was not offered is no answer."""
    question = asked_which(scene)
    offered = question.options or event.stretch.ids
    picked = tuple(option for option in offered if option in event.stretch.ids)
    if len(picked) == 1:
        return _resolved(scene, question, picked[0])
    if picked and set(picked) != set(question.options):
        return ask_which(scene, question.intention, picked, question.start)
    return ask_again(scene) if picked else NotAnAnswer()


def choose_place(scene: Scene, event: ListStretches) -> Outcome | Instead | NotAnAnswer:
    """A place alone ("something lying down") is an answer; a part of the body is none."""
    if not event.place or event.area:
        return NotAnAnswer()
    return choose(scene, Choose(event.place))


def choose_place_to_start(scene: Scene, event: StartRoutine) -> Outcome | Instead | NotAnAnswer:
    """A place alone, as in `choose_place`, but heard as a wish for a practice."""
    wish = event.wish
    if wish is None or not wish.place or wish != PlanWish(place=wish.place):
        return NotAnAnswer()
    return choose(scene, Choose(wish.place))


def say_yes(scene: Scene, _: Event) -> Instead:
    """Yes: the stretch that was offered is meant."""
    question = asked_which(scene)
    return _resolved(scene, question, question.options[0])


def none_of_these(scene: Scene, _: Event) -> Outcome:
    """No to what was offered: offer the others; where there are none, drop the question."""
    question = scene.state.question
    if isinstance(question, ThisStretch):
        rest, all_of_them = question.others, (question.stretch, *question.others)
    else:
        all_of_them = asked_which(scene).options
        rest = all_of_them[OFFERED_AT_ONCE:]
    if not rest:
        return never_mind(scene)
    asked = asked_which(scene)
    return ask_which(_forgetting(scene, all_of_them), asked.intention, rest, asked.start)


def the_other(scene: Scene) -> Outcome | Instead:
    """Back to the last choice: of two the other is meant; of more it is asked which of the others."""
    thread = scene.state.thread
    if len(thread.others) == 1:
        return _resolved(
            scene, WhichStretch(thread.wanted, thread.options, thread.start), thread.others[0]
        )
    return ask_which(_forgetting(scene, thread.options), thread.wanted, thread.others, thread.start)


def choose_again(scene: Scene, event: Choose) -> Outcome | Instead | NotAnAnswer:
    """Back to the last choice, by place or number: another one of what was offered then."""
    thread = scene.state.thread
    picked = chosen_by(scene, event, thread.options)
    if len(picked) == 1:
        return _resolved(scene, WhichStretch(thread.wanted, thread.options, thread.start), picked[0])
    return ask_which(scene, thread.wanted, picked, thread.start) if picked else NotAnAnswer()


def asked_which(scene: Scene) -> WhichStretch:
    """The standing question as `WhichStretch`; `LookupError` where no stretch is asked for."""
    match scene.state.question:
        case WhichStretch() as question:
            return question
        case ThisStretch(intention, stretch, others, start):
            return WhichStretch(intention, (stretch, *others), start)
    raise LookupError("nobody was asked which stretch is meant")


def nearest(scene: Scene, heard: str) -> tuple[str, ...]:
    """The ids of up to three stretches whose names resemble what was heard, the nearest first."""
    names = {
        name.lower(): entry
        for entry, words in scene.words.language.stretches.items()
        for name in (words.name, *words.synonyms)
    }
    telling = {_telling(scene, name): entry for name, entry in names.items()}
    wanted = _telling(scene, heard.lower())
    close = difflib.get_close_matches(wanted, telling, n=9, cutoff=NEAR_ENOUGH)
    return tuple(dict.fromkeys(telling[name] for name in close))[:OFFERED_AT_ONCE]


def _others(scene: Scene) -> tuple[str, ...]:
    """Some stretches to offer where no name is like the one that was said; others each time."""
    left = scene.profile.preferences.left_out
    known = [s for s in scene.library.stretches if s not in left and not is_refused(scene, s)]
    first = scene.state.turns * OFFERED_AT_ONCE % len(known) if known else 0
    return tuple((known[first:] + known[:first])[:OFFERED_AT_ONCE])


def namesakes(options: tuple[str, ...]) -> str:
    """One key for a set of stretches that share a name."""
    return "+".join(sorted(options))


def _resolved(scene: Scene, question: WhichStretch, stretch: str) -> Instead:
    """The event that was wanted, now with its stretch; a choice among several is remembered."""
    if len(question.options) > 1:
        known = scene.profile.preferences.choices
        scene = scene.with_preferences(choices={**known, namesakes(question.options): stretch})
        chosen = Thread(
            taken=stretch,
            wanted=question.intention,
            options=question.options,
            start=question.start,
        )
        scene = scene.with_state(thread=chosen)
    scene = replace(scene.with_state(question=None), answered=True)
    named = Asked((stretch,), stretch)
    if question.start is not None:
        return Instead(scene, replace(question.start, stretch=named))
    return Instead(scene, question.intention(named))


def _forgetting(scene: Scene, options: tuple[str, ...]) -> Scene:
    """The scene without the remembered choice among these stretches: it was offered and declined."""
    key = namesakes(options)
    known = scene.profile.preferences.choices
    return scene.with_preferences(choices={k: chosen for k, chosen in known.items() if k != key})


def _same_as_last(
    scene: Scene,
    intention: Intention,
    chosen: str,
    ordered: tuple[str, ...],
    start: StartStretch | None,
) -> Outcome:
    """Offer the stretch that was meant last time; after a no, the others are offered."""
    others = tuple(option for option in ordered if option != chosen)
    question = scene.say("same_as_last", stretch=scene.name_of(chosen))
    return ask(scene, "", question, ThisStretch(intention, chosen, others, start))


def _did_you_mean(
    scene: Scene,
    intention: Intention,
    stretch: str,
    told: str = "",
    start: StartStretch | None = None,
) -> Outcome:
    question = scene.say("did_you_mean", stretch=scene.name_of(stretch))
    return ask(scene, told, question, ThisStretch(intention, stretch, (), start))


def _telling(scene: Scene, name: str) -> str:
    """A name without words that many names of stretches have, such as "stretch"."""
    common = scene.words.language.phrases.common_words
    return " ".join(word for word in name.split() if word not in common) or name


def _told_apart(scene: Scene, options: tuple[str, ...]) -> str:
    """The options by position; where two share a position, by what else distinguishes them."""
    if len({_height(scene, option) for option in options}) == len(options):
        positions = [_stretch(scene, option).position for option in options]
        return scene.words.one_of([scene.words.position(each).name for each in positions])
    told = [scene.words.stretch(option).which for option in options]
    return scene.say("or_else").join(told)


def _in_order(scene: Scene, options: tuple[str, ...]) -> tuple[str, ...]:
    """The options in the order they are offered: as the language lists them, or the lying ones first.

    Once something was practised, stretches at the body's present height come first.
    """
    listed = next(
        (ids for ids in scene.words.language.shared_names.values() if set(ids) == set(options)),
        tuple(sorted(options, key=lambda option: FROM_THE_FLOOR.index(_height(scene, option)))),
    )
    if scene.state.latest is None:
        return listed
    here = scene.library.positions[scene.state.body].height
    return tuple(sorted(listed, key=lambda option: _height(scene, option) != here))


def _height(scene: Scene, stretch: str) -> str:
    return scene.library.positions[_stretch(scene, stretch).position].height


def _stretch(scene: Scene, stretch: str) -> Stretch:
    return scene.library.stretches[stretch]
