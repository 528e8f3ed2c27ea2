"""Finding out which stretch is meant: asking which one, offering what comes near."""

import difflib

from skill.coach.composing import ask
from skill.coach.events import Asked, Choose
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode, Question, Wanted
from skill.library.records import Stretch

OFFERED_AT_ONCE = 3
"""How many choices are named in one breath."""

FROM_THE_FLOOR = ("lying", "bed", "kneeling", "sitting", "standing")
"""Heights of the body in the order they are offered: nobody is sent to a wall by surprise."""

NEAR_ENOUGH = 0.6
"""How alike two names must be, from 0 to 1, for one to be offered instead of the other."""


def ask_which(scene: Scene, wanted: Wanted, options: tuple[str, ...]) -> Turn:
    """Ask which of several is meant: stretches by position, the one that suits the body first."""
    if len(options) == 1:
        return _did_you_mean(scene, wanted, options)
    if options[0] in scene.library.routines:
        names = [scene.name_of(routine) for routine in options[:OFFERED_AT_ONCE]]
        question = scene.say("which_routine", choices=scene.words.one_of(names))
        return ask(scene, "", question, mode=Mode.CHOOSING, wanted=wanted, options=options)
    ordered = _in_order(scene, options)
    chosen = scene.profile.preferences.choices.get(namesakes(options))
    if chosen in options:
        return _same_as_last(scene, wanted, chosen, ordered)
    return ask(
        scene,
        scene.say("which_one_count", count=len(options)),
        scene.say("which_one", choices=_told_apart(scene, ordered[:OFFERED_AT_ONCE])),
        mode=Mode.CHOOSING,
        wanted=wanted,
        options=ordered,
    )


def ask_nearest(scene: Scene, wanted: Wanted, asked: Asked) -> Turn:
    """Offer what comes nearest to a name nobody knows; ask for a name where none was heard."""
    if asked.is_nameless:
        return ask(scene, "", scene.say("ask_for_a_name"), mode=scene_mode(scene))
    near = nearest(scene, asked.heard)
    told = scene.say("unknown_stretch", heard=asked.heard)
    if not near:
        return ask(scene, told, scene.say("ask_list"), mode=scene_mode(scene))
    if len(near) == 1:
        return _did_you_mean(scene, wanted, near, told)
    names = scene.words.one_of([scene.name_of(option) for option in near])
    question = scene.say("nearest", choices=names)
    return ask(scene, told, question, mode=Mode.CHOOSING, wanted=wanted, options=near)


def choices_after(scene: Scene, event: Choose, question: Question) -> tuple[str, ...]:
    """Which of a question's options an answer by place or number picks."""
    options = question.options
    if event.ordinal == "any":
        return options[:1]
    if event.ordinal == "last":
        return options[:OFFERED_AT_ONCE][-1:]
    if event.ordinal.isdigit():
        number = int(event.ordinal)
        return options[number - 1 : number]
    stretches = [option for option in options if option in scene.library.stretches]
    return tuple(s for s in stretches if event.place and _height(scene, s) == event.place)


def nearest(scene: Scene, heard: str) -> tuple[str, ...]:
    """Up to three stretches whose names come near to what was heard, the nearest first."""
    names = {
        name.lower(): entry
        for entry, words in scene.words.language.stretches.items()
        for name in (words.name, *words.synonyms)
    }
    telling = {_telling(scene, name): entry for name, entry in names.items()}
    wanted = _telling(scene, heard.lower())
    close = difflib.get_close_matches(wanted, telling, n=9, cutoff=NEAR_ENOUGH)
    return tuple(dict.fromkeys(telling[name] for name in close))[:OFFERED_AT_ONCE]


def scene_mode(scene: Scene) -> Mode:
    """The mode a question leaves that is not about anything: a practice under way then waits."""
    return Mode.PAUSED if scene.state.under_way else Mode.IDLE


def namesakes(options: tuple[str, ...]) -> str:
    """One key for a set of stretches that answer to the same name."""
    return "+".join(sorted(options))


def _same_as_last(scene: Scene, wanted: Wanted, chosen: str, ordered: tuple[str, ...]) -> Turn:
    """Offer what was meant the last time; no asks for the others."""
    others = tuple(option for option in ordered if option != chosen)
    question = scene.say("same_as_last", stretch=scene.name_of(chosen))
    options = (chosen, *others)
    return ask(scene, "", question, mode=Mode.CONFIRMING, wanted=wanted, options=options)


def _did_you_mean(scene: Scene, wanted: Wanted, option: tuple[str, ...], told: str = "") -> Turn:
    question = scene.say("did_you_mean", stretch=scene.name_of(option[0]))
    return ask(scene, told, question, mode=Mode.CONFIRMING, wanted=wanted, options=option)


def _telling(scene: Scene, name: str) -> str:
    """A name without the words that half of all stretches have in theirs, such as "stretch"."""
    common = scene.words.language.phrases.common_words
    return " ".join(word for word in name.split() if word not in common) or name


def _told_apart(scene: Scene, options: tuple[str, ...]) -> str:
    """The options by position; where two share one, by what else tells them apart."""
    if len({_height(scene, option) for option in options}) == len(options):
        positions = [_stretch(scene, option).position for option in options]
        return scene.words.one_of([scene.words.position(each).name for each in positions])
    told = [scene.words.stretch(option).which for option in options]
    return scene.say("or_else").join(told)


def _in_order(scene: Scene, options: tuple[str, ...]) -> tuple[str, ...]:
    """Namesakes in the order they are offered: as the language lists them, the lying ones first.

    Where the body is known to be somewhere, what can be done there comes before everything else.
    """
    listed = next(
        (ids for ids in scene.words.language.shared_names.values() if set(ids) == set(options)),
        tuple(sorted(options, key=lambda option: FROM_THE_FLOOR.index(_height(scene, option)))),
    )
    if scene.state.practice is None:
        return listed
    here = scene.library.positions[scene.state.body].height
    return tuple(sorted(listed, key=lambda option: _height(scene, option) != here))


def _height(scene: Scene, stretch: str) -> str:
    return scene.library.positions[_stretch(scene, stretch).position].height


def _stretch(scene: Scene, stretch: str) -> Stretch:
    return scene.library.stretches[stretch]
